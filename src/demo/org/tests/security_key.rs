//! A security key made of software, and the browser in front of it.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _};

use super::*;

/// Flags of authenticator data: somebody was there, was verified, a key follows.
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const KEY_FOLLOWS: u8 = 0x40;

/// A key for one relying party.
pub(super) struct SecurityKey {
    pub(super) origin: &'static str,
    pub(super) party: &'static str,
    pub(super) counter: u32,
    pub(super) verifies: bool,
    id: [u8; 16],
    pair: EcdsaKeyPair,
}

impl SecurityKey {
    pub(super) fn new() -> Self {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).expect("a key is made");
        Self {
            origin: "http://app.example",
            party: "app.example",
            counter: 0,
            verifies: true,
            id: crate::random::bytes(),
            pair,
        }
    }

    /// What the browser sends after `navigator.credentials.create`.
    pub(super) fn create(&self, activation: &Value) -> Value {
        assert_eq!((&activation["attestation"], &activation["rp"]["id"]), (&json!("none"), &json!("app.example")));
        let client_data = self.client_data("webauthn.create", text(activation, "challenge"));
        let data = [self.authenticator_data(KEY_FOLLOWS), vec![0; 16], vec![0, 16], self.id.to_vec(), self.cose()];
        let attestation = [
            &b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58"[..],
            &[u8::try_from(data.concat().len()).expect("less than 256 bytes")],
            &data.concat(),
        ];
        json!({
            "clientData": base64url(client_data), "attestation": base64url(attestation.concat()),
            "transports": "[\"usb\"]", "clientExtensions": "{}",
        })
    }

    /// What the browser sends after `navigator.credentials.get`.
    pub(super) fn get(&mut self, challenge: &Value) -> Value {
        self.counter += 1;
        let client_data = self.client_data("webauthn.get", text(challenge, "challenge"));
        let data = self.authenticator_data(0);
        let signed = [&data[..], &Sha256::digest(&client_data)].concat();
        let signature = self.pair.sign(&SystemRandom::new(), &signed).expect("it signs");
        json!({
            "clientData": base64url(client_data), "authenticatorData": base64url(data),
            "signatureData": base64url(signature),
        })
    }

    fn client_data(&self, kind: &str, challenge: &str) -> String {
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false }).to_string()
    }

    fn authenticator_data(&self, more: u8) -> Vec<u8> {
        let flags = PRESENT | more | if self.verifies { VERIFIED } else { 0 };
        [&Sha256::digest(self.party)[..], &[flags], &self.counter.to_be_bytes()].concat()
    }

    fn cose(&self) -> Vec<u8> {
        let point = self.pair.public_key().as_ref();
        [b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20", &point[1..33], b"\x22\x58\x20", &point[33..]].concat()
    }
}
