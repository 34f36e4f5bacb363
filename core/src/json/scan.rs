//! The search that reading and writing strings share: where is the next byte that cannot simply be copied?

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const HIGH: u64 = ONES << 7;

/// The first position at or after `at` of a quote, a backslash or a control character (below U+0020);
/// the length of `bytes` if there is none.
#[inline]
#[cfg_attr(small, optimize(speed))]
pub(super) fn special(bytes: &[u8], mut at: usize) -> usize {
    while let Some(word) = word(bytes, at) {
        let found = specials(word);
        if found != 0 {
            return at + (found.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    if at < bytes.len()
        && let Some(before) = bytes.len().checked_sub(8)
        && let Some(word) = word(bytes, before)
    {
        // The last eight bytes at once, if those of them before `at` hold nothing special that could blur the rest.
        let found = specials(word);
        if found == 0 {
            return bytes.len();
        }
        let first = before + (found.trailing_zeros() / 8) as usize;
        if first >= at {
            return first;
        }
    }
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|&byte| is_special(byte)).unwrap_or(rest.len())
}

/// The eight bytes from `at` on.
#[inline]
fn word(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..).and_then(<[u8]>::first_chunk).map(|chunk| u64::from_le_bytes(*chunk))
}

/// Whether any byte is zero or 0xEF, with which U+FFFD begins. It may say so of a text that holds neither.
#[cfg_attr(small, optimize(speed))]
pub(crate) fn may_hold_nul_or_replacement(bytes: &[u8]) -> bool {
    let zero = |word: u64| word.wrapping_sub(ONES) & !word & HIGH;
    let mut words = bytes.chunks_exact(8);
    let mut found = 0;
    for chunk in words.by_ref() {
        let word = u64::from_le_bytes(chunk.try_into().unwrap_or_default());
        found |= zero(word) | zero(word ^ (ONES * 0xEF));
    }
    found != 0 || words.remainder().iter().any(|byte| matches!(byte, 0 | 0xEF))
}

/// Whether a string's byte needs more than copying.
const fn is_special(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\' | ..0x20)
}

/// The high bit of each of the eight bytes that is special. Bits above the lowest one set may be wrong
/// (the subtraction borrows), the lowest one is right.
#[inline]
const fn specials(word: u64) -> u64 {
    // 0x02 turns the quote (0x22) into 0x20 and moves no other byte across the border at 0x20.
    let quote_or_control = (word ^ (ONES * 0x02)).wrapping_sub(ONES * 0x21);
    let backslash = (word ^ (ONES * 0x5C)).wrapping_sub(ONES);
    // Bytes from 0x80 on are parts of a character outside ASCII: never special.
    (quote_or_control | backslash) & !word & HIGH
}
