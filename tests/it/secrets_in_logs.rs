//! Nothing that opens anything is ever written into a log, however much an operator wants to know.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use gatehouse::demo::org::{Fault, Flaw, TokenKind};

use crate::support::browser::Browser;
use crate::support::house::{CUSTOM, House, eventually};
use crate::support::log::Log;
use crate::support::people::person;

/// The longest run of characters that names of modules, hosts and references need. Handles, verifiers, tokens and keys are
/// longer.
const LONGEST_WORD: usize = 39;

/// Fails when one of these, or anything that looks like a handle or a token, stands in the log.
fn assert_silent_about(log: &str, secrets: &[String]) {
    for secret in secrets.iter().filter(|secret| secret.len() > 3) {
        assert!(!log.contains(&**secret), "{secret} in the log");
    }
    for marker in ["eyJ", "02.id.", "Bearer ", "Basic ", "code_verifier", "interaction_handle\":", "stateHandle"] {
        assert!(!log.contains(marker), "{marker} in the log");
    }
    let is_wordy = |character: char| character.is_ascii_alphanumeric() || "-_~".contains(character);
    // A key is named by an identifier that everybody may read.
    for line in log.lines().filter(|line| !line.contains("is signed with the key")) {
        let long = line.split(|character| !is_wordy(character)).find(|word| word.len() > LONGEST_WORD);
        assert_eq!(long, None, "looks like a secret: {line}");
    }
}

/// Every cookie of a browser, whole and in the parts that base64 has.
fn cookies(browser: &Browser) -> Vec<String> {
    browser.jar.names().iter().filter_map(|name| browser.jar.value(name)).map(str::to_owned).collect()
}

#[tokio::test]
async fn no_secret_of_a_whole_sign_in_is_logged_at_trace() {
    let log = Log::begin("trace");
    let house = House::configured(|yaml| yaml.replace("idle_timeout: 30m", "idle_timeout: 12h")).await;
    let mut secrets = Vec::new();
    let mut browser = Browser::new();

    // In, with a wrong password on the way and a look at every kind of cookie.
    let page = browser.open(&house.first("/echo")).await;
    secrets.extend(cookies(&browser));
    let page = browser.submit(&page, &page.form_with("identifier"), &[("identifier", "ben@example.com")]).await;
    let wrong = [("credentials.passcode", "wrong-but-private")];
    let page = browser.submit(&page, &page.form_with("credentials.passcode"), &wrong).await;
    secrets.extend(["wrong-but-private".to_owned(), person("ben").password.to_owned()]);
    secrets.extend(cookies(&browser));
    let right = [("credentials.passcode", person("ben").password)];
    let page = browser.submit(&page, &page.form_with("credentials.passcode"), &right).await;
    person("ben").goes_on(&mut browser, &house, page).await;
    secrets.push(house.access_token("/echo"));
    // On, with fresh tokens, and out.
    house.pass(Duration::from_secs(61 * 60));
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    secrets.push(house.access_token("/echo"));
    secrets.extend(cookies(&browser));
    let page = browser.open(&house.first("/.gatehouse/sign-out")).await;
    browser.submit(&page, &page.form("Sign out"), &[]).await;
    eventually("tokens are revoked", || house.org().calls(&format!("{CUSTOM}/revoke")) == 2).await;

    let message = house.org().latest_message("ben@example.com").expect("a code");
    secrets.extend([message.code, message.link.expect("a link")]);
    let devices = house.org().recorded_calls().into_iter().filter_map(|call| call.device_token);
    secrets.extend(devices);
    assert!(secrets.len() > 10);
    assert!(log.text().contains("Signed in"), "there is a log");
    assert_silent_about(&log.whole().await, &secrets);
}

