//! What an operator made of a site's pages: pictures, colours, links, words.
//!
//! Everything in here has been judged by whoever made it: links lead where a link may lead, pictures are pictures, and
//! colours stand out from the page.

use bytes::Bytes;

use super::language::Language;
use super::palette::Palette;
use super::texts::Texts;

/// How the pages of a site look and speak; the default is ours.
#[derive(Clone, Debug)]
pub struct Look {
    /// Stands in the header instead of the letter of ours.
    pub logo: Option<Logo>,
    /// On the tab of the browser.
    pub icon: Option<Picture>,
    /// Colours other than ours.
    pub palette: Option<Palette>,
    /// A stylesheet that comes after ours.
    pub stylesheet: Option<Bytes>,
    /// Help and legal pages, in the order they are shown.
    pub links: Vec<LinkInLanguages>,
    /// Who helps when signing in does not work.
    pub help: Option<Help>,
    /// The languages that its pages speak; never empty.
    pub languages: Vec<Language>,
    /// The one for browsers that ask for none of them; it is among them.
    pub language: Language,
    /// Words that are said instead of ours.
    pub texts: Texts,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            logo: None,
            icon: None,
            palette: None,
            stylesheet: None,
            links: Vec::new(),
            help: None,
            languages: Language::ALL.to_vec(),
            language: Language::default(),
            texts: Texts::default(),
        }
    }
}

/// The picture in the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// The picture.
    pub picture: Picture,
    /// The one on dark pages.
    pub dark: Option<Picture>,
    /// Whether the name stands beside it; a logo that holds the name needs no second one.
    pub beside_name: bool,
}

/// A picture as its file holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What kind of file it is.
    pub kind: PictureKind,
    /// Its content.
    pub bytes: Bytes,
}

/// The kinds of pictures that every browser shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics.
    Png,
    /// WebP.
    Webp,
    /// JPEG.
    Jpeg,
    /// The icon files that browsers have read since long ago.
    Ico,
}

impl PictureKind {
    /// What the bytes are, whatever the file is called.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if bytes.starts_with(b"\xff\xd8\xff") {
            Some(Self::Jpeg)
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Some(Self::Webp)
        } else if bytes.starts_with(b"\x00\x00\x01\x00") {
            Some(Self::Ico)
        } else {
            std::str::from_utf8(bytes).ok().filter(|text| is_svg(text)).map(|_| Self::Svg)
        }
    }

    /// Width and height as its header tells them; nothing for a kind that has no pixels of its own, or a header that cannot be read.
    pub fn pixels(self, bytes: &[u8]) -> Option<(u32, u32)> {
        match self {
            Self::Png => Some((big(bytes.get(16..20)?), big(bytes.get(20..24)?))),
            Self::Jpeg => jpeg_pixels(bytes),
            Self::Webp => webp_pixels(bytes),
            // 256 pixels a side at most, and drawn from shapes.
            Self::Ico | Self::Svg => None,
        }
    }

    /// The media type it is served with.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Jpeg => "image/jpeg",
            Self::Ico => "image/x-icon",
        }
    }

    /// The end of the name it is served under.
    pub(super) const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Jpeg => "jpg",
            Self::Ico => "ico",
        }
    }
}

/// Whether the first element is `svg`, after what XML allows before it.
fn is_svg(text: &str) -> bool {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    while ["<?xml", "<!--", "<!DOCTYPE svg"].iter().any(|before| rest.starts_with(before)) {
        let end = if rest.starts_with("<!--") { "-->" } else { ">" };
        let Some((_, behind)) = rest.split_once(end) else { return false };
        rest = behind.trim_start();
    }
    rest.strip_prefix("<svg")
        .is_some_and(|rest| rest.starts_with(|after: char| after.is_whitespace() || matches!(after, '>' | '/')))
}

/// A link whose label may differ from language to language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkInLanguages {
    /// What it is called.
    pub label: Wording,
    /// Where it leads.
    pub href: String,
}

