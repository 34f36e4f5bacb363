"""The classes and functions of `smskernel.smslist` that are not written in Python."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, Self, final

from ..errors import Code
from ..smslist import BulkMessage, Limits, SendBulk
from . import Call, Outcome, Plan, Violation, _Answer

@final
class Gateway:
    """One account of the `smslist` family: base URL, credentials, sender and options. Immutable; `repr()` shows
    no credential.

    `base_url` is `https://…` as the operator names it; a path prefix stays. `partner_id`, `api_key` and
    `sender` are written into every item. `trailing_slash` ends the path in a slash; `pass_type=None` leaves
    that field out of the items. `limits` sets numbers of the rules by name (old deployments:
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
