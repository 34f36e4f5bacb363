//! `POST {base}/sms/1/preview`
//!
//! Documented: the vendor's OpenAPI file, with examples. How many parts a text takes and how many characters are left in the
//! last one: first as it is, then once for each option asked for. Nothing is sent and nothing is paid.
//!
//! [`PreviewRequest::segments`](crate::infobip::PreviewRequest::segments) says the same without asking; the documents' examples
//! agree with it.

use std::fmt;

use crate::call::Parts;
use crate::fields::{Field, Out, any, setters, wire};
use crate::infobip::asking::{Member, asks, read_answer};
use crate::infobip::gateway::Gateway;
use crate::infobip::value_rules::{self as check, one_of};
use crate::json::{Error, Reader};
use crate::judge::Judge;
use crate::mask;
use crate::path::Path;
use crate::reply::{ReadReply, Reading, SentRef, sealed};
use crate::reply_json::{entries, integer, members, owned, pass_over, text};
use crate::sent::Sent;
use crate::tell::answer;
use crate::text::{Options, Segments, segments};
use crate::values::Text;

/// The languages of a preview.
const LANGUAGES: [&str; 4] = ["TR", "ES", "PT", "AUTODETECT"];

wire! {
    /// The request of [`Gateway::preview`](crate::infobip::Gateway::preview).
    pub struct PreviewRequest, "a preview request", judged by any {
        /// The text.
        @required pub text = "text": Option<Text>, check::text;
        /// The national language tables that it may be written with: `TR`, `ES`, `PT` or `AUTODETECT`.
        pub language_code = "languageCode": Option<String>, language_code;
        /// What is done about characters outside of the alphabet: a name such as `GREEK`.
        pub transliteration = "transliteration": Option<String>, check::transliteration;
    }
}

setters! { PreviewRequest { language_code: String, transliteration: String } }

impl PreviewRequest {
    /// A preview of that text.
    pub fn new(text: impl Into<Text>) -> PreviewRequest {
        PreviewRequest { text: Some(text.into()), ..PreviewRequest::default() }
    }

    /// How the gateway may send the text, by both options; see
    /// [`TextMessage::text_options`](crate::infobip::TextMessage::text_options).
    #[must_use]
    pub fn text_options(&self) -> Options {
        crate::infobip::text_options(self.language_code.as_deref(), None, None, self.transliteration.as_deref())
    }

    /// What the text costs, and why, by our own count.
    #[must_use]
    pub fn segments(&self) -> Segments<'_> {
        segments(self.text.as_ref().map_or("", Text::as_str), &self.text_options())
    }
}

fn language_code(code: &str, at: &Path, judge: &mut Judge) {
    one_of(code, &LANGUAGES, at, judge);
}

fn finish(gateway: &Gateway, request: &PreviewRequest, sent: &Sent) -> Parts {
    let mut out = Out::new(256, sent);
    request.write(&mut out);
    gateway.post("/sms/1/preview", out.json.into_bytes())
}

asks! { PreviewOperation, "infobip.preview", PreviewRequest => Preview, finish }

crate::operation::entries! {
    /// Asks how many parts a text takes. See [`preview`](mod@crate::infobip::preview).
    Gateway: PreviewOperation, PreviewRequest, Preview, preview, preview_json, preview_value
}

answer! {
    /// The answer to [`Gateway::preview`](crate::infobip::Gateway::preview).
    #[derive(Clone, Default, PartialEq, Eq)]
    pub struct Preview {
        /// The text that was asked about.
        pub original_text = "originalText": Option<String>,
        /// What it costs: first as it is, then with the options.
        pub previews = "previews": Vec<TextPreview>,
        /// The body as it came. Never printed, never serialised.
        pub raw_body: Vec<u8>,
    }
}

answer! {
    /// What a text costs, sent in one way.
    #[derive(Clone, Default, PartialEq, Eq)]
    pub struct TextPreview {
        /// The text as it arrives.
        pub text_preview = "textPreview": Option<String>,
        /// How many parts it takes.
        pub message_count = "messageCount": Option<i64>,
        /// How many more characters fit into the last part.
        pub characters_remaining = "charactersRemaining": Option<i64>,
        /// With which national language tables: `configuration.language.languageCode`.
        pub language_code = "languageCode": Option<String>,
        /// With which transliteration: `configuration.transliteration`.
        pub transliteration = "transliteration": Option<String>,
    }
}

impl fmt::Debug for Preview {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Preview")
            .field("original_text", &self.original_text.as_deref().map(|text| mask::text(text).to_string()))
            .field("previews", &self.previews)
            .field("raw_body", &format_args!("{} bytes", self.raw_body.len()))
            .finish()
    }
}

impl fmt::Debug for TextPreview {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TextPreview")
            .field("text_preview", &self.text_preview.as_deref().map(|text| mask::text(text).to_string()))
            .field("message_count", &self.message_count)
            .field("characters_remaining", &self.characters_remaining)
            .field("language_code", &self.language_code.as_deref().map(mask::words))
            .field("transliteration", &self.transliteration.as_deref().map(mask::words))
            .finish()
    }
}

fn read_preview(reader: &mut Reader) -> Result<Option<TextPreview>, Error> {
    let mut preview = TextPreview::default();
    let is_object = members(reader, &mut [], &mut |key, reader| {
        match key {
            "textPreview" => preview.text_preview = owned(text(reader)?),
            "messageCount" => preview.message_count = integer(&text(reader)?),
            "charactersRemaining" => preview.characters_remaining = integer(&text(reader)?),
            "configuration" => read_configuration(reader, &mut preview)?,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    Ok(is_object.then_some(preview))
}

fn read_configuration(reader: &mut Reader, preview: &mut TextPreview) -> Result<(), Error> {
    members(reader, &mut [], &mut |key, reader| {
        match key {
            "transliteration" => preview.transliteration = owned(text(reader)?),
            "language" => {
                let mut code = [None];
                members(reader, &mut [crate::reply_json::Found(&["languageCode"], &mut code)], &mut pass_over)?;
                let [code] = code;
                preview.language_code = owned(code);
            }
            _ => return Ok(false),
        }
        Ok(true)
    })
    .map(|_| ())
}

impl sealed::Sealed for Preview {}

impl ReadReply for Preview {
    const OPERATIONS: &'static [&'static str] = &["infobip.preview"];
    const SENDS: bool = false;

    fn read(body: &[u8], _: SentRef<'_>) -> Reading<Preview> {
        let mut answer = Preview { raw_body: body.to_vec(), ..Preview::default() };
        let read = read_answer(body, "previews", &mut |key, reader| {
            match key {
                "originalText" => answer.original_text = owned(text(reader)?),
                "previews" => {
                    answer.previews = entries(reader, read_preview)?.unwrap_or_default().list;
                    return Ok(if answer.previews.is_empty() { Member::Empty } else { Member::Found });
                }
                _ => return Ok(Member::Unknown),
            }
            Ok(Member::Empty)
        });
        match read {
            Ok(()) => Reading::Success(answer),
            Err(no_answer) => no_answer.into_reading(),
        }
    }
}
