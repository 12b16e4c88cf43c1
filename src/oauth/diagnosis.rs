//! Asks the authorization server what a sign-in would ask, and says which switch to flip when it says no.
//!
//! Four questions: the discovery document, the key set, `interact`, and token introspection where the gateway relies on it. None of them changes anything but for the
//! interaction begun, which is handed on: an access policy without a fitting rule speaks up in the first document that the
//! Identity Engine has for it, and whoever reads that (this room does not) gets its words explained by [`explain_end`] and
//! gives the interaction up. What depends on the person (assignments, groups in a rule) cannot be seen before one signs in;
//! [`explain`] has words for it when it happens.

mod ending;
mod refusal;

pub use ending::explain_end;

use http::StatusCode;

use super::client::Client;
use super::discovery::MetadataError;
use super::error::OAuthError;
use super::interact::InteractRequest;
use super::issuer::ServerKind;
use super::key_set::KeySetError;
use super::pkce::CodeVerifier;
use super::registration::Registration;
use super::token_error::TokenFault;
use super::{AccessToken, Nonce, State};
use crate::http_client::{TransportError, TransportFault};
use crate::person::PersonContext;
use crate::random;
use crate::secret::Secret;
use refusal::{BUSY, explain_refusal};

/// The result of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whether all is well.
    pub ok: bool,
    /// What was asked, or what came back.
    pub what: String,
    /// What that means.
    pub meaning: String,
    /// What to do about it; empty when there is nothing to do.
    pub remedy: String,
}

/// What the questions brought.
#[derive(Debug)]
pub struct Diagnosis {
    /// A finding for each question, in the order of asking.
    pub findings: Vec<Finding>,
    /// The handle of the interaction, if one was begun.
    pub interaction_handle: Option<Secret>,
}

/// What was being done when an error came back: the same word can mean different switches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// The discovery document.
    Discovery,
    /// The key set.
    Keys,
    /// The beginning of an interaction.
    Interact,
    /// The first document of an interaction.
    Introspect,
    /// The redeeming of a code or a refresh token.
    Token,
    /// What an access token is worth (RFC 7662).
    Introspection,
}

/// Asks all questions, as far as the answers before allow.
pub async fn diagnose(client: &Client) -> Diagnosis {
    let registration = client.registration();
    let mut findings = Vec::new();
    match client.metadata().await {
        Ok(_) => findings.push(fine(
            format!("Discovery: {}", registration.issuer),
            "The issuer answers, and all its endpoints lie on its own origin.",
        )),
        Err(error) => {
            findings.push(explain(Question::Discovery, &error, registration));
            if is_transport(&error) {
                // Every further question would meet the same closed door.
                return Diagnosis { findings, interaction_handle: None };
            }
        }
    }
    findings.push(match client.keys().await {
        Ok(keys) => {
            fine(format!("Key set: {} usable", keys.key_ids().count()), "Tokens of this issuer can be verified.")
        }
        Err(error) => explain(Question::Keys, &error, registration),
    });
    let request = InteractRequest::new(CodeVerifier::random().challenge(), State::random(), Nonce::random());
    let begun = client.interact(&request, &PersonContext::nobody()).await;
    findings.push(match &begun {
        Ok(_) => fine(
            "Interact: begun".to_owned(),
            "The client, its redirect URI, its scopes and the Interaction Code grant are set up.",
        ),
        Err(error) => explain(Question::Interact, error, registration),
    });
    // A client that is refused there already would be refused here for the same reason.
    if begun.is_ok() && registration.introspect_every.is_some() {
        findings.push(introspection(client).await);
    }
    if registration.issuer.kind() == ServerKind::Custom && registration.audience.is_none() {
        findings.push(explain_token_fault(&TokenFault::NoAudienceConfigured, "Configuration".to_owned()));
    }
    Diagnosis { findings, interaction_handle: begun.ok() }
}

/// Asks about a token that nobody ever had: whoever may ask is told that it is worth nothing (RFC 7662 §2.2).
async fn introspection(client: &Client) -> Finding {
    let unknown = AccessToken::new(random::token());
    match client.introspect(&unknown, &PersonContext::nobody()).await {
        Ok(_) => fine(
            "Token introspection: answered".to_owned(),
            "The client may ask whether access tokens were taken back (introspect_every).",
        ),
        Err(error) => explain(Question::Introspection, &error, client.registration()),
    }
}

