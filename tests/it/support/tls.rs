//! A certificate for `app.test`, and a client that believes in it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use gatehouse::config::{Listener, ListenerSecurity};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::gateway::HOST;

/// Certificate and key in files that are removed with this value.
pub(crate) struct Certificate {
    der: CertificateDer<'static>,
    key: Vec<u8>,
    directory: tempfile::TempDir,
}

impl Certificate {
    pub(crate) fn new() -> Self {
        gatehouse::tls::install_provider();
        let issued =
            rcgen::generate_simple_self_signed([HOST.to_owned(), "localhost".to_owned()]).expect("a certificate");
        let directory = tempfile::tempdir().expect("a directory");
        std::fs::write(directory.path().join("certificate.pem"), issued.cert.pem()).expect("written");
        std::fs::write(directory.path().join("key.pem"), issued.signing_key.serialize_pem()).expect("written");
        Self { der: issued.cert.der().clone(), key: issued.signing_key.serialize_der(), directory }
    }

    /// A certificate that another process made.
    pub(crate) fn read(certificate: &Path, key: &Path) -> Self {
        gatehouse::tls::install_provider();
        let der = CertificateDer::from_pem_file(certificate).expect("a certificate");
        let key = PrivateKeyDer::from_pem_file(key).expect("a key").secret_der().to_vec();
        Self { der, key, directory: tempfile::tempdir().expect("a directory") }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    pub(crate) fn listener(&self) -> Listener {
        let security = ListenerSecurity::Tls { certificate: self.path("certificate.pem"), key: self.path("key.pem") };
        Listener { address: ([127, 0, 0, 1], 0).into(), security }
    }

    /// A TLS server of this certificate, for applications.
    pub(crate) fn server(&self) -> tokio_rustls::TlsAcceptor {
        let key = PrivateKeyDer::try_from(self.key.clone()).expect("a key");
        let config = rustls::ServerConfig::builder()
            .with_no_client_auth()
            .with_single_cert(vec![self.der.clone()], key)
            .expect("a certificate that fits its key");
        Arc::new(config).into()
    }

    /// Connects to a gateway with this certificate.
    pub(crate) async fn connect(&self, address: std::net::SocketAddr, protocol: &str) -> TlsStream<TcpStream> {
        let mut roots = rustls::RootCertStore::empty();
        roots.add(self.der.clone()).expect("a certificate");
        let mut config = rustls::ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
        config.alpn_protocols = vec![protocol.as_bytes().to_vec()];
        let socket = TcpStream::connect(address).await.expect("the gateway listens");
        let name = ServerName::try_from(HOST).expect("a name");
        TlsConnector::from(Arc::new(config)).connect(name, socket).await.expect("a TLS connection")
    }
}
