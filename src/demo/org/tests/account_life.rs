//! What the org asks beside authenticators: signing up, unlocking, consent, profiles, places elsewhere.

use super::*;
use crate::demo::org::clients::{EVERYTHING, FirstPage};

/// A password given, and what the org asks next.
async fn after_password<'o>(org: &'o Org, login: &str, password: &str) -> SignIn<'o> {
    let mut sign_in = SignIn::begin(org).await;
    sign_in.identify(login).await;
    sign_in.passcode(password).await;
    sign_in
}

async fn everything(org: &Org) -> SignIn<'_> {
    SignIn::begin_as(org, EVERYTHING, CUSTOM).await
}

fn profile(email: &str) -> Value {
    json!({ "userProfile": { "firstName": "Ann", "lastName": "Ning", "email": email, "expertise": "minerals",
        "countryCode": "GB", "newsletter": true } })
}

#[tokio::test]
async fn the_first_page_offers_what_is_switched_on() {
    let org = org();

    let first = everything(&org).await;

    let offered = first.answer.remediations();
    for name in ["identify", "select-enroll-profile", "unlock-account", "redirect-idp", "piv-idp"] {
        assert!(offered.contains(&name), "{name} in {offered:?}");
    }
    assert_eq!(SignIn::begin(&org).await.answer.remediations(), ["identify"]);
}

#[tokio::test]
async fn somebody_new_fills_in_a_profile_and_sets_up_a_password_and_an_address() {
    let org = org();
    let mut sign_in = everything(&org).await;
    let asked = sign_in.post("enroll", json!({})).await;
    assert_eq!(asked.remediations(), ["enroll-profile", "select-identify"]);

    sign_in.post("enroll/new", profile("ann@example.com")).await;
    sign_in.begin_enrollment("autdemopassword00001").await;
    sign_in.passcode("Ichthyosaur-1811").await;
    sign_in.begin_enrollment("autdemoemail00000002").await;
    let code = org.latest_code("ann@example.com").expect("a mail");
    let rest = sign_in.passcode(&code).await;

    assert_eq!(rest.remediations(), ["select-authenticator-enroll", "skip"]);
    sign_in.post("skip", json!({})).await;
    assert_eq!(sign_in.redeem(&[]).await.status, StatusCode::OK);
    let again = after_password(&org, "ann@example.com", "Ichthyosaur-1811").await;
    assert!(again.answer.body.get("successWithInteractionCode").is_some(), "the account is there from now on");
}

#[tokio::test]
async fn a_profile_is_refused_at_the_field_that_is_wrong() {
    let org = org();
    let mut sign_in = everything(&org).await;
    sign_in.post("enroll", json!({})).await;
    let keys = |answer: &Answer| {
        let field = answer.body.pointer("/remediation/value/0/value/0/form/value/2/messages/value");
        let messages = field.and_then(Value::as_array).cloned().unwrap_or_default();
        messages.iter().map(|message| text(&message["i18n"], "key").to_owned()).collect::<Vec<_>>()
    };

    let unreadable = keys(sign_in.post("enroll/new", profile("nowhere")).await);
    let taken = keys(sign_in.post("enroll/new", profile("ada@example.com")).await);
    let mut strange = profile("new@example.com");
    strange["userProfile"]["expertise"] = json!("everything");
    let strange = sign_in.post("enroll/new", strange).await.api_error();

    assert_eq!(unreadable, ["registration.error.invalidLoginEmail", "registration.error.doesNotMatchPattern"]);
    assert_eq!(taken, ["registration.error.notUniqueWithinOrg"]);
    assert_eq!(strange, (400, "E0000003"));
}

#[tokio::test]
async fn an_address_that_a_link_has_to_verify_ends_the_sign_up_for_now() {
    let org = org();
    let mut sign_in = everything(&org).await;
    sign_in.post("enroll", json!({})).await;

    let ended = sign_in.post("enroll/new", profile("mary@link.example.com")).await;

    assert_eq!(ended.message(), (200, "idx.email.verification.required".to_owned()));
    assert!(ended.remediations().is_empty());
}

