//! The rules of the `smslist` family. "Operators' pages" are the documents of Fast Message and Advanta (new) and of TextSMS,
//! Celcom, Sunface, TeamWeb and Kemrut (old).

use crate::violation::rules;

rules! {
    /// The stated count.
    COUNT = CountMismatch, Error, Documented, "operators' pages: count is the count of the SMS list",
        "is {value}, and the length of the list is {0}. Give the length; a request may leave it out.";
    /// A count for a plan.
    PLAN_COUNT = IncompatibleFields, Error, Inferred, "a plan makes several requests, each with its own count",
        "cannot be given for a plan, which makes several requests and counts their items.";
    /// Account data of another account in an item.
    NOT_THE_GATEWAYS = CredentialMismatch, Error, Documented, "operators' pages: a mismatch falls back to the first item's",
        "is not the gateway's {0}. Leave it out: the gateway writes its own into every item.";
    /// Account data that differs between items.
    NOT_THE_FIRSTS = CredentialMismatch, Error, Documented, "operators' pages: a mismatch falls back to the first item's",
        "is not the first item's {0}; the gateway would use the first item's for all.";
    /// Account data of another account in a request.
    ANOTHER_ACCOUNT = CredentialMismatch, Error, Inferred, "a gateway is one account's, and so is each of its calls",
        "is not the gateway's {0}. Leave it out: the gateway writes its own.";
    /// A key in a URL.
    KEY_IN_URL = KeyInUrl, Warning, Documented, "RFC 9110, 17.9: what stands in a URL is logged and shown",
        "the URL holds the API key, which logs and proxies then keep. Leave `get_with_key_in_url` out, unless your operator takes nothing else.";
    /// Several numbers in a URL.
    GET_NUMBERS = UnconfirmedField, Warning, Documented, "new operators' pages: GET takes one number; Celcom's sample: several, with commas",
        "holds {0} numbers, and with GET most operators document one. Post them: leave `get_with_key_in_url` out.";
    /// A long list in URLs.
    PLAN_GET = IncompatibleFields, Error, Inferred, "a plan cuts long lists of numbers, which no URL holds",
        "cannot be set for a plan, which posts. Make the plan with a gateway that has it not.", fixed;
    /// Too many numbers.
    TOO_MANY_NUMBERS = TooManyMessages, Error, Documented, "operators' pages: at most 1000 numbers (code 1104)",
        "holds {0} numbers, over `limits.messages_per_call` = {1}. Use `plan_sms`, which cuts a long list into calls.";
    /// A number where a hash was announced.
    HASH_IS_NUMBER = IncompatibleFields, Error, Inferred, "operators' pages: with `hashed` the number is a hash of its form 254…",
        "{value} is a plain number, and `hashed` says that it is a hash. Give the hash of the number in its form 254…, or leave `hashed` out.";
    /// A character that is in no hash.
    HASH_CHARACTERS = NumberCharacters, Error, Inferred, "digests are written in hexadecimal digits or base64",
        "{value} is no hash: {0} at byte {1} cannot stand in one. Give it as you made it, in hexadecimal digits or base64.";
    /// A hash in a URL.
    GET_HASHED = UnconfirmedField, Warning, Field, "operators' pages: hashed numbers are posted; the pages' author sends them with GET, too",
        "is documented for POST only. Post it: leave `get_with_key_in_url` out.";
    /// An amount that is none.
    AMOUNT = InvalidAmount, Error, Inferred, "operators' pages show decimal digits; to move nothing, or less, makes no sense",
        "{value} is no amount of money above zero. Give decimal digits, such as 100 or 99.50.";
    /// Too many items.
    TOO_MANY_ITEMS = TooManyMessages, Error, Documented, "operators' pages: up to 1000 items (code 1012); old ones: 20",
        "holds {0} items, over `limits.messages_per_call` = {1}. Use `plan`, which cuts a long list into calls.";
    /// `clientsmsid` used twice.
    CLIENT_ID_TWICE = DuplicateId, Warning, Field, "operators' pages call it a dynamic identifier; replies are matched by it",
        "{value} is used by an earlier item, so the reply may not tell the two apart. Give each its own.";
    /// `pass_type` of `bm5`.
    BM5 = PassTypeBm5, Warning, Field, "a comment in one operator's sample: bm5 is base64",
        "is bm5: the text is sent as given and must be base64 already. No program that does so was found.";
    /// `timeToSend`.
    TIME_TO_SEND = UnconfirmedField, Warning, Field, "two clients send it for each item; operators' pages document it for sendsms only",
        "is documented for single messages only, and whether it works in a list is not confirmed.";
    /// `timeToSend` in no known form.
    TIME_FORM = InvalidTime, Error, Documented, "operators' pages: `2019-09-01 18:00`, or a Unix timestamp",
        "{value} is no time: {0}. Give it like 2026-12-01 18:00, as Unix seconds, or with its offset from UTC.";
    /// A moment without its offset.
    TIME_WITHOUT_OFFSET = NaiveDatetime, Error, Inferred, "no document says the time zone of the platform",
        "{value} does not say its offset from UTC. Add one, such as +03:00, or give the operator's local form, 2026-12-01 18:00.";
    /// `timeToSend` in a time zone that nobody knows.
    TIME_ZONE = NaiveDatetime, Warning, Inferred, "no document says the time zone of the platform",
        "{value} is in the operator's own time, and no document says which that is; East Africa Time, +03:00, is likely. A moment with its offset goes out as Unix seconds, which have no zone.";
    /// A sender with a control character.
    SENDER_CONTROL = ControlCharacter, Error, Inferred, "3GPP TS 23.038: a sender has no control characters",
        "holds a control character. Look at how it was pasted.";
}
