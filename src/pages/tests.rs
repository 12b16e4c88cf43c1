//! Every page in every state.

use std::collections::HashMap;
use std::sync::Arc;

use super::assets::script_weight;
use super::brand::Brand;
use super::samples::{self, Sample};
use super::{strict_html, without_hashes};

fn samples() -> Vec<Sample> {
    let brand = Arc::new(samples::brand("/.gatehouse"));
    samples::chapters(&brand).into_iter().flat_map(|(_, pages)| pages).collect()
}

#[test]
fn every_page_is_strict_and_accessible_html() {
    for (name, html) in samples() {
        assert_eq!(strict_html::faults(&html.body), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn an_ordinary_page_is_light() {
    for (name, html) in samples() {
        assert!(html.body.len() <= 8 * 1024, "{name}: {} bytes", html.body.len());
        assert!(script_weight(&html.body) <= 8 * 1024, "{name}: {} bytes of script", script_weight(&html.body));
    }
}

#[test]
fn no_page_with_a_field_moves_by_itself() {
    for (name, html) in samples() {
        let dom = scraper::Html::parse_document(&html.body);
        let fields = strict_html::all(&dom, "input:not([type=hidden]), select");
        assert!(fields.is_empty() || html.refresh.is_none(), "{name}");
    }
}

#[test]
fn every_page_reads_as_it_was_reviewed() {
    for (name, html) in samples() {
        insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
            insta::assert_snapshot!(name, without_hashes(&html.body, &Brand::new("", "/.gatehouse")));
        });
    }
}

#[test]
fn text_stands_out_from_what_is_behind_it() {
    let stylesheet = include_str!("assets/gatehouse.css");
    let (light, rest) = stylesheet.split_once("@media (prefers-color-scheme: dark)").expect("a dark scheme");
    let (dark, _) = rest.split_once("*, ::before").expect("the end of the tokens");

    for (scheme, tokens) in [("light", tokens(light)), ("dark", tokens(dark))] {
        for (front, back, least) in PAIRS {
            let contrast = contrast(tokens[*front], tokens[*back]);
            assert!(contrast >= *least, "{scheme}: {front} on {back} is {contrast:.2}:1, not {least}:1");
        }
    }
}

/// WCAG 2.2: 4.5:1 for text (1.4.3), 3:1 for what shows where a control is (1.4.11).
const PAIRS: &[(&str, &str, f64)] = &[
    ("text", "surface", 7.0),
    ("text", "canvas", 7.0),
    ("text", "raised", 7.0),
    ("text", "accent-soft", 7.0),
    ("text", "danger-soft", 7.0),
    ("text", "warning-soft", 7.0),
    ("text", "success-soft", 7.0),
    ("muted", "surface", 4.5),
    ("muted", "canvas", 4.5),
    ("muted", "raised", 4.5),
    ("muted", "accent-soft", 4.5),
    ("accent", "surface", 4.5),
    ("accent-strong", "surface", 4.5),
    ("accent", "raised", 4.5),
    ("accent", "accent-soft", 4.5),
    ("accent", "warning-soft", 4.5),
    ("accent", "danger-soft", 4.5),
    ("on-accent", "accent", 4.5),
    ("on-accent", "accent-strong", 4.5),
    ("danger", "surface", 4.5),
    ("danger", "danger-soft", 4.5),
    ("danger", "accent-soft", 4.5),
    ("warning", "warning-soft", 4.5),
    ("success", "success-soft", 4.5),
    ("line", "surface", 3.0),
    ("line", "canvas", 3.0),
    ("focus", "surface", 3.0),
    ("focus", "canvas", 3.0),
];

fn tokens(block: &str) -> HashMap<&str, [f64; 3]> {
    block
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": #"))
        .map(|(name, hex)| {
            let value = u32::from_str_radix(hex, 16).expect("six hexadecimal digits");
            let channel = |shift: u32| f64::from((value >> shift) & 0xff) / 255.0;
            (name, [channel(16), channel(8), channel(0)])
        })
        .collect()
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let luminance = |colour: [f64; 3]| {
        let linear = |channel: f64| {
            if channel <= 0.040_45 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = colour.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
