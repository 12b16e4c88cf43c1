//! From a presented token to a verdict: remembered, or found out once for all who ask.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use super::caller::Caller;
use super::flight::{UnderWay, arrival};
use super::key::{Place, VerdictKey};
use super::limits::Introspections;
use super::verdicts::Verdicts;
use crate::buckets::TooMany;
use crate::clock::{Clock, Timestamp};
use crate::config::Bearer;
use crate::oauth::{AccessToken, BearerRule, Client, ClientId, OAuthError, Scope, ServerKind};
use crate::person::PersonContext;

/// How long a verdict stands at most, however long the server may be taken at its word
/// ([`introspect_every`](crate::oauth::Registration::introspect_every)): a key that was withdrawn is noticed within this time and
/// that for which the key set is kept.
const JUDGE_EVERY: Duration = Duration::from_secs(300);

/// What is found out about a presented token.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// It is good for the route.
    Good(Arc<Caller>),
    /// It is not; why is for the log.
    Refused(Arc<OAuthError>),
    /// It would have to be asked about, and too much has been asked of late.
    TooMany(TooMany),
    /// Nobody could tell, for a reason where there is one.
    Unknown(Option<Arc<OAuthError>>),
}

/// The access tokens of a site's authorization server.
pub struct SiteTokens {
    origin: Box<str>,
    client: Client,
    verdicts: Arc<Verdicts>,
    introspections: Introspections,
    clock: Clock,
}

/// The access tokens that one route takes.
pub struct RouteTokens {
    site: Arc<SiteTokens>,
    rule: Arc<BearerRule>,
    place: Place,
}

impl SiteTokens {
    /// Tokens of the client's authorization server, presented at the site of that origin.
    pub fn new(origin: &str, client: Client, verdicts: Arc<Verdicts>, clock: Clock) -> Arc<Self> {
        Arc::new(Self { origin: origin.into(), client, verdicts, introspections: Introspections::new(), clock })
    }

    /// Those that a route takes.
    pub fn of_route(self: &Arc<Self>, asked: &Bearer) -> RouteTokens {
        let rule = BearerRule {
            client_ids: asked.client_ids.iter().map(ClientId::new).collect(),
            scopes: asked.scopes.iter().map(Scope::new).collect(),
        };
        let place = Place::new(&self.origin, self.client.registration(), &rule);
        RouteTokens { site: Arc::clone(self), rule: Arc::new(rule), place }
    }

    /// Whether the server is asked about each token: because it says nothing to anybody else, or because the operator wants to know
    /// of revocations.
    fn are_asked_about(&self) -> bool {
        let registration = self.client.registration();
        registration.issuer.kind() == ServerKind::Org || registration.introspect_every.is_some()
    }

    fn believed_for(&self) -> Duration {
        self.client.registration().introspect_every.map_or(JUDGE_EVERY, |every| every.min(JUDGE_EVERY))
    }

    async fn ask(&self, token: &AccessToken, rule: &BearerRule, person: &PersonContext) -> Verdict {
        match self.client.validate_bearer(token, rule, person).await {
            Ok(identity) => {
                Verdict::Good(Arc::new(Caller::new(token, &identity, self.clock.now(), self.believed_for())))
            }
            Err(error @ OAuthError::Token(_)) => Verdict::Refused(Arc::new(error)),
            Err(error) => Verdict::Unknown(Some(Arc::new(error))),
        }
    }
}

impl RouteTokens {
    /// What the token is worth on this route. Costs one hash and one lookup where that is known; else it is found out, once however
    /// many ask, in a task that goes on when a requester leaves.
    ///
    /// `client` is whose budget a question comes out of, `person` who asks, for the authorization server; the latter is made only
    /// when it is asked.
    pub async fn judge(&self, token: &str, client: IpAddr, person: impl FnOnce() -> PersonContext) -> Verdict {
        let key = self.place.key(token);
        let now = self.site.clock.now();
        if let Some(verdict) = self.site.verdicts.recall(&key, now) {
            return verdict;
        }
        self.find_out(key, token, client, person, now).await
    }

    async fn find_out(
        &self,
        key: VerdictKey,
        token: &str,
        client: IpAddr,
        person: impl FnOnce() -> PersonContext,
        now: Timestamp,
    ) -> Verdict {
        let site = &self.site;
        let flight = {
            let mut departures = site.verdicts.flights.departures();
            // One that has just landed left its verdict before it left the table.
            match (departures.join(&key), site.verdicts.recall(&key, now)) {
                (Some(flight), _) => flight,
                (None, Some(verdict)) => return verdict,
                (None, None) => {
                    if let Err(refused) = self.take_budget(&key, client, now) {
                        return Verdict::TooMany(refused);
                    }
                    let Some((landing, flight)) = departures.begin(key) else { return Verdict::Unknown(None) };
                    let (site, rule) = (Arc::clone(site), Arc::clone(&self.rule));
                    let (token, person) = (AccessToken::new(token), person());
                    tokio::spawn(async move {
                        let _under_way = UnderWay { verdicts: Arc::clone(&site.verdicts), key };
                        let verdict = site.ask(&token, &rule, &person).await;
                        site.verdicts.keep(key, &verdict, site.clock.now());
                        landing.answer(verdict);
                    });
                    flight
                }
            }
        };
        arrival(flight).await.unwrap_or(Verdict::Unknown(None))
    }

    /// What is judged from memory costs the authorization server nothing.
    fn take_budget(&self, key: &VerdictKey, client: IpAddr, now: Timestamp) -> Result<(), TooMany> {
        let site = &self.site;
        match (site.are_asked_about(), site.verdicts.was_good(key)) {
            (false, _) => Ok(()),
            (true, true) => site.introspections.of_known(now),
            (true, false) => site.introspections.of_unknown(client, now),
        }
    }
}

impl Verdict {
    /// Whether the token is good in itself and lacks a scope that the route asks for (RFC 6750 §3.1).
    pub fn lacks_scope(&self) -> bool {
        matches!(self, Self::Refused(error) if error.is_insufficient_scope())
    }

    /// Why the token is not good, or why nobody could tell: for the log.
    pub fn error(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Refused(error) | Self::Unknown(Some(error)) => Some(&**error),
            Self::Good(_) | Self::TooMany(_) | Self::Unknown(None) => None,
        }
    }
}
