//! What stands between two separators, found with the processor's vectors: heads and cookie lines are looked through for each request.

use std::iter;

/// The pieces of `text` between its separators; one more than there are of these.
pub fn pieces(text: &[u8], separator: u8) -> impl Iterator<Item = &[u8]> {
    let mut start = 0;
    memchr::memchr_iter(separator, text).chain(iter::once(text.len())).map(move |end| {
        let piece = &text[start..end];
        start = end + 1;
        piece
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_piece_more_than_separators() {
        let of = |text: &'static str| pieces(text.as_bytes(), b';').collect::<Vec<_>>();

        assert_eq!(of("a;bc;"), [&b"a"[..], b"bc", b""]);
        assert_eq!(of(";"), [b"", b""]);
        assert_eq!(of(""), [b""]);
    }
}
