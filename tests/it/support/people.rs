//! The people of the demo, and how they get through the pages of a sign-in.

use gatehouse::demo::Demo;

use super::browser::{Browser, Page};

/// A sign-in of more pages than this goes in circles.
const MOST_PAGES: usize = 12;

/// What somebody knows and would do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Person {
    pub(crate) login: &'static str,
    pub(crate) password: &'static str,
    pub(crate) new_password: Option<&'static str>,
    pub(crate) answer: &'static str,
    /// Buttons to press where there is nothing to fill in, in order.
    pub(crate) picks: &'static [&'static str],
}

/// The person of that first name.
pub(crate) fn person(name: &str) -> Person {
    let login_of = |login: &&str| login.split('@').next() == Some(name);
    let account = Demo::accounts().iter().find(|account| login_of(&account.login));
    let account = account.unwrap_or_else(|| panic!("nobody is called {name}"));
    let picks: &[&str] = match name {
        "ben" => &["Email"],
        "cleo" => &["Send me an email"],
        "dora" => &["Phone", "Text message"],
        "emil" => &["Security Question"],
        "wes" => &["Do it later"],
        _ => &[],
    };
    Person {
        login: account.login,
        password: account.password.unwrap_or_default(),
        new_password: (name == "pia").then_some("Nevermore-1845"),
        answer: "optics",
        picks,
    }
}

impl Person {
    pub(crate) const fn with_password(self, password: &'static str) -> Self {
        Self { password, ..self }
    }

    /// Opens an address and signs in; gives the page where there is nothing left that this person could do.
    pub(crate) async fn opens(&self, browser: &mut Browser, house: &impl AsRef<Demo>, url: &str) -> Page {
        let page = browser.open(url).await;
        self.goes_on(browser, house, page).await
    }

    /// As [`opens`](Self::opens), and fails unless that leads to the very address.
    pub(crate) async fn reaches(&self, browser: &mut Browser, house: &impl AsRef<Demo>, url: &str) -> Page {
        let page = self.opens(browser, house, url).await;
        assert_eq!((page.url.as_str(), page.status), (url, 200), "{}", page.body);
        page
    }

    /// Goes on from a page of the gateway.
    pub(crate) async fn goes_on(&self, browser: &mut Browser, house: &impl AsRef<Demo>, mut page: Page) -> Page {
        let mut picks = self.picks.iter();
        let mut headings = Vec::new();
        while is_own(&page) && page.errors().is_empty() {
            headings.push(page.heading());
            assert!(headings.len() <= MOST_PAGES, "{} goes in circles: {headings:?}", self.login);
            page = match self.next(browser, house, &page, &mut picks).await {
                Some(next) => next,
                None => break,
            };
        }
        page
    }

    async fn next(
        &self,
        browser: &mut Browser,
        house: &impl AsRef<Demo>,
        page: &Page,
        picks: &mut std::slice::Iter<'_, &'static str>,
    ) -> Option<Page> {
        let shows = |autocomplete: &str| !page.texts(&format!("input[autocomplete={autocomplete}]")).is_empty();
        if page.asks_for("identifier") {
            let form = page.form_with("identifier");
            let both = [("identifier", self.login), ("credentials.passcode", self.password)];
            let values = if form.has("credentials.passcode") { &both[..] } else { &both[..1] };
            return Some(browser.submit(page, &form, values).await);
        }
        if page.asks_for("credentials.answer") {
            let form = page.form_with("credentials.answer");
            return Some(browser.submit(page, &form, &[("credentials.answer", self.answer)]).await);
        }
        let secret = match () {
            () if shows("current-password") => Some(self.password.to_owned()),
            () if shows("new-password") => self.new_password.map(str::to_owned),
            () if shows("one-time-code") => house.as_ref().org().latest_code(self.login),
            () => None,
        };
        if let Some(secret) = secret {
            let form = page.form_with("credentials.passcode");
            return Some(browser.submit(page, &form, &[("credentials.passcode", &secret)]).await);
        }
        let forms = page.forms();
        let pick = picks.next()?;
        let form = forms.iter().find(|form| form.button.contains(pick));
        let form = form.unwrap_or_else(|| panic!("no button {pick:?} at {}: {}", page.url, page.body));
        Some(browser.submit(page, form, &[]).await)
    }
}

/// Whether a page is the gateway's.
pub(crate) fn is_own(page: &Page) -> bool {
    page.url.path().starts_with("/.gatehouse")
}
