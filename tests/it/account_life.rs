//! The life of an account, walked through the gateway: signing up, unlocking, consent, profiles, providers elsewhere.
//!
//! Steps are found by the names that the Identity Engine gives them, fields by theirs: what pages say is tried elsewhere.

use crate::support::browser::{Browser, Page};
use crate::support::house::House;
use crate::support::people::person;

/// Opens the site that offers everything.
async fn first_page(browser: &mut Browser, house: &House) -> Page {
    browser.open(&house.third("/echo?kept=1")).await
}

/// Presses the button of a step that asks for nothing.
async fn press(browser: &mut Browser, page: &Page, step: &str) -> Page {
    fill(browser, page, step, &[]).await
}

async fn fill(browser: &mut Browser, page: &Page, step: &str, values: &[(&str, &str)]) -> Page {
    browser.submit(page, &page.step(step), values).await
}

/// Presses the row that chooses an authenticator by what it is called.
async fn choose(browser: &mut Browser, page: &Page, words: &str) -> Page {
    let forms = page.forms();
    let form = forms.iter().find(|form| form.button.contains(words));
    let form = form.unwrap_or_else(|| panic!("no row {words:?} at {}: {}", page.url, page.body));
    browser.submit(page, form, &[]).await
}

/// Signs in with name and password at the site that asks for the name first.
async fn after_password(browser: &mut Browser, house: &House, name: &str) -> Page {
    let page = browser.open(&house.first("/echo?kept=1")).await;
    let page = fill(browser, &page, "identify", &[("identifier", person(name).login)]).await;
    fill(browser, &page, "challenge-authenticator", &[("credentials.passcode", person(name).password)]).await
}

fn arrived(page: &Page, house: &House, login: &str) {
    assert_eq!((page.status, page.url.query()), (200, Some("kept=1")), "{}: {}", page.url, page.body);
    assert_eq!(house.last_reached("/echo").header("x-forwarded-email").first().copied().unwrap_or(login), login);
}

#[tokio::test]
async fn somebody_new_signs_up_with_a_profile_a_password_and_an_address_and_leaves_the_rest() {
    let (house, mut browser) = (House::open().await, Browser::new());
    let page = first_page(&mut browser, &house).await;
    let page = press(&mut browser, &page, "select-enroll-profile").await;
    let profile = [
        ("userProfile.firstName", "Mary"),
        ("userProfile.lastName", "Anning"),
        ("userProfile.email", "mary@example.com"),
        ("userProfile.expertise", "1"),
        ("userProfile.countryCode", "2"),
        ("userProfile.newsletter", "true"),
        ("userProfile.herbariumNumber", "K-17"),
    ];
    let page = fill(&mut browser, &page, "enroll-profile", &profile).await;
    let page = choose(&mut browser, &page, "Password").await;
    let page = fill(&mut browser, &page, "enroll-authenticator", &[("credentials.passcode", "Ichthyosaur-1811")]).await;
    let page = choose(&mut browser, &page, "Email").await;
    let code = house.org().latest_code("mary@example.com").expect("a mail");
    let page = fill(&mut browser, &page, "enroll-authenticator", &[("credentials.passcode", &code)]).await;

    let page = press(&mut browser, &page, "skip").await;

    assert_eq!((page.status, page.url.query()), (200, Some("kept=1")), "{}", page.body);
}

#[tokio::test]
async fn a_profile_that_is_not_right_comes_back_with_everything_that_was_typed() {
    let (house, mut browser) = (House::open().await, Browser::new());
    let page = first_page(&mut browser, &house).await;
    let page = press(&mut browser, &page, "select-enroll-profile").await;
    let profile = [
        ("userProfile.firstName", "Mary"),
        ("userProfile.lastName", "Anning"),
        ("userProfile.email", "mary at lyme regis"),
        ("userProfile.expertise", "2"),
    ];

    let page = fill(&mut browser, &page, "enroll-profile", &profile).await;

    let form = page.step("enroll-profile");
    for (name, value) in profile {
        assert_eq!(form.value(name), Some(value), "{name}");
    }
    assert_eq!(page.status, 422);
    assert!(!page.errors().is_empty());
}

#[tokio::test]
async fn who_has_an_account_goes_back_from_signing_up_to_signing_in() {
    let (house, mut browser) = (House::open().await, Browser::new());
    let page = first_page(&mut browser, &house).await;
    let page = press(&mut browser, &page, "select-enroll-profile").await;

    let page = press(&mut browser, &page, "select-identify").await;

    assert!(page.asks_for("identifier"));
}

#[tokio::test]
async fn an_address_that_has_to_be_verified_by_a_link_ends_with_a_calm_page() {
    let (house, mut browser) = (House::open().await, Browser::new());
    let page = first_page(&mut browser, &house).await;
    let page = press(&mut browser, &page, "select-enroll-profile").await;
    let profile = [
        ("userProfile.firstName", "Mary"),
        ("userProfile.lastName", "Anning"),
        ("userProfile.email", "mary@link.example.com"),
        ("userProfile.expertise", "2"),
    ];

    let page = fill(&mut browser, &page, "enroll-profile", &profile).await;

    assert_eq!(page.status, 200);
    assert!(page.errors().is_empty(), "it is no error: {}", page.body);
}

