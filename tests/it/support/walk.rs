//! A walk through the pages that a sequence of documents makes, as a browser without script takes it.
//!
//! Forms are found by what they are (the id of the recorded form, the option that they choose), not by what their
//! buttons say, so that the words of pages may change.

mod steps;

use std::time::Duration;

use gatehouse::demo::{Demo, Options};
use serde_json::Value;
use url::{Url, form_urlencoded};

pub(crate) use self::steps::NAME;
use super::browser::{Browser, Form, Page};
use super::demanded::{Demand, Said, demand, form};
use super::house::House;
use super::people::is_own;
use super::scripted_org::{Posted, ScriptedOrg};

/// The part of an application that somebody wants to see.
const WANTED: &str = "/echo?x=1";
/// An org takes ten calls of one sign-in within five seconds, and the gateway asks no more of it. No person is that quick,
/// so a walk takes a rest after as many steps.
const STEPS_AT_A_TIME: usize = 8;
const REST: Duration = Duration::from_secs(5);
/// How long a page that waits may come back in vain: polls are rarer than pages ask for them.
const PATIENCE: Duration = Duration::from_secs(15);

/// Somebody on the way through a sequence.
pub(crate) struct Walk {
    pub(crate) org: ScriptedOrg,
    pub(crate) browser: Browser,
    pub(crate) page: Page,
    house: House,
    steps: usize,
}

impl Walk {
    /// Opens a page of the application in front of an org that plays these documents.
    pub(crate) async fn begin(documents: &[Value]) -> Self {
        let org = ScriptedOrg::start(documents).await;
        let demo = Demo::start(Options::default()).await.expect("the demo starts");
        let honest = demo.org_url();
        let house = House::with(demo, |yaml| yaml.replace(&honest, &org.origin), false);
        let mut browser = Browser::new();
        let page = browser.open(&house.second(WANTED)).await;
        Self { org, browser, page, house, steps: 0 }
    }

    /// Somebody else opens the page, and the org plays other documents; a page that leaves by itself is not left.
    pub(crate) async fn begin_again(&mut self, documents: &[Value]) {
        self.org.plays(documents);
        // Nobody begins so often in so short a time.
        self.house.pass_at_gateway(Duration::from_secs(60));
        self.browser = Browser::new();
        let mut page = self.browser.look(&self.house.second(WANTED)).await;
        while page.status == 303 {
            let next = page.redirect().expect("a Location");
            page = self.browser.look(next.as_str()).await;
        }
        self.page = page;
    }

    /// The page asks exactly for that, in this order.
    #[track_caller]
    pub(crate) fn asks(&self, controls: &[&str]) {
        assert_eq!(self.page.controls(), controls, "{}", self.page.body);
    }

