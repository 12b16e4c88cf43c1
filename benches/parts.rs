//! What single parts of the gateway cost: those that every request passes, and those of a sign-in.
//!
//! `cargo bench` runs them all, `cargo bench -- session` some. What a whole request costs beside other proxies is measured by
//! `scripts/bench`.

use std::future::Future;
use std::hint::black_box;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _, RSA_PKCS1_SHA256, RsaPublicKeyComponents,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use gatehouse::bearer::{SiteTokens, Verdict, Verdicts};
use gatehouse::clock::{Clock, Timestamp};
use gatehouse::config::{Bearer, KeyRing, Lifetimes, Room};
use gatehouse::cookies::{RequestCookies, SessionCookies};
use gatehouse::demo::{Demo, Options};
use gatehouse::endpoints::catalogue::Catalogue;
use gatehouse::gate::{
    CanonicalTarget, RequestHost, RequestKind, UpstreamCookies, check_fields, check_raw_head, is_managed,
};
use gatehouse::http_client::HttpClient;
use gatehouse::idx::Document;
use gatehouse::oauth::{
    AccessToken, BearerRule, Client, ClientAuthentication, ClientId, IdToken, Issuer, Registration, Scope, TokenSet,
};
use gatehouse::pages::Language;
use gatehouse::person::PersonContext;
use gatehouse::seal::{Context as SealContext, Seals};
use gatehouse::session::{Home, MemoryStore, SessionCookieValue, Sessions, SitePlace};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use jsonwebtoken::{Algorithm, DecodingKey, crypto};
use serde_json::json;

const HOUR: Duration = Duration::from_secs(3600);

/// What Firefox sends for a page of an application, with our cookies among those of the application.
const HEAD: &str = "GET /notes/2026/november?page=2 HTTP/1.1\r\n\
    Host: notes.example.com\r\n\
    User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n\
    Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n\
    Accept-Language: en-US,en;q=0.5\r\n\
    Accept-Encoding: gzip, deflate, br, zstd\r\n\
    Connection: keep-alive\r\n\
    Cookie: theme=dark; __Host-gatehouse=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; \
    __Host-gatehouse-device=bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb; csrftoken=0123456789abcdef0123456789abcdef\r\n\
    Upgrade-Insecure-Requests: 1\r\n\
    Sec-Fetch-Dest: document\r\n\
    Sec-Fetch-Mode: navigate\r\n\
    Sec-Fetch-Site: same-origin\r\n\
    Priority: u=0, i\r\n\r\n";

fn headers() -> HeaderMap {
    let lines = HEAD.lines().skip(1).filter_map(|line| line.split_once(": "));
    lines
        .map(|(name, value)| {
            let name = HeaderName::from_bytes(name.as_bytes()).expect("a name");
            (name, HeaderValue::from_str(value).expect("a value"))
        })
        .collect()
}

fn seals() -> Seals {
    Seals::new(&KeyRing::new(vec![[7; 32]]).expect("one key"))
}

/// A store in memory answers at once.
fn at_once<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits"),
    }
}

struct Filled {
    sessions: Arc<Sessions>,
    home: Arc<Home>,
    cookies: Vec<SessionCookieValue>,
}

/// That many people with tokens of a usual size.
fn filled(count: usize) -> Filled {
    gatehouse::tls::install_provider();
    let clock = Clock::system();
    let seals = seals();
    let store = MemoryStore::new(Room { sessions: 1_000_000, bytes: 8 << 30 }, HOUR, clock.clone());
    let sessions = Sessions::kept_in(Box::new(store), clock.clone());
    let place = SitePlace::new("https://notes.example.com", "https://org.example", "client", "__Host-gatehouse");
    let registration = Registration {
        issuer: Issuer::parse("https://org.example").expect("an issuer"),
        client_id: ClientId::new("client"),
        client_authentication: ClientAuthentication::None,
        scopes: Scope::list("openid"),
        audience: None,
        introspect_every: None,
        dpop: false,
        redirect_uri: "https://notes.example.com/.gatehouse/callback".parse().expect("a URL"),
    };
    let client = Client::new(registration, HttpClient::new().expect("a client"), clock.clone());
    let lifetimes = Lifetimes { idle_timeout: HOUR, lifetime: 12 * HOUR };
    let home = Home::new("notes", place, client, lifetimes, seals);
    let nobody = PersonContext::nobody();
    let cookies = (0..count).map(|_| {
        let made = sessions.create(&home, tokens(clock.now()), &nobody);
        at_once(made).expect("a store in memory answers").0
    });
    let cookies = cookies.collect();
    Filled { sessions, home, cookies }
}

