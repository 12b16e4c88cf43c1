//! One site at run time: its configuration, its sign-in, its names and its paths.

use std::net::IpAddr;
use std::sync::{Arc, Once};

use http::{HeaderMap, HeaderValue, header};
use tracing::warn;
use url::form_urlencoded::Serializer;

use crate::config;
use crate::cookies::{CookieNames, RequestCookies};
use crate::gate::ReturnTarget;
use crate::oauth;
use crate::pages::assets::{self, Asset};
use crate::pages::{Brand, Language};
use crate::person::PersonContext;
use crate::seal::Context;
use crate::session::{Home, SitePlace};
use crate::signin::{Anchor, LogoutLimits, SignIn, TransactionId};

/// A site and everything that belongs to it alone.
pub struct SiteRuntime {
    config: Arc<config::Site>,
    names: CookieNames,
    home: Arc<Home>,
    sign_in: SignIn,
    /// One a language, the site's own language first; never empty.
    brands: Vec<Arc<Brand>>,
    logout_limits: LogoutLimits,
    /// Done once the operator knows that WebAuthn cannot work here.
    knows_of_foreign_relying_party: Once,
}

impl SiteRuntime {
    pub(crate) fn new(config: Arc<config::Site>, names: CookieNames, home: Arc<Home>, sign_in: SignIn) -> Self {
        let brand = brand(&config, &config.own_path);
        let brands = brand.languages().map(|language| Arc::new(brand.clone().speaking(language))).collect();
        Self {
            config,
            names,
            home,
            sign_in,
            brands,
            logout_limits: LogoutLimits::full(),
            knows_of_foreign_relying_party: Once::new(),
        }
    }

    /// What the operator wrote about it.
    pub fn config(&self) -> &config::Site {
        &self.config
    }

    /// The names of its cookies.
    pub fn names(&self) -> &CookieNames {
        &self.names
    }

    /// The host in the address of its pages.
    pub(crate) fn host(&self) -> &str {
        self.config.public_url.host()
    }

    /// Tells the operator, once, that no WebAuthn ceremony for `rp_id` can succeed on pages of this site.
    pub(crate) fn note_foreign_relying_party(&self, rp_id: &str) {
        self.knows_of_foreign_relying_party.call_once(|| {
            warn!(
                site = self.config.name,
                rp_id,
                host = self.host(),
                "Security keys and passkeys are not offered: credentials of rp_id cannot be used at host; in Okta, set the \
                 relying party id of the WebAuthn authenticator to a domain that host lies under, or serve this site below rp_id"
            );
        });
    }

    /// Where sessions of this site are at home.
    pub fn home(&self) -> &Arc<Home> {
        &self.home
    }

    /// What sessions of this site are bound to.
    pub fn place(&self) -> &SitePlace {
        self.home.place()
    }

    /// The gateway as a client of the authorization server that signs its people in.
    pub fn client(&self) -> &oauth::Client {
        self.home.client()
    }

    /// Looks whether the authorization server answers; the client remembers what it said.
    pub(crate) async fn ask_authorization_server(&self) {
        if let Err(error) = self.client().prepare().await {
            warn!(site = self.config.name, issuer = self.config.authorization_server.issuer, %error, "Nobody can sign in: the authorization server cannot be asked");
        }
    }

    /// A sentence for the operator while nobody new can sign in.
    pub(crate) fn degraded(&self) -> Option<String> {
        match self.client().readiness() {
            oauth::Readiness::Unavailable(error) => Some(format!(
                "{}: {} cannot be asked: {error}",
                self.config.name, self.config.authorization_server.issuer
            )),
            _ => None,
        }
    }

    /// The browser's anchor, when its device cookie has come back.
    pub(crate) fn anchor(&self, cookies: &RequestCookies<'_>) -> Option<Anchor> {
        cookies.one(self.names.device()).and_then(Anchor::parse)
    }

    /// Who sent a request to this site, for calls to the authorization server that it leads to.
    pub(crate) fn person(&self, headers: &HeaderMap, client_address: IpAddr) -> PersonContext {
        let cookies = RequestCookies::of(headers);
        self.person_of(&cookies, headers, client_address, self.anchor(&cookies).as_ref())
    }

