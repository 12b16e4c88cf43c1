//! A document that offers nothing more: what it says, and a way to begin again.

use std::sync::Arc;

use serde_json::Value;

use crate::idx::{Document, Href, Message, MessageClass};
use crate::pages::{
    Brand, Emblem, Figure, Icon, Notice, Sentence, Target, TerminalPage, Tone, Value as Word, Way, Weight,
};

use super::StepContext;
use super::authenticators::text;
use super::messages;
use super::words::emblem;

/// The page of an end.
pub(super) fn page(document: &Document, context: &StepContext<'_>, succeeded: bool) -> TerminalPage {
    let brand: &Brand = &context.brand;
    let said: Vec<&Message> = context.kept_messages.iter().chain(document.messages()).collect();
    let failed = said.iter().any(|message| message.class == MessageClass::Error);
    let (picture, heading) = heading(brand, &said, succeeded, failed);
    let mut lead: Vec<Sentence> = Vec::new();
    let mut links = Vec::new();
    for message in said.iter().filter(|message| !messages::is_device_instruction(message)) {
        let sentence = messages::sentence(brand, message, None);
        links.extend(messages::links(message, &sentence, context.org));
        let sentence = Sentence::new(sentence);
        if sentence != Sentence::new("") && !lead.contains(&sentence) {
            lead.push(sentence);
        }
    }
    if lead.is_empty() && document.member("deviceEnrollment").is_none() {
        lead.push(brand.say("end-nothing-more").into());
    }
    let notices = if links.is_empty() {
        Vec::new()
    } else {
        vec![Notice { tone: Tone::Calm, texts: vec![brand.say("read-more")], links }]
    };
    let mut page = TerminalPage {
        brand: Arc::clone(&context.brand),
        emblem: picture,
        heading,
        lead,
        notices,
        figures: messages::device_instructions(brand, said.iter().copied(), context.org),
        ways: Vec::new(),
    };
    one_time_code(brand, document, &mut page);
    device_enrollment(document, context, &mut page);
    page.ways.push(start_again(document, context));
    page
}

fn heading(brand: &Brand, said: &[&Message], succeeded: bool, failed: bool) -> (Emblem, String) {
    let say = |name| brand.say(name);
    for key in said.iter().filter_map(|message| message.key.as_deref()) {
        let known = match key {
            "oie.selfservice.unlock_user.success.message" => (Icon::Unlock, Tone::Success, say("end-unlocked-heading")),
            "idx.recovery.completed" => (Icon::Check, Tone::Success, say("end-password-changed-heading")),
            "idx.email.verification.required" | "idx.request.activation.email" => {
                (Icon::Mail, Tone::Calm, say("check-email-heading"))
            }
            "idx.device.activated" => (Icon::Check, Tone::Success, say("end-device-connected-heading")),
            "idx.enter.otp.in.original.tab" => (Icon::Mail, Tone::Calm, say("your-code-heading")),
            "idx.return.to.original.tab" | "idx.transferred.to.new.tab" => {
                (Icon::Check, Tone::Success, say("end-close-page-heading"))
            }
            "idx.return.link.expired" | "idx.return.stale" | "idx.return.error" => {
                (Icon::Clock, Tone::Warning, say("end-link-dead-heading"))
            }
            "idx.expired.activation.token"
            | "idx.missing.activation.token"
            | "idx.invalid.forgot.password.token"
            | "idx.invalid.reset.password.token" => (Icon::Clock, Tone::Warning, say("end-link-dead-heading")),
            "idx.operation.cancelled.on.other.device" | "idx.operation.cancelled.by.user" => {
                (Icon::Lock, Tone::Warning, say("end-refused-heading"))
            }
            "tooManyRequests" | "oie.tooManyRequests" => (Icon::Clock, Tone::Warning, say("wait-heading")),
            "E0000009" | "E0000010" => (Icon::Cloud, Tone::Warning, say("end-not-now-heading")),
            "idx.device.not.activated.consent.denied" | "idx.device.not.activated.internal.error" => {
                (Icon::Warning, Tone::Warning, say("end-device-not-connected-heading"))
            }
            "oie.selfservice.unlock_user.landing.to.app.success.message" => {
                (Icon::Unlock, Tone::Success, say("end-unlocked-heading"))
            }
            _ if key.starts_with("idx.error.code.access_denied.device_assurance") => {
                (Icon::Phone, Tone::Warning, say("device-attention-heading"))
            }
            _ => continue,
        };
        return (emblem(known.0, known.1), known.2);
    }
    match (failed, succeeded) {
        (true, _) => (emblem(Icon::Lock, Tone::Danger), say("end-failed-heading")),
        (false, true) => (emblem(Icon::Check, Tone::Success), say("end-succeeded-heading")),
        (false, false) => (emblem(Icon::Info, Tone::Calm), say("end-heading")),
    }
}

/// The code of a link that was opened elsewhere, and where it was asked for.
fn one_time_code(brand: &Brand, document: &Document, page: &mut TerminalPage) {
    let data = document.current_authenticator().and_then(|authenticator| authenticator.contextual_data());
    if let Some(code) = data.and_then(|data| text(data.get("otp"))).filter(|code| is_code(code)) {
        page.figures.push(Figure::Code(code));
        page.lead.push(brand.say("code-elsewhere-warning").into());
    }
    let Some(client) = document.member("client") else { return };
    let location = client.get("location");
    let place = ["city", "state", "country"].iter().filter_map(|name| text(location?.get(name))).collect::<Vec<_>>();
    let facts = [
        (brand.say("fact-browser"), text(client.get("browser"))),
        (brand.say("fact-system"), text(client.get("os"))),
        (brand.say("fact-place"), (!place.is_empty()).then(|| place.join(", "))),
    ];
    let facts: Vec<_> = facts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
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
    let brand: &Brand = &context.brand;
    page.heading = brand.say("device-set-up-heading");
    page.emblem = Icon::Phone.into();
    let organization = text(enrollment.get("orgName"));
    let vendor = text(enrollment.get("vendor"));
    page.lead.push(match organization {
        Some(name) => brand.sentence("device-set-up-for", &[("organization", Word::Data(&name))]),
        None => brand.say("device-set-up").into(),
    });
    let address = ["enrollmentLink", "signInUrl"].iter().find_map(|name| text(enrollment.get(name)));
    let url = address.and_then(|address| Href::new(address).for_browser(context.org).ok());
    if let Some(url) = url {
        let label = match vendor {
            Some(name) => brand.say_with("device-set-up-button-with", &[("vendor", Word::Data(&name))]),
            None => brand.say("device-set-up-button"),
        };
        page.ways.push(Way::new(label, Target::Link(url.into()), Weight::Primary));
    } else if let Some(vendor) = enrollment.get("vendor").and_then(Value::as_str) {
        page.figures.push(Figure::Facts(vec![(brand.say("fact-managed-with"), vendor.to_owned())]));
    }
}

fn start_again(document: &Document, context: &StepContext<'_>) -> Way {
    let target = match document.action("cancel") {
        Some(cancel) => Target::Post(context.post(&cancel.id, &[])),
        None => context.begin.clone(),
    };
    Way::new(context.brand.say("start-again"), target, Weight::Secondary)
}
