//! QR codes as pictures that a page can show without asking for anything: PNG in a `data:` URL.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use qrcode::{Color, QrCode};

/// Dots a side of one square of the code, and squares of white around it (ISO/IEC 18004 wants four).
const SCALE: usize = 4;
const MARGIN: usize = 4;

/// The picture of that text; empty when it is longer than a QR code can hold.
pub(super) fn data_url(text: &str) -> String {
    let Ok(code) = QrCode::new(text) else { return String::new() };
    let width = code.width();
    let colors = code.to_colors();
    let is_dark = |x: usize, y: usize| {
        let at = |dot: usize| (dot / SCALE).checked_sub(MARGIN).filter(|square| *square < width);
        matches!((at(x), at(y)), (Some(x), Some(y)) if colors[y * width + x] == Color::Dark)
    };
    let side = (width + 2 * MARGIN) * SCALE;
    format!("data:image/png;base64,{}", STANDARD.encode(png(side, is_dark)))
}

/// A square picture in black and white (PNG, third edition), not compressed: it is small enough.
fn png(side: usize, is_dark: impl Fn(usize, usize) -> bool) -> Vec<u8> {
    let mut rows = Vec::new();
    for y in 0..side {
        rows.push(0); // No filter.
        for x in (0..side).step_by(8) {
            let bits = (x..x + 8).map(|x| u8::from(x >= side || !is_dark(x, y)));
            rows.push(bits.fold(0, |byte, bit| byte << 1 | bit));
        }
    }
    let side = u32::try_from(side).unwrap_or_default().to_be_bytes();
    // Width, height, one bit of grey, and the only compression, filter and (no) interlace.
    let header = [&side[..], &side[..], &[1, 0, 0, 0, 0]].concat();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, data) in [(b"IHDR", header), (b"IDAT", zlib(&rows)), (b"IEND", Vec::new())] {
        let chunk = [&name[..], &data].concat();
        png.extend(u32::try_from(data.len()).unwrap_or_default().to_be_bytes());
        png.extend(&chunk);
        png.extend(crc32(&chunk).to_be_bytes());
    }
    png
}

/// A zlib stream (RFC 1950) of stored blocks (RFC 1951 §3.2.4).
fn zlib(data: &[u8]) -> Vec<u8> {
    let mut stream = vec![0x78, 0x01];
    let mut blocks = data.chunks(usize::from(u16::MAX)).peekable();
    while let Some(block) = blocks.next() {
        let length = u16::try_from(block.len()).unwrap_or_default();
        stream.push(u8::from(blocks.peek().is_none()));
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend(block);
    }
    let (low, high) = data.iter().fold((1_u32, 0_u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    stream.extend((high << 16 | low).to_be_bytes());
    stream
}

fn crc32(data: &[u8]) -> u32 {
    !data.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_a_picture_of_the_right_size() {
        let url = data_url("otpauth://totp/org.example:ada?secret=GEZDGNBVGY3TQOJQ");

        let png = STANDARD.decode(url.strip_prefix("data:image/png;base64,").expect("the type")).expect("base64");
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
        // Version 4 has 33 squares a side.
        assert_eq!(png[16..24], [0, 0, 0, 164, 0, 0, 0, 164]);
        assert!(png.ends_with(b"IEND\xae\x42\x60\x82"), "the checksum that every PNG ends with");
    }

    #[test]
    fn checksums_are_the_published_ones() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert!(zlib(b"Wikipedia").ends_with(&0x11e6_0398_u32.to_be_bytes()));
    }
}