fn unlock(login: &str) -> Value {
    json!({ "identifier": login, "authenticator": { "id": "autdemoemail00000002", "methodType": "email" } })
}

#[tokio::test]
async fn a_locked_account_is_unlocked_by_a_code() {
    let org = org();
    let mut sign_in = everything(&org).await;
    sign_in.post("unlock-account", json!({})).await;
    assert_eq!(sign_in.answer.remediations(), ["select-authenticator-unlock-account"]);

    sign_in.post("challenge", unlock("lena@example.com")).await;
    let code = org.latest_code("lena@example.com").expect("a mail");
    let ended = sign_in.passcode(&code).await;

    assert_eq!(ended.message(), (200, "oie.selfservice.unlock_user.success.message".to_owned()));
    let lena = after_password(&org, "lena@example.com", "Portcullis-1066").await;
    assert!(lena.answer.body.get("successWithInteractionCode").is_some());
}

#[tokio::test]
async fn two_factors_unlock_an_account_and_the_sign_in_goes_on() {
    let org = org();
    let mut sign_in = everything(&org).await;
    sign_in.post("unlock-account", json!({})).await;
    sign_in.post("challenge", unlock("otis@example.com")).await;
    let code = org.latest_code("otis@example.com").expect("a mail");
    let second = sign_in.passcode(&code).await;
    assert_eq!(second.remediations(), ["select-authenticator-authenticate"]);

    let question = sign_in.option("autdemoquestion00004");
    sign_in.post("challenge", json!({ "authenticator": question })).await;
    let answer = json!({ "credentials": { "questionKey": "place_of_birth", "answer": "yonkers" } });
    let ended = sign_in.post("challenge/answer", answer).await;

    let key = "oie.selfservice.unlock_user.landing.to.app.success.message";
    assert_eq!(ended.message(), (200, key.to_owned()));
    assert_eq!(ended.remediations(), ["challenge-authenticator"], "the password is asked for next");
}

#[tokio::test]
async fn nobody_learns_from_unlocking_who_has_an_account() {
    let org = org();
    let mut sign_in = everything(&org).await;
    sign_in.post("unlock-account", json!({})).await;

    let refused = sign_in.post("challenge", unlock("nobody@example.com")).await;

    assert_eq!(refused.message(), (403, "oie.selfservice.unlock_user.failed.message".to_owned()));
}

#[tokio::test]
async fn scopes_that_were_left_out_are_not_granted() {
    let org = org();
    let mut kira = after_password(&org, "kira@example.com", "Lighthouse-1822").await;
    kira.post("consent", json!({ "consent": true })).await;
    let opted = json!({ "openid": true, "profile": true, "email": false, "groups": false, "offline_access": true });
    kira.post("consent", json!({ "consent": true, "optedScopes": opted })).await;
    kira.post("keep-me-signed-in", json!({ "keepMeSignedIn": true })).await;

    let tokens = kira.redeem(&[]).await.body;

    assert_eq!(tokens["scope"], "openid profile offline_access");
}

#[tokio::test]
async fn consent_that_is_not_given_ends_the_sign_in() {
    let org = org();
    for (login, password) in [("omar@example.com", "Astrolabe-1092"), ("hedda@example.com", "Governor-1788")] {
        let mut sign_in = after_password(&org, login, password).await;

        let ended = sign_in.post("consent", json!({ "consent": false })).await;

        assert_eq!(ended.message(), (403, "access_denied".to_owned()), "{login}");
    }
}

