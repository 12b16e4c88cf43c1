//! The Identity Engine protocol: what an org offers, and what is sent back.
//!
//! The Identity Engine drives a sign-in with documents in a JSON dialect of ION. Each document lists *remediations*
//! (the forms that the server is willing to accept now), *messages* and the *authenticators* they concern; which
//! forms come, and in which order, is decided by the org's policies at run time. So nothing here knows a sequence of
//! steps: a [`Document`] is read by its own description, and a [`Form`] builds the body that it describes from
//! whatever a browser sent.
//!
//! The model is pure: bytes in, values out, no socket, no clock, no log. [`Client`] is the thin part that moves
//! bytes. Neither knows HTML, transactions or OAuth: the end of a conversation is an [`InteractionCode`], and what
//! is done with it is somebody else's business.
//!
//! There is no public specification of this protocol; the shapes are those that Okta's published libraries read and
//! write. Documents come from outside and are treated so: whatever is missing, misplaced or of the wrong type is
//! passed over, never a panic, and what cannot be read at all is a [`NotADocument`].

mod action;
mod authenticator;
mod client;
mod document;
mod field;
mod form;
mod giving_up;
mod href;
mod json;
mod kept_messages;
mod message;
mod relation;
mod revision;
mod submission;

pub use authenticator::{App, Authenticator, User};
pub use client::{Client, IdxError};
pub use document::{Document, MAX_DOCUMENT_BYTES, NotADocument, Outcome};
pub use field::{ChoiceOption, Content, ControlName, Field, Presentation, Variant};
pub use form::{Form, Method};
pub use giving_up::GivingUp;
pub use href::{ForeignHref, Href, OrgOrigin};
pub use message::{Link, Message, MessageClass};
pub use relation::Relation;
pub use revision::{Revision, RevisionError, Shape};
pub use submission::{FaultReason, InputFault, Inputs};

crate::secret_newtype!(
    /// Identifies the OAuth transaction at the Identity Engine; used only to introspect.
    ///
    /// It lives as long as the transaction does: introspecting it again is how a sign-in is resumed.
    InteractionHandle
);

crate::secret_newtype!(
    /// What a finished conversation is worth: redeemed once, within a minute, at the token endpoint.
    InteractionCode
);

crate::secret_newtype!(
    /// The bearer secret of the running conversation; it may change with every document and may be kilobytes long.
    StateHandle
);
