//! Every number of the rules, as settings with documented defaults.

macro_rules! limits {
    ($(#[$outer:meta])* $limits:ident { $( $(#[doc = $doc:literal])+ $name:ident = $default:expr; )* }) => {
        $(#[$outer])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct $limits { $( $(#[doc = $doc])+ pub $name: u64, )* }

        impl Default for $limits {
            fn default() -> $limits { $limits { $( $name: $default, )* } }
        }

        impl $limits {
            /// The names of all limits.
            pub const NAMES: &'static [&'static str] = &[ $( stringify!($name), )* ];

            /// The limit of that name.
            pub fn get_mut(&mut self, name: &str) -> Option<&mut u64> {
                match name { $( stringify!($name) => Some(&mut self.$name), )* _ => None }
            }
        }
    };
}

pub(crate) use limits;

limits! {
    /// The numbers that the rules use. Defaults are those of the gateway's documents, or ours where they are silent; each dialect
    /// takes those that its `LIMITS` name.
    Limits {
        /// Messages, one text to one number each, in one call. Infobip: 1,000, inferred; smslist: 1,000, documented
        /// (20 on old deployments). Blackkonnect: 1,000, ours.
        messages_per_call = 1_000;
        /// Bytes of one body. Inferred; no gateway documents one.
        body_bytes = 1_000_000;
        /// Bytes of a reply that are parsed. Ours.
        reply_bytes = 64_000_000;
        /// Errors, and as many warnings, that are listed. Ours.
        violations = 1_000;
        /// How deep lists and objects of a request may lie in each other. Ours.
        depth = 64;
        /// Fewest digits of a phone number. Inferred.
        number_digits_min = 7;
        /// Most digits of a phone number. Documented: ITU-T E.164.
        number_digits_max = 15;
        /// Infobip `bulkId`, characters. Documented.
        bulk_id = 100;
        /// Infobip `messageId`, characters. Documented.
        message_id = 200;
        /// Infobip `callbackData`, characters. Documented for version 2.
        callback_data = 4_000;
        /// Infobip `callbackData`, characters from which on a warning says that older operators clip. Documented in 2015.
        callback_data_safe = 200;
        /// Infobip `text`, parts by our count. Documented.
        text_parts = 25;
        /// Infobip `text`, bytes of UTF-8. Documented; that they are of UTF-8 is inferred.
        text_bytes = 4_000;
        /// Infobip sender of letters, fewest characters. Documented.
        sender_min = 3;
        /// Infobip sender of letters, most characters. Documented.
        sender_max = 11;
        /// Infobip sender of digits, fewest. Documented.
        sender_digits_min = 3;
        /// Infobip sender of digits, most. Documented.
        sender_digits_max = 14;
        /// Infobip `validityPeriod`, fewest minutes. Inferred.
        validity_period_min = 1;
        /// Infobip `validityPeriod`, most minutes. Documented.
        validity_period_max = 2_880;
        /// Infobip `sendAt`, days ahead. Documented.
        send_at_days = 180;
        /// Infobip `deliveryTimeWindow`, fewest minutes from `from` to `to`. Documented.
        window_minutes = 60;
        /// Infobip `entityId`, characters. Documented for version 2.
        entity_id = 50;
        /// Infobip `applicationId`, characters. Documented for version 2.
        application_id = 50;
        /// Infobip `entityId` of a binary message, characters. Documented for version 2.
        binary_entity_id = 66;
        /// Infobip `applicationId` of a binary message, characters. Documented for version 2.
        binary_application_id = 66;
        /// Infobip `binary.hex`, octets that are sent; septets, one in each octet, are eight for seven of them. Inferred: one SMS
        /// carries 140 (3GPP TS 23.040).
        binary_octets = 140;
        /// Infobip `campaignReferenceId`, characters. Documented for version 2.
        campaign_reference_id = 255;
        /// Infobip `regional.southKorea.title`, characters. Documented for version 2.
        south_korea_title = 66;
        /// Infobip `limit` of reports and logs. Documented.
        results_per_call = 1_000;
        /// Infobip lists of ids in a query, characters. Documented.
        query_ids = 2_048;
        /// Infobip logs, hours that they reach back. Documented.
        log_hours = 48;
    }
}

/// The names of a dialect's limits: those that every dialect has, and its own.
macro_rules! limit_names {
    ($($own:literal),* $(,)?) => {
        &[
            "messages_per_call",
            "body_bytes",
            "reply_bytes",
            "violations",
            "depth",
            "number_digits_min",
            "number_digits_max",
            $($own,)*
        ]
    };
}
pub(crate) use limit_names;
