"""The classes and functions of `smskernel.blackkonnect` that are not written in Python."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, Literal, Self, final

from .._webhook import WebhookLimits
from ..blackkonnect import (
    BulkSmsMessageRequest,
    Event,
    GetBulkStatus,
    GetMessageStatus,
    Limits,
    SimpleSmsMessageRequest,
    SmsMessage,
    TokenRequest,
)
from ..errors import Code, ReplyError
from . import Call, Outcome, Plan, Violation, Webhook, _Answer, _SupportsItems

@final
class Gateway:
    """One account of Blackkonnect: base URL, access token, ids and options. Immutable; `repr()` shows neither the
    token nor the ids.

    `base_url` is `https://…` as the operator names it; a path prefix stays. `token` is a `Token` or its text;
    without one only `get_token` can be called, and `with_token` gives the same account with one.
    `service_account_id` and `organisation_id` go into headers of their own. `message_status_path` is the path
    of `get_message_status`, with `{messageId}` where the id stands: no document gives it. `limits` sets numbers
    of the rules by name, `allow` makes errors of those codes warnings, `forbid` warnings errors.
    `numbers="exact"` sends numbers as they are given. `allow_http` lets plain http go elsewhere than to loopback.

    Raises `InvalidRequest` with paths such as `gateway.base_url`.
    """

    def __new__(
        cls,
        base_url: str,
        *,
        token: Token | str | None = ...,
        service_account_id: str | int | None = ...,
        organisation_id: str | int | None = ...,
        message_status_path: str | None = ...,
        numbers: Literal["clean", "exact"] | None = ...,
        limits: Limits | None = ...,
        allow: Sequence[Code] = ...,
        forbid: Sequence[Code] = ...,
        allow_http: bool | None = ...,
    ) -> Self: ...
    @property
    def base_url(self) -> str:
        """The base URL."""
    @property
    def has_token(self) -> bool:
        """Whether it has an access token."""
    @property
    def token_expires_at(self) -> datetime | None:
        """When its access token expires, a datetime in UTC, if it is a JSON Web Token that says so; else None."""
    def with_token(self, token: Token | str, /) -> Gateway:
        """The same account with that access token: the answer of `get_token`, or its text.

        Raises `InvalidRequest` for a text that no header can carry.
        """
    def get_token(
        self,
        request: TokenRequest | Mapping[str, Any] | None = None,
        /,
        *,
        scope: str | None = ...,
        client_id: str | int = ...,
        client_secret: str = ...,
        grant_type: str | None = ...,
        extra: Mapping[str, str | int | bool] | None = ...,
    ) -> Call[Token]:
        """`POST {base}/api/sms/authenticate/access-token/token/v1`: asks for an access token.

        Takes a `TokenRequest`, a dict of the form's fields, or the fields as keyword arguments. Raises
        `InvalidRequest` with all that is wrong.
        """
    def get_token_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[Token]:
        """The same from JSON text: str, or bytes as they are."""
    def send_message(
        self,
        request: SimpleSmsMessageRequest | Mapping[str, Any] | None = None,
        /,
        *,
        message_id: str | int | None = ...,
        reference_id_1: str | int | None = ...,
        reference_id_2: str | int | None = ...,
        service_id: str | int | None = ...,
        request_id: str | int | None = ...,
        initiator_id: str | int | None = ...,
        text: str | None = ...,
        to: str | int = ...,
        sender: str | None = ...,
        priority: int | None = ...,
        extra: Mapping[str, Any] | None = ...,
    ) -> Call[SimpleSmsMessageResponse]:
        """`POST {base}/api/sms/send-message/v1`: one text to one number.

        Takes a `SimpleSmsMessageRequest`, a dict shaped as in the gateway's documents, or the fields as keyword
        arguments. Raises `InvalidRequest` with all that is wrong.
        """
    def send_message_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[SimpleSmsMessageResponse]:
        """The same from JSON text: str, or bytes as they are."""
    def send_bulk(
        self,
        request: BulkSmsMessageRequest | Mapping[str, Any] | None = None,
        /,
        *,
        message_id: str | int | None = ...,
        reference_id_1: str | int | None = ...,
        reference_id_2: str | int | None = ...,
        service_id: str | int | None = ...,
        request_id: str | int | None = ...,
        initiator_id: str | int | None = ...,
        bulk_id: str | int | None = ...,
        sender: str | None = ...,
        messages: Sequence[SmsMessage | Mapping[str, Any]] = ...,
        extra: Mapping[str, Any] | None = ...,
        now: datetime | None = None,
    ) -> Call[BulkSmsMessageResponse]:
        """`POST {base}/api/sms/send-bulk-messages/v1`: texts, each to one or many numbers.

        Takes a `BulkSmsMessageRequest`, a dict shaped as in the gateway's documents, or the fields as keyword
        arguments. With `now`, a datetime with time zone, `send_at` is judged against it. Raises `InvalidRequest`
        with all that is wrong.
        """
    def send_bulk_json(
        self, text: str | bytes | bytearray | memoryview, /, *, now: datetime | None = None
    ) -> Call[BulkSmsMessageResponse]:
        """The same from JSON text: str, or bytes as they are."""
    def get_bulk_status(
        self,
        request: GetBulkStatus | Mapping[str, Any] | None = None,
        /,
        *,
        bulk_correlation_id: str | int = ...,
        page: int | None = ...,
        size: int | None = ...,
        sort: str | None = ...,
        seen: str | None = ...,
        extra: Mapping[str, str | int | bool] | None = ...,
    ) -> Call[DeliveryStatuses]:
        """`GET {base}/api/sms/messages/status/bulk/{bulkCorrelationId}/v1`: one page of a bulk's statuses.

        Takes a `GetBulkStatus`, such as the `next` of the page before, a dict, or the fields as keyword arguments.
        Raises `InvalidRequest` with all that is wrong.
        """
    def get_bulk_status_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[DeliveryStatuses]:
        """The same from JSON text: str, or bytes as they are."""
    def get_message_status(
        self,
        request: GetMessageStatus | Mapping[str, Any] | None = None,
        /,
        *,
        message_id: str | int = ...,
        extra: Mapping[str, str | int | bool] | None = ...,
    ) -> Call[DeliveryStatuses]:
        """`GET {base}/api/sms/messages/status/{messageId}/v1`: the status of one message, at a path that no document
        confirms.

        Takes a `GetMessageStatus`, a dict, or the fields as keyword arguments. Raises `InvalidRequest` with all
        that is wrong.
        """
    def get_message_status_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[DeliveryStatuses]:
        """The same from JSON text: str, or bytes as they are."""
    def plan(
        self,
        messages: Iterable[SmsMessage | Mapping[str, Any]],
        /,
        *,
        on_invalid: Literal["raise", "set_aside"] = "raise",
        message_id: str | int | None = ...,
        reference_id_1: str | int | None = ...,
        reference_id_2: str | int | None = ...,
        service_id: str | int | None = ...,
        request_id: str | int | None = ...,
        initiator_id: str | int | None = ...,
        bulk_id: str | int | None = ...,
        sender: str | None = ...,
        extra: Mapping[str, Any] | None = ...,
        now: datetime | None = None,
    ) -> Plan[BulkSmsMessageResponse, SentMessage]:
        """Cuts a long list of messages into calls of `send_bulk`, by count and by bytes. Any iterable will do.

        `on_invalid="raise"` judges everything first and raises `InvalidRequest` with all that is wrong;
        `"set_aside"` puts what cannot be sent into the plan's `rejected` and goes on. The other keyword arguments
        go into every call.
        """
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: Any, /) -> Self: ...
    def __reduce__(self) -> str | tuple[Any, ...]: ...

@final
class Token:
    """The answer to `Gateway.get_token`: an access token, for `Gateway.with_token`.

    `repr()` says when it expires and nothing of the token, and `to_dict()` leaves it out; it does not pickle.
    """

    __match_args__ = ("expires_at", "raw_body")
    @property
    def expires_at(self) -> datetime | None:
        """When it expires, a datetime in UTC, if it is a JSON Web Token that says so; else None."""
    @property
    def raw_body(self) -> bytes:
        """The body as it came; the token stands in it. Never printed."""
    def reveal(self) -> str:
        """The token itself. Whoever keeps it keeps a copy."""
    def to_dict(self) -> dict[str, Any]:
        """What is known of it, as a dict that `json.dumps` takes: neither the token nor `raw_body` is in it."""
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: Any, /) -> Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> str | tuple[Any, ...]: ...

@final
class SimpleSmsMessageResponse(_Answer):
    """The answer to `Gateway.send_message`."""

    __match_args__ = (
        "messages",
        "delivery_status",
        "code",
        "message",
        "data",
        "correlation_id",
        "conversation_id",
        "request_id",
        "items",
        "item_pagination",
        "is_successful",
        "raw_body",
    )
    def __new__(
        cls,
        *,
        messages: tuple[SentMessage, ...],
        delivery_status: str | None = None,
        code: int | None = None,
        message: Any = None,
        data: Any = None,
        correlation_id: str | None = None,
        conversation_id: str | None = None,
        request_id: str | None = None,
        items: Any = None,
        item_pagination: ItemPagination | None = None,
        is_successful: bool | None = None,
        raw_body: bytes,
    ) -> Self: ...
    @property
    def messages(self) -> tuple[SentMessage, ...]:
        """One result for each message sent, one text to one number, in the order sent: a tuple of
        `SentMessage`.
        """
    @property
    def delivery_status(self) -> str | None:
        """The message's `deliveryStatus`."""
    @property
    def code(self) -> int | None:
        """A code. No document gives the values."""
    @property
    def message(self) -> Any:
        """What the gateway says, in any form: plain values."""
    @property
    def data(self) -> Any:
        """What the request was about, as plain values: for a bulk a message, as the documents have it."""
    @property
    def correlation_id(self) -> str | None:
        """The gateway's id of the request, by which its statuses are likely asked for."""
    @property
    def conversation_id(self) -> str | None:
        """The gateway's id of the exchange."""
    @property
    def request_id(self) -> str | None:
        """Your id of the request."""
    @property
    def items(self) -> Any:
        """What the request was about as a list, as plain values: for a bulk its messages."""
    @property
    def item_pagination(self) -> ItemPagination | None:
        """Which part of the list they are."""
    @property
    def is_successful(self) -> bool | None:
        """Whether the gateway says that it worked."""
    @property
    def raw_body(self) -> bytes:
        """The body as it came. Never printed."""

