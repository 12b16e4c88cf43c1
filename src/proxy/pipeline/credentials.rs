//! Who sends a request: the session that its cookie names, or the access token that it presents.

use pingora::proxy::Session as Downstream;

use super::Pipeline;
use crate::bearer::{RouteTokens, Verdict};
use crate::cookies::RequestCookies;
use crate::endpoints::assurance;
use crate::gate::{Authorization, Presence, RouteEntry, TokenStanding};
use crate::proxy::exchange::{Credential, Exchange};
use crate::session::Freshness;

impl Pipeline {
    /// Looks for what the route takes. A token that is presented where tokens are taken is judged by itself: were a bad one to fall
    /// back to the session, a request would be let in as somebody it did not name.
    pub(super) async fn look_for_credential(
        &self,
        downstream: &Downstream,
        exchange: &mut Exchange,
        site: usize,
        entry: &RouteEntry,
    ) -> Presence {
        if let Some(tokens) = &self.shared.routes[entry.index].tokens {
            match Authorization::of(&downstream.req_header().headers) {
                Authorization::None => {}
                Authorization::Malformed => return Presence::Token(TokenStanding::Unreadable),
                Authorization::NoToken => return Presence::Token(TokenStanding::Invalid),
                Authorization::Bearer(token) => {
                    return Presence::Token(self.judge(downstream, exchange, site, tokens, token).await);
                }
            }
        }
        match entry.route.credentials.take_sessions() {
            true => self.look_for_session(downstream, exchange, site, entry).await,
            false => Presence::Absent,
        }
    }

    /// What the token is worth on the route; whoever presents it is not told why it is worth nothing, the log is.
    async fn judge(
        &self,
        downstream: &Downstream,
        exchange: &mut Exchange,
        site: usize,
        tokens: &RouteTokens,
        token: &str,
    ) -> TokenStanding {
        let (client, headers) = (exchange.client, &downstream.req_header().headers);
        let person = || self.shared.endpoints.site(site).person(headers, client);
        let verdict = tokens.judge(token, client, person).await;
        let standing = match &verdict {
            Verdict::Good(caller) => {
                exchange.credential = Some(Credential::Token(caller.clone()));
                return TokenStanding::Good;
            }
            Verdict::Refused(_) if verdict.lacks_scope() => TokenStanding::LacksScope,
            Verdict::Refused(_) => TokenStanding::Invalid,
            Verdict::TooMany(refused) => TokenStanding::TooMany(refused.retry_after),
            Verdict::Unknown(_) => TokenStanding::Unknown,
        };
        self.report(exchange, &verdict);
        standing
    }

    fn report(&self, exchange: &mut Exchange, verdict: &Verdict) {
        let reference = exchange.reference.get_or_insert_with(crate::random::reference);
        let request_id = exchange.request_id.to_str().unwrap_or_default();
        let error = verdict.error();
        match verdict {
            Verdict::Good(_) => {}
            Verdict::Refused(_) => {
                tracing::info!(request_id, reference, error, "Refused an access token");
            }
            Verdict::TooMany(_) => {
                tracing::info!(request_id, reference, "Asked nobody about an access token: too many new ones came");
            }
            Verdict::Unknown(_) => {
                tracing::warn!(request_id, reference, error, "An access token could not be judged");
            }
        }
    }

    /// Asks the store for the session of the request's cookie, and for a token that is still good.
    async fn look_for_session(
        &self,
        downstream: &Downstream,
        exchange: &mut Exchange,
        site: usize,
        entry: &RouteEntry,
    ) -> Presence {
        let activity = self.shared.table.activity(site);
        let site = self.shared.endpoints.site(site);
        let cookies = RequestCookies::of(&downstream.req_header().headers);
        let Some(presented) = cookies.session(site.names()) else { return Presence::Absent };
        let sessions = self.shared.endpoints.sessions();
        let session = match sessions.find(site.home(), &presented, entry.route.outage_grace).await {
            Ok(Some(session)) => session,
            Ok(None) => return Presence::Absent,
            Err(error) => {
                tracing::error!(%error, "Could not ask the session store");
                return Presence::Unknown;
            }
        };
        let now = self.shared.clock.now();
        let (request, client) = (downstream.req_header(), exchange.client);
        let counts = |target| activity.counts(exchange.kind, &request.method, &request.headers, target);
        if exchange.target.as_ref().is_some_and(counts) {
            sessions.touch(&session, now);
        }
        if session.is_due(now) {
            let person = || site.person(&request.headers, client);
            match sessions.freshen(&session, person).await {
                Freshness::Fresh => {}
                Freshness::Ended => return Presence::Absent,
                Freshness::Unavailable => return Presence::Unknown,
            }
        }
        if let Some(record) = sessions.for_the_browser(&session, Some(&presented)) {
            exchange.record = site.names().set_record(&record, &cookies).collect();
        }
        let assurance = assurance(&session, entry.route.authentication.as_ref(), now);
        exchange.credential = Some(Credential::Session(session));
        Presence::SignedIn(assurance)
    }
}
