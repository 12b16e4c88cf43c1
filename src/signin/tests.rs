//! Sign-ins against an org on loopback.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::Semaphore;

use super::testing::{
    ANSWER, Answer, CANCEL, House, INTERACT, INTROSPECT, POLL, SKIP, TOKEN, session_expired, submission,
};
use super::{Anchor, Beginning, Progress, Returned, SignInError, Step, Transaction};
use crate::clock::Timestamp;
use crate::idx::{Document, Form, InteractionCode};
use crate::person::PersonContext;
use crate::secret::Secret;
use crate::session::{
    FinishedMark, Handover, Home, Lease, Listed, MarkStore, Near, Refused, RemovedAll, SessionStore, StoreError,
    StoreFuture, Turn, UserSession, Version, Wanted, Whose,
};

const PASSCODE: &str = "credentials.passcode";
/// Longer than the second that the documents of these tests want between polls.
const A_POLL_LATER: Duration = Duration::from_millis(1100);

fn ok(document: Value) -> Answer {
    Answer::Json(200, document)
}

fn gated(gate: &Arc<Semaphore>, answer: Answer) -> Answer {
    Answer::After(Arc::clone(gate), Box::new(answer))
}

fn step(progress: Progress) -> Step {
    match progress {
        Progress::Step(step) => step,
        other => panic!("a step expected, not {other:?}"),
    }
}

fn label(document: &Document) -> Option<&str> {
    document.form("challenge-authenticator")?.field(PASSCODE)?.label.as_deref()
}

impl House {
    /// A transaction at the step where a code is asked for.
    async fn challenged(&self) -> (Transaction, Arc<Document>) {
        self.org.answers(INTROSPECT, [ok(self.org.challenge("Code"))]);
        let transaction = self.start().await;
        let document = step(self.current(&transaction).await).document;
        (transaction, document)
    }

    async fn current(&self, transaction: &Transaction) -> Progress {
        self.sign_in.current(transaction, &self.person).await.expect("progress")
    }

    async fn enter(&self, transaction: &Transaction, shown: &Document, code: &str) -> Result<Progress, SignInError> {
        let submission = submission(shown, "challenge-authenticator", &[(PASSCODE, code)]);
        self.sign_in.submit(transaction, &submission, &self.person).await
    }

    async fn poll(&self, transaction: &Transaction) -> Progress {
        self.sign_in.poll(transaction, &self.person).await.expect("progress")
    }

