//! What the tests stand on: a gateway on free ports, clients that can say anything, applications that write down what reached them.

pub(crate) mod application;
pub(crate) mod browser;
pub(crate) mod client_key;
pub(crate) mod demanded;
pub(crate) mod fleet;
pub(crate) mod gateway;
pub(crate) mod house;
pub(crate) mod http2;
pub(crate) mod levels;
pub(crate) mod log;
pub(crate) mod meddler;
pub(crate) mod people;
pub(crate) mod process;
pub(crate) mod programs;
pub(crate) mod raw;
pub(crate) mod recordings;
pub(crate) mod redis_server;
pub(crate) mod scripted_org;
pub(crate) mod security_key;
pub(crate) mod tls;
pub(crate) mod visit;
pub(crate) mod walk;

/// The lines of an attack list: `\xNN` stands for a byte, lines that begin with `# ` are comments.
pub(crate) fn attack_lines(list: &str) -> Vec<Vec<u8>> {
    let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    lines
        .map(|line| {
            let mut pieces = line.split("\\x");
            let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
            for piece in pieces {
                let byte = piece.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
                bytes.push(byte.expect("two hexadecimal digits"));
                bytes.extend_from_slice(&piece.as_bytes()[2..]);
            }
            bytes
        })
        .collect()
}
