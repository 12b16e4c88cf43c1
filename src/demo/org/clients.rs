//! The OAuth clients that the emulated org knows, each with the switches an administrator could have set.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;

/// How a client proves who it is at the OAuth endpoints, as registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClientAuthentication {
    /// A public client: it has no secret, and must not send one.
    None,
    /// `client_secret` in the body only.
    Post,
    /// HTTP Basic only.
    Basic,
    /// Either of the two, never both at once.
    PostOrBasic,
    /// A statement signed with the secret.
    SecretJwt,
    /// A statement signed with a key whose public half is registered.
    PrivateKeyJwt,
}

/// What the first page asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdentifyStyle {
    /// The name alone; what comes next depends on who it is.
    IdentifierFirst,
    /// Name and password on one page; nothing tells an unknown name from a wrong password.
    OneStep,
}

/// What the first page offers beside the form for the name; all off by default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FirstPage {
    /// People may sign up.
    pub sign_up: bool,
    /// People may unlock their own accounts.
    pub unlock: bool,
    /// People may sign in elsewhere.
    pub identity_providers: bool,
    /// A passkey is taken at once: from the browser's own suggestions, or by a button.
    pub passkeys: bool,
    /// A button leads to a page for security keys.
    pub security_keys: bool,
    /// A button leads to a page that waits for a badge.
    pub badges: bool,
    /// The device is asked for an authenticator of its own before the name.
    pub device_challenge: Option<ChallengeMethod>,
    /// A captcha has to be solved with the name.
    pub captcha: Option<Captcha>,
    /// The org is read-only for a while: nothing but waiting is offered.
    pub safe_mode: bool,
}

/// How a device is asked before the name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChallengeMethod {
    /// The page looks for a server on the machine itself.
    Loopback,
    /// The page opens an application by an address of its own scheme.
    CustomUri,
    /// As [`CustomUri`](Self::CustomUri), by an address that the system gives to the application.
    UniversalLink,
    /// The same on Android.
    AppLink,
    /// Chrome tells about the device by itself.
    ChromeDtc,
    /// Apple's system signs in the browser's place, when a form is posted.
    AppleSsoExtension,
    /// The same when the browser goes to an address.
    AppleSsoExtensionByGet,
}

/// Whose captcha.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Captcha {
    /// hCaptcha.
    Hcaptcha,
    /// reCAPTCHA v2.
    RecaptchaV2,
    /// ALTCHA, whose challenges are the org's own.
    Altcha,
}

/// A registered OAuth client.
#[derive(Debug, Clone)]
pub struct Client {
    /// `client_id`.
    pub id: String,
    /// The secret of a confidential client.
    pub secret: Option<String>,
    /// The public keys of a client that signs, as JWKs.
    pub public_keys: Vec<Value>,
    /// The application's name as the Identity Engine shows it.
    pub label: String,
    /// The only ways to authenticate that are accepted.
    pub authentication: ClientAuthentication,
    /// What the first page asks for.
    pub identify: IdentifyStyle,
    /// What the first page offers.
    pub first_page: FirstPage,
    /// What is switched on for it.
    pub switches: Switches,
    /// Where a transaction may lead back to: compared as exact strings.
    pub redirect_uris: BTreeSet<String>,
    /// Where a sign-out may lead back to: compared as exact strings.
    pub post_logout_redirect_uris: BTreeSet<String>,
    /// Where it wants to be told that somebody's sessions have ended.
    pub backchannel_logout_uri: Option<String>,
}

/// What an administrator switches on for a client; all but the last two are on for an application that people sign in to.
#[derive(Debug, Clone, Copy)]
pub struct Switches {
    /// The Interaction Code flow is enabled in the org.
    pub feature: bool,
    /// The client may use the `interaction_code` grant.
    pub interaction_code: bool,
    /// The client may use the `refresh_token` grant, and with it the scope `offline_access`.
    pub refresh_token: bool,
    /// A refresh gives a new refresh token and ends the old one.
    pub rotates_refresh_tokens: bool,
    /// A refresh gives a new ID token too; a server may leave it out (OpenID Connect Core §12.2).
    pub refreshes_id_tokens: bool,
    /// Deactivated clients are refused like unknown ones.
    pub active: bool,
    /// Tokens are given for a proof of possession only, and bound to its key (off in most orgs).
    pub demands_proof: bool,
    /// It is a service: the `client_credentials` grant is its only one, and nobody signs in to it.
    pub client_credentials: bool,
}

const ON: Switches = Switches {
    feature: true,
    interaction_code: true,
    refresh_token: true,
    rotates_refresh_tokens: true,
    refreshes_id_tokens: true,
    active: true,
    demands_proof: false,
    client_credentials: false,
};

