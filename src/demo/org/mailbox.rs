//! What the org has sent: e-mails, text messages and calls, all read in one inbox.

/// How a code was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// By e-mail.
    Email,
    /// By text message.
    Sms,
    /// By a call with a voice that reads it aloud.
    Voice,
}

/// A message with a code or a link.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Whose code it is.
    pub login: String,
    /// Address or number.
    pub recipient: String,
    /// How it was sent.
    pub channel: Channel,
    /// The code; empty where there is only a link.
    pub code: String,
    /// In e-mails: the magic link, or one that activates or recovers the account.
    pub link: Option<String>,
    /// When, in seconds since the epoch.
    pub at: u64,
}

/// Six digits that nobody can guess in five tries.
pub(super) fn new_code() -> String {
    let number = u32::from_le_bytes(crate::random::bytes::<4>());
    format!("{:06}", number % 1_000_000)
}