@final
class BulkSmsMessageResponse(_Answer):
    """The answer to `Gateway.send_bulk`. The entries of `smsMessageDeliveryStatuses` stand in `messages`, those about
    none of yours in `unmatched`.
    """

    __match_args__ = (
        "messages",
        "unmatched",
        "bulk_id",
        "code",
        "message",
        "data",
        "correlation_id",
        "conversation_id",
        "request_id",
        "items",
        "item_pagination",
        "is_successful",
        "raw_body",
    )
    def __new__(
        cls,
        *,
        messages: tuple[SentMessage, ...],
        unmatched: tuple[SmsMessageDeliveryStatus, ...],
        bulk_id: str | None = None,
        code: int | None = None,
        message: Any = None,
        data: Any = None,
        correlation_id: str | None = None,
        conversation_id: str | None = None,
        request_id: str | None = None,
        items: Any = None,
        item_pagination: ItemPagination | None = None,
        is_successful: bool | None = None,
        raw_body: bytes,
    ) -> Self: ...
    @property
    def messages(self) -> tuple[SentMessage, ...]:
        """One result for each message sent, one text to one number, in the order sent: a tuple of
        `SentMessage`.
        """
    @property
    def unmatched(self) -> tuple[SmsMessageDeliveryStatus, ...]:
        """Entries of the reply that are about none of the messages sent: a tuple of `SmsMessageDeliveryStatus`."""
    @property
    def bulk_id(self) -> str | None:
        """The id of the bulk."""
    @property
    def code(self) -> int | None:
        """A code. No document gives the values."""
    @property
    def message(self) -> Any:
        """What the gateway says, in any form: plain values."""
    @property
    def data(self) -> Any:
        """What the request was about, as plain values: for a bulk a message, as the documents have it."""
    @property
    def correlation_id(self) -> str | None:
        """The gateway's id of the request, by which its statuses are likely asked for."""
    @property
    def conversation_id(self) -> str | None:
        """The gateway's id of the exchange."""
    @property
    def request_id(self) -> str | None:
        """Your id of the request."""
    @property
    def items(self) -> Any:
        """What the request was about as a list, as plain values: for a bulk its messages."""
    @property
    def item_pagination(self) -> ItemPagination | None:
        """Which part of the list they are."""
    @property
    def is_successful(self) -> bool | None:
        """Whether the gateway says that it worked."""
    @property
    def raw_body(self) -> bytes:
        """The body as it came. Never printed."""

