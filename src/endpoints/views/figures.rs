//! What a step shows rather than asks.

use serde_json::Value;

use crate::idx::{Authenticator, Content, Document, Form, Href, OrgOrigin};
use crate::pages::{
    Brand, DataImage, Figure, Link, ListItem, Notice, Rule, Target, Tone, Value as Word, Values, Way, Weight,
};

use super::authenticators::{self, text};
use super::guides;
use super::headings;
use super::words::readable;

/// What there is to look at beside a form.
pub(super) fn figures(brand: &Brand, document: &Document, form: &Form, sets_password: bool) -> Vec<Figure> {
    let mut figures = Vec::new();
    if form.name == "enroll-poll" {
        figures.extend(guides::steps(brand, document));
    }
    let authenticator = document.current_authenticator();
    if let Some(data) = authenticator.and_then(Authenticator::contextual_data) {
        figures.extend(number(data));
        figures.extend(qr(brand, data, authenticator));
    }
    figures.extend(scopes(brand, form));
    figures.extend(request_info(form));
    if sets_password {
        figures.extend(password_rules(brand, document));
    }
    figures
}

fn number(data: &Value) -> Option<Figure> {
    let answer = data.get("correctAnswer")?;
    let number = text(Some(answer)).or_else(|| answer.as_u64().map(|number| number.to_string()))?;
    (number.chars().count() <= 8).then_some(Figure::Number(number))
}

fn qr(brand: &Brand, data: &Value, authenticator: Option<&Authenticator>) -> Option<Figure> {
    let image = text(data.get("qrcode").and_then(|code| code.get("href"))).and_then(|href| DataImage::parse(&href));
    let secret = text(data.get("sharedSecret")).map(|secret| in_fours(&secret));
    (image.is_some() || secret.is_some()).then(|| {
        let alt = match authenticator.map(|it| authenticators::name(brand, it)) {
            Some(name) => brand.say_with("qr-code-for", &[("authenticator", Word::Data(&name))]),
            None => brand.say("qr-code-for-app"),
        };
        Figure::Qr { image, alt, secret }
    })
}

/// A key in groups of four, as one reads it aloud.
fn in_fours(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().filter(|letter| !letter.is_whitespace()).take(128).collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// What an application asks for, and what of it there is no choice about.
fn scopes(brand: &Brand, form: &Form) -> Vec<Figure> {
    let listed: Vec<&Value> = form.extra("scopes").and_then(Value::as_array).into_iter().flatten().collect();
    let mut groups: Vec<(String, Vec<ListItem>)> = Vec::new();
    for scope in listed {
        let Some((title, item)) =
            scope_of_a_service(brand, scope).or_else(|| Some((String::new(), plain_scope(scope)?)))
        else {
            continue;
        };
        match groups.iter_mut().find(|(other, _)| *other == title) {
            Some((_, items)) => items.push(item),
            None => groups.push((title, vec![item])),
        }
    }
    if !groups.is_empty() {
        return groups.into_iter().map(|(title, items)| Figure::List { title, items }).collect();
    }
    let Some(scopes) = form.field("optedScopes") else { return Vec::new() };
    let fixed = scopes.children().filter(|scope| matches!(scope.content, Content::Constant(Value::Bool(true))));
    let items: Vec<_> = fixed
        .filter(|scope| scope.visible)
        .filter_map(|scope| Some(ListItem { detail: scope.description.clone(), ..scope.label.clone()?.into() }))
        .collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Figure::List { title: brand.say("scopes-always"), items }]
}

fn plain_scope(scope: &Value) -> Option<ListItem> {
    let label = text(scope.get("label")).or_else(|| text(scope.get("name")))?;
    Some(ListItem { detail: text(scope.get("desc")), ..label.into() })
}

/// A scope of Okta's own services, `okta.users.manage`: what it is about, and what it allows, in words before its name.
fn scope_of_a_service(brand: &Brand, scope: &Value) -> Option<(String, ListItem)> {
    let name = text(scope.get("name"))?;
    let about = name.strip_prefix("okta.")?.split('.').next()?;
    let allows = text(scope.get("desc"))?;
    Some((readable(brand, about), ListItem { detail: Some(name.clone()), ..allows.into() }))
}

/// Which application and which browser asked.
fn request_info(form: &Form) -> Option<Figure> {
    let fact = |entry: &Value| {
        let value = text(entry.get("value"))?;
        let is_browser = text(entry.get("name")).as_deref() == Some("browser");
        Some((text(entry.get("label"))?, if is_browser { browser(&value) } else { value }))
    };
    let facts: Vec<_> = form.extra("requestInfo")?.as_array()?.iter().filter_map(fact).collect();
    (!facts.is_empty()).then_some(Figure::Facts(facts))
}

/// Where one may read what a service does with one's papers, before going there.
pub(super) fn identity_policies(brand: &Brand, form: &Form, org: &OrgOrigin) -> Option<Notice> {
    let metadata = form.extra("idvMetadata")?;
    let link = |member: &str, message: &str| {
        let url = Href::new(text(metadata.get(member))?).for_browser(org).ok()?;
        Some(Link::new(brand.say(message), url))
    };
    let links = [link("termsOfUse", "identity-terms"), link("privacyPolicy", "identity-privacy")];
    let links: Vec<Link> = links.into_iter().flatten().collect();
    if links.is_empty() {
        return None;
    }
    Some(Notice { tone: Tone::Calm, texts: vec![brand.say("identity-read")], links })
}

