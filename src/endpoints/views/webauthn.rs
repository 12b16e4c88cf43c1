//! WebAuthn ceremonies: from a document's challenge to what a browser is asked for.
//!
//! A browser makes and uses credentials for a relying party id that its page's host lies under (Web Authentication Level 3, §5.1.3 and
//! §5.1.4.1: "registrable domain suffix of or equal to"). An org that names none means its own host. Where our host lies elsewhere no
//! ceremony can succeed, so none is offered: the page says so, and the operator can be told.

use std::collections::HashMap;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig, URL_SAFE_NO_PAD};
use serde_json::Value;
use url::Url;

use crate::idx::{Authenticator, Content, Document, Form, OrgOrigin};
use crate::pages::webauthn::{
    Attachment, Attestation, AuthenticatorSelection, Bytes, CreationOptions, CredentialDescriptor, CredentialRequest,
    CredentialUser, Hint, KeyParameters, Output, Part, RelyingParty, RequestExtensions, RequestOptions, Transport,
    UserVerification,
};

use super::authenticators::text;

/// More credentials than this are nobody's.
const MAX_CREDENTIALS: usize = 64;

/// What a form of a document asks the browser for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Offer {
    /// This can be asked, and the answer goes into these fields.
    Ceremony(Box<CredentialRequest>, Vec<Output>),
    /// Nothing can be asked at this address.
    OutOfReach(ForeignRelyingParty),
}

/// A relying party that the site's host does not lie under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ForeignRelyingParty {
    /// For whom credentials are.
    pub(crate) id: String,
}

/// The relying party of a ceremony in `document`, when pages at `host` can hold none for it.
pub(crate) fn foreign_relying_party(document: &Document, org: &OrgOrigin, host: &str) -> Option<ForeignRelyingParty> {
    document.remediations().iter().find_map(|form| match offer(document, form, org, host)? {
        Offer::OutOfReach(foreign) => Some(foreign),
        Offer::Ceremony(..) => None,
    })
}

/// What `form` asks the browser for, if that is a credential.
pub(super) fn offer(document: &Document, form: &Form, org: &OrgOrigin, host: &str) -> Option<Offer> {
    let outputs = outputs(form);
    let makes = outputs.iter().any(|output| output.part == Part::Attestation);
    if !outputs.iter().any(|output| output.part == Part::ClientData) {
        return None;
    }
    let (data, named) = if makes {
        let data = document.current_authenticator()?.contextual_data()?.get("activationData")?;
        (data, text(data.get("rp").and_then(|party| party.get("id"))))
    } else {
        let data = challenge_data(document, form)?;
        (data, text(data.get("rpId")))
    };
    let party = match named {
        Some(party) => party,
        None => org_host(org)?,
    };
    if !lies_under(host, &party) {
        return Some(Offer::OutOfReach(ForeignRelyingParty { id: party }));
    }
    let request = if makes {
        CredentialRequest::Create(creation(document, data, party)?)
    } else {
        let by_itself = is_autofill(form);
        let options = request(document, data, party, host, by_itself || form.name == "launch-passkeys-authenticator")?;
        if by_itself { CredentialRequest::Autofill(options) } else { CredentialRequest::Use(options) }
    };
    Some(Offer::Ceremony(Box::new(request), outputs))
}

/// Whether a form is filled in while the username is asked, rather than on a page of its own.
pub(super) fn is_autofill(form: &Form) -> bool {
    form.name == "challenge-webauthn-autofillui-authenticator"
}

/// The fields that a ceremony fills in: those that the form lists, whatever else a browser would have to say.
fn outputs(form: &Form) -> Vec<Output> {
    let fields = form.all_fields().into_iter().filter(|field| matches!(field.content, Content::Text { .. }));
    let output = |field: &crate::idx::Field| {
        let part = match field.name.as_str() {
            "clientData" => Part::ClientData,
            "attestation" => Part::Attestation,
            "authenticatorData" => Part::AuthenticatorData,
            "signatureData" => Part::Signature,
            "userHandle" => Part::UserHandle,
            "credentialId" => Part::CredentialId,
            "transports" => Part::Transports,
            "clientExtensions" => Part::ClientExtensions,
            _ => return None,
        };
        Some(Output { part, control: field.control.to_string() })
    };
    fields.filter_map(output).collect()
}

/// The challenge that a form relates to, else the one of the authenticator in use.
fn challenge_data<'d>(document: &'d Document, form: &Form) -> Option<&'d Value> {
    let for_passkeys = is_autofill(form) || form.name == "launch-passkeys-authenticator";
    if for_passkeys {
        return document.member("webauthnAutofillUIChallenge")?.get("challengeData");
    }
    document.current_authenticator()?.contextual_data()?.get("challengeData")
}