@final
class SentMessage(_Answer):
    """What the gateway says of one message."""

    __match_args__ = (
        "position",
        "destination",
        "to",
        "message_id",
        "sms_count",
        "smsc_reference",
        "delivery_status",
        "message_group_status",
        "outcome",
    )
    def __new__(
        cls,
        *,
        position: int,
        destination: int,
        to: str,
        message_id: str | None = None,
        sms_count: int | None = None,
        smsc_reference: str | None = None,
        delivery_status: str | None = None,
        message_group_status: MessageGroupStatus | None = None,
        outcome: Outcome,
    ) -> Self: ...
    @property
    def position(self) -> int:
        """Index of the message in the request or plan."""
    @property
    def destination(self) -> int:
        """Index of the destination within the message."""
    @property
    def to(self) -> str:
        """The number as it was sent."""
    @property
    def message_id(self) -> str | None:
        """The gateway's id of the message, else yours."""
    @property
    def sms_count(self) -> int | None:
        """How many parts it was split into."""
    @property
    def smsc_reference(self) -> str | None:
        """The network's reference."""
    @property
    def delivery_status(self) -> str | None:
        """Its `deliveryStatus`."""
    @property
    def message_group_status(self) -> MessageGroupStatus | None:
        """Its status with all that the gateway says of it, in the reply to a bulk."""
    @property
    def outcome(self) -> Outcome:
        """What that means."""