/// The name of a browser as people write it: the server's are all in capitals.
pub(super) fn browser(name: &str) -> String {
    match name {
        "CHROME" => "Chrome".to_owned(),
        "FIREFOX" => "Firefox".to_owned(),
        "SAFARI" => "Safari".to_owned(),
        "EDGE" => "Edge".to_owned(),
        "OPERA" => "Opera".to_owned(),
        _ => name.to_owned(),
    }
}

/// What the org wants of a password, before anything is typed.
pub(super) fn password_rules(brand: &Brand, document: &Document) -> Option<Figure> {
    let is_password = |authenticator: &&Authenticator| authenticator.kind.as_deref() == Some("password");
    let candidates = [
        document.current_authenticator(),
        document.recovery_authenticator(),
        document.enrollment_authenticator(),
        document.authenticators().iter().find(is_password),
    ];
    let settings = candidates.into_iter().flatten().find_map(|candidate| {
        candidate.settings().filter(|settings| settings.get("complexity").is_some_and(Value::is_object))
    })?;
    let complexity = settings.get("complexity")?;
    let number = |name: &str| complexity.get(name).and_then(Value::as_u64).filter(|&number| number > 0);
    let is = |name: &str| complexity.get(name).and_then(Value::as_bool).unwrap_or(false);
    let mut rules: Vec<ListItem> = Vec::new();
    let counted = |member: &str, rule: fn(u64) -> Rule, say: &dyn Fn(Values<'_>) -> String| {
        let line = |count| ListItem { rule: Some(rule(count)), ..say(&[("count", Word::Number(count))]).into() };
        number(member).map(line)
    };
    rules.extend(counted("minLength", Rule::Length, &|count| brand.say_with("password-rule-length", count)));
    rules.extend(counted("minUpperCase", Rule::UpperCase, &|count| brand.say_with("password-rule-upper-case", count)));
    rules.extend(counted("minLowerCase", Rule::LowerCase, &|count| brand.say_with("password-rule-lower-case", count)));
    rules.extend(counted("minNumber", Rule::Numbers, &|count| brand.say_with("password-rule-numbers", count)));
    rules.extend(counted("minSymbol", Rule::Symbols, &|count| brand.say_with("password-rule-symbols", count)));
    let repeating = "maxConsecutiveRepeatingCharacters";
    rules.extend(counted(repeating, Rule::Repeats, &|count| brand.say_with("password-rule-repeating", count)));
    rules.extend(
        is("excludeUsername")
            .then(|| ListItem { rule: Some(Rule::WithoutUsername), ..brand.say("password-rule-username").into() }),
    );
    // What nobody but the server can judge.
    let mut rule = |text: Option<String>| rules.extend(text.map(ListItem::from));
    let excluded: Vec<&str> = complexity
        .get("excludeAttributes")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    rule((is("excludeFirstName") || excluded.contains(&"firstName")).then(|| brand.say("password-rule-first-name")));
    rule((is("excludeLastName") || excluded.contains(&"lastName")).then(|| brand.say("password-rule-last-name")));
    let history = settings.get("age").and_then(|age| age.get("historyCount")?.as_u64()).filter(|&count| count > 0);
    rule(history.map(|count| brand.say_with("password-rule-history", &[("count", Word::Number(count))])));
    (!rules.is_empty()).then(|| Figure::List { title: brand.say("password-rules"), items: rules })
}

/// Links that a step has beside its forms: an application to open, a page elsewhere where a password is changed.
pub(super) fn actions(brand: &Brand, document: &Document, form: &Form, org: &OrgOrigin) -> Vec<Way> {
    let launch = || {
        let challenge = guides::challenge(document)?;
        let opens = matches!(challenge.get("challengeMethod")?.as_str()?, "CUSTOM_URI" | "UNIVERSAL_LINK" | "APP_LINK");
        let url = Href::new(text(challenge.get("href"))?).for_launch(org).ok()?;
        opens.then(|| Way::new(brand.say("open-okta-verify"), Target::Link(url.into()), Weight::Secondary))
    };
    let password = || {
        let url = Href::new(text(form.extra("customExpiredPasswordURL"))?).for_browser(org).ok()?;
        let label = match text(form.extra("customExpiredPasswordName")) {
            Some(name) => brand.say_with("change-password-at", &[("place", Word::Data(&name))]),
            None => headings::words(brand, document, form).heading,
        };
        Some(Way::new(label, Target::Link(url.into()), Weight::Primary))
    };
    // Where the application is asked for on a page of its own, opening it is what the page is for.
    let asks_for_it = matches!(form.name.as_str(), "device-challenge-poll" | "challenge-poll");
    let weight = if asks_for_it { Weight::Primary } else { Weight::Secondary };
    let is_offered_otherwise = !asks_for_it && document.remediation("launch-authenticator").is_some();
    let launch = launch().filter(|_| !is_offered_otherwise).map(|way| Way { weight, ..way });
    let further = guides::ways(brand, document, form, org);
    [password(), launch].into_iter().flatten().chain(further).collect()
}
