//! Pure decisions about a request: what it asks for, where it goes, what may travel with it, and who may pass.
//!
//! Nothing here opens a socket, asks for the time or writes a log: a request's parts come in as values and a verdict
//! goes out as a value, so that every rule can be tried without a server. The room refuses rather than repairs. What two
//! parsers could read in two ways is answered with 4xx, because a gateway that "cleans" a request decides about another
//! request than the one the application receives.

mod activity;
mod arrival;
mod assurance;
mod authorization;
mod cookies;
mod decision;
mod forwarded;
mod framing;
mod headers;
mod host;
mod leaving;
mod path;
mod pieces;
mod refusal;
mod request_kind;
mod return_target;
mod routes;
mod target;
#[cfg(test)]
pub(crate) mod testing;

pub use activity::Activity;
pub use arrival::Arrival;
pub use assurance::{Assurance, Authentication};
pub use authorization::Authorization;
pub use cookies::{UpstreamCookies, joined as joined_cookies, sets_own_cookie};
pub use decision::{Decision, Identity, Presence, RequestOrigin, TokenStanding, decide};
pub use forwarded::{Forwarded, client_address};
pub use framing::{check_fields, check_handshake, check_method, check_raw_head};
pub use headers::{is_forbidden_in_response, is_hop_by_hop, is_managed, is_method_override};
pub use host::RequestHost;
pub use leaving::{Leaving, leaving};
pub use pieces::pieces;
pub use refusal::{FramingFault, Refusal};
pub use request_kind::{Evidence, RequestKind};
pub use return_target::{ReturnTarget, ReturnTargetError};
pub use routes::{Destination, RouteEntry, RouteTable};
pub use target::{CanonicalTarget, TargetFault};

/// The lines of an attack list: `\xNN` stands for a byte, lines that begin with `# ` are comments.
#[cfg(test)]
fn attack_lines(list: &str) -> Vec<Vec<u8>> {
    let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    lines
        .map(|line| {
            let mut pieces = line.split("\\x");
            let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
            for piece in pieces {
                let byte = piece.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
                bytes.push(byte.expect("two hexadecimal digits"));
                bytes.extend_from_slice(&piece.as_bytes()[2..]);
            }
            bytes
        })
        .collect()
}
