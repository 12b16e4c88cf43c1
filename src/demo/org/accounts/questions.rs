//! People of whom more is asked than who they are: consents, profiles, rules about devices, accounts to unlock.

use crate::demo::org::authenticators::question::{ANSWER, KEY, TEXT};
use crate::demo::org::authenticators::sent_code::DESTINATION;
use crate::demo::org::authenticators::{EMAIL, PASSWORD, PHONE, QUESTION};
use crate::demo::org::policy::AnyOf;
use crate::demo::org::stages::{
    ActivationExpired, Consent, CustomPasswordExpiry, DeviceAssurance, EmailChallengeConsent, HostedEnd,
    IdentityVerification, KeepMeSignedIn, ManagedDevice, ProfileUpdate, Unlocked, UserCode,
};

use super::{Account, PLAIN, Setup, Standing};

pub(super) const ACCOUNTS: &[Account] = &[
    Account {
        login: "kira@example.com",
        password: Some("Lighthouse-1822"),
        name: "Kira Fresnel",
        shows: "Everything but an authenticator: who asks, scope by scope what the application may do, and whether to stay signed in.",
        reads_codes: false,
        setup: Setup {
            id: "00udemokira000000050",
            given_name: "Kira",
            family_name: "Fresnel",
            policy: &[&AnyOf(&[PASSWORD]), &EmailChallengeConsent, &Consent::Granular, &KeepMeSignedIn],
            ..PLAIN
        },
    },
    Account {
        login: "omar@example.com",
        password: Some("Astrolabe-1092"),
        name: "Omar Khayyam",
        shows: "The application asks for access to the account, all or nothing.",
        reads_codes: false,
        setup: Setup {
            id: "00udemoomar000000051",
            given_name: "Omar",
            family_name: "Khayyam",
            policy: &[&AnyOf(&[PASSWORD]), &Consent::EndUser],
            ..PLAIN
        },
    },
    Account {
        login: "hedda@example.com",
        password: Some("Governor-1788"),
        name: "Hedda Watt",
        shows: "An administrator: the application asks for access to the org.",
        reads_codes: false,
        setup: Setup {
            id: "00udemohedda00000052",
            given_name: "Hedda",
            family_name: "Watt",
            policy: &[&AnyOf(&[PASSWORD]), &Consent::Admin],
            ..PLAIN
        },
    },
    Account {
        login: "percy@example.com",
        password: Some("Almanack-1732"),
        name: "Percy Richards",
        shows: "The profile lacks a department, which has to be told.",
        reads_codes: false,
        setup: Setup {
            id: "00udemopercy00000053",
            given_name: "Percy",
            family_name: "Richards",
            policy: &[&AnyOf(&[PASSWORD]), &ProfileUpdate { requires_department: true }],
            ..PLAIN
        },
    },
    Account {
        login: "rosa@example.com",
        password: Some("Diffraction-1952"),
        name: "Rosa Franklin",
        shows: "The profile could be completed, now or later.",
        reads_codes: false,
        setup: Setup {
            id: "00udemorosa000000054",
            given_name: "Rosa",
            family_name: "Franklin",
            policy: &[&AnyOf(&[PASSWORD]), &ProfileUpdate { requires_department: false }],
            ..PLAIN
        },
    },
    Account {
        login: "otis@example.com",
        password: Some("Elevator-1852"),
        name: "Otis Graves",
        shows: "A locked account that two factors unlock, on the way to the application (on the site that offers everything; the answer is \"yonkers\").",
        reads_codes: true,
        setup: Setup {
            id: "00udemootis000000055",
            given_name: "Otis",
            family_name: "Graves",
            unlocked_by: &[&AnyOf(&[EMAIL]), &AnyOf(&[PHONE, QUESTION]), &Unlocked { goes_on: true }],
            has: &[
                (PHONE, &[(DESTINATION, "+1 202 555 0188")]),
                (QUESTION, &[(KEY, "place_of_birth"), (TEXT, "Where was your first workshop?"), (ANSWER, "yonkers")]),
            ],
            standing: Standing::Locked,
            ..PLAIN
        },
    },
    Account {
        login: "vera@example.com",
        password: Some("Rotation-1978"),
        name: "Vera Cooper",
        shows: "A service elsewhere checks who she is, and brings her back.",
        reads_codes: false,
        setup: Setup {
            id: "00udemovera000000056",
            given_name: "Vera",
            family_name: "Cooper",
            policy: &[&AnyOf(&[PASSWORD]), &IdentityVerification],
            ..PLAIN
        },
    },
    Account {
        login: "dirk@example.com",
        password: Some("Directory-1988"),
        name: "Dirk Steele",
        shows: "The password is kept elsewhere and runs out in three days.",
        reads_codes: false,
        setup: Setup {
            id: "00udemodirk000000057",
            given_name: "Dirk",
            family_name: "Steele",
            policy: &[&AnyOf(&[PASSWORD]), &CustomPasswordExpiry { in_days: Some(3) }],
            ..PLAIN
        },
    },
    Account {
        login: "edna@example.com",
        password: Some("Directory-1993"),
        name: "Edna Kingsley",
        shows: "The password is kept elsewhere and has run out there.",
        reads_codes: false,
        setup: Setup {
            id: "00udemoedna000000058",
            given_name: "Edna",
            family_name: "Kingsley",
            policy: &[&AnyOf(&[PASSWORD]), &CustomPasswordExpiry { in_days: None }],
            ..PLAIN
        },
    },
    Account {
        login: "theo@example.com",
        password: Some("Television-1926"),
        name: "Theo Baird",
        shows: "A device without a keyboard waits for its code, which is BDWP-HQPK.",
        reads_codes: false,
        setup: Setup {
            id: "00udemotheo000000059",
            given_name: "Theo",
            family_name: "Baird",
            policy: &[&AnyOf(&[PASSWORD]), &UserCode("BDWPHQPK")],
            ..PLAIN
        },
    },
    Account {
        login: "mina@example.com",
        password: Some("Phonograph-1877"),
        name: "Mina Miller",
        shows: "Her device breaks a rule, which she may put off until a date.",
        reads_codes: false,
        setup: Setup {
            id: "00udemomina000000060",
            given_name: "Mina",
            family_name: "Miller",
            policy: &[&AnyOf(&[PASSWORD]), &DeviceAssurance { may_put_off: true }],
            ..PLAIN
        },
    },
    Account {
        login: "rolf@example.com",
        password: Some("Rigging-1911"),
        name: "Rolf Amund",
        shows: "His device breaks a rule, and nobody gets in with it.",
        reads_codes: false,
        setup: Setup {
            id: "00udemorolf000000061",
            given_name: "Rolf",
            family_name: "Amund",
            policy: &[&AnyOf(&[PASSWORD]), &DeviceAssurance { may_put_off: false }],
            ..PLAIN
        },
    },
    Account {
        login: "inge@example.com",
        password: Some("Seafloor-1952"),
        name: "Inge Tharp",
        shows: "Her device has to be managed by the organization first.",
        reads_codes: false,
        setup: Setup {
            id: "00udemoinge000000062",
            given_name: "Inge",
            family_name: "Tharp",
            policy: &[&AnyOf(&[PASSWORD]), &ManagedDevice],
            ..PLAIN
        },
    },
    Account {
        login: "ivo@example.com",
        password: Some("Postcoach-1784"),
        name: "Ivo Palmer",
        shows: "The link that activates the account is too old: another mail can be asked for.",
        reads_codes: false,
        setup: Setup {
            id: "00udemoivo0000000063",
            given_name: "Ivo",
            family_name: "Palmer",
            policy: &[&AnyOf(&[PASSWORD]), &ActivationExpired],
            ..PLAIN
        },
    },
    Account {
        login: "gus@example.com",
        password: Some("Tollgate-1663"),
        name: "Gus Turnpike",
        shows: "The org ends the sign-in with a session of its own instead of one here.",
        reads_codes: false,
        setup: Setup {
            id: "00udemogus0000000064",
            given_name: "Gus",
            family_name: "Turnpike",
            policy: &[&AnyOf(&[PASSWORD]), &HostedEnd],
            ..PLAIN
        },
    },
];
