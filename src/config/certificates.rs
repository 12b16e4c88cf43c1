//! Certificates and private keys of TLS listeners, checked before the TLS engine sees them: it panics at the first flaw.

use std::path::PathBuf;

use rustls::crypto::aws_lc_rs;
use rustls::pki_types::pem::{Error as PemError, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::server::ParsedCertificate;
use rustls::sign::CertifiedKey;

use super::faults::{Fault, Place, quoted};
use super::reader::{Field, Reader};
use super::secrets::warn_when_everybody_reads;

const KEY_OF_CHAIN: &str = "the private key of the first certificate in the chain";

/// What a PEM file held.
pub(super) struct PemFile<T> {
    pub(super) path: PathBuf,
    pub(super) place: Place,
    content: T,
}

/// A chain that fits its key.
pub(super) struct Certificate {
    pub(super) place: Place,
    leaf: CertificateDer<'static>,
}

impl Certificate {
    /// Whether browsers accept it for this host, as far as names are concerned.
    pub(super) fn is_for(&self, host: &str) -> bool {
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let (Ok(leaf), Ok(name)) = (ParsedCertificate::try_from(&self.leaf), ServerName::try_from(host)) else {
            return false;
        };
        rustls::client::verify_server_name(&leaf, &name).is_ok()
    }
}

/// Reads the chain.
pub(super) fn chain(field: &Field<'_>, reader: &Reader<'_>) -> Option<PemFile<Vec<CertificateDer<'static>>>> {
    const EXPECTED: &str = "a PEM file with a certificate chain";
    let file = bytes(field, reader, EXPECTED)?;
    let certificates: Result<Vec<_>, PemError> = CertificateDer::pem_slice_iter(&file.content).collect();
    match certificates {
        Ok(chain) if !chain.is_empty() => Some(file.with(chain)),
        Ok(_) => file.refused(reader, "in which there is no certificate", EXPECTED),
        Err(error) => file.refused(reader, &format!("which is not PEM ({error})"), EXPECTED),
    }
}

/// Reads the private key.
pub(super) fn key(field: &Field<'_>, reader: &Reader<'_>) -> Option<PemFile<PrivateKeyDer<'static>>> {
    const EXPECTED: &str = "a PEM file with a private key that has no passphrase";
    let file = bytes(field, reader, EXPECTED)?;
    warn_when_everybody_reads(&file.path, field, reader);
    match PrivateKeyDer::from_pem_slice(&file.content) {
        Ok(key) => Some(file.with(key)),
        Err(PemError::NoItemsFound) => file.refused(reader, "in which there is no private key", EXPECTED),
        // The parser's message may quote the file.
        Err(_) => file.refused(reader, "which is not PEM", EXPECTED),
    }
}

/// Whether chain and key belong together.
pub(super) fn fitting(
    chain: PemFile<Vec<CertificateDer<'static>>>,
    key: PemFile<PrivateKeyDer<'static>>,
    reader: &Reader<'_>,
) -> Option<Certificate> {
    let leaf = chain.content.first()?.clone();
    if ParsedCertificate::try_from(&leaf).is_err() {
        let found = format!("{}, whose first certificate cannot be read", quoted(&chain.path.to_string_lossy()));
        reader.fault(Fault::new(&chain.place, found, "a PEM file with a certificate chain"));
        return None;
    }
    let fits = CertifiedKey::from_der(chain.content, key.content, &aws_lc_rs::default_provider());
    match fits {
        Ok(_) => {}
        Err(rustls::Error::InconsistentKeys(_)) => {
            let fault = Fault::new(&key.place, "a key that does not belong to the certificate", KEY_OF_CHAIN);
            reader.fault(fault.hint("in a chain the server's own certificate stands first"));
            return None;
        }
        Err(_) => {
            let found = "a key of a kind that TLS has no use for";
            reader.fault(Fault::new(&key.place, found, "an RSA, ECDSA or Ed25519 key"));
            return None;
        }
    }
    Some(Certificate { place: chain.place, leaf })
}

fn bytes(field: &Field<'_>, reader: &Reader<'_>, expected: &str) -> Option<PemFile<Vec<u8>>> {
    let name = field.text(reader, expected)?;
    let path = reader.path(name);
    match std::fs::read(&path) {
        Ok(content) => Some(PemFile { path, place: field.place.clone(), content }),
        Err(error) => {
            let fault = Fault::new(&field.place, format!("{}, which cannot be read: {error}", quoted(name)), expected);
            reader.fault(reader.with_path(fault, name));
            None
        }
    }
}

impl<T> PemFile<T> {
    fn with<U>(self, content: U) -> PemFile<U> {
        PemFile { path: self.path, place: self.place, content }
    }

    fn refused<U>(&self, reader: &Reader<'_>, why: &str, expected: &str) -> Option<U> {
        let found = format!("{}, {why}", quoted(&self.path.to_string_lossy()));
        reader.fault(Fault::new(&self.place, found, expected));
        None
    }
}
