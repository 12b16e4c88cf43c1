//! The one TLS provider, and the machine's root certificates.
//!
//! Pingora and reqwest bring a provider each; rustls refuses to choose between two. Everything that opens
//! a socket calls [`install_provider`] first.

/// Makes aws-lc the provider of this process; calling it again changes nothing.
pub fn install_provider() {
    // An error only says that a provider is already there.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
}

/// The machine has no root certificates, so no TLS server could be trusted.
#[derive(Debug, thiserror::Error)]
#[error(
    "this machine has no root certificates, so no authorization server can be trusted; \
     install the package ca-certificates or name a bundle in SSL_CERT_FILE"
)]
pub struct NoRootCertificates;

/// Looks for root certificates before anything starts: reqwest refuses to build and Pingora panics without them.
///
/// # Errors
/// [`NoRootCertificates`] when the platform's store is empty or missing.
pub fn require_root_certificates() -> Result<(), NoRootCertificates> {
    let found = rustls_native_certs::load_native_certs();
    if found.certs.is_empty() { Err(NoRootCertificates) } else { Ok(()) }
}