@final
class SmsMessageDeliveryStatus(_Answer):
    """An entry of the reply to a bulk that is about no message of the call."""

    __match_args__ = ("message_id", "message_group_status", "destination", "sms_count", "smsc_reference")
    def __new__(
        cls,
        *,
        message_id: str | None = None,
        message_group_status: MessageGroupStatus | None = None,
        destination: str | None = None,
        sms_count: int | None = None,
        smsc_reference: str | None = None,
    ) -> Self: ...
    @property
    def message_id(self) -> str | None:
        """The message's id."""
    @property
    def message_group_status(self) -> MessageGroupStatus | None:
        """What the gateway says of it."""
    @property
    def destination(self) -> str | None:
        """The number, as the gateway wrote it."""
    @property
    def sms_count(self) -> int | None:
        """How many parts it was split into."""
    @property
    def smsc_reference(self) -> str | None:
        """The network's reference. Not in replies of 2025."""

@final
class DeliveryStatuses(_Answer):
    """The answer to `Gateway.get_bulk_status` and `Gateway.get_message_status`."""

    __match_args__ = ("statuses", "response", "next", "is_repeated", "raw_body")
    def __new__(
        cls,
        *,
        statuses: tuple[GatewayMessageDeliveryStatus, ...],
        response: GenericResponseNetworkOperatorMessageDeliveryDTO | None = None,
        next: GetBulkStatus | None = None,
        is_repeated: bool,
        raw_body: bytes,
    ) -> Self: ...
    @property
    def statuses(self) -> tuple[GatewayMessageDeliveryStatus, ...]:
        """The statuses, in the order of the reply: a tuple of `GatewayMessageDeliveryStatus`."""
    @property
    def response(self) -> GenericResponseNetworkOperatorMessageDeliveryDTO | None:
        """The whole envelope, where the gateway answers with one; `statuses` then says what its deliveries have in
        common with others.
        """
    @property
    def next(self) -> GetBulkStatus | None:
        """The request for the next page of a bulk, a `GetBulkStatus`; None behind the last."""
    @property
    def is_repeated(self) -> bool:
        """Whether this page was there before: the gateway does not part this bulk into pages, or counts them from 1.
        Then `statuses` is empty, so that none is counted twice.
        """
    @property
    def raw_body(self) -> bytes:
        """The body as it came. Never printed."""

