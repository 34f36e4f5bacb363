//! From the bytes of a body to its text.

use std::borrow::Cow;

/// What some editors and servers put before UTF-8 text.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The text of a body, and how many bytes of byte order mark (0 or 3) were left off its front.
///
/// Valid UTF-8 is borrowed as it lies. Otherwise each invalid sequence becomes one U+FFFD; offsets into the text are
/// then no longer offsets into the bytes.
pub fn text(bytes: &[u8]) -> (Cow<'_, str>, usize) {
    let content = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    // Asking first is faster than the lossy conversion's own way through valid text.
    let text = match std::str::from_utf8(content) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(content),
    };
    (text, bytes.len() - content.len())
}
