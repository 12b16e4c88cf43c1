//! The way of a browser that ends its session at the authorization server (OpenID Connect RP-Initiated Logout 1.0 §2).

use super::endpoint::Endpoint;
use super::{IdToken, State};
use crate::secret::Secret;

/// Where a browser can be sent to end its session at the authorization server.
#[derive(Debug)]
pub enum Departure {
    /// There. The address holds an ID token, so it is a secret: nothing logs it.
    To {
        /// The host, for the person to see.
        host: String,
        /// The address.
        address: Secret,
    },
    /// The server has no such endpoint.
    NotOffered,
    /// The server does not answer: whoever was sent there now would be lost.
    OutOfReach,
}

/// The address, with the ID token that says whose session it is: an expired one does as well (§2). Nothing hangs on `state` when it
/// comes back: the page there changes nothing.
pub(super) fn departure(
    endpoint: &Endpoint,
    id_token: &IdToken,
    post_logout_redirect_uri: &str,
    state: &State,
) -> Departure {
    let mut url = endpoint.url().clone();
    url.query_pairs_mut()
        .append_pair("id_token_hint", id_token.expose())
        .append_pair("post_logout_redirect_uri", post_logout_redirect_uri)
        .append_pair("state", state.expose());
    let host = endpoint.url().host_str().unwrap_or_default().to_owned();
    Departure::To { host, address: Secret::new(url.as_str()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_says_whose_session_and_where_to_go_afterwards() {
        let endpoint = Endpoint::parse("https://org.example/oauth2/default/v1/logout").expect("an endpoint");

        let departure = departure(&endpoint, &IdToken::new("a.b.c"), "https://app.example/x?y=1", &State::new("s&t"));

        assert!(!format!("{departure:?}").contains("a.b.c"));
        let Departure::To { host, address } = departure else { panic!("no way") };
        assert_eq!(host, "org.example");
        assert_eq!(
            address.expose(),
            "https://org.example/oauth2/default/v1/logout?id_token_hint=a.b.c\
             &post_logout_redirect_uri=https%3A%2F%2Fapp.example%2Fx%3Fy%3D1&state=s%26t"
        );
    }
}
