//! The one table of codes. A code is the stable name of what is wrong, the same in all languages; one code may be
//! used by several rules, each with its own level, grade and sentence (see [`crate::Rule`]).

use std::fmt;

macro_rules! codes {
    ($(#[$outer:meta])* $name:ident { $( $(#[doc = $doc:literal])+ $variant:ident = $text:literal $(, $fixed:ident)? ; )* }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum $name { $( $(#[doc = $doc])+ $variant, )* }

        impl $name {
            /// Every code, in the order of the table.
            pub const ALL: &'static [$name] = &[ $( $name::$variant, )* ];

            /// The code's stable text.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $( $name::$variant => $text, )* }
            }

            /// What the code stands for, in a sentence.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $( $name::$variant => concat!($($doc),+).trim_ascii_start(), )* }
            }

            /// Whether `allow` and `forbid` cannot move the code.
            #[must_use]
            pub const fn is_fixed(self) -> bool {
                match self { $( $name::$variant => codes!(@fixed $($fixed)?), )* }
            }

            /// The code of that text.
            #[must_use]
            pub fn from_text(text: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|code| code.as_str() == text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(self.as_str()) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(self.as_str()) }
        }
        $crate::tell::told_as_text!($name);
    };
    (@fixed fixed) => { true };
    (@fixed) => { false };
}

codes! {
    /// What is wrong with a request, or with the options of a gateway.
    Code {
        /// A value of another kind than the field takes.
        WrongType = "wrong_type", fixed;
        /// A required field is absent or null.
        Missing = "missing", fixed;
        /// The text is not JSON.
        InvalidJson = "invalid_json", fixed;
        /// Lists and objects lie deeper in each other than the limit.
        TooDeep = "too_deep", fixed;
        /// A field that the gateway's documents do not name.
        UnknownKey = "unknown_key";
        /// A documented field where only others may be given.
        KnownKey = "known_key", fixed;
        /// The gateway's names and ours in one object.
        MixedNames = "mixed_names";
        /// A key stands twice with different values.
        DuplicateKey = "duplicate_key";
        /// A key stands twice with the same value.
        RepeatedKey = "repeated_key";
        /// A null where the field should be left out.
        NullField = "null_field";
        /// A list or a text without content.
        Empty = "empty";
        /// U+FFFD, the mark that a decoder leaves where it lost a character.
        ReplacementCharacter = "replacement_character";
        /// A control character where none can stand.
        ControlCharacter = "control_character";
        /// More characters than the field takes.
        TooLong = "too_long";
        /// A whole number outside of its bounds.
        OutOfRange = "out_of_range";
        /// None of the values that the field knows.
        UnknownValue = "unknown_value";
        /// A phone number with something that is neither digit nor separator.
        NumberCharacters = "number_characters";
        /// A phone number with the domestic zero in brackets.
        NumberTrunkZero = "number_trunk_zero";
        /// A phone number of too few or too many digits.
        NumberLength = "number_length";
        /// A phone number in a domestic form.
        LocalNumber = "local_number";
        /// A phone number was cleaned or completed before sending.
        NumberChanged = "number_changed";
        /// A phone number would have to be changed, and the gateway was told not to.
        NumberNotExact = "number_not_exact";
        /// The same phone number a second time.
        DuplicateRecipient = "duplicate_recipient";
        /// The same id a second time.
        DuplicateId = "duplicate_id";
        /// An id with a character that stands between ids.
        IdCharacters = "id_characters";
        /// A sender that is too short or too long.
        SenderLength = "sender_length";
        /// A sender with characters that networks do not take.
        SenderCharacters = "sender_characters";
        /// Not a point in time in a form that the field takes.
        InvalidTime = "invalid_time";
        /// A point in time without its offset from UTC.
        NaiveDatetime = "naive_datetime";
        /// A point in time that has passed.
        TimeInPast = "time_in_past";
        /// A point in time beyond the gateway's horizon.
        TooFarAhead = "too_far_ahead";
        /// A point in time before the first of which the gateway still tells.
        TooFarBack = "too_far_back";
        /// A day stands twice in a delivery window.
        DuplicateDay = "duplicate_day";
        /// A delivery window with only one of its ends.
        WindowIncomplete = "window_incomplete";
        /// A delivery window that is open for too short a time.
        WindowTooShort = "window_too_short";
        /// A delivery window that ends before it begins, hence on the next day.
        WindowCrossesMidnight = "window_crosses_midnight";
        /// Not an amount of money above zero.
        InvalidAmount = "invalid_amount";
        /// Not an absolute http or https URL.
        InvalidUrl = "invalid_url";
        /// Something in a hexadecimal text that is no digit.
        HexCharacters = "hex_characters";
        /// A hexadecimal digit without the second one of its octet.
        HexOdd = "hex_odd";
        /// A user data header that breaks its own form.
        InvalidUdh = "invalid_udh";
        /// A field or value that only version 2 of the endpoint documents.
        NeedsVersion2 = "needs_version_2";
        /// Fields that exclude each other.
        IncompatibleFields = "incompatible_fields";
        /// More messages than one call takes.
        TooManyMessages = "too_many_messages";
        /// A body of more bytes than one call should have.
        BodyTooLarge = "body_too_large";
        /// The stated count is not the length of the list.
        CountMismatch = "count_mismatch", fixed;
        /// Account data inside the body that is not the gateway's.
        CredentialMismatch = "credential_mismatch", fixed;
        /// A field that no document confirms for this endpoint.
        UnconfirmedField = "unconfirmed_field";
        /// A credential stands in the URL, where logs keep it.
        KeyInUrl = "key_in_url";
        /// The text is announced as Base64 and sent as given.
        PassTypeBm5 = "pass_type_bm5";
        /// A path that no document confirms.
        UnconfirmedPath = "unconfirmed_path";
        /// Not a path, or not a part of one, that can be used.
        InvalidPath = "invalid_path", fixed;
        /// A call that needs an access token, of a gateway that has none.
        MissingToken = "missing_token";
        /// Not a base URL that can be used.
        InvalidBaseUrl = "invalid_base_url", fixed;
        /// A base URL without TLS.
        HttpsRequired = "https_required", fixed;
        /// A credential with a control character, which would end its header.
        HeaderInjection = "header_injection", fixed;
        /// A credential with characters that a pasted one gains by accident.
        CredentialCharacters = "credential_characters", fixed;
        /// `allow` or `forbid` names a code that does not exist.
        UnknownCode = "unknown_code", fixed;
        /// `allow` or `forbid` names a code that cannot be moved.
        FixedCode = "fixed_code", fixed;
        /// Saved bytes that are no reply reader of this operation and format.
        InvalidReader = "invalid_reader", fixed;
        /// Results that do not belong to the calls of the plan.
        InvalidResult = "invalid_result", fixed;
        /// Further violations beyond the limit, counted only.
        MoreViolations = "more_violations", fixed;
    }
}

