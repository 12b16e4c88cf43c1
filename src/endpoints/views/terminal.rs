//! A document that offers nothing more: what it says, and a way to begin again.

use std::sync::Arc;

use serde_json::Value;

use crate::idx::{Document, Href, Message, MessageClass};
use crate::pages::{Emblem, Figure, Icon, Notice, Sentence, Target, TerminalPage, Tone, Way, Weight};

use super::StepContext;
use super::authenticators::text;
use super::messages;
use super::words::emblem;

/// The page of an end.
pub(super) fn page(document: &Document, context: &StepContext<'_>, succeeded: bool) -> TerminalPage {
    let said: Vec<&Message> = context.kept_messages.iter().chain(document.messages()).collect();
    let failed = said.iter().any(|message| message.class == MessageClass::Error);
    let (picture, heading) = heading(&said, succeeded, failed);
    let mut lead: Vec<Sentence> = Vec::new();
    let mut links = Vec::new();
    for message in said.iter().filter(|message| !messages::is_device_instruction(message)) {
        let sentence = messages::sentence(message, None);
        links.extend(messages::links(message, &sentence, context.org));
        let sentence = Sentence::new(sentence);
        if sentence != Sentence::new("") && !lead.contains(&sentence) {
            lead.push(sentence);
        }
    }
    if lead.is_empty() && document.member("deviceEnrollment").is_none() {
        lead.push("There is nothing more to do on this page.".into());
    }
    let notices = if links.is_empty() {
        Vec::new()
    } else {
        vec![Notice { tone: Tone::Calm, texts: vec!["Read more:".to_owned()], links }]
    };
    let mut page = TerminalPage {
        brand: Arc::clone(&context.brand),
        emblem: picture,
        heading: heading.to_owned(),
        lead,
        notices,
        figures: messages::device_instructions(said.iter().copied(), context.org),
        ways: Vec::new(),
    };
    one_time_code(document, &mut page);
    device_enrollment(document, context, &mut page);
    page.ways.push(start_again(document, context));
    page
}

fn heading(said: &[&Message], succeeded: bool, failed: bool) -> (Emblem, &'static str) {
    for key in said.iter().filter_map(|message| message.key.as_deref()) {
        let known = match key {
            "oie.selfservice.unlock_user.success.message" => (Icon::Unlock, Tone::Success, "Your account is unlocked"),
            "idx.recovery.completed" => (Icon::Check, Tone::Success, "Your password is changed"),
            "idx.email.verification.required" | "idx.request.activation.email" => {
                (Icon::Mail, Tone::Calm, "Check your email")
            }
            "idx.device.activated" => (Icon::Check, Tone::Success, "Your device is connected"),
            "idx.enter.otp.in.original.tab" => (Icon::Mail, Tone::Calm, "Your code"),
            "idx.return.to.original.tab" | "idx.transferred.to.new.tab" => {
                (Icon::Check, Tone::Success, "You can close this page")
            }
            "idx.return.link.expired" | "idx.return.stale" | "idx.return.error" => {
                (Icon::Clock, Tone::Warning, "This link doesn’t work any more")
            }
            "idx.expired.activation.token"
            | "idx.missing.activation.token"
            | "idx.invalid.forgot.password.token"
            | "idx.invalid.reset.password.token" => (Icon::Clock, Tone::Warning, "This link doesn’t work any more"),
            "idx.operation.cancelled.on.other.device" | "idx.operation.cancelled.by.user" => {
                (Icon::Lock, Tone::Warning, "The sign-in was refused")
            }
            "tooManyRequests" | "oie.tooManyRequests" => (Icon::Clock, Tone::Warning, "Wait a moment"),
            "E0000009" | "E0000010" => (Icon::Cloud, Tone::Warning, "We can’t sign you in right now"),
            "idx.device.not.activated.consent.denied" | "idx.device.not.activated.internal.error" => {
                (Icon::Warning, Tone::Warning, "Your device isn’t connected")
            }
            "oie.selfservice.unlock_user.landing.to.app.success.message" => {
                (Icon::Unlock, Tone::Success, "Your account is unlocked")
            }
            _ if key.starts_with("idx.error.code.access_denied.device_assurance") => {
                (Icon::Phone, Tone::Warning, "Your device needs attention")
            }
            _ => continue,
        };
        return (emblem(known.0, known.1), known.2);
    }
    match (failed, succeeded) {
        (true, _) => (emblem(Icon::Lock, Tone::Danger), "You can’t sign in this way"),
        (false, true) => (emblem(Icon::Check, Tone::Success), "That’s done"),
        (false, false) => (emblem(Icon::Info, Tone::Calm), "You can’t go on here"),
    }
}

/// The code of a link that was opened elsewhere, and where it was asked for.
fn one_time_code(document: &Document, page: &mut TerminalPage) {
    let data = document.current_authenticator().and_then(|authenticator| authenticator.contextual_data());
    if let Some(code) = data.and_then(|data| text(data.get("otp"))).filter(|code| is_code(code)) {
        page.figures.push(Figure::Code(code));
        page.lead.push("Type it only where you began yourself.".into());
    }
    let Some(client) = document.member("client") else { return };
    let location = client.get("location");
    let place = ["city", "state", "country"].iter().filter_map(|name| text(location?.get(name))).collect::<Vec<_>>();
    let facts = [
        ("Browser", text(client.get("browser"))),
        ("System", text(client.get("os"))),
        ("Place", (!place.is_empty()).then(|| place.join(", "))),
    ];
    let facts: Vec<_> = facts.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
    if !facts.is_empty() {
        page.figures.push(Figure::Facts(facts));
    }
}

fn is_code(text: &str) -> bool {
    (4..=10).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// A device that has to be set up for work before it is let in.
fn device_enrollment(document: &Document, context: &StepContext<'_>, page: &mut TerminalPage) {
    let Some(enrollment) = document.member("deviceEnrollment") else { return };
    "Set up your device".clone_into(&mut page.heading);
    page.emblem = Icon::Phone.into();
    let organization = text(enrollment.get("orgName"));
    let vendor = text(enrollment.get("vendor"));
    page.lead.push(match organization {
        Some(name) => Sentence::default()
            .data(name)
            .text(" lets in only devices that it manages. Set yours up, then sign in again."),
        None => "Only managed devices are let in here. Set yours up, then sign in again.".into(),
    });
    let address = ["enrollmentLink", "signInUrl"].iter().find_map(|name| text(enrollment.get(name)));
    let url = address.and_then(|address| Href::new(address).for_browser(context.org).ok());
    if let Some(url) = url {
        let label = vendor.map_or_else(|| "Set up this device".to_owned(), |name| format!("Set up with {name}"));
        page.ways.push(Way::new(label, Target::Link(url.into()), Weight::Primary));
    } else if let Some(vendor) = enrollment.get("vendor").and_then(Value::as_str) {
        page.figures.push(Figure::Facts(vec![("Managed with".to_owned(), vendor.to_owned())]));
    }
}

fn start_again(document: &Document, context: &StepContext<'_>) -> Way {
    let target = match document.action("cancel") {
        Some(cancel) => Target::Post(context.post(&cancel.id, &[])),
        None => context.begin.clone(),
    };
    Way::new("Start again", target, Weight::Secondary)
}
