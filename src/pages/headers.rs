//! Headers of every page: what a browser may do with it, which is little.

use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue, REFERRER_POLICY, VARY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};

use super::policy::Policy;

/// The headers of every page of ours; none of them depends on the request, and one on what the page may do.
///
/// The application behind us shares our origin: what it frames, opens or embeds must not reach into these pages,
/// hence the opener and resource policies beside the Content-Security-Policy.
pub fn of_pages(policy: &Policy) -> [(HeaderName, HeaderValue); 10] {
    let ours = HeaderName::from_static;
    let value = HeaderValue::from_static;
    [
        (CONTENT_TYPE, value("text/html; charset=utf-8")),
        (CONTENT_SECURITY_POLICY, policy.header_value()),
        (CACHE_CONTROL, value("no-store")),
        (VARY, value("Cookie, Accept-Language")),
        // Nobody else learns where our people come from. Not `no-referrer`: with it browsers say `Origin: null` when they
        // post a form (Fetch, "append a request `Origin` header"), and our own forms could not be told from others'.
        (REFERRER_POLICY, value("same-origin")),
        (X_CONTENT_TYPE_OPTIONS, value("nosniff")),
        (X_FRAME_OPTIONS, value("DENY")),
        (ours("cross-origin-opener-policy"), value("same-origin")),
        (ours("cross-origin-resource-policy"), value("same-origin")),
        (
            ours("permissions-policy"),
            value(
                "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), \
                 publickey-credentials-create=(self), publickey-credentials-get=(self)",
            ),
        ),
    ]
}

/// The headers of the page that is shown inside a frame of the application: it has no form and no data, only a link
/// that opens the whole window, so pages of the same origin may hold it. Any other page stays out of frames.
pub fn of_framed_page() -> [(HeaderName, HeaderValue); 10] {
    of_pages(&Policy::framed()).map(|(name, value)| match name {
        X_FRAME_OPTIONS => (name, HeaderValue::from_static("SAMEORIGIN")),
        _ => (name, value),
    })
}

/// What a picture may do that somebody opens as a page of its own: be seen. It is an operator's file on the application's
/// origin, and SVG knows scripts; styles and pictures within the file are part of the drawing.
pub const POLICY_OF_SVG: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_inside_a_frame_is_held_by_our_own_origin_only_and_posts_nothing() {
        let headers = of_framed_page();

        let value = |wanted: HeaderName| {
            let header = headers.iter().find(|(name, _)| *name == wanted).expect("a header");
            header.1.to_str().expect("text").to_owned()
        };
        assert!(value(CONTENT_SECURITY_POLICY).contains("frame-ancestors 'self'"));
        assert!(value(CONTENT_SECURITY_POLICY).contains("form-action 'none'"));
        assert_eq!(value(X_FRAME_OPTIONS), "SAMEORIGIN");
    }
}
