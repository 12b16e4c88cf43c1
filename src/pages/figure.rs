//! What a page shows rather than asks: a number to compare, a QR code, rules, a wait.

use askama::Template;
use askama::filters::HtmlSafe;

use super::brand::Brand;
use super::text::Sentence;

/// Something to look at.
#[derive(Clone, Debug)]
pub enum Figure {
    /// The number that another device must show.
    Number(String),
    /// A one-time code to copy by hand.
    Code(String),
    /// A QR code, and what to type where a camera is of no use.
    Qr {
        /// The picture.
        image: Option<DataImage>,
        /// What the picture is for, in words.
        alt: String,
        /// The key to type instead.
        secret: Option<String>,
    },
    /// Rules or steps, one a line.
    List {
        /// What they are.
        title: String,
        /// The lines.
        items: Vec<ListItem>,
    },
    /// What to do elsewhere, one thing after the other.
    Steps(Vec<Sentence>),
    /// Names and values.
    Facts(Vec<(String, String)>),
    /// The page waits for something that happens elsewhere.
    Waiting(String),
}

/// One line of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListItem {
    /// What it says.
    pub text: String,
    /// What explains it.
    pub detail: Option<String>,
    /// Where one may read on: judged by whoever made it.
    pub href: Option<String>,
    /// What a password has to keep to be ticked here, where a page can see that.
    pub rule: Option<Rule>,
}

/// A rule for a password that can be judged while it is typed; whether it is kept, the server says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// So many characters.
    Length(u64),
    /// So many upper-case letters.
    UpperCase(u64),
    /// So many lower-case letters.
    LowerCase(u64),
    /// So many digits.
    Numbers(u64),
    /// So many characters that are neither letters nor digits.
    Symbols(u64),
    /// The same character no more often than this in a row.
    Repeats(u64),
    /// No part of the username that stands on the page.
    WithoutUsername,
}

impl Rule {
    /// What the script calls it.
    const fn name(self) -> &'static str {
        match self {
            Self::Length(_) => "length",
            Self::UpperCase(_) => "upper",
            Self::LowerCase(_) => "lower",
            Self::Numbers(_) => "number",
            Self::Symbols(_) => "symbol",
            Self::Repeats(_) => "repeats",
            Self::WithoutUsername => "username",
        }
    }

    const fn count(self) -> u64 {
        match self {
            Self::Length(count)
            | Self::UpperCase(count)
            | Self::LowerCase(count)
            | Self::Numbers(count)
            | Self::Symbols(count)
            | Self::Repeats(count) => count,
            Self::WithoutUsername => 0,
        }
    }
}

impl From<String> for ListItem {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// A picture that is all in its address (RFC 2397): a raster image within bounds, never SVG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataImage(String);

impl DataImage {
    /// The longest address that is put into a page.
    const MAX_LENGTH: usize = 48 * 1024;

    /// Takes `data:image/png;base64,…` (or GIF, JPEG, WebP) whose data is base64 and no longer than a QR code needs.
    ///
    /// SVG is refused although an `img` does not run its scripts: what is saved or opened on its own would.
    pub fn parse(address: &str) -> Option<Self> {
        let (media_type, data) = address.strip_prefix("data:")?.split_once(',')?;
        let known = ["image/png;base64", "image/gif;base64", "image/jpeg;base64", "image/webp;base64"];
        let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
        let fits = address.len() <= Self::MAX_LENGTH && !data.is_empty() && data.bytes().all(is_base64);
        (known.contains(&media_type) && fits).then(|| Self(address.to_owned()))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

impl Figure {
    pub(super) fn on<'a>(&'a self, brand: &'a Brand) -> FigureHtml<'a> {
        FigureHtml { figure: self, brand }
    }
}

#[derive(Template)]
#[template(path = "parts/figure.html")]
pub(super) struct FigureHtml<'a> {
    figure: &'a Figure,
    brand: &'a Brand,
}

// A template of its own: it has escaped what it holds.
impl HtmlSafe for FigureHtml<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_in_an_address_is_a_small_raster_image_or_nothing() {
        assert!(DataImage::parse("data:image/png;base64,iVBORw0KGgo=").is_some());
        for refused in [
            "data:image/svg+xml;base64,PHN2Zz4=",
            "data:image/png,iVBORw0KGgo=",
            "data:text/html;base64,PHNjcmlwdD4=",
            "data:image/png;base64,",
            "data:image/png;base64,\"onerror=alert(1)",
            "data:image/png;charset=x;base64,iVBORw0KGgo=",
            "https://pictures.example/qr.png",
            "javascript:alert(1)",
            "",
        ] {
            assert_eq!(DataImage::parse(refused), None, "{refused}");
        }
        let huge = format!("data:image/png;base64,{}", "A".repeat(5 * 1024 * 1024));
        assert_eq!(DataImage::parse(&huge), None);
    }
}
