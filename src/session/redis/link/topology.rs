//! How to reach the server: alone, by way of sentinels, or as a cluster.

use redis::aio::{AsyncPushSender, ConnectionLike};
use redis::cluster::ClusterClientBuilder;
use redis::cluster_routing::{MultipleNodeRoutingInfo, ResponsePolicy, RoutingInfo};
use redis::sentinel::{SentinelClientBuilder, SentinelServerType};
use redis::{
    AsyncConnectionConfig, Client, ClientTlsConfig, Cmd, ConnectionAddr, ErrorKind, IntoConnectionInfo as _,
    ProtocolVersion, PushInfo, RedisConnectionInfo, RedisError, RedisResult, TlsCertificates, TlsMode, Value,
};
use tokio::sync::mpsc::UnboundedSender;

use super::super::keys::Keys;
use super::{PATIENCE, Wire};
use crate::config::{Redis, RedisAddress, RedisTopology};

/// Everything that connecting needs.
pub(super) struct Plan {
    settings: Redis,
}

impl Plan {
    pub(super) fn of(settings: &Redis) -> Self {
        Self { settings: settings.clone() }
    }

    /// Connects, and has the server report all changes of records from then on.
    pub(super) async fn connect(&self, pushes: UnboundedSender<PushInfo>) -> RedisResult<Wire> {
        let mut wire = match &self.settings.topology {
            RedisTopology::Standalone(address) => self.connect_to_one(address, pushes).await?,
            RedisTopology::Sentinel { addresses, master, .. } => {
                self.connect_by_sentinel(addresses, master, pushes).await?
            }
            RedisTopology::Cluster(addresses) => self.connect_to_cluster(addresses, pushes).await?,
        };
        self.remind(&mut wire).await?;
        Ok(wire)
    }

    /// Has every server report changes. One that does so already says that the prefix is taken.
    pub(super) async fn remind(&self, wire: &mut Wire) -> RedisResult<()> {
        let mut command = redis::cmd("CLIENT");
        // Not what comes by this very connection, as far as the server can tell: it cannot for scripts.
        command.arg(&["TRACKING", "ON", "BCAST", "NOLOOP", "PREFIX"]).arg(Keys::records(&self.settings.key_prefix));
        match to_all(wire, &command).await {
            Err(error) if error.to_string().contains("overlaps with an existing prefix") => Ok(()),
            outcome => outcome,
        }
    }

    pub(super) async fn ping(&self, wire: &mut Wire) -> RedisResult<()> {
        to_all(wire, &redis::cmd("PING")).await
    }

    async fn connect_to_one(&self, address: &RedisAddress, pushes: UnboundedSender<PushInfo>) -> RedisResult<Wire> {
        let info = self.address(address).into_connection_info()?.set_redis_settings(self.login());
        let client = match self.certificates() {
            Some(certificates) => Client::build_with_tls(info, certificates)?,
            None => Client::open(info)?,
        };
        client.get_multiplexed_async_connection_with_config(&patient(pushes)).await.map(Wire::One)
    }

    async fn connect_by_sentinel(
        &self,
        addresses: &[RedisAddress],
        master: &str,
        pushes: UnboundedSender<PushInfo>,
    ) -> RedisResult<Wire> {
        let RedisTopology::Sentinel { username, password, .. } = &self.settings.topology else {
            return Err(RedisError::from((ErrorKind::InvalidClientConfig, "no sentinels are configured")));
        };
        let addresses = addresses.iter().map(|address| self.address(address));
        let mut builder = SentinelClientBuilder::new(addresses, master, SentinelServerType::Master)?
            .set_client_to_redis_protocol(ProtocolVersion::RESP3)
            .set_client_to_redis_db(self.settings.database.into());
        if let Some(username) = &self.settings.username {
            builder = builder.set_client_to_redis_username(username);
        }
        if let Some(password) = &self.settings.password {
            builder = builder.set_client_to_redis_password(password.expose());
        }
        if let Some(username) = username {
            builder = builder.set_client_to_sentinel_username(username);
        }
        if let Some(password) = password {
            builder = builder.set_client_to_sentinel_password(password.expose());
        }
        if let Some(certificates) = self.certificates() {
            builder = builder
                .set_client_to_redis_tls_mode(TlsMode::Secure)
                .set_client_to_redis_certificates(certificates.clone())
                .set_client_to_sentinel_tls_mode(TlsMode::Secure)
                .set_client_to_sentinel_certificates(certificates);
        }
        let mut client = builder.build()?;
        client.get_async_connection_with_config(&patient(pushes)).await.map(Wire::One)
    }

    async fn connect_to_cluster(
        &self,
        addresses: &[RedisAddress],
        pushes: UnboundedSender<PushInfo>,
    ) -> RedisResult<Wire> {
        let mut builder = ClusterClientBuilder::new(addresses.iter().map(|address| self.address(address)))
            .use_protocol(ProtocolVersion::RESP3)
            .connection_timeout(PATIENCE)
            .response_timeout(PATIENCE)
            .push_sender(pushes);
        if let Some(username) = &self.settings.username {
            builder = builder.username(username);
        }
        if let Some(password) = &self.settings.password {
            builder = builder.password(password.expose());
        }
        if let Some(certificates) = self.certificates() {
            builder = builder.tls(TlsMode::Secure).certs(certificates);
        }
        builder.build()?.get_async_connection().await.map(Wire::Cluster)
    }

    fn address(&self, address: &RedisAddress) -> ConnectionAddr {
        let (host, port) = (address.host.clone(), address.port);
        match self.settings.tls {
            Some(_) => ConnectionAddr::TcpTls { host, port, insecure: false, tls_params: None },
            None => ConnectionAddr::Tcp(host, port),
        }
    }

    fn login(&self) -> RedisConnectionInfo {
        let mut login =
            RedisConnectionInfo::default().set_protocol(ProtocolVersion::RESP3).set_db(self.settings.database.into());
        if let Some(username) = &self.settings.username {
            login = login.set_username(username);
        }
        if let Some(password) = &self.settings.password {
            login = login.set_password(password.expose());
        }
        login
    }

    /// Present where connections are encrypted; without a certificate of one's own, the machine's roots count.
    fn certificates(&self) -> Option<TlsCertificates> {
        let tls = self.settings.tls.as_ref()?;
        let client_tls = tls.client.as_ref().map(|(certificate, key)| ClientTlsConfig {
            client_cert: certificate.clone(),
            client_key: key.expose().as_bytes().to_vec(),
        });
        Some(TlsCertificates { client_tls, root_cert: tls.authorities.clone() })
    }
}

fn patient(pushes: impl AsyncPushSender) -> AsyncConnectionConfig {
    AsyncConnectionConfig::new()
        .set_connection_timeout(Some(PATIENCE))
        .set_response_timeout(Some(PATIENCE))
        .set_push_sender(pushes)
}

/// Sends a command to every server that records are written to.
async fn to_all(wire: &mut Wire, command: &Cmd) -> RedisResult<()> {
    let answer: Value = match wire {
        Wire::One(connection) => connection.req_packed_command(command).await?,
        Wire::Cluster(connection) => {
            let everywhere =
                RoutingInfo::MultiNode((MultipleNodeRoutingInfo::AllMasters, Some(ResponsePolicy::AllSucceeded)));
            connection.route_command(command.clone(), everywhere).await?
        }
    };
    answer.extract_error().map(|_| ())
}
