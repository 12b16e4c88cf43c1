//! Services, things and people beyond the page: to go to, to hold, to allow.

use super::*;

pub(super) fn pages() -> Vec<Sample> {
    vec![
        ("services", services().render()),
        ("smart-card", smart_card().render()),
        ("identity-check", identity_check().render()),
        ("admin-consent", admin_consent().render()),
        ("next-code", next_code().render()),
        ("open-app", open_app().render()),
        ("busy", busy().render()),
        ("device-by-hand", device().render()),
        ("unlocked", end(Icon::Unlock, Tone::Success, "end-unlocked-heading", "end-unlocked-lead").render()),
        ("recovered", end(Icon::Check, Tone::Success, "end-password-changed-heading", "end-recovered-lead").render()),
    ]
}

fn service(name: &str, mark: Mark) -> Way {
    Way::new(format!("Continue with {name}"), Target::Link("https://idp.example/sso".into()), Weight::Secondary)
        .with_mark(mark)
}

fn services() -> StepPage {
    let card =
        Way::new("Sign in with a smart card", Target::Link("https://idp.example/card".into()), Weight::Secondary);
    StepPage {
        form: Some(form("identify", vec![identifier(true)], "Continue")),
        other_ways: vec![
            service("Northwind", Mark::Letter('N')),
            service("Contoso staff", Mark::Letter('C')),
            service("Partner (1)", Mark::Letter('P')),
            service("Partner (2)", Mark::Letter('P')),
            card.with_mark(Mark::Icon(Icon::Card)),
            way("Sign up", "select-enroll-profile"),
        ],
        ..StepPage::new(brand(), "Sign in")
    }
}

fn smart_card() -> StepPage {
    let card = Way::new("Sign in with a smart card", Target::Link("https://idp.example/card".into()), Weight::Primary);
    StepPage {
        emblem: Some(Icon::Card.into()),
        lead: vec![brand().sentence("purpose-card-lead", &[])],
        actions: vec![card.with_mark(Mark::Icon(Icon::Card))],
        other_ways: vec![start_over()],
        ..StepPage::new(brand(), brand().say("purpose-card-heading"))
    }
}

fn identity_check() -> StepPage {
    StepPage {
        emblem: Some(Icon::Card.into()),
        account: Some(account()),
        lead: vec!["A service that your organization trusts checks who you are, and brings you back here.".into()],
        notices: vec![Notice {
            tone: Tone::Calm,
            texts: vec![brand().say("identity-read")],
            links: vec![
                Link::new(brand().say("identity-terms"), "https://papers.example/terms"),
                Link::new(brand().say("identity-privacy"), "https://papers.example/privacy"),
            ],
        }],
        actions: vec![Way::primary("Continue with Papers", "https://papers.example/")],
        other_ways: vec![way("Skip for now", "skip"), start_over()],
        ..StepPage::new(brand(), "Verify your identity")
    }
}

fn admin_consent() -> StepPage {
    let scope = |text: &str, name: &str| ListItem { detail: Some(name.to_owned()), ..text.to_owned().into() };
    StepPage {
        account: Some(account()),
        lead: vec![brand().sentence("purpose-admin-consent-lead", &[("place", Value::Data("Fernhill Ledger"))])],
        figures: vec![
            Figure::List {
                title: "Users".to_owned(),
                items: vec![scope("Manage people.", "okta.users.manage"), scope("Read people.", "okta.users.read")],
            },
            Figure::List { title: "Apps".to_owned(), items: vec![scope("Read applications.", "okta.apps.read")] },
        ],
        form: Some(form("admin-consent", Vec::new(), "Allow access")),
        actions: vec![Way::new("Don’t allow", Target::Post(post("admin-consent")), Weight::Secondary)],
        other_ways: vec![start_over()],
        ..StepPage::new(brand(), brand().say("purpose-admin-consent-heading"))
    }
}

fn next_code() -> StepPage {
    StepPage {
        emblem: Some(Icon::Key.into()),
        account: Some(account()),
        lead: vec![brand().sentence("purpose-next-code-lead", &[("name", Value::Data("RSA SecurID"))])],
        notices: vec![Notice {
            tone: Tone::Success,
            texts: vec!["That code was right. One more, and it’s done.".to_owned()],
            links: Vec::new(),
        }],
        form: Some(form("challenge-authenticator", vec![Control::Input(code(true))], "Verify")),
        other_ways: vec![way("Use another way", "select-authenticator-authenticate"), start_over()],
        ..StepPage::new(brand(), brand().say("purpose-next-code-heading"))
    }
}

fn open_app() -> StepPage {
    let link = |label: &str, weight| Way::new(label, Target::Link("https://apps.example/".to_owned()), weight);
    StepPage {
        emblem: Some(Icon::Shield.into()),
        lead: vec![brand().sentence("purpose-open-app-lead", &[])],
        figures: vec![Figure::Waiting("Waiting…".to_owned())],
        actions: vec![link("Open Okta Verify", Weight::Primary), link("Get Okta Verify", Weight::Secondary)],
        other_ways: vec![way("Sign in another way", "authenticatorChallenge.cancel"), start_over()],
        ..StepPage::new(brand(), brand().say("purpose-open-app-heading"))
    }
}

fn busy() -> StepPage {
    StepPage {
        emblem: Some(Icon::Clock.into()),
        lead: vec![brand().sentence("purpose-busy-lead", &[])],
        figures: vec![Figure::Waiting("Waiting…".to_owned())],
        other_ways: vec![way("Check now", "poll"), start_over()],
        ..StepPage::new(brand(), brand().say("purpose-busy-heading"))
    }
}

fn end(icon: Icon, tone: Tone, heading: &str, lead: &str) -> TerminalPage {
    TerminalPage {
        brand: brand(),
        emblem: Emblem { icon, tone },
        heading: brand().say(heading),
        lead: vec![brand().sentence(lead, &[])],
        notices: Vec::new(),
        figures: Vec::new(),
        ways: vec![Way::primary(brand().say("sign-in"), "/ledger")],
    }
}

fn device() -> TerminalPage {
    let address = [("address", Value::Data("https://org.fernhill.example"))];
    let names = ["device-store-apple", "device-add-account", "device-address", "device-come-back"];
    TerminalPage {
        figures: vec![Figure::Steps(names.iter().map(|name| brand().sentence(name, &address)).collect())],
        ways: vec![Way::secondary(brand().say("start-again"), "/ledger")],
        ..end(Icon::Phone, Tone::Calm, "device-set-up-heading", "device-set-up")
    }
}
