"""The classes and functions of `smskernel.smslist` that are not written in Python."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, Literal, Self, final

from .._webhook import WebhookLimits
from ..errors import Code
from ..smslist import BulkMessage, Credit, Event, GetBalance, GetDeliveryReport, Limits, SendBulk, SendOtp, SendSms
from . import Call, Outcome, Plan, Violation, Webhook, _Answer, _SupportsItems

@final
class Gateway:
    """One account of the `smslist` family: base URL, credentials, sender and options. Immutable; `repr()` shows
    no credential.

    `base_url` is `https://…` as the operator names it; a path prefix stays. `partner_id`, `api_key` and
    `sender` are written into every item. `trailing_slash` ends the path in a slash; `pass_type=None` leaves
    that field out of the items. `get_with_key_in_url` sends what can go as `GET` so, with the API key in the
    URL, where proxies and servers log it. `limits` sets numbers of the rules by name (old deployments:
    `{"messages_per_call": 20}`), `allow` makes errors of those codes warnings, `forbid` warnings errors.
    `numbers="exact"` refuses numbers that would have to be changed. `allow_http` lets plain http go elsewhere
    than to loopback.

    Raises `InvalidRequest` with paths such as `gateway.base_url`.
    """

    def __new__(
        cls,
        base_url: str,
        *,
        partner_id: str | int,
        api_key: str,
        sender: str,
        trailing_slash: bool | None = ...,
        pass_type: Literal["plain", "bm5"] | None = ...,
        get_with_key_in_url: bool | None = ...,
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
    def sender(self) -> str:
        """The sender ID that every message goes out under."""
    def send_bulk(
        self,
        request: SendBulk | Mapping[str, Any] | None = None,
        /,
        *,
        messages: Sequence[BulkMessage | Mapping[str, Any]] = ...,
        extra: Mapping[str, Any] | None = ...,
        now: datetime | None = None,
    ) -> Call[SentBulk]:
        """`POST {base}/api/services/sendbulk`: texts, each to one number.

        Takes a `SendBulk`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        Raises `InvalidRequest` with all that is wrong.
        """
    def send_bulk_json(
        self, text: str | bytes | bytearray | memoryview, /, *, now: datetime | None = None
    ) -> Call[SentBulk]:
        """The same from JSON text: str, or bytes as they are."""
    def send_sms(
        self,
        request: SendSms | Mapping[str, Any] | None = None,
        /,
        *,
        text: str = ...,
        sender: str | None = ...,
        to: str | int | Sequence[str | int] = ...,
        send_at: datetime | str | int | None = ...,
        pass_type: str | None = ...,
        extra: Mapping[str, Any] | None = ...,
        now: datetime | None = None,
    ) -> Call[SentBulk]:
        """`POST {base}/api/services/sendsms`: one text to one number or many.

        With the gateway's option `get_with_key_in_url` it goes as `GET`, with the API key in the URL, and warns of
        it.

        Takes a `SendSms`, a dict shaped as in the gateway's documents, or the fields as keyword arguments. With
        `now`, a datetime with time zone, `send_at` is judged against it. Raises `InvalidRequest` with all that is
        wrong.
        """
    def send_sms_json(
        self, text: str | bytes | bytearray | memoryview, /, *, now: datetime | None = None
    ) -> Call[SentBulk]:
        """The same from JSON text: str, or bytes as they are."""
    def send_otp(
        self,
        request: SendOtp | Mapping[str, Any] | None = None,
        /,
        *,
        text: str = ...,
        sender: str | None = ...,
        to: str | int = ...,
        hashed: bool | None = ...,
        extra: Mapping[str, Any] | None = ...,
    ) -> Call[SentBulk]:
        """`POST {base}/api/services/sendotp`: one transactional text to one number, or to the hash of one.

        With the gateway's option `get_with_key_in_url` it goes as `GET`, with the API key in the URL, and warns of
        it.

        Takes a `SendOtp`, a dict shaped as in the gateway's documents, or the fields as keyword arguments. Raises
        `InvalidRequest` with all that is wrong.
        """
    def send_otp_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[SentBulk]:
        """The same from JSON text: str, or bytes as they are."""
    def get_delivery_report(
        self,
        request: GetDeliveryReport | Mapping[str, Any] | None = None,
        /,
        *,
        message_id: str | int = ...,
        extra: Mapping[str, Any] | None = ...,
    ) -> Call[DeliveryReport]:
        """`POST {base}/api/services/getdlr`: where one message stands.

        With the gateway's option `get_with_key_in_url` it goes as `GET`, with the API key in the URL, and warns of
        it.

        Takes a `GetDeliveryReport`, a dict shaped as in the gateway's documents, or the fields as keyword
        arguments. Raises `InvalidRequest` with all that is wrong.
        """
    def get_delivery_report_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[DeliveryReport]:
        """The same from JSON text: str, or bytes as they are."""
    def get_balance(
        self,
        request: GetBalance | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = ...,
    ) -> Call[Balance]:
        """`POST {base}/api/services/getbalance`: the SMS units that are left.

        With the gateway's option `get_with_key_in_url` it goes as `GET`, with the API key in the URL, and warns of
        it.

        Takes a `GetBalance`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        Raises `InvalidRequest` with all that is wrong.
        """
    def get_balance_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[Balance]:
        """The same from JSON text: str, or bytes as they are."""
    def credit(
        self,
        request: Credit | Mapping[str, Any] | None = None,
        /,
        *,
        child_id: str | int = ...,
        amount: str | int | float = ...,
        extra: Mapping[str, Any] | None = ...,
    ) -> Call[Credited]:
        """`POST {base}/api/services/credit`: moves money to the account of a client, for resellers.

        It must not be done twice: where no reply came, or one that says `uncertain`, ask `get_balance` before
        trying again.

        Takes a `Credit`, a dict shaped as in the gateway's documents, or the fields as keyword arguments. Raises
        `InvalidRequest` with all that is wrong.
        """
    def credit_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[Credited]:
        """The same from JSON text: str, or bytes as they are."""
    def plan(
        self,
        messages: Iterable[BulkMessage | Mapping[str, Any]],
        /,
        *,
        on_invalid: Literal["raise", "set_aside"] = "raise",
        extra: Mapping[str, Any] | None = ...,
        now: datetime | None = None,
    ) -> Plan[SentBulk, SentMessage]:
        """Cuts a long list of messages into calls of `send_bulk`, by count and by bytes. Any iterable will do.

        `on_invalid="raise"` judges everything first and raises `InvalidRequest` with all that is wrong;
        `"set_aside"` puts what cannot be sent into the plan's `rejected` and goes on. The other keyword arguments
        go into every call.
        """
    def plan_sms(
        self,
        numbers: Iterable[str | int],
        /,
        *,
        on_invalid: Literal["raise", "set_aside"] = "raise",
        text: str = ...,
        sender: str | None = ...,
        send_at: datetime | str | int | None = ...,
        pass_type: str | None = ...,
        extra: Mapping[str, Any] | None = ...,
        now: datetime | None = None,
    ) -> Plan[SentBulk, SentMessage]:
        """Cuts a long list of numbers into calls of `send_sms`, by count and by bytes. Any iterable will do.

        `on_invalid="raise"` judges everything first and raises `InvalidRequest` with all that is wrong;
        `"set_aside"` puts what cannot be sent into the plan's `rejected` and goes on. The other keyword arguments
        go into every call.
        """
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: Any, /) -> Self: ...
    def __reduce__(self) -> str | tuple[Any, ...]: ...

@final
class SentBulk(_Answer):
    """The answer to `Gateway.send_bulk`."""

    __match_args__ = ("messages", "unmatched", "raw_body")
    def __new__(
        cls,
        *,
        messages: tuple[SentMessage, ...],
        unmatched: tuple[UnmatchedMessage, ...],
        raw_body: bytes,
    ) -> Self: ...
    @property
    def messages(self) -> tuple[SentMessage, ...]:
        """One result for each message sent, in the order sent: a tuple of `SentMessage`."""
    @property
    def unmatched(self) -> tuple[UnmatchedMessage, ...]:
        """Entries of the reply that are about none of them: a tuple of `UnmatchedMessage`."""
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
        "client_sms_id",
        "message_id",
        "network_id",
        "response_code",
        "response_description",
        "outcome",
    )
    def __new__(
        cls,
        *,
        position: int,
        destination: int,
        to: str,
        client_sms_id: str | None = None,
        message_id: str | None = None,
        network_id: str | None = None,
        response_code: str | None = None,
        response_description: str | None = None,
        outcome: Outcome,
    ) -> Self: ...
    @property
    def position(self) -> int:
        """Index of the message in the request or plan."""
    @property
    def destination(self) -> int:
        """Always 0: a message has one destination."""
    @property
    def to(self) -> str:
        """The number as it was sent."""
    @property
    def client_sms_id(self) -> str | None:
        """Your id of the message, if it has one."""
    @property
    def message_id(self) -> str | None:
        """The gateway's id."""
    @property
    def network_id(self) -> str | None:
        """The network's id. No document says what its values mean."""
    @property
    def response_code(self) -> str | None:
        """The gateway's code."""
    @property
    def response_description(self) -> str | None:
        """The gateway's words."""
    @property
    def outcome(self) -> Outcome:
        """What that means."""

