//! Documents of every kind as pages; above all those that nobody foresaw.

mod families;
mod hostile;
mod outline;
mod pages;
mod recorded;

use scraper::{ElementRef, Html as Dom};
use serde_json::Value;
use url::Url;

use super::*;
use crate::idx::{self, Document, Inputs, OrgOrigin};
use crate::pages::strict_html::{self, all};
use crate::pages::{Brand, Html, Page as _};

const STEP: &str = "/.gatehouse/sign-in/Yk3vT9sQ";

fn org() -> OrgOrigin {
    OrgOrigin::of(&Url::parse("https://org.example").expect("an address")).expect("an origin of an org")
}

fn document(json: &Value) -> Document {
    Document::parse(json.to_string().as_bytes()).expect("a document")
}

/// Calls `act` with a context in which nothing was posted or asked for; tests change what they are about.
fn with_context<T>(act: impl FnOnce(StepContext<'_>) -> T) -> T {
    crate::endpoints::catalogue::with_context(&Brand::new("Fernhill Ledger", "/.gatehouse"), STEP, act)
}

fn render(document: &Document) -> Html {
    with_context(|context| page(document, &context).expect("a page").render())
}

/// What a person would see, heard or copied: the text of the page.
fn text_of(html: &str) -> String {
    let dom = Dom::parse_document(html);
    let words: Vec<&str> = dom.root_element().text().flat_map(str::split_whitespace).collect();
    words.join(" ")
}

/// The forms of a page as a browser would post them: for each, the pairs of its controls, filled in plausibly.
fn fill_forms(html: &str) -> Vec<Vec<(String, String)>> {
    let dom = Dom::parse_document(html);
    all(&dom, "form").into_iter().map(fill).collect()
}

fn fill(form: ElementRef<'_>) -> Vec<(String, String)> {
    let selector = scraper::Selector::parse("input, select").expect("a selector");
    let mut pairs: Vec<(String, String)> = Vec::new();
    for control in form.select(&selector) {
        let Some(name) = control.attr("name") else { continue };
        let value = match (control.value().name(), control.attr("type")) {
            ("select", _) => first_option(control),
            // Where script puts what comes out of a ceremony.
            (_, Some("hidden")) if control.attr("data-part").is_some() => Some("AQID".to_owned()),
            (_, Some("hidden")) => control.attr("value").map(str::to_owned),
            (_, Some("checkbox")) => control.attr("checked").map(|_| control.attr("value").unwrap_or("on").to_owned()),
            // The first of a set, unless another is chosen.
            (_, Some("radio")) => {
                let before = pairs.iter().position(|(other, _)| other == name);
                match (before, control.attr("checked")) {
                    (None, _) => control.attr("value").map(str::to_owned),
                    (Some(before), Some(_)) => {
                        pairs.remove(before);
                        control.attr("value").map(str::to_owned)
                    }
                    (Some(_), None) => None,
                }
            }
            (_, kind) => Some(plausible(kind.unwrap_or("text")).to_owned()),
        };
        pairs.extend(value.map(|value| (name.to_owned(), value)));
    }
    pairs
}

fn first_option(select: ElementRef<'_>) -> Option<String> {
    let selector = scraper::Selector::parse("option").expect("a selector");
    let values: Vec<&str> = select.select(&selector).filter_map(|option| option.attr("value")).collect();
    values.into_iter().find(|value| !value.is_empty()).map(str::to_owned)
}

fn plausible(kind: &str) -> &'static str {
    match kind {
        "email" => "casey@fernhill.example",
        "tel" => "+14155550123",
        "password" => "correct horse battery staple",
        _ => "123456",
    }
}

/// What is wrong with the forms of a page: a body that the document's form does not describe, or none at all.
fn wrong_bodies(document: &Document, html: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for pairs in fill_forms(html) {
        let Some(id) = pairs.iter().find(|(name, _)| name == ".form").map(|(_, id)| id.clone()) else {
            wrong.push("a form without its id".to_owned());
            continue;
        };
        let Some(form) = document.form(&id) else {
            wrong.push(format!("{id} is not a form of the document"));
            continue;
        };
        let inputs = Inputs::from_pairs(pairs.into_iter().filter(|(name, _)| !name.starts_with('.')));
        match form.body(&inputs) {
            Err(faults) => wrong.push(format!("{id}: {faults:?}")),
            Ok(body) => check_body(&id, form, &body, &mut wrong),
        }
    }
    wrong
}

fn check_body(id: &str, form: &idx::Form, body: &Value, wrong: &mut Vec<String>) {
    let fields = &form.fields;
    // Recorded documents were put together from several: the form's own handle is the one to go back.
    if let Some(idx::Content::Constant(handle)) = fields.iter().find(|f| f.name == "stateHandle").map(|f| &f.content)
        && body.get("stateHandle") != Some(handle)
    {
        wrong.push(format!("{id}: another state handle"));
    }
    for name in body.as_object().into_iter().flat_map(|body| body.keys()) {
        // Why a page gives up on a device is said although no form lists it.
        let is_reason = form.gives_up_on_a_device() && name == "reason";
        if !is_reason && !fields.iter().any(|field| field.name == *name) {
            wrong.push(format!("{id}: unknown member {name}"));
        }
    }
}

/// A page without the addresses that the org itself sends the browser to: some name the conversation.
fn without_redirects(document: &Document, html: &str) -> String {
    let gets = document.forms().filter(|form| form.method == idx::Method::Get);
    let urls = gets.filter_map(|form| form.href.for_browser(&org()).ok().or(Url::parse(form.href.as_sent()).ok()));
    urls.fold(html.to_owned(), |html, url| html.replace(&url.as_str().replace('&', "&#38;"), ""))
}

/// Everything that is wrong with the page of a document and the pages that its links bring to the front.
fn faults(document: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    let Some(first) = with_context(|context| page(document, &context).map(|page| page.render())) else { return faults };
    let mut pages = vec![("first".to_owned(), first)];
    let dom = Dom::parse_document(&pages[0].1.body);
    for link in all(&dom, "a[href*='?show=']") {
        let href = link.attr("href").unwrap_or_default();
        let shown = url::form_urlencoded::parse(href.split_once('?').map_or("", |(_, query)| query).as_bytes())
            .find(|(name, _)| name == "show")
            .map(|(_, id)| id.into_owned());
        let html = with_context(|context| {
            page(document, &StepContext { shown: shown.as_deref(), ..context }).expect("a page").render()
        });
        pages.push((shown.unwrap_or_default(), html));
    }
    for (name, html) in &pages {
        faults.extend(strict_html::faults(&html.body).into_iter().map(|fault| format!("{name}: {fault}")));
        faults.extend(wrong_bodies(document, &html.body).into_iter().map(|fault| format!("{name}: {fault}")));
        if let Some(handle) = document.state_handle().map(|handle| handle.expose()).filter(|handle| handle.len() > 8)
            && without_redirects(document, &html.body).contains(handle)
        {
            faults.push(format!("{name}: the state handle is on the page"));
        }
        if crate::pages::assets::script_weight(&html.body) > 8 * 1024 {
            faults.push(format!("{name}: {} bytes of script", crate::pages::assets::script_weight(&html.body)));
        }
        if html.body.len() > 64 * 1024 {
            faults.push(format!("{name}: {} bytes", html.body.len()));
        }
        if html.refresh.is_some()
            && !all(&Dom::parse_document(&html.body), "main form input:not([type=hidden])").is_empty()
        {
            faults.push(format!("{name}: a page with a field moves by itself"));
        }
    }
    faults
}
