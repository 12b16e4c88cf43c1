//! Posts to the gateway's own pages that no page of it sent.

use crate::support::browser::{Browser, NAVIGATION, Page};
use crate::support::house::House;
use crate::support::people::person;

const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");

/// At the first site, the page that asks Ada for her password.
async fn password_page(house: &House, browser: &mut Browser) -> Page {
    let page = browser.open(&house.first("/echo")).await;
    browser.submit(&page, &page.form_with("identifier"), &[("identifier", "ada@example.com")]).await
}

/// What the password form of a page sends with the right password.
fn body(page: &Page) -> String {
    page.form_with("credentials.passcode").filled(&[("credentials.passcode", person("ada").password)])
}

/// The body with another value for one of the form's own hidden fields.
fn with(body: &str, name: &str, value: &str) -> String {
    let pairs = url::form_urlencoded::parse(body.as_bytes());
    let changed = pairs.map(|(key, old)| if key == name { (key, value.to_owned()) } else { (key, old.into_owned()) });
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(changed).finish()
}

fn hidden(page: &Page, name: &str) -> String {
    page.form_with("credentials.passcode").value(name).expect("a hidden value").to_owned()
}

/// Sends a body as a form of the site's own page would be sent.
async fn forge(browser: &Browser, house: &House, url: &str, body: &str) -> Page {
    let origin = house.first("");
    let lines: Vec<_> = NAVIGATION.into_iter().chain([FORM, ("Origin", &*origin)]).collect();
    browser.clone().say("POST", url, &lines, body).await
}

#[tokio::test]
async fn decision_11_a_step_is_taken_by_a_page_of_the_site_and_by_nobody_else() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser).await;
    let calls = house.org().recorded_calls().len();
    let (ours, neighbour) = (house.first(""), house.second(""));
    let longer = format!("{ours}.evil.example");

    for lines in [
        vec![],
        vec![("Origin", "null")],
        vec![("Origin", "https://evil.example")],
        vec![("Origin", &*neighbour)],
        vec![("Origin", &*longer)],
        vec![("Origin", "http://localhost")],
        vec![("Origin", &*ours), ("Origin", &*ours)],
        vec![("Origin", &*ours), ("Sec-Fetch-Site", "cross-site")],
        vec![("Origin", &*ours), ("Sec-Fetch-Site", "same-site")],
        vec![("Sec-Fetch-Site", "same-site")],
        vec![("Sec-Fetch-Site", "none")],
        vec![("Referer", &*ours)],
    ] {
        let lines: Vec<_> = lines.into_iter().chain([FORM, ("Accept", "text/html")]).collect();
        let answer = browser.clone().say("POST", page.url.as_str(), &lines, &body(&page)).await;

        assert_eq!(answer.status, 403, "{lines:?}");
        assert!(answer.all("set-cookie").is_empty(), "{lines:?}");
    }
    assert_eq!(house.org().recorded_calls().len(), calls);
    for lines in [vec![("Origin", &*ours)], vec![("Sec-Fetch-Site", "same-origin")]] {
        let lines: Vec<_> = lines.into_iter().chain([FORM, ("Accept", "text/html")]).collect();
        let empty = with(&body(&page), "credentials.passcode", "");
        let answer = browser.clone().say("POST", page.url.as_str(), &lines, &empty).await;
        assert_eq!((answer.status, answer.errors().len()), (422, 1), "{lines:?}: {}", answer.body);
    }
}

#[tokio::test]
async fn decision_11_a_form_token_is_good_for_its_own_form_alone() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser).await;
    let recover = page.form("Forgot your password?");
    let (token, calls) = (recover.value(".token").expect("a token"), house.org().recorded_calls().len());
    let other_shape = recover.value(".shape").expect("a shape");

    for forged in [
        with(&body(&page), ".token", token),
        with(&body(&page), ".token", ""),
        with(&body(&page), ".token", &hidden(&page, ".token").to_lowercase()),
        with(&body(&page), ".form", "cancel"),
        with(&body(&page), ".form", ""),
        with(&body(&page), ".shape", other_shape),
        with(&body(&page), ".shape", ""),
        with(&body(&page), ".revision", &"A".repeat(43)),
        with(&body(&page), ".revision", ""),
        String::new(),
    ] {
        let answer = forge(&browser, &house, page.url.as_str(), &forged).await;
        assert_eq!((answer.status, answer.heading()), (403, "We stopped that request".to_owned()), "{forged}");
    }
    assert_eq!(house.org().recorded_calls().len(), calls);
}

#[tokio::test]
async fn decision_11_a_form_token_of_another_transaction_browser_or_site_is_refused() {
    let house = House::open().await;
    let (mut browser, mut other_browser) = (Browser::new(), Browser::new());
    let page = password_page(&house, &mut browser).await;
    let other_transaction = password_page(&house, &mut browser).await;
    let elsewhere = password_page(&house, &mut other_browser).await;
    assert_ne!(page.url, other_transaction.url);
    let calls = house.org().recorded_calls().len();

    let of_other_transaction = forge(&browser, &house, page.url.as_str(), &body(&other_transaction)).await;
    let of_other_browser = forge(&browser, &house, page.url.as_str(), &body(&elsewhere)).await;
    let origin = house.second("");
    let lines: Vec<_> = NAVIGATION.into_iter().chain([FORM, ("Origin", &*origin)]).collect();
    let at_other_site = browser.clone().say("POST", &house.second(page.url.path()), &lines, &body(&page)).await;

    assert_eq!((of_other_transaction.status, of_other_browser.status), (403, 403));
    assert_eq!(at_other_site.heading(), "This sign-in has expired");
    assert_eq!(house.org().recorded_calls().len(), calls);
}

