"""Blackkonnect's SMS API.

| operation | request |
| --- | --- |
| `Gateway.get_token` | `POST {base}/api/sms/authenticate/access-token/token/v1` |
| `Gateway.send_message` | `POST {base}/api/sms/send-message/v1` |
| `Gateway.send_bulk` | `POST {base}/api/sms/send-bulk-messages/v1` |
| `Gateway.get_bulk_status` | `GET {base}/api/sms/messages/status/bulk/{bulkCorrelationId}/v1` |
| `Gateway.get_message_status` | `GET {base}/api/sms/messages/status/{messageId}/v1`, a path that is an option |
| `parse_webhook` | reads deliveries that arrive at an address of yours; no document describes any |
| `check_message`, `check_bulk` | judge finished payloads of the sends |

Requests are made of the classes here, or of dicts shaped as in the gateway's documents, or of both. Its documents show
examples and nothing else, so little is refused and most rules warn. Classes bear the names of the documents' schemas.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, ClassVar, TypeAlias, TypedDict

from ._native import Names
from ._native.blackkonnect import (
    BulkSmsMessageResponse,
    DeliveryStatuses,
    Gateway,
    GatewayMessageDeliveryStatus,
    GenericResponseNetworkOperatorMessageDeliveryDTO,
    ItemPagination,
    MessageGroupStatus,
    NetworkOperatorMessageDeliveryDTO,
    ProblemDetail,
    SentMessage,
    SimpleSmsMessageResponse,
    SmsMessageDeliveryStatus,
    Token,
    check_bulk,
    check_message,
    parse_webhook,
    problem_detail,
)
from ._request import Request, SecretRequest

__all__ = [
    "BulkSmsMessageRequest",
    "BulkSmsMessageResponse",
    "DeliveryStatuses",
    "DeliveryTime",
    "DeliveryWindow",
    "Event",
    "Gateway",
    "GatewayMessageDeliveryStatus",
    "GatewayMessageDeliveryStatusDTO",
    "GenericRequest",
    "GenericResponseNetworkOperatorMessageDeliveryDTO",
    "GetBulkStatus",
    "GetMessageStatus",
    "ItemPagination",
    "Limits",
    "MessageDestination",
    "MessageGroupStatus",
    "NetworkOperatorMessageDeliveryDTO",
    "ProblemDetail",
    "SentMessage",
    "SimpleSmsMessageRequest",
    "SimpleSmsMessageResponse",
    "SmsMessage",
    "SmsMessageDeliveryStatus",
    "Token",
    "TokenRequest",
    "check_bulk",
    "check_message",
    "parse_webhook",
    "problem_detail",
]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TokenRequest(SecretRequest):
    """The request of `Gateway.get_token`: a form. It holds credentials, so it does not pickle."""

    _names: ClassVar[Names] = Names("blackkonnect", "a token request")

    scope: str | None = None
    """What the token shall be good for. No document gives a value."""
    client_id: str | int
    """The client's id; the documents' example is an e-mail address."""
    client_secret: str
    """The client's secret."""
    grant_type: str | None = None
    """`client_credentials` when unset."""
    extra: Mapping[str, str | int | bool] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GenericRequest(Request):
    """What both sends have in common: six ids, all of them optional."""

    _names: ClassVar[Names] = Names("blackkonnect", "a generic request")

    message_id: str | int | None = None
    """Your id of the request, or of its one message."""
    reference_id_1: str | int | None = None
    """A reference of yours."""
    reference_id_2: str | int | None = None
    """A second reference of yours."""
    service_id: str | int | None = None
    """The service that sends. No document says more."""
    request_id: str | int | None = None
    """Your id of this request; replies repeat it."""
    initiator_id: str | int | None = None
    """Who initiates it. No document says more."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


# No slots of its own: type checkers take those of the base for part of them.
@dataclass(frozen=True, kw_only=True, repr=False)
class SimpleSmsMessageRequest(GenericRequest):
    """The request of `Gateway.send_message`: one text to one number."""

    _names: ClassVar[Names] = Names("blackkonnect", "a simple message")

    text: str | None = None
    """The text."""
    to: str | int
    """The phone number, `destination` on the wire."""
    sender: str | None = None
    """The sender, `sourceAddress` on the wire."""
    priority: int | None = None
    """How urgent it is. No document says which way it counts."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class MessageDestination(Request):
    """One number, and your id for the message to it."""

    _names: ClassVar[Names] = Names("blackkonnect", "a destination")

    to: str | int
    """The phone number, `destination` on the wire."""
    message_id: str | int | None = None
    """Your id for this message."""
    sender: str | None = None
    """The sender of this message, `sourceAddress` on the wire. That it goes before the request's is inferred."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DeliveryTime(Request):
    """A time of day on the gateway's clock; no document says in which time zone. A `datetime.time` will do as well."""

    _names: ClassVar[Names] = Names("blackkonnect", "a delivery time", without=["extra"])

    hour: int
    """0 to 23."""
    minute: int
    """0 to 59."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DeliveryWindow(Request):
    """On which days and between which times of day a message may be sent.

    Times are the gateway's: a `time` with a time zone is refused, for no document says which one the gateway has.
    """

    _names: ClassVar[Names] = Names("blackkonnect", "a delivery window")

    days: Sequence[str] | None = None
    """The days, `MONDAY` to `SUNDAY`."""
    from_: time | DeliveryTime | Mapping[str, Any] | None = None
    """The beginning, `from` on the wire."""
    to: time | DeliveryTime | Mapping[str, Any] | None = None
    """The end."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SmsMessage(Request):
    """One text and where it goes."""

    _names: ClassVar[Names] = Names("blackkonnect", "a message")

    to: str | int | Sequence[str | int | MessageDestination | Mapping[str, Any]]
    """Where it goes: a number, or a list of numbers, with ids or without; at least one. `destinations` on the wire."""
    callback_data: str | None = None
    """Data of yours. No document says where it comes back."""
    delivery_time_window: DeliveryWindow | Mapping[str, Any] | None = None
    """On which days and between which times of day it may be sent."""
    text: str | None = None
    """The text."""
    entity_id: str | None = None
    """The entity that sends. No document says more."""
    send_at: datetime | str | None = None
    """When it is sent: a datetime with time zone, written in UTC. At once when unset."""
    validity_period_minutes: timedelta | int | None = None
    """How long it may wait for delivery: whole minutes as a timedelta or an int. The documents' example is 0, without a
    word on what that means."""
    priority: int | None = None
    """How urgent it is. No document says which way it counts."""
    extra: Mapping[str, Any] | None = None
    """Fields that the documents do not name: sent unchanged after the others."""


