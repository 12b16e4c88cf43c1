//! Attributes of a profile: what a browser can fill in, by their names.

use crate::pages::InputKind;

/// How a browser should help with an attribute of that name.
pub(super) struct Help {
    /// What is typed.
    pub(super) kind: InputKind,
    /// What may be filled in (HTML: autofill detail tokens).
    pub(super) autocomplete: Option<&'static str>,
}

/// The help for an attribute; plain text for one that nobody knows.
pub(super) fn help(name: &str) -> Help {
    let (kind, autocomplete) = match name {
        "email" => (InputKind::Email, Some("email")),
        "secondEmail" => (InputKind::Email, Some("off")),
        "login" | "identifier" | "username" => (InputKind::Identifier, Some("username")),
        "mobilePhone" | "primaryPhone" | "phoneNumber" => (InputKind::Telephone, Some("tel")),
        "firstName" => (InputKind::Text, Some("given-name")),
        "middleName" => (InputKind::Text, Some("additional-name")),
        "lastName" => (InputKind::Text, Some("family-name")),
        "displayName" => (InputKind::Text, Some("name")),
        "nickName" => (InputKind::Text, Some("nickname")),
        "honorificPrefix" => (InputKind::Text, Some("honorific-prefix")),
        "honorificSuffix" => (InputKind::Text, Some("honorific-suffix")),
        "title" => (InputKind::Text, Some("organization-title")),
        "organization" => (InputKind::Text, Some("organization")),
        "streetAddress" | "postalAddress" => (InputKind::Text, Some("street-address")),
        "city" => (InputKind::Text, Some("address-level2")),
        "state" => (InputKind::Text, Some("address-level1")),
        "zipCode" | "postalCode" => (InputKind::Text, Some("postal-code")),
        "country" => (InputKind::Text, Some("country-name")),
        "countryCode" => (InputKind::Text, Some("country")),
        "preferredLanguage" => (InputKind::Text, Some("language")),
        "profileUrl" => (InputKind::Text, Some("url")),
        _ => (InputKind::Text, None),
    };
    Help { kind, autocomplete }
}

/// Whether an attribute of that name is a part of an address.
pub(super) fn is_of_address(name: &str) -> bool {
    matches!(
        name,
        "streetAddress" | "postalAddress" | "city" | "state" | "zipCode" | "postalCode" | "country" | "countryCode"
    )
}
