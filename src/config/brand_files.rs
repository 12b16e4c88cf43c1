//! The files of a brand: pictures, a stylesheet, words. They are read whole, within bounds, and looked at.

use std::fs::File;
use std::io::{self, Read as _};

use bytes::Bytes;

use super::faults::{Fault, quoted};
use super::reader::{Field, Reader};
use crate::pages::{Picture, PictureKind};

/// The largest picture: it is on every first page.
const LARGEST_PICTURE: u64 = 128 * 1024;
/// The most pixels a side: a small file may unpack into more than a telephone holds.
const MOST_PIXELS: u32 = 4096;
/// The largest stylesheet.
const LARGEST_STYLESHEET: u64 = 64 * 1024;
/// The largest catalogue.
const LARGEST_WORDS: u64 = 256 * 1024;

/// A picture that browsers show.
pub(super) fn picture(field: &Field<'_>, reader: &Reader<'_>) -> Option<Picture> {
    const EXPECTED: &str = "the path of a picture: SVG, PNG, WebP, JPEG or ICO, at most 128 KiB";
    let (name, bytes) = read(field, reader, LARGEST_PICTURE, EXPECTED)?;
    let Some(kind) = PictureKind::of(&bytes) else {
        refuse(field, reader, name, "which is not a picture that browsers show", EXPECTED);
        return None;
    };
    if let Some((width, height)) = kind.pixels(&bytes).filter(|(width, height)| *width.max(height) > MOST_PIXELS) {
        let why = format!("a picture of {width} by {height} pixels");
        refuse(field, reader, name, &why, "a picture of at most 4096 pixels a side");
        return None;
    }
    Some(Picture { kind, bytes: Bytes::from(bytes) })
}

/// A stylesheet of the operator's own.
pub(super) fn stylesheet(field: &Field<'_>, reader: &Reader<'_>) -> Option<String> {
    const EXPECTED: &str = "the path of a stylesheet of at most 64 KiB";
    let text = text(field, reader, LARGEST_STYLESHEET, EXPECTED)?;
    let loads_from_elsewhere = ["@import", "url(http", "url(\"http", "url('http", "url(//"];
    if loads_from_elsewhere.iter().any(|part| text.to_ascii_lowercase().contains(part)) {
        reader.warn(
            &field.place,
            "pages load nothing from elsewhere, so what this stylesheet refers to there is not shown",
        );
    }
    Some(text)
}

/// Words in the format of the catalogues.
pub(super) fn words_file(field: &Field<'_>, reader: &Reader<'_>) -> Option<String> {
    text(
        field,
        reader,
        LARGEST_WORDS,
        "the path of a file with messages (Fluent), at most 256 KiB, or the messages themselves",
    )
}

fn text(field: &Field<'_>, reader: &Reader<'_>, largest: u64, expected: &str) -> Option<String> {
    let (name, bytes) = read(field, reader, largest, expected)?;
    let text = String::from_utf8(bytes).ok();
    if text.is_none() {
        refuse(field, reader, name, "which is not UTF-8", expected);
    }
    text
}

fn read<'n>(field: &Field<'n>, reader: &Reader<'_>, largest: u64, expected: &str) -> Option<(&'n str, Vec<u8>)> {
    let name = field.free_text(reader, expected)?;
    let mut bytes = Vec::new();
    let read: io::Result<usize> =
        File::open(reader.path(name)).and_then(|file| file.take(largest + 1).read_to_end(&mut bytes));
    match read {
        Err(error) => refuse(field, reader, name, &format!("which cannot be read: {error}"), expected),
        Ok(_) if bytes.len() as u64 > largest => refuse(field, reader, name, "which is larger", expected),
        Ok(0) => refuse(field, reader, name, "which is empty", expected),
        Ok(_) => return Some((name, bytes)),
    }
    None
}

fn refuse(field: &Field<'_>, reader: &Reader<'_>, name: &str, why: &str, expected: &str) {
    let fault = Fault::new(&field.place, format!("{}, {why}", quoted(name)), expected);
    reader.fault(reader.with_path(fault, name));
}