const SERVICE: Switches =
    Switches { feature: false, interaction_code: false, refresh_token: false, client_credentials: true, ..ON };

/// The secret of the ready-made confidential clients.
pub(crate) const SECRET: &str = "demo-secret-that-protects-nothing";
/// The confidential client of the demo's first site.
pub(crate) const CONFIDENTIAL: &str = "0oademofieldnotes001";
/// The public client of the demo's second site.
pub(crate) const PUBLIC: &str = "0oademofieldnotes002";
/// The confidential client of the demo's third site, whose first page offers everything that goes together.
pub(crate) const EVERYTHING: &str = "0oademofieldnotes003";
/// The service that presents tokens of its own.
pub(crate) const REPORTS: &str = "0oademoreports000001";

impl Client {
    /// A healthy confidential client that may send its secret either way and asks for the name first.
    pub fn confidential(id: &str, label: &str) -> Self {
        Self {
            id: id.to_owned(),
            secret: Some(SECRET.to_owned()),
            public_keys: Vec::new(),
            label: label.to_owned(),
            authentication: ClientAuthentication::PostOrBasic,
            identify: IdentifyStyle::IdentifierFirst,
            first_page: FirstPage::default(),
            switches: ON,
            redirect_uris: BTreeSet::new(),
            post_logout_redirect_uris: BTreeSet::new(),
            backchannel_logout_uri: None,
        }
    }

    /// A healthy public client that asks for name and password on one page.
    pub fn public(id: &str, label: &str) -> Self {
        Self {
            secret: None,
            authentication: ClientAuthentication::None,
            identify: IdentifyStyle::OneStep,
            ..Self::confidential(id, label)
        }
    }

    /// A healthy service, with a secret.
    pub fn service(id: &str, label: &str) -> Self {
        Self { switches: SERVICE, ..Self::confidential(id, label) }
    }

    /// A healthy confidential client whose first page offers everything that goes together.
    pub fn everything(id: &str, label: &str) -> Self {
        let first_page = FirstPage {
            sign_up: true,
            unlock: true,
            identity_providers: true,
            passkeys: true,
            badges: true,
            ..FirstPage::default()
        };
        Self { first_page, ..Self::confidential(id, label) }
    }

    /// The ready-made clients: healthy ones for the demo's sites, one for each single way to authenticate, one
    /// for a browser library, and one for each switch that an administrator may have forgotten.
    pub fn defaults() -> Vec<Self> {
        vec![
            Self::confidential(CONFIDENTIAL, "Field notes"),
            Self::public(PUBLIC, "Field notes (public client)"),
            Self::everything(EVERYTHING, "Field notes (everything)"),
            Self {
                authentication: ClientAuthentication::Post,
                ..Self::confidential("post-only", "Secret in the body only")
            },
            Self { authentication: ClientAuthentication::Basic, ..Self::confidential("basic-only", "HTTP Basic only") },
            Self {
                authentication: ClientAuthentication::SecretJwt,
                ..Self::confidential("secret-jwt-only", "Signs with its secret")
            },
            Self {
                secret: None,
                authentication: ClientAuthentication::PrivateKeyJwt,
                ..Self::confidential("private-key-jwt-only", "Signs with a key of its own")
            },
            Self {
                identify: IdentifyStyle::IdentifierFirst,
                ..Self::public("public-identifier-first", "Public, name first")
            },
            Self {
                switches: Switches { feature: false, ..ON },
                ..Self::confidential("feature-off", "Interaction Code is off in the org")
            },
            Self {
                switches: Switches { interaction_code: false, ..ON },
                ..Self::confidential("grant-missing", "Interaction Code is not among its grants")
            },
            Self {
                switches: Switches { refresh_token: false, ..ON },
                ..Self::confidential("refresh-missing", "Refresh Token is not among its grants")
            },
            Self {
                switches: Switches { rotates_refresh_tokens: false, ..ON },
                ..Self::confidential("persistent-refresh", "Keeps its refresh token")
            },
            Self {
                switches: Switches { demands_proof: true, ..ON },
                ..Self::confidential("proof-demanded", "Demands proof of possession")
            },
            Self::service(REPORTS, "Nightly reports"),
            Self {
                secret: None,
                authentication: ClientAuthentication::PrivateKeyJwt,
                ..Self::service("service-with-a-key", "Service with a key of its own")
            },
            Self { switches: Switches { active: false, ..ON }, ..Self::confidential("deactivated", "Deactivated") },
        ]
    }

    pub(super) fn grants(&self) -> Vec<&'static str> {
        if self.switches.client_credentials {
            return vec!["client_credentials"];
        }
        let mut grants = vec!["authorization_code"];
        if self.switches.interaction_code {
            grants.push("interaction_code");
        }
        if self.switches.refresh_token {
            grants.push("refresh_token");
        }
        grants
    }
}