@final
class GatewayMessageDeliveryStatus(_Answer):
    """Where one message, or one part of it, stands."""

    __match_args__ = (
        "uuid",
        "message_id",
        "bulk_reference_id",
        "part_reference_id",
        "destination",
        "source_address",
        "delivery_status",
        "delivery_timestamp",
        "outcome",
    )
    kind: ClassVar[Literal["delivery_status"]]
    """Which kind of event it is."""
    def __new__(
        cls,
        *,
        uuid: str | None = None,
        message_id: str | None = None,
        bulk_reference_id: str | None = None,
        part_reference_id: str | None = None,
        destination: str | None = None,
        source_address: str | None = None,
        delivery_status: str | None = None,
        delivery_timestamp: str | None = None,
        outcome: Outcome,
    ) -> Self: ...
    @property
    def uuid(self) -> str | None:
        """The gateway's id of the delivery."""
    @property
    def message_id(self) -> str | None:
        """The message's id."""
    @property
    def bulk_reference_id(self) -> str | None:
        """The bulk's id."""
    @property
    def part_reference_id(self) -> str | None:
        """The part's id."""
    @property
    def destination(self) -> str | None:
        """The number, as the gateway wrote it."""
    @property
    def source_address(self) -> str | None:
        """The sender. Not in replies of May 2025."""
    @property
    def delivery_status(self) -> str | None:
        """The status."""
    @property
    def delivery_timestamp(self) -> str | None:
        """When that was, as the gateway wrote it: ISO 8601."""
    @property
    def outcome(self) -> Outcome:
        """What that means."""

@final
class GenericResponseNetworkOperatorMessageDeliveryDTO(_Answer):
    """The reply that holds deliveries of the network operator's side."""

    __match_args__ = (
        "code",
        "message",
        "data",
        "correlation_id",
        "conversation_id",
        "request_id",
        "items",
        "item_pagination",
        "is_successful",
    )
    def __new__(
        cls,
        *,
        code: int | None = None,
        message: Any = None,
        data: NetworkOperatorMessageDeliveryDTO | None = None,
        correlation_id: str | None = None,
        conversation_id: str | None = None,
        request_id: str | None = None,
        items: tuple[NetworkOperatorMessageDeliveryDTO, ...],
        item_pagination: ItemPagination | None = None,
        is_successful: bool | None = None,
    ) -> Self: ...
    @property
    def code(self) -> int | None:
        """A code. No document gives the values."""
    @property
    def message(self) -> Any:
        """What it says, in any form: plain values."""
    @property
    def data(self) -> NetworkOperatorMessageDeliveryDTO | None:
        """A delivery."""
    @property
    def correlation_id(self) -> str | None:
        """The gateway's id of the request."""
    @property
    def conversation_id(self) -> str | None:
        """The gateway's id of the exchange."""
    @property
    def request_id(self) -> str | None:
        """Your id of the request."""
    @property
    def items(self) -> tuple[NetworkOperatorMessageDeliveryDTO, ...]:
        """Deliveries: a tuple of `NetworkOperatorMessageDeliveryDTO`."""
    @property
    def item_pagination(self) -> ItemPagination | None:
        """Which part of the list they are."""
    @property
    def is_successful(self) -> bool | None:
        """Whether the gateway says that it worked."""