/// What an error means and which switch to flip.
pub fn explain(question: Question, error: &OAuthError, registration: &Registration) -> Finding {
    let asked = match question {
        Question::Discovery => "Discovery",
        Question::Keys => "Key set",
        Question::Interact => "Interact",
        Question::Introspect => "First step",
        Question::Token => "Token",
        Question::Introspection => "Token introspection",
    };
    match error {
        OAuthError::Unavailable { source, .. } => explain(question, source, registration),
        OAuthError::Transport(error) => explain_transport(error, asked, registration),
        OAuthError::Refused(response) => explain_refusal(question, response, asked, registration),
        OAuthError::RateLimited { .. } => trouble(
            format!("{asked}: rate limit"),
            "The org or this client has used up its calls for the moment.",
            "Wait a minute and try again. If it happens in daily use, look at Reports > Rate limits; when the gateway's \
             address is not a trusted proxy in the org (Security > Networks), all people share one bucket.",
        ),
        OAuthError::Api { status, code, summary } => {
            explain_api(*status, &format!("{asked}: {code} {summary}"), registration)
        }
        OAuthError::Unintelligible { status, .. } => explain_unintelligible(*status, asked, registration),
        OAuthError::Metadata(error) => explain_metadata(error, asked),
        OAuthError::KeySet(error) => trouble(
            format!("{asked}: {error}"),
            match error {
                KeySetError::Unreadable => "What stands at the key set's address is no key set.",
                KeySetError::NoUsableKey => "No token of this issuer could be verified with RS256.",
            },
            "Check that the issuer is an Okta authorization server. A custom one shows its keys and their rotation at \
             Security > API > Authorization Servers > (server) > Settings.",
        ),
        OAuthError::Token(error) => explain_token_fault(&error.fault, format!("{asked}: {error}")),
        OAuthError::ProofKeyLost => trouble(
            format!("{asked}: {error}"),
            "The session's tokens are bound to a key that is no longer with them.",
            "Once is ordinary after dpop was switched on: people sign in again. If it recurs, look at the session store.",
        ),
        OAuthError::NoRefreshToken => trouble(
            format!("{asked}: no refresh token"),
            "Sessions end with their first access token.",
            "Add offline_access to scopes, and enable the grant Refresh Token: Applications > (app) > General > \
             General Settings > Grant type.",
        ),
    }
}

fn explain_transport(error: &TransportError, asked: &str, registration: &Registration) -> Finding {
    let host = registration.issuer.org_origin();
    match error.fault() {
        TransportFault::NameResolution => trouble(
            format!("{asked}: the name of {host} has no address"),
            "The issuer's host does not exist, or this machine cannot look names up.",
            "Check the spelling of issuer, and the machine's DNS.",
        ),
        TransportFault::Connection => trouble(
            format!("{asked}: {host} cannot be reached"),
            "Nobody listens there, or a firewall refuses.",
            "Allow outgoing connections from this machine to the org. No proxy of the environment is used.",
        ),
        TransportFault::Timeout => trouble(
            format!("{asked}: {host} does not answer in time"),
            "A firewall swallows the connection, or the org is slow.",
            "Allow outgoing connections from this machine to the org. No proxy of the environment is used.",
        ),
        TransportFault::Tls(why) => trouble(
            format!("{asked}: no TLS with {host}: {why}"),
            "The server's certificate is not trusted on this machine.",
            "If something in between inspects TLS, add its certificate to the machine's roots or name a bundle in \
             SSL_CERT_FILE. Otherwise check the issuer's host and this machine's clock.",
        ),
        TransportFault::Broken => trouble(
            format!("{asked}: {error}"),
            "The server, or something in between, broke off or sent more than it should.",
            "Try again; if it recurs, ask whoever runs the network in between.",
        ),
    }
}

fn explain_api(status: StatusCode, what: &str, registration: &Registration) -> Finding {
    let what = what.to_owned();
    match status {
        StatusCode::NOT_FOUND => {
            trouble(what, "The org has no such authorization server or endpoint.", &issuer_remedy(registration))
        }
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => trouble(
            what,
            "The org does not let this client or this address in.",
            "Check the zones and blocked addresses at Security > Networks, and that the application is active.",
        ),
        status if status.is_server_error() => trouble(what, BUSY.0, BUSY.1),
        _ => trouble(
            what,
            "The org finds fault with the request.",
            "Look for the event in the org's system log: Reports > System Log.",
        ),
    }
}

