"""The Kenyan `smslist` family: Fast Message, Advanta, TextSMS, Celcom and other faces of one platform.

| operation | request |
| --- | --- |
| `Gateway.send_bulk` | `POST {base}/api/services/sendbulk` |
| `check_bulk` | judges a finished payload of it |

Requests are made of the classes here, or of dicts shaped as in the gateway's documents, or of both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, TypedDict

from ._native import Names
from ._native.smslist import Gateway, SentBulk, SentMessage, UnmatchedMessage, check_bulk
from ._request import Request

__all__ = [
    "BulkMessage",
    "Gateway",
    "Limits",
    "SendBulk",
    "SentBulk",
    "SentMessage",
    "UnmatchedMessage",
    "check_bulk",
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


class Limits(TypedDict, total=False):
    """The numbers of this dialect's rules, for `Gateway(limits=…)`."""

    messages_per_call: int
    body_bytes: int
    reply_bytes: int
    violations: int
    depth: int
    number_digits_min: int
    number_digits_max: int
