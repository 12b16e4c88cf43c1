//! Settings that are one of a few words: the words, what they mean to an operator, and what they are to the program.
//!
//! Reader and schema both use these tables.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::credentials::Credential;
use super::{
    Access, ClientAuthentication, ClientAuthorization, CookieLimit, Counted, EndSession, SiteData, TargetMode,
};

/// A type whose values have names in the file.
pub(super) trait Words: Sized + Copy + 'static {
    /// The name of the choice in the schema.
    const NAME: &'static str;
    /// Its words, the usual one first.
    const WORDS: &'static [Word<Self>];
}

/// One of the words.
pub(super) struct Word<T> {
    pub(super) text: &'static str,
    pub(super) meaning: &'static str,
    pub(super) value: T,
}

const fn word<T>(text: &'static str, value: T, meaning: &'static str) -> Word<T>
where
    T: Copy,
{
    Word { text, meaning, value }
}

/// The word for `value`; empty for a value that the file has no word for.
pub(super) fn text<T: Words + PartialEq>(value: T) -> &'static str {
    T::WORDS.iter().find(|word| word.value == value).map_or("", |word| word.text)
}

impl Words for Access {
    const NAME: &'static str = "Access";
    const WORDS: &'static [Word<Self>] = &[
        word("signed_in", Self::SignedIn, "Whoever is signed in."),
        word("optional", Self::Optional, "Anybody; the identity is added for those who are signed in."),
        word("public", Self::Public, "Anybody; no session is read and no identity is added."),
    ];
}

impl Words for ClientAuthentication {
    const NAME: &'static str = "ClientAuthentication";
    const WORDS: &'static [Word<Self>] = &[
        word("client_secret_post", Self::ClientSecretPost, "The secret travels in the body of the request."),
        word("client_secret_basic", Self::ClientSecretBasic, "The secret travels in the Authorization header."),
        word("client_secret_jwt", Self::ClientSecretJwt, "The secret signs a statement and does not travel."),
        word(
            "private_key_jwt",
            Self::PrivateKeyJwt,
            "`private_key` signs a statement; the server has its public half.",
        ),
    ];
}

impl Words for ClientAuthorization {
    const NAME: &'static str = "ClientAuthorization";
    const WORDS: &'static [Word<Self>] = &[
        word("remove", Self::Remove, "It is taken out."),
        word("pass", Self::Pass, "It reaches the upstream where the gateway adds none of its own."),
    ];
}

impl Words for Credential {
    const NAME: &'static str = "Credential";
    const WORDS: &'static [Word<Self>] = &[
        word("session", Self::Session, "The session of a person who signed in here."),
        word("bearer", Self::Bearer, "An access token that a program presents: `Authorization: Bearer …` (RFC 6750)."),
    ];
}

impl Words for TargetMode {
    const NAME: &'static str = "Target";
    const WORDS: &'static [Word<Self>] = &[
        word("canonical", Self::Canonical, "Only request targets that every parser reads alike."),
        word("raw", Self::Raw, "The path as the client sent it, encoded slashes included; dot segments stay refused."),
    ];
}

impl Words for Counted {
    const NAME: &'static str = "Counted";
    const WORDS: &'static [Word<Self>] = &[
        word("requests", Self::Requests, "Pages that people open, forms they post, and what scripts fetch."),
        word("navigations", Self::Navigations, "Pages that people open and forms they post, in a window or a frame."),
    ];
}

impl Words for EndSession {
    const NAME: &'static str = "EndSession";
    const WORDS: &'static [Word<Self>] = &[
        word("never", Self::Never, "Never: a sign-in on the gateway's own pages makes no session there."),
        word("by_sid", Self::BySid, "When the ID token names a session there (`sid`)."),
        word("always", Self::Always, "Always, also when the browser may have no session there."),
    ];
}

impl Words for SiteData {
    const NAME: &'static str = "SiteData";
    const WORDS: &'static [Word<Self>] = &[
        word("cache", Self::Cache, "What the browser keeps to load pages faster."),
        word("storage", Self::Storage, "What scripts have put aside: local storage, databases, service workers."),
    ];
}

/// Whether an application may register service workers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ServiceWorker {
    Refuse,
    Allow,
}

impl Words for ServiceWorker {
    const NAME: &'static str = "ServiceWorker";
    const WORDS: &'static [Word<Self>] = &[
        word("refuse", Self::Refuse, "Requests for service worker scripts get 403."),
        word("allow", Self::Allow, "The application may register service workers."),
    ];
}

/// The stores that the file can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StoreKind {
    Memory,
    Redis,
    Cookie,
}

impl StoreKind {
    /// Its word.
    pub(super) fn text(self) -> &'static str {
        Self::WORDS.iter().find(|word| word.value == self).map_or("", |word| word.text)
    }
}

impl Words for StoreKind {
    const NAME: &'static str = "Store";
    const WORDS: &'static [Word<Self>] = &[
        word("memory", Self::Memory, "In this process: a restart signs everybody out, unless `snapshot` names a file."),
        word("redis", Self::Redis, "In Redis or Valkey, shared by all replicas."),
        word("cookie", Self::Cookie, "Sealed in the browsers. What that cannot do has to be accepted in `accept`."),
    ];
}

impl Words for CookieLimit {
    const NAME: &'static str = "CookieLimit";
    const WORDS: &'static [Word<Self>] = &[
        word(
            "ending_is_best_effort",
            Self::EndingIsBestEffort,
            "A session that was ended from outside, or a copied cookie after sign-out, is refused only by the process that \
             knows of it, and until that restarts.",
        ),
        word(
            "rotation_on_one_replica",
            Self::RotationOnOneReplica,
            "One process serves everybody: a refresh token that rotates is worth nothing to a second one.",
        ),
        word("long_lifetime", Self::LongLifetime, "A stolen cookie opens the session for longer than eight hours."),
    ];
}

/// Stands in the types of the schema where the file has one of the words of `T`.
pub(super) struct OneOf<T>(PhantomData<T>);

impl<T: Words> JsonSchema for OneOf<T> {
    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed(T::NAME)
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words: Vec<_> = T::WORDS
            .iter()
            .map(|word| serde_json::json!({ "const": word.text, "description": word.meaning }))
            .collect();
        json_schema!({ "oneOf": words })
    }
}
