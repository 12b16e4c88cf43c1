//! Somebody's way through the pages of a sign-in, by what the pages show: steps by the names that the Identity Engine
//! gives them, rows by what they are called.

use std::time::Duration;

use super::browser::{Browser, Form, Page};
use super::house::House;
use super::people::{is_own, person};

/// The part of the application that everybody wants to see.
const WANTED: &str = "/echo?kept=1";
/// An org takes ten calls of one sign-in within five seconds, and no person is that quick.
const STEPS_AT_A_TIME: usize = 7;
const REST: Duration = Duration::from_secs(5);
/// How long a page that waits may come back in vain.
const PATIENCE: Duration = Duration::from_secs(15);
/// How often it looks.
const PAUSE: Duration = Duration::from_millis(250);

/// Somebody in front of a page.
pub(crate) struct Visit {
    pub(crate) house: House,
    pub(crate) browser: Browser,
    pub(crate) page: Page,
    steps: usize,
}

impl Visit {
    /// Opens the site that asks for the name first.
    pub(crate) async fn begin() -> Self {
        let house = House::open().await;
        let wanted = house.first(WANTED);
        Self::at(house, &wanted).await
    }

    /// Opens the site whose first page offers everything.
    pub(crate) async fn begin_with_everything() -> Self {
        let house = House::open().await;
        let wanted = house.third(WANTED);
        Self::at(house, &wanted).await
    }

    /// Opens an address of that house.
    pub(crate) async fn at(house: House, url: &str) -> Self {
        let mut browser = Browser::new();
        let page = browser.open(url).await;
        Self { house, browser, page, steps: 0 }
    }

    /// That person, with everything said that was asked up to the password.
    pub(crate) async fn of(name: &str) -> Self {
        let mut visit = Self::begin().await;
        visit.gives_name_and_password(name).await;
        visit
    }

    /// The same person or another comes back later, with a browser that nobody used before.
    pub(crate) async fn comes_back(&mut self, name: &str) {
        let wanted = self.house.first(WANTED);
        self.begins_again(&wanted).await;
        self.gives_name_and_password(name).await;
    }

    /// Opens an address with a browser that nobody used before.
    pub(crate) async fn begins_again(&mut self, url: &str) {
        self.browser = Browser::new();
        self.page = self.browser.open(url).await;
        self.steps = 0;
    }

    pub(crate) async fn gives_name_and_password(&mut self, name: &str) {
        let person = person(name);
        self.fills("identify", &[("identifier", person.login)]).await;
        if !person.password.is_empty() {
            self.fills("challenge-authenticator", &[("credentials.passcode", person.password)]).await;
        }
    }

    /// Presses the button of a step that asks for nothing.
    pub(crate) async fn presses(&mut self, step: &str) {
        self.fills(step, &[]).await;
    }

    /// Fills in a step, brought to the front if need be, and sends it.
    pub(crate) async fn fills(&mut self, step: &str, values: &[(&str, &str)]) {
        self.brings_up(step).await;
        let form = self.page.step(step);
        self.sends(&form, values).await;
    }

    /// Types a code, a password or whatever else the page's one field is for.
    pub(crate) async fn types(&mut self, passcode: &str) {
        let form = self.page.form_with("credentials.passcode");
        self.sends(&form, &[("credentials.passcode", passcode)]).await;
    }

    /// Types the newest code that was sent to that person.
    pub(crate) async fn types_what_was_sent_to(&mut self, login: &str) {
        let code = self.sent_to(login);
        self.types(&code).await;
    }

    /// Presses the row that is called that.
    pub(crate) async fn chooses(&mut self, words: &str) {
        let form =
            self.row(words).unwrap_or_else(|| panic!("no row {words:?} at {}: {}", self.page.url, self.page.body));
        self.sends(&form, &[]).await;
    }

    /// Asks for something else than what the page is about, and chooses that.
    pub(crate) async fn chooses_instead(&mut self, step: &str, words: &str) {
        let link = self.page.links().into_iter().find(|link| link.ends_with(&format!("show={step}")));
        if let Some(link) = link {
            self.page = self.browser.click(&self.page, &link).await;
        }
        self.chooses(words).await;
    }