@final
class NetworkOperatorMessageDeliveryDTO(_Answer):
    """One delivery as the network operator's side of the gateway knows it."""

    __match_args__ = (
        "id",
        "uuid",
        "message_id",
        "bulk_reference_id",
        "part_reference_id",
        "network_operator_id",
        "message_reference",
        "reference_id_1",
        "reference_id_2",
        "service_name",
        "service_code",
        "service_reference",
        "submit_id",
        "receipt_id",
        "destination",
        "source_address",
        "mobile_country_code",
        "mobile_country",
        "carrier_name",
        "mobile_network_code",
        "operator_name",
        "client_id",
        "client_reference",
        "sender_name",
        "cost",
        "organisation_id",
        "delivery_status",
        "message_content",
        "extra",
        "outcome",
    )
    kind: ClassVar[Literal["operator_delivery"]]
    """Which kind of event it is."""
    def __new__(
        cls,
        *,
        id: int | None = None,
        uuid: str | None = None,
        message_id: str | None = None,
        bulk_reference_id: str | None = None,
        part_reference_id: str | None = None,
        network_operator_id: str | None = None,
        message_reference: str | None = None,
        reference_id_1: str | None = None,
        reference_id_2: str | None = None,
        service_name: str | None = None,
        service_code: str | None = None,
        service_reference: str | None = None,
        submit_id: str | None = None,
        receipt_id: str | None = None,
        destination: str | None = None,
        source_address: str | None = None,
        mobile_country_code: str | None = None,
        mobile_country: str | None = None,
        carrier_name: str | None = None,
        mobile_network_code: str | None = None,
        operator_name: str | None = None,
        client_id: str | None = None,
        client_reference: str | None = None,
        sender_name: str | None = None,
        cost: str | None = None,
        organisation_id: str | None = None,
        delivery_status: str | None = None,
        message_content: str | None = None,
        extra: dict[str, Any],
        outcome: Outcome,
    ) -> Self: ...
    @property
    def id(self) -> int | None:
        """A number of the gateway's own."""
    @property
    def uuid(self) -> str | None:
        """Its id."""
    @property
    def message_id(self) -> str | None:
        """The message's id."""
    @property
    def bulk_reference_id(self) -> str | None:
        """The bulk's id."""
    @property
    def part_reference_id(self) -> str | None:
        """The part's id."""
    @property
    def network_operator_id(self) -> str | None:
        """The network operator's id."""
    @property
    def message_reference(self) -> str | None:
        """A reference."""
    @property
    def reference_id_1(self) -> str | None:
        """A reference of yours."""
    @property
    def reference_id_2(self) -> str | None:
        """A second reference of yours."""
    @property
    def service_name(self) -> str | None:
        """The service's name."""
    @property
    def service_code(self) -> str | None:
        """The service's code."""
    @property
    def service_reference(self) -> str | None:
        """The service's reference."""
    @property
    def submit_id(self) -> str | None:
        """The network's id of the submission."""
    @property
    def receipt_id(self) -> str | None:
        """The network's id of the receipt."""
    @property
    def destination(self) -> str | None:
        """The number."""
    @property
    def source_address(self) -> str | None:
        """The sender."""
    @property
    def mobile_country_code(self) -> str | None:
        """The country's code in mobile networks."""
    @property
    def mobile_country(self) -> str | None:
        """The country."""
    @property
    def carrier_name(self) -> str | None:
        """The carrier."""
    @property
    def mobile_network_code(self) -> str | None:
        """The network's code."""
    @property
    def operator_name(self) -> str | None:
        """The operator."""
    @property
    def client_id(self) -> str | None:
        """The client's id."""
    @property
    def client_reference(self) -> str | None:
        """The client's reference."""
    @property
    def sender_name(self) -> str | None:
        """The sender's name."""
    @property
    def cost(self) -> str | None:
        """What it cost, as the gateway wrote the number."""
    @property
    def organisation_id(self) -> str | None:
        """The organisation's id."""
    @property
    def delivery_status(self) -> str | None:
        """The status; `QUEUED` is the one that the documents show."""
    @property
    def message_content(self) -> str | None:
        """The text that was sent."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members that the documents do not name, as plain values: a dict."""
    @property
    def outcome(self) -> Outcome:
        """What its status means."""

@final
class MessageGroupStatus(_Answer):
    """What the gateway says of a message's delivery."""

    __match_args__ = ("status_group_name", "delivery_status", "status_description", "action")
    def __new__(
        cls,
        *,
        status_group_name: str | None = None,
        delivery_status: str | None = None,
        status_description: str | None = None,
        action: str | None = None,
    ) -> Self: ...
    @property
    def status_group_name(self) -> str | None:
        """The name of the status's group. No document gives the values."""
    @property
    def delivery_status(self) -> str | None:
        """The status; `QUEUED` is the one that the documents show."""
    @property
    def status_description(self) -> str | None:
        """What it says to people."""
    @property
    def action(self) -> str | None:
        """What to do about it."""

