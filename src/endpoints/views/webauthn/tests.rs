use serde_json::json;

use super::*;

const HOST: &str = "ledger.org.example";

fn org() -> OrgOrigin {
    OrgOrigin::of(&Url::parse("https://org.example").expect("an address")).expect("an org")
}

fn line(name: &str, required: bool) -> Value {
    json!({ "name": name, "required": required, "visible": false, "hint": "webauthn" })
}

fn form(name: &str, lines: &[Value]) -> Value {
    json!({
        "rel": ["create-form"], "name": name, "href": "https://org.example/idp/idx/challenge/answer", "method": "POST",
        "value": [
            { "name": "credentials", "type": "object", "required": true, "form": { "value": lines } },
            { "name": "stateHandle", "required": true, "value": "own-handle", "visible": false, "mutable": false },
        ],
    })
}

fn document(form: &Value, more: &Value) -> Document {
    let mut body = json!({
        "version": "1.0.0", "stateHandle": "own-handle", "remediation": { "type": "array", "value": [form] },
    });
    let members = body.as_object_mut().expect("an object");
    members.extend(more.as_object().expect("an object").clone());
    Document::parse(body.to_string().as_bytes()).expect("a document")
}

fn enrollment(activation: &Value) -> Document {
    let lines = ["clientData", "attestation", "transports", "clientExtensions"].map(|name| line(name, true));
    let current = json!({ "type": "object", "value": {
        "type": "security_key", "key": "webauthn", "contextualData": { "activationData": activation },
    } });
    let enrolled = json!({ "type": "array", "value": [
        { "type": "password", "key": "okta_password", "id": "one" },
        { "type": "security_key", "key": "webauthn", "id": "two", "credentialId": "AQID", "transports": "usb, nfc,teleport" },
        { "type": "security_key", "key": "webauthn", "id": "six", "credentialId": "BAUG", "profile": { "transports": ["internal"] } },
    ] });
    document(
        &form("enroll-authenticator", &lines),
        &json!({ "currentAuthenticator": current, "authenticatorEnrollments": enrolled }),
    )
}

fn activation() -> Value {
    json!({
        "rp": { "name": "Fernhill" },
        "user": { "id": "own0user0id0", "name": "casey@fernhill.example", "displayName": "Casey" },
        "pubKeyCredParams": [{ "type": "public-key", "alg": -7 }, { "type": "public-key", "alg": -257 }],
        "challenge": "Y2hhbGxlbmdl",
        "attestation": "direct",
        "authenticatorSelection": { "userVerification": "discouraged", "residentKey": "whatever" },
        "hints": ["client-device", "telepathy"],
    })
}

fn challenge(form: &Value, data: &Value) -> Document {
    let current = json!({ "type": "object", "value": {
        "type": "security_key", "key": "webauthn", "credentialId": "AQID", "contextualData": { "challengeData": data },
    } });
    document(form, &json!({ "currentAuthenticator": current }))
}

fn verification() -> Value {
    form(
        "challenge-authenticator",
        &[line("clientData", true), line("authenticatorData", true), line("signatureData", true)],
    )
}

fn offered(document: &Document) -> Offer {
    offer(document, &document.remediations()[0], &org(), HOST).expect("a ceremony")
}

fn request_of(document: &Document) -> CredentialRequest {
    match offered(document) {
        Offer::Ceremony(request, _) => *request,
        Offer::OutOfReach(party) => panic!("{party:?} is within reach"),
    }
}

#[test]
fn a_credential_is_made_from_what_the_org_wants() {
    let CredentialRequest::Create(options) = request_of(&enrollment(&activation())) else { panic!("it makes one") };

    let json = serde_json::to_value(&options).expect("JSON");
    assert_eq!(
        json,
        json!({
            "rp": { "id": "org.example", "name": "Fernhill" },
            "user": { "id": "own0user0id0", "name": "casey@fernhill.example", "displayName": "Casey" },
            "challenge": "Y2hhbGxlbmdl",
            "pubKeyCredParams": [{ "type": "public-key", "alg": -7 }, { "type": "public-key", "alg": -257 }],
            "attestation": "direct",
            "authenticatorSelection": { "userVerification": "discouraged", "requireResidentKey": false },
            "hints": ["client-device"],
            "excludeCredentials": [
                { "type": "public-key", "id": "AQID", "transports": ["usb", "nfc"] },
                { "type": "public-key", "id": "BAUG", "transports": ["internal"] },
            ],
        })
    );
}

#[test]
fn a_passkey_is_made_also_where_a_key_holds_another_credential() {
    let mut data = activation();
    data["authenticatorSelection"]["requireResidentKey"] = true.into();

    let CredentialRequest::Create(options) = request_of(&enrollment(&data)) else { panic!("it makes one") };

    assert!(options.exclude_credentials.is_empty() && options.authenticator_selection.require_resident_key);
}

