//! The rules that hold for every dialect. Those of one gateway stand in its folder.

use crate::violation::rules;

rules! {
    /// A value of another kind.
    WRONG_TYPE = WrongType, Error, Documented, "the field tables of the gateways' documents",
        "expected {0}, found {1}.";
    /// A number beyond every field.
    INTEGER_BEYOND = OutOfRange, Error, Inferred, "no field of any dialect is wider than 64 bits",
        "{value} is beyond any number that the field can hold.", fixed;
    /// A required field is absent, null, or a list holds a null.
    MISSING = Missing, Error, Documented, "the field tables of the gateways' documents; where they have none, what a request cannot go without",
        "is required and was not given.";
    /// The text is not JSON.
    INVALID_JSON = InvalidJson, Error, Documented, "RFC 8259",
        "the text is not JSON: at byte {0}, {1}.";
    /// Too deep a nesting.
    TOO_DEEP = TooDeep, Error, Inferred, "our own limit against hostile input, `limits.depth`",
        "lists and objects lie more than {0} deep in each other.";
    /// A field that is not in the documents.
    UNKNOWN_KEY = UnknownKey, Error, Documented, "the field tables of the gateways' documents",
        "is not a field of {0}.{1}";
    /// Both vocabularies in one object.
    MIXED_NAMES = MixedNames, Error, Inferred, "our own rule: one spelling within one object",
        "is our name, but the same object uses the gateway's name `{0}`. Use one spelling throughout: here `{1}`.";
    /// One key, two values.
    DUPLICATE_KEY = DuplicateKey, Error, Documented, "RFC 8259 section 4: names should be unique",
        "is given twice, with different values. Remove one.";
    /// A documented field among the others.
    EXTRA_KNOWN = KnownKey, Error, Inferred, "our own rule: a body has each key once",
        "is a field of {0} and cannot be given under `extra`. Give it as the field.";
    /// One key, twice the same value.
    REPEATED_KEY = RepeatedKey, Warning, Documented, "RFC 8259 section 4: names should be unique",
        "is given twice, with the same value. It is sent once.";
    /// A null on the wire.
    NULL_FIELD = NullField, Warning, Inferred, "no document shows a null in a request",
        "is null. Leave an unset field out.";
    /// Nothing where something must be.
    EMPTY = Empty, Error, Documented, "required fields of the gateways' documents",
        "must not be empty.";
    /// A decoder lost a character.
    REPLACEMENT_CHARACTER = ReplacementCharacter, Error, Inferred, "the Unicode Standard: U+FFFD stands for what could not be decoded",
        "holds U+FFFD at byte {0}: a character was lost in decoding before the text came here. Repair the source.";
    /// A NUL.
    NUL = ControlCharacter, Error, Inferred, "RFC 8259 allows it; no SMS can carry it",
        "holds a NUL character at byte {0}. Remove it.";
    /// Something that is neither digit nor separator.
    NUMBER_CHARACTERS = NumberCharacters, Error, Documented, "numbers are digits in international form in the documents of Infobip and smslist; elsewhere inferred",
        "{value} is no phone number: {0} cannot stand in one. Give digits in international form, such as 41793026727.";
    /// No digit at all.
    NUMBER_WITHOUT_DIGITS = NumberCharacters, Error, Documented, "numbers are digits in international form in the documents of Infobip and smslist; elsewhere inferred",
        "is no phone number: there is no digit in it. Give digits in international form, such as 41793026727.";
    /// A domestic zero in brackets.
    NUMBER_TRUNK_ZERO = NumberTrunkZero, Error, Inferred, "ITU-T E.123: the bracketed zero is for domestic calls only",
        "{value} holds the domestic (0), which is not dialled from abroad. Leave it out.";
    /// A domestic form.
    LOCAL_NUMBER = LocalNumber, Error, Documented, "numbers are in international form in the documents of Infobip and smslist",
        "{value} is in a domestic form: it begins with 0. Give it with its country code, without the 0.";
    /// Too few or too many digits.
    NUMBER_LENGTH = NumberLength, Error, Documented, "ITU-T E.164: at most 15 digits; the lower bound is inferred",
        "{value} has {0}; a phone number has {1}. Give it in international form.";
    /// A changed number.
    NUMBER_CHANGED = NumberChanged, Warning, Documented, "numbers are digits in international form in the documents of Infobip and smslist; elsewhere inferred",
        "{value} was not in the gateway's form, and is sent as {0}.";
    /// A completed Kenyan number.
    NUMBER_COMPLETED = NumberChanged, Warning, Inferred, "operators document 254… and 07…; a lost zero or 254 before it are common",
        "{value} is sent as {0}, with the country code of Kenya.";
    /// A number of a finished payload that the request door would have changed.
    NUMBER_UNUSUAL = NumberChanged, Warning, Documented, "numbers are digits in international form in the documents of Infobip and smslist; elsewhere inferred",
        "{value} is not in the gateway's form, which is {0}.";
    /// A number that would have to change.
    NUMBER_NOT_EXACT = NumberNotExact, Error, Documented, "the option `numbers` is `exact`",
        "{value} is not in the gateway's form, and `numbers` = exact lets nothing be changed. Give its digits alone, the country code first.";
    /// The same number twice.
    DUPLICATE_RECIPIENT = DuplicateRecipient, Warning, Inferred, "nobody documents that a second message to one number is dropped",
        "{value} is in the list already: that number gets both messages.";
    /// A field of the other endpoint version's form, or a plain wrong choice.
    UNKNOWN_VALUE = UnknownValue, Error, Documented, "the value lists of the gateways' documents",
        "{value} is not one of {0}.{1}";
    /// An option that does not exist.
    UNKNOWN_OPTION = UnknownValue, Error, Documented, "the options of the gateway's class",
        "{value} is not one of {0}.{1}";
    /// Not a point in time.
    INVALID_TIME = InvalidTime, Error, Documented, "vendor OpenAPI: yyyy-MM-dd'T'HH:mm:ss.SSSZ",
        "{value} is not a point in time: {0}. Give it like 2026-12-01T08:00:00.000+0000.";
    /// No offset.
    NAIVE_DATETIME = NaiveDatetime, Error, Documented, "vendor OpenAPI: the form ends in the offset",
        "{value} does not say its offset from UTC, so the moment is not known. Add one, such as +0000.";
    /// More than the limit.
    MORE_VIOLATIONS = MoreViolations, Error, Inferred, "our own limit, `limits.violations`",
        "{0} more, beyond `limits.violations`.";
    /// More messages than the caller's limit or ours.
    TOO_MANY_MESSAGES = TooManyMessages, Warning, Inferred, "no document of this gateway gives a limit",
        "holds {0} messages, one text to one number each, over `limits.messages_per_call` = {1}. Use `plan`, which cuts a long list into calls.";
    /// Too many bytes.
    BODY_TOO_LARGE = BodyTooLarge, Warning, Inferred, "no gateway documents a limit; our default is 1 MB",
        "the body has {0} bytes, over `limits.body_bytes` = {1}. Use `plan`, which cuts a long list into calls.";
    /// A part of a path that is not there.
    PATH_EMPTY = Empty, Error, Inferred, "RFC 3986, 3.3: an empty part of a path names something else",
        "must not be empty: it stands in the path of the request.", fixed;
    /// A part of a path that clients take away.
    PATH_DOTS = InvalidPath, Error, Documented, "RFC 3986, 5.2.4: dot segments are removed",
        "{value} cannot stand in a URL: clients take it for a step in the path. Give the gateway's own id.";
    /// Not a path.
    PATH_TEMPLATE = InvalidPath, Error, Documented, "RFC 3986, 3.3",
        "is not a usable path: {0}. Give it like {1}.";
    /// A URL that is too long for what it passes through.
    URL_LONG = TooLong, Error, Inferred, "RFC 9110, 4.1: recipients should take 8,000 octets at least",
        "the URL has {0} bytes, and no more than {1} surely pass. Shorten what stands in it.", fixed;
    /// Not a base URL.
    INVALID_BASE_URL = InvalidBaseUrl, Error, Documented, "RFC 3986; base URLs may carry a path prefix",
        "is not a usable base URL: {0}.";
    /// No TLS.
    HTTPS_REQUIRED = HttpsRequired, Error, Documented, "Infobip and smslist document HTTPS; the credentials are in every request",
        "must begin with https://, for every request carries the credentials. Loopback is excepted; else set `allow_http`.";
    /// A line break in a credential.
    HEADER_INJECTION = HeaderInjection, Error, Documented, "RFC 9110 section 5.5: field values hold no control characters",
        "holds a control character, which no credential has and which could end a header. Look at how it was read.";
    /// A credential as pasted.
    CREDENTIAL_CHARACTERS = CredentialCharacters, Error, Field, "integrators report keys pasted with blanks or quotes",
        "{0}. Look at how it was pasted.";
    /// A limit below zero.
    LIMIT_NEGATIVE = OutOfRange, Error, Documented, "the table of limits",
        "{value} is below zero; a limit is a whole number from 0 on.";
    /// A depth beyond what reading trees by recursion bears.
    LIMIT_DEPTH = OutOfRange, Error, Inferred, "our own limit: deeper trees could run out of stack",
        "{value} is over {0}, the deepest nesting that is ever read. Give {0} or less.";
    /// No such code.
    UNKNOWN_CODE = UnknownCode, Error, Documented, "the table of codes",
        "{value} is no code.{0}";
    /// A code that stays.
    FIXED_CODE = FixedCode, Error, Documented, "the table of codes",
        "{value} cannot be moved: a request with it could not be built, or not safely.";
    /// Not our bytes.
    INVALID_READER = InvalidReader, Error, Documented, "the format of saved readers",
        "is no saved reply reader: {0}.";
    /// Not our results.
    INVALID_RESULT = InvalidResult, Error, Documented, "`merge` takes what the calls of one plan gave",
        "{0}.";
}
