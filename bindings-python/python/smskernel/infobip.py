"""Infobip's SMS API and its white labels.

| operation | request |
| --- | --- |
| `Gateway.send_text` | `POST {base}/sms/1/text/advanced`, version 2: `/sms/2/` |
| `Gateway.send_binary` | `POST {base}/sms/1/binary/advanced`, version 2: `/sms/2/` |
| `Gateway.send_text_single`, `send_text_multi` | `POST {base}/sms/1/text/single` (version 2: `/sms/2/`), `…/multi` |
| `Gateway.send_binary_single`, `send_binary_multi` | `POST {base}/sms/1/binary/single`, `…/multi` |
| `Gateway.get_reports`, `get_logs` | `GET {base}/sms/1/reports`, each report once; `GET {base}/sms/1/logs` |
| `Gateway.get_inbox_reports`, `get_inbox_logs` | `GET {base}/sms/1/inbox/reports`, each message once; `…/logs` |
| `Gateway.get_schedule`, `reschedule` | `GET`, `PUT {base}/sms/1/bulks` |
| `Gateway.get_bulk_status`, `set_bulk_status` | `GET`, `PUT {base}/sms/1/bulks/status` |
| `Gateway.preview` | `POST {base}/sms/1/preview` |
| `Gateway.get_balance` | `GET {base}/account/1/balance` |
| `Gateway.create_session`, `end_session` | `POST`, `DELETE {base}/auth/1/session` |
| `Gateway.get_oauth_token` | `POST {base}/auth/1/oauth2/token` |
| `Gateway.confirm_conversion` | `POST {base}/ct/1/log/end/{messageId}` |
| `parse_webhook` | reads what the gateway pushes: delivery reports, inbound messages, clicks on links |
| `check_text`, `check_binary` and those with `_single` and `_multi` | judge finished payloads of the sends |

Requests are made of the classes here, or of dicts shaped as in the gateway's documents, or of both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, ClassVar, TypeAlias, TypedDict

from ._native import Names
from ._native.infobip import (
    ApiKey,
    Balance,
    Basic,
    Bearer,
    BulkStatus,
    ConversionConfirmed,
    DeliveryError,
    DeliveryReport,
    Gateway,
    GeoLocationInfo,
    Ibsso,
    InboundMessage,
    InboundMessages,
    Logs,
    OauthToken,
    Preview,
    Price,
    RecipientInfo,
    Reports,
    Schedule,
    SentMessage,
    SentMessages,
    Session,
    SessionEnded,
    Status,
    TextPreview,
    UnmatchedMessage,
    UrlClick,
    check_binary,
    check_binary_multi,
    check_binary_single,
    check_text,
    check_text_multi,
    check_text_single,
    parse_webhook,
)
from ._request import Request, SecretRequest

__all__ = [
    "ApiKey",
    "Balance",
    "Basic",
    "Bearer",
    "Binary",
    "BinaryMessage",
    "BulkStatus",
    "ConfirmConversion",
    "ConversionConfirmed",
    "CreateSession",
    "DeliveryError",
    "DeliveryReport",
    "DeliveryTimeWindow",
    "Destination",
    "EndSession",
    "Event",
    "Gateway",
    "GeoLocationInfo",
    "GetBalance",
    "GetBulkStatus",
    "GetInboxLogs",
    "GetInboxReports",
    "GetLogs",
    "GetOauthToken",
    "GetReports",
    "GetSchedule",
    "Ibsso",
    "InboundMessage",
    "InboundMessages",
    "IndiaDlt",
    "Language",
    "Limits",
    "Logs",
    "OauthToken",
    "Preview",
    "PreviewRequest",
    "Price",
    "RecipientInfo",
    "Regional",
    "Reports",
    "Reschedule",
    "Schedule",
    "SendBinary",
    "SendBinaryMulti",
    "SendText",
    "SendTextMulti",
    "SendingSpeedLimit",
    "SentMessage",
    "SentMessages",
    "Session",
    "SessionEnded",
    "SetBulkStatus",
    "SimpleBinary",
    "SimpleText",
    "SouthKorea",
    "Status",
    "TextMessage",
    "TextPreview",
    "TimeOfDay",
    "Tracking",
    "TurkeyIys",
    "UnmatchedMessage",
    "UrlClick",
    "UrlOptions",
    "check_binary",
    "check_binary_multi",
    "check_binary_single",
    "check_text",
    "check_text_multi",
    "check_text_single",
    "parse_webhook",
]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Destination(Request):
    """One number, and your id for the message to it."""

    _names: ClassVar[Names] = Names("infobip", "a destination")

    to: str | int
    """The phone number in international form."""
    message_id: str | int | None = None
    """Your id for this message, up to 200 characters, each used once; the gateway makes one up when it is unset."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Language(Request):
    """Which national language tables the text is written with."""

    _names: ClassVar[Names] = Names("infobip", "a language")

    language_code: str | None = None
    """`TR`, `ES` or `PT`; on version 2 also `AUTODETECT` and `NONE`."""
    single_shift: bool | None = None
    """Whether the language's table takes the place of the extension table. Version 1."""
    locking_shift: bool | None = None
    """Whether the language's table takes the place of the default table. Version 1."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TimeOfDay(Request):
    """A time of day, UTC. A `datetime.time` will do as well."""

    _names: ClassVar[Names] = Names("infobip", "a time of day", without=["extra"])

    hour: int
    """0 to 23."""
    minute: int
    """0 to 59."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DeliveryTimeWindow(Request):
    """On which days and between which times of day, UTC, a message may be sent.

    A `time` without time zone is UTC; one with another time zone than UTC is refused.
    """

    _names: ClassVar[Names] = Names("infobip", "a delivery time window")

    days: Sequence[str]
    """The days, `MONDAY` to `SUNDAY`; at least one."""
    from_: time | TimeOfDay | Mapping[str, Any] | None = None
    """The beginning, `from` on the wire; whole days when both ends are unset."""
    to: time | TimeOfDay | Mapping[str, Any] | None = None
    """The end, at least an hour later."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class IndiaDlt(Request):
    """Registration with India's Distributed Ledger Technology platform."""

    _names: ClassVar[Names] = Names("infobip", "the options for India")

    principal_entity_id: str
    """The registered entity that sends."""
    content_template_id: str | None = None
    """The registered template of the text."""
    telemarketer_id: str | None = None
    """The registered telemarketer. Version 2."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TurkeyIys(Request):
    """Registration with Turkey's consent platform. Version 2."""

    _names: ClassVar[Names] = Names("infobip", "the options for Turkey")

    recipient_type: str
    """`TACIR` (a merchant) or `BIREYSEL` (a private person)."""
    brand_code: int | None = None
    """The account's code there."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SouthKorea(Request):
    """What South Korea asks for. Version 2."""

    _names: ClassVar[Names] = Names("infobip", "the options for South Korea")

    reseller_code: int | None = None
    """The reseller's code, nine digits."""
    title: str | None = None
    """A title, up to 66 characters."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Regional(Request):
    """What the rules of single countries ask for."""

    _names: ClassVar[Names] = Names("infobip", "the regional options")

    india_dlt: IndiaDlt | Mapping[str, Any] | None = None
    """India."""
    turkey_iys: TurkeyIys | Mapping[str, Any] | None = None
    """Turkey. Version 2."""
    south_korea: SouthKorea | Mapping[str, Any] | None = None
    """South Korea. Version 2."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TextMessage(Request):
    """One text and where it goes."""

    _names: ClassVar[Names] = Names("infobip", "a message")

    to: str | int | Sequence[str | int | Destination | Mapping[str, Any]]
    """Where it goes: a number, or a list of numbers, with ids or without; at least one. `destinations` on the wire."""
    text: str
    """The text, at most 25 parts."""
    sender: str | None = None
    """The sender: 3 to 11 letters and digits, or 3 to 14 digits. `from` on the wire."""
    flash: bool | None = None
    """Whether it shows at once and is not stored (class 0). False by default."""
    language: Language | Mapping[str, Any] | None = None
    """The national language tables to use."""
    transliteration: str | None = None
    """What the gateway does about characters outside of the alphabet: a name such as `TURKISH`."""
    intermediate_report: bool | None = None
    """Whether intermediate delivery reports are pushed. False by default."""
    notify_url: str | None = None
    """Where delivery reports are pushed to."""
    notify_content_type: str | None = None
    """In what form: `application/json` or `application/xml`."""
    callback_data: str | None = None
    """Data of yours that comes back in the delivery report, up to 4,000 characters (200 with older operators)."""
    validity_period: timedelta | int | None = None
    """How long the message may wait for delivery, 1 to 2,880 minutes: whole minutes as a timedelta or an int."""
    send_at: datetime | str | None = None
    """When it is sent, at most 180 days ahead: a datetime with time zone. At once when unset."""
    delivery_time_window: DeliveryTimeWindow | Mapping[str, Any] | None = None
    """On which days and between which times of day it may be sent."""
    regional: Regional | Mapping[str, Any] | None = None
    """What the rules of single countries ask for."""
    notify: bool | None = None
    """In the version 1 SDKs; no document says what it does."""
    campaign_id: str | None = None
    """In the version 1 SDKs; no document says what it does."""
    operator_client_id: str | None = None
    """In the version 1 SDKs; no document says what it does."""
    entity_id: str | None = None
    """The entity that sends. Version 2, up to 50 characters."""
    application_id: str | None = None
    """The application that sends. Version 2, up to 50 characters."""
    campaign_reference_id: str | None = None
    """The campaign that it counts to. Version 2, up to 255 characters."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Binary(Request):
    """The content of a binary message, and how the handset takes it."""

    _names: ClassVar[Names] = Names("infobip", "a binary content")

    hex: str | bytes | bytearray | memoryview
    """The octets, 1 to 140: hexadecimal digits, two an octet, with or without single spaces between groups, sent as
    they are given; or the octets themselves."""
    data_coding: int | None = None
    """The SMPP `data_coding`, 0 to 255: 0 (the default) is the GSM alphabet, 8 is UTF-16."""
    esm_class: int | None = None
    """The SMPP `esm_class`, 0 to 255: with 64 the octets begin with a user data header. 0 by default."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class BinaryMessage(Request):
    """Octets and where they go."""

    _names: ClassVar[Names] = Names("infobip", "a binary message")

    to: str | int | Sequence[str | int | Destination | Mapping[str, Any]]
    """Where it goes: a number, or a list of numbers, with ids or without; at least one. `destinations` on the wire."""
    binary: Binary | Mapping[str, Any]
    """The content."""
    sender: str | None = None
    """The sender: 3 to 11 letters and digits, or 3 to 14 digits. `from` on the wire."""
    flash: bool | None = None
    """Whether it shows at once and is not stored (class 0). False by default."""
    intermediate_report: bool | None = None
    """Whether intermediate delivery reports are pushed. False by default."""
    notify_url: str | None = None
    """Where delivery reports are pushed to."""
    notify_content_type: str | None = None
    """In what form: `application/json` or `application/xml`."""
    callback_data: str | None = None
    """Data of yours that comes back in the delivery report, up to 4,000 characters (200 with older operators)."""
    validity_period: timedelta | int | None = None
    """How long the message may wait for delivery, 1 to 2,880 minutes: whole minutes as a timedelta or an int."""
    send_at: datetime | str | None = None
    """When it is sent, at most 180 days ahead: a datetime with time zone. At once when unset."""
    delivery_time_window: DeliveryTimeWindow | Mapping[str, Any] | None = None
    """On which days and between which times of day it may be sent."""
    regional: Regional | Mapping[str, Any] | None = None
    """What the rules of single countries ask for."""
    notify: bool | None = None
    """In the version 1 SDKs; no document says what it does."""
    campaign_id: str | None = None
    """In the version 1 SDKs; no document says what it does."""
    operator_client_id: str | None = None
    """In the version 1 SDKs; no document says what it does."""
    entity_id: str | None = None
    """The entity that sends. Version 2, up to 66 characters."""
    application_id: str | None = None
    """The application that sends. Version 2, up to 66 characters."""
    campaign_reference_id: str | None = None
    """The campaign that it counts to. Version 2, up to 255 characters."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Tracking(Request):
    """Conversion tracking, or tracking of links."""

    _names: ClassVar[Names] = Names("infobip", "a tracking")

    track: str | None = None
    """`SMS` or `URL`."""
    type: str | None = None
    """A name of your own for the campaign or flow, such as `MY_CAMPAIGN`. `type` on the wire."""
    process_key: str | None = None
    """The conversion process that this belongs to."""
    base_url: str | None = None
    """The base of shortened links."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SendingSpeedLimit(Request):
    """How fast the gateway sends. Version 2."""

    _names: ClassVar[Names] = Names("infobip", "a sending speed limit")

    amount: int
    """How many messages."""
    time_unit: str | None = None
    """In each `MINUTE` (the default), `HOUR` or `DAY`."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class UrlOptions(Request):
    """What is done to links in the text. Version 2."""

    _names: ClassVar[Names] = Names("infobip", "the URL options")

    shorten_url: bool | None = None
    """Whether links are shortened. True by default."""
    track_clicks: bool | None = None
    """Whether clicks are counted. True by default."""
    tracking_url: str | None = None
    """Where clicks are reported to."""
    remove_protocol: bool | None = None
    """Whether `https://` is left out of shortened links. False by default."""
    custom_domain: str | None = None
    """The domain of shortened links."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SendText(Request):
    """The request of `Gateway.send_text`: texts, each to one or many numbers."""

    _names: ClassVar[Names] = Names("infobip", "a request")

    messages: Sequence[TextMessage | Mapping[str, Any]]
    """The messages; at least one."""
    bulk_id: str | int | None = None
    """An id for the request as a whole, up to 100 characters; the gateway makes one up when it is unset."""
    tracking: Tracking | Mapping[str, Any] | None = None
    """Conversion or URL tracking."""
    sending_speed_limit: SendingSpeedLimit | Mapping[str, Any] | None = None
    """How fast the gateway sends. Version 2."""
    url_options: UrlOptions | Mapping[str, Any] | None = None
    """Shortening and tracking of links. Version 2."""
    include_sms_count_in_response: bool | None = None
    """Whether the reply tells the number of parts. Version 2, where it does not by default."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SendBinary(Request):
    """The request of `Gateway.send_binary`: octets, each to one or many numbers."""

    _names: ClassVar[Names] = Names("infobip", "a binary request")

    messages: Sequence[BinaryMessage | Mapping[str, Any]]
    """The messages; at least one."""
    bulk_id: str | int | None = None
    """An id for the request as a whole, up to 100 characters; the gateway makes one up when it is unset."""
    tracking: Tracking | Mapping[str, Any] | None = None
    """Conversion tracking. Version 1."""
    sending_speed_limit: SendingSpeedLimit | Mapping[str, Any] | None = None
    """How fast the gateway sends. Version 2."""
    include_sms_count_in_response: bool | None = None
    """Whether the reply tells the number of parts. Version 2, where it does not by default."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SimpleText(Request):
    """One text to one or many numbers, without ids and options.

    It is the request of `Gateway.send_text_single`, and a message of `SendTextMulti`.
    """

    _names: ClassVar[Names] = Names("infobip", "a simple message")

    to: str | int | Sequence[str | int]
    """The phone number, or a list of them; written as it is given."""
    text: str
    """The text, at most 25 parts and 4,000 bytes of UTF-8."""
    sender: str | None = None
    """The sender: 3 to 11 letters and digits, or 3 to 14 digits. `from` on the wire."""
    transliteration: str | None = None
    """What the gateway does about characters outside of the alphabet: a name such as `TURKISH`. In a version 1 SDK."""
    regional: Regional | Mapping[str, Any] | None = None
    """What the rules of single countries ask for. In a version 1 SDK."""
    campaign_id: str | None = None
    """In a version 1 SDK; no document says what it does."""
    operator_client_id: str | None = None
    """In a version 1 SDK; no document says what it does."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SendTextMulti(Request):
    """The request of `Gateway.send_text_multi`: texts, each to one or many numbers."""

    _names: ClassVar[Names] = Names("infobip", "a request of simple messages")

    messages: Sequence[SimpleText | Mapping[str, Any]]
    """The messages; at least one."""
    bulk_id: str | int | None = None
    """An id for the request as a whole, up to 100 characters; the gateway makes one up when it is unset."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SimpleBinary(Request):
    """Octets to one or many numbers, without ids and options.

    They are the request of `Gateway.send_binary_single`, and a message of `SendBinaryMulti`.
    """

    _names: ClassVar[Names] = Names("infobip", "a simple binary message")

    to: str | int | Sequence[str | int]
    """The phone number, or a list of them; written as it is given."""
    binary: Binary | Mapping[str, Any]
    """The content."""
    sender: str | None = None
    """The sender: 3 to 11 letters and digits, or 3 to 14 digits. `from` on the wire."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SendBinaryMulti(Request):
    """The request of `Gateway.send_binary_multi`: octets, each to one or many numbers."""

    _names: ClassVar[Names] = Names("infobip", "a request of simple binary messages")

    messages: Sequence[SimpleBinary | Mapping[str, Any]]
    """The messages; at least one."""
    bulk_id: str | int | None = None
    """An id for the request as a whole, up to 100 characters; the gateway makes one up when it is unset."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GetReports(Request):
    """The request of `Gateway.get_reports`: the delivery reports that were not handed out yet.

    Each is handed out once, so store the body as it came before anything looks at it.
    """

    _names: ClassVar[Names] = Names("infobip", "a request for reports")

    bulk_id: str | int | None = None
    """Of this bulk only."""
    message_id: str | int | None = None
    """Of this message only."""
    limit: int | None = None
    """How many at most, up to 1,000; the gateway gives 50 when it is unset."""
    application_id: str | None = None
    """Of this application only."""
    entity_id: str | None = None
    """Of this entity only."""
    campaign_reference_id: str | None = None
    """Of this campaign only."""
    extra: Mapping[str, str | int | bool] | None = None
    """Parameters that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GetLogs(Request):
    """The request of `Gateway.get_logs`: which messages of the last 48 hours to tell of."""

    _names: ClassVar[Names] = Names("infobip", "a request for logs")

    sender: str | None = None
    """Those of this sender, `from` on the wire."""
    to: str | int | None = None
    """Those to this number."""
    bulk_id: str | int | Sequence[str | int] | None = None
    """Those of these bulks, up to 2,048 characters with the commas between them."""
    message_id: str | int | Sequence[str | int] | None = None
    """Those of these ids, likewise."""
    general_status: str | None = None
    """Those whose status is of this group: `ACCEPTED`, `PENDING`, `UNDELIVERABLE`, `DELIVERED`, `EXPIRED` or
    `REJECTED`."""
    sent_since: datetime | str | None = None
    """Those sent at this time or later: a datetime with time zone."""
    sent_until: datetime | str | None = None
    """Those sent until this time."""
    limit: int | None = None
    """How many at most, up to 1,000; the gateway gives 50 when it is unset."""
    mcc: str | int | None = None
    """Those to networks of the country of this code."""
    mnc: str | int | None = None
    """Those to the network of this code; needs `mcc`."""
    extra: Mapping[str, str | int | bool] | None = None
    """Parameters that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GetInboxReports(Request):
    """The request of `Gateway.get_inbox_reports`: the messages that came in and were not handed out yet.

    Each is handed out once, so store the body as it came before anything looks at it.
    """

    _names: ClassVar[Names] = Names("infobip", "a request for inbound messages")

    limit: int | None = None
    """How many at most, up to 1,000; the gateway gives 50 when it is unset."""
    extra: Mapping[str, str | int | bool] | None = None
    """Parameters that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GetInboxLogs(Request):
    """The request of `Gateway.get_inbox_logs`: which messages that came in to tell of."""

    _names: ClassVar[Names] = Names("infobip", "a request for the log of inbound messages")

    keyword: str | None = None
    """Those that begin with this keyword; `NO_KEYWORD` for those that begin with none."""
    to: str | int | None = None
    """Those to this number or short code of yours."""
    received_since: datetime | str | None = None
    """Those that came at this time or later: a datetime with time zone."""
    received_until: datetime | str | None = None
    """Those that came until this time."""
    limit: int | None = None
    """How many at most, up to 1,000; the gateway gives 50 when it is unset."""
    extra: Mapping[str, str | int | bool] | None = None
    """Parameters that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, repr=False)