    async fn until_asked(&self, path: &str, count: usize) {
        for _ in 0..500 {
            if self.org.count(path) >= count {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("{path} was never asked {count} times");
    }
}

#[tokio::test]
async fn begins_with_one_call_that_proves_possession_later_and_names_the_device() {
    let house = House::new().await;

    let transaction = house.start().await;

    let asked = house.org.asked(INTERACT);
    assert_eq!(asked.len(), 1);
    assert!(
        asked[0].contains("code_challenge_method=S256") && asked[0].contains("state=") && asked[0].contains("nonce=")
    );
    assert_eq!(house.org.count(INTROSPECT), 0);
    assert_eq!(transaction.return_target().as_str(), "/reports");
}

#[tokio::test]
async fn the_browser_keeps_the_transaction_and_the_server_finds_the_document_again() {
    let house = House::new().await;
    let (transaction, _) = house.challenged().await;

    let sealed = house.sign_in.seal(&house.anchor, &transaction);
    let opened = house.sign_in.open(&house.anchor, transaction.id(), &sealed).expect("opens");
    let shown = step(house.current(&opened).await).document;

    assert_eq!(label(&shown), Some("Code"));
    assert_eq!(house.org.count(INTROSPECT), 1);
}

#[tokio::test]
async fn a_code_is_sent_as_the_form_describes_it() {
    let house = House::new().await;
    let (transaction, shown) = house.challenged().await;
    house.org.answers(ANSWER, [Answer::Json(401, house.org.challenge_with_message("Code", "Wrong code"))]);

    let answer = step(house.enter(&transaction, &shown, "123456").await.expect("progress"));

    assert_eq!(answer.document.messages()[0].text, "Wrong code");
    assert!(!answer.changed && !answer.unconfirmed);
    let sent: Value = serde_json::from_str(&house.org.asked(ANSWER)[0]).expect("JSON");
    assert_eq!(sent, json!({ "stateHandle": "state-handle", "credentials": { "passcode": "123456" } }));
}

#[tokio::test]
async fn the_right_code_ends_in_tokens() {
    let house = House::new().await;
    let (transaction, shown) = house.challenged().await;
    house.org.answers(ANSWER, [ok(house.org.success())]);

    let progress = house.enter(&transaction, &shown, "123456").await.expect("progress");

    let Progress::Finished(tokens) = progress else { panic!("{progress:?}") };
    assert_eq!(&*tokens.claims.sub, "00uada");
    let asked = house.org.asked(TOKEN);
    assert_eq!(asked.len(), 1);
    assert!(asked[0].contains("interaction_code=the-code") && asked[0].contains("code_verifier="));
}

#[tokio::test]
async fn whoever_comes_second_finds_the_end_and_calls_nobody() {
    let house = House::new().await;
    let (transaction, shown) = house.challenged().await;
    house.org.answers(ANSWER, [ok(house.org.success())]);
    house.enter(&transaction, &shown, "123456").await.expect("progress");

    let again = house.enter(&transaction, &shown, "123456").await.expect("progress");
    let reloaded = house.current(&transaction).await;
    let polled = house.poll(&transaction).await;
    let returned = Returned::InteractionCode(InteractionCode::new("the-code"));
    let called_back = house.sign_in.resume(&transaction, returned, &house.person).await.expect("progress");

    for progress in [again, reloaded, polled, called_back] {
        assert!(matches!(progress, Progress::AlreadyFinished), "{progress:?}");
    }
    assert_eq!((house.org.count(TOKEN), house.org.count(ANSWER)), (1, 1));
}

#[tokio::test]
async fn of_two_callbacks_at_once_one_redeems_the_code() {
    let house = House::new().await;
    let (transaction, _) = house.challenged().await;
    let returned = || Returned::InteractionCode(InteractionCode::new("the-code"));

    let (one, other) = tokio::join!(
        house.sign_in.resume(&transaction, returned(), &house.person),
        house.sign_in.resume(&transaction, returned(), &house.person),
    );

    let ends = [one.expect("progress"), other.expect("progress")];
    assert_eq!(ends.iter().filter(|end| matches!(end, Progress::Finished(_))).count(), 1);
    assert_eq!(ends.iter().filter(|end| matches!(end, Progress::AlreadyFinished)).count(), 1);
    assert_eq!(house.org.count(TOKEN), 1);
}

#[tokio::test]
async fn a_double_click_sends_a_password_once() {
    let house = House::new().await;
    let (transaction, shown) = house.challenged().await;
    let gate = Arc::new(Semaphore::new(0));
    house
        .org
        .answers(ANSWER, [gated(&gate, Answer::Json(401, house.org.challenge_with_message("Code", "Wrong code")))]);

    let (one, other, ()) =
        tokio::join!(house.enter(&transaction, &shown, "123456"), house.enter(&transaction, &shown, "123456"), async {
            house.until_asked(ANSWER, 1).await;
            tokio::time::sleep(Duration::from_millis(50)).await;
            gate.add_permits(10);
        },);

    for answer in [one, other] {
        let answer = step(answer.expect("progress"));
        assert_eq!(answer.document.messages()[0].text, "Wrong code");
        assert!(!answer.changed);
    }
    assert_eq!(house.org.count(ANSWER), 1);
}

#[tokio::test]
async fn a_poll_beside_a_submission_neither_waits_nor_calls() {
    let house = House::new().await;
    let (transaction, shown) = house.challenged().await;
    let gate = Arc::new(Semaphore::new(0));
    house.org.answers(ANSWER, [gated(&gate, ok(house.org.another_step()))]);

    let (submitted, ()) = tokio::join!(house.enter(&transaction, &shown, "123456"), async {
        house.until_asked(ANSWER, 1).await;
        let polled = step(house.poll(&transaction).await);
        assert_eq!(label(&polled.document), Some("Code"));
        gate.add_permits(1);
    });

    assert!(step(submitted.expect("progress")).document.form("skip").is_some());
    assert_eq!(house.org.count(POLL), 0);
}

#[tokio::test]
async fn a_call_of_unknown_outcome_is_followed_by_introspect_and_never_by_the_same_credentials() {
    for lost in [Answer::Broken, Answer::Html(502), Answer::Json(500, json!({ "errorCode": "E0000009" }))] {
        let house = House::new().await;
        let (transaction, shown) = house.challenged().await;
        house.org.answers(ANSWER, [lost]);
        house.org.answers(INTROSPECT, [ok(house.org.another_step())]);

        let answer = step(house.enter(&transaction, &shown, "123456").await.expect("progress"));

        assert!(answer.unconfirmed && answer.document.form("skip").is_some());
        assert_eq!((house.org.count(ANSWER), house.org.count(INTROSPECT)), (1, 2));
    }
}

#[tokio::test]
async fn a_lost_answer_that_was_the_last_one_still_ends_in_tokens() {
    let house = House::new().await;
    let (transaction, shown) = house.challenged().await;
    house.org.answers(ANSWER, [Answer::Broken]);
    house.org.answers(INTROSPECT, [ok(house.org.success())]);

    let progress = house.enter(&transaction, &shown, "123456").await.expect("progress");

    assert!(matches!(progress, Progress::Finished(_)), "{progress:?}");
}

#[tokio::test]
async fn when_nobody_knows_what_happened_the_next_request_looks_first() {
    let house = House::new().await;
    let (transaction, shown) = house.challenged().await;
    house.org.answers(ANSWER, [Answer::Broken]);
    house.org.answers(INTROSPECT, [Answer::Html(502), ok(house.org.another_step())]);

    let lost = house.enter(&transaction, &shown, "123456").await;
    let resent = step(house.enter(&transaction, &shown, "123456").await.expect("progress"));

    assert!(matches!(lost, Err(SignInError::Unavailable(_))), "{lost:?}");
    assert!(resent.changed && resent.document.form("skip").is_some());
    assert_eq!(house.org.count(ANSWER), 1);
}

#[tokio::test]
async fn a_browser_that_goes_away_in_mid_call_leaves_no_stale_document() {
    let house = House::new().await;
    let (transaction, shown) = house.challenged().await;
    house.org.answers(ANSWER, [gated(&Arc::new(Semaphore::new(0)), ok(house.org.success()))]);
    house.org.answers(INTROSPECT, [ok(house.org.another_step())]);

    let gone = tokio::time::timeout(Duration::from_millis(100), house.enter(&transaction, &shown, "1")).await;
    let reloaded = step(house.current(&transaction).await);

    assert!(gone.is_err());
    assert!(reloaded.document.form("skip").is_some());
}

#[tokio::test]
async fn a_changed_form_is_not_submitted() {
    let house = House::new().await;
    let (transaction, shown) = house.challenged().await;
    let mut one_more_field = house.org.challenge("Code");
    let fields = one_more_field.pointer_mut("/remediation/value/0/value").expect("fields");
    fields.as_array_mut().expect("a list").push(json!({ "name": "rememberMe", "type": "boolean" }));
    house.org.answers(ANSWER, [ok(house.org.another_step())]);
    house.org.answers(INTROSPECT, [ok(house.org.another_step()), ok(one_more_field)]);
    house.enter(&transaction, &shown, "1").await.expect("progress");

    let gone = step(house.enter(&transaction, &shown, "2").await.expect("progress"));
    let same_name = step(house.enter(&transaction, &shown, "3").await.expect("progress"));

    assert!(gone.changed && gone.document.form("skip").is_some());
    assert!(same_name.changed && label(&same_name.document) == Some("Code"));
    assert_eq!((house.org.count(ANSWER), house.org.count(INTROSPECT)), (1, 3));
}

#[tokio::test]
async fn an_old_page_whose_form_is_still_offered_is_submitted_after_a_look() {
    let house = House::new().await;
    let (transaction, shown) = house.challenged().await;
    let mut without_provider = house.org.challenge("Code");
    without_provider["remediation"]["value"].as_array_mut().expect("a list").remove(1);
    house.org.answers(ANSWER, [ok(without_provider.clone()), ok(house.org.another_step())]);
    house.org.answers(INTROSPECT, [ok(without_provider)]);
    house.enter(&transaction, &shown, "1").await.expect("progress");

    let answer = step(house.enter(&transaction, &shown, "2").await.expect("progress"));

    assert!(!answer.changed && answer.document.form("skip").is_some());
    assert_eq!((house.org.count(INTROSPECT), house.org.count(ANSWER)), (2, 2));
}

#[tokio::test]
async fn what_makes_no_sense_is_not_sent() {
    let house = House::new().await;
    let (transaction, shown) = house.challenged().await;

    let nothing_entered = submission(&shown, "challenge-authenticator", &[]);
    let answer = step(house.sign_in.submit(&transaction, &nothing_entered, &house.person).await.expect("progress"));

    assert_eq!(answer.faults.len(), 1);
    assert_eq!(house.org.count(ANSWER), 0);
}

#[tokio::test]
async fn an_identity_provider_is_visited_by_the_browser() {
    let house = House::new().await;
    let (transaction, shown) = house.challenged().await;

    let redirect = submission(&shown, "redirect-idp", &[]);
    let progress = house.sign_in.submit(&transaction, &redirect, &house.person).await.expect("progress");

    let Progress::Leave(url) = progress else { panic!("{progress:?}") };
    assert_eq!(url.host_str(), Some("provider.example"));
}

#[tokio::test]
async fn a_form_that_leads_off_the_org_is_not_followed() {
    for (path, bait) in [
        ("/remediation/value/0/href", "https://evil.example/collect"),
        ("/remediation/value/1/href", "javascript:alert(1)"),
    ] {
        let house = House::new().await;
        let mut hostile = house.org.challenge("Code");
        *hostile.pointer_mut(path).expect("is there") = json!(bait);
        house.org.answers(INTROSPECT, [ok(hostile)]);
        let transaction = house.start().await;
        let shown = step(house.current(&transaction).await).document;
        let form = if path.contains("/0/") { "challenge-authenticator" } else { "redirect-idp" };

        let submission = submission(&shown, form, &[(PASSCODE, "123456")]);
        let refused = house.sign_in.submit(&transaction, &submission, &house.person).await;

        assert!(matches!(refused, Err(SignInError::HostileDocument(_))), "{refused:?}");
    }
}

#[tokio::test]
async fn an_expired_conversation_says_so() {
    let house = House::new().await;
    let (transaction, shown) = house.challenged().await;
    house.org.answers(ANSWER, [Answer::Json(401, session_expired())]);

    let progress = house.enter(&transaction, &shown, "123456").await.expect("progress");

    assert!(matches!(progress, Progress::Expired), "{progress:?}");
}

#[tokio::test]
async fn a_rate_limit_says_when_it_is_lifted_and_loses_nothing() {
    let house = House::new().await;
    let (transaction, shown) = house.challenged().await;
    house.org.answers(ANSWER, [Answer::RateLimit(1_900_000_000), ok(house.org.another_step())]);

    let limited = house.enter(&transaction, &shown, "123456").await;
    let later = step(house.enter(&transaction, &shown, "123456").await.expect("progress"));

    let Err(SignInError::RateLimited { reset }) = limited else { panic!("{limited:?}") };
    assert_eq!(reset, Some(Timestamp::from_unix(1_900_000_000)));
    assert!(later.document.form("skip").is_some());
    assert_eq!(house.org.count(INTROSPECT), 1);
}

#[tokio::test]
async fn decision_23_calls_of_strangers_run_out_and_those_of_a_known_device_do_not() {
    let house = House::new().await;
    let (transaction, shown) = house.challenged().await;
    while house.sign_in.limits().call(&house.person, house.clock.now()).is_ok() {}
    let submission = submission(&shown, "challenge-authenticator", &[(PASSCODE, "123456")]);
    let known = PersonContext { known_device: true, ..house.person.clone() };
    house.org.answers(ANSWER, [ok(house.org.another_step())]);

    let refused = house.sign_in.submit(&transaction, &submission, &house.person).await;
    let polled = step(house.poll(&transaction).await);
    let looked = house.sign_in.current(&house.start().await, &house.person).await;
    let (answers, looks) = (house.org.count(ANSWER), house.org.count(INTROSPECT));
    let sent = step(house.sign_in.submit(&transaction, &submission, &known).await.expect("progress"));

    assert!(matches!(refused, Err(SignInError::RateLimited { reset: Some(_) })), "{refused:?}");
    assert!(matches!(looked, Err(SignInError::RateLimited { reset: Some(_) })), "{looked:?}");
    assert_eq!(label(&polled.document), label(&shown), "a page that waits stays what it was");
    assert_eq!((answers, looks), (0, 1));
    assert!(sent.document.form("skip").is_some());
}

#[tokio::test]
async fn a_device_is_known_by_its_own_mark_for_a_month_and_after_a_restart() {
    let house = House::new().await;
    let mark = house.sign_in.device_mark(&house.anchor);

    assert!(house.sign_in.knows_device(&house.anchor, &mark));
    assert!(house.restarted().knows_device(&house.anchor, &mark));
    assert!(!house.sign_in.knows_device(&Anchor::fresh(), &mark), "beside another anchor it is nothing");
    assert!(!house.sign_in.knows_device(&house.anchor, "forged"));
    house.clock.advance(Duration::from_secs(31 * 24 * 3600));
    assert!(!house.sign_in.knows_device(&house.anchor, &mark));
}

#[tokio::test]
async fn polls_keep_the_documents_pace_whoever_asks_how_often() {
    let house = House::new().await;
    let (transaction, _) = house.challenged().await;
    house.org.answers(POLL, [ok(house.org.challenge("Code"))]);

    for _ in 0..20 {
        house.poll(&transaction).await;
    }
    let at_once = house.org.count(POLL);
    tokio::time::sleep(A_POLL_LATER).await;
    house.poll(&transaction).await;

    assert_eq!((at_once, house.org.count(POLL)), (1, 2));
}

#[tokio::test]
async fn what_was_wrong_stays_on_the_page_while_polls_go_on() {
    let house = House::new().await;
    let (transaction, shown) = house.challenged().await;
    house.org.answers(
        ANSWER,
        [Answer::Json(401, house.org.challenge_with_message("Code", "Wrong code")), ok(house.org.challenge("Code"))],
    );
    house.org.answers(POLL, [ok(house.org.challenge("Code"))]);
    let shown = step(house.enter(&transaction, &shown, "1").await.expect("progress")).document;

    let polled = step(house.poll(&transaction).await).document;
    let reloaded = step(house.current(&transaction).await).document;
    let acted = step(house.enter(&transaction, &shown, "2").await.expect("progress")).document;

    assert_eq!(house.org.count(POLL), 1);
    for document in [polled, reloaded] {
        assert_eq!(document.messages().iter().map(|message| message.text.as_str()).collect::<Vec<_>>(), ["Wrong code"]);
    }
    assert!(acted.messages().is_empty());
}

#[tokio::test]
async fn a_polls_refusal_never_ends_a_transaction_without_an_introspect() {
    for refusal in [
        Answer::Json(401, session_expired()),
        Answer::Json(400, json!({ "errorCode": "E0000003", "errorSummary": "malformed" })),
        Answer::Html(400),
        Answer::Broken,
    ] {
        let house = House::new().await;
        let (transaction, _) = house.challenged().await;
        house.org.answers(POLL, [refusal]);
        house.org.answers(INTROSPECT, [ok(house.org.another_step())]);

        let polled = step(house.poll(&transaction).await);

        assert!(polled.document.form("skip").is_some());
        assert_eq!((house.org.count(POLL), house.org.count(INTROSPECT)), (1, 2));
    }
}

#[tokio::test]
async fn a_poll_and_an_introspect_that_agree_end_the_transaction() {
    let house = House::new().await;
    let (transaction, _) = house.challenged().await;
    house.org.answers(POLL, [Answer::Json(401, session_expired())]);
    house.org.answers(INTROSPECT, [Answer::Json(401, session_expired())]);

    let polled = house.poll(&transaction).await;

    assert!(matches!(polled, Progress::Expired), "{polled:?}");
}

#[tokio::test]
async fn a_poll_may_bring_the_tokens() {
    let house = House::new().await;
    let (transaction, _) = house.challenged().await;
    house.org.answers(POLL, [ok(house.org.success())]);

    let polled = house.poll(&transaction).await;

    assert!(matches!(polled, Progress::Finished(_)), "{polled:?}");
}

#[tokio::test]
async fn polls_rest_after_a_rate_limit_and_nobody_is_told() {
    let house = House::new().await;
    let (transaction, _) = house.challenged().await;
    house.org.answers(POLL, [Answer::RateLimit(1_900_000_000)]);

    let limited = step(house.poll(&transaction).await);
    tokio::time::sleep(A_POLL_LATER).await;
    house.poll(&transaction).await;

    assert_eq!(label(&limited.document), Some("Code"));
    assert_eq!(house.org.count(POLL), 1);
}

#[tokio::test]
async fn an_outage_while_polling_changes_nothing_on_the_page() {
    let house = House::new().await;
    let (transaction, _) = house.challenged().await;
    house.org.answers(POLL, [Answer::Broken]);
    house.org.answers(INTROSPECT, [Answer::Html(502)]);

    let polled = step(house.poll(&transaction).await);

    assert_eq!(label(&polled.document), Some("Code"));
}

#[tokio::test]
async fn a_document_whose_handle_has_expired_is_read_again() {
    let house = House::new().await;
    let mut short_lived = house.org.challenge("Code");
    short_lived["expiresAt"] = json!("2020-01-01T00:00:00.000Z");
    house.org.answers(INTROSPECT, [ok(short_lived), ok(house.org.another_step())]);
    let transaction = house.start().await;

    house.current(&transaction).await;
    let later = step(house.current(&transaction).await);

    assert!(later.document.form("skip").is_some());
}

#[tokio::test]
async fn interaction_required_is_a_continuation() {
    let house = House::new().await;
    let (transaction, _) = house.challenged().await;
    house.org.answers(INTROSPECT, [ok(house.org.another_step())]);

    let progress = house.sign_in.resume(&transaction, Returned::InteractionRequired, &house.person).await;

    assert!(step(progress.expect("progress")).document.form("skip").is_some());
}

#[tokio::test]
async fn a_code_from_a_mail_goes_where_codes_are_entered() {
    let house = House::new().await;
    let (transaction, _) = house.challenged().await;
    house.org.answers(ANSWER, [ok(house.org.success())]);

    let returned = Returned::OneTimeCode(Secret::new("246810"));
    let progress = house.sign_in.resume(&transaction, returned, &house.person).await.expect("progress");

    assert!(matches!(progress, Progress::Finished(_)), "{progress:?}");
    assert!(house.org.asked(ANSWER)[0].contains(r#""passcode":"246810""#));
}

#[tokio::test]
async fn a_code_from_a_mail_that_nobody_asks_for_is_shown_to_nobody() {
    let house = House::new().await;
    house.org.answers(INTROSPECT, [ok(house.org.another_step())]);
    let transaction = house.start().await;

    let returned = Returned::OneTimeCode(Secret::new("246810"));
    let progress = house.sign_in.resume(&transaction, returned, &house.person).await.expect("progress");

    assert!(step(progress).document.form("skip").is_some());
    assert_eq!((house.org.count(ANSWER), house.org.count(SKIP)), (0, 0));
}

#[tokio::test]
async fn a_cancelled_sign_in_is_over_here_and_at_the_org() {
    let house = House::new().await;
    let (transaction, _) = house.challenged().await;
    house.org.answers(CANCEL, [ok(house.org.another_step())]);

    house.sign_in.cancel(&transaction, &house.person).await.expect("remembered");

    assert!(matches!(house.current(&transaction).await, Progress::AlreadyFinished));
    assert_eq!(house.org.count(CANCEL), 1);
}

#[tokio::test]
async fn faults_of_the_registration_are_for_the_operator_and_outages_are_for_later() {
    let oauth_error = |error: &str| Answer::Json(400, json!({ "error": error, "error_description": "x" }));
    let begin = async |answer: Answer| {
        let house = House::new().await;
        house.org.answers(INTERACT, [answer]);
        let outcome = house.sign_in.start(&house.anchor, &house.person, Beginning::default()).await;
        outcome.expect_err("refused")
    };

    let misconfigured = begin(oauth_error("unauthorized_client")).await;
    let denied = begin(oauth_error("access_denied")).await;
    let down = begin(Answer::Html(502)).await;
    let limited = begin(Answer::RateLimit(1_900_000_000)).await;
    let endless = begin(Answer::Json(200, json!({ "interaction_handle": "h".repeat(5000) }))).await;

    assert!(matches!(misconfigured, SignInError::Misconfigured(_)) && misconfigured.needs_operator());
    assert!(matches!(denied, SignInError::Denied(_)));
    assert!(matches!(down, SignInError::Unavailable(_)) && down.may_pass());
    assert!(matches!(limited, SignInError::RateLimited { reset: Some(_) }));
    assert!(matches!(endless, SignInError::HostileDocument(_)));
}

#[tokio::test]
async fn a_spent_code_and_a_forged_token_sign_nobody_in() {
    let spent = Answer::Json(400, json!({ "error": "invalid_grant" }));
    let forged =
        ok(json!({ "token_type": "Bearer", "expires_in": 3600, "access_token": "a", "id_token": "e30.e30.c2ln" }));
    let finish = async |answer: Answer| {
        let house = House::new().await;
        let (transaction, shown) = house.challenged().await;
        house.org.answers(ANSWER, [ok(house.org.success())]);
        house.org.answers(TOKEN, [answer]);
        let first = house.enter(&transaction, &shown, "123456").await;
        assert!(matches!(house.current(&transaction).await, Progress::AlreadyFinished));
        assert_eq!(house.org.count(TOKEN), 1);
        first.expect_err("refused")
    };

    assert!(matches!(finish(spent).await, SignInError::Spent(_)));
    assert!(matches!(finish(forged).await, SignInError::Untrusted(_)));
}

#[tokio::test]
async fn the_code_outlives_a_failure_before_it_is_spent() {
    let house = House::new().await;
    let (transaction, shown) = house.challenged().await;
    house.org.answers("/.well-known/openid-configuration", [Answer::Html(502)]);
    house.org.answers(ANSWER, [ok(house.org.success())]);
    house.org.answers(INTROSPECT, [ok(house.org.success())]);

    let early = house.enter(&transaction, &shown, "123456").await;
    assert!(matches!(early, Err(SignInError::Unavailable(_))), "{early:?}");
    house.org.answers(
        "/.well-known/openid-configuration",
        [ok(json!({
            "issuer": house.org.origin,
            "token_endpoint": format!("{}{TOKEN}", house.org.origin),
            "jwks_uri": format!("{}/oauth2/v1/keys", house.org.origin),
            "introspection_endpoint": format!("{}/oauth2/v1/introspect", house.org.origin),
            "revocation_endpoint": format!("{}/oauth2/v1/revoke", house.org.origin),
        }))],
    );
    house.clock.advance(Duration::from_secs(120));
    let later = house.current(&transaction).await;

    assert!(matches!(later, Progress::Finished(_)), "{later:?}");
    assert_eq!(house.org.count(TOKEN), 1);
}

#[tokio::test]
async fn nothing_is_redeemed_that_cannot_be_remembered() {
    let house = House::with_store(Box::new(Forgetful)).await;
    house.org.answers(INTROSPECT, [ok(house.org.success())]);
    let transaction = house.start().await;

    let refused = house.sign_in.current(&transaction, &house.person).await;

    assert!(matches!(refused, Err(SignInError::Store(_))), "{refused:?}");
    assert_eq!(house.org.count(TOKEN), 0);
}

#[tokio::test]
async fn debug_shows_no_secret_of_a_transaction_or_its_end() {
    let house = House::new().await;
    let (transaction, shown) = house.challenged().await;
    house.org.answers(ANSWER, [ok(house.org.success())]);
    let end = house.enter(&transaction, &shown, "123456").await.expect("progress");

    let shown = format!("{transaction:?} {end:?} {:?} {:?} {shown:?}", house.sign_in, house.anchor);

    for secret in ["the-code", "state-handle", "123456", house.anchor.expose(), "\"refresh\"", "\"access\""] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
}

#[test]
fn a_form_can_be_named_in_a_page_and_read_back() {
    let document = json!({ "version": "1.0.0", "remediation": { "value": [
        { "name": "identify", "href": "https://org.example/idp/idx/identify", "value": [{ "name": "identifier" }] }
    ] } });
    let document = Document::parse(document.to_string().as_bytes()).expect("a document");
    let shape = document.form("identify").map(Form::shape).expect("is offered");

    assert_eq!(shape.to_string().parse(), Ok(shape));
    assert_eq!(document.revision().to_string().parse(), Ok(document.revision()));
}

/// A store that can be read but not written.
struct Forgetful;

fn nobody_answers<T: Send + 'static>() -> StoreFuture<'static, T> {
    Box::pin(std::future::ready(Err(StoreError::new("read only"))))
}

impl SessionStore for Forgetful {
    fn near(&self, _: &Wanted<'_>) -> Near {
        Near::Absent
    }

    fn find<'a>(&'a self, _: &'a Wanted<'a>) -> StoreFuture<'a, Option<Arc<UserSession>>> {
        nobody_answers()
    }

    fn create<'a>(&'a self, _: &'a Arc<UserSession>) -> StoreFuture<'a, ()> {
        nobody_answers()
    }

    fn take_turn<'a>(&'a self, _: &'a UserSession) -> StoreFuture<'a, Turn> {
        nobody_answers()
    }

    fn renew<'a>(
        &'a self,
        _: &'a Arc<UserSession>,
        _: Lease,
        _: Version,
        _: crate::oauth::TokenSet,
        _: Timestamp,
    ) -> StoreFuture<'a, Result<(), Refused>> {
        nobody_answers()
    }