# No slots of its own: type checkers take those of the base for part of them.
@dataclass(frozen=True, kw_only=True, repr=False)
class BulkSmsMessageRequest(GenericRequest):
    """The request of `Gateway.send_bulk`: texts, each to one or many numbers."""

    _names: ClassVar[Names] = Names("blackkonnect", "a bulk request")

    bulk_id: str | int | None = None
    """Your id for the bulk as a whole."""
    sender: str | None = None
    """The sender of all messages that name no other, `sourceAddress` on the wire."""
    messages: Sequence[SmsMessage | Mapping[str, Any]]
    """The messages; at least one."""


@dataclass(frozen=True, slots=True, repr=False)
class GetBulkStatus(Request):
    """The request of `Gateway.get_bulk_status`: one page of a bulk's statuses.

    Each answer has in `next` the request for the page behind it, so that a walk is a loop:
    `request = GetBulkStatus("id", size=100)`, then, while it is not None, ask, and take the answer's `next`. It is a
    value that pickles, and can be asked again after a lost reply. `extra` goes to every page, so the reader and `next`
    keep it: put no credentials there.
    """

    _names: ClassVar[Names] = Names("blackkonnect", "a bulk status request")

    bulk_correlation_id: str | int
    """The `correlation_id` of the answer to the bulk."""
    page: int | None = field(default=None, kw_only=True)
    """Which page, the first being 0; the gateway's choice when unset."""
    size: int | None = field(default=None, kw_only=True)
    """How many statuses a page has; the gateway's choice when unset."""
    sort: str | None = field(default=None, kw_only=True)
    """In which order, such as `destination,asc`."""
    seen: str | None = field(default=None, kw_only=True)
    """Which pages were there before, as the answer's `next` says it. Never sent."""
    extra: Mapping[str, str | int | bool] | None = field(default=None, kw_only=True)
    """Parameters that the documents do not name: sent unchanged after the others."""


@dataclass(frozen=True, slots=True, repr=False)
class GetMessageStatus(Request):
    """The request of `Gateway.get_message_status`: the status of one message."""

    _names: ClassVar[Names] = Names("blackkonnect", "a message status request")

    message_id: str | int
    """The message's id: yours, or whichever your operator takes."""
    extra: Mapping[str, str | int | bool] | None = field(default=None, kw_only=True)
    """Parameters that the documents do not name: sent unchanged."""


GatewayMessageDeliveryStatusDTO: TypeAlias = dict[str, Any]
"""Of this schema no document shows a field: an open object, kept as it came. It likely stands behind `message_content`
of a `NetworkOperatorMessageDeliveryDTO`, in its `extra`."""


Event: TypeAlias = GatewayMessageDeliveryStatus | NetworkOperatorMessageDeliveryDTO
"""What `parse_webhook` gives: both say what became of a message."""


class Limits(TypedDict, total=False):
    """The numbers of this dialect's rules, for `Gateway(limits=…)`."""

    messages_per_call: int
    body_bytes: int
    reply_bytes: int
    violations: int
    depth: int
    number_digits_min: int
    number_digits_max: int