/// Asks to unlock an account by a code that is mailed.
async fn unlock(browser: &mut Browser, house: &House, login: &str) -> Page {
    let page = first_page(browser, house).await;
    let page = press(browser, &page, "unlock-account").await;
    let asked = [("identifier", login), ("authenticator", "0")];
    let page = fill(browser, &page, "select-authenticator-unlock-account", &asked).await;
    let code = house.org().latest_code(login).expect("a mail");
    fill(browser, &page, "challenge-authenticator", &[("credentials.passcode", &code)]).await
}

#[tokio::test]
async fn a_locked_account_is_unlocked_by_a_code_and_signs_in_again() {
    let (house, mut browser) = (House::open().await, Browser::new());

    let page = unlock(&mut browser, &house, "lena@example.com").await;

    assert_eq!(page.status, 200);
    assert!(page.errors().is_empty(), "{}", page.body);
    let page = after_password(&mut Browser::new(), &house, "lena").await;
    arrived(&page, &house, "lena@example.com");
}

#[tokio::test]
async fn two_factors_in_turn_unlock_an_account_and_the_sign_in_goes_on() {
    let (house, mut browser) = (House::open().await, Browser::new());
    let page = unlock(&mut browser, &house, "otis@example.com").await;
    let page = choose(&mut browser, &page, "Security Question").await;
    let page = fill(&mut browser, &page, "challenge-authenticator", &[("credentials.answer", "yonkers")]).await;

    let password = [("credentials.passcode", person("otis").password)];
    let page = fill(&mut browser, &page, "challenge-authenticator", &password).await;

    arrived(&page, &house, "otis@example.com");
}

#[tokio::test]
async fn consent_is_asked_scope_by_scope_and_what_is_left_out_is_not_granted() {
    let (house, mut browser) = (House::open().await, Browser::new());
    let page = after_password(&mut browser, &house, "kira").await;
    let page = press(&mut browser, &page, "email-challenge-consent").await;
    let page = fill(&mut browser, &page, "granular-consent", &[("optedScopes.email", "false")]).await;

    let page = press(&mut browser, &page, "keep-me-signed-in").await;

    assert_eq!((page.status, page.url.query()), (200, Some("kept=1")), "{}", page.body);
    assert!(house.last_reached("/echo").header("x-forwarded-email").is_empty(), "the scope was not granted");
}

#[tokio::test]
async fn who_agrees_goes_on_and_who_does_not_learns_what_that_means() {
    let house = House::open().await;
    for (name, step) in [("omar", "consent"), ("hedda", "admin-consent")] {
        let mut browser = Browser::new();
        let page = after_password(&mut browser, &house, name).await;
        let forms = page.forms();
        let answers: Vec<_> = forms.iter().filter(|form| form.value(".form") == Some(step)).collect();
        assert_eq!(answers.len(), 2, "two buttons: {}", page.body);

        let yes = browser.clone().submit(&page, answers[0], &[]).await;
        arrived(&yes, &house, person(name).login);

        let mut other = Browser::new();
        let page = after_password(&mut other, &house, name).await;
        let answers: Vec<_> = page.forms().into_iter().filter(|form| form.value(".form") == Some(step)).collect();
        let no = other.submit(&page, &answers[1], &[]).await;
        assert!(no.url.path().starts_with("/.gatehouse"), "{name}");
        assert!(no.forms().iter().any(|form| form.value(".form") == Some("cancel")) || no.body.contains("sign-in?"));
    }
}

#[tokio::test]
async fn a_missing_profile_is_completed_and_an_optional_one_is_left() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = after_password(&mut browser, &house, "percy").await;
    let page = fill(&mut browser, &page, "profile-update", &[]).await;
    assert_eq!(page.status, 422, "the department is required");
    let page = fill(&mut browser, &page, "profile-update", &[("userProfile.department", "Printing")]).await;
    arrived(&page, &house, "percy@example.com");

    let mut browser = Browser::new();
    let page = after_password(&mut browser, &house, "rosa").await;
    let page = press(&mut browser, &page, "skip").await;

    arrived(&page, &house, "rosa@example.com");
}

#[tokio::test]
async fn a_device_without_a_keyboard_is_connected_by_its_code() {
    let (house, mut browser) = (House::open().await, Browser::new());
    let page = after_password(&mut browser, &house, "theo").await;
    let page = fill(&mut browser, &page, "user-code", &[("userCode", "AAAA-AAAA")]).await;
    assert!(!page.errors().is_empty());

    let page = fill(&mut browser, &page, "user-code", &[("userCode", "bdwp-hqpk")]).await;

    arrived(&page, &house, "theo@example.com");
}

