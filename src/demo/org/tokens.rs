//! What the org has granted: access, ID and refresh tokens, and how long each is good for.

use std::collections::HashMap;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::State;
use super::faults::TokenKind;
use super::levels::Level;
use super::servers::Server;
use super::wire::base64url;

/// After a rotation the old refresh token is good for this long, in seconds: an answer may have been lost.
const GRACE: u64 = 30;
/// An unused refresh token dies after this long, in seconds.
const REFRESH_LIFETIME: u64 = 7 * 86_400;
const ID_TOKEN_LIFETIME: u64 = 3600;

/// One sign-in, or one request of a service, and everything that was ever issued for it.
#[derive(Debug, Clone)]
pub(super) struct Grant {
    pub(super) client_id: String,
    pub(super) server: &'static Server,
    /// Whose it is; nobody's where a service acts for itself.
    pub(super) login: Option<String>,
    pub(super) scopes: Vec<String>,
    pub(super) nonce: Option<String>,
    pub(super) auth_time: u64,
    pub(super) references: Vec<&'static str>,
    /// The level that was asked for and reached.
    pub(super) level: Option<Level>,
    pub(super) session: String,
    /// The thumbprint of the key that the tokens are bound to.
    pub(super) bound_to: Option<String>,
}

impl Grant {
    /// What access tokens call `sub`.
    pub(super) fn subject(&self) -> &str {
        self.login.as_deref().unwrap_or(&self.client_id)
    }
}

/// An access token as the org remembers it.
#[derive(Debug, Clone)]
pub(super) struct AccessToken {
    pub(super) grant: u64,
    pub(super) id: String,
    pub(super) scopes: Vec<String>,
    pub(super) issued_at: u64,
    pub(super) expires_at: u64,
}

/// A refresh token as the org remembers it.
#[derive(Debug, Clone)]
pub(super) struct RefreshToken {
    pub(super) grant: u64,
    pub(super) expires_at: u64,
    /// When it was replaced, and by what.
    replaced: Option<(u64, String)>,
}

/// Everything granted so far.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    grants: HashMap<u64, Grant>,
    access: HashMap<String, AccessToken>,
    refresh: HashMap<String, RefreshToken>,
    next_grant: u64,
}

/// What became of a refresh token that was presented.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Presented {
    Good,
    /// Replaced a moment ago: the answer may have been lost, so its successor is given again.
    Replaced(String),
    /// Replaced long ago: somebody has a copy, so the whole family is gone now (RFC 9700 §4.14.2).
    Reused,
    Unknown,
}

impl Tokens {
    pub(super) fn open(&mut self, grant: Grant) -> u64 {
        self.next_grant += 1;
        self.grants.insert(self.next_grant, grant);
        self.next_grant
    }

    pub(super) fn grant(&self, id: u64) -> Option<&Grant> {
        self.grants.get(&id)
    }

    /// Everything that a person has been granted, the newest first.
    pub(super) fn grants_of(&self, login: &str) -> Vec<&Grant> {
        let mut theirs: Vec<_> =
            self.grants.iter().filter(|(_, grant)| grant.login.as_deref() == Some(login)).collect();
        theirs.sort_by_key(|(id, _)| std::cmp::Reverse(**id));
        theirs.into_iter().map(|(_, grant)| grant).collect()
    }

    /// A living access token with its grant.
    pub(super) fn access(&self, token: &str, now: u64) -> Option<(&AccessToken, &Grant)> {
        let access = self.access.get(token).filter(|access| now < access.expires_at)?;
        Some((access, self.grants.get(&access.grant)?))
    }

    /// A living refresh token with its grant.
    pub(super) fn refresh(&self, token: &str, now: u64) -> Option<(&RefreshToken, &Grant)> {
        let refresh =
            self.refresh.get(token).filter(|refresh| now < refresh.expires_at && refresh.replaced.is_none())?;
        Some((refresh, self.grants.get(&refresh.grant)?))
    }

    /// The client a token of either kind was issued to.
    pub(super) fn owner(&self, token: &str) -> Option<&Grant> {
        let access = self.access.get(token).map(|access| access.grant);
        let refresh = || self.refresh.get(token).map(|refresh| refresh.grant);
        access.or_else(refresh).and_then(|grant| self.grants.get(&grant))
    }