@final
class UnmatchedMessage(_Answer):
    """An entry of a reply that is about no message of the call."""

    __match_args__ = ("to", "client_sms_id", "message_id", "network_id", "response_code", "response_description")
    def __new__(
        cls,
        *,
        to: str | None = None,
        client_sms_id: str | None = None,
        message_id: str | None = None,
        network_id: str | None = None,
        response_code: str | None = None,
        response_description: str | None = None,
    ) -> Self: ...
    @property
    def to(self) -> str | None:
        """The number, as the gateway wrote it."""
    @property
    def client_sms_id(self) -> str | None:
        """Its `clientsmsid`."""
    @property
    def message_id(self) -> str | None:
        """The gateway's id."""
    @property
    def network_id(self) -> str | None:
        """The network's id."""
    @property
    def response_code(self) -> str | None:
        """The gateway's code."""
    @property
    def response_description(self) -> str | None:
        """The gateway's words."""

@final
class DeliveryReport(_Answer):
    """Where one message stands: the answer to `Gateway.get_delivery_report`, and the event of a delivery callback,
    which has fewer members. All texts are as the gateway wrote them.
    """

    __match_args__ = (
        "message_id",
        "delivery_description",
        "delivery_status",
        "delivery_tat",
        "delivery_time",
        "network_id",
        "response_code",
        "response_description",
        "outcome",
        "raw_body",
    )
    kind: ClassVar[Literal["delivery_report"]]
    """Which kind of event it is."""
    def __new__(
        cls,
        *,
        message_id: str | None = None,
        delivery_description: str | None = None,
        delivery_status: str | None = None,
        delivery_tat: str | None = None,
        delivery_time: str | None = None,
        network_id: str | None = None,
        response_code: str | None = None,
        response_description: str | None = None,
        outcome: Outcome,
        raw_body: bytes,
    ) -> Self: ...
    @property
    def message_id(self) -> str | None:
        """The gateway's id of the message."""
    @property
    def delivery_description(self) -> str | None:
        """The state, such as `DeliveredToTerminal`. `description` in a callback."""
    @property
    def delivery_status(self) -> str | None:
        """The state's number. Only 32 was ever seen."""
    @property
    def delivery_tat(self) -> str | None:
        """How long the delivery took, such as `00:02:30`, `22s` or `0.47 sec`. `timeTaken` in a callback."""
    @property
    def delivery_time(self) -> str | None:
        """When it was, in the operator's own time, whose zone no document says. `timestamp` in a callback."""
    @property
    def network_id(self) -> str | None:
        """The network's id. No document says what its values mean."""
    @property
    def response_code(self) -> str | None:
        """The gateway's code: 200, or 1008 or 1009 where there is no report yet."""
    @property
    def response_description(self) -> str | None:
        """The gateway's words."""
    @property
    def outcome(self) -> Outcome:
        """What that means."""
    @property
    def raw_body(self) -> bytes:
        """The body as it came; of an event empty, for its webhook has it. Never printed."""

