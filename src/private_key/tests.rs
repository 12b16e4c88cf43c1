use aws_lc_rs::encoding::AsDer as _;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use super::*;

/// A PEM block with lines as long as usual.
fn pem(label: &str, der: &[u8]) -> String {
    let text = STANDARD.encode(der);
    let lines: Vec<&str> = text.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).expect("base64")).collect();
    format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", lines.join("\n"))
}

fn curve_pkcs8(curve: &'static EcdsaSigningAlgorithm) -> Vec<u8> {
    EcdsaKeyPair::generate(curve).expect("a key").to_pkcs8v1().expect("PKCS #8").as_ref().to_vec()
}

fn refused(content: &str) -> PrivateKeyError {
    PrivateKey::read(content.as_bytes()).expect_err("no usable key")
}

/// A P-256 key as a JWK with a name.
fn curve_jwk() -> Value {
    let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).expect("a key");
    let number: aws_lc_rs::encoding::EcPrivateKeyBin<'_> =
        aws_lc_rs::encoding::AsBigEndian::as_be_bytes(&pair.private_key()).expect("a number");
    let point = pair.public_key().as_ref();
    let text = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    json!({
        "kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": "the-name",
        "d": text(number.as_ref()), "x": text(&point[1..33]), "y": text(&point[33..]),
    })
}

fn with(mut key: Value, name: &str, value: Value) -> String {
    key[name] = value;
    key.to_string()
}

#[test]
fn the_algorithm_follows_from_the_key() {
    let rsa = RsaKeyPair::generate(KeySize::Rsa2048).expect("a key");
    let rsa: aws_lc_rs::encoding::Pkcs8V1Der<'_> = rsa.as_der().expect("PKCS #8");
    let files = [
        (pem("PRIVATE KEY", rsa.as_ref()), "RS256"),
        (pem("PRIVATE KEY", &curve_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING)), "ES256"),
        (pem("PRIVATE KEY", &curve_pkcs8(&ECDSA_P384_SHA384_FIXED_SIGNING)), "ES384"),
        (pem("PRIVATE KEY", &curve_pkcs8(&ECDSA_P521_SHA512_FIXED_SIGNING)), "ES512"),
        (curve_jwk().to_string(), "ES256"),
        (json!({ "keys": [curve_jwk()] }).to_string(), "ES256"),
    ];

    for (file, algorithm) in files {
        let key = PrivateKey::read(file.as_bytes()).expect("a key");
        assert_eq!(key.algorithm(), algorithm);
        assert!(!key.sign(b"a message").is_empty());
    }
}

#[test]
fn a_jwk_brings_its_name_and_a_configured_one_goes_before_it() {
    let key = PrivateKey::read(curve_jwk().to_string().as_bytes()).expect("a key");

    assert_eq!(key.key_id(), Some("the-name"));
    assert_eq!(key.named("another").key_id(), Some("another"));
}

#[test]
fn what_it_signs_can_be_verified_with_its_public_half() {
    let rsa = RsaKeyPair::generate(KeySize::Rsa2048).expect("a key");
    let der: aws_lc_rs::encoding::Pkcs8V1Der<'_> = rsa.as_der().expect("PKCS #8");
    let key = PrivateKey::read(pem("PRIVATE KEY", der.as_ref()).as_bytes()).expect("a key");
    let public = UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, rsa.public_key().as_ref());
    assert!(public.verify(b"a message", &key.sign(b"a message")).is_ok());

    let (key, _) = PrivateKey::generate();
    let (x, y) = key.public_point().expect("a point");
    let public = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, [&[4_u8], x, y].concat());
    assert!(public.verify(b"a message", &key.sign(b"a message")).is_ok());
    assert!(public.verify(b"another", &key.sign(b"a message")).is_err());
}

#[test]
fn a_fresh_key_comes_back_from_its_number() {
    let (key, number) = PrivateKey::generate();

    let again = PrivateKey::from_number(&number).expect("the same key");

    assert_eq!(again.public_point(), key.public_point());
    for nonsense in ["", "AAAA", "***", &URL_SAFE_NO_PAD.encode([0; 32]), &URL_SAFE_NO_PAD.encode([0xff; 32])] {
        assert!(PrivateKey::from_number(&Secret::new(nonsense)).is_none(), "{nonsense}");
    }
}

/// An RSA key of 1024 bits that protects nothing.
const SHORT_RSA: &str = include_str!("short_rsa.pem");

#[test]
fn what_is_no_usable_private_key_is_named() {
    let mut only_public = curve_jwk();
    only_public.as_object_mut().expect("an object").remove("d");
    let p256 = pem("PRIVATE KEY", &curve_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING));
    let cases = [
        ("", PrivateKeyError::Nothing),
        ("hunter2", PrivateKeyError::Nothing),
        ("{}", PrivateKeyError::Nothing),
        ("{\"keys\":[]}", PrivateKeyError::Nothing),
        (&pem("PUBLIC KEY", b"whatever"), PrivateKeyError::PublicKey),
        (&only_public.to_string(), PrivateKeyError::PublicKey),
        (&pem("CERTIFICATE", b"whatever"), PrivateKeyError::Certificate),
        (&pem("ENCRYPTED PRIVATE KEY", b"whatever"), PrivateKeyError::Encrypted),
        (
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----",
            PrivateKeyError::Encrypted,
        ),
        (&format!("{p256}{p256}"), PrivateKeyError::Several),
        (SHORT_RSA, PrivateKeyError::TooShort),
        (&pem("PRIVATE KEY", b"whatever"), PrivateKeyError::Kind),
        (&pem("OPENSSH PRIVATE KEY", b"whatever"), PrivateKeyError::Kind),
        (&with(curve_jwk(), "kty", json!("oct")), PrivateKeyError::Kind),
        (&with(curve_jwk(), "crv", json!("secp256k1")), PrivateKeyError::Kind),
        (&with(curve_jwk(), "alg", json!("ES384")), PrivateKeyError::Algorithm("ES384".to_owned())),
        (&with(curve_jwk(), "use", json!("enc")), PrivateKeyError::Use),
        (&with(curve_jwk(), "d", json!("***")), PrivateKeyError::Malformed),
        (&with(curve_jwk(), "d", json!(URL_SAFE_NO_PAD.encode([7; 32]))), PrivateKeyError::Malformed),
        (&pem("RSA PRIVATE KEY", b"whatever"), PrivateKeyError::Malformed),
        ("-----BEGIN PRIVATE KEY-----\n***\n-----END PRIVATE KEY-----", PrivateKeyError::Malformed),
    ];

    for (content, error) in cases {
        assert_eq!(refused(content), error, "{content}");
    }
}

#[test]
fn debug_shows_nothing_of_the_key() {
    let jwk = curve_jwk();
    let key = PrivateKey::read(jwk.to_string().as_bytes()).expect("a key");

    assert_eq!(format!("{key:?}"), "PrivateKey(ES256, the-name, [redacted])");
}
