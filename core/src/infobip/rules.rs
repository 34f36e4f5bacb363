//! The rules of the Infobip SMS API. "OpenAPI" is the vendor's description of its version 2 endpoints, "manual" the 2015
//! manual of a white label of version 1; field names and shapes agree.

use crate::violation::rules;

rules! {
    /// `bulkId` would be clipped.
    BULK_ID_LONG = TooLong, Error, Documented, "OpenAPI: bulkId past 100 characters is clipped",
        "has {0} characters; the gateway would silently clip it at {1}. Shorten it.";
    /// `messageId` would be clipped.
    MESSAGE_ID_LONG = TooLong, Error, Documented, "OpenAPI: messageId past 200 characters is clipped",
        "has {0} characters; the gateway would silently clip it at {1}. Shorten it.";
    /// `messageId` used twice.
    MESSAGE_ID_TWICE = DuplicateId, Error, Documented, "status 23, REJECTED_DUPLICATE_MESSAGE_ID",
        "{value} is used by an earlier message; the gateway rejects the second (status 23). Give each its own.";
    /// `callbackData` over the limit of version 2.
    CALLBACK_DATA_LONG = TooLong, Error, Documented, "OpenAPI: callbackData has at most 4000 characters",
        "has {0} characters; at most {1} fit. Shorten it.";
    /// `callbackData` over the limit of older operators.
    CALLBACK_DATA_LONG_FOR_SOME = TooLong, Warning, Documented, "vendor pages of 2015 to 2019 say 200 characters",
        "has {0} characters; operators with older software keep {1}.";
    /// A text of too many parts.
    TEXT_PARTS = TooLong, Error, Documented, "status 25, REJECTED_MESSAGE_TOO_LONG: more than 25 parts, or over 4000 bytes",
        "takes {0} parts of {1} by our count, and the gateway takes {2} at most. Shorten it, or send it as several messages.";
    /// A text of too many bytes.
    TEXT_BYTES = TooLong, Error, Inferred, "status 25, REJECTED_MESSAGE_TOO_LONG: over 4000 bytes; that they are of UTF-8 is inferred",
        "has {0} bytes of UTF-8, and the gateway takes {1} at most. Shorten it, or send it as several messages.";
    /// A sender of letters.
    SENDER_LENGTH = SenderLength, Error, Documented, "manual: alphanumeric senders have 3 to 11 characters",
        "has {0}; a sender of letters has {1}.";
    /// A sender of digits.
    SENDER_DIGITS = SenderLength, Error, Documented, "manual: numeric senders have 3 to 14 digits",
        "has {0}; a sender of digits has {1}.";
    /// A sender with signs that GSM 03.38 has, and networks often replace.
    SENDER_SIGNS = SenderCharacters, Warning, Inferred, "manual: senders are alphanumeric; other GSM 03.38 characters exist in the field",
        "{value} holds {0}: documented are letters and digits, and networks may replace or refuse others.";
    /// A sender with characters that no network can show.
    SENDER_FOREIGN = SenderCharacters, Error, Inferred, "3GPP TS 23.038: a sender is written in the GSM 7-bit alphabet",
        "{value} holds {0}, which the GSM alphabet of senders does not have. Use letters and digits.";
    /// A sender with a control character.
    SENDER_CONTROL = ControlCharacter, Error, Inferred, "3GPP TS 23.038: a sender has no control characters",
        "holds a control character. Use letters and digits.";
    /// A version 2 field or value.
    NEEDS_VERSION_2 = NeedsVersion2, Warning, Documented, "OpenAPI describes it for version 2 only",
        "{0} is documented for version 2 only; this gateway uses version 1, and its operator may ignore or refuse it.";
    /// Both ways of shortening URLs.
    URL_OPTIONS_AND_TRACKING = IncompatibleFields, Warning, Documented, "OpenAPI: urlOptions is not compatible with tracking of URLs",
        "is not compatible with tracking.track = URL. Use one of them.";
    /// A `validityPeriod` that would be capped.
    VALIDITY_PERIOD_LONG = OutOfRange, Error, Documented, "OpenAPI: above 2880 minutes it silently becomes 2880",
        "{value} is over {0} minutes, and the gateway would silently make it {0}. Give {0} or less.";
    /// A `validityPeriod` in which nothing can be sent.
    VALIDITY_PERIOD_SHORT = OutOfRange, Error, Inferred, "no document gives a lower bound; one SDK asks for more than zero",
        "{value} minutes leave no time for delivery. Give {0} or more.";
    /// A number of 32 bits.
    WHOLE_NUMBER = OutOfRange, Error, Documented, "OpenAPI: a number of 32 bits; the lower bound is inferred",
        "{value} is not from {0} to {1}.";
    /// An hour or minute that no clock shows.
    CLOCK = OutOfRange, Error, Documented, "OpenAPI: hour 0 to 23, minute 0 to 59",
        "{value} is not from 0 to {0}.";
    /// A time of day as text.
    TIME_OF_DAY = InvalidTime, Error, Documented, "OpenAPI: hour and minute, UTC",
        "{value} is no time of day in whole minutes, UTC. Give it like 06:30.", fixed;
    /// A day twice.
    DAY_TWICE = DuplicateDay, Error, Inferred, "a set of days; no document shows one twice",
        "{value} is in the list already. Remove one.";
    /// One end without the other.
    WINDOW_INCOMPLETE = WindowIncomplete, Error, Documented, "vendor SDK 3.0: from and to, both or neither",
        "has only one of `from` and `to`. Give both, or neither for whole days.";
    /// Under an hour.
    WINDOW_SHORT = WindowTooShort, Error, Documented, "OpenAPI: at least one hour between from and to",
        "is open for {0}; the gateway asks for at least {1}.";
    /// Over midnight.
    WINDOW_MIDNIGHT = WindowCrossesMidnight, Warning, Inferred, "no document says what a window over midnight does; one SDK refuses it",
        "ends before it begins, hence on the next day, and no document says what the gateway makes of that.";
    /// `sendAt` before now.
    SEND_AT_PAST = TimeInPast, Error, Inferred, "no document says what a past sendAt does",
        "{value} has passed: it is {0} now. Leave it out to send at once.";
    /// The new `sendAt` of a bulk before now.
    RESCHEDULE_PAST = TimeInPast, Error, Inferred, "no document says what a past sendAt does",
        "{value} has passed: it is {0} now. Give a later one.";
    /// `sendAt` beyond the horizon.
    SEND_AT_FAR = TooFarAhead, Error, Documented, "OpenAPI: at most 180 days ahead",
        "{value} is more than {0} days ahead.";
    /// `notifyUrl`.
    NOTIFY_URL = InvalidUrl, Error, Documented, "OpenAPI: the URL to which delivery reports are sent",
        "is no absolute http or https URL. Give it like https://example.com/reports.";
    /// A length of a version 2 field.
    FIELD_LONG = TooLong, Error, Documented, "OpenAPI: the field's longest length",
        "has {0} characters; at most {1} fit. Shorten it.";
    /// Something that is no hexadecimal digit.
    HEX_CHARACTERS = HexCharacters, Error, Documented, "white label's page and OpenAPI: two hexadecimal digits an octet, separated by spaces",
        "holds {0} at byte {1}, where a hexadecimal digit is expected. Give two for each octet, with or without single spaces between groups.";
    /// A digit without its second.
    HEX_ODD = HexOdd, Error, Documented, "white label's page and OpenAPI: two hexadecimal digits an octet",
        "has a single hexadecimal digit at byte {0}; each octet takes two.";
    /// More octets than one SMS carries.
    BINARY_LONG = TooLong, Error, Inferred, "3GPP TS 23.040: one SMS carries 140 octets, or 160 packed septets, which are octets here; no document gives the field a length",
        "has {0} octets, and one SMS carries {1}: what begins at byte {2} is too much. Send it as several messages with a concatenation header.";
    /// `dataCoding` and `esmClass`.
    OCTET = OutOfRange, Error, Inferred, "SMPP 3.4, 5.2.12 and 5.2.19: data_coding and esm_class have one octet",
        "{value} is not from 0 to 255.";
    /// A malformed user data header.
    INVALID_UDH = InvalidUdh, Error, Documented, "status 24, REJECTED_INVALID_UDH; the form is that of 3GPP TS 23.040",
        "begins, as esmClass says, with a user data header, which is malformed at byte {0}: {1}.";
    /// Tracking of binary messages on version 2.
    BINARY_TRACKING = UnconfirmedField, Warning, Documented, "the version 1 SDKs have it for binary messages, the OpenAPI file of version 2 does not",
        "is documented for binary messages of version 1 only; this gateway uses version 2, and its operator may ignore or refuse it.";
    /// A status that a bulk comes to have by itself.
    BULK_STATUS_OWN = UnknownValue, Warning, Inferred, "OpenAPI lists it for the change, too; examples set PAUSED, PENDING and CANCELED alone",
        "{value} is what the gateway itself says of a bulk, and no document shows it being set. Set PAUSED, PENDING or CANCELED.";
    /// A bulk id for a plan.
    PLAN_BULK_ID = IncompatibleFields, Error, Inferred, "a bulkId identifies one request; a plan makes several",
        "cannot be given for a plan, which makes several requests.";
    /// `limit`.
    RESULTS_LIMIT = OutOfRange, Error, Documented, "OpenAPI: limit is 1000 at most; that it begins at 1 is inferred",
        "{value} is not from 1 to {0}.";
    /// An id that a list of ids cannot hold.
    ID_COMMA = IdCharacters, Error, Inferred, "OpenAPI: several ids are separated by commas",
        "{value} holds a comma, and the gateway would take it for two ids. Ask for its bulk or its time instead.";
    /// Too many ids at once.
    IDS_LONG = TooLong, Error, Documented, "OpenAPI: a list of ids has at most 2048 characters",
        "has {0} characters with its commas; at most {1} fit. Ask for fewer ids at a time.";
    /// A time of which the gateway no longer tells.
    LOG_PAST = TooFarBack, Warning, Documented, "OpenAPI and manual: logs are of the last 48 hours",
        "{value} is more than {0} hours ago, and the gateway tells of the last {0} hours only.";
    /// An end before its beginning.
    TIMES_REVERSED = IncompatibleFields, Warning, Inferred, "nothing lies between a time and an earlier one",
        "is before `{0}`, so that nothing lies between them. Exchange them.";
    /// A network without its country.
    MNC_ALONE = Missing, Error, Documented, "OpenAPI: mnc is given with mcc",
        "is required beside `mnc`, for each country counts its networks anew.";
}