codes! {
    /// Why a reply did not become an answer.
    ReplyCode {
        /// The gateway understood and said no.
        Refused = "refused", fixed;
        /// A redirect, which was not followed.
        Redirected = "redirected", fixed;
        /// No status that ends an exchange.
        BadStatus = "bad_status", fixed;
        /// No body.
        EmptyBody = "empty_body", fixed;
        /// The body is not JSON.
        NotJson = "not_json", fixed;
        /// The body is JSON, though not what the gateway's documents show.
        UnexpectedJson = "unexpected_json", fixed;
        /// The body has a list of entries, and none of them is about a message of this call.
        NoKnownMessage = "no_known_message", fixed;
        /// The body is larger than `reply_bytes`.
        ReplyTooLarge = "reply_too_large", fixed;
    }
}

codes! {
    /// Why a request that arrived is no webhook.
    WebhookCode {
        /// Neither body nor query say anything.
        EmptyWebhook = "empty_webhook", fixed;
        /// Body or query are larger than `body_bytes`.
        WebhookTooLarge = "webhook_too_large", fixed;
        /// The body is not JSON.
        NotJson = "not_json", fixed;
        /// The body is not XML.
        NotXml = "not_xml", fixed;
        /// The XML has a document type, which could define entities.
        XmlDoctype = "xml_doctype", fixed;
        /// The elements of the XML lie deeper in each other than `depth`.
        XmlTooDeep = "xml_too_deep", fixed;
        /// The body is XML, which this build does not read.
        XmlLeftOut = "xml_left_out", fixed;
        /// The body is in another character encoding than UTF-8, or compressed.
        UnsupportedEncoding = "unsupported_encoding", fixed;
        /// The body is neither JSON nor XML nor a form.
        UnsupportedContent = "unsupported_content", fixed;
        /// The content can be read, and nothing in it is an event of the dialect.
        NoEvent = "no_event", fixed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_unique_and_found() {
        for code in Code::ALL {
            assert_eq!(Code::from_text(code.as_str()), Some(*code));
        }
        for code in ReplyCode::ALL {
            assert_eq!(ReplyCode::from_text(code.as_str()), Some(*code));
        }
        for code in WebhookCode::ALL {
            assert_eq!(WebhookCode::from_text(code.as_str()), Some(*code));
        }
        assert_eq!(Code::from_text("no_such_code"), None);
    }

    #[test]
    fn the_table_fits_the_set() {
        assert!(Code::ALL.len() <= 128, "CodeSet holds 128 codes");
        assert_eq!(Code::WrongType.meaning(), "A value of another kind than the field takes.");
    }
}
