//! Parts and octets as the vectors have them, and what reads them.

use serde_json::{Value as Json, json};
use smskernel::text::Part;

/// A part as vectors have it.
pub(crate) fn members(part: &Part<'_>) -> Json {
    json!({
        "text": part.text(),
        "units": part.units(),
        "header": hex(part.header()),
        "user_data": hex(&part.user_data()),
        "user_data_length": part.user_data_length(),
        "short_message": hex(&part.short_message()),
        "data_coding": part.data_coding(),
        "esm_class": part.esm_class(),
    })
}

/// Octets as lower-case digits.
pub(crate) fn hex(octets: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16);
    octets.iter().flat_map(|octet| [octet >> 4, octet & 15]).filter_map(digit).collect()
}