#[tokio::test]
async fn decision_11_the_continue_button_works_in_the_browser_it_was_shown_in_alone() {
    let house = House::open().await;
    let (mut browser, mut other) = (Browser::without_fetch_metadata(), Browser::without_fetch_metadata());
    let page = browser.open(&house.first("/echo")).await;
    let elsewhere = other.open(&house.first("/echo")).await;

    let forged = browser.post(&elsewhere, &elsewhere.form("Continue"), &[]).await;

    assert_eq!(forged.status, 403);
    assert_eq!(house.interactions(), 0);
    assert_eq!(browser.post(&page, &page.form("Continue"), &[]).await.status, 303);
}

#[tokio::test]
async fn decision_2_a_sign_in_that_somebody_else_began_does_not_open_in_a_victims_browser() {
    let house = House::open().await;
    let (mut attacker, mut victim) = (Browser::new(), Browser::new());
    let page = password_page(&house, &mut attacker).await;
    victim.open(&house.first("/public")).await;
    victim.look(&house.first("/echo")).await;
    // A sibling host has planted the attacker's transaction beside the victim's own anchor.
    let id = page.url.path_segments().and_then(Iterator::last).expect("a transaction").to_owned();
    let name = format!("gatehouse-tx-{id}");
    let sealed = attacker.jar.value(&name).expect("a sealed transaction");
    victim.jar.keep(&page.url, &format!("{name}={sealed}; Path=/.gatehouse"));

    let seen = victim.open(page.url.as_str()).await;
    let sent = forge(&victim, &house, page.url.as_str(), &body(&page)).await;

    assert_eq!(
        (seen.heading(), sent.heading()),
        ("This sign-in has expired".to_owned(), "This sign-in has expired".to_owned())
    );
    assert!(victim.jar.value("gatehouse").is_none());
}

#[tokio::test]
async fn decision_9_own_posts_are_forms_of_a_modest_size() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser).await;
    let calls = house.org().recorded_calls().len();
    let origin = house.first("");

    let huge = with(&body(&page), "credentials.passcode", &"x".repeat(64 * 1024));
    let too_large = forge(&browser, &house, page.url.as_str(), &huge).await;
    let mut statuses = Vec::new();
    for content_type in ["multipart/form-data; boundary=x", "text/plain", "application/json", ""] {
        let lines: Vec<_> =
            NAVIGATION.into_iter().chain([("Content-Type", content_type), ("Origin", &*origin)]).collect();
        statuses.push(browser.clone().say("POST", page.url.as_str(), &lines, &body(&page)).await.status);
    }

    assert_eq!(too_large.status, 413);
    assert_eq!(statuses, [415, 415, 415, 415]);
    assert_eq!(house.org().recorded_calls().len(), calls);
}

#[tokio::test]
async fn own_pages_take_the_methods_they_are_made_for() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser).await;
    let origin = house.first("");
    let lines: Vec<_> = NAVIGATION.into_iter().chain([FORM, ("Origin", &*origin)]).collect();

    for (method, target) in [
        ("PUT", page.url.path()),
        ("DELETE", "/.gatehouse/sign-out"),
        ("POST", "/.gatehouse/callback"),
        ("PUT", "/.gatehouse/session"),
        ("PATCH", "/.gatehouse/sign-in"),
    ] {
        let answer = browser.clone().say(method, &house.first(target), &lines, &body(&page)).await;
        assert_eq!(answer.status, 405, "{method} {target}");
        assert!(answer.header("allow").is_some_and(|allow| !allow.contains(method)), "{method} {target}");
    }
    let in_query = browser.open(&format!("{}?{}", page.url, body(&page))).await;
    assert_eq!(in_query.heading(), "Enter your password", "a link takes no step");
}

#[tokio::test]
async fn decision_7_a_form_is_sent_only_while_the_very_same_form_is_offered() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let name = browser.open(&house.first("/echo")).await;
    let password = browser.submit(&name, &name.form_with("identifier"), &[("identifier", "ben@example.com")]).await;
    let typed = [("credentials.passcode", person("ben").password)];
    let choice = browser.submit(&password, &password.form_with("credentials.passcode"), &typed).await;
    assert_eq!(choice.heading(), "Verify it’s you");
    let (names, answers) = (house.org().calls("/idp/idx/identify"), house.org().calls("/idp/idx/challenge/answer"));

    // Both pages are still open in other tabs; neither of their forms is offered any more.
    let of_name = browser.submit(&name, &name.form_with("identifier"), &[("identifier", "ada@example.com")]).await;
    let of_password = browser.submit(&password, &password.form_with("credentials.passcode"), &typed).await;

    assert_eq!((of_name.heading(), of_password.heading()), (choice.heading(), choice.heading()));
    assert_eq!(house.org().calls("/idp/idx/identify"), names);
    assert_eq!(house.org().calls("/idp/idx/challenge/answer"), answers);
}
