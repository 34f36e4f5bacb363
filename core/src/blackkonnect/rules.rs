//! The rules of Blackkonnect. Its documents are examples alone, so what is said here of values is inferred, and a
//! warning unless a type or a clock is broken.

use crate::violation::rules;

rules! {
    /// A call that needs a token.
    MISSING_TOKEN = MissingToken, Error, Documented, "the pages of the sends and statuses have an Authorization part",
        "is needed for this call. Get one with `get_token`, and give it to `with_token`.";
    /// A text that says nothing, or none at all.
    TEXT_EMPTY = Empty, Warning, Inferred, "the documents' examples of sends all have a text; none says whether it must be there",
        "is empty or was not given; no document says what the gateway then sends.";
    /// An empty value of another field.
    VALUE_EMPTY = Empty, Warning, Inferred, "no document shows an empty value",
        "is empty. Leave an unset field out.";
    /// Too few or too many digits.
    NUMBER_LENGTH = NumberLength, Warning, Inferred, "ITU-T E.164: at most 15 digits; no document gives the form of a destination",
        "{value} has {0}; phone numbers have {1}. It is sent all the same.";
    /// A domestic form.
    LOCAL_NUMBER = LocalNumber, Warning, Inferred, "no document gives the form of a destination; other gateways take international numbers",
        "{value} begins with 0, as domestic numbers do, and is sent so. Give it with its country code.";
    /// A changed number.
    NUMBER_CHANGED = NumberChanged, Warning, Inferred, "no document gives the form of a destination; digits alone are the commonest",
        "{value} is sent as {0}. To send it as it is given, set `numbers` to exact.";
    /// A number of a finished payload with separators.
    NUMBER_UNUSUAL = NumberChanged, Warning, Inferred, "no document gives the form of a destination; digits alone are the commonest",
        "{value} is not digits alone, which would be {0}.";
    /// `messageId` used twice.
    MESSAGE_ID_TWICE = DuplicateId, Warning, Inferred, "replies are matched by it; no document says what a second one does",
        "{value} is used by an earlier message, so the reply may not tell the two apart. Give each its own.";
    /// A number below zero.
    BELOW_ZERO = OutOfRange, Warning, Inferred, "no document gives bounds; the examples show 0",
        "{value} is below zero, and no document says what that means.";
    /// An hour or minute that no clock shows.
    CLOCK = OutOfRange, Error, Inferred, "a day has the hours 0 to 23, an hour the minutes 0 to 59",
        "{value} is not from 0 to {0}.";
    /// A time of day as text.
    TIME_OF_DAY = InvalidTime, Error, Inferred, "the documents' examples have hour and minute, and no time zone",
        "{value} is no time of day in whole minutes without time zone. Give it like 06:30, on the gateway's clock.", fixed;
    /// A word that is no day.
    DAY_UNKNOWN = UnknownValue, Warning, Inferred, "the documents show MONDAY; the other six are concluded from it",
        "{value} is not one of {0}.{1}";
    /// A day twice.
    DAY_TWICE = DuplicateDay, Warning, Inferred, "a set of days; no document shows one twice",
        "{value} is in the list already.";
    /// One end without the other.
    WINDOW_INCOMPLETE = WindowIncomplete, Warning, Inferred, "the documents' examples have both ends",
        "has only one of `from` and `to`, and no document says what that means.";
    /// Not a date-time.
    INVALID_TIME = InvalidTime, Error, Inferred, "the documents' examples are date-times of RFC 3339, 2019-08-24T14:15:22.123Z",
        "{value} is not a point in time: {0}. Give it like 2026-12-01T08:00:00.000Z.";
    /// No offset.
    NAIVE_DATETIME = NaiveDatetime, Error, Inferred, "the documents' examples end in their offset, Z",
        "{value} does not say its offset from UTC, so the moment is not known. Add one, such as Z or +03:00.";
    /// A time of day without its hour or minute.
    CLOCK_INCOMPLETE = WindowIncomplete, Warning, Inferred, "the documents' examples have hour and minute",
        "has no `{0}`, and no document says what that means.";
    /// A moment that has passed.
    SEND_AT_PAST = TimeInPast, Warning, Inferred, "no document says what a past sendAt does",
        "{value} has passed: it is {0} now.";
    /// A `grant_type` that the documents do not show.
    GRANT_TYPE = UnknownValue, Warning, Inferred, "the documents show client_credentials alone",
        "{value} is not one of {0}.{1}";
    /// One id for several requests.
    PLAN_ID = IncompatibleFields, Warning, Inferred, "an id of a request; a plan makes several requests",
        "goes into every call of the plan, which makes several requests.";
    /// The path of a message's status.
    STATUS_PATH = UnconfirmedPath, Warning, Inferred, "the documents name the operation and not its path; this one is concluded from the bulk's",
        "the path of this request is a guess: no document gives it. Set `message_status_path` to the one that your operator names.";
}
