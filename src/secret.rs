//! Values that must never be printed.
//!
//! A secret is a type of its own: `Debug` says only that something is there, reading it takes an explicit
//! [`expose`](Secret::expose), and comparing two of them takes the same time wherever they differ.

use std::fmt;

use subtle::ConstantTimeEq as _;

/// A string that grants something to whoever holds it.
#[derive(Clone)]
pub struct Secret(Box<str>);

impl Secret {
    /// Takes the value out of circulation.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into().into_boxed_str())
    }

    /// The value itself, for the one place that sends or derives from it.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl Eq for Secret {}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Declares a secret of its own type, so that a state handle cannot be passed where a code verifier is due.
///
/// The type is (de)serialisable only as a plain string, which is meant for sealed values alone.
#[macro_export]
macro_rules! secret_newtype {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name($crate::secret::Secret);

        impl $name {
            /// Takes the value out of circulation.
            pub fn new(value: impl Into<String>) -> Self {
                Self($crate::secret::Secret::new(value))
            }

            /// The value itself, for the one place that sends or derives from it.
            pub fn expose(&self) -> &str {
                self.0.expose()
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(concat!(stringify!($name), "([redacted])"))
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.expose())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <String as ::serde::Deserialize>::deserialize(deserializer).map(Self::new)
            }
        }
    };
}

#[cfg(test)]
#[expect(unreachable_pub, reason = "the macro declares public types")]
mod tests {
    use super::Secret;

    secret_newtype!(
        /// A handle for the tests.
        Handle
    );

    #[test]
    fn debug_never_shows_what_is_inside() {
        let secret = Secret::new("hunter2");
        let handle = Handle::new("hunter2");

        assert_eq!(format!("{secret:?} {handle:?}"), "[redacted] Handle([redacted])");
    }

    #[test]
    fn two_secrets_are_equal_when_their_values_are() {
        assert_eq!(Secret::new("a"), Secret::new("a"));
        assert_ne!(Secret::new("a"), Secret::new("b"));
        assert_ne!(Secret::new("a"), Secret::new("aa"));
    }
}