#[tokio::test]
async fn no_secret_is_logged_when_things_go_wrong() {
    let log = Log::begin("trace");
    let house = House::open().await;
    let mut secrets = vec![person("ada").password.to_owned()];

    for (path, fault) in [
        ("/interact", Fault::BadGateway),
        ("/idp/idx/introspect", Fault::Truncated),
        ("/idp/idx/identify", Fault::InternalError),
        ("/idp/idx/challenge/answer", Fault::Dropped),
        ("/token", Fault::Truncated),
        ("/token", Fault::Oversized(10 << 20)),
        ("/token", Fault::RateLimited(10)),
    ] {
        let path = if path.starts_with("/idp") { path.to_owned() } else { format!("{CUSTOM}{path}") };
        house.org().fault(&path, fault, 1);
        let mut browser = Browser::new();
        person("ada").opens(&mut browser, &house, &house.first("/echo")).await;
        secrets.extend(cookies(&browser));
    }
    for flaw in [Flaw::WrongSignature, Flaw::AlgNone, Flaw::WrongNonce, Flaw::UnknownKey, Flaw::OtherPerson] {
        house.org().flaw(TokenKind::IdToken, flaw);
        let mut browser = Browser::new();
        person("ada").opens(&mut browser, &house, &house.first("/echo")).await;
        secrets.extend(cookies(&browser));
    }

    assert!(log.lines("ERROR").len() >= 5, "there is a log: {}", log.text());
    assert_silent_about(&log.whole().await, &secrets);
}

#[tokio::test]
async fn requests_of_strangers_do_not_put_their_words_into_the_log() {
    let log = Log::begin("trace");
    let house = House::open().await;
    let secret = "word-of-a-stranger";
    let header = format!("Bearer {secret}");

    for (method, target) in [
        ("GET", format!("/echo?token={secret}")),
        ("GET", format!("/.gatehouse/callback?otp={secret}&state={secret}")),
        ("GET", format!("/.gatehouse/sign-in/{secret}")),
        ("GET", format!("/.gatehouse/{secret}")),
        ("POST", format!("/.gatehouse/sign-in/{secret}?a={secret}")),
        ("GET", format!("/public/echo?code={secret}")),
    ] {
        let lines = [("Authorization", &*header), ("Cookie", secret), ("Accept", "text/html"), ("Referer", secret)];
        Browser::new().say(method, &house.first(&target), &lines, &format!("password={secret}")).await;
    }

    let text = log.whole().await;
    assert!(!log.lines("gatehouse::access").is_empty());
    assert!(!text.contains(secret), "{:#?}", log.lines(secret));
}

/// A program that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test]
async fn the_program_itself_at_trace_says_no_secret_either() {
    let mut program = Running(
        Command::new(env!("CARGO_BIN_EXE_gatehouse"))
            .args(["demo", "--port", "0", "--log", "trace"])
            .env("NO_COLOR", "1")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts"),
    );
    let mut stdout = BufReader::new(program.0.stdout.take().expect("a pipe"));
    let mut stderr = program.0.stderr.take().expect("a pipe");
    let log = std::thread::spawn(move || {
        let mut log = String::new();
        stderr.read_to_string(&mut log).map(|_| log)
    });
    let mut site = String::new();
    while !site.contains("http://localhost:") {
        site.clear();
        assert!(stdout.read_line(&mut site).expect("text") > 0, "the demo prints its address");
    }
    let at = site.find("http://").expect("an address");
    let site = site[at..].split_whitespace().next().expect("an address").trim_end_matches('/').to_owned();
    let mut browser = Browser::new();

    let page = browser.open(&format!("{site}/echo")).await;
    let mut secrets = cookies(&browser);
    let page = browser.submit(&page, &page.form_with("identifier"), &[("identifier", "ada@example.com")]).await;
    let typed = [("credentials.passcode", person("ada").password)];
    let page = browser.submit(&page, &page.form_with("credentials.passcode"), &typed).await;
    secrets.extend(cookies(&browser));
    secrets.push(person("ada").password.to_owned());

    assert_eq!(page.url.as_str(), format!("{site}/echo"));
    drop(program);
    let log = log.join().expect("no panic").expect("text");
    assert!(log.contains("Signed in"), "there is a log: {log}");
    assert_silent_about(&log, &secrets);
}