    /// Judges a refresh token that a client wants to use; reuse after the grace ends its family.
    pub(super) fn present(&mut self, token: &str, now: u64) -> Presented {
        let Some(refresh) = self.refresh.get(token).filter(|refresh| now < refresh.expires_at) else {
            return Presented::Unknown;
        };
        match refresh.replaced.clone() {
            None => Presented::Good,
            Some((at, successor)) if now <= at + GRACE => Presented::Replaced(successor),
            Some(_) => {
                let grant = refresh.grant;
                self.end(grant);
                Presented::Reused
            }
        }
    }

    pub(super) fn grant_of_refresh(&self, token: &str) -> Option<u64> {
        self.refresh.get(token).map(|refresh| refresh.grant)
    }

    pub(super) fn issue_refresh(&mut self, grant: u64, now: u64) -> String {
        let token = crate::random::token();
        let refresh = RefreshToken { grant, expires_at: now + REFRESH_LIFETIME, replaced: None };
        self.refresh.insert(token.clone(), refresh);
        token
    }

    /// Issues a successor and lets the old token die after the grace.
    pub(super) fn rotate(&mut self, old: &str, now: u64) -> Option<String> {
        let successor = self.issue_refresh(self.grant_of_refresh(old)?, now);
        self.refresh.get_mut(old)?.replaced = Some((now, successor.clone()));
        Some(successor)
    }

    /// Revokes one token (RFC 7009 §2.1); a refresh token takes its access tokens with it, not the reverse.
    pub(super) fn revoke(&mut self, token: &str) {
        if self.access.remove(token).is_none()
            && let Some(grant) = self.grant_of_refresh(token)
        {
            self.end(grant);
        }
    }

    /// Ends everything that was ever granted to a person.
    pub(super) fn end_all_of(&mut self, login: &str) {
        for grant in self.grant_ids_of(login) {
            self.end(grant);
        }
    }

    /// Ends the access tokens of a person; refresh tokens stay as they are.
    pub(super) fn end_access_of(&mut self, login: &str) {
        let theirs = self.grant_ids_of(login);
        self.access.retain(|_, access| !theirs.contains(&access.grant));
    }

    fn grant_ids_of(&self, login: &str) -> Vec<u64> {
        self.grants.iter().filter(|(_, grant)| grant.login.as_deref() == Some(login)).map(|(id, _)| *id).collect()
    }

    /// Ends everything issued under a grant.
    pub(super) fn end(&mut self, grant: u64) {
        self.grants.remove(&grant);
        self.access.retain(|_, access| access.grant != grant);
        self.refresh.retain(|_, refresh| refresh.grant != grant);
    }
}

/// The body of a successful token answer (RFC 6749 §5.1, OpenID Connect Core §3.1.3.3).
pub(super) fn issue(state: &mut State, grant_id: u64, scopes: &[String], refresh: Option<&str>, first: bool) -> Value {
    let now = state.now();
    let Some(grant) = state.tokens.grant(grant_id).cloned() else { return json!({}) };
    let access_token = issue_access_token(state, grant_id, &grant, scopes, now);
    let mut answer = json!({
        "token_type": token_type(&grant),
        "expires_in": state.access_token_lifetime,
        "access_token": access_token,
        "scope": scopes.join(" "),
    });
    let with_id_token = scopes.iter().any(|scope| scope == "openid")
        && (first || state.client(&grant.client_id).is_none_or(|client| client.switches.refreshes_id_tokens));
    if let Some(login) = grant.login.as_deref().filter(|_| with_id_token) {
        // A refreshed ID token answers no authentication request, so it has no nonce (OpenID Connect Core §12.2).
        let nonce = grant.nonce.as_deref().filter(|_| first);
        answer["id_token"] = issue_id_token(state, &grant, login, scopes, &access_token, nonce, now).into();
    }
    if let Some(refresh) = refresh {
        answer["refresh_token"] = refresh.into();
    }
    answer
}

/// How an access token is presented (RFC 6750, RFC 9449 §5).
pub(super) const fn token_type(grant: &Grant) -> &'static str {
    if grant.bound_to.is_some() { "DPoP" } else { "Bearer" }
}