@final
class ItemPagination(_Answer):
    """Which part of a list a reply holds."""

    __match_args__ = ("total_elements", "page_size", "total_pages", "page_number", "off_set")
    def __new__(
        cls,
        *,
        total_elements: int | None = None,
        page_size: int | None = None,
        total_pages: int | None = None,
        page_number: int | None = None,
        off_set: int | None = None,
    ) -> Self: ...
    @property
    def total_elements(self) -> int | None:
        """How many elements there are in all."""
    @property
    def page_size(self) -> int | None:
        """How many a page has."""
    @property
    def total_pages(self) -> int | None:
        """How many pages there are."""
    @property
    def page_number(self) -> int | None:
        """Which one this is."""
    @property
    def off_set(self) -> int | None:
        """How many elements stand before it. `offSet` on the wire."""

@final
class ProblemDetail(_Answer):
    """The body of an error, which the documents name and do not show. Its members are those of RFC 9457, which defines
    an object of this name.
    """

    __match_args__ = ("type", "title", "status", "detail", "instance", "extra")
    def __new__(
        cls,
        *,
        type: str | None = None,
        title: str | None = None,
        status: int | None = None,
        detail: str | None = None,
        instance: str | None = None,
        extra: dict[str, Any],
    ) -> Self: ...
    @property
    def type(self) -> str | None:
        """A URI for the kind of problem."""
    @property
    def title(self) -> str | None:
        """The problem in a few words, the same for all of its kind."""
    @property
    def status(self) -> int | None:
        """The HTTP status again."""
    @property
    def detail(self) -> str | None:
        """What is wrong this time."""
    @property
    def instance(self) -> str | None:
        """A URI for this one occurrence."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members that the documents do not name, as plain values: a dict."""

def parse_webhook(
    method: str,
    headers: _SupportsItems[str, str] | _SupportsItems[bytes, bytes] | Iterable[tuple[str | bytes, str | bytes]] | None,
    query: str | bytes | None,
    body: bytes | bytearray | memoryview | str,
    *,
    limits: WebhookLimits | None = None,
) -> Webhook[Event]:
    """Reads a request that arrived at an address of yours, as any framework gives it: the events in it, and beside
    them the entries that are none.

    `headers` is a mapping, an iterable of pairs, or None; `query` is what stands behind the question mark, still
    encoded, as str or bytes, or None; `body` is bytes, or str, which stands for its UTF-8. `limits` sets by name
    how much is read: `body_bytes` and `depth`. Raises `UnreadableWebhook` for what is no webhook of the dialect;
    it holds what came. Nothing is signed: see `smskernel.secret_matches`.
    """

def problem_detail(refused: ReplyError | bytes | bytearray | memoryview | str, /) -> ProblemDetail | None:
    """The body of a refusal as a `ProblemDetail`, or None where it is none: a `Refused` or `UnreadableReply`, or the
    body itself as bytes or str.
    """

def check_message(
    payload: object,
    /,
    *,
    limits: Limits | None = None,
    allow: Iterable[Code] | None = None,
    forbid: Iterable[Code] | None = None,
    now: datetime | None = None,
) -> tuple[Violation, ...]:
    """Judges a finished payload of `send_message` in the gateway's own JSON, whoever built it: a dict, str or
    bytes.

    Returns all violations, warnings included, in the order of the payload, as a tuple; content never raises.
    Raises `InvalidRequest` for options that are wrong.
    """

def check_bulk(
    payload: object,
    /,
    *,
    limits: Limits | None = None,
    allow: Iterable[Code] | None = None,
    forbid: Iterable[Code] | None = None,
    now: datetime | None = None,
) -> tuple[Violation, ...]:
    """Judges a finished payload of `send_bulk` in the gateway's own JSON, whoever built it: a dict, str or
    bytes.

    Returns all violations, warnings included, in the order of the payload, as a tuple; content never raises.
    Raises `InvalidRequest` for options that are wrong.
    """