class GetSchedule(Request):
    """The request of `Gateway.get_schedule`: when a scheduled bulk will be sent."""

    _names: ClassVar[Names] = Names("infobip", "a schedule request")

    bulk_id: str | int
    """The bulk's id, yours or that of the reply to the send."""
    extra: Mapping[str, str | int | bool] | None = field(default=None, kw_only=True)
    """Parameters that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Reschedule(Request):
    """The request of `Gateway.reschedule`: another time for a scheduled bulk."""

    _names: ClassVar[Names] = Names("infobip", "a rescheduling")

    bulk_id: str | int
    """The bulk's id, yours or that of the reply to the send. It stands in the URL."""
    send_at: datetime | str
    """When it shall be sent, at most 180 days ahead: a datetime with time zone."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, repr=False)
class GetBulkStatus(Request):
    """The request of `Gateway.get_bulk_status`: the status of a scheduled bulk."""

    _names: ClassVar[Names] = Names("infobip", "a bulk status request")

    bulk_id: str | int
    """The bulk's id, yours or that of the reply to the send."""
    extra: Mapping[str, str | int | bool] | None = field(default=None, kw_only=True)
    """Parameters that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SetBulkStatus(Request):
    """The request of `Gateway.set_bulk_status`: holds a scheduled bulk, lets it go on, or calls it off."""

    _names: ClassVar[Names] = Names("infobip", "a change of a bulk's status")

    bulk_id: str | int
    """The bulk's id, yours or that of the reply to the send. It stands in the URL."""
    status: str
    """The status that it shall have: `PAUSED`, `PENDING` or `CANCELED`."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PreviewRequest(Request):
    """The request of `Gateway.preview`: how many parts a text takes.

    `smskernel.segments` says the same without asking.
    """

    _names: ClassVar[Names] = Names("infobip", "a preview request")

    text: str
    """The text."""
    language_code: str | None = None
    """The national language tables that it may be written with: `TR`, `ES`, `PT` or `AUTODETECT`."""
    transliteration: str | None = None
    """What is done about characters outside of the alphabet: a name such as `GREEK`."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GetBalance(Request):
    """The request of `Gateway.get_balance`, which has no fields."""

    _names: ClassVar[Names] = Names("infobip", "a balance request")

    extra: Mapping[str, str | int | bool] | None = None
    """Parameters that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CreateSession(SecretRequest):
    """The request of `Gateway.create_session`. It holds credentials, so it does not pickle."""

    _names: ClassVar[Names] = Names("infobip", "a session request")

    username: str | int
    """The account's user name."""
    password: str
    """The account's password."""
    unsafe: bool | None = None
    """In an example of the vendor's; no document says what it does."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class EndSession(Request):
    """The request of `Gateway.end_session`, which has no fields."""

    _names: ClassVar[Names] = Names("infobip", "an end of a session")

    extra: Mapping[str, str | int | bool] | None = None
    """Parameters that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GetOauthToken(SecretRequest):
    """The request of `Gateway.get_oauth_token`: a form. It holds credentials, so it does not pickle."""

    _names: ClassVar[Names] = Names("infobip", "a token request")

    client_id: str | int
    """The account's user name."""
    client_secret: str
    """The account's password."""
    grant_type: str | None = None
    """`client_credentials` when unset."""
    extra: Mapping[str, str | int | bool] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, repr=False)