/// Who helps when signing in does not work: words, a page, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// A sentence such as "Call extension 4821.".
    pub text: Option<Wording>,
    /// A page.
    pub href: Option<String>,
}

/// Words of an operator: the same everywhere, or some for each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// Where no other words are known.
    pub otherwise: String,
    /// The words for single languages.
    pub by_language: Vec<(Language, String)>,
}

impl Wording {
    /// The words for that language.
    pub fn in_language(&self, wanted: Language) -> &str {
        let own = self.by_language.iter().find(|(language, _)| *language == wanted);
        own.map_or(&self.otherwise, |(_, words)| words)
    }
}

/// A number with its greatest byte first.
fn big(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// A number with its least byte first.
fn little(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// Segment by segment up to the frame header (ITU-T T.81, B.2.2).
fn jpeg_pixels(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.get(2..)?;
    loop {
        let (marker, after) = (*rest.get(1)?, rest.get(2..)?);
        match marker {
            // Fill, and markers that stand alone.
            0xff => rest = rest.get(1..)?,
            0x01 | 0xd0..=0xd8 => rest = after,
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                return Some((big(after.get(5..7)?), big(after.get(3..5)?)));
            }
            // Beyond this there are no more headers.
            0xd9 | 0xda => return None,
            _ => rest = after.get(usize::try_from(big(after.get(..2)?)).ok()?..)?,
        }
    }
}

/// Of the simple kinds or the extended one (RFC 9649, section 2).
fn webp_pixels(bytes: &[u8]) -> Option<(u32, u32)> {
    let data = bytes.get(20..)?;
    match bytes.get(12..16)? {
        b"VP8 " => Some((little(data.get(6..8)?) & 0x3fff, little(data.get(8..10)?) & 0x3fff)),
        b"VP8L" => {
            let bits = little(data.get(1..5)?);
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        b"VP8X" => Some((little(data.get(4..7)?) + 1, little(data.get(7..10)?) + 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_what_its_bytes_say() {
        for (bytes, kind) in [
            (b"\x89PNG\r\n\x1a\n...".as_slice(), Some(PictureKind::Png)),
            (b"\xff\xd8\xff\xe0", Some(PictureKind::Jpeg)),
            (b"RIFF\x24\x00\x00\x00WEBPVP8 ", Some(PictureKind::Webp)),
            (b"\x00\x00\x01\x00\x01\x00", Some(PictureKind::Ico)),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", Some(PictureKind::Svg)),
            (b"<?xml version=\"1.0\"?>\n<!-- ours > theirs -->\n<svg>", Some(PictureKind::Svg)),
            (b"RIFF\x24\x00\x00\x00WAVE", None),
            (b"<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\"><svg/>", Some(PictureKind::Svg)),
            (b"<html><svg></svg></html>", None),
            (b"<!doctype html><svg></svg>", None),
            (b"<svgx>", None),
            (b"<!-- never ends <svg>", None),
            (b"GIF89a", None),
            (b"", None),
        ] {
            assert_eq!(PictureKind::of(bytes), kind, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn the_pixels_of_a_picture_stand_in_its_header() {
        let png = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &[0, 0, 0x12, 0x34, 0, 0, 0, 9]].concat();
        let jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc2\x00\x0b\x08\x00\x09\x12\x34\x01";
        let lossy = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x34\x12\x09\x00";
        let lossless = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x33\x12\x02\x00";
        let extended = b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x33\x12\x00\x08\x00\x00";

        for bytes in [&png[..], jpeg, lossy, lossless, extended] {
            let kind = PictureKind::of(bytes).expect("a picture");
            assert_eq!(kind.pixels(bytes), Some((0x1234, 9)), "{kind:?}");
            for end in 0..bytes.len() {
                let _ = kind.pixels(&bytes[..end]);
            }
        }
        assert_eq!(PictureKind::Jpeg.pixels(b"\xff\xd8\xff\xda\x00\x02"), None);
        assert_eq!(PictureKind::Jpeg.pixels(b"\xff\xd8\xff\xe0\x00\x00\xff\xe0\x00\x00"), None);
    }
}