@final
class InboundMessage(_Answer):
    """A message that somebody sent to your short code."""

    __match_args__ = ("sender", "to", "text", "partner_id", "is_interactive")
    kind: ClassVar[Literal["inbound_message"]]
    """Which kind of event it is."""
    def __new__(
        cls,
        *,
        sender: str | None = None,
        to: str | None = None,
        text: str | None = None,
        partner_id: str | None = None,
        is_interactive: bool,
    ) -> Self: ...
    @property
    def sender(self) -> str | None:
        """The number of who sent it: `mobile`, or `msisdn` of an interactive short code."""
    @property
    def to(self) -> str | None:
        """Your short code. `shortcode` on the wire."""
    @property
    def text(self) -> str | None:
        """Its text. `message` on the wire."""
    @property
    def partner_id(self) -> str | None:
        """Your partner id, of an interactive short code. Never printed."""
    @property
    def is_interactive(self) -> bool:
        """Whether it is of an interactive short code, which answers by what you reply."""

@final
class Balance(_Answer):
    """The answer to `Gateway.get_balance`."""

    __match_args__ = ("credit", "partner_id", "raw_body")
    def __new__(
        cls,
        *,
        credit: str,
        partner_id: str | None = None,
        raw_body: bytes,
    ) -> Self: ...
    @property
    def credit(self) -> str:
        """The SMS units that are left, as the gateway wrote them, such as `545.00`."""
    @property
    def partner_id(self) -> str | None:
        """Whose they are: the account's partner id. Never printed."""
    @property
    def raw_body(self) -> bytes:
        """The body as it came. Never printed."""

