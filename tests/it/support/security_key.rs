//! A security key made of software, and what a browser in front of it would fill into a page.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::browser::Page;

/// Flags of authenticator data: somebody was there, was verified, a key follows.
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const KEY_FOLLOWS: u8 = 0x40;
/// How long identifiers of credentials are here.
const ID: usize = 16;

/// One credential, which remembers whose it is.
pub(crate) struct SecurityKey {
    id: [u8; ID],
    pair: EcdsaKeyPair,
    counter: u32,
    user: Option<String>,
    /// What this key and its browser get wrong.
    pub(crate) wrong: Wrong,
}

/// What can be wrong with an answer, each in place of what is right; nothing by default.
#[derive(Clone, Copy, Default)]
pub(crate) struct Wrong {
    pub(crate) origin: Option<&'static str>,
    pub(crate) party: Option<&'static str>,
    pub(crate) challenge: Option<&'static str>,
    pub(crate) user: Option<&'static str>,
    pub(crate) counter: Option<u32>,
    /// Nobody has shown to the key who they are.
    pub(crate) unverified: bool,
}

/// Values for the fields of a form, by their names.
pub(crate) type Filled = Vec<(&'static str, String)>;

impl SecurityKey {
    pub(crate) fn new() -> Self {
        Self {
            id: std::array::from_fn(|index| u8::try_from(index).expect("a small number")),
            pair: EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).expect("a key is made"),
            counter: 0,
            user: None,
            wrong: Wrong::default(),
        }
    }

    /// What comes of the page's `navigator.credentials.create`.
    pub(crate) fn makes(&mut self, page: &Page) -> Filled {
        let options = options(page);
        self.user = options["user"]["id"].as_str().map(str::to_owned);
        let client_data = self.client_data("webauthn.create", page, &options);
        let length = [0, u8::try_from(ID).expect("a short identifier")];
        let data = self.authenticator_data(options["rp"]["id"].as_str(), KEY_FOLLOWS);
        let data = [&data[..], &[0; 16], &length, &self.id, &self.cose()].concat();
        let attestation = [
            &b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58"[..],
            &[u8::try_from(data.len()).expect("less than 256 bytes")],
            &data,
        ];
        vec![
            ("credentials.clientData", base64url(client_data)),
            ("credentials.attestation", base64url(attestation.concat())),
            ("credentials.transports", "[\"internal\"]".to_owned()),
            ("credentials.clientExtensions", "{}".to_owned()),
        ]
    }

    /// What comes of the page's `navigator.credentials.get`; who the key belongs to is told where the form asks.
    pub(crate) fn signs(&mut self, page: &Page) -> Filled {
        let options = options(page);
        self.counter += 1;
        let client_data = self.client_data("webauthn.get", page, &options);
        let data = self.authenticator_data(options["rpId"].as_str(), 0);
        let signed = [&data[..], &Sha256::digest(&client_data)].concat();
        let signature = self.pair.sign(&SystemRandom::new(), &signed).expect("it signs");
        let mut filled = vec![
            ("credentials.clientData", base64url(client_data)),
            ("credentials.authenticatorData", base64url(data)),
            ("credentials.signatureData", base64url(signature)),
        ];
        if page.form_with("credentials.clientData").has("credentials.userHandle") {
            let user = self.wrong.user.map(str::to_owned).or_else(|| self.user.clone());
            filled.push(("credentials.userHandle", user.unwrap_or_default()));
        }
        filled
    }

    fn client_data(&self, kind: &str, page: &Page, options: &Value) -> String {
        let challenge = self.wrong.challenge.or(options["challenge"].as_str()).expect("a challenge");
        let origin = self.wrong.origin.map_or_else(|| page.url.origin().ascii_serialization(), str::to_owned);
        json!({ "type": kind, "challenge": challenge, "origin": origin, "crossOrigin": false }).to_string()
    }

    fn authenticator_data(&self, party: Option<&str>, more: u8) -> Vec<u8> {
        let party = self.wrong.party.or(party).expect("a relying party");
        let flags = PRESENT | more | if self.wrong.unverified { 0 } else { VERIFIED };
        let counter = self.wrong.counter.unwrap_or(self.counter);
        [&Sha256::digest(party)[..], &[flags], &counter.to_be_bytes()].concat()
    }

    /// The public key as RFC 9053 writes it.
    fn cose(&self) -> Vec<u8> {
        let point = self.pair.public_key().as_ref();
        [b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20", &point[1..33], b"\x22\x58\x20", &point[33..]].concat()
    }
}

/// What the page hands its script for the ceremony.
fn options(page: &Page) -> Value {
    let options = page.body.split("data-options=\"").nth(1).and_then(|rest| rest.split('"').next());
    let options = options.unwrap_or_else(|| panic!("no ceremony at {}: {}", page.url, page.body));
    serde_json::from_str(&options.replace("&#34;", "\"")).expect("JSON")
}

fn base64url(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