fn creation(document: &Document, data: &Value, party: String) -> Option<CreationOptions> {
    let (user, selection) = (data.get("user")?, data.get("authenticatorSelection"));
    let chosen = |name: &str| text(selection.and_then(|selection| selection.get(name)));
    let requires_resident_key =
        selection.and_then(|selection| selection.get("requireResidentKey")).and_then(Value::as_bool).unwrap_or(false);
    let name = text(user.get("name"))?;
    let keys = data.get("pubKeyCredParams").and_then(Value::as_array).into_iter().flatten();
    Some(CreationOptions {
        rp: RelyingParty {
            name: text(data.get("rp").and_then(|party| party.get("name"))).unwrap_or_else(|| party.clone()),
            id: party,
        },
        user: CredentialUser {
            id: bytes(user.get("id"))?,
            display_name: text(user.get("displayName")).unwrap_or_else(|| name.clone()),
            name,
        },
        challenge: bytes(data.get("challenge"))?,
        pub_key_cred_params: keys
            .filter_map(|key| Some(KeyParameters { r#type: "public-key", alg: key.get("alg")?.as_i64()? }))
            .collect(),
        attestation: text(data.get("attestation")).and_then(|word| Attestation::parse(&word)),
        authenticator_selection: AuthenticatorSelection {
            user_verification: chosen("userVerification").and_then(|word| UserVerification::parse(&word)),
            authenticator_attachment: chosen("authenticatorAttachment").and_then(|word| Attachment::parse(&word)),
            resident_key: chosen("residentKey").and_then(|word| UserVerification::parse(&word)),
            require_resident_key: requires_resident_key,
        },
        hints: hints(data),
        // A key that holds a credential for this account may hold a passkey for it as well.
        exclude_credentials: if requires_resident_key { Vec::new() } else { credentials(document) },
    })
}

fn request(
    document: &Document,
    data: &Value,
    party: String,
    host: &str,
    any_credential: bool,
) -> Option<RequestOptions> {
    let appid = text(data.get("extensions").and_then(|extensions| extensions.get("appid")));
    // A browser refuses the whole ceremony when the identifier is of another site.
    let is_ours = |appid: &String| Url::parse(appid).is_ok_and(|url| url.host_str() == Some(host));
    Some(RequestOptions {
        challenge: bytes(data.get("challenge"))?,
        rp_id: party,
        user_verification: text(data.get("userVerification")).and_then(|word| UserVerification::parse(&word)),
        hints: hints(data),
        allow_credentials: if any_credential { Vec::new() } else { credentials(document) },
        extensions: appid.filter(is_ours).map(|appid| RequestExtensions { appid }),
    })
}

fn hints(data: &Value) -> Vec<Hint> {
    let words = data.get("hints").and_then(Value::as_array).into_iter().flatten();
    words.filter_map(|word| Hint::parse(word.as_str()?)).collect()
}

/// What the person has enrolled, each credential once.
fn credentials(document: &Document) -> Vec<CredentialDescriptor> {
    let enrolled = document.enrollments().iter().chain(document.current_authenticator());
    let mut once = HashMap::new();
    let descriptor = |enrollment: &Authenticator| {
        let id = bytes(enrollment.member("credentialId"))?;
        once.insert(id.0.clone(), ()).is_none().then(|| CredentialDescriptor {
            r#type: "public-key",
            id,
            transports: transports(enrollment),
        })
    };
    enrolled.filter(|enrollment| is_webauthn(enrollment)).filter_map(descriptor).take(MAX_CREDENTIALS).collect()
}

fn is_webauthn(enrollment: &Authenticator) -> bool {
    match enrollment.key.as_deref() {
        Some(key) => key == "webauthn",
        None => enrollment.kind.as_deref() == Some("security_key"),
    }
}

/// As a list or as text with commas, on the enrollment or in its profile.
fn transports(enrollment: &Authenticator) -> Vec<Transport> {
    let own = enrollment.member("transports");
    let words: Vec<&str> = match own.or_else(|| enrollment.profile()?.get("transports")) {
        Some(Value::String(words)) => words.split(',').map(str::trim).collect(),
        Some(Value::Array(words)) => words.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    words.into_iter().filter_map(Transport::parse).collect()
}

/// Base64 of either alphabet, as base64url.
///
/// What is an identifier to the server is bytes to a browser; the letters come back as they went only where nobody
/// minds bits at the end that stand for nothing.
fn bytes(value: Option<&Value>) -> Option<Bytes> {
    const LENIENT: GeneralPurpose = GeneralPurpose::new(
        &alphabet::URL_SAFE,
        GeneralPurposeConfig::new()
            .with_decode_padding_mode(DecodePaddingMode::Indifferent)
            .with_decode_allow_trailing_bits(true),
    );
    let url_safe = text(value)?.replace('+', "-").replace('/', "_");
    LENIENT.decode(url_safe).ok().map(|bytes| Bytes(URL_SAFE_NO_PAD.encode(bytes)))
}

fn org_host(org: &OrgOrigin) -> Option<String> {
    org.join("/").host_str().map(str::to_owned)
}

/// Whether pages at `host` may speak for `party`: it is their host, or a domain above it that is more than one label.
fn lies_under(host: &str, party: &str) -> bool {
    let (host, party) = (host.to_ascii_lowercase(), party.to_ascii_lowercase());
    // An address is nobody's domain.
    let is_name = !host.starts_with('[') && host.parse::<std::net::Ipv4Addr>().is_err();
    let is_above = || host.strip_suffix(&party).is_some_and(|rest| rest.ends_with('.')) && party.contains('.');
    is_name && (host == party || is_above())
}

#[cfg(test)]
mod tests;
