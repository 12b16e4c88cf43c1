//! People with what everybody has: a password, an e-mail address, a telephone, a question.

use crate::demo::org::authenticators::question::{ANSWER, KEY, TEXT};
use crate::demo::org::authenticators::sent_code::DESTINATION;
use crate::demo::org::authenticators::{EMAIL, PASSWORD, PHONE, QUESTION};
use crate::demo::org::policy::AnyOf;
use crate::demo::org::stages::{Enroll, PasswordExpiry, TurnedAway};

use super::{Account, PLAIN, Setup, Standing};

const NOT_ASSIGNED: TurnedAway =
    TurnedAway { key: "idx.error.code.user_not_assigned", text: "User is not assigned to the client application." };

pub(super) const ACCOUNTS: &[Account] = &[
    Account {
        login: "ada@example.com",
        password: Some("Analytical-1843"),
        name: "Ada Byron",
        shows: "A password and nothing else.",
        reads_codes: false,
        setup: Setup { id: "00udemoada0000000001", given_name: "Ada", family_name: "Byron", ..PLAIN },
    },
    Account {
        login: "ben@example.com",
        password: Some("Lightning-1752"),
        name: "Ben Rush",
        shows: "A password, then a code or a link by e-mail.",
        reads_codes: true,
        setup: Setup {
            id: "00udemoben0000000002",
            given_name: "Ben",
            family_name: "Rush",
            policy: &[&AnyOf(&[PASSWORD]), &AnyOf(&[EMAIL])],
            ..PLAIN
        },
    },
    Account {
        login: "cleo@example.com",
        password: None,
        name: "Cleo Philopator",
        shows: "No password: a code by e-mail (on the site that asks for the name first).",
        reads_codes: true,
        setup: Setup {
            id: "00udemocleo000000003",
            given_name: "Cleo",
            family_name: "Philopator",
            policy: &[&AnyOf(&[EMAIL])],
            ..PLAIN
        },
    },
    Account {
        login: "dora@example.com",
        password: Some("Kaleidoscope-1817"),
        name: "Dora Maar",
        shows: "A choice of password, e-mail, two phones and a security question (the answer is \"rolleiflex\"); where name and password go together, the password is all.",
        reads_codes: true,
        setup: Setup {
            id: "00udemodora000000004",
            given_name: "Dora",
            family_name: "Maar",
            policy: &[&AnyOf(&[PASSWORD, EMAIL, PHONE, QUESTION])],
            has: &[
                (PHONE, &[(DESTINATION, "+1 202 555 0143")]),
                (PHONE, &[(DESTINATION, "+44 20 7946 0958")]),
                (
                    QUESTION,
                    &[(KEY, "favorite_toy"), (TEXT, "What is the name of your first camera?"), (ANSWER, "rolleiflex")],
                ),
            ],
            ..PLAIN
        },
    },
    Account {
        login: "emil@example.com",
        password: Some("Semaphore-1792"),
        name: "Emil Chappe",
        shows: "A password, then a choice between e-mail, a phone and a security question (the answer is \"optics\").",
        reads_codes: true,
        setup: Setup {
            id: "00udemoemil000000005",
            given_name: "Emil",
            family_name: "Chappe",
            policy: &[&AnyOf(&[PASSWORD]), &AnyOf(&[EMAIL, PHONE, QUESTION])],
            has: &[
                (PHONE, &[(DESTINATION, "+33 1 99 00 12 34")]),
                (
                    QUESTION,
                    &[
                        (KEY, "favorite_subject"),
                        (TEXT, "What was your favourite subject at school?"),
                        (ANSWER, "optics"),
                    ],
                ),
            ],
            ..PLAIN
        },
    },
    Account {
        login: "greta@example.com",
        password: Some("Herbarium-1735"),
        name: "Greta Linné",
        shows: "A password; membership in several groups reaches the application.",
        reads_codes: false,
        setup: Setup {
            id: "00udemogreta00000006",
            given_name: "Greta",
            family_name: "Linné",
            groups: &["Everyone", "Field staff", "Editors", "Herbarium, Uppsala"],
            ..PLAIN
        },
    },
    Account {
        login: "uma@example.com",
        password: Some("Postmark-1840"),
        name: "Uma Hill",
        shows: "A password; the e-mail address is not verified, so the application must not trust it.",
        reads_codes: false,
        setup: Setup {
            id: "00udemouma0000000007",
            given_name: "Uma",
            family_name: "Hill",
            email_verified: false,
            ..PLAIN
        },
    },
    Account {
        login: "pia@example.com",
        password: Some("Yesterday-2009"),
        name: "Pia Retro",
        shows: "The password has expired: a new one must be chosen before going on.",
        reads_codes: false,
        setup: Setup {
            id: "00udemopia0000000008",
            given_name: "Pia",
            family_name: "Retro",
            policy: &[&AnyOf(&[PASSWORD]), &PasswordExpiry { in_days: None }],
            ..PLAIN
        },
    },
    Account {
        login: "wes@example.com",
        password: Some("Tomorrow-2030"),
        name: "Wes Early",
        shows: "The password expires in five days: change it or skip.",
        reads_codes: false,
        setup: Setup {
            id: "00udemowes0000000009",
            given_name: "Wes",
            family_name: "Early",
            policy: &[&AnyOf(&[PASSWORD]), &PasswordExpiry { in_days: Some(5) }],
            ..PLAIN
        },
    },
    Account {
        login: "lena@example.com",
        password: Some("Portcullis-1066"),
        name: "Lena Gate",
        shows: "A locked account: the right password does not help (on the site that offers everything it can be unlocked).",
        reads_codes: false,
        setup: Setup {
            id: "00udemolena000000010",
            given_name: "Lena",
            family_name: "Gate",
            standing: Standing::Locked,
            ..PLAIN
        },
    },
    Account {
        login: "sven@example.com",
        password: Some("Suspension-1883"),
        name: "Sven Roebling",
        shows: "A suspended account: the right password is refused, and there is no new one.",
        reads_codes: false,
        setup: Setup {
            id: "00udemosven000000072",
            given_name: "Sven",
            family_name: "Roebling",
            standing: Standing::Suspended,
            ..PLAIN
        },
    },
    Account {
        login: "dean@example.com",
        password: Some("Farewell-1796"),
        name: "Dean Gone",
        shows: "A deactivated account: nobody has that name any more, says the org.",
        reads_codes: false,
        setup: Setup {
            id: "00udemodean000000073",
            given_name: "Dean",
            family_name: "Gone",
            standing: Standing::Deactivated,
            ..PLAIN
        },
    },
    Account {
        login: "tom@example.com",
        password: Some("Hourglass-1338"),
        name: "Tom Sand",
        shows: "The transaction expires after the name: sign-in begins again (on the site that asks for the name first).",
        reads_codes: false,
        setup: Setup {
            id: "00udemotom0000000011",
            given_name: "Tom",
            family_name: "Sand",
            standing: Standing::TransactionExpires,
            ..PLAIN
        },
    },
    Account {
        login: "nina@example.com",
        password: Some("Outsider-1942"),
        name: "Nina Elsewhere",
        shows: "A good password, but the application is not assigned to her.",
        reads_codes: false,
        setup: Setup {
            id: "00udemonina000000012",
            given_name: "Nina",
            family_name: "Elsewhere",
            policy: &[&AnyOf(&[PASSWORD]), &NOT_ASSIGNED],
            ..PLAIN
        },
    },
    Account {
        login: "nell@example.com",
        password: Some("Switchboard-1878"),
        name: "Nell Exchange",
        shows: "A password, then a phone must be set up; a security question may be, or skipped.",
        reads_codes: true,
        setup: Setup {
            id: "00udemonell000000013",
            given_name: "Nell",
            family_name: "Exchange",
            policy: &[&AnyOf(&[PASSWORD]), &Enroll { required: &[PHONE], optional: &[QUESTION], ..Enroll::NOTHING }],
            ..PLAIN
        },
    },
];
