//! A page as somebody reads it: what is said, what is asked, what can be pressed, in order and without markup.

use scraper::{ElementRef, Html as Dom, Selector};

use crate::pages::Html;

/// The outline of a page, one thing a line.
pub(super) fn outline(html: &Html) -> String {
    let dom = Dom::parse_document(&html.body);
    let selector = Selector::parse("main").expect("a selector");
    let mut lines = Vec::new();
    for main in dom.select(&selector) {
        walk(main, &mut lines);
    }
    lines.extend(html.refresh.as_ref().map(|refresh| format!("goes by itself: {refresh}")));
    lines.join("\n")
}

fn walk(element: ElementRef<'_>, lines: &mut Vec<String>) {
    if let Some(line) = line(element) {
        lines.extend(Some(line).filter(|line| !line.is_empty()));
        return;
    }
    element.child_elements().for_each(|child| walk(child, lines));
}

/// The line of an element that is read as a whole; none for one that only holds others.
fn line(element: ElementRef<'_>) -> Option<String> {
    let is = |class: &str| element.value().classes().any(|other| other == class);
    let text = text(element);
    let attr = |name: &str| element.attr(name).unwrap_or_default();
    Some(match element.value().name() {
        "h1" => format!("# {text}"),
        "h2" => format!("## {text}"),
        "legend" => format!("{text}:"),
        "label" if element.child_elements().next().is_some_and(|child| child.value().name() == "input") => {
            let chosen = element.child_elements().next().is_some_and(|input| input.attr("checked").is_some());
            format!("({}) {text}", if chosen { "x" } else { " " })
        }
        "label" => text,
        "input" => input(element)?,
        "select" => format!("[choose: {}]", options(element)),
        "img" => format!("[picture: {}]", attr("alt")),
        "button" | "a" if is("row") => format!("> {text}"),
        "button" if is("button") => format!("[[ {text} ]]"),
        "button" => format!("- {text}"),
        "a" if is("button") => format!("[[ {text} ]] to {}", attr("href")),
        "a" => format!("- {text}, to {}", attr("href")),
        "dt" => format!("{text}:"),
        "li" if element.parent().and_then(ElementRef::wrap).is_some_and(|list| list.value().name() == "ol") => {
            format!("1. {text}")
        }
        "li" if element.parent().and_then(ElementRef::wrap).is_some_and(|it| it.attr("class") == Some("list")) => {
            format!("* {text}")
        }
        "p" if is("waiting") => format!("… {text}"),
        "p" | "dd" | "bdi" | "code" => text,
        "li" if element.child_elements().next().is_none() => format!("! {text}"),
        "span" if is("hidden") => return Some(String::new()),
        "div" if is("error") => format!("! {}", text.trim_start_matches("Error: ")),
        "div" if is("hint") => format!("({text})"),
        _ => return None,
    })
}

fn input(input: ElementRef<'_>) -> Option<String> {
    let attr = |name: &str| input.attr(name).unwrap_or_default();
    match attr("type") {
        "hidden" | "radio" => Some(String::new()),
        "checkbox" => Some(format!("[{}]", if input.attr("checked").is_some() { "x" } else { " " })),
        kind => {
            let facts = [kind, attr("autocomplete"), attr("inputmode"), attr("value")];
            let facts: Vec<&str> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
            let focus = if input.attr("autofocus").is_some() { "|" } else { "" };
            Some(format!("[{focus}{}]", facts.join(", ")))
        }
    }
}

fn options(select: ElementRef<'_>) -> String {
    let options = select.child_elements().map(text);
    options.collect::<Vec<_>>().join(" / ")
}

fn text(element: ElementRef<'_>) -> String {
    element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}