#[test]
fn a_proof_is_asked_of_what_is_enrolled() {
    let data = json!({ "challenge": "Y2hhbGxlbmdl", "userVerification": "preferred", "rpId": "org.example" });

    let CredentialRequest::Use(options) = request_of(&challenge(&verification(), &data)) else { panic!("a proof") };

    let json = serde_json::to_value(&options).expect("JSON");
    assert_eq!(
        json,
        json!({
            "challenge": "Y2hhbGxlbmdl", "rpId": "org.example", "userVerification": "preferred",
            "allowCredentials": [{ "type": "public-key", "id": "AQID" }],
        })
    );
}

#[test]
fn an_identifier_from_before_webauthn_goes_with_it_only_on_its_own_host() {
    let with = |appid: &str| {
        let data = json!({ "challenge": "Y2hhbGxlbmdl", "extensions": { "appid": appid } });
        match request_of(&challenge(&verification(), &data)) {
            CredentialRequest::Use(options) => options.extensions,
            other => panic!("a proof, not {other:?}"),
        }
    };

    assert_eq!(with("https://org.example"), None);
    assert!(with("https://ledger.org.example").is_some());
}

#[test]
fn what_the_form_does_not_list_is_not_sent() {
    let data = json!({ "challenge": "Y2hhbGxlbmdl" });
    let fields = |form: &Value| match offered(&challenge(form, &data)) {
        Offer::Ceremony(_, outputs) => outputs.into_iter().map(|output| output.control).collect::<Vec<_>>(),
        Offer::OutOfReach(party) => panic!("{party:?} is within reach"),
    };

    let with_handle = form("challenge-authenticator", &[line("clientData", true), line("userHandle", false)]);

    assert_eq!(
        fields(&verification()),
        ["credentials.clientData", "credentials.authenticatorData", "credentials.signatureData"]
    );
    assert_eq!(fields(&with_handle), ["credentials.clientData", "credentials.userHandle"]);
}

#[test]
fn passkeys_are_asked_for_by_a_challenge_of_their_own_and_without_names() {
    let challenge = json!({ "webauthnAutofillUIChallenge": { "type": "object", "value": {
        "challengeData": { "challenge": "cGFzc2tleXM" },
    } } });
    let ask = |name: &str| request_of(&document(&form(name, &[line("clientData", true)]), &challenge));

    let CredentialRequest::Autofill(by_itself) = ask("challenge-webauthn-autofillui-authenticator") else {
        panic!("it begins by itself")
    };
    let CredentialRequest::Use(pressed) = ask("launch-passkeys-authenticator") else { panic!("a button") };

    assert_eq!(by_itself, pressed);
    assert_eq!((pressed.challenge.0.as_str(), pressed.allow_credentials.len()), ("cGFzc2tleXM", 0));
}

#[test]
fn nothing_is_offered_for_a_party_that_our_host_does_not_lie_under() {
    for (host, party, works) in [
        ("ledger.org.example", "org.example", true),
        ("org.example", "org.example", true),
        ("LEDGER.org.example", "Org.Example", true),
        ("localhost", "localhost", true),
        ("ledger.example", "org.example", false),
        ("evilorg.example", "org.example", false),
        ("org.example", "login.org.example", false),
        ("org.example", "example", false),
        ("127.0.0.1", "0.0.1", false),
        ("127.0.0.1", "127.0.0.1", false),
    ] {
        assert_eq!(lies_under(host, party), works, "{party} at {host}");
    }
}

#[test]
fn an_org_that_names_no_party_means_its_own_host() {
    let data = json!({ "challenge": "Y2hhbGxlbmdl" });
    let document = challenge(&verification(), &data);

    let found = foreign_relying_party(&document, &org(), "ledger.example");

    assert_eq!(found, Some(ForeignRelyingParty { id: "org.example".to_owned() }));
    assert_eq!(foreign_relying_party(&document, &org(), HOST), None);
}

#[test]
fn bytes_of_either_alphabet_and_with_odd_ends_are_understood() {
    for (sent, understood) in
        [("-_8", "-_8"), ("+/8=", "-_8"), ("AQIDBB", "AQIDBA"), ("AQIDB", ""), ("a b", ""), ("", "")]
    {
        let bytes = bytes(Some(&json!(sent))).map(|bytes| bytes.0).unwrap_or_default();

        assert_eq!(bytes, understood, "{sent}");
    }
}

#[test]
fn a_challenge_that_is_none_is_no_ceremony() {
    for data in [json!({}), json!({ "challenge": 1 }), json!({ "challenge": "?" }), json!([]), json!(null)] {
        let document = challenge(&verification(), &data);

        assert_eq!(offer(&document, &document.remediations()[0], &org(), HOST), None, "{data}");
    }
}
