//! Configurations for the tests of this room and its neighbours, written as values.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use crate::config::{
    Access, AuthorizationServer, ClientAuthentication, ClientAuthorization, Config, Credentials, HostPattern, KeyRing,
    Lifetimes, PublicUrl, Route, Sessions, Site, TargetMode, Upstream,
};

/// A route with everything else at its default.
pub(crate) fn route(path: &str, access: Access) -> Route {
    Route {
        path: path.to_owned(),
        methods: None,
        upstream: Upstream {
            tls: false,
            host: "127.0.0.1".to_owned(),
            port: 9,
            connect_timeout: Duration::from_secs(5),
            read_timeout: None,
        },
        access,
        authentication: None,
        credentials: Credentials::Session,
        client_authorization: ClientAuthorization::Remove,
        target: TargetMode::Canonical,
        service_worker: false,
        preserve_host: false,
        outage_grace: None,
    }
}

/// A configuration of one site.
pub(crate) fn config(host: &str, public_url: &str, routes: Vec<Route>) -> Config {
    let authorization_server = Arc::new(AuthorizationServer {
        name: "okta".to_owned(),
        issuer: "https://org.example/oauth2/default".to_owned(),
        client_id: "client".to_owned(),
        client_secret: None,
        private_key: None,
        client_authentication: ClientAuthentication::None,
        scopes: vec!["openid".to_owned()],
        audience: Some("api://default".to_owned()),
        introspect_every: None,
        dpop: false,
        device_fingerprint: false,
        end_session: Default::default(),
        backchannel_logout: false,
    });
    let site = Site {
        look: Default::default(),
        name: "App".to_owned(),
        host: if host == "*" { HostPattern::Any } else { HostPattern::Exact(host.to_owned()) },
        public_url: PublicUrl::new(&public_url.parse().expect("a URL")).expect("an origin"),
        own_path: "/.gatehouse".to_owned(),
        hsts: true,
        authorization_server,
        lifetimes: Lifetimes::default(),
        routes: routes.into_iter().map(Arc::new).collect(),
        activity: Default::default(),
        sign_out_paths: Vec::new(),
        clear_site_data: Vec::new(),
    };
    Config {
        listeners: Vec::new(),
        admin: None,
        workers: None,
        keys: KeyRing::new(vec![[7; 32]]).expect("one key"),
        authorization_servers: BTreeMap::new(),
        sessions: Sessions::default(),
        sites: vec![Arc::new(site)],
        warnings: Vec::new(),
    }
}
