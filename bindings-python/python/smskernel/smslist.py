"""The Kenyan `smslist` family: Fast Message, Advanta, TextSMS, Celcom and other faces of one platform.

| operation | request |
| --- | --- |
| `Gateway.send_bulk` | `POST {base}/api/services/sendbulk` |
| `Gateway.send_sms` | `POST {base}/api/services/sendsms`, or `GET` |
| `Gateway.send_otp` | `POST {base}/api/services/sendotp`, or `GET` |
| `Gateway.get_delivery_report` | `POST {base}/api/services/getdlr`, or `GET` |
| `Gateway.get_balance` | `POST {base}/api/services/getbalance`, or `GET` |
| `Gateway.credit` | `POST {base}/api/services/credit` |
| `parse_webhook` | reads what the platform pushes: delivery callbacks, messages to short codes |
| `check_bulk`, `check_sms`, `check_otp` | judge finished payloads of the sends |

Requests are made of the classes here, or of dicts shaped as in the gateway's documents, or of both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, TypeAlias, TypedDict

from ._native import Names
from ._native.smslist import (
    Balance,
    Credited,
    DeliveryReport,
    Gateway,
    InboundMessage,
    SentBulk,
    SentMessage,
    UnmatchedMessage,
    check_bulk,
    check_otp,
    check_sms,
    parse_webhook,
)
from ._request import Request

__all__ = [
    "Balance",
    "BulkMessage",
    "Credit",
    "Credited",
    "DeliveryReport",
    "Event",
    "Gateway",
    "GetBalance",
    "GetDeliveryReport",
    "InboundMessage",
    "Limits",
    "SendBulk",
    "SendOtp",
    "SendSms",
    "SentBulk",
    "SentMessage",
    "UnmatchedMessage",
    "check_bulk",
    "check_otp",
    "check_sms",
    "parse_webhook",
]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class BulkMessage(Request):
    """One text to one number. Partner id, API key and sender are the gateway's and are written into every item."""

    _names: ClassVar[Names] = Names("smslist", "an item", without=["partner_id", "api_key", "sender"])

    to: str | int
    """The phone number, `mobile` on the wire. `07…`, `01…`, `2540…` and nine digits become `254…`, with a warning."""
    text: str
    """The text, `message` on the wire."""
    client_sms_id: str | int | None = None
    """Your id for this message. An integer is written as one."""
    pass_type: str | None = None
    """`plain`, or `bm5` (base64, sent as given); the gateway's option when unset."""
    send_at: datetime | str | int | None = None
    """When it is sent, `timeToSend` on the wire: a datetime with time zone, the operator's local `YYYY-MM-DD HH:MM`, or
    Unix seconds. Not confirmed for lists, hence a warning."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SendBulk(Request):
    """The request of `Gateway.send_bulk`: texts, each to one number."""

    _names: ClassVar[Names] = Names("smslist", "a request", without=["count"])

    messages: Sequence[BulkMessage | Mapping[str, Any]]
    """The messages; at least one. `smslist` on the wire; its `count` is always their number."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SendSms(Request):
    """The request of `Gateway.send_sms`: one text to one number or many.

    Partner id and API key are the gateway's.
    """

    _names: ClassVar[Names] = Names("smslist", "a text message", without=["partner_id", "api_key"])

    text: str
    """The text, `message` on the wire."""
    to: str | int | Sequence[str | int]
    """The phone numbers, `mobile` on the wire; at least one. A text may have several with commas between them."""
    sender: str | None = None
    """The sender ID, `shortcode` on the wire; the gateway's when unset."""
    send_at: datetime | str | int | None = None
    """When it is sent, `timeToSend` on the wire: a datetime with time zone, the operator's local `YYYY-MM-DD HH:MM`, or
    Unix seconds. At once when unset."""
    pass_type: str | None = None
    """`plain`, or `bm5` (base64, sent as given); the gateway's option when unset."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SendOtp(Request):
    """The request of `Gateway.send_otp`: one transactional text to one number.

    Partner id and API key are the gateway's.
    """

    _names: ClassVar[Names] = Names("smslist", "a transactional message", without=["partner_id", "api_key"])

    text: str
    """The text, `message` on the wire; a one-time password stands in it."""
    to: str | int
    """The phone number, or its hash if `hashed` says so. `mobile` on the wire."""
    sender: str | None = None
    """The sender ID, `shortcode` on the wire; the gateway's when unset."""
    hashed: bool | None = None
    """Whether `to` is the hash of a Safaricom number in its form `254…`. It goes out as given."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, repr=False)
class GetDeliveryReport(Request):
    """The request of `Gateway.get_delivery_report`: where one message stands."""

    _names: ClassVar[Names] = Names("smslist", "a delivery report request", without=["partner_id", "api_key"])

    message_id: str | int
    """The gateway's id of the message."""
    extra: Mapping[str, Any] | None = field(default=None, kw_only=True)
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GetBalance(Request):
    """The request of `Gateway.get_balance`, which has no fields of its own."""

    _names: ClassVar[Names] = Names("smslist", "a balance request", without=["partner_id", "api_key"])

    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Credit(Request):
    """The request of `Gateway.credit`: money for the account of a client."""

    _names: ClassVar[Names] = Names("smslist", "a credit request", without=["partner_id", "api_key"])

    child_id: str | int
    """The client's user name."""
    amount: str | int | float
    """How many Kenyan shillings: a decimal number above zero. A str is taken digit for digit."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


Event: TypeAlias = DeliveryReport | InboundMessage
"""What `parse_webhook` gives: what became of a message, or a message to your short code."""


class Limits(TypedDict, total=False):
    """The numbers of this dialect's rules, for `Gateway(limits=…)`."""

    messages_per_call: int
    body_bytes: int
    reply_bytes: int
    violations: int
    depth: int
    number_digits_min: int
    number_digits_max: int
