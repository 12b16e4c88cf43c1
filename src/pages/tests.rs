//! Every page in every state.

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
