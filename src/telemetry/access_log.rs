//! One line a request, under the target `gatehouse::access`.

use std::net::IpAddr;
use std::time::Duration;

/// What the access log says about one request.
#[derive(Clone, Copy, Debug)]
pub struct AccessLine<'a> {
    /// The request's name in all logs.
    pub request_id: &'a str,
    /// The client, after declared fronts were looked through.
    pub client: IpAddr,
    /// The method.
    pub method: &'a str,
    /// The host as it was asked for, if it was one.
    pub host: Option<&'a str>,
    /// The path without its query; nothing when the target was refused.
    pub path: Option<&'a str>,
    /// The status of the answer; nothing when none was sent.
    pub status: Option<u16>,
    /// From the head of the request to the end of the answer.
    pub duration: Duration,
    /// Bytes of the answer's body.
    pub bytes: usize,
    /// The route's path, or which of the gateway's own parts answered.
    pub route: &'a str,
    /// What was decided.
    pub decision: &'a str,
    /// Why it was refused, in words for operators.
    pub reason: Option<&'a str>,
    /// What a person may quote from a page of ours.
    pub reference: Option<&'a str>,
    /// Who is signed in, or whose access token came along.
    pub sub: Option<&'a str>,
    /// By what that was shown: `session` or `bearer`.
    pub credential: Option<&'a str>,
}

impl AccessLine<'_> {
    /// Writes the line; costs next to nothing when nobody listens.
    pub fn write(&self) {
        tracing::info!(
            target: "gatehouse::access",
            request_id = self.request_id,
            client = %self.client,
            method = self.method,
            host = self.host,
            path = self.path,
            status = self.status,
            duration_ms = u64::try_from(self.duration.as_millis()).unwrap_or(u64::MAX),
            bytes = self.bytes,
            route = self.route,
            decision = self.decision,
            reason = self.reason,
            reference = self.reference,
            sub = self.sub,
            credential = self.credential,
            "Request answered"
        );
    }
}

/// What own paths look like below the reserved prefix; what stands in braces is somebody's.
const OWN_PATHS: [&str; 10] = [
    "/sign-in",
    "/sign-in/{transaction}",
    "/sign-in/{transaction}/poll",
    "/callback",
    "/callback/code",
    "/sign-out",
    "/signed-out",
    "/session",
    "/backchannel-logout",
    "/assets/{hash}/{file}",
];

/// The template of one of the gateway's own paths: what names a transaction or was typed by whoever came is left out.
pub fn own_path_template(own_path: &str, path: &str) -> String {
    let rest = path.strip_prefix(own_path).unwrap_or_default();
    let is_like = |template: &&&str| {
        let mut segments = rest.split('/');
        let alike = template
            .split('/')
            .all(|expected| segments.next().is_some_and(|segment| expected.starts_with('{') || expected == segment));
        alike && segments.next().is_none()
    };
    let template = OWN_PATHS.iter().find(is_like).copied().unwrap_or(if rest.is_empty() { "" } else { "/{other}" });
    format!("{own_path}{template}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_paths_are_logged_as_templates() {
        let template = |path| own_path_template("/.gatehouse", path);

        assert_eq!(template("/.gatehouse/callback"), "/.gatehouse/callback");
        assert_eq!(template("/.gatehouse/sign-in"), "/.gatehouse/sign-in");
        assert_eq!(template("/.gatehouse/sign-in/s3cr3t"), "/.gatehouse/sign-in/{transaction}");
        assert_eq!(template("/.gatehouse/sign-in/s3cr3t/poll"), "/.gatehouse/sign-in/{transaction}/poll");
        assert_eq!(template("/.gatehouse/sign-in/s3cr3t/more"), "/.gatehouse/{other}");
        assert_eq!(template("/.gatehouse/callback/code"), "/.gatehouse/callback/code");
        assert_eq!(template("/.gatehouse"), "/.gatehouse");
        assert_eq!(template("/.gatehouse/assets/h4sh/style.css"), "/.gatehouse/assets/{hash}/{file}");
        assert_eq!(template("/.gatehouse/s3cr3t"), "/.gatehouse/{other}");
        assert_eq!(template("/.gatehouse/callback/s3cr3t"), "/.gatehouse/{other}");
    }
}
