//! From the bytes of a body to its text.

use std::borrow::Cow;

/// What some editors and servers put before UTF-8 text.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The text of a body, and how many bytes of byte order mark (0 or 3) were left off its front.
///
/// Valid UTF-8 is borrowed as it lies. Otherwise each invalid sequence becomes one U+FFFD; offsets into the text are
/// then no longer offsets into the bytes.
pub fn text(bytes: &[u8]) -> (Cow<'_, str>, usize) {
    match bytes.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => (String::from_utf8_lossy(rest), BYTE_ORDER_MARK.len()),
        None => (String::from_utf8_lossy(bytes), 0),
    }
}