    /// The same, where cookies and anchor have been read already.
    pub(crate) fn person_of(
        &self,
        cookies: &RequestCookies<'_>,
        headers: &HeaderMap,
        client_address: IpAddr,
        anchor: Option<&Anchor>,
    ) -> PersonContext {
        let asked_for = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        // What the org says stands on our pages: in one language with them, if the org speaks it.
        let language = self.brand_for(cookies, headers).language().before(asked_for.unwrap_or_default());
        PersonContext {
            client_address: Some(client_address),
            user_agent: headers.get(header::USER_AGENT).cloned(),
            accept_language: HeaderValue::try_from(language).ok(),
            device_token: anchor.map(Anchor::device_token),
            device_fingerprint: None,
            known_device: anchor.is_some_and(|anchor| {
                cookies.one(self.names.known_device()).is_some_and(|mark| self.sign_in.knows_device(anchor, mark))
            }),
        }
    }

    pub(crate) fn sign_in(&self) -> &SignIn {
        &self.sign_in
    }

    /// The brand in the language of a browser: the one that was chosen on a page of ours, else what the browser asks for.
    pub(crate) fn brand_for(&self, cookies: &RequestCookies<'_>, headers: &HeaderMap) -> &Arc<Brand> {
        let asked_for = || headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok();
        let chosen = cookies.one(self.names.language()).and_then(Language::of_tag);
        let spoken = |language: &Language| self.brand_in(*language).is_some();
        let language = chosen.filter(spoken).or_else(|| Language::preferred_of(asked_for()?, spoken));
        // The first is the one of the site itself.
        language.and_then(|language| self.brand_in(language)).unwrap_or(&self.brands[0])
    }

    /// The brand in that language, if the site speaks it.
    pub(crate) fn brand_in(&self, language: Language) -> Option<&Arc<Brand>> {
        self.brands.iter().find(|brand| brand.language() == language)
    }

    /// A file that pages of this site refer to: one of ours, or one that its operator added.
    pub(crate) fn asset(&self, path: &str) -> Option<&Asset> {
        assets::find(path).or_else(|| self.brands[0].own_file(path))
    }

    pub(crate) fn logout_limits(&self) -> &LogoutLimits {
        &self.logout_limits
    }

    /// A context that holds purpose and place, so that what is sealed or signed here means nothing elsewhere.
    pub(crate) fn context(&self, purpose: &str) -> Context {
        let server = &self.config.authorization_server;
        Context::new(purpose).with(self.config.public_url.as_str()).with(&server.issuer).with(&server.client_id)
    }

    /// A path under the site's own prefix.
    pub(crate) fn own(&self, path: &str) -> String {
        format!("{}{path}", self.config.own_path)
    }

    /// The address of a sign-in's current step.
    pub(crate) fn step_path(&self, id: &TransactionId) -> String {
        format!("{}/sign-in/{}", self.config.own_path, id.as_str())
    }

    /// The address that begins a sign-in leading to `target`.
    pub(crate) fn begin_path(&self, target: &ReturnTarget) -> String {
        self.begin_path_with(target, |_| ())
    }

    /// As [`begin_path`](Self::begin_path), for a browser that has been given its anchor and must show it now.
    pub(crate) fn begin_path_to_show_anchor(&self, target: &ReturnTarget, login_hint: Option<&str>) -> String {
        self.begin_path_with(target, |query| {
            query.extend_pairs(login_hint.map(|hint| ("login_hint", hint)));
            query.append_pair("cookies", "1");
        })
    }

    fn begin_path_with(&self, target: &ReturnTarget, more: impl FnOnce(&mut Serializer<'_, String>)) -> String {
        let mut query = Serializer::new(String::new());
        if *target != ReturnTarget::default() {
            query.append_pair("return", target.as_str());
        }
        if target.is_shortened() {
            query.append_pair("shortened", "1");
        }
        more(&mut query);
        let query = query.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}/sign-in{mark}{query}", self.config.own_path)
    }

    /// The `Set-Cookie` line that takes a transaction out of the browser.
    pub(crate) fn expire_transaction(&self, id: &TransactionId) -> HeaderValue {
        self.names.expire_transaction(id.as_str())
    }
}

/// The looks and words of a site whose own paths are reached below `own_path`.
pub(super) fn brand(site: &config::Site, own_path: &str) -> Brand {
    Brand::with_look(site.name.clone(), own_path, site.look.clone())
}
