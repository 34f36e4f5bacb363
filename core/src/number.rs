//! Phone numbers: from what people paste to the digits that a gateway takes.
//!
//! Both families want digits only, country code first (Infobip: vendor documentation of `to`, "international
//! format", E.164; smslist: deployments' documentation, `254…` or `07…`). What is removed here never carries meaning
//! in a phone number; whatever might, is refused and left to a person.

/// Which gateway's numbers: what a number without country code means there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Home {
    /// Nothing: every number needs its country code (Infobip).
    International,
    /// Kenya, country code 254 (smslist).
    Kenya,
}

/// Why a text is no phone number for a gateway. Offsets are in bytes of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberError {
    /// No digit in it, besides an international prefix.
    Empty,
    /// A character that belongs to no phone number, or a `+` that is not at the start. The first one is named.
    Character {
        /// Where it begins.
        offset: usize,
        /// Which it is.
        character: char,
    },
    /// `(0)` after a country code, as in `+44 (0) 20 …`: to be dialled from home only, except where it is not (Italy).
    TrunkZero {
        /// Where its bracket begins.
        offset: usize,
    },
    /// Fewer digits than the caller's least, counted after cleaning.
    TooShort {
        /// How many there are.
        digits: usize,
    },
    /// More digits than the caller's most, counted after cleaning.
    TooLong {
        /// How many there are.
        digits: usize,
    },
    /// A number without country code.
    Local,
}

/// Appends the cleaned digits to `out`; true when they differ from `input`. On error `out` stays as it was.
///
/// Spaces of every width (not line breaks), dashes, dots, round and square brackets, and invisible marks are removed
/// wherever they stand; a `+` at the start, or else `00`, too. For [`Home::Kenya`], where neither of the two was
/// there, ten digits from `07` or `01` (documented forms) and nine from `7` or `1` (a spreadsheet's lost zero,
/// inferred) get `254`, and `2540…` of 13 digits loses its zero (inferred). Every other leading zero is
/// [`NumberError::Local`]. The bounds are for the cleaned digits.
///
/// Cleaning a cleaned number changes nothing.
///
/// # Errors
///
/// See [`NumberError`]. The first fault in the text is reported before those of the number as a whole.
#[cfg_attr(small, optimize(speed))]
pub(crate) fn clean(input: &str, home: Home, min: usize, max: usize, out: &mut String) -> Result<bool, NumberError> {
    if is_clean(input.as_bytes(), home, min, max) {
        out.push_str(input);
        return Ok(false);
    }
    let scan = scan(input)?;
    let (skip, prefix) = scan.plan(home)?;
    check_length(scan.count - skip + prefix.len(), min, max)?;
    out.push_str(prefix);
    push_digits(input, skip, out);
    Ok(true)
}

/// Whether a number can go out exactly as it is: digits only, within the bounds, in a form that the gateway documents.
/// For [`Home::International`] that is one without leading zero (vendor documentation, "international format"); for
/// [`Home::Kenya`] also `07…` and `01…` of ten digits (deployments' documentation), as given.
///
/// # Errors
///
/// See [`NumberError`]. Every separator, and a `+`, is a [`NumberError::Character`].
pub(crate) fn exact(input: &str, home: Home, min: usize, max: usize) -> Result<(), NumberError> {
    if let Some((offset, character)) = input.char_indices().find(|(_, character)| !character.is_ascii_digit()) {
        return Err(NumberError::Character { offset, character });
    }
    let digits = input.as_bytes();
    if digits.is_empty() {
        return Err(NumberError::Empty);
    }
    let kenyan = home == Home::Kenya && digits.len() == 10 && matches!(digits, [b'0', b'1' | b'7', ..]);
    if !kenyan && lacks_country_code(digits, digits.len(), home) {
        return Err(NumberError::Local);
    }
    check_length(digits.len(), min, max)
}

/// Appends the ASCII digits of a text but for the first few.
fn push_digits(input: &str, mut skipped: usize, out: &mut String) {
    for digit in input.bytes().filter(u8::is_ascii_digit) {
        match skipped.checked_sub(1) {
            Some(left) => skipped = left,
            None => out.push(char::from(digit)),
        }
    }
}

