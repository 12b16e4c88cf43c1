//! Every page in every state, with people and places that do not exist: for snapshots, for checkers, for looking at.

mod elsewhere;
mod setting_up;

use std::sync::Arc;
use std::time::Duration;

use super::*;

/// A page by its name.
pub type Sample = (&'static str, Html);

/// One of each.
pub fn samples() -> Vec<Sample> {
    let mut samples = steps();
    samples.extend(setting_up::pages());
    samples.extend(elsewhere::pages());
    samples.extend(calm_pages());
    samples.extend(problems());
    samples.extend(stepping_up());
    samples.extend(mailed_links());
    samples
}

fn brand() -> Arc<Brand> {
    let mut brand = Brand::new("Fernhill Ledger", "/.gatehouse");
    brand.links = vec![
        Link::new("Help", "https://help.fernhill.example/"),
        Link::new("Privacy", "https://fernhill.example/privacy"),
    ];
    Arc::new(brand)
}

fn post(form: &str) -> Post {
    Post {
        action: "/.gatehouse/sign-in/Yk3vT9sQ".to_owned(),
        hidden: vec![
            (".csrf".to_owned(), "m1Vq0cV2m0p9yB7rT3aXo5sKd8wLhJfG2eRnUzQbC4k".to_owned()),
            (".form".to_owned(), form.to_owned()),
            (".revision".to_owned(), "Zp4N7tYw1sE6uI9oA2dF5gH8jK0lX3cV6bM9qWxRkTy".to_owned()),
        ],
    }
}

fn form(name: &str, controls: Vec<Control>, submit: &str) -> FormView {
    FormView { post: post(name), username: None, controls, submit: submit.to_owned(), primary: true, captcha: None }
}

fn field(id: &str, name: &str, label: &str) -> Field {
    Field { id: id.to_owned(), name: name.to_owned(), label: label.to_owned(), ..Field::default() }
}

fn way(label: &str, form: &str) -> Way {
    Way::new(label, Target::Post(post(form)), Weight::Link)
}

fn start_over() -> Way {
    way("Start over", "cancel")
}

fn account() -> Account {
    Account { name: "casey.morgan@fernhill.example".to_owned(), not_you: Some(way("Not you?", "cancel")) }
}

fn identifier(autofocus: bool) -> Control {
    Control::Input(Input {
        field: field("identifier", "identifier", "Username or email"),
        kind: InputKind::Identifier,
        autocomplete: Some("username"),
        autofocus,
        ..Input::default()
    })
}

fn password(label: &str, id: &str, autocomplete: &'static str) -> Control {
    Control::Input(Input {
        field: field(id, "credentials.passcode", label),
        kind: InputKind::Password,
        autocomplete: Some(autocomplete),
        ..Input::default()
    })
}

fn remember() -> Control {
    Control::Checkbox(Checkbox {
        field: field("rememberMe", "rememberMe", "Keep me signed in"),
        value: "true".to_owned(),
        ..Checkbox::default()
    })
}

fn code(autofocus: bool) -> Input {
    Input {
        field: field("code", "credentials.passcode", "Code"),
        kind: InputKind::Code,
        autocomplete: Some("one-time-code"),
        autofocus,
        ..Input::default()
    }
}

fn steps() -> Vec<Sample> {
    vec![
        ("identifier", identifier_page().render()),
        ("identifier-and-password", identifier_and_password().render()),
        ("identifier-unknown", identifier_unknown().render()),
        ("password", password_page(None).render()),
        ("password-wrong", password_page(Some("That password didn’t match. Check it and try again.")).render()),
        ("choose-authenticator", choose_authenticator().render()),
        ("email-code", email_code(None).render()),
        ("email-code-wrong", email_code(Some("That code didn’t match. Check the newest message.")).render()),
        ("push-number", push_number().render()),
        ("enroll-qr", enroll_qr().render()),
        ("new-password", new_password().render()),
        ("phone-number", phone_number().render()),
        ("general-form", general_form().render()),
        ("security-question", security_question().render()),
        ("consent", consent().render()),
        ("long-words", long_words().render()),
    ]
}

fn identifier_page() -> StepPage {
    StepPage {
        form: Some(form("identify", vec![identifier(true), remember()], "Continue")),
        other_ways: vec![
            Way::new("Continue with Northwind", Target::Link("https://idp.example/sso".into()), Weight::Secondary),
            way("Sign up", "select-enroll-profile"),
            way("Unlock your account", "unlock-account"),
        ],
        ..StepPage::new(brand(), "Sign in")
    }
}

fn identifier_and_password() -> StepPage {
    StepPage {
        form: Some(form(
            "identify",
            vec![identifier(false), password("Password", "passcode", "current-password"), remember()],
            "Sign in",
        )),
        other_ways: vec![way("Forgot your password?", "currentAuthenticator.recover")],
        ..StepPage::new(brand(), "Sign in")
    }
}

fn identifier_unknown() -> StepPage {
    let text = "There is no account with that name. Check it, or sign up.";
    let Control::Input(mut input) = identifier(false) else { unreachable!("the identifier is an input") };
    input.field.error = Some(text.to_owned());
    input.value = "casey.morgn".to_owned();
    StepPage {
        summary: vec![SummaryItem { text: text.to_owned(), anchor: Some("identifier".to_owned()) }],
        form: Some(form("identify", vec![Control::Input(input), remember()], "Continue")),
        other_ways: vec![way("Sign up", "select-enroll-profile")],
        ..StepPage::new(brand(), "Sign in")
    }
}

fn password_page(error: Option<&str>) -> StepPage {
    let Control::Input(mut input) = password("Password", "passcode", "current-password") else {
        unreachable!("a password is an input")
    };
    input.autofocus = error.is_none();
    input.field.error = error.map(str::to_owned);
    let summary = error.map(|text| SummaryItem { text: text.to_owned(), anchor: Some("passcode".to_owned()) });
    StepPage {
        account: Some(account()),
        summary: summary.into_iter().collect(),
        form: Some(FormView {
            username: Some("casey.morgan@fernhill.example".to_owned()),
            ..form("challenge-authenticator", vec![Control::Input(input)], "Continue")
        }),
        other_ways: vec![
            way("Forgot your password?", "currentAuthenticatorEnrollment.recover"),
            way("Use another way", "select-authenticator-authenticate"),
            start_over(),
        ],
        ..StepPage::new(brand(), "Enter your password")
    }
}

fn choose_authenticator() -> StepPage {
    let row = |index: &str, icon, name: &str, detail: Option<&str>| {
        let mut post = post("select-authenticator-authenticate");
        post.hidden.push(("authenticator".to_owned(), index.to_owned()));
        Row::new(Target::Post(post), icon, name).with_detail(detail.map(str::to_owned))
    };
    StepPage {
        account: Some(account()),
        lead: vec!["Choose how to prove it’s you.".into()],
        rows: vec![
            row("0", Icon::Mail, "Email", Some("c•••n@fernhill.example")),
            row("1", Icon::Message, "Text message", Some("+1 •••-•••-4821")),
            row("2", Icon::Call, "Phone call", Some("+1 •••-•••-4821")),
            row("3", Icon::Shield, "Okta Verify", Some("Get a push notification")),
            row("4", Icon::Phone, "Google Authenticator", None),
            row("5", Icon::Key, "Security key", Some("Desk drawer")),
            row("6", Icon::Question, "Security question", None),
        ],
        other_ways: vec![start_over()],
        ..StepPage::new(brand(), "Verify it’s you")
    }
}

fn email_code(error: Option<&str>) -> StepPage {
    let mut input = code(error.is_none());
    input.field.error = error.map(str::to_owned);
    let summary = error.map(|text| SummaryItem { text: text.to_owned(), anchor: Some("code".to_owned()) });
    StepPage {
        emblem: Some(Icon::Mail.into()),
        account: Some(account()),
        lead: vec![Sentence::new("We sent a code to ").data("c•••n@fernhill.example").text(". It can take a minute.")],
        summary: summary.into_iter().collect(),
        form: Some(form("challenge-authenticator", vec![Control::Input(input)], "Verify")),
        other_ways: vec![
            way("Send the code again", "currentAuthenticatorEnrollment.resend"),
            way("I opened the link in the email", "currentAuthenticatorEnrollment.poll"),
            way("Use another way", "select-authenticator-authenticate"),
            start_over(),
        ],
        ..StepPage::new(brand(), "Check your email")
    }
}

fn push_number() -> StepPage {
    StepPage {
        emblem: Some(Icon::Shield.into()),
        account: Some(account()),
        lead: vec!["Open Okta Verify and choose this number to approve the sign-in.".into()],
        figures: vec![Figure::Number("47".to_owned()), Figure::Waiting("Waiting for your phone…".to_owned())],
        other_ways: vec![
            way("Send it again", "currentAuthenticatorEnrollment.resend"),
            way("Use another way", "select-authenticator-authenticate"),
            start_over(),
        ],
        refresh: Some(Refresh { seconds: 4, href: "/.gatehouse/sign-in/Yk3vT9sQ".to_owned() }),
        ..StepPage::new(brand(), "Check your phone")
    }
}

fn enroll_qr() -> StepPage {
    StepPage {
        account: Some(account()),
        lead: vec!["Scan this with Google Authenticator, then type the code it shows.".into()],
        figures: vec![Figure::Qr {
            image: DataImage::parse(QR),
            alt: "QR code that sets up Google Authenticator".to_owned(),
            secret: Some("JBSW Y3DP EHPK 3PXP".to_owned()),
        }],
        form: Some(form("enroll-authenticator", vec![Control::Input(code(false))], "Verify")),
        other_ways: vec![way("Set up something else", "select-authenticator-enroll"), start_over()],
        ..StepPage::new(brand(), "Set up Google Authenticator")
    }
}

fn new_password() -> StepPage {
    let rules = ["At least 12 characters", "An upper-case letter", "A number", "No part of your username"];
    StepPage {
        emblem: Some(Emblem { icon: Icon::Password, tone: Tone::Warning }),
        account: Some(account()),
        notices: vec![Notice {
            tone: Tone::Warning,
            texts: vec!["Your password runs out in 3 days. Change it now, or do it later.".to_owned()],
            links: Vec::new(),
        }],
        figures: vec![Figure::List {
            title: "Your password needs".to_owned(),
            items: rules.iter().map(|rule| (*rule).to_owned().into()).collect(),
        }],
        form: Some(FormView {
            username: Some("casey.morgan@fernhill.example".to_owned()),
            ..form(
                "reenroll-authenticator-warning",
                vec![password("New password", "passcode", "new-password")],
                "Set password",
            )
        }),
        other_ways: vec![way("Do it later", "skip"), start_over()],
        ..StepPage::new(brand(), "Change your password")
    }
}

fn phone_number() -> StepPage {
    let choice = |value: &str, label: &str, chosen| OneOfOption {
        choice: Choice { value: value.to_owned(), label: label.to_owned(), chosen },
        ..OneOfOption::default()
    };
    StepPage {
        emblem: Some(Icon::Phone.into()),
        account: Some(account()),
        form: Some(form(
            "authenticator-enrollment-data",
            vec![
                Control::OneOf(OneOf {
                    field: field("method", "authenticator.methodType", "How should we reach you?"),
                    options: vec![choice("0", "Text message", true), choice("1", "Phone call", false)],
                }),
                Control::Input(Input {
                    field: Field {
                        hint: Some("With the country code, such as +1 415 555 0123".to_owned()),
                        ..field("number", "authenticator.phoneNumber", "Phone number")
                    },
                    kind: InputKind::Telephone,
                    autocomplete: Some("tel"),
                    ..Input::default()
                }),
            ],
            "Send a code",
        )),
        other_ways: vec![start_over()],
        ..StepPage::new(brand(), "Set up your phone")
    }
}

fn general_form() -> StepPage {
    let text = |id: &str, label: &str, autocomplete| {
        Control::Input(Input {
            field: field(id, &format!("userProfile.{id}"), label),
            autocomplete: Some(autocomplete),
            ..Input::default()
        })
    };
    let missing = "Enter your last name.";
    let country = |value: &str, label: &str| Choice { value: value.to_owned(), label: label.to_owned(), chosen: false };
    StepPage {
        summary: vec![SummaryItem { text: missing.to_owned(), anchor: Some("lastName".to_owned()) }],
        form: Some(form(
            "enroll-profile",
            vec![
                text("firstName", "First name", "given-name"),
                Control::Input(Input {
                    field: Field {
                        error: Some(missing.to_owned()),
                        ..field("lastName", "userProfile.lastName", "Last name")
                    },
                    autocomplete: Some("family-name"),
                    ..Input::default()
                }),
                Control::Input(Input {
                    field: field("email", "userProfile.email", "Email"),
                    kind: InputKind::Email,
                    autocomplete: Some("email"),
                    value: "casey.morgan@fernhill.example".to_owned(),
                    ..Input::default()
                }),
                Control::Select(Select {
                    field: Field { optional: true, ..field("country", "userProfile.country", "Country") },
                    choices: vec![country("", "Choose one"), country("0", "Iceland"), country("1", "Portugal")],
                    autocomplete: Some("country-name"),
                }),
                password("Password", "passcode", "new-password"),
                Control::Checkbox(Checkbox {
                    field: Field {
                        hint: Some("About once a month. You can stop it at any time.".to_owned()),
                        ..field("news", "userProfile.news", "Send me news")
                    },
                    value: "true".to_owned(),
                    ..Checkbox::default()
                }),
            ],
            "Sign up",
        )),
        other_ways: vec![way("I already have an account", "select-identify")],
        ..StepPage::new(brand(), "Create your account")
    }
}

fn security_question() -> StepPage {
    let answer = |id: &str, label: &str| {
        Control::Input(Input { field: field(id, &format!("credentials.{id}"), label), ..Input::default() })
    };
    let option = |value: &str, label: &str, chosen, controls| OneOfOption {
        choice: Choice { value: value.to_owned(), label: label.to_owned(), chosen },
        detail: None,
        controls,
    };
    let select = Control::Select(Select {
        field: field("questionKey", "credentials.0.questionKey", "Question"),
        choices: vec![Choice {
            value: "0".to_owned(),
            label: "What was the name of your first pet?".to_owned(),
            chosen: true,
        }],
        autocomplete: None,
    });
    StepPage {
        emblem: Some(Icon::Question.into()),
        account: Some(account()),
        form: Some(form(
            "enroll-authenticator",
            vec![Control::OneOf(OneOf {
                field: field("credentials", "credentials", "Which question do you want?"),
                options: vec![
                    option("0", "One from the list", true, vec![select, answer("0.answer", "Answer")]),
                    option(
                        "1",
                        "One of my own",
                        false,
                        vec![answer("1.question", "Your question"), answer("1.answer", "Your answer")],
                    ),
                ],
            })],
            "Continue",
        )),
        other_ways: vec![start_over()],
        ..StepPage::new(brand(), "Set up a security question")
    }
}

fn consent() -> StepPage {
    let item = |name: &str, detail: &str| ListItem { detail: Some(detail.to_owned()), ..name.to_owned().into() };
    let mut allow = form("consent", Vec::new(), "Allow access");
    allow.post.hidden.push(("consent".to_owned(), "0".to_owned()));
    let mut refuse = post("consent");
    refuse.hidden.push(("consent".to_owned(), "1".to_owned()));
    StepPage {
        account: Some(account()),
        lead: vec![Sentence::new("Fernhill Ledger would like to:")],
        figures: vec![Figure::List {
            title: String::new(),
            items: vec![
                item("Read your name", "As it stands in your profile"),
                item("Read your email address", "To send you what you ask for"),
            ],
        }],
        form: Some(allow),
        actions: vec![Way::new("Don’t allow", Target::Post(refuse), Weight::Secondary)],
        ..StepPage::new(brand(), "Give access to your account?")
    }
}

fn long_words() -> StepPage {
    let mut page = password_page(Some("Das eingegebene Passwort stimmt nicht mit Ihrem Benutzerkonto überein."));
    page.heading = "Sicherheitsschlüsselüberprüfung durchführen".to_owned();
    page.account = Some(Account {
        name: "maximiliane.von-und-zu-hohenberg-lichtenfels@verwaltungsgemeinschaft.fernhill.example".to_owned(),
        not_you: Some(way("Anderes Benutzerkonto?", "cancel")),
    });
    page
}

fn calm_pages() -> Vec<Sample> {
    let brand = brand();
    let step = "/.gatehouse/sign-in/Yk3vT9sQ".to_owned();
    let begin = || Target::Link("/ledger?month=3".to_owned());
    let name = || Some("casey.morgan@fernhill.example".to_owned());
    let reference = || Some("7KQ2-M9XD".to_owned());
    let b = || Arc::clone(&brand);
    vec![
        ("continue", ContinuePage { brand: b(), begin: begin() }.render()),
        ("cookies-needed", CookiesNeededPage { brand: b(), retry: step.clone() }.render()),
        (
            "sign-out",
            SignOutPage { brand: b(), account: name(), sign_out: post("sign-out"), stay: "/".to_owned() }.render(),
        ),
        ("signed-out", SignedOutPage { brand: b(), sign_in: "/".to_owned(), complete: true }.render()),
        ("signed-out-in-part", SignedOutPage { brand: b(), sign_in: "/".to_owned(), complete: false }.render()),
        (
            "try-again",
            TryAgainPage { brand: b(), reason: TryAgain::Unreachable, retry: step.clone(), reference: reference() }
                .render(),
        ),
        (
            "rate-limited",
            TryAgainPage {
                brand: b(),
                reason: TryAgain::Busy(Some(Duration::from_secs(45))),
                retry: step,
                reference: None,
            }
            .render(),
        ),
        ("expired", ExpiredPage { brand: b(), begin: begin() }.render()),
        ("terminal-error", terminal(Tone::Danger).render()),
        ("terminal-success", terminal(Tone::Success).render()),
        (
            "leave",
            LeavePage { brand: b(), href: "https://idp.example/sso?a=b&c=d".into(), host: Some("idp.example".into()) }
                .render(),
        ),
        ("form-lost", FormLostPage { brand: b(), sign_in: "/ledger/7/edit".to_owned() }.render()),
        ("framed", FramedPage { brand: b(), href: "/ledger".to_owned() }.render()),
        ("code-elsewhere", CodeElsewherePage { brand: b(), code: "482913".to_owned() }.render()),
        (
            "already-signed-in",
            AlreadySignedInPage {
                brand: b(),
                account: name(),
                onward: "/ledger".to_owned(),
                sign_out: "/.gatehouse/sign-out".to_owned(),
            }
            .render(),
        ),
    ]
}

fn terminal(tone: Tone) -> TerminalPage {
    let (icon, heading, text) = match tone {
        Tone::Success => (Icon::Check, "Your account is unlocked", "You can sign in with your password again."),
        _ => (Icon::Lock, "You can’t sign in here", "Your account isn’t assigned to this application."),
    };
    TerminalPage {
        brand: brand(),
        emblem: Emblem { icon, tone },
        heading: heading.to_owned(),
        lead: vec![text.into()],
        notices: Vec::new(),
        figures: Vec::new(),
        ways: vec![Way::new("Start again", Target::Post(post("cancel")), Weight::Secondary)],
    }
}

fn problems() -> Vec<Sample> {
    let page = |name, problem| {
        let page = ErrorPage { brand: brand(), problem, reference: Some("7KQ2-M9XD".to_owned()) };
        (name, page.render())
    };
    vec![
        page("error-400", Problem::BadRequest),
        page("error-403-post", Problem::ForeignPost),
        page("error-403", Problem::Forbidden),
        page("error-404", Problem::NotFound),
        page("error-405", Problem::MethodNotAllowed),
        page("error-413", Problem::PayloadTooLarge),
        page("error-421", Problem::Misdirected),
        page("error-429", Problem::TooManyRequests(Some(Duration::from_secs(30)))),
        page("error-431", Problem::HeadersTooLarge),
        page("error-500", Problem::Internal),
        page("error-502", Problem::BadGateway),
        page("error-503", Problem::Unavailable),
        page("error-504", Problem::GatewayTimeout),
    ]
}

fn stepping_up() -> Vec<Sample> {
    let b = brand;
    vec![
        ("confirm", ConfirmPage { brand: b(), begin: Target::Post(post("continue")) }.render()),
        ("confirm-framed", FramedConfirmPage { brand: b(), href: "/ledger".to_owned() }.render()),
        ("confirm-form", FormNeedsMorePage { brand: b(), begin: "/.gatehouse/sign-in?return=%2F".to_owned() }.render()),
        (
            "level-not-reached",
            LevelNotReachedPage { brand: b(), retry: "/audit".to_owned(), reference: "7KQ2-M9XD".to_owned() }.render(),
        ),
    ]
}

fn mailed_links() -> Vec<Sample> {
    let good = |link, signed_in| MailedLinkPage { brand: brand(), link, signed_in, go: post("link") }.render();
    let bad =
        |link, fault| BadLinkPage { brand: brand(), link, fault, sign_in: "/.gatehouse/sign-in".to_owned() }.render();
    let unusable = LinkFault::Unusable { reference: "7KQ2-M9XD".to_owned() };
    vec![
        ("activate", good(MailedLink::Activation, Some(SignedIn::As("mira@fernhill.example".to_owned())))),
        ("recover", good(MailedLink::Recovery, None)),
        ("link-incomplete", bad(MailedLink::Activation, LinkFault::Incomplete)),
        ("link-dead-activate", bad(MailedLink::Activation, LinkFault::Dead)),
        ("link-dead-recover", bad(MailedLink::Recovery, LinkFault::Dead)),
        ("link-unusable", bad(MailedLink::Activation, unusable)),
    ]
}

/// A picture that looks like a QR code and says nothing.
const QR: &str = "data:image/png;base64,\
     iVBORw0KGgoAAAANSUhEUgAAAB0AAAAdAQAAAAB+6FqiAAAAnElEQVR42gGRAG7/AAEE7AAAfSb18ABF15UQAEUwRRAARQAdEAB9\
     143wAAFuDAAA/zG/+ABhE3hIALp969gAgdtMiABG4jOQAHUyAoAAZS7giADAdBQAAH5b7/gAB8+iwADxR0WYABW9AFgAcYKT+ACs\
     hqEwAP/IXBgAAXj9WAB9kcYgAEXqUMAARc0BSABFmLNAAH2F8SAAASPqgIFdNR/58ZC8AAAAAElFTkSuQmCC";
