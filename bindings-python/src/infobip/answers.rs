//! The answers of a few members: of scheduled bulks, previews, the account and its sessions.

use pyo3::prelude::*;

use crate::answer::{Kind, answer};

answer! {
    /// The answer to `Gateway.get_schedule` and `Gateway.reschedule`.
    Schedule in "smskernel.infobip" {
        /// The bulk's id.
        bulk_id = None: Kind::SOME_TEXT,
        /// When it will be sent, as the gateway writes it; `datetime.fromisoformat` reads it.
        send_at = None: Kind::SOME_TEXT,
        /// The body as it came. Never printed.
        raw_body: Kind::BODY,
    }
}

answer! {
    /// The answer to `Gateway.get_bulk_status` and `Gateway.set_bulk_status`.
    BulkStatus in "smskernel.infobip" {
        /// The bulk's id.
        bulk_id = None: Kind::SOME_TEXT,
        /// Its status: `PENDING`, `PAUSED`, `PROCESSING`, `CANCELED`, `FINISHED`, `FAILED`, or another one that the
        /// gateway has.
        status = None: Kind::SOME_TEXT,
        /// The body as it came. Never printed.
        raw_body: Kind::BODY,
    }
}

answer! {
    /// The answer to `Gateway.preview`.
    Preview in "smskernel.infobip" {
        /// The text that was asked about.
        original_text = None: Kind::SOME_CONTENT,
        /// What it costs, first as it is, then with the options: a tuple of `TextPreview`.
        previews: Kind::many::<TextPreview>(),
        /// The body as it came. Never printed.
        raw_body: Kind::BODY,
    }
}

answer! {
    /// What a text costs, sent in one way.
    TextPreview in "smskernel.infobip" {
        /// The text as it arrives.
        text_preview = None: Kind::SOME_CONTENT,
        /// How many parts it takes.
        message_count = None: Kind::SOME_INTEGER,
        /// How many more characters fit into the last part.
        characters_remaining = None: Kind::SOME_INTEGER,
        /// With which national language tables: `configuration.language.languageCode`.
        language_code = None: Kind::SOME_TEXT,
        /// With which transliteration: `configuration.transliteration`.
        transliteration = None: Kind::SOME_TEXT,
    }
}

answer! {
    /// The answer to `Gateway.get_balance`.
    Balance in "smskernel.infobip" {
        /// How much is left, digit for digit as the gateway writes it, for binary fractions would change it.
        balance = None: Kind::SOME_TEXT,
        /// In which currency, such as `EUR`.
        currency = None: Kind::SOME_TEXT,
        /// The body as it came. Never printed.
        raw_body: Kind::BODY,
    }
}

answer! {
    /// The answer to `Gateway.end_session`, which says nothing but that it is so.
    SessionEnded in "smskernel.infobip" {
        /// The body as it came, mostly empty. Never printed.
        raw_body: Kind::BODY,
    }
}

answer! {
    /// The answer to `Gateway.confirm_conversion`.
    ConversionConfirmed in "smskernel.infobip" {
        /// The conversion process that the message belongs to.
        process_key = None: Kind::SOME_TEXT,
        /// The body as it came. Never printed.
        raw_body: Kind::BODY,
    }
}