fn tokens(now: Timestamp) -> TokenSet {
    let claims = json!({
        "sub": "00u1ab2cd3", "email": "ada@example.com", "email_verified": true,
        "preferred_username": "ada@example.com", "name": "Ada Byron", "groups": ["Everyone", "Staff"], "acr": null,
        "amr": ["pwd"], "auth_time": null, "sid": null,
    });
    TokenSet {
        access_token: AccessToken::new("a".repeat(900)),
        refresh_token: None,
        id_token: IdToken::new("i".repeat(1000)),
        claims: serde_json::from_value(claims).expect("claims"),
        expires_at: now.plus(HOUR),
        obtained_at: now,
        proof_key: None,
    }
}

fn session(criterion: &mut Criterion) {
    for count in [1, 100_000] {
        let Filled { sessions, home, cookies } = filled(count);
        let find = |cookie: &SessionCookieValue| {
            at_once(sessions.find(&home, &SessionCookies::alone(cookie.expose()), None)).expect("an answer")
        };
        criterion.bench_function(&format!("session: the same among {count}"), |b| b.iter(|| find(&cookies[0])));
        // A large stride that shares no factor with the count visits all of them, none soon again.
        let mut next = 0;
        criterion.bench_function(&format!("session: any among {count}"), |b| {
            b.iter(|| {
                next = (next + 61_803) % cookies.len();
                find(&cookies[next])
            });
        });
    }
    let Filled { sessions, home, .. } = filled(1);
    let strange = SessionCookies::alone("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    criterion.bench_function("session: a cookie that names none", |b| {
        b.iter(|| at_once(sessions.find(&home, black_box(&strange), None)));
    });
}

fn incoming(criterion: &mut Criterion) {
    let headers = headers();
    criterion.bench_function("incoming: what is checked of a head", |b| {
        b.iter(|| (check_raw_head(black_box(HEAD.as_bytes())).is_ok(), check_fields(black_box(&headers)).is_ok()));
    });
    criterion.bench_function("incoming: kind of request", |b| {
        b.iter(|| RequestKind::of(&Method::GET, black_box(&headers)));
    });
    criterion.bench_function("incoming: host", |b| b.iter(|| RequestHost::of(None, black_box(&headers)).is_ok()));
    for (name, target) in [("plain", "/notes/2026/november?page=2"), ("escaped", "/caf%C3%A9/%61dmin?x=%2F..")] {
        let target = Bytes::from_static(target.as_bytes());
        criterion.bench_function(&format!("incoming: target, {name}"), |b| {
            b.iter(|| CanonicalTarget::from_request_line(black_box(&target), "notes.example.com").is_ok());
        });
    }
    criterion.bench_function("incoming: one cookie of four", |b| {
        b.iter(|| RequestCookies::of(black_box(&headers)).one("__Host-gatehouse").map(str::len));
    });
}

fn outgoing(criterion: &mut Criterion) {
    let headers = headers();
    criterion.bench_function("outgoing: names that only the gateway may send", |b| {
        b.iter(|| black_box(&headers).keys().filter(|name| is_managed(name)).count());
    });
    criterion.bench_function("outgoing: cookies without the gateway's", |b| {
        b.iter(|| UpstreamCookies::of(black_box(&headers)));
    });
}

