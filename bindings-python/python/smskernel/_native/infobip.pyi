"""The classes and functions of `smskernel.infobip` that are not written in Python."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, Self, final

from ..errors import Code
from ..infobip import (
    BinaryMessage,
    Limits,
    SendBinary,
    SendingSpeedLimit,
    SendText,
    TextMessage,
    Tracking,
    UrlOptions,
)
from . import Call, Outcome, Plan, Violation, _Answer

@final
class ApiKey:
    """`Authorization: App …`: an API key. What the vendor recommends."""

    def __new__(cls, key: str) -> Self: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: Any, /) -> Self: ...
    def __reduce__(self) -> str | tuple[Any, ...]: ...

@final
class Basic:
    """`Authorization: Basic …`: user name and password."""

    def __new__(cls, username: str, password: str) -> Self: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: Any, /) -> Self: ...
    def __reduce__(self) -> str | tuple[Any, ...]: ...

@final
class Ibsso:
    """`Authorization: IBSSO …`: a session token."""

    def __new__(cls, token: str) -> Self: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: Any, /) -> Self: ...
    def __reduce__(self) -> str | tuple[Any, ...]: ...

@final
class Bearer:
    """`Authorization: Bearer …`: an OAuth 2 access token."""

    def __new__(cls, token: str) -> Self: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: Any, /) -> Self: ...
    def __reduce__(self) -> str | tuple[Any, ...]: ...

@final
class Gateway:
    """One account of an Infobip-compatible gateway: base URL, credentials and options. Immutable; `repr()` shows
    no credential.

    `base_url` is `https://…` as the operator names it; a path prefix stays. `auth` is `ApiKey`, `Basic`,
    `Ibsso` or `Bearer`. `api_version` chooses the version of the endpoints, 1 or 2. `limits` sets numbers of
    the rules by name, `allow` makes errors of those codes warnings, `forbid` warnings errors.
    `numbers="exact"` refuses numbers that would have to be changed. `allow_http` lets plain http go elsewhere
    than to loopback.

    Raises `InvalidRequest` with paths such as `gateway.base_url`.
    """

    def __new__(
        cls,
        base_url: str,
        *,
        auth: ApiKey | Basic | Ibsso | Bearer | Mapping[str, str],
        api_version: Literal[1, 2] | None = ...,
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
    def api_version(self) -> int:
        """The version of the endpoints."""
    def send_text(
        self,
        request: SendText | Mapping[str, Any] | None = None,
        /,
        *,
        messages: Sequence[TextMessage | Mapping[str, Any]] = ...,
        bulk_id: str | int | None = ...,
        tracking: Tracking | Mapping[str, Any] | None = ...,
        sending_speed_limit: SendingSpeedLimit | Mapping[str, Any] | None = ...,
        url_options: UrlOptions | Mapping[str, Any] | None = ...,
        include_sms_count_in_response: bool | None = ...,
        extra: Mapping[str, Any] | None = ...,
        now: datetime | None = None,
    ) -> Call[SentMessages]:
        """`POST {base}/sms/1/text/advanced`: texts, each to one or many numbers.

        Takes a `SendText`, a dict shaped as in the gateway's documents, or the fields as keyword arguments. With
        `now`, a datetime with time zone, `send_at` is judged against it. Raises `InvalidRequest` with all that is
        wrong.
        """
    def send_text_json(
        self, text: str | bytes | bytearray | memoryview, /, *, now: datetime | None = None
    ) -> Call[SentMessages]:
        """The same from JSON text: str, or bytes as they are."""
    def send_binary(
        self,
        request: SendBinary | Mapping[str, Any] | None = None,
        /,
        *,
        messages: Sequence[BinaryMessage | Mapping[str, Any]] = ...,
        bulk_id: str | int | None = ...,
        tracking: Tracking | Mapping[str, Any] | None = ...,
        sending_speed_limit: SendingSpeedLimit | Mapping[str, Any] | None = ...,
        include_sms_count_in_response: bool | None = ...,
        extra: Mapping[str, Any] | None = ...,
        now: datetime | None = None,
    ) -> Call[SentMessages]:
        """`POST {base}/sms/1/binary/advanced`: octets, each to one or many numbers.

        Takes a `SendBinary`, a dict shaped as in the gateway's documents, or the fields as keyword arguments. With
        `now`, a datetime with time zone, `send_at` is judged against it. Raises `InvalidRequest` with all that is
        wrong.
        """
    def send_binary_json(
        self, text: str | bytes | bytearray | memoryview, /, *, now: datetime | None = None
    ) -> Call[SentMessages]:
        """The same from JSON text: str, or bytes as they are."""
    def plan(
        self,
        messages: Iterable[TextMessage | Mapping[str, Any]],
        /,
        *,
        on_invalid: Literal["raise", "set_aside"] = "raise",
        tracking: Tracking | Mapping[str, Any] | None = ...,
        sending_speed_limit: SendingSpeedLimit | Mapping[str, Any] | None = ...,
        url_options: UrlOptions | Mapping[str, Any] | None = ...,
        include_sms_count_in_response: bool | None = ...,
        extra: Mapping[str, Any] | None = ...,
        now: datetime | None = None,
    ) -> Plan[SentMessages, SentMessage]:
        """Cuts a long list of messages into calls of `send_text`, by count and by bytes. Any iterable will do.

        `on_invalid="raise"` judges everything first and raises `InvalidRequest` with all that is wrong;
        `"set_aside"` puts what cannot be sent into the plan's `rejected` and goes on. The other keyword arguments
        go into every call.
        """
    def plan_binary(
        self,
        messages: Iterable[BinaryMessage | Mapping[str, Any]],
        /,
        *,
        on_invalid: Literal["raise", "set_aside"] = "raise",
        tracking: Tracking | Mapping[str, Any] | None = ...,
        sending_speed_limit: SendingSpeedLimit | Mapping[str, Any] | None = ...,
        include_sms_count_in_response: bool | None = ...,
        extra: Mapping[str, Any] | None = ...,
        now: datetime | None = None,
    ) -> Plan[SentMessages, SentMessage]:
        """Cuts a long list of messages into calls of `send_binary`, by count and by bytes. Any iterable will do.

        `on_invalid="raise"` judges everything first and raises `InvalidRequest` with all that is wrong;
        `"set_aside"` puts what cannot be sent into the plan's `rejected` and goes on. The other keyword arguments
        go into every call.
        """
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: Any, /) -> Self: ...
    def __reduce__(self) -> str | tuple[Any, ...]: ...

@final
class SentMessages(_Answer):
    """The answer to `Gateway.send_text` and `Gateway.send_binary`."""

    __match_args__ = ("bulk_id", "tracking_process_key", "messages", "unmatched", "raw_body")
    def __new__(
        cls,
        *,
        bulk_id: str | None = None,
        tracking_process_key: str | None = None,
        messages: tuple[SentMessage, ...],
        unmatched: tuple[UnmatchedMessage, ...],
        raw_body: bytes,
    ) -> Self: ...
    @property
    def bulk_id(self) -> str | None:
        """The id of the request as a whole. Documented for more than one destination."""
    @property
    def tracking_process_key(self) -> str | None:
        """The id of the tracked process, when tracking was asked for."""
    @property
    def messages(self) -> tuple[SentMessage, ...]:
        """One result for each message sent, one text to one number, in the order sent: a tuple of `SentMessage`."""
    @property
    def unmatched(self) -> tuple[UnmatchedMessage, ...]:
        """Entries of the reply that are about none of them: a tuple of `UnmatchedMessage`."""
    @property
    def raw_body(self) -> bytes:
        """The body as it came. Never printed."""

@final
class SentMessage(_Answer):
    """What the gateway says of one message."""

    __match_args__ = ("position", "destination", "to", "message_id", "sms_count", "status", "outcome")
    def __new__(
        cls,
        *,
        position: int,
        destination: int,
        to: str,
        message_id: str | None = None,
        sms_count: int | None = None,
        status: Status | None = None,
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
    def status(self) -> Status | None:
        """Its status, as the gateway gave it."""
    @property
    def outcome(self) -> Outcome:
        """What that means."""

@final
class UnmatchedMessage(_Answer):
    """An entry of a reply that is about no message of the call."""

    __match_args__ = ("to", "message_id", "sms_count", "status")
    def __new__(
        cls,
        *,
        to: str | None = None,
        message_id: str | None = None,
        sms_count: int | None = None,
        status: Status | None = None,
    ) -> Self: ...
    @property
    def to(self) -> str | None:
        """The number, as the gateway wrote it."""
    @property
    def message_id(self) -> str | None:
        """Its id."""
    @property
    def sms_count(self) -> int | None:
        """How many parts."""
    @property
    def status(self) -> Status | None:
        """Its status."""

@final
class Status(_Answer):
    """A status as the gateway gave it. All of it is optional, and no value is closed."""

    __match_args__ = ("group_id", "group_name", "id", "name", "description", "action")
    def __new__(
        cls,
        *,
        group_id: int | None = None,
        group_name: str | None = None,
        id: int | None = None,
        name: str | None = None,
        description: str | None = None,
        action: str | None = None,
    ) -> Self: ...
    @property
    def group_id(self) -> int | None:
        """The group's number."""
    @property
    def group_name(self) -> str | None:
        """The group's name."""
    @property
    def id(self) -> int | None:
        """The status's number."""
    @property
    def name(self) -> str | None:
        """The status's name."""
    @property
    def description(self) -> str | None:
        """What it says to people."""
    @property
    def action(self) -> str | None:
        """What to do about it."""

def check_text(
    payload: object,
    /,
    *,
    limits: Limits | None = None,
    allow: Iterable[Code] | None = None,
    forbid: Iterable[Code] | None = None,
    api_version: Literal[1, 2] | None = None,
    now: datetime | None = None,
) -> tuple[Violation, ...]:
    """Judges a finished payload of `send_text` in the gateway's own JSON, whoever built it: a dict, str or
    bytes.

    Returns all violations, warnings included, in the order of the payload, as a tuple; content never raises.
    Raises `InvalidRequest` for options that are wrong.
    """

def check_binary(
    payload: object,
    /,
    *,
    limits: Limits | None = None,
    allow: Iterable[Code] | None = None,
    forbid: Iterable[Code] | None = None,
    api_version: Literal[1, 2] | None = None,
    now: datetime | None = None,
) -> tuple[Violation, ...]:
    """Judges a finished payload of `send_binary` in the gateway's own JSON, whoever built it: a dict, str or
    bytes.

    Returns all violations, warnings included, in the order of the payload, as a tuple; content never raises.
    Raises `InvalidRequest` for options that are wrong.
    """