class ConfirmConversion(Request):
    """The request of `Gateway.confirm_conversion`: a tracked message did what it was for."""

    _names: ClassVar[Names] = Names("infobip", "a confirmation")

    message_id: str | int
    """The message's id, yours or that of the reply to the send. It stands in the URL."""
    extra: Mapping[str, str | int | bool] | None = field(default=None, kw_only=True)
    """Parameters that the documents do not name: sent unchanged after the others."""


Event: TypeAlias = DeliveryReport | InboundMessage | UrlClick
"""What `parse_webhook` gives: what became of a message, a message that came in, or a click on a link."""


class Limits(TypedDict, total=False):
    """The numbers of this dialect's rules, for `Gateway(limits=…)`."""

    messages_per_call: int
    body_bytes: int
    reply_bytes: int
    violations: int
    depth: int
    number_digits_min: int
    number_digits_max: int
    bulk_id: int
    message_id: int
    callback_data: int
    callback_data_safe: int
    text_parts: int
    text_bytes: int
    sender_min: int
    sender_max: int
    sender_digits_min: int
    sender_digits_max: int
    validity_period_min: int
    validity_period_max: int
    send_at_days: int
    window_minutes: int
    entity_id: int
    application_id: int
    binary_entity_id: int
    binary_application_id: int
    binary_octets: int
    campaign_reference_id: int
    south_korea_title: int
    results_per_call: int
    query_ids: int
    log_hours: int
