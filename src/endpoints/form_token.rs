//! What an own POST carries, and what it must prove: that it comes from our page, in this browser, for this form.
//!
//! Two proofs, and both are needed: the `Origin` the browser states, and a token that only a page of ours can carry, bound to the
//! browser's anchor, to what the form belongs to (a transaction or a session) and to the form itself.

use http::{HeaderMap, header};

use crate::gate::ReturnTarget;
use crate::idx::Inputs;
use crate::pages::Post;
use crate::person::DeviceFingerprint;
use crate::seal::{Context, Seals};

use super::site::SiteRuntime;

/// Names of our own controls in a form: no control of a document begins with a dot.
const TOKEN: &str = ".token";
const FORM: &str = ".form";
const REVISION: &str = ".revision";
const SHAPE: &str = ".shape";
/// Added by our script when it sends a form: scripts run in this browser.
const SCRIPT: &str = ".script";
/// Added by our script, where the org's page has told it what the device looks like.
const FINGERPRINT: &str = ".fingerprint";
/// Where a form leads that begins a sign-in.
const RETURN: &str = ".return";
/// Present when that is what was left of a longer address.
const SHORTENED: &str = ".shortened";

/// A form as it came in: our own hidden values, and what the person entered.
pub(crate) struct PostedForm {
    pub(crate) token: String,
    pub(crate) form: String,
    pub(crate) revision: String,
    pub(crate) shape: String,
    pub(crate) from_script: bool,
    pub(crate) fingerprint: Option<DeviceFingerprint>,
    pub(crate) return_target: Option<String>,
    pub(crate) return_target_was_shortened: bool,
    pub(crate) inputs: Inputs,
}

impl PostedForm {
    /// Reads `application/x-www-form-urlencoded`; of our own values the first one counts.
    pub(crate) fn parse(body: &[u8]) -> Self {
        let (mut token, mut form, mut revision, mut shape) = (None, None, None, None);
        let (mut return_target, mut shortened, mut script, mut fingerprint) = (None, None, None, None);
        let mut entered = Vec::new();
        for (name, value) in url::form_urlencoded::parse(body) {
            let own = match name.as_ref() {
                TOKEN => &mut token,
                FORM => &mut form,
                REVISION => &mut revision,
                SHAPE => &mut shape,
                SCRIPT => &mut script,
                FINGERPRINT => &mut fingerprint,
                RETURN => &mut return_target,
                SHORTENED => &mut shortened,
                _ => {
                    entered.push((name.into_owned(), value.into_owned()));
                    continue;
                }
            };
            own.get_or_insert_with(|| value.into_owned());
        }
        Self {
            token: token.unwrap_or_default(),
            form: form.unwrap_or_default(),
            revision: revision.unwrap_or_default(),
            shape: shape.unwrap_or_default(),
            from_script: script.is_some(),
            fingerprint: fingerprint.as_deref().and_then(DeviceFingerprint::parse),
            return_target,
            return_target_was_shortened: shortened.is_some(),
            inputs: Inputs::from_pairs(entered),
        }
    }
}

/// What a form token is bound to, beside the site.
pub(crate) struct FormBinding<'a> {
    /// The hash of the browser's anchor.
    pub(crate) anchor: &'a [u8; 32],
    /// The transaction's id or the session's cookie; empty before there is either.
    pub(crate) subject: &'a str,
    /// The form's id.
    pub(crate) form: &'a str,
    /// The revision of the document the form was made from; empty where there is none.
    pub(crate) revision: &'a str,
    /// The shape of the form: its fields as they were shown; empty where there is no document.
    pub(crate) shape: &'a str,
}

impl FormBinding<'_> {
    /// The token itself, in base64url.
    pub(crate) fn proof(&self, site: &SiteRuntime, seals: &Seals) -> String {
        seals.mac(&self.context(site), b"")
    }

    /// The hidden values of a form of `site`.
    pub(crate) fn hidden(&self, site: &SiteRuntime, seals: &Seals) -> Vec<(String, String)> {
        let token = self.proof(site, seals);
        let values = [(TOKEN, token.as_str()), (FORM, self.form), (REVISION, self.revision), (SHAPE, self.shape)];
        let given = values.into_iter().filter(|(_, value)| !value.is_empty());
        given.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    /// A form of `site` that is posted to `action`.
    pub(crate) fn post(&self, site: &SiteRuntime, seals: &Seals, action: String) -> Post {
        Post { action, hidden: self.hidden(site, seals) }
    }

    /// Whether `token` was made for exactly this.
    pub(crate) fn is_proved_by(&self, site: &SiteRuntime, seals: &Seals, token: &str) -> bool {
        seals.verify(&self.context(site), b"", token)
    }

    fn context(&self, site: &SiteRuntime) -> Context {
        site.context("form").with(self.anchor).with(self.subject).with(self.form).with(self.revision).with(self.shape)
    }
}

/// Adds where a form leads that begins a sign-in.
pub(crate) fn with_return(mut post: Post, target: &ReturnTarget) -> Post {
    post.hidden.push((RETURN.to_owned(), target.as_str().to_owned()));
    if target.is_shortened() {
        post.hidden.push((SHORTENED.to_owned(), "1".to_owned()));
    }
    post
}

/// Whether the browser says that the request comes from a page of this site.
///
/// `Origin` must be the site's own. It may be absent only when the browser vouches with `Sec-Fetch-Site: same-origin` instead. A
/// browser that says how the request came about must say that it is a navigation: our forms are not for script.
pub(crate) fn is_same_origin(headers: &HeaderMap, origin: &str) -> bool {
    if headers.get("sec-fetch-mode").is_some_and(|mode| mode != "navigate") {
        return false;
    }
    let mut origins = headers.get_all(header::ORIGIN).iter();
    match (origins.next(), origins.next()) {
        (Some(stated), None) => {
            stated == origin && headers.get("sec-fetch-site").is_none_or(|site| site == "same-origin")
        }
        (None, _) => headers.get("sec-fetch-site").is_some_and(|site| site == "same-origin"),
        (Some(_), Some(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    const SITE: &str = "https://app.example";

    fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        lines.iter().map(|&(name, value)| (name.parse().expect("a name"), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn our_own_values_are_kept_apart_from_what_was_entered() {
        let posted = PostedForm::parse(b".token=t&.token=u&identifier=ada%40example.com&.form=identify");

        assert_eq!((posted.token.as_str(), posted.form.as_str(), posted.revision.as_str()), ("t", "identify", ""));
        assert_eq!(posted.inputs.get("identifier"), Some("ada@example.com"));
        assert_eq!(posted.inputs.get(".form"), None);
    }

    #[test]
    fn a_post_states_our_origin_or_the_browser_vouches_for_it() {
        assert!(is_same_origin(&headers(&[("origin", SITE)]), SITE));
        assert!(is_same_origin(&headers(&[("sec-fetch-site", "same-origin")]), SITE));
        assert!(is_same_origin(&headers(&[("origin", SITE), ("sec-fetch-site", "same-origin")]), SITE));
    }

    #[test]
    fn a_post_from_elsewhere_or_from_nowhere_is_refused() {
        for lines in [
            &[][..],
            &[("origin", "null")],
            &[("origin", "https://app.example.evil.example")],
            &[("origin", "http://app.example")],
            &[("origin", SITE), ("sec-fetch-site", "cross-site")],
            &[("sec-fetch-site", "same-site")],
            &[("sec-fetch-site", "none")],
            &[("origin", SITE), ("sec-fetch-mode", "cors")],
        ] {
            assert!(!is_same_origin(&headers(lines), SITE), "{lines:?}");
        }
    }
}