#[tokio::test]
async fn what_may_be_put_off_is_put_off_and_what_may_not_says_what_to_do() {
    let house = House::open().await;
    for (name, step) in [("mina", "device-assurance-grace-period"), ("dirk", "skip")] {
        let mut browser = Browser::new();
        let page = after_password(&mut browser, &house, name).await;

        let page = press(&mut browser, &page, step).await;

        arrived(&page, &house, person(name).login);
    }
    for (name, link) in [
        ("rolf", "https://support.example/update-macos"),
        ("edna", "https://directory.example/change-password"),
        ("inge", "https://devices.example/enroll"),
    ] {
        let page = after_password(&mut Browser::new(), &house, name).await;

        assert!(page.body.contains(link), "{name}: {}", page.body);
        assert!(page.forms().iter().all(|form| form.value(".form") != Some("skip")), "{name}");
    }
}

#[tokio::test]
async fn another_activation_mail_is_asked_for_on_the_page() {
    let (house, mut browser) = (House::open().await, Browser::new());
    let page = after_password(&mut browser, &house, "ivo").await;

    let page = press(&mut browser, &page, "request-activation-email").await;

    assert_eq!(page.status, 200);
    assert!(page.errors().is_empty(), "{}", page.body);
}

#[tokio::test]
async fn an_end_at_the_org_leads_there_with_a_page_that_navigates() {
    let (house, mut browser) = (House::open().await, Browser::new());

    let page = after_password(&mut browser, &house, "gus").await;

    assert!(page.url.as_str().starts_with(&house.demo.org_url()), "{}", page.url);
}

#[tokio::test]
async fn an_org_that_is_read_only_has_people_wait_and_goes_on_by_itself() {
    let (house, mut browser) = (House::open().await, Browser::new());
    let client = "0oademofieldnotes003";
    house.org().change_client(client, |client| client.first_page.safe_mode = true);
    let page = first_page(&mut browser, &house).await;
    let refresh = page.header("refresh").expect("it looks again by itself").to_owned();

    house.org().change_client(client, |client| client.first_page.safe_mode = false);
    let next = refresh.split_once("url=").expect("an address").1.to_owned();
    let page = browser.click(&page, &next).await;

    assert!(page.asks_for("identifier"), "{}", page.body);
}

/// Goes to a provider that the first page offers, and says there what happens.
async fn at_provider(browser: &mut Browser, house: &House, words: &str, happens: &str) -> Page {
    let page = first_page(browser, house).await;
    let there = browser.click(&page, &page.link(words)).await;
    assert!(there.url.as_str().starts_with(&house.demo.org_url()), "{}", there.url);
    browser.click(&there, &there.link(happens)).await
}

#[tokio::test]
async fn a_provider_elsewhere_signs_somebody_in_at_the_address_they_wanted() {
    let (house, mut browser) = (House::open().await, Browser::new());

    let page = at_provider(&mut browser, &house, "Museum of Natural History", "Ada Byron").await;

    arrived(&page, &house, "ada@example.com");
    let seen = page.visited.iter().any(|url| url.query().is_some_and(|query| query.contains("interaction_code")));
    assert!(seen && !page.url.as_str().contains("interaction_code"), "the code does not stay in the history");
}

#[tokio::test]
async fn what_a_provider_cannot_prove_is_asked_here() {
    let (house, mut browser) = (House::open().await, Browser::new());
    let page = at_provider(&mut browser, &house, "Harbour University", "Ben Rush").await;
    assert!(page.url.path().starts_with("/.gatehouse/sign-in/"), "{}", page.url);
    let page = press(&mut browser, &page, "authenticator-verification-data").await;
    let code = house.org().latest_code("ben@example.com").expect("a mail");

    let page = fill(&mut browser, &page, "challenge-authenticator", &[("credentials.passcode", &code)]).await;

    arrived(&page, &house, "ben@example.com");
}

#[tokio::test]
async fn who_turns_back_from_a_provider_may_sign_in_another_way() {
    let (house, mut browser) = (House::open().await, Browser::new());

    let page = at_provider(&mut browser, &house, "smart card", "Nobody").await;
    assert!(page.asks_for("identifier"), "{}", page.body);
    let page = fill(&mut browser, &page, "identify", &[("identifier", "ada@example.com")]).await;
    let password = [("credentials.passcode", person("ada").password)];
    let page = fill(&mut browser, &page, "challenge-authenticator", &password).await;

    arrived(&page, &house, "ada@example.com");
}

#[tokio::test]
async fn the_back_button_after_a_provider_shows_the_current_step_and_no_dead_form() {
    let (house, mut browser) = (House::open().await, Browser::new());
    let step = first_page(&mut browser, &house).await.url;
    at_provider(&mut browser, &house, "Harbour University", "Ben Rush").await;

    let page = browser.open(step.as_str()).await;

    assert!(page.step("authenticator-verification-data").has(".token"));
}

#[tokio::test]
async fn an_identity_is_verified_elsewhere_and_the_sign_in_goes_on() {
    let (house, mut browser) = (House::open().await, Browser::new());
    let page = after_password(&mut browser, &house, "vera").await;
    let links = page.texts("a");
    let there = links.iter().find(|link| link.contains("Lantern") || link.contains("Continue")).expect("a way there");
    let there = browser.click(&page, &page.link(there)).await;

    let page = browser.click(&there, &there.link("It is me")).await;

    arrived(&page, &house, "vera@example.com");
}