/// What a program's access token costs: once everything that is checked of it, then what is remembered of it.
fn bearer(criterion: &mut Criterion) {
    gatehouse::tls::install_provider();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let demo = runtime.block_on(Demo::start(Options::default())).expect("the demo starts");
    let tool = "post-only";
    let answer = demo.org().tokens_for(tool, "/oauth2/default", Some("ada@example.com"), &["openid", "reports.read"]);
    let token = AccessToken::new(answer["access_token"].as_str().expect("a token"));
    let registration = Registration {
        issuer: Issuer::parse(&format!("{}/oauth2/default", demo.org_url())).expect("an issuer"),
        client_id: ClientId::new("client"),
        client_authentication: ClientAuthentication::None,
        scopes: Scope::list("openid"),
        audience: Some("api://default".to_owned()),
        introspect_every: None,
        dpop: false,
        redirect_uri: "https://notes.example.com/.gatehouse/callback".parse().expect("a URL"),
    };
    let clock = Clock::system();
    let client = Client::new(registration, HttpClient::new().expect("a client"), clock.clone());
    runtime.block_on(client.prepare()).expect("the key set is at hand");

    let rule = BearerRule { client_ids: vec![ClientId::new(tool)], scopes: Scope::list("reports.read") };
    let nobody = PersonContext::nobody();
    criterion.bench_function("token: all that is checked of one, RS256", |b| {
        b.iter(|| at_once(client.validate_bearer(black_box(&token), &rule, &nobody)).expect("it is good"));
    });

    let taken = Bearer { client_ids: vec![tool.to_owned()], scopes: vec!["reports.read".to_owned()] };
    let site = SiteTokens::new("https://notes.example.com", client, Verdicts::new(clock.clone()), clock);
    let (route, address) = (site.of_route(&taken), [203, 0, 113, 7].into());
    let judged = runtime.block_on(route.judge(token.expose(), address, PersonContext::nobody));
    assert!(matches!(judged, Verdict::Good(_)), "{judged:?}");
    criterion.bench_function("bearer: one of a cached token", |b| {
        b.iter(|| at_once(route.judge(black_box(token.expose()), address, PersonContext::nobody)));
    });
}

/// The signature alone, as the library that the gateway uses checks it.
fn token(criterion: &mut Criterion) {
    let message = format!("{}.{}", "h".repeat(80), "c".repeat(600));
    let random = SystemRandom::new();

    let pair = KeyPair::generate(KeySize::Rsa2048).expect("a key");
    let mut signature = vec![0; pair.public_modulus_len()];
    pair.sign(&RSA_PKCS1_SHA256, &random, message.as_bytes(), &mut signature).expect("a signature");
    let public: RsaPublicKeyComponents<Vec<u8>> = pair.public_key().into();
    let key = DecodingKey::from_rsa_raw_components(&public.n, &public.e);
    verify(criterion, "token: RS256, the signature alone", &signature, &message, &key, Algorithm::RS256);

    let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).expect("a key");
    let signature = pair.sign(&random, message.as_bytes()).expect("a signature");
    let key = DecodingKey::from_ec_der(pair.public_key().as_ref());
    verify(criterion, "token: ES256, the signature alone", signature.as_ref(), &message, &key, Algorithm::ES256);
}

fn verify(
    criterion: &mut Criterion,
    name: &str,
    signature: &[u8],
    message: &str,
    key: &DecodingKey,
    algorithm: Algorithm,
) {
    let signature = URL_SAFE_NO_PAD.encode(signature);
    let is_good = || crypto::verify(&signature, black_box(message.as_bytes()), key, algorithm).expect("a verdict");
    assert!(is_good(), "{name}: what was signed does not hold");
    criterion.bench_function(name, |b| b.iter(is_good));
}

fn sealing(criterion: &mut Criterion) {
    let seals = seals();
    let context = SealContext::new("transaction").with("https://notes.example.com").with("https://org.example");
    let text = "t".repeat(600);
    let sealed = seals.seal(&context, &text);
    criterion.bench_function("sealing: 600 bytes", |b| b.iter(|| seals.seal(&context, black_box(&text))));
    criterion.bench_function("opening: 600 bytes", |b| b.iter(|| seals.open(&context, black_box(&sealed))));
}

fn pages(criterion: &mut Criterion) {
    let language = Language::of_tag("en").expect("English");
    let catalogue = Catalogue::of_nobody(&[language]);
    let path = "en/identify-with-password.html";
    assert!(catalogue.file(path).is_some(), "there is no page {path}");
    criterion.bench_function("page: a step, from its document on", |b| b.iter(|| catalogue.file(black_box(path))));
    let document = include_bytes!("../tests/documents/identify-with-password.json");
    criterion.bench_function("page: the document of a step alone", |b| {
        b.iter_batched(|| &document[..], |body| Document::parse(body).is_ok(), BatchSize::SmallInput);
    });
}

criterion_group!(parts, session, incoming, outgoing, bearer, token, sealing, pages);
criterion_main!(parts);
