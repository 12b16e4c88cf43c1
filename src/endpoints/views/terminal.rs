//! A document that offers nothing more: what it says, and a way to begin again.

use std::sync::Arc;

use crate::idx::{Document, Href, Message, MessageClass};
use crate::pages::{Figure, Icon, Link, Notice, Sentence, Target, TerminalPage, Tone, Value, Way, Weight};

use super::StepContext;
use super::authenticators::text;
use super::ends::{self, End, On};
use super::figures;
use super::guides;
use super::messages;
use super::words::emblem;

/// The page of an end.
pub(super) fn page(document: &Document, context: &StepContext<'_>, succeeded: bool) -> TerminalPage {
    let said: Vec<&Message> = context.kept_messages.iter().chain(document.messages()).collect();
    let failed = said.iter().any(|message| message.class == MessageClass::Error);
    let known = said.iter().find_map(|message| ends::end(message.key.as_deref()?));
    let end = known.unwrap_or_else(|| unnamed(succeeded, failed));
    let (lead, links) = lead(document, context, &said);
    let notices = if links.is_empty() {
        Vec::new()
    } else {
        vec![Notice { tone: Tone::Calm, texts: vec![context.brand.say("read-more")], links }]
    };
    let mut page = TerminalPage {
        brand: Arc::clone(&context.brand),
        emblem: emblem(end.icon, end.tone),
        heading: context.brand.say(end.heading),
        lead,
        notices,
        figures: messages::device_instructions(&context.brand, said.iter().copied(), context.org),
        ways: Vec::new(),
    };
    one_time_code(document, &mut page);
    device_enrollment(document, context, &mut page);
    page.ways.push(way_on(document, context, end.on));
    page
}

/// An end that nobody gave a name.
fn unnamed(succeeded: bool, failed: bool) -> End {
    let (icon, tone, heading, on) = match (failed, succeeded) {
        (true, _) => (Icon::Lock, Tone::Danger, "end-failed-heading", On::Again),
        (false, true) => (Icon::Check, Tone::Success, "end-succeeded-heading", On::Elsewhere),
        (false, false) => (Icon::Info, Tone::Calm, "end-heading", On::Again),
    };
    End { icon, tone, heading, lead: None, on }
}

/// What is said, each thing once: in our words where the end is one we know.
fn lead(document: &Document, context: &StepContext<'_>, said: &[&Message]) -> (Vec<Sentence>, Vec<Link>) {
    let mut lead: Vec<Sentence> = Vec::new();
    let mut links = Vec::new();
    for message in said.iter().filter(|message| !messages::is_device_instruction(message)) {
        let text = messages::sentence(&context.brand, message, None);
        links.extend(messages::links(message, &text, context.org));
        let ours = message.key.as_deref().and_then(ends::end).and_then(|end| end.lead);
        let sentence = ours.map_or_else(|| Sentence::new(text), |name| context.brand.sentence(name, &[]));
        if sentence != Sentence::new("") && !lead.contains(&sentence) {
            lead.push(sentence);
        }
    }
    if lead.is_empty() && document.member("deviceEnrollment").is_none() {
        lead.push(context.brand.sentence("end-nothing-more", &[]));
    }
    (lead, links)
}

/// The code of a link that was opened elsewhere, and where it was asked for.
fn one_time_code(document: &Document, page: &mut TerminalPage) {
    let data = document.current_authenticator().and_then(|authenticator| authenticator.contextual_data());
    if let Some(code) = data.and_then(|data| text(data.get("otp"))).filter(|code| is_code(code)) {
        page.figures.push(Figure::Code(code));
        page.lead.push(page.brand.sentence("code-elsewhere-warning", &[]));
    }
    let Some(client) = document.member("client") else { return };
    let location = client.get("location");
    let place = ["city", "state", "country"].iter().filter_map(|name| text(location?.get(name))).collect::<Vec<_>>();
    let facts = [
        ("fact-browser", text(client.get("browser")).map(|name| figures::browser(&name))),
        ("fact-system", text(client.get("os"))),
        ("fact-place", (!place.is_empty()).then(|| place.join(", "))),
    ];
    let facts: Vec<_> = facts.into_iter().filter_map(|(name, value)| Some((page.brand.say(name), value?))).collect();
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
    let brand = &context.brand;
    page.heading = brand.say("device-set-up-heading");
    page.emblem = Icon::Phone.into();
    let organization = text(enrollment.get("orgName"));
    page.lead.push(match &organization {
        Some(name) => brand.sentence("device-set-up-for", &[("organization", Value::Data(name))]),
        None => brand.sentence("device-set-up", &[]),
    });
    page.figures.push(Figure::Steps(guides::device(brand, enrollment)));
    let vendor = text(enrollment.get("vendor"));
    let address = text(enrollment.get("enrollmentLink"));
    let url = address.and_then(|address| Href::new(address).for_browser(context.org).ok());
    if let Some(url) = url {
        let label = match &vendor {
            Some(name) => brand.say_with("device-set-up-button-with", &[("vendor", Value::Data(name))]),
            None => brand.say("device-set-up-button"),
        };
        page.ways.push(Way::new(label, Target::Link(url.into()), Weight::Primary));
    } else if let Some(vendor) = vendor {
        page.figures.push(Figure::Facts(vec![(brand.say("fact-managed-with"), vendor)]));
    }
}

/// The way on: where signing in is what is called for, it is what the page is for.
fn way_on(document: &Document, context: &StepContext<'_>, on: On) -> Way {
    let target = match document.action("cancel") {
        Some(cancel) => Target::Post(context.post(&cancel.id, &[])),
        None => context.begin.clone(),
    };
    let (label, weight) = match on {
        On::SignIn => ("sign-in", Weight::Primary),
        On::Again => ("start-again", Weight::Secondary),
        On::Elsewhere => ("start-again", Weight::Link),
    };
    Way::new(context.brand.say(label), target, weight)
}
