//! The accounts of the emulated org: who there is, what the sign-on policy asks of them, what is special about each.

use super::authenticators::passcode::SECRET;
use super::authenticators::push::{DEVICE, NUMBER_WANTED};
use super::authenticators::question::{ANSWER, KEY, TEXT};
use super::authenticators::sent_code::DESTINATION;
use super::authenticators::temporary_access_code::CODE;
use super::authenticators::token::NEXT_CODE_WANTED;
use super::authenticators::yubikey::NAME;
use super::authenticators::{
    Authenticator, CUSTOM_APP, CUSTOM_OTP, EMAIL, GOOGLE, OKTA_VERIFY, ON_PREMISES, PASSWORD, PHONE, QUESTION,
    RSA_TOKEN, SYMANTEC_VIP, TEMPORARY_ACCESS_CODE, WEBAUTHN, YUBIKEY,
};
use super::policy::{AnyOf, Requirements};
use super::stages::{
    ActivationExpired, Consent, CustomPasswordExpiry, DeviceAssurance, EmailChallengeConsent, Enroll, HostedEnd,
    IdentityVerification, KeepMeSignedIn, ManagedDevice, PasskeyPromotion, PasswordExpiry, ProfileUpdate, TurnedAway,
    Unlocked, UserCode,
};

/// A person who can sign in to the demo, as the table of accounts prints them.
#[derive(Debug, Clone, Copy)]
pub struct Account {
    /// What is typed into the first field.
    pub login: &'static str,
    /// The password at the start; absent for a person who has none.
    pub password: Option<&'static str>,
    /// The person's name.
    pub name: &'static str,
    /// One sentence: what signing in with this account shows.
    pub shows: &'static str,
    /// Whether codes are sent, to be read in the demo's inbox.
    pub reads_codes: bool,
    pub(super) setup: Setup,
}

/// What the org knows of a person at the start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setup {
    pub(super) id: &'static str,
    pub(super) given_name: &'static str,
    pub(super) family_name: &'static str,
    pub(super) groups: &'static [&'static str],
    pub(super) email_verified: bool,
    /// What has to be passed, in this order.
    pub(super) policy: Requirements,
    /// What stands between the person and an unlocked account.
    pub(super) unlocked_by: Requirements,
    /// What is enrolled beside the password and the e-mail address.
    pub(super) has: &'static [(&'static dyn Authenticator, FixedFacts)],
    pub(super) standing: Standing,
}

/// What is remembered of an enrolment at the start.
pub(super) type FixedFacts = &'static [(&'static str, &'static str)];

/// What is special about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Active,
    /// Locked from the start, and not by time.
    Locked,
    /// The transaction dies as soon as the org knows who signs in.
    TransactionExpires,
}

const EVERYBODY: &[&str] = &["Everyone"];
const PLAIN: Setup = Setup {
    id: "",
    given_name: "",
    family_name: "",
    groups: EVERYBODY,
    email_verified: true,
    policy: &[&AnyOf(&[PASSWORD])],
    unlocked_by: UNLOCKED_BY,
    has: &[],
    standing: Standing::Active,
};

/// How most people unlock their accounts.
pub(super) const UNLOCKED_BY: Requirements = &[&AnyOf(&[EMAIL, PHONE]), &Unlocked { goes_on: false }];

const NOT_ASSIGNED: TurnedAway =
    TurnedAway { key: "idx.error.code.user_not_assigned", text: "User is not assigned to the client application." };

/// Everybody, in the order of the printed table.
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
        shows: "A choice of password, e-mail, two phones and a security question (the answer is \"rolleiflex\").",
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
        shows: "A locked account: the right password does not help.",
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
                &Enroll { optional: &[GOOGLE, YUBIKEY, RSA_TOKEN, ON_PREMISES, SYMANTEC_VIP], ..Enroll::NOTHING },
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
        shows: "A password, then the offer of a passkey, which from then on does without name and password.",
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
            unlocked_by: &[&AnyOf(&[EMAIL, PHONE]), &AnyOf(&[QUESTION]), &Unlocked { goes_on: true }],
            has: &[(
                QUESTION,
                &[(KEY, "place_of_birth"), (TEXT, "Where was your first workshop?"), (ANSWER, "yonkers")],
            )],
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

impl Account {
    /// Everybody, in the order of the printed table.
    pub(crate) const fn all() -> &'static [Self] {
        ACCOUNTS
    }
}