    fn reread<'a>(&'a self, _: &'a UserSession) -> StoreFuture<'a, bool> {
        nobody_answers()
    }

    fn remove<'a>(&'a self, _: &'a UserSession) -> StoreFuture<'a, Option<Arc<crate::oauth::TokenSet>>> {
        nobody_answers()
    }

    fn remove_all<'a>(&'a self, _: &'a Arc<Home>, _: &'a Whose) -> StoreFuture<'a, RemovedAll> {
        nobody_answers()
    }

    fn list<'a>(&'a self, _: &'a Arc<Home>, _: &'a Whose) -> StoreFuture<'a, Vec<Listed>> {
        nobody_answers()
    }

    fn marks(&self) -> &dyn MarkStore {
        self
    }
}

impl MarkStore for Forgetful {
    fn finish_once(&self, _: FinishedMark, _: Timestamp) -> StoreFuture<'_, bool> {
        nobody_answers()
    }

    fn finish_awaited(&self, _: FinishedMark, _: Timestamp, _: Timestamp) -> StoreFuture<'_, bool> {
        nobody_answers()
    }

    fn was_finished(&self, _: FinishedMark) -> StoreFuture<'_, bool> {
        Box::pin(std::future::ready(Ok(false)))
    }

    fn hand_over(&self, _: FinishedMark, _: Option<Vec<u8>>, _: Timestamp) -> StoreFuture<'_, ()> {
        nobody_answers()
    }

    fn handed_over(&self, _: FinishedMark) -> StoreFuture<'_, Handover> {
        nobody_answers()
    }
}
