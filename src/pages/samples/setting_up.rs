//! Setting up how one signs in, and who one is.

use super::*;

pub(super) fn pages() -> Vec<Sample> {
    vec![
        ("set-up-list", list().render()),
        ("set-up-channel", channel().render()),
        ("set-up-qr-steps", by_qr().render()),
        ("set-up-this-device", this_device().render()),
        ("set-up-two-codes", two_codes().render()),
        ("set-up-security-key", touch().render()),
        ("registration", registration().render()),
    ]
}

fn row(index: &str, icon: Icon, name: &str, good_for: &str) -> Row {
    let mut post = post("select-authenticator-enroll");
    post.hidden.push(("authenticator".to_owned(), index.to_owned()));
    Row::new(Target::Post(post), icon, name).with_detail(Some(brand().say(good_for)))
}

fn list() -> StepPage {
    let brand = brand();
    let badge = |row: Row, badge: String| Row { badge: Some(badge), ..row };
    let until = brand.say_with("enroll-badge-date", &[("date", Value::Text("2026-12-16"))]);
    let skips = brand.say_with("enroll-badge-skips", &[("count", Value::Number(1))]);
    StepPage {
        account: Some(account()),
        lead: vec!["Choose what to set up first.".into()],
        rows: vec![
            badge(row("0", Icon::Shield, "Okta Verify", "enroll-good-for-app"), brand.say("enroll-badge-now")),
            badge(row("1", Icon::Phone, "Phone", "enroll-good-for-phone"), until),
            badge(row("2", Icon::Key, "Passkeys", "enroll-good-for-passkey"), skips),
            row("3", Icon::Question, "Security question", "enroll-good-for-question"),
        ],
        other_ways: vec![start_over()],
        ..StepPage::new(brand, "Set up how you sign in")
    }
}

fn channel() -> StepPage {
    StepPage {
        emblem: Some(Icon::Shield.into()),
        account: Some(account()),
        lead: vec![brand().sentence("purpose-channel-lead", &[])],
        rows: vec![
            row("0", Icon::Code, "Scan a QR code", "channel-qrcode"),
            row("1", Icon::Mail, "Get an email", "channel-email"),
            row("2", Icon::Message, "Get a text message", "channel-sms"),
            row("3", Icon::Phone, "Use this device", "channel-samedevice"),
            row("4", Icon::Devices, "Use another device of yours", "channel-devicebootstrap"),
        ],
        other_ways: vec![way("Skip for now", "skip"), start_over()],
        ..StepPage::new(brand(), "Set up Okta Verify")
    }
}

fn steps(names: &[&str]) -> Figure {
    let values = [("name", Value::Data("Okta Verify")), ("address", Value::Data("org.fernhill.example"))];
    Figure::Steps(names.iter().map(|name| brand().sentence(name, &values)).collect())
}

fn by_qr() -> StepPage {
    StepPage {
        emblem: Some(Icon::Shield.into()),
        account: Some(account()),
        figures: vec![
            steps(&["guide-qr-install", "guide-qr-add", "guide-qr-scan"]),
            Figure::Qr {
                image: DataImage::parse(QR),
                alt: "QR code that sets up Okta Verify".to_owned(),
                secret: None,
            },
            Figure::Waiting("Waiting for your phone…".to_owned()),
        ],
        other_ways: vec![way("Set it up another way", "select-enrollment-channel"), start_over()],
        ..StepPage::new(brand(), "Set up Okta Verify")
    }
}

fn this_device() -> StepPage {
    let name = [("name", Value::Data("Okta Verify"))];
    let link = |message: &str, weight| {
        Way::new(brand().say_with(message, &name), Target::Link("https://apps.example/".to_owned()), weight)
    };
    StepPage {
        emblem: Some(Icon::Shield.into()),
        account: Some(account()),
        figures: vec![
            steps(&["guide-here-install", "guide-here-add", "guide-here-address"]),
            Figure::Waiting("Waiting for your phone…".to_owned()),
        ],
        actions: vec![link("guide-open", Weight::Primary), link("guide-get", Weight::Secondary)],
        other_ways: vec![way("Set it up another way", "select-enrollment-channel"), start_over()],
        ..StepPage::new(brand(), "Set up Okta Verify")
    }
}

fn two_codes() -> StepPage {
    let line = |id: &str, label: &str, kind| {
        Control::Input(Input { field: field(id, &format!("credentials.{id}"), label), kind, ..Input::default() })
    };
    StepPage {
        emblem: Some(Icon::Key.into()),
        account: Some(account()),
        lead: vec![brand().sentence("purpose-two-codes-lead", &[])],
        form: Some(form(
            "enroll-authenticator",
            vec![
                line("credentialId", "Credential ID", InputKind::Text),
                line("passcode", "Code", InputKind::Token),
                line("nextPasscode", "Next code", InputKind::Token),
            ],
            "Set up",
        )),
        other_ways: vec![way("Set up something else", "select-authenticator-enroll"), start_over()],
        ..StepPage::new(brand(), "Set up Symantec VIP")
    }
}

fn touch() -> StepPage {
    let mut input = code(true);
    "Code from the key".clone_into(&mut input.field.label);
    input.kind = InputKind::Token;
    StepPage {
        emblem: Some(Icon::Key.into()),
        account: Some(account()),
        lead: vec![brand().sentence("purpose-touch-lead", &[])],
        form: Some(form("challenge-authenticator", vec![Control::Input(input)], "Verify")),
        other_ways: vec![way("Use another way", "select-authenticator-authenticate"), start_over()],
        ..StepPage::new(brand(), "Touch your YubiKey")
    }
}

fn registration() -> StepPage {
    let line = |id: &str, label: &str, autocomplete, optional| {
        Control::Input(Input {
            field: Field { optional, ..field(id, &format!("userProfile.{id}"), label) },
            autocomplete: Some(autocomplete),
            ..Input::default()
        })
    };
    let country = |value: &str, label: &str| Choice { value: value.to_owned(), label: label.to_owned(), chosen: false };
    let rules = ["At least 10 characters", "A number", "No part of your username"];
    StepPage {
        form: Some(form(
            "enroll-profile",
            vec![
                line("email", "Email", "email", false),
                line("firstName", "First name", "given-name", false),
                line("lastName", "Last name", "family-name", false),
                Control::Group(Group {
                    legend: brand().say("profile-address"),
                    controls: vec![
                        line("streetAddress", "Street address", "street-address", true),
                        line("city", "City", "address-level2", true),
                        Control::Select(Select {
                            field: field("countryCode", "userProfile.countryCode", "Country"),
                            choices: vec![country("", "Choose one"), country("0", "Austria"), country("1", "Germany")],
                            autocomplete: Some("country"),
                        }),
                    ],
                }),
                Control::Figure(Figure::List {
                    title: "Your password needs".to_owned(),
                    items: rules.iter().map(|rule| (*rule).to_owned().into()).collect(),
                }),
                password("Password", "passcode", "new-password"),
            ],
            "Sign up",
        )),
        other_ways: vec![way("I already have an account", "select-identify"), start_over()],
        ..StepPage::new(brand(), "Create your account")
    }
}