@final
class Credited(_Answer):
    """The answer to `Gateway.credit`: it was done. All texts are as the gateway wrote them."""

    __match_args__ = ("prev_balance", "sms_units", "new_balance", "response_description", "raw_body")
    def __new__(
        cls,
        *,
        prev_balance: str | None = None,
        sms_units: str | None = None,
        new_balance: str | None = None,
        response_description: str | None = None,
        raw_body: bytes,
    ) -> Self: ...
    @property
    def prev_balance(self) -> str | None:
        """The client's units before."""
    @property
    def sms_units(self) -> str | None:
        """How many units were added."""
    @property
    def new_balance(self) -> str | None:
        """The client's units now."""
    @property
    def response_description(self) -> str | None:
        """The gateway's words, which name the client's partner id. Never printed."""
    @property
    def raw_body(self) -> bytes:
        """The body as it came. Never printed."""

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

def check_sms(
    payload: object,
    /,
    *,
    limits: Limits | None = None,
    allow: Iterable[Code] | None = None,
    forbid: Iterable[Code] | None = None,
    now: datetime | None = None,
) -> tuple[Violation, ...]:
    """Judges a finished payload of `send_sms` in the gateway's own JSON, whoever built it: a dict, str or
    bytes.

    Returns all violations, warnings included, in the order of the payload, as a tuple; content never raises.
    Raises `InvalidRequest` for options that are wrong.
    """

def check_otp(
    payload: object,
    /,
    *,
    limits: Limits | None = None,
    allow: Iterable[Code] | None = None,
    forbid: Iterable[Code] | None = None,
    now: datetime | None = None,
) -> tuple[Violation, ...]:
    """Judges a finished payload of `send_otp` in the gateway's own JSON, whoever built it: a dict, str or
    bytes.

    Returns all violations, warnings included, in the order of the payload, as a tuple; content never raises.
    Raises `InvalidRequest` for options that are wrong.
    """
