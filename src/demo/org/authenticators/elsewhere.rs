//! Authenticators that are proved elsewhere: another identity provider, or a smart card at a host that asks for one.

use serde_json::{Value, json};

use super::{About, Authenticator, Exchange, Facts, Role, Verdict};
use crate::demo::org::page::Page;
use crate::demo::org::people::Enrollment;
use crate::demo::org::stages::{Outcome, Scene};

pub(super) static EXTERNAL_IDP: Elsewhere = Elsewhere {
    about: About {
        key: "external_idp",
        id: "autdemoexternal00015",
        kind: "federated",
        display_name: "Harbour Register",
        methods: &["idp"],
        enrollment_prefix: "efi",
    },
    provider: "0oademoregister00005",
    kind: "OIDC",
};

pub(super) static SMART_CARD: Elsewhere = Elsewhere {
    about: About {
        key: "smart_card_idp",
        id: "autdemosmartcard0016",
        kind: "federated",
        display_name: "Smart Card",
        methods: &["cert"],
        enrollment_prefix: "sci",
    },
    provider: "0oademosmartcard0006",
    kind: "X509",
};

/// What people call the provider of that identifier, if it belongs to an authenticator.
pub(in crate::demo::org) fn provider_name(provider: &str) -> Option<&'static str> {
    let found = [&EXTERNAL_IDP, &SMART_CARD].into_iter().find(|elsewhere| elsewhere.provider == provider);
    found.map(|elsewhere| elsewhere.about.display_name)
}

#[derive(Debug)]
pub(super) struct Elsewhere {
    about: About,
    /// The identifier of the provider, and its type.
    provider: &'static str,
    kind: &'static str,
}

impl Elsewhere {
    fn away(&self) -> Away {
        let Self { about, provider, kind } = self;
        Away { provider, kind, name: about.display_name }
    }
}

impl Authenticator for Elsewhere {
    fn about(&self) -> &'static About {
        if self.provider == SMART_CARD.provider { &SMART_CARD.about } else { &EXTERNAL_IDP.about }
    }

    fn reference(&self, method: &str) -> &'static str {
        if method == "cert" { "sc" } else { "mca" }
    }

    fn verify(&self, _: &mut Scene<'_>, _: &Enrollment, _: &str, _: &Value) -> Box<dyn Exchange> {
        Box::new(self.away())
    }

    fn enroll(&self, _scene: &mut Scene<'_>, _choice: &Value) -> Option<Box<dyn Exchange>> {
        Some(Box::new(self.away()))
    }
}

/// The browser is expected back.
#[derive(Debug)]
struct Away {
    provider: &'static str,
    kind: &'static str,
    name: &'static str,
}

impl Exchange for Away {
    fn write(&self, role: Role, page: &mut Page<'_>, _current: &mut Value) {
        let token = &page.transaction.state_token;
        let link = json!({
            "name": "redirect-idp", "type": self.kind, "idp": { "id": self.provider, "name": self.name },
            "href": format!("{}/sso/idps/{}?stateToken={token}", page.state.base_url, self.provider),
            "method": "GET", "relatesTo": [role.subject()],
        });
        page.offer_link(link);
    }

    fn carry_out(&mut self, _: Role, _: &mut Scene<'_>, _: &str, _: &Value) -> Verdict {
        Verdict::Said(Outcome::stay())
    }

    fn came_back(&mut self, from: &str) -> Option<Facts> {
        (from == self.provider).then(Facts::new)
    }
}
