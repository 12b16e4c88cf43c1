//! Levels of authentication: which `acr_values` the org knows, and what each asks of a person.

use http::StatusCode;

use super::authenticators::{Authenticator, EMAIL, PASSWORD, PHONE, QUESTION, WEBAUTHN};
use super::form::Form;
use super::policy::{AnyOf, Requirement as _};
use super::stages::{Scene, Stage};
use super::wire::OAuthError;

/// A level that a client can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    AnyFactor,
    Password,
    TwoFactors,
    TwoFactorsIfPossible,
    PhishingResistant,
    HardwareProtected,
}

/// Everything that the org knows.
const ALL: [Level; 6] = [
    Level::AnyFactor,
    Level::Password,
    Level::TwoFactors,
    Level::TwoFactorsIfPossible,
    Level::PhishingResistant,
    Level::HardwareProtected,
];

/// What may come second after a password.
const BESIDE_PASSWORD: &[&dyn Authenticator] = &[EMAIL, PHONE, QUESTION];
/// What resists phishing.
const PHISHING_RESISTANT: &[&dyn Authenticator] = &[WEBAUTHN];
/// What is hardware-protected as well: nothing that this org has.
const HARDWARE_PROTECTED: &[&dyn Authenticator] = &[];

impl Level {
    /// The value of `acr`.
    pub(super) const fn value(self) -> &'static str {
        match self {
            Self::AnyFactor => "urn:okta:loa:1fa:any",
            Self::Password => "urn:okta:loa:1fa:pwd",
            Self::TwoFactors => "urn:okta:loa:2fa:any",
            Self::TwoFactorsIfPossible => "urn:okta:loa:2fa:any:ifpossible",
            Self::PhishingResistant => "phr",
            Self::HardwareProtected => "phrh",
        }
    }

    const fn is_within_reach(self) -> bool {
        !matches!(self, Self::HardwareProtected) || !HARDWARE_PROTECTED.is_empty()
    }

    /// What is still to be passed for it.
    fn missing(self, scene: &Scene<'_>) -> Option<AnyOf> {
        // A provider of the org's own choice has asked for the password there.
        let has_password = scene.transaction.federated || scene.transaction.has_verified(PASSWORD);
        match self {
            Self::AnyFactor => None,
            Self::Password => (!has_password).then_some(AnyOf(&[PASSWORD])),
            Self::TwoFactors | Self::TwoFactorsIfPossible => match has_password {
                true => Some(AnyOf(BESIDE_PASSWORD)),
                false => Some(AnyOf(&[PASSWORD])),
            },
            Self::PhishingResistant => Some(AnyOf(PHISHING_RESISTANT)),
            Self::HardwareProtected => Some(AnyOf(HARDWARE_PROTECTED)),
        }
    }
}

/// The level that a beginning asks for: the first of its values that the org knows and has the authenticators for (OpenID Connect
/// Core §3.1.2.1).
pub(super) fn asked_for(form: &Form) -> Result<Option<Level>, OAuthError> {
    let Some(values) = form.parameter("acr_values") else { return Ok(None) };
    let find = |value: &str| ALL.into_iter().find(|level| level.value() == value);
    let known: Vec<Level> = values.split(' ').filter_map(find).collect();
    if known.is_empty() {
        let refusal = OAuthError::bad_request("access_denied", "The requested 'acr_values' are not supported.");
        return Err(OAuthError { status: StatusCode::FORBIDDEN, ..refusal });
    }
    let within_reach = known.into_iter().find(|level| level.is_within_reach());
    within_reach.map(Some).ok_or_else(|| {
        let description = "The requested authentication cannot be met with the authenticators of this org.";
        OAuthError::bad_request("unmet_authentication_requirements", description)
    })
}

/// The stage at which the person does what the level still asks for; nothing when it is reached, or out of the person's reach.
pub(super) fn open(scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
    let missing = scene.transaction.request.level?.missing(scene)?;
    let can = scene.person().is_some_and(|person| !person.enrolled(missing.0).is_empty());
    if can { missing.open(scene) } else { None }
}

/// The level that was reached of the one that was asked for.
pub(super) fn reached(scene: &Scene<'_>) -> Option<Level> {
    let level = scene.transaction.request.level?;
    let verified = |kind: &&dyn Authenticator| scene.transaction.has_verified(*kind);
    let is_open = level.missing(scene).is_some_and(|missing| !missing.0.iter().any(verified));
    (!is_open || level == Level::TwoFactorsIfPossible).then_some(level)
}
