//! Steps of a sign-in as they look: from a document, for a person who is nobody.

use std::sync::Arc;

use url::Url;

use crate::endpoints::views::{self, Posted, StepContext, View};
use crate::idx::{Document, Inputs, OrgOrigin};
use crate::pages::{Brand, Control, Html, Page as _, Script, Target, samples};

/// A page made from a document.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub(super) document: &'static str,
    pub(super) json: &'static str,
    /// Who is known to sign in by then.
    pub(super) account: Option<&'static str>,
    pub(super) state: State,
}

/// Which state of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// As one comes to it.
    Fresh,
    /// After the form was sent without anything in it.
    SentEmpty,
    /// With the form of that id in front.
    Showing(&'static str),
}

impl Step {
    /// What the page is called.
    pub(super) fn name(&self) -> String {
        match self.state {
            State::Fresh => self.document.to_owned(),
            State::SentEmpty => format!("{}-sent-empty", self.document),
            State::Showing(form) => format!("{}-{}", self.document, form.replace('.', "-").to_lowercase()),
        }
    }

    /// The page; none when nothing is left to show.
    pub(super) fn render(&self, brand: &Brand) -> Option<Html> {
        let document = Document::parse(self.json.as_bytes()).ok()?;
        let address = format!("{}.html", self.name());
        with_context(brand, &address, |context| {
            let context = StepContext { account: self.account, runs_scripts: true, ..context };
            let view = match self.state {
                State::Fresh => views::page(&document, &context),
                State::Showing(form) => views::page(&document, &StepContext { shown: Some(form), ..context }),
                State::SentEmpty => {
                    let form = document.remediations().first()?;
                    let inputs = Inputs::from_pairs(chosen(&views::page(&document, &context)?));
                    let faults = form.body(&inputs).err().unwrap_or_default();
                    let posted = Posted { form: &form.id, faults: &faults, inputs: &inputs };
                    views::page(&document, &StepContext { posted: Some(posted), ..context })
                }
            };
            Some(at_rest(view?).render())
        })
    }
}

/// A page that does nothing by itself: what asks the device or a service would lead whoever looks at it away.
fn at_rest(mut view: View) -> View {
    if let View::Step(page) = &mut view {
        page.scripts.retain(|script| !matches!(script, Script::Device(_) | Script::Duo(_)));
    }
    view
}

/// What a browser sends of a form that nobody has touched: what is chosen already.
fn chosen(view: &View) -> Vec<(String, String)> {
    let View::Step(page) = view else { return Vec::new() };
    let mut pairs = Vec::new();
    let mut waiting: Vec<&Control> = page.form.iter().flat_map(|form| &form.controls).collect();
    while let Some(control) = waiting.pop() {
        match control {
            Control::OneOf(one_of) => {
                let chosen = one_of.options.iter().find(|option| option.choice.chosen);
                pairs.extend(chosen.map(|option| (one_of.field.name.clone(), option.choice.value.clone())));
                waiting.extend(chosen.iter().flat_map(|option| &option.controls));
            }
            Control::Group(group) => waiting.extend(&group.controls),
            _ => {}
        }
    }
    pairs
}

/// Calls `act` with a context in which nothing was posted or asked for; the step is at `address`.
pub(crate) fn with_context<T>(brand: &Brand, address: &str, act: impl FnOnce(StepContext<'_>) -> T) -> T {
    let org = Url::parse("https://org.example").ok().as_ref().and_then(OrgOrigin::of);
    let org = org.expect("an https origin can be one of an org");
    act(StepContext {
        brand: Arc::new(brand.clone()),
        org: &org,
        step_url: address,
        poll_url: &format!("{address}?poll"),
        ask_url: &format!("{address}/poll?seen=this"),
        host: "ledger.example",
        runs_scripts: false,
        asks_for_fingerprint: false,
        begin: Target::Link("/ledger".to_owned()),
        hidden: &samples::hidden,
        shown: None,
        posted: None,
        kept_messages: &[],
        account: None,
    })
}
