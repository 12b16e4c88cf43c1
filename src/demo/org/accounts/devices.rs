//! People with something in their hands: an application, a token, a key, a telephone that asks.

use crate::demo::org::authenticators::fastpass::FASTPASS;
use crate::demo::org::authenticators::nfc::PIN;
use crate::demo::org::authenticators::passcode::SECRET;
use crate::demo::org::authenticators::push::{DEVICE, NUMBER_WANTED};
use crate::demo::org::authenticators::temporary_access_code::CODE;
use crate::demo::org::authenticators::token::NEXT_CODE_WANTED;
use crate::demo::org::authenticators::yubikey::NAME;
use crate::demo::org::authenticators::{
    CUSTOM_APP, CUSTOM_OTP, DUO, EXTERNAL_IDP, GOOGLE, NFC, OKTA_VERIFY, ON_PREMISES, PASSWORD, PHONE, QUESTION,
    RSA_TOKEN, SMART_CARD, SYMANTEC_VIP, TEMPORARY_ACCESS_CODE, WEBAUTHN, YUBIKEY,
};
use crate::demo::org::policy::AnyOf;
use crate::demo::org::stages::{Enroll, PasskeyPromotion};

use super::{Account, PLAIN, Setup};

pub(super) const ACCOUNTS: &[Account] = &[
    Account {
        login: "otto@example.com",
        password: Some("Chronometer-1761"),
        name: "Otto Harrison",
        shows: "A password, then one of many codes: from an app, a card, a token, a key, or handed out (see the inbox).",
        reads_codes: true,
        setup: Setup {
            id: "00udemootto000000014",
            given_name: "Otto",
            family_name: "Harrison",
            policy: &[
                &AnyOf(&[PASSWORD]),
                &AnyOf(&[GOOGLE, CUSTOM_OTP, TEMPORARY_ACCESS_CODE, YUBIKEY, RSA_TOKEN, ON_PREMISES, SYMANTEC_VIP]),
            ],
            has: &[
                (GOOGLE, &[(SECRET, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")]),
                (CUSTOM_OTP, &[(SECRET, "KRUGKIDROVUWG2ZAMJZG653OEBTG66BA")]),
                (TEMPORARY_ACCESS_CODE, &[(CODE, "longitude-1714")]),
                (YUBIKEY, &[(NAME, "ccccccthfive")]),
                (RSA_TOKEN, &[(SECRET, "NJ2W24DTEBXXMZLSEB2GQZJANRQXU6JA"), (NEXT_CODE_WANTED, "yes")]),
                (ON_PREMISES, &[(SECRET, "MRXWOLRAKRUGKIDFNZSCAMJSGM2DKNRX")]),
                (SYMANTEC_VIP, &[(SECRET, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]),
            ],
            ..PLAIN
        },
    },
    Account {
        login: "tess@example.com",
        password: Some("Toolbox-1905"),
        name: "Tess Workshop",
        shows: "A password, then a choice of things to set up, none of which is required.",
        reads_codes: true,
        setup: Setup {
            id: "00udemotess000000015",
            given_name: "Tess",
            family_name: "Workshop",
            policy: &[
                &AnyOf(&[PASSWORD]),
                &Enroll {
                    optional: &[
                        GOOGLE,
                        YUBIKEY,
                        RSA_TOKEN,
                        ON_PREMISES,
                        SYMANTEC_VIP,
                        EXTERNAL_IDP,
                        SMART_CARD,
                        DUO,
                        NFC,
                    ],
                    ..Enroll::NOTHING
                },
            ],
            ..PLAIN
        },
    },
    Account {
        login: "paul@example.com",
        password: Some("Lanterns-1775"),
        name: "Paul Rider",
        shows: "A password, then Okta Verify (push or code) or the app Night Porter (push): answer in the inbox.",
        reads_codes: true,
        setup: Setup {
            id: "00udemopaul000000016",
            given_name: "Paul",
            family_name: "Rider",
            policy: &[&AnyOf(&[PASSWORD]), &AnyOf(&[OKTA_VERIFY, CUSTOM_APP])],
            has: &[
                (OKTA_VERIFY, &[(SECRET, "N5XGKIDJMYQGE6JANRQW4ZBAOR3W6IDJ"), (DEVICE, "Paul's telephone")]),
                (CUSTOM_APP, &[(DEVICE, "Paul's tablet")]),
            ],
            ..PLAIN
        },
    },
    Account {
        login: "nora@example.com",
        password: None,
        name: "Nora Dial",
        shows: "No password: a push with a number to pick (on the site that asks for the name first).",
        reads_codes: true,
        setup: Setup {
            id: "00udemonora000000017",
            given_name: "Nora",
            family_name: "Dial",
            policy: &[&AnyOf(&[OKTA_VERIFY])],
            has: &[(
                OKTA_VERIFY,
                &[(SECRET, "NZXXEYLTEBZWKY3SMV2CA53POJSCA3TP"), (DEVICE, "Nora's telephone"), (NUMBER_WANTED, "yes")],
            )],
            ..PLAIN
        },
    },
    Account {
        login: "finn@example.com",
        password: Some("Turnstile-1830"),
        name: "Finn Gates",
        shows: "A password, then Okta Verify by push, by code, or by FastPass: the computer itself answers, if it is told to.",
        reads_codes: true,
        setup: Setup {
            id: "00udemofinn000000070",
            given_name: "Finn",
            family_name: "Gates",
            policy: &[&AnyOf(&[PASSWORD]), &AnyOf(&[OKTA_VERIFY])],
            has: &[(
                OKTA_VERIFY,
                &[(SECRET, "MZUW43RAM5QXIZLTEBZWKY3SMV2CA3LP"), (DEVICE, "Finn's computer"), (FASTPASS, "yes")],
            )],
            ..PLAIN
        },
    },
    Account {
        login: "fay@example.com",
        password: Some("Handset-1876"),
        name: "Fay Bell",
        shows: "A password, then Okta Verify must be set up: by QR code, e-mail, text message, or on the same device.",
        reads_codes: true,
        setup: Setup {
            id: "00udemofay0000000018",
            given_name: "Fay",
            family_name: "Bell",
            policy: &[&AnyOf(&[PASSWORD]), &Enroll { required: &[OKTA_VERIFY], ..Enroll::NOTHING }],
            ..PLAIN
        },
    },
    Account {
        login: "will@example.com",
        password: Some("Latchkey-1861"),
        name: "Will Latch",
        shows: "A password, then a security key: made at the first sign-in, asked for at the next; and a passkey beside it.",
        reads_codes: false,
        setup: Setup {
            id: "00udemowill000000019",
            given_name: "Will",
            family_name: "Latch",
            policy: &[
                &AnyOf(&[PASSWORD]),
                &Enroll { required: &[WEBAUTHN], ..Enroll::NOTHING },
                &AnyOf(&[WEBAUTHN]),
                &PasskeyPromotion,
            ],
            ..PLAIN
        },
    },
    Account {
        login: "iris@example.com",
        password: Some("Aperture-1839"),
        name: "Iris Vane",
        shows: "A password, then the offer of a passkey, which from then on does without name and password (not on 127.0.0.1: passkeys belong to names).",
        reads_codes: false,
        setup: Setup {
            id: "00udemoiris000000020",
            given_name: "Iris",
            family_name: "Vane",
            policy: &[&AnyOf(&[PASSWORD, WEBAUTHN]), &PasskeyPromotion],
            ..PLAIN
        },
    },
    Account {
        login: "bruno@example.com",
        password: Some("Causeway-1902"),
        name: "Bruno Bridge",
        shows: "A password, then something elsewhere: another provider, a smart card, Duo, or a badge (its PIN is 1902).",
        reads_codes: true,
        setup: Setup {
            id: "00udemobruno00000036",
            given_name: "Bruno",
            family_name: "Bridge",
            policy: &[&AnyOf(&[PASSWORD]), &AnyOf(&[EXTERNAL_IDP, SMART_CARD, DUO, NFC])],
            has: &[(EXTERNAL_IDP, &[]), (SMART_CARD, &[]), (DUO, &[]), (NFC, &[(PIN, "1902")])],
            ..PLAIN
        },
    },
    Account {
        login: "bea@example.com",
        password: Some("Turnkey-1959"),
        name: "Bea Turner",
        shows: "A password, or instead of name and password a badge (its PIN is 1959; on the site that offers everything).",
        reads_codes: true,
        setup: Setup {
            id: "00udemobea0000000071",
            given_name: "Bea",
            family_name: "Turner",
            policy: &[&AnyOf(&[PASSWORD, NFC])],
            has: &[(NFC, &[(PIN, "1959")])],
            ..PLAIN
        },
    },
    Account {
        login: "gina@example.com",
        password: Some("Tomorrow-1967"),
        name: "Gina Later",
        shows: "A password, then a phone that must be set up within two weeks, and a question that may be.",
        reads_codes: true,
        setup: Setup {
            id: "00udemogina000000037",
            given_name: "Gina",
            family_name: "Later",
            policy: &[
                &AnyOf(&[PASSWORD]),
                &Enroll { deferrable: &[PHONE], grace_days: 14, optional: &[QUESTION], ..Enroll::NOTHING },
            ],
            ..PLAIN
        },
    },
];