fn issue_access_token(state: &mut State, grant_id: u64, grant: &Grant, scopes: &[String], now: u64) -> String {
    let id = format!("AT.{}", crate::random::token());
    let expires_at = now + state.access_token_lifetime;
    let person = grant.login.as_ref().map(|login| &state.people[login]);
    let mut claims = json!({
        "ver": 1, "jti": id, "iss": grant.server.issuer(&state.base_url), "iat": now, "exp": expires_at,
        "cid": grant.client_id, "scp": scopes, "sub": grant.subject(),
    });
    if let Some(person) = person {
        claims["uid"] = person.id.clone().into();
        claims["auth_time"] = grant.auth_time.into();
    }
    if let Some(key) = &grant.bound_to {
        claims["cnf"] = json!({ "jkt": key });
    }
    let token = if let Some(audience) = grant.server.audience {
        claims["aud"] = audience.into();
        if let Some(person) = person {
            claims["groups"] = person.groups.clone().into();
        }
        match state.faults.take_flaw(TokenKind::AccessToken) {
            Some(flaw) => flaw.mint(claims, &state.keys, now),
            None => state.keys.current().sign(&claims),
        }
    } else {
        // Looks like a token anybody could check; its key is published nowhere, and only the org is meant.
        claims["aud"] = state.base_url.clone().into();
        state.keys.hidden().sign(&claims)
    };
    let access = AccessToken { grant: grant_id, id, scopes: scopes.to_vec(), issued_at: now, expires_at };
    state.tokens.access.insert(token.clone(), access);
    token
}

fn issue_id_token(
    state: &mut State,
    grant: &Grant,
    login: &str,
    scopes: &[String],
    access_token: &str,
    nonce: Option<&str>,
    now: u64,
) -> String {
    let mut claims = claims_about(state, login, scopes);
    claims["ver"] = 1.into();
    claims["jti"] = format!("ID.{}", crate::random::token()).into();
    claims["iss"] = grant.server.issuer(&state.base_url).into();
    claims["aud"] = grant.client_id.clone().into();
    claims["iat"] = now.into();
    claims["exp"] = (now + ID_TOKEN_LIFETIME).into();
    claims["amr"] = json!(grant.references);
    if let Some(level) = grant.level {
        claims["acr"] = level.value().into();
    }
    claims["idp"] = "00odemo0000000000001".into();
    claims["auth_time"] = grant.auth_time.into();
    claims["sid"] = grant.session.clone().into();
    // The left half of the hash, in base64url (OpenID Connect Core §3.1.3.6).
    claims["at_hash"] = base64url(&Sha256::digest(access_token.as_bytes())[..16]).into();
    if let Some(nonce) = nonce {
        claims["nonce"] = nonce.into();
    }
    match state.faults.take_flaw(TokenKind::IdToken) {
        Some(flaw) => flaw.mint(claims, &state.keys, now),
        None => state.keys.current().sign(&claims),
    }
}

/// What the scopes let a client know about a person (OpenID Connect Core §5.4).
pub(super) fn claims_about(state: &State, login: &str, scopes: &[String]) -> Value {
    let person = &state.people[login];
    let has = |scope: &str| scopes.iter().any(|granted| granted == scope);
    let mut claims = json!({ "sub": person.id });
    if has("profile") {
        claims["name"] = person.name.clone().into();
        claims["given_name"] = person.given_name.clone().into();
        claims["family_name"] = person.family_name.clone().into();
        claims["preferred_username"] = login.into();
        claims["locale"] = "en_US".into();
        claims["zoneinfo"] = "Europe/Stockholm".into();
    }
    if has("email") {
        claims["email"] = login.into();
        claims["email_verified"] = person.email_verified.into();
    }
    if has("groups") {
        claims["groups"] = person.groups.clone().into();
    }
    claims
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::org::servers::SERVERS;

    fn tokens_with_a_refresh_token() -> (Tokens, String) {
        let mut tokens = Tokens::default();
        let grant = tokens.open(Grant {
            client_id: "client".to_owned(),
            server: &SERVERS[0],
            login: Some("ada@example.com".to_owned()),
            scopes: Vec::new(),
            nonce: None,
            auth_time: 0,
            references: Vec::new(),
            level: None,
            session: String::new(),
            bound_to: None,
        });
        let refresh = tokens.issue_refresh(grant, 0);
        (tokens, refresh)
    }

    #[test]
    fn a_replaced_refresh_token_gives_its_successor_again_for_thirty_seconds() {
        let (mut tokens, old) = tokens_with_a_refresh_token();
        let successor = tokens.rotate(&old, 100).expect("it is there");

        assert_eq!(tokens.present(&old, 130), Presented::Replaced(successor));
    }

    #[test]
    fn a_refresh_token_reused_after_the_grace_ends_its_family() {
        let (mut tokens, old) = tokens_with_a_refresh_token();
        let successor = tokens.rotate(&old, 100).expect("it is there");

        assert_eq!(tokens.present(&old, 131), Presented::Reused);
        assert_eq!(tokens.present(&successor, 131), Presented::Unknown);
    }
}
