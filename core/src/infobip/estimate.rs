//! What a text costs at this gateway.

use crate::infobip::rules;
use crate::infobip::send_text::TextMessage;
use crate::judge::{Judge, Shown};
use crate::path::Path;
use crate::sentence::Say as _;
use crate::text::{Language, Languages, Options, Scheme, Segments, Shifts, segments};
use crate::values::Text;

/// How the gateway may send a text, by these fields of its message; see [`TextMessage::text_options`].
pub(crate) fn text_options(
    language_code: Option<&str>,
    single_shift: Option<bool>,
    locking_shift: Option<bool>,
    transliteration: Option<&str>,
) -> Options {
    let languages = match language_code {
        Some("AUTODETECT") => Languages::from_iter([Language::Turkish, Language::Spanish, Language::Portuguese]),
        Some(code) => Language::from_code(code).map_or(Languages::NONE, Languages::from),
        None => Languages::NONE,
    };
    let (languages, shifts) = match (single_shift, locking_shift) {
        (None, None) | (Some(true), Some(true)) => (languages, Shifts::Both),
        (Some(true), _) => (languages, Shifts::Single),
        (_, Some(true)) => (languages, Shifts::Locking),
        _ => (Languages::NONE, Shifts::Both),
    };
    let options = Options::default().languages(languages).shifts(shifts);
    match transliteration {
        Some("ALL") => options.transliteration(Scheme::NonUnicode),
        Some(scheme) => Scheme::from_text(scheme).map_or(options, |scheme| options.transliteration(scheme)),
        None => options,
    }
}

impl TextMessage {
    /// How the gateway may send the text, by `language` and `transliteration`: what [`text::segments`](crate::text::segments)
    /// is asked with.
    ///
    /// Documented: `TR`, `ES` and `PT` name the tables of these languages, `singleShift` and `lockingShift` which of them.
    /// Inferred: that the cheapest is taken of those that are allowed; that `AUTODETECT` allows the three languages; and that
    /// `ALL` replaces what `NON_UNICODE` replaces.
    #[must_use]
    pub fn text_options(&self) -> Options {
        let language = self.language.as_ref();
        text_options(
            language.and_then(|language| language.language_code.as_deref()),
            language.and_then(|language| language.single_shift),
            language.and_then(|language| language.locking_shift),
            self.transliteration.as_deref(),
        )
    }

    /// What the text costs, and why. An estimate.
    #[must_use]
    pub fn segments(&self) -> Segments<'_> {
        segments(self.text.as_ref().map_or("", Text::as_str), &self.text_options())
    }
}

/// Whether a text is one that the gateway takes. Only a text that could be too long is counted.
pub(crate) fn judge_size(message: &TextMessage, at: &Path, judge: &mut Judge) {
    judge_text_size(message.text.as_ref(), &|| message.text_options(), at, judge);
}

/// The same of the text of any message, which may be sent in the ways of these options.
pub(crate) fn judge_text_size(text: Option<&Text>, options: &dyn Fn() -> Options, at: &Path, judge: &mut Judge) {
    let Some(text) = text.map(Text::as_str) else { return };
    let (most_parts, most_bytes) = (judge.limits().text_parts, judge.limits().text_bytes);
    let at = at.key("text");
    let bytes = text.len() as u64;
    // A byte is never more than two units, also by way of transliteration, and the smallest part holds 66.
    if bytes.saturating_mul(2) > most_parts.saturating_mul(66) {
        let cost = segments(text, &options()).cost;
        if cost.parts as u64 > most_parts {
            let encoding = cost.encoding.said();
            judge.report(&rules::TEXT_PARTS, &at, Shown::Text(text), &[&cost.parts, &encoding, &most_parts]);
            return;
        }
    }
    if bytes > most_bytes {
        judge.report(&rules::TEXT_BYTES, &at, Shown::Text(text), &[&bytes, &most_bytes]);
    }
}
