//! Reads a page as strictly as a checker would: HTML without parser errors, and what people with and without sight
//! need of it.

use std::collections::HashSet;

use scraper::{ElementRef, Html as Dom, Selector};

/// Everything that is wrong with a page; nothing when it is right.
pub(crate) fn faults(html: &str) -> Vec<String> {
    let dom = Dom::parse_document(html);
    let mut faults: Vec<String> = dom.errors.iter().map(|error| format!("parser: {error}")).collect();
    structure(&dom, &mut faults);
    references(&dom, &mut faults);
    labels(&dom, &mut faults);
    nothing_inline(&dom, &mut faults);
    forms(&dom, &mut faults);
    faults
}

/// The elements that `selector` selects.
pub(crate) fn all<'a>(dom: &'a Dom, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector of this file");
    dom.select(&selector).collect()
}

fn structure(dom: &Dom, faults: &mut Vec<String>) {
    for (selector, count) in [("h1", 1), ("main", 1), ("title", 1), ("html[lang][dir]", 1)] {
        let found = all(dom, selector).len();
        if found != count {
            faults.push(format!("{found} of {selector} instead of {count}"));
        }
    }
    let primary = all(dom, ".button:not(.plain)").len();
    if primary > 1 {
        faults.push(format!("{primary} primary buttons"));
    }
    let focused = all(dom, "[autofocus]").len();
    if focused > 1 {
        faults.push(format!("{focused} elements want the focus"));
    }
    for title in all(dom, "title") {
        let says_error = title.text().collect::<String>().starts_with("Error: ");
        if !all(dom, ".summary").is_empty() && !says_error {
            faults.push("an error that the title does not mention".to_owned());
        }
    }
    for heading in all(dom, "h1, h2, button, a, label, legend") {
        if heading.text().collect::<String>().trim().is_empty() && heading.attr("aria-label").is_none() {
            faults.push(format!("empty {}", heading.html()));
        }
    }
}

fn references(dom: &Dom, faults: &mut Vec<String>) {
    let mut ids = HashSet::new();
    for element in all(dom, "[id]") {
        let id = element.attr("id").unwrap_or_default();
        if id.is_empty() || id.contains(char::is_whitespace) || !ids.insert(id) {
            faults.push(format!("id {id:?} is empty, spaced or there twice"));
        }
    }
    let mut resolve = |what: &str, id: &str| {
        if !ids.contains(id) {
            faults.push(format!("{what} refers to {id:?}, which is not there"));
        }
    };
    for label in all(dom, "label[for]") {
        resolve("label", label.attr("for").unwrap_or_default());
    }
    for link in all(dom, "a[href^='#']") {
        resolve("link", link.attr("href").unwrap_or_default().trim_start_matches('#'));
    }
    for described in all(dom, "[aria-describedby]") {
        described.attr("aria-describedby").unwrap_or_default().split(' ').for_each(|id| resolve("description", id));
    }
}

fn labels(dom: &Dom, faults: &mut Vec<String>) {
    for control in all(dom, "input:not([type=hidden]), select, textarea") {
        let by_label = control
            .attr("id")
            .is_some_and(|id| all(dom, "label[for]").into_iter().any(|label| label.attr("for") == Some(id)));
        let inside = control.ancestors().filter_map(ElementRef::wrap).any(|parent| parent.value().name() == "label");
        if !(by_label || inside || control.attr("aria-label").is_some()) {
            faults.push(format!("no label: {}", control.html()));
        }
    }
    for image in all(dom, "img") {
        if image.attr("alt").is_none_or(str::is_empty)
            || !image.attr("src").is_some_and(|src| src.starts_with("data:image/"))
        {
            faults.push(format!("a picture without words, or of somebody else: {}", image.html()));
        }
    }
}

fn nothing_inline(dom: &Dom, faults: &mut Vec<String>) {
    for element in all(dom, "style, iframe, object, embed, base, [style], meta[http-equiv]") {
        faults.push(format!("not allowed: {}", element.html()));
    }
    for script in all(dom, "script") {
        let ours = script.attr("src").is_some_and(|src| src.starts_with("/.gatehouse/assets/"));
        if !ours || script.attr("type") != Some("module") || script.text().next().is_some() {
            faults.push(format!("a script within the page, or of somebody else: {}", script.html()));
        }
    }
    for element in all(dom, "*") {
        let handler = element.value().attrs().find(|(name, _)| name.starts_with("on"));
        if let Some((name, _)) = handler {
            faults.push(format!("event handler {name}"));
        }
        for (name, value) in element.value().attrs().filter(|(name, _)| matches!(*name, "href" | "src" | "action")) {
            let ours = value.is_empty() || value.starts_with(['/', '#']);
            let elsewhere = value.starts_with("https://") || value.starts_with("http://127.0.0.1");
            let picture = name == "src" && value.starts_with("data:image/");
            let application = name == "href" && value.starts_with("com-okta-authenticator:");
            if !(ours || elsewhere || picture || application) {
                faults.push(format!("{name} leads to {value:?}"));
            }
        }
    }
}

fn forms(dom: &Dom, faults: &mut Vec<String>) {
    for form in all(dom, "form") {
        let ours = form.attr("action").is_some_and(|action| action.starts_with('/') && !action.starts_with("//"));
        if form.attr("method") != Some("post") || !ours {
            faults.push(format!("a form that leads elsewhere: {:?}", form.attr("action")));
        }
        let buttons = form.select(&Selector::parse("button[type=submit]").expect("a selector")).count();
        if buttons != 1 {
            faults.push(format!("a form with {buttons} buttons"));
        }
    }
}