/// Appends the ASCII digits of a text, for comparing the numbers of a reply with those that were sent.
pub(crate) fn digits_only(input: &str, out: &mut String) {
    if input.bytes().all(|byte| byte.is_ascii_digit()) {
        out.push_str(input);
    } else {
        push_digits(input, 0, out);
    }
}

/// The usual case, decided without looking at characters.
#[cfg_attr(small, optimize(speed))]
pub(crate) fn is_clean(input: &[u8], home: Home, min: usize, max: usize) -> bool {
    (min..=max).contains(&input.len())
        && !input.is_empty()
        && input.iter().all(u8::is_ascii_digit)
        && !lacks_country_code(input, input.len(), home)
}

/// Whether digits, of which the first few and the count are known, begin with no country code.
fn lacks_country_code(first: &[u8], count: usize, home: Home) -> bool {
    match first {
        [b'0', ..] => true,
        [b'1' | b'7', ..] => home == Home::Kenya && count == 9,
        [b'2', b'5', b'4', b'0', ..] => home == Home::Kenya,
        _ => false,
    }
}

fn check_length(digits: usize, min: usize, max: usize) -> Result<(), NumberError> {
    if digits < min {
        Err(NumberError::TooShort { digits })
    } else if digits > max {
        Err(NumberError::TooLong { digits })
    } else {
        Ok(())
    }
}

/// The digits of a text: how many, the first ones, and whether a `+` stood before them.
struct Scan {
    plus: bool,
    count: usize,
    first: [u8; 8],
}

/// Goes through the text once and refuses what cannot be removed.
fn scan(input: &str) -> Result<Scan, NumberError> {
    let mut scan = Scan { plus: false, count: 0, first: [0; 8] };
    // Since the last opening bracket that follows a digit: where it was, and whether just a zero came after it.
    let mut bracket: Option<(usize, Inside)> = None;
    for (offset, character) in input.char_indices() {
        match character {
            '0'..='9' => {
                if let Some(slot) = scan.first.get_mut(scan.count) {
                    *slot = character as u8;
                }
                scan.count += 1;
                if let Some((_, inside)) = &mut bracket {
                    *inside = match (*inside, character) {
                        (Inside::Nothing, '0') => Inside::Zero,
                        _ => Inside::Other,
                    };
                }
            }
            '(' | '[' => bracket = (scan.count > 0).then_some((offset, Inside::Nothing)),
            ')' | ']' => {
                if let Some((offset, Inside::Zero)) = bracket.take() {
                    return Err(NumberError::TrunkZero { offset });
                }
            }
            '+' if scan.count == 0 && !scan.plus => scan.plus = true,
            _ if is_separator(character) => {}
            _ => return Err(NumberError::Character { offset, character }),
        }
    }
    Ok(scan)
}

#[derive(Clone, Copy)]
enum Inside {
    Nothing,
    Zero,
    Other,
}

impl Scan {
    /// How many leading digits to leave out, and what to write instead.
    fn plan(&self, home: Home) -> Result<(usize, &'static str), NumberError> {
        let prefixed = !self.plus && self.count > 1 && self.first.starts_with(b"00");
        let skip = if prefixed { 2 } else { 0 };
        let count = self.count - skip;
        let first = self.first.get(skip..).unwrap_or_default();
        if count == 0 {
            return Err(NumberError::Empty);
        }
        if home == Home::Kenya {
            match first {
                [b'2', b'5', b'4', b'0', b'1' | b'7', ..] if count == 13 => {
                    return Ok((skip + 4, "254"));
                }
                [b'0', b'1' | b'7', ..] if count == 10 && !self.plus && !prefixed => {
                    return Ok((1, "254"));
                }
                [b'1' | b'7', ..] if count == 9 && !self.plus && !prefixed => {
                    return Ok((0, "254"));
                }
                _ => {}
            }
        }
        if lacks_country_code(first, count, home) { Err(NumberError::Local) } else { Ok((skip, "")) }
    }
}

/// What people put between the digits of a number, or a program around them, and what says nothing.
fn is_separator(character: char) -> bool {
    matches!(
        character,
        // Spaces, each that Unicode has but the line breaks.
        ' ' | '\t' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
        // Dashes: hyphens to horizontal bar, and the minus sign.
        | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}'
        // Dots, on the line and in the middle.
        | '.' | '\u{b7}'
        // Invisible: soft hyphen, zero-width spaces and joiners, direction marks and isolates, word joiner, BOM.
        | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests;