    /// A password manager and a telephone know what the line is for.
    #[track_caller]
    pub(crate) fn fills_in(&self, control: &str, autocomplete: &str) {
        let found = self.page.texts(&format!(r#"input[name="{control}"][autocomplete="{autocomplete}"]"#));
        assert_eq!(found.len(), 1, "{}", self.page.body);
    }

    /// The page says what went wrong, at the line that it concerns when there is one.
    #[track_caller]
    pub(crate) fn complains(&self, control: Option<&str>) {
        assert_eq!(self.page.status, 422, "{}", self.page.body);
        assert!(!self.page.errors().is_empty(), "{}", self.page.body);
        if let Some(control) = control {
            let at_the_line = self.page.texts(&format!(r#"[name="{control}"][aria-invalid=true]"#));
            assert_eq!(at_the_line.len(), 1, "{}", self.page.body);
        }
    }

    /// The page says nothing of errors.
    #[track_caller]
    pub(crate) fn is_calm(&self) {
        assert_eq!((self.page.status, self.page.errors()), (200, Vec::new()), "{}", self.page.body);
    }

    /// Says that to the form of that id, with what the page offers for it.
    ///
    /// Exactly one body arrives, at the form's address, and it is what the document demands of it.
    pub(crate) async fn says(&mut self, id: &str, said: Said<'_>) {
        let document = self.org.document();
        let raw = form(&document, id).unwrap_or_else(|| panic!("the document has no form {id}: {document:#}"));
        let Demand { entered, body } = demand(raw, said);
        let offered = self.offer(id, &entered).await;
        self.rest().await;

        let typed: Vec<(&str, &str)> = entered
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .filter(|(name, _)| offered.asks(name))
            .collect();
        self.page = self.browser.submit(&self.page, &offered, &typed).await;

        let path = Url::parse(raw["href"].as_str().expect("an address")).expect("an address").path().to_owned();
        let arrived = self.org.take_posted();
        assert_eq!(arrived, [Posted { path, body }], "{id}: {}", self.page.body);
    }

    /// The page waits: it comes back by itself until the org was asked, once, with the poll of that id.
    pub(crate) async fn waits(&mut self, id: &str) {
        let document = self.org.document();
        let raw = form(&document, id).unwrap_or_else(|| panic!("the document has no form {id}: {document:#}"));
        let body = demand(raw, &[]).body;
        let deadline = tokio::time::Instant::now() + PATIENCE;
        let arrived = loop {
            let refresh = self.page.header("refresh").unwrap_or_else(|| panic!("it does not wait: {}", self.page.body));
            let target = refresh.split_once("url=").expect("an address to come back to").1.to_owned();
            self.page = self.browser.click(&self.page, &target).await;
            let arrived = self.org.take_posted();
            if !arrived.is_empty() {
                break arrived;
            }
            assert!(tokio::time::Instant::now() < deadline, "the org is not asked: {}", self.page.body);
            tokio::time::sleep(Duration::from_millis(200)).await;
        };
        let arrived: Vec<Value> = arrived.into_iter().map(|posted| posted.body).collect();
        assert_eq!(arrived, [body], "{}", self.page.body);
    }

    /// Follows the link to an identity provider, from there whatever comes.
    pub(crate) async fn leaves_by(&mut self, id: &str) {
        let document = self.org.document();
        let raw = form(&document, id).unwrap_or_else(|| panic!("the document has no form {id}: {document:#}"));
        let href = raw["href"].as_str().expect("an address");
        let link = self.page.links().into_iter().find(|link| link == href);
        let link = link.unwrap_or_else(|| panic!("no link to {href}: {}", self.page.body));

        self.page = self.browser.click(&self.page, &link).await;
    }

    /// The end: the code of the last document was redeemed once, and the page that was wanted is there, with a token.
    pub(crate) async fn ends_signed_in(mut self) {
        assert!(self.org.is_at_the_end(), "documents are left: {:#}", self.org.document());
        let document = self.org.document();
        let values = document["successWithInteractionCode"]["value"].as_array().expect("the last document has a code");
        let code = values.iter().find(|value| value["name"] == "interaction_code").expect("a code")["value"].clone();
        let code = code.as_str().expect("text").to_owned();
        self.has_a_session(&code).await;
    }

    /// As [`ends_signed_in`](Self::ends_signed_in), with a code that came another way.
    pub(crate) async fn has_a_session(&mut self, code: &str) {
        let wanted = self.house.second(WANTED);
        assert_eq!((self.page.url.as_str(), self.page.status), (wanted.as_str(), 200), "{}", self.page.body);
        assert_eq!(self.org.redeemed(), [code]);
        assert_eq!(self.house.access_token("/echo"), "access-token-of-kim");
        let begun = self.org.interactions();

        let again = self.browser.open(&wanted).await;

        assert_eq!((again.url.as_str(), again.status), (wanted.as_str(), 200));
        assert_eq!(self.org.interactions(), begun, "the session lives");
    }

    /// The end of what is there: the last document is on the page, nobody is signed in.
    #[track_caller]
    pub(crate) fn ends_here(&self) {
        assert!(self.org.is_at_the_end(), "documents are left: {:#}", self.org.document());
        assert!(is_own(&self.page), "{}", self.page.url);
        assert!(self.org.redeemed().is_empty());
        assert!(!self.page.heading().is_empty());
    }

    async fn rest(&mut self) {
        self.steps += 1;
        if self.steps.is_multiple_of(STEPS_AT_A_TIME) {
            tokio::time::sleep(REST).await;
        }
    }

    /// The form of the page that can say that, brought to the front if need be.
    async fn offer(&mut self, id: &str, entered: &[(String, String)]) -> Form {
        let can = |form: &Form| {
            form.value(".form") == Some(id) && entered.iter().all(|(name, value)| form.can_say(name, value))
        };
        if let Some(form) = self.page.forms().into_iter().find(can) {
            return form;
        }
        let shows = |link: &&String| {
            let query = link.split_once('?').map_or("", |(_, query)| query);
            form_urlencoded::parse(query.as_bytes()).any(|(name, value)| name == "show" && value == id)
        };
        let links = self.page.links();
        let link = links.iter().find(shows);
        let link = link.unwrap_or_else(|| panic!("no way to {id} with {entered:?}: {}", self.page.body));
        self.page = self.browser.click(&self.page, link).await;
        let form = self.page.forms().into_iter().find(can);
        form.unwrap_or_else(|| panic!("no way to {id} with {entered:?}, asked for by name: {}", self.page.body))
    }
}
