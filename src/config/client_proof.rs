//! How a client proves who it is: with a secret, with a private key, or not at all.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use super::faults::{Fault, quoted};
use super::file;
use super::reader::{Field, Reader};
use super::secrets::{self, warn_when_everybody_reads};
use super::{ClientAuthentication, words};
use crate::private_key::{PrivateKey, PrivateKeyError};
use crate::secret::Secret;

const KEY: &str = "a private key: { file: PATH }";
const KEY_FILE: &str = "one private key, RSA of at least 2048 bits or P-256, P-384 or P-521, as PEM or JWK";

/// No key that anybody uses is larger than this.
const LARGEST: u64 = 64 * 1024;

/// HS256 wants a key as long as its hash (RFC 7518 §3.2), and Okta says so too.
const SHORTEST_SIGNING_SECRET: usize = 32;

/// What a client proves itself with, and how.
pub(super) struct Proof {
    pub(super) secret: Option<Secret>,
    pub(super) key: Option<PrivateKey>,
    pub(super) authentication: ClientAuthentication,
}

/// The keys of the section that belong together.
pub(super) struct Fields<'n> {
    pub(super) secret: Option<Field<'n>>,
    pub(super) key: Option<Field<'n>>,
    pub(super) authentication: Option<Field<'n>>,
}

/// Reads them and notes where they do not fit.
pub(super) fn read(fields: &Fields<'_>, reader: &Reader<'_>) -> Option<Proof> {
    let authentication = authentication(fields, reader);
    let secret = fields.secret.as_ref().map(|field| secrets::read(field, reader));
    let key = fields.key.as_ref().map(|field| key(field, reader));
    if let (Some(_), Some(key)) = (&fields.secret, &fields.key) {
        let fault = Fault::new(&key.place, "a private key beside a client secret", "one of the two");
        reader.fault(fault.hint("the client is registered either with a secret or with the public half of a key"));
        return None;
    }
    let (authentication, secret, key) = (authentication?, present(secret)?, present(key)?);
    let is_short = |secret: &Secret| secret.expose().len() < SHORTEST_SIGNING_SECRET;
    if let (ClientAuthentication::ClientSecretJwt, Some(field)) = (authentication, &fields.secret)
        && secret.as_ref().is_some_and(is_short)
    {
        let expected = format!("at least {SHORTEST_SIGNING_SECRET} characters for `client_secret_jwt`");
        let fault = Fault::new(&field.place, "a client secret that is too short to sign with", expected);
        reader
            .fault(fault.hint("let the org make the secret, or send it: `client_authentication: client_secret_post`"));
        return None;
    }
    Some(Proof { secret, key, authentication })
}

/// Outer `None`: a fault was noted.
fn present<T>(read: Option<Option<T>>) -> Option<Option<T>> {
    match read {
        Some(read) => read.map(Some),
        None => Some(None),
    }
}

fn authentication(fields: &Fields<'_>, reader: &Reader<'_>) -> Option<ClientAuthentication> {
    use ClientAuthentication::{ClientSecretPost, None as Public, PrivateKeyJwt};

    let Some(field) = &fields.authentication else {
        return Some(match (&fields.secret, &fields.key) {
            (_, Some(_)) => PrivateKeyJwt,
            // The body is where Okta's own libraries put it, at `interact` as at the token endpoint.
            (Some(_), None) => ClientSecretPost,
            (None, None) => Public,
        });
    };
    let authentication = field.word(reader)?;
    let fault = match (authentication, &fields.secret, &fields.key) {
        (PrivateKeyJwt, _, None) => {
            let fault = Fault::new(&field.place, "a signature, but no private key", "both or neither");
            fault.hint("add `private_key: { file: PATH }`, or take this out")
        }
        (PrivateKeyJwt, _, Some(_)) => return Some(authentication),
        (_, None, Some(_)) => {
            let found = format!("`{}` beside a private key", words::text(authentication));
            Fault::new(&field.place, found, "`private_key_jwt`, which may be left out")
        }
        (_, None, None) => {
            let found = "a way to send the client secret, but no client secret";
            let fault = Fault::new(&field.place, found, "both or neither");
            fault.hint("add `client_secret`, or take this out for a public client")
        }
        (_, Some(_), _) => return Some(authentication),
    };
    reader.fault(fault);
    None
}

fn key(field: &Field<'_>, reader: &Reader<'_>) -> Option<PrivateKey> {
    let mut section = field.section::<file::PrivateKey>(reader, KEY)?;
    let file = section.required("file", "the path of a file with the private key");
    let key_id = section.optional("key_id");
    section.finish();

    let key_id = key_id.map(|field| {
        let expected = "the name of the key at the server, without spaces";
        let text = field.free_text(reader, expected)?;
        if text.contains(|c: char| c.is_whitespace() || c.is_control()) {
            field.unlike(reader, expected);
            return None;
        }
        Some(text.to_owned())
    });
    let key = file.and_then(|field| key_in(&field, reader));
    Some(match key_id {
        Some(name) => key?.named(name?),
        None => key?,
    })
}

fn key_in(field: &Field<'_>, reader: &Reader<'_>) -> Option<PrivateKey> {
    let name = field.free_text(reader, "the path of a file with the private key")?;
    let path = reader.path(name);
    warn_when_everybody_reads(&path, field, reader);
    let content = match read_bounded(&path) {
        Ok(content) => content,
        Err(error) => {
            let found = format!("{}, which cannot be read: {error}", quoted(name));
            reader.fault(reader.with_path(Fault::new(&field.place, found, KEY_FILE), name));
            return None;
        }
    };
    match PrivateKey::read(&content) {
        Ok(key) => Some(key),
        Err(error) => {
            let fault = Fault::new(&field.place, format!("{}, {error}", quoted(name)), KEY_FILE);
            reader.fault(match hint(&error) {
                Some(hint) => fault.hint(hint),
                None => fault,
            });
            None
        }
    }
}

fn hint(error: &PrivateKeyError) -> Option<&'static str> {
    Some(match error {
        PrivateKeyError::PublicKey => {
            "that half is registered at the org; the gateway signs with the other, which the org shows once, when it \
             makes the pair"
        }
        PrivateKeyError::Encrypted => "take the passphrase away with `openssl pkey`, and close the file to others",
        PrivateKeyError::TooShort => "make another with `openssl genrsa 2048`, and register its public half",
        PrivateKeyError::Kind => "make another with `openssl genrsa 2048`, and register its public half",
        _ => return None,
    })
}

fn read_bounded(path: &Path) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    File::open(path)?.take(LARGEST + 1).read_to_end(&mut content)?;
    if content.len() as u64 > LARGEST {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "it is larger than any key"));
    }
    Ok(content)
}
