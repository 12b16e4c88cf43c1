//! The pictures of the sprite, and the tones things are said in.

/// A picture of the sprite; always beside words that say the same, so it is hidden from assistive technology.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after what it shows")]
pub enum Icon {
    Alert,
    Building,
    Call,
    Card,
    Check,
    Chevron,
    Clock,
    Cloud,
    Code,
    Devices,
    Door,
    Eye,
    EyeClosed,
    Info,
    Key,
    Lock,
    Mail,
    Message,
    Page,
    Password,
    Person,
    Phone,
    Question,
    Search,
    Shield,
    Ticket,
    Unlock,
    Warning,
    Waves,
    Window,
}

impl Icon {
    /// All of them, for the test that the sprite has each.
    #[cfg(test)]
    pub(super) const ALL: [Self; 30] = [
        Self::Alert,
        Self::Building,
        Self::Call,
        Self::Card,
        Self::Check,
        Self::Chevron,
        Self::Clock,
        Self::Cloud,
        Self::Code,
        Self::Devices,
        Self::Door,
        Self::Eye,
        Self::EyeClosed,
        Self::Info,
        Self::Key,
        Self::Lock,
        Self::Mail,
        Self::Message,
        Self::Page,
        Self::Password,
        Self::Person,
        Self::Phone,
        Self::Question,
        Self::Search,
        Self::Shield,
        Self::Ticket,
        Self::Unlock,
        Self::Warning,
        Self::Waves,
        Self::Window,
    ];

    /// Its name in the sprite.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Alert => "alert",
            Self::Building => "building",
            Self::Call => "call",
            Self::Card => "card",
            Self::Check => "check",
            Self::Chevron => "chevron",
            Self::Clock => "clock",
            Self::Cloud => "cloud",
            Self::Code => "code",
            Self::Devices => "devices",
            Self::Door => "door",
            Self::Eye => "eye",
            Self::EyeClosed => "eye-closed",
            Self::Info => "info",
            Self::Key => "key",
            Self::Lock => "lock",
            Self::Mail => "mail",
            Self::Message => "message",
            Self::Page => "page",
            Self::Password => "password",
            Self::Person => "person",
            Self::Phone => "phone",
            Self::Question => "question",
            Self::Search => "search",
            Self::Shield => "shield",
            Self::Ticket => "ticket",
            Self::Unlock => "unlock",
            Self::Warning => "warning",
            Self::Waves => "waves",
            Self::Window => "window",
        }
    }
}

/// In which tone something is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Plainly.
    #[default]
    Calm,
    /// Something went well.
    Success,
    /// Something will go wrong unless somebody acts.
    Warning,
    /// Something went wrong.
    Danger,
}

impl Tone {
    /// The class of the stylesheet that colours it.
    pub(super) const fn class(self) -> Option<&'static str> {
        match self {
            Self::Calm => None,
            Self::Success => Some("success"),
            Self::Warning => Some("warning"),
            Self::Danger => Some("danger"),
        }
    }

    /// The picture beside it.
    pub(super) const fn icon(self) -> Icon {
        match self {
            Self::Calm => Icon::Info,
            Self::Success => Icon::Check,
            Self::Warning => Icon::Warning,
            Self::Danger => Icon::Alert,
        }
    }
}

/// The picture above a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Emblem {
    /// What it shows.
    pub icon: Icon,
    /// In which tone.
    pub tone: Tone,
}

impl From<Icon> for Emblem {
    fn from(icon: Icon) -> Self {
        Self { icon, tone: Tone::Calm }
    }
}