#[tokio::test]
async fn a_profile_is_completed_or_left_where_nothing_of_it_is_required() {
    let org = org();
    let mut percy = after_password(&org, "percy@example.com", "Almanack-1732").await;
    assert_eq!(percy.answer.remediations(), ["profile-update"]);
    let blank = percy.post("enroll/new", json!({ "userProfile": { "department": "" } })).await;
    assert_eq!(blank.message().0, 400);
    percy.post("enroll/new", json!({ "userProfile": { "department": "Printing" } })).await;
    assert_eq!(percy.redeem(&[]).await.status, StatusCode::OK);

    let mut rosa = after_password(&org, "rosa@example.com", "Diffraction-1952").await;
    rosa.post("skip", json!({})).await;

    assert_eq!(rosa.redeem(&[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_code_of_a_device_is_taken_with_and_without_its_dash() {
    let org = org();
    for typed in ["BDWP-HQPK", "bdwphqpk"] {
        let mut theo = after_password(&org, "theo@example.com", "Television-1926").await;
        let wrong = theo.post("device/activate", json!({ "userCode": "AAAA-AAAA" })).await;
        assert_eq!(wrong.message(), (400, "idx.invalid.device.code".to_owned()));

        theo.post("device/activate", json!({ "userCode": typed })).await;

        assert_eq!(theo.redeem(&[]).await.status, StatusCode::OK, "{typed}");
    }
}

#[tokio::test]
async fn what_can_be_put_off_leads_on_and_what_cannot_does_not() {
    let org = org();
    for (login, password, form) in [
        ("mina@example.com", "Phonograph-1877", "device-assurance-grace-period"),
        ("dirk@example.com", "Directory-1988", "reenroll-custom-password-expiry-warning"),
    ] {
        let mut sign_in = after_password(&org, login, password).await;
        assert_eq!(sign_in.answer.remediations()[0], form);
        sign_in.post("skip", json!({})).await;
        assert_eq!(sign_in.redeem(&[]).await.status, StatusCode::OK, "{login}");
    }
    for (login, password) in [("rolf@example.com", "Rigging-1911"), ("edna@example.com", "Directory-1993")] {
        let mut sign_in = after_password(&org, login, password).await;
        assert_eq!(sign_in.post("skip", json!({})).await.api_error(), (403, "E0000079"), "{login}");
    }
}

#[tokio::test]
async fn a_dead_activation_link_can_be_asked_for_again() {
    let org = org();
    let mut ivo = after_password(&org, "ivo@example.com", "Postcoach-1784").await;
    assert_eq!(ivo.answer.remediations(), ["request-activation-email"]);

    let ended = ivo.post("request-activation", json!({})).await;

    assert_eq!(ended.message(), (200, "idx.request.activation.email".to_owned()));
}

#[tokio::test]
async fn a_read_only_org_has_people_wait_until_it_is_over() {
    let org = org();
    let first_page = FirstPage { safe_mode: true, ..FirstPage::default() };
    org.change_client(CONFIDENTIAL, |client| client.first_page = first_page);
    let mut sign_in = SignIn::begin(&org).await;
    assert_eq!(sign_in.post("poll", json!({})).await.remediations(), ["poll"]);

    org.change_client(CONFIDENTIAL, |client| client.first_page = FirstPage::default());

    assert_eq!(sign_in.post("poll", json!({})).await.remediations(), ["identify"]);
}

/// Follows a link of the document as a browser does, with what happens there; what the browser brings back.
async fn go_elsewhere(sign_in: &SignIn<'_>, name: &str, happens: &str) -> Vec<(String, String)> {
    let forms = sign_in.answer.body["remediation"]["value"].as_array().expect("links");
    let link = forms.iter().find(|form| form["name"] == name).expect("the link");
    let path = text(link, "href").strip_prefix(BASE).expect("on the org").to_owned();
    let answer = get(sign_in.org, &format!("{path}&{happens}")).await;
    let back = answer.headers[header::LOCATION].to_str().expect("text").to_owned();
    let query = back.strip_prefix(&format!("{REDIRECT_URI}?")).expect("the client's own address");
    url::form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

fn value<'q>(query: &'q [(String, String)], name: &str) -> Option<&'q str> {
    query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

#[tokio::test]
async fn a_provider_elsewhere_ends_the_sign_in_or_leaves_what_it_cannot_prove() {
    let org = org();

    let finished = go_elsewhere(&everything(&org).await, "redirect-idp", "as=ada@example.com").await;
    assert!(value(&finished, "interaction_code").is_some());
    assert_eq!(value(&finished, "state"), Some("state-of-the-browser"));

    let mut ben = everything(&org).await;
    let unfinished = go_elsewhere(&ben, "redirect-idp", "as=ben@example.com").await;
    assert_eq!(value(&unfinished, "error"), Some("interaction_required"));
    let handle = ben.interaction_handle.clone();
    ben.answer = post_idx(&org, "introspect", &json!({ "interactionHandle": handle })).await;
    assert_eq!(ben.answer.remediations(), ["authenticator-verification-data"], "the second factor is still open");
}

#[tokio::test]
async fn nobody_signs_in_by_turning_back_from_a_provider() {
    let org = org();

    for happens in ["deny=true", "as=stranger@elsewhere.example", "as=sven@example.com", "as=dean@example.com"] {
        let back = go_elsewhere(&everything(&org).await, "piv-idp", happens).await;

        assert_eq!(value(&back, "error"), Some("access_denied"), "{happens}");
        assert_eq!(value(&back, "interaction_code"), None);
    }
}

#[tokio::test]
async fn a_smart_card_proves_that_it_was_there() {
    let org = org();
    let mut bruno = everything(&org).await;

    let back = go_elsewhere(&bruno, "piv-idp", "as=bruno@example.com").await;

    assert!(value(&back, "interaction_code").is_some(), "his card is one of the things that would do");
    let handle = bruno.interaction_handle.clone();
    bruno.answer = post_idx(&org, "introspect", &json!({ "interactionHandle": handle })).await;
    let tokens = bruno.redeem(&[]).await.body;
    assert_eq!(part(text(&tokens, "id_token"), 1)["amr"], json!(["sc"]));
}

#[tokio::test]
async fn a_card_is_asked_for_at_its_own_place_and_by_nobody_else() {
    let org = org();
    let token = everything(&org).await.state_handle().split('~').next().expect("a token").to_owned();

    for place in ["/sso/idps/0oademopiv0000000004", "/sso/idps/mtls/0oademogoogle0000001"] {
        let answer = get(&org, &format!("{place}?stateToken={token}&as=ada@example.com")).await;

        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{place}");
    }
}

#[tokio::test]
async fn a_sign_in_that_is_over_is_nobody_elses_at_a_provider() {
    let org = org();
    let ada = everything(&org).await;
    go_elsewhere(&ada, "piv-idp", "as=ada@example.com").await;
    let token = ada.state_handle().split('~').next().expect("a token");
    let place = format!("/sso/idps/mtls/0oademopiv0000000004?stateToken={token}");

    for happens in ["as=ben@example.com", "as=ada@example.com", "deny=true"] {
        let answer = get(&org, &format!("{place}&{happens}")).await;

        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{happens}");
    }
}

#[tokio::test]
async fn an_identity_is_verified_elsewhere() {
    let org = org();
    let vera = after_password(&org, "vera@example.com", "Rotation-1978").await;
    assert_eq!(vera.answer.remediations(), ["redirect-idverify"]);

    let back = go_elsewhere(&vera, "redirect-idverify", "verified=true").await;

    assert!(value(&back, "interaction_code").is_some());
}

#[tokio::test]
async fn a_sign_in_may_end_at_the_org_or_at_a_device_that_has_to_be_managed() {
    let org = org();

    let gus = after_password(&org, "gus@example.com", "Tollgate-1663").await;
    let href = text(&gus.answer.body["success"], "href").to_owned();
    assert_eq!(get(&org, href.strip_prefix(BASE).expect("on the org")).await.status, StatusCode::OK);
    let inge = after_password(&org, "inge@example.com", "Seafloor-1952").await;

    assert_eq!(inge.answer.body["deviceEnrollment"]["value"]["name"], "mdm");
    assert!(inge.answer.remediations().is_empty());
}