fn explain_unintelligible(status: StatusCode, asked: &str, registration: &Registration) -> Finding {
    let what = format!("{asked}: status {} and no answer of the protocol", status.as_u16());
    if status.is_server_error() {
        return trouble(
            what,
            "Something between the gateway and the org answered in its place, or the org fails.",
            BUSY.1,
        );
    }
    if status.is_redirection() {
        return trouble(
            what,
            "The server sends callers elsewhere, and the gateway follows nobody.",
            "Configure the issuer with the address that it is moved to.",
        );
    }
    trouble(what, "What answers there is no Okta authorization server.", &issuer_remedy(registration))
}

fn issuer_remedy(registration: &Registration) -> String {
    let example = match registration.issuer.kind() {
        ServerKind::Org => "https://example.okta.com",
        ServerKind::Custom => "https://example.okta.com/oauth2/default",
    };
    format!(
        "Copy the Issuer URI from Security > API > Authorization Servers, such as {example}; \
         the admin console's own address (with -admin) is not one."
    )
}

fn explain_metadata(error: &MetadataError, asked: &str) -> Finding {
    let what = format!("{asked}: {error}");
    match error {
        MetadataError::Issuer { found, .. } => {
            let remedy = format!(
                "If {found} is the right server, configure issuer exactly so, to the last slash. An org with a custom domain \
                 issues under the address that was called: Security > API > Authorization Servers > (server) > Issuer."
            );
            trouble(what, "The issuer calls itself by another name, so its tokens would be refused.", &remedy)
        }
        MetadataError::Endpoint { .. } => trouble(
            what,
            "The document names an endpoint off the issuer's own origin, and the gateway calls nobody else.",
            "Check that issuer is the org's address and that nothing in between rewrites the document.",
        ),
    }
}

fn explain_token_fault(fault: &TokenFault, what: String) -> Finding {
    match fault {
        TokenFault::Audience { .. } | TokenFault::NoAudienceConfigured => trouble(
            what,
            "A custom authorization server's access tokens must be for the configured audience.",
            "Set audience to what stands at Security > API > Authorization Servers > (server) > Settings > Audience.",
        ),
        TokenFault::Expired { .. } | TokenFault::FromTheFuture { .. } => trouble(what, CLOCKS.0, CLOCKS.1),
        TokenFault::UnknownKey { .. } | TokenFault::Malformed(_) => trouble(
            what,
            "The token is not one that the issuer's key set can verify.",
            "Check that issuer is the authorization server that issues the tokens: the org server's access tokens cannot \
             be verified and go with an issuer without /oauth2.",
        ),
        TokenFault::NotBound { .. } => trouble(
            what,
            "The server does not bind this application's tokens to keys, and dpop wants it.",
            "Switch on Require Demonstrating Proof of Possession (DPoP): Applications > (app) > General > General Settings; or \
             take dpop out.",
        ),
        TokenFault::Missing => trouble(what, "The answer has no ID token.", "Add openid to scopes."),
        _ => trouble(
            what,
            "A token came back that cannot be trusted.",
            "If it recurs, compare issuer and client_id with the org, and look into Reports > System Log.",
        ),
    }
}

/// Something of ours is too old or too new for the other side.
const CLOCKS: (&str, &str) =
    ("This machine's clock and the org's are too far apart.", "Let this machine's clock be set by the network (NTP).");

fn is_transport(error: &OAuthError) -> bool {
    match error {
        OAuthError::Transport(_) => true,
        OAuthError::Unavailable { source, .. } => is_transport(source),
        _ => false,
    }
}

fn fine(what: String, meaning: &str) -> Finding {
    Finding { ok: true, what, meaning: meaning.to_owned(), remedy: String::new() }
}

/// `what` may hold the server's own words, and findings are read on a terminal.
fn trouble(mut what: String, meaning: &str, remedy: &str) -> Finding {
    what.retain(|character| !character.is_control());
    Finding { ok: false, what, meaning: meaning.to_owned(), remedy: remedy.to_owned() }
}

#[cfg(test)]
mod tests;
