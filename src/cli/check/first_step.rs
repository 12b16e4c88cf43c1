//! What the Identity Engine has to say to an interaction that was begun for the check.
//!
//! `interact` lets an interaction begin that no access policy has a rule for; only the first document says so. It is asked
//! for in nobody's name, and the interaction is cancelled afterwards.

use crate::http_client::HttpClient;
use crate::idx::{
    Client, Document, IdxError, Inputs, InteractionHandle, MessageClass, NotADocument, OrgOrigin, Outcome,
};
use crate::oauth::diagnosis::{self, Finding, Question};
use crate::oauth::{OAuthError, Registration};
use crate::person::PersonContext;
use crate::secret::Secret;

/// Reads the first document and gives the interaction up; nothing for an issuer that no Identity Engine can belong to.
pub(super) async fn look_and_cancel(
    registration: &Registration,
    http: &HttpClient,
    handle: &Secret,
) -> Option<Finding> {
    let org = OrgOrigin::of(registration.issuer.interact_endpoint().url())?;
    let client = Client::new(http.clone(), org);
    let handle = InteractionHandle::new(handle.expose());
    Some(match client.introspect(&handle, &PersonContext::nobody()).await {
        Ok(document) => {
            cancel(&client, &document).await;
            finding(&document)
        }
        Err(error) => diagnosis::explain(Question::Introspect, &in_words_of_oauth(error), registration),
    })
}

/// One that cannot be cancelled ends by itself.
async fn cancel(client: &Client, document: &Document) {
    let form = document.action("cancel");
    if let Some((form, body)) = form.and_then(|form| Some((form, form.body(&Inputs::none()).ok()?))) {
        let _ = client.proceed(form, &body, &PersonContext::nobody()).await;
    }
}

fn finding(document: &Document) -> Finding {
    if !matches!(document.outcome(), Outcome::FailureRedirect(_) | Outcome::Terminal { .. }) {
        return Finding {
            ok: true,
            what: "First step: offered".to_owned(),
            meaning:
                "The org lets a sign-in through this client begin; whom its policies let in shows when somebody does."
                    .to_owned(),
            remedy: String::new(),
        };
    }
    let messages = document.messages();
    let error = messages.iter().find(|message| message.class == MessageClass::Error);
    let message = error.or(messages.first());
    let text = message.map(|message| message.text.as_str()).unwrap_or_default();
    diagnosis::explain_end(message.and_then(|message| message.key.as_deref()), text)
}

/// The same failure as the authorization server's own endpoints would have: it is the same server.
fn in_words_of_oauth(error: IdxError) -> OAuthError {
    let unintelligible = |status| OAuthError::Unintelligible { status, expected: "a document" };
    match error {
        IdxError::Unreachable(error) | IdxError::OutcomeUnknown(error) => OAuthError::Transport(error),
        IdxError::RateLimited { reset } => OAuthError::RateLimited { until: reset },
        IdxError::Api { status, code, summary } => OAuthError::Api { status, code, summary },
        IdxError::NotADocument { status, reason: NotADocument::OAuth { error, description } } => {
            OAuthError::Api { status, code: error, summary: description }
        }
        IdxError::NotADocument { status, .. } => unintelligible(status),
        // Nothing was sent that could lead elsewhere.
        IdxError::ForeignHref => unintelligible(http::StatusCode::OK),
    }
}
