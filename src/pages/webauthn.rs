//! WebAuthn on a page (Web Authentication Level 3): what a script hands to the browser, and where it puts what comes back.
//!
//! A ceremony is an ordinary form that a person cannot fill in. Its button asks the browser for a credential, the script writes what
//! the browser gave into the fields and sends the form; whatever goes wrong is said on the page, and the other ways stay.

use askama::Template;
use askama::filters::HtmlSafe;
use serde::Serialize;

use super::brand::Brand;
use super::form::{Post, Weight};
use super::icon::Icon;

/// A form that a ceremony fills in.
#[derive(Clone, Debug)]
pub struct Ceremony {
    /// Where it goes.
    pub post: Post,
    /// What the browser is asked for.
    pub request: CredentialRequest,
    /// The fields, and what of the browser's answer each of them takes.
    pub outputs: Vec<Output>,
    /// What the button says; a ceremony that begins by itself has none that shows.
    pub submit: String,
    /// How much it weighs on the page.
    pub weight: Weight,
}

/// What the browser is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CredentialRequest {
    /// Make a credential.
    Create(CreationOptions),
    /// Prove to have one, on a press.
    Use(RequestOptions),
    /// Prove to have one that the person picks where the username is typed: begins by itself and never complains.
    Autofill(RequestOptions),
}

/// One field of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// What it takes.
    pub part: Part,
    /// The name under which it comes back.
    pub control: String,
}

/// A part of what the browser answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the part of that name")]
pub enum Part {
    ClientData,
    Attestation,
    AuthenticatorData,
    Signature,
    UserHandle,
    CredentialId,
    Transports,
    ClientExtensions,
}

/// What a credential is made from; the names are those of `PublicKeyCredentialCreationOptionsJSON`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the specification says what each member means")]
pub struct CreationOptions {
    pub rp: RelyingParty,
    pub user: CredentialUser,
    pub challenge: Bytes,
    pub pub_key_cred_params: Vec<KeyParameters>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attestation: Option<Attestation>,
    pub authenticator_selection: AuthenticatorSelection,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Hint>,
    pub exclude_credentials: Vec<CredentialDescriptor>,
}

/// What a proof is made for; the names are those of `PublicKeyCredentialRequestOptionsJSON`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the specification says what each member means")]
pub struct RequestOptions {
    pub challenge: Bytes,
    pub rp_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_verification: Option<UserVerification>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Hint>,
    pub allow_credentials: Vec<CredentialDescriptor>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extensions: Option<RequestExtensions>,
}

/// Extensions of a proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RequestExtensions {
    /// The identifier under which keys were registered before WebAuthn.
    pub appid: String,
}

/// Bytes as base64url without padding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Bytes(pub String);

/// For whom credentials are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the specification says what each member means")]
pub struct RelyingParty {
    pub id: String,
    pub name: String,
}

/// Whose credential it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the specification says what each member means")]
pub struct CredentialUser {
    pub id: Bytes,
    pub name: String,
    pub display_name: String,
}

/// A kind of key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct KeyParameters {
    /// Always `public-key`.
    pub r#type: &'static str,
    /// The algorithm's number (RFC 8152).
    pub alg: i64,
}

/// Which authenticators may take part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the specification says what each member means")]
pub struct AuthenticatorSelection {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_verification: Option<UserVerification>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authenticator_attachment: Option<Attachment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resident_key: Option<UserVerification>,
    pub require_resident_key: bool,
}

/// A credential that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the specification says what each member means")]
pub struct CredentialDescriptor {
    pub r#type: &'static str,
    pub id: Bytes,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub transports: Vec<Transport>,
}

/// Words of the specification: what is none of them is left out.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($word:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
        #[expect(missing_docs, reason = "each is the word of that name")]
        pub enum $name { $(#[serde(rename = $text)] $word),* }

        impl $name {
            /// The word, if it is one.
            pub fn parse(text: &str) -> Option<Self> {
                match text {
                    $($text => Some(Self::$word),)*
                    _ => None,
                }
            }
        }
    };
}

words! {
    /// How much something is wanted: verifying the person, or a credential that is found without its id.
    UserVerification { Required = "required", Preferred = "preferred", Discouraged = "discouraged" }
}
words! {
    /// What is to be known of the authenticator's make.
    Attestation { None = "none", Indirect = "indirect", Direct = "direct", Enterprise = "enterprise" }
}
words! {
    /// Whether the authenticator is part of the device.
    Attachment { Platform = "platform", CrossPlatform = "cross-platform" }
}
words! {
    /// What to offer the person first.
    Hint { SecurityKey = "security-key", ClientDevice = "client-device", Hybrid = "hybrid" }
}
words! {
    /// How an authenticator can be reached.
    Transport {
        Usb = "usb", Nfc = "nfc", Ble = "ble", SmartCard = "smart-card", Hybrid = "hybrid", Internal = "internal",
    }
}

impl Part {
    /// Its name in the page, where the script looks for it.
    const fn name(self) -> &'static str {
        match self {
            Self::ClientData => "clientData",
            Self::Attestation => "attestation",
            Self::AuthenticatorData => "authenticatorData",
            Self::Signature => "signature",
            Self::UserHandle => "userHandle",
            Self::CredentialId => "credentialId",
            Self::Transports => "transports",
            Self::ClientExtensions => "clientExtensions",
        }
    }
}

impl CredentialRequest {
    const fn name(&self) -> &'static str {
        match self {
            Self::Create(_) => "create",
            Self::Use(_) => "use",
            Self::Autofill(_) => "autofill",
        }
    }

    fn json(&self) -> String {
        let json = match self {
            Self::Create(options) => serde_json::to_string(options),
            Self::Use(options) | Self::Autofill(options) => serde_json::to_string(options),
        };
        json.expect("strings and numbers are JSON")
    }
}

impl Ceremony {
    pub(super) fn on<'a>(&'a self, brand: &'a Brand) -> CeremonyHtml<'a> {
        CeremonyHtml { ceremony: self, brand }
    }

    fn is_what_the_page_is_for(&self) -> bool {
        self.weight == Weight::Primary
    }

    /// What can go wrong, by the name of the browser's exception, and what is said then.
    fn faults(&self, brand: &Brand) -> Vec<(&'static str, String)> {
        let mut faults = match self.request {
            CredentialRequest::Create(_) => vec![("InvalidStateError", brand.say("webauthn-already-set-up"))],
            CredentialRequest::Use(_) => Vec::new(),
            CredentialRequest::Autofill(_) => return Vec::new(),
        };
        faults.push(("NotSupportedError", brand.say("webauthn-unsupported")));
        faults.push(("SecurityError", brand.say("webauthn-not-at-this-address")));
        // Everything else, mostly `NotAllowedError`: stopped, too late, or no such credential. Browsers do not tell which.
        faults.push(("", brand.say("webauthn-stopped")));
        faults
    }
}

#[derive(Template)]
#[template(path = "parts/ceremony.html")]
pub(super) struct CeremonyHtml<'a> {
    ceremony: &'a Ceremony,
    brand: &'a Brand,
}

// A template of its own: it has escaped what it holds.
impl HtmlSafe for CeremonyHtml<'_> {}
