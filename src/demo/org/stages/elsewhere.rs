//! Steps that are taken elsewhere: an identity provider, a smart card, a service that checks identities, another site
//! where passwords are changed, the org's own end of a sign-in.

use serde_json::{Value, json};

use super::identify::Offer;
use super::{Outcome, Scene, Stage, access_denied};
use crate::demo::org::page::Page;
use crate::demo::org::policy::Requirement;

/// The mark of a transaction in which an identity was verified elsewhere.
pub(in crate::demo::org) const IDENTITY_VERIFIED: &str = "identity verification";
/// The mark of a transaction in which the warning about a password kept elsewhere was put off.
const PUT_OFF: &str = "custom password expiry";

/// An identity provider of the org: its identifier, its type, and what the administrator called it.
pub(in crate::demo::org) struct Provider {
    pub(in crate::demo::org) id: &'static str,
    pub(in crate::demo::org) kind: &'static str,
    pub(in crate::demo::org) name: &'static str,
}

/// Two of them share a type, as orgs with several SAML providers have it.
pub(in crate::demo::org) const PROVIDERS: &[Provider] = &[
    Provider { id: "0oademogoogle0000001", kind: "GOOGLE", name: "Google" },
    Provider { id: "0oademoharbour000002", kind: "SAML2", name: "Harbour University" },
    Provider { id: "0oademomuseum0000003", kind: "SAML2", name: "Museum of Natural History" },
];

/// The smart card's place among the providers.
pub(in crate::demo::org) const CARD: &str = "0oademopiv0000000004";

/// One button for each provider on the first page.
#[derive(Debug)]
pub(super) struct IdentityProviders;

impl Offer for IdentityProviders {
    fn write(&self, page: &mut Page<'_>) {
        let (base, token) = (&page.state.base_url, &page.transaction.state_token);
        let mut links: Vec<Value> = PROVIDERS
            .iter()
            .map(|provider| {
                json!({
                    "name": "redirect-idp", "type": provider.kind,
                    "idp": { "id": provider.id, "name": provider.name },
                    "href": format!("{base}/sso/idps/{}?stateToken={token}", provider.id), "method": "GET",
                })
            })
            .collect();
        links.push(json!({
            "name": "piv-idp", "type": "X509", "idp": { "id": CARD, "name": "Staff card" },
            "href": format!("{base}/sso/idps/mtls/{CARD}?stateToken={token}"), "method": "GET",
        }));
        links.into_iter().for_each(|link| page.offer_link(link));
    }

    /// Nothing is posted: the browser goes there.
    fn carry_out(&mut self, _scene: &mut Scene<'_>, _form: &str, _body: &Value) -> Option<Outcome> {
        None
    }
}

/// A service checks who the person is.
#[derive(Debug)]
pub(in crate::demo::org) struct IdentityVerification;

impl Requirement for IdentityVerification {
    fn open(&self, scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        let open = !scene.transaction.has_passed(IDENTITY_VERIFIED);
        open.then(|| Box::new(VerifyingIdentity) as Box<dyn Stage>)
    }
}

#[derive(Debug)]
struct VerifyingIdentity;

impl Stage for VerifyingIdentity {
    fn write(&self, page: &mut Page<'_>) {
        let token = &page.transaction.state_token;
        let link = json!({
            "name": "redirect-idverify", "type": "ID_PROOFING",
            "idp": { "id": "IDV_STANDARD", "name": "Lantern Identity" },
            "idvMetadata": {
                "termsOfUse": "https://lantern.example/terms", "privacyPolicy": "https://lantern.example/privacy",
            },
            "href": format!("{}/idp/identity-verification?stateTokenExternalId={token}", page.state.base_url),
            "method": "GET",
        });
        page.offer_link(link);
    }

    fn carry_out(&mut self, _scene: &mut Scene<'_>, _form: &str, _body: &Value) -> Outcome {
        access_denied()
    }
}

/// The password is kept elsewhere, and has expired there or will in so many days.
#[derive(Debug)]
pub(in crate::demo::org) struct CustomPasswordExpiry {
    pub(in crate::demo::org) in_days: Option<u32>,
}

impl Requirement for CustomPasswordExpiry {
    fn open(&self, scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        let put_off = self.in_days.is_some() && scene.transaction.has_passed(PUT_OFF);
        (!put_off).then(|| Box::new(ExpiredElsewhere { in_days: self.in_days }) as Box<dyn Stage>)
    }
}

#[derive(Debug)]
struct ExpiredElsewhere {
    in_days: Option<u32>,
}

impl Stage for ExpiredElsewhere {
    fn write(&self, page: &mut Page<'_>) {
        let fields = vec![crate::demo::org::forms::credentials(&[crate::demo::org::page::passcode("New password")])];
        let name = match self.in_days {
            None => "reenroll-custom-password-expiry",
            Some(_) => "reenroll-custom-password-expiry-warning",
        };
        page.offer_with(name, "challenge/answer", fields, |form| {
            form["customExpiredPasswordName"] = json!("the observatory’s directory");
            form["customExpiredPasswordURL"] = json!("https://directory.example/change-password");
        });
        let mut current = super::new_password::password_with_rules();
        if let Some(days) = self.in_days {
            current["settings"]["daysToExpiry"] = days.into();
            page.offer("skip", "skip", Vec::new());
        }
        page.set_object("currentAuthenticator", &current);
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, form: &str, _body: &Value) -> Outcome {
        if form != "skip" {
            // The org has no say over a password that is kept elsewhere.
            return access_denied();
        }
        scene.transaction.pass(PUT_OFF);
        Outcome::passed()
    }
}

/// The org ends the sign-in with a session of its own instead of a code.
#[derive(Debug)]
pub(in crate::demo::org) struct HostedEnd;

impl Requirement for HostedEnd {
    fn open(&self, _scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        Some(Box::new(EndedThere))
    }
}

#[derive(Debug)]
struct EndedThere;

impl Stage for EndedThere {
    fn write(&self, page: &mut Page<'_>) {
        let href = format!("{}/login/token/redirect?stateToken={}", page.state.base_url, page.transaction.state_token);
        page.set("success", json!({ "name": "success-redirect", "href": href, "method": "GET" }));
    }

    fn carry_out(&mut self, _scene: &mut Scene<'_>, _form: &str, _body: &Value) -> Outcome {
        access_denied()
    }
}

/// The device has to be managed before anybody gets in with it.
#[derive(Debug)]
pub(in crate::demo::org) struct ManagedDevice;

impl Requirement for ManagedDevice {
    fn open(&self, _scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        Some(Box::new(EnrollDevice))
    }
}

#[derive(Debug)]
struct EnrollDevice;

impl Stage for EnrollDevice {
    fn write(&self, page: &mut Page<'_>) {
        let enrollment = json!({
            "name": "mdm", "platform": "IOS", "vendor": "Harbour Device Care",
            "enrollmentLink": "https://devices.example/enroll",
        });
        page.set_object("deviceEnrollment", &enrollment);
    }

    fn carry_out(&mut self, _scene: &mut Scene<'_>, _form: &str, _body: &Value) -> Outcome {
        access_denied()
    }
}
