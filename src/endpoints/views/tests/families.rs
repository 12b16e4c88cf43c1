//! Every remediation and every authenticator: how its page reads, and that nothing on offer is out of reach.

use std::collections::HashSet;

use super::outline::outline;
use super::recorded::own_documents;
use super::*;
use crate::endpoints::views::shape::{Shape, has_no_choice};
use crate::idx::Form;

#[test]
fn every_document_reads_as_it_was_reviewed() {
    for (name, document) in own_documents() {
        let Some(html) = with_context(|context| page(&document, &context).map(|page| page.render())) else { continue };
        insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "../snapshots/outlines"}, {
            insta::assert_snapshot!(name, outline(&html));
        });
    }
}

#[test]
fn a_passkey_that_cannot_be_made_here_is_not_praised_and_the_way_on_comes_first() {
    let document = own("enroll-passkey-promoted");

    let html = with_context(|context| {
        page(&document, &StepContext { host: "127.0.0.1", ..context }).map(|page| page.render())
    });

    insta::assert_snapshot!(outline(&html.expect("a page")), @r"
    # Passkeys don’t work at this address
    casey@fernhill.example
    - Not you?
    Passkeys and security keys of your organization belong to another address. You can go on without one.
    [[ Continue ]]
    - Start over
    ");
}

#[test]
fn a_key_that_cannot_be_used_here_is_not_asked_for() {
    let document = own("webauthn-challenge");

    let html = with_context(|context| {
        page(&document, &StepContext { host: "127.0.0.1", ..context }).map(|page| page.render())
    });

    insta::assert_snapshot!(outline(&html.expect("a page")), @r"
    # Use your passkey
    Security keys and passkeys of your organization don’t work at this address. Use another way, or ask your administrator.
    - Start over
    ");
}

fn own(name: &str) -> Document {
    own_documents().into_iter().find(|(own, _)| own == name).map(|(_, document)| document).expect("a document of ours")
}

#[test]
fn nothing_that_is_offered_is_out_of_reach() {
    let mut unreachable = Vec::new();
    let steps = own_documents().into_iter().filter(|(_, document)| document.outcome() == Outcome::Step);
    for (name, document) in steps {
        let reachable = reachable(&document);
        let left = document.forms().filter(|form| !reachable.contains(&form.id));
        let forms = left.filter(|form| !is_left_out(&document, form, &reachable));
        unreachable.extend(forms.map(|form| format!("{name}: {}", form.id)));
    }

    assert!(unreachable.is_empty(), "{}", unreachable.join("\n"));
}

/// What a page leaves out for a reason.
fn is_left_out(document: &Document, form: &Form, reachable: &HashSet<String>) -> bool {
    let begins = document.user().is_none() && document.remediations().first().is_some_and(|it| it.name == "identify");
    let poll = document.poll().is_some_and(|poll| poll.id == form.id);
    // The same offered twice is one thing to a person.
    let twice = document.forms().any(|other| other.name == form.name && reachable.contains(&other.id));
    let nothing_sent = form.name == "resend" && document.remediation("authenticator-verification-data").is_some();
    // The server sends such a person elsewhere, and takes nothing here.
    let elsewhere = form.name.starts_with("reenroll-custom-password-expiry");
    // Where a conversation begins there is nothing to start over; what a page does by itself needs no button.
    (form.name == "cancel" && begins)
        || poll
        || twice
        || elsewhere
        || nothing_sent
        || has_no_choice(form)
        || Shape::of(form) == Shape::Script
}

/// The ids of the forms that can be sent from the page of a document and from those its links bring to the front, and
/// of the links that can be followed.
fn reachable(document: &Document) -> HashSet<String> {
    let mut reached = HashSet::new();
    let mut waiting = vec![None];
    let mut seen = HashSet::new();
    while let Some(shown) = waiting.pop() {
        let html = with_context(|context| {
            let page = page(document, &StepContext { shown: shown.as_deref(), ..context });
            page.map(|page| page.render().body).unwrap_or_default()
        });
        let dom = Dom::parse_document(&html);
        let ids = all(&dom, "input[name='.form']").into_iter().filter_map(|input| input.attr("value"));
        reached.extend(ids.map(str::to_owned));
        for href in all(&dom, "main a").into_iter().filter_map(|link| link.attr("href")) {
            let links =
                document.forms().filter(|form| form.href.for_browser(&org()).is_ok_and(|url| url.as_str() == href));
            reached.extend(links.map(|form| form.id.clone()));
            let query = href.strip_prefix(STEP).and_then(|rest| rest.strip_prefix('?')).unwrap_or_default();
            let show = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "show");
            if let Some((_, id)) = show.filter(|(_, id)| seen.insert(id.clone().into_owned())) {
                waiting.push(Some(id.into_owned()));
            }
        }
    }
    reached
}