    /// Looks, as the page does by itself, until the org has heard of what happened elsewhere.
    pub(crate) async fn waits_for(&mut self, what: &str, has_come: impl Fn(&Page) -> bool) {
        let deadline = tokio::time::Instant::now() + PATIENCE;
        while !has_come(&self.page) {
            assert!(tokio::time::Instant::now() < deadline, "{what} never came: {}", self.page.body);
            tokio::time::sleep(PAUSE).await;
            let refresh = self.page.header("refresh").unwrap_or_else(|| panic!("it does not wait: {}", self.page.body));
            let target = refresh.split_once("url=").expect("an address to come back to").1.to_owned();
            self.page = self.browser.click(&self.page, &target).await;
        }
    }

    /// Waits until the page has led to another step, or to the application.
    pub(crate) async fn waits_to_go_on(&mut self) {
        let heading = self.page.heading();
        self.waits_for("another step", |page| !is_own(page) || page.heading() != heading || page.status == 422).await;
    }

    /// Follows the link to another place, and there the one that says what happens.
    pub(crate) async fn leaves_by(&mut self, words: &str, happens: &str) {
        let there = self.browser.click(&self.page, &self.page.link(words)).await;
        assert!(there.url.as_str().starts_with(&self.house.demo.org_url()), "{}", there.url);
        self.page = self.browser.click(&there, &there.link(happens)).await;
    }

    /// The newest code that was sent to that person.
    pub(crate) fn sent_to(&self, login: &str) -> String {
        self.house.org().latest_code(login).unwrap_or_else(|| panic!("nothing was sent to {login}"))
    }

    /// What that person's device shows now.
    pub(crate) fn shown_to(&self, login: &str, key: &str) -> String {
        self.house.org().current_code(login, key).unwrap_or_else(|| panic!("{key} of {login} shows nothing"))
    }

    /// The page is about that, and nothing is wrong.
    #[track_caller]
    pub(crate) fn sees(&self, heading: &str) {
        assert_eq!((self.page.heading().as_str(), self.page.errors()), (heading, Vec::new()), "{}", self.page.body);
    }

    /// The page says that somewhere.
    #[track_caller]
    pub(crate) fn reads(&self, words: &str) {
        let text = self.page.texts("main").concat();
        assert!(text.contains(words), "{words:?} is not in {text:?}");
    }

    /// The page is about the same as before and says what was wrong, once and in these words.
    #[track_caller]
    pub(crate) fn is_told(&self, heading: &str, error: &str) {
        assert_eq!((self.page.status, self.page.heading().as_str()), (422, heading), "{}", self.page.body);
        assert_eq!(self.page.errors(), [error], "{}", self.page.body);
    }

    /// The row that is called that, where there is one.
    pub(crate) fn row(&self, words: &str) -> Option<Form> {
        self.page.forms().into_iter().find(|form| form.button.contains(words))
    }

    /// The page that was wanted is there, and the application was told who came.
    #[track_caller]
    pub(crate) fn arrives_as(&self, login: &str) {
        assert_eq!(
            (self.page.status, self.page.url.query()),
            (200, Some("kept=1")),
            "{}: {}",
            self.page.url,
            self.page.body
        );
        assert!(!is_own(&self.page), "{}", self.page.url);
        let reached = self.house.last_reached("/echo");
        assert_eq!(reached.header("x-forwarded-preferred-username"), [login]);
        assert_eq!(reached.header("authorization").len(), 1);
    }

    /// Nobody was let through.
    #[track_caller]
    pub(crate) fn is_kept_out(&self) {
        assert!(is_own(&self.page), "{}", self.page.url);
        assert!(self.house.reached("/echo").is_empty());
    }

    async fn brings_up(&mut self, step: &str) {
        let is_there = |form: &Form| form.value(".form") == Some(step);
        let shows = format!("show={step}");
        let link = self.page.links().into_iter().find(|link| link.ends_with(&shows));
        if let Some(link) = link.filter(|_| !self.page.forms().iter().any(is_there)) {
            self.page = self.browser.click(&self.page, &link).await;
        }
    }

    async fn sends(&mut self, form: &Form, values: &[(&str, &str)]) {
        self.steps += 1;
        if self.steps.is_multiple_of(STEPS_AT_A_TIME) {
            tokio::time::sleep(REST).await;
        }
        self.page = self.browser.submit(&self.page, form, values).await;
    }
}
