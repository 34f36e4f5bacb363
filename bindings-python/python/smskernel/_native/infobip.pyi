"""The classes and functions of `smskernel.infobip` that are not written in Python."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, Literal, Self, final

from .._webhook import WebhookLimits
from ..errors import Code
from ..infobip import (
    Binary,
    BinaryMessage,
    ConfirmConversion,
    CreateSession,
    EndSession,
    Event,
    GetBalance,
    GetBulkStatus,
    GetInboxLogs,
    GetInboxReports,
    GetLogs,
    GetOauthToken,
    GetReports,
    GetSchedule,
    Limits,
    PreviewRequest,
    Regional,
    Reschedule,
    SendBinary,
    SendBinaryMulti,
    SendingSpeedLimit,
    SendText,
    SendTextMulti,
    SetBulkStatus,
    SimpleBinary,
    SimpleText,
    TextMessage,
    Tracking,
    UrlOptions,
)
from . import Call, MalformedEvent, Outcome, Plan, Violation, Webhook, _Answer, _SupportsItems

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
    `Ibsso`, `Bearer`, or a token that the gateway gave; without it only `create_session` and `get_oauth_token`
    can be called. `api_version` chooses the version of the endpoints, 1 or 2. `limits` sets numbers of
    the rules by name, `allow` makes errors of those codes warnings, `forbid` warnings errors.
    `numbers="exact"` refuses numbers that would have to be changed. `allow_http` lets plain http go elsewhere
    than to loopback.

    Raises `InvalidRequest` with paths such as `gateway.base_url`.
    """

    def __new__(
        cls,
        base_url: str,
        *,
        auth: ApiKey | Basic | Ibsso | Bearer | Session | OauthToken | Mapping[str, str] | None = ...,
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
    @property
    def has_auth(self) -> bool:
        """Whether it has credentials."""
    def with_auth(self, auth: ApiKey | Basic | Ibsso | Bearer | Session | OauthToken | Mapping[str, str], /) -> Gateway:
        """The same account with those credentials: `ApiKey`, `Basic`, `Ibsso` or `Bearer`, or the answer of
        `create_session` or `get_oauth_token`.

        Raises `InvalidRequest` for what is no credentials, or none that a header can carry.
        """
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
    def send_text_single(
        self,
        request: SimpleText | Mapping[str, Any] | None = None,
        /,
        *,
        sender: str | None = ...,
        to: str | int | Sequence[str | int] = ...,
        text: str = ...,
        transliteration: str | None = ...,
        regional: Regional | Mapping[str, Any] | None = ...,
        campaign_id: str | None = ...,
        operator_client_id: str | None = ...,
        extra: Mapping[str, Any] | None = ...,
    ) -> Call[SentMessages]:
        """`POST {base}/sms/1/text/single`: one text to one or many numbers, without ids and options.

        Takes a `SimpleText`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        Raises `InvalidRequest` with all that is wrong.
        """
    def send_text_single_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[SentMessages]:
        """The same from JSON text: str, or bytes as they are."""
    def send_text_multi(
        self,
        request: SendTextMulti | Mapping[str, Any] | None = None,
        /,
        *,
        bulk_id: str | int | None = ...,
        messages: Sequence[SimpleText | Mapping[str, Any]] = ...,
        extra: Mapping[str, Any] | None = ...,
    ) -> Call[SentMessages]:
        """`POST {base}/sms/1/text/multi`: texts, each to one or many numbers, without ids and options.

        Takes a `SendTextMulti`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        Raises `InvalidRequest` with all that is wrong.
        """
    def send_text_multi_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[SentMessages]:
        """The same from JSON text: str, or bytes as they are."""
    def send_binary_single(
        self,
        request: SimpleBinary | Mapping[str, Any] | None = None,
        /,
        *,
        sender: str | None = ...,
        to: str | int | Sequence[str | int] = ...,
        binary: Binary | Mapping[str, Any] = ...,
        extra: Mapping[str, Any] | None = ...,
    ) -> Call[SentMessages]:
        """`POST {base}/sms/1/binary/single`: octets to one or many numbers, without ids and options.

        Takes a `SimpleBinary`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        Raises `InvalidRequest` with all that is wrong.
        """
    def send_binary_single_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[SentMessages]:
        """The same from JSON text: str, or bytes as they are."""
    def send_binary_multi(
        self,
        request: SendBinaryMulti | Mapping[str, Any] | None = None,
        /,
        *,
        bulk_id: str | int | None = ...,
        messages: Sequence[SimpleBinary | Mapping[str, Any]] = ...,
        extra: Mapping[str, Any] | None = ...,
    ) -> Call[SentMessages]:
        """`POST {base}/sms/1/binary/multi`: octets, each to one or many numbers, without ids and options.

        Takes a `SendBinaryMulti`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        Raises `InvalidRequest` with all that is wrong.
        """
    def send_binary_multi_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[SentMessages]:
        """The same from JSON text: str, or bytes as they are."""
    def get_reports(
        self,
        request: GetReports | Mapping[str, Any] | None = None,
        /,
        *,
        bulk_id: str | int | None = ...,
        message_id: str | int | None = ...,
        limit: int | None = ...,
        application_id: str | None = ...,
        entity_id: str | None = ...,
        campaign_reference_id: str | None = ...,
        extra: Mapping[str, str | int | bool] | None = ...,
    ) -> Call[Reports]:
        """`GET {base}/sms/1/reports`: delivery reports, each of which is handed out once.

        For the gateway a report is delivered when it has answered, so store the body as it came before anything
        looks at it: the reader of this call, or `parse_webhook`, reads stored bytes as it reads fresh ones.

        Takes a `GetReports`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        Raises `InvalidRequest` with all that is wrong.
        """
    def get_reports_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[Reports]:
        """The same from JSON text: str, or bytes as they are."""
    def get_logs(
        self,
        request: GetLogs | Mapping[str, Any] | None = None,
        /,
        *,
        sender: str | None = ...,
        to: str | int | None = ...,
        bulk_id: str | int | Sequence[str | int] | None = ...,
        message_id: str | int | Sequence[str | int] | None = ...,
        general_status: str | None = ...,
        sent_since: datetime | str | None = ...,
        sent_until: datetime | str | None = ...,
        limit: int | None = ...,
        mcc: str | int | None = ...,
        mnc: str | int | None = ...,
        extra: Mapping[str, str | int | bool] | None = ...,
        now: datetime | None = None,
    ) -> Call[Logs]:
        """`GET {base}/sms/1/logs`: what became of messages of the last 48 hours.

        Takes a `GetLogs`, a dict shaped as in the gateway's documents, or the fields as keyword arguments. With
        `now`, a datetime with time zone, times are judged against it. Raises `InvalidRequest` with all that is
        wrong.
        """
    def get_logs_json(
        self, text: str | bytes | bytearray | memoryview, /, *, now: datetime | None = None
    ) -> Call[Logs]:
        """The same from JSON text: str, or bytes as they are."""
    def get_inbox_reports(
        self,
        request: GetInboxReports | Mapping[str, Any] | None = None,
        /,
        *,
        limit: int | None = ...,
        extra: Mapping[str, str | int | bool] | None = ...,
    ) -> Call[InboundMessages]:
        """`GET {base}/sms/1/inbox/reports`: messages that came in, each of which is handed out once.

        Store the body as it came before anything looks at it, as with `get_reports`.

        Takes a `GetInboxReports`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        Raises `InvalidRequest` with all that is wrong.
        """
    def get_inbox_reports_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[InboundMessages]:
        """The same from JSON text: str, or bytes as they are."""
    def get_inbox_logs(
        self,
        request: GetInboxLogs | Mapping[str, Any] | None = None,
        /,
        *,
        keyword: str | None = ...,
        to: str | int | None = ...,
        received_since: datetime | str | None = ...,
        received_until: datetime | str | None = ...,
        limit: int | None = ...,
        extra: Mapping[str, str | int | bool] | None = ...,
        now: datetime | None = None,
    ) -> Call[InboundMessages]:
        """`GET {base}/sms/1/inbox/logs`: which messages came in.

        Takes a `GetInboxLogs`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        With `now`, a datetime with time zone, times are judged against it. Raises `InvalidRequest` with all that is
        wrong.
        """
    def get_inbox_logs_json(
        self, text: str | bytes | bytearray | memoryview, /, *, now: datetime | None = None
    ) -> Call[InboundMessages]:
        """The same from JSON text: str, or bytes as they are."""
    def get_schedule(
        self,
        request: GetSchedule | Mapping[str, Any] | None = None,
        /,
        *,
        bulk_id: str | int = ...,
        extra: Mapping[str, str | int | bool] | None = ...,
    ) -> Call[Schedule]:
        """`GET {base}/sms/1/bulks`: when a scheduled bulk will be sent.

        Takes a `GetSchedule`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        Raises `InvalidRequest` with all that is wrong.
        """
    def get_schedule_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[Schedule]:
        """The same from JSON text: str, or bytes as they are."""
    def reschedule(
        self,
        request: Reschedule | Mapping[str, Any] | None = None,
        /,
        *,
        bulk_id: str | int = ...,
        send_at: datetime | str = ...,
        extra: Mapping[str, Any] | None = ...,
        now: datetime | None = None,
    ) -> Call[Schedule]:
        """`PUT {base}/sms/1/bulks`: moves a scheduled bulk to another time.

        Takes a `Reschedule`, a dict shaped as in the gateway's documents, or the fields as keyword arguments. With
        `now`, a datetime with time zone, `send_at` is judged against it. Raises `InvalidRequest` with all that is
        wrong.
        """
    def reschedule_json(
        self, text: str | bytes | bytearray | memoryview, /, *, now: datetime | None = None
    ) -> Call[Schedule]:
        """The same from JSON text: str, or bytes as they are."""
    def get_bulk_status(
        self,
        request: GetBulkStatus | Mapping[str, Any] | None = None,
        /,
        *,
        bulk_id: str | int = ...,
        extra: Mapping[str, str | int | bool] | None = ...,
    ) -> Call[BulkStatus]:
        """`GET {base}/sms/1/bulks/status`: the status of a scheduled bulk.

        Takes a `GetBulkStatus`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        Raises `InvalidRequest` with all that is wrong.
        """
    def get_bulk_status_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[BulkStatus]:
        """The same from JSON text: str, or bytes as they are."""
    def set_bulk_status(
        self,
        request: SetBulkStatus | Mapping[str, Any] | None = None,
        /,
        *,
        bulk_id: str | int = ...,
        status: str = ...,
        extra: Mapping[str, Any] | None = ...,
    ) -> Call[BulkStatus]:
        """`PUT {base}/sms/1/bulks/status`: holds a scheduled bulk, lets it go on, or calls it off.

        Takes a `SetBulkStatus`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        Raises `InvalidRequest` with all that is wrong.
        """
    def set_bulk_status_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[BulkStatus]:
        """The same from JSON text: str, or bytes as they are."""
    def preview(
        self,
        request: PreviewRequest | Mapping[str, Any] | None = None,
        /,
        *,
        text: str = ...,
        language_code: str | None = ...,
        transliteration: str | None = ...,
        extra: Mapping[str, Any] | None = ...,
    ) -> Call[Preview]:
        """`POST {base}/sms/1/preview`: how many parts a text takes. Nothing is sent.

        Takes a `PreviewRequest`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        Raises `InvalidRequest` with all that is wrong.
        """
    def preview_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[Preview]:
        """The same from JSON text: str, or bytes as they are."""
    def get_balance(
        self,
        request: GetBalance | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, str | int | bool] | None = ...,
    ) -> Call[Balance]:
        """`GET {base}/account/1/balance`: what is left on the account.

        Takes a `GetBalance`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        Raises `InvalidRequest` with all that is wrong.
        """
    def get_balance_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[Balance]:
        """The same from JSON text: str, or bytes as they are."""
    def create_session(
        self,
        request: CreateSession | Mapping[str, Any] | None = None,
        /,
        *,
        username: str | int = ...,
        password: str = ...,
        unsafe: bool | None = ...,
        extra: Mapping[str, Any] | None = ...,
    ) -> Call[Session]:
        """`POST {base}/auth/1/session`: asks for the token of a session, for `with_auth`.

        Takes a `CreateSession`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        Raises `InvalidRequest` with all that is wrong.
        """
    def create_session_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[Session]:
        """The same from JSON text: str, or bytes as they are."""
    def end_session(
        self,
        request: EndSession | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, str | int | bool] | None = ...,
    ) -> Call[SessionEnded]:
        """`DELETE {base}/auth/1/session`: ends the session whose token the gateway has.

        Takes an `EndSession`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        Raises `InvalidRequest` with all that is wrong.
        """
    def end_session_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[SessionEnded]:
        """The same from JSON text: str, or bytes as they are."""
    def get_oauth_token(
        self,
        request: GetOauthToken | Mapping[str, Any] | None = None,
        /,
        *,
        client_id: str | int = ...,
        client_secret: str = ...,
        grant_type: str | None = ...,
        extra: Mapping[str, str | int | bool] | None = ...,
    ) -> Call[OauthToken]:
        """`POST {base}/auth/1/oauth2/token`: asks for an access token, for `with_auth`.

        Takes a `GetOauthToken`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        Raises `InvalidRequest` with all that is wrong.
        """
    def get_oauth_token_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[OauthToken]:
        """The same from JSON text: str, or bytes as they are."""
    def confirm_conversion(
        self,
        request: ConfirmConversion | Mapping[str, Any] | None = None,
        /,
        *,
        message_id: str | int = ...,
        extra: Mapping[str, str | int | bool] | None = ...,
    ) -> Call[ConversionConfirmed]:
        """`POST {base}/ct/1/log/end/{messageId}`: tells that a tracked message did its work.

        Takes a `ConfirmConversion`, a dict shaped as in the gateway's documents, or the fields as keyword
        arguments. Raises `InvalidRequest` with all that is wrong.
        """
    def confirm_conversion_json(self, text: str | bytes | bytearray | memoryview, /) -> Call[ConversionConfirmed]:
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

@final
class Session:
    """The answer to `Gateway.create_session`: a session's token, for `Gateway.with_auth`.

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
class OauthToken:
    """The answer to `Gateway.get_oauth_token`: an access token, for `Gateway.with_auth`.

    `repr()` says when it expires and nothing of the token, and `to_dict()` leaves it out; it does not pickle.
    """

    __match_args__ = ("token_type", "expires_in", "expires_at", "raw_body")
    @property
    def token_type(self) -> str | None:
        """Of what kind it is, `Bearer`; no document of this gateway shows it."""
    @property
    def expires_in(self) -> int | None:
        """For how many seconds it is good, from when the gateway made it."""
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
class Reports(_Answer):
    """The answer to `Gateway.get_reports`: reports that are not handed out again."""

    __match_args__ = ("results", "malformed", "raw_body")
    def __new__(
        cls,
        *,
        results: tuple[DeliveryReport, ...],
        malformed: tuple[MalformedEvent, ...],
        raw_body: bytes,
    ) -> Self: ...
    @property
    def results(self) -> tuple[DeliveryReport, ...]:
        """What became of each message, in the order of the reply: a tuple of `DeliveryReport`."""
    @property
    def malformed(self) -> tuple[MalformedEvent, ...]:
        """Entries that tell of no message, with their text: a tuple of `MalformedEvent`."""
    @property
    def raw_body(self) -> bytes:
        """The body as it came. Never printed."""

@final
class Logs(_Answer):
    """The answer to `Gateway.get_logs`."""

    __match_args__ = ("results", "malformed", "raw_body")
    def __new__(
        cls,
        *,
        results: tuple[DeliveryReport, ...],
        malformed: tuple[MalformedEvent, ...],
        raw_body: bytes,
    ) -> Self: ...
    @property
    def results(self) -> tuple[DeliveryReport, ...]:
        """What became of each message, in the order of the reply: a tuple of `DeliveryReport`."""
    @property
    def malformed(self) -> tuple[MalformedEvent, ...]:
        """Entries that tell of no message, with their text: a tuple of `MalformedEvent`."""
    @property
    def raw_body(self) -> bytes:
        """The body as it came. Never printed."""

@final
class DeliveryReport(_Answer):
    """What became of one message, as a report or the log tells it. All of it is optional but the outcome. Times are
    kept as they came; `datetime.fromisoformat` reads them.
    """

    __match_args__ = (
        "bulk_id",
        "message_id",
        "to",
        "sender",
        "sent_at",
        "done_at",
        "sms_count",
        "mcc_mnc",
        "callback_data",
        "price",
        "status",
        "error",
        "text",
        "entity_id",
        "application_id",
        "campaign_reference_id",
        "outcome",
    )
    kind: ClassVar[Literal["delivery_report"]]
    """Which kind of event it is."""
    def __new__(
        cls,
        *,
        bulk_id: str | None = None,
        message_id: str | None = None,
        to: str | None = None,
        sender: str | None = None,
        sent_at: str | None = None,
        done_at: str | None = None,
        sms_count: int | None = None,
        mcc_mnc: str | None = None,
        callback_data: str | None = None,
        price: Price | None = None,
        status: Status | None = None,
        error: DeliveryError | None = None,
        text: str | None = None,
        entity_id: str | None = None,
        application_id: str | None = None,
        campaign_reference_id: str | None = None,
        outcome: Outcome,
    ) -> Self: ...
    @property
    def bulk_id(self) -> str | None:
        """The id of the request that the message was sent with."""
    @property
    def message_id(self) -> str | None:
        """The message's id."""
    @property
    def to(self) -> str | None:
        """The number that it was sent to."""
    @property
    def sender(self) -> str | None:
        """Its sender, `from` on the wire."""
    @property
    def sent_at(self) -> str | None:
        """When it was sent, as the gateway wrote it."""
    @property
    def done_at(self) -> str | None:
        """When its status was reached, as the gateway wrote it."""
    @property
    def sms_count(self) -> int | None:
        """How many parts it was sent in."""
    @property
    def mcc_mnc(self) -> str | None:
        """The codes of country and network in one, such as `22801`."""
    @property
    def callback_data(self) -> str | None:
        """What you gave with the message."""
    @property
    def price(self) -> Price | None:
        """What it cost."""
    @property
    def status(self) -> Status | None:
        """Its status, as the gateway gave it."""
    @property
    def error(self) -> DeliveryError | None:
        """Why it was not delivered; `NO_ERROR` where it was."""
    @property
    def text(self) -> str | None:
        """Its text. The log has it; reports of some operators do."""
    @property
    def entity_id(self) -> str | None:
        """The entity that it was sent for."""
    @property
    def application_id(self) -> str | None:
        """The application that it was sent by."""
    @property
    def campaign_reference_id(self) -> str | None:
        """The campaign that it belongs to."""
    @property
    def outcome(self) -> Outcome:
        """What status and error mean."""

@final
class Price(_Answer):
    """What a message cost."""

    __match_args__ = ("price_per_message", "currency")
    def __new__(
        cls,
        *,
        price_per_message: str | None = None,
        currency: str | None = None,
    ) -> Self: ...
    @property
    def price_per_message(self) -> str | None:
        """The price of one part, as the gateway wrote the number: prices have up to ten digits behind the point."""
    @property
    def currency(self) -> str | None:
        """The currency, such as `EUR`."""

@final
class DeliveryError(_Answer):
    """Why a message was not delivered, as the gateway gave it; `NO_ERROR` where it was. All of it is optional, and no
    value is closed.
    """

    __match_args__ = ("group_id", "group_name", "id", "name", "description", "permanent")
    def __new__(
        cls,
        *,
        group_id: int | None = None,
        group_name: str | None = None,
        id: int | None = None,
        name: str | None = None,
        description: str | None = None,
        permanent: bool | None = None,
    ) -> Self: ...
    @property
    def group_id(self) -> int | None:
        """The group's number."""
    @property
    def group_name(self) -> str | None:
        """The group's name."""
    @property
    def id(self) -> int | None:
        """The error's number."""
    @property
    def name(self) -> str | None:
        """The error's name."""
    @property
    def description(self) -> str | None:
        """What it says to people."""
    @property
    def permanent(self) -> bool | None:
        """Whether the same message, sent again unchanged, fails in the same way."""

@final
class UrlClick(_Answer):
    """Somebody opened a link of a message. All of it is optional."""

    __match_args__ = (
        "notification_type",
        "recipient",
        "url",
        "send_date_time",
        "message_id",
        "bulk_id",
        "callback_data",
        "recipient_info",
        "geo_location_info",
        "extra",
    )
    kind: ClassVar[Literal["url_click"]]
    """Which kind of event it is."""
    def __new__(
        cls,
        *,
        notification_type: str | None = None,
        recipient: str | None = None,
        url: str | None = None,
        send_date_time: int | None = None,
        message_id: str | None = None,
        bulk_id: str | None = None,
        callback_data: str | None = None,
        recipient_info: RecipientInfo | None = None,
        geo_location_info: GeoLocationInfo | None = None,
        extra: dict[str, Any],
    ) -> Self: ...
    @property
    def notification_type(self) -> str | None:
        """What happened: `CLICKED` is the one that the documents show."""
    @property
    def recipient(self) -> str | None:
        """The number that the message was sent to."""
    @property
    def url(self) -> str | None:
        """The link as it was before it was shortened. Its length is printed, for links may hold what is personal."""
    @property
    def send_date_time(self) -> int | None:
        """When, in milliseconds since 1970."""
    @property
    def message_id(self) -> str | None:
        """The message's id."""
    @property
    def bulk_id(self) -> str | None:
        """The id of the request that it was sent with."""
    @property
    def callback_data(self) -> str | None:
        """What you gave with the message."""
    @property
    def recipient_info(self) -> RecipientInfo | None:
        """What it was opened with."""
    @property
    def geo_location_info(self) -> GeoLocationInfo | None:
        """Where."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members that are not known here, as plain values: a dict. The documents' list goes on."""

@final
class RecipientInfo(_Answer):
    """What a link was opened with."""

    __match_args__ = ("device_type", "os", "device_name")
    def __new__(
        cls,
        *,
        device_type: str | None = None,
        os: str | None = None,
        device_name: str | None = None,
    ) -> Self: ...
    @property
    def device_type(self) -> str | None:
        """The kind of device."""
    @property
    def os(self) -> str | None:
        """Its operating system."""
    @property
    def device_name(self) -> str | None:
        """Its name."""

@final
class GeoLocationInfo(_Answer):
    """Where a link was opened, as far as an address tells it."""

    __match_args__ = ("country_name", "city")
    def __new__(
        cls,
        *,
        country_name: str | None = None,
        city: str | None = None,
    ) -> Self: ...
    @property
    def country_name(self) -> str | None:
        """The country."""
    @property
    def city(self) -> str | None:
        """The city."""

@final
class InboundMessages(_Answer):
    """The answer to `Gateway.get_inbox_reports` and `Gateway.get_inbox_logs`."""

    __match_args__ = ("results", "message_count", "pending_message_count", "malformed", "raw_body")
    def __new__(
        cls,
        *,
        results: tuple[InboundMessage, ...],
        message_count: int | None = None,
        pending_message_count: int | None = None,
        malformed: tuple[MalformedEvent, ...],
        raw_body: bytes,
    ) -> Self: ...
    @property
    def results(self) -> tuple[InboundMessage, ...]:
        """The messages, in the order of the reply: a tuple of `InboundMessage`."""
    @property
    def message_count(self) -> int | None:
        """How many there are, by the gateway's count."""
    @property
    def pending_message_count(self) -> int | None:
        """How many more wait to be asked for."""
    @property
    def malformed(self) -> tuple[MalformedEvent, ...]:
        """Entries that are no messages, with their text: a tuple of `MalformedEvent`."""
    @property
    def raw_body(self) -> bytes:
        """The body as it came. Never printed."""

@final
class InboundMessage(_Answer):
    """A message that somebody sent to you. All of it is optional."""

    __match_args__ = (
        "message_id",
        "sender",
        "to",
        "text",
        "clean_text",
        "keyword",
        "received_at",
        "sms_count",
        "price",
        "callback_data",
        "entity_id",
        "application_id",
        "campaign_reference_id",
    )
    kind: ClassVar[Literal["inbound_message"]]
    """Which kind of event it is."""
    def __new__(
        cls,
        *,
        message_id: str | None = None,
        sender: str | None = None,
        to: str | None = None,
        text: str | None = None,
        clean_text: str | None = None,
        keyword: str | None = None,
        received_at: str | None = None,
        sms_count: int | None = None,
        price: Price | None = None,
        callback_data: str | None = None,
        entity_id: str | None = None,
        application_id: str | None = None,
        campaign_reference_id: str | None = None,
    ) -> Self: ...
    @property
    def message_id(self) -> str | None:
        """The gateway's id of the message."""
    @property
    def sender(self) -> str | None:
        """The number of who sent it, `from` on the wire."""
    @property
    def to(self) -> str | None:
        """Your number or short code that received it."""
    @property
    def text(self) -> str | None:
        """Its whole text."""
    @property
    def clean_text(self) -> str | None:
        """Its text without the keyword."""
    @property
    def keyword(self) -> str | None:
        """The keyword that it begins with; none, or empty, where it has none that you set up."""
    @property
    def received_at(self) -> str | None:
        """When it came, as the gateway wrote it; `datetime.fromisoformat` reads it."""
    @property
    def sms_count(self) -> int | None:
        """How many parts it came in."""
    @property
    def price(self) -> Price | None:
        """What it cost."""
    @property
    def callback_data(self) -> str | None:
        """What you set up to come with it."""
    @property
    def entity_id(self) -> str | None:
        """The entity that it came for."""
    @property
    def application_id(self) -> str | None:
        """The application that it came for."""
    @property
    def campaign_reference_id(self) -> str | None:
        """The campaign that it belongs to."""

@final
class Schedule(_Answer):
    """The answer to `Gateway.get_schedule` and `Gateway.reschedule`."""

    __match_args__ = ("bulk_id", "send_at", "raw_body")
    def __new__(
        cls,
        *,
        bulk_id: str | None = None,
        send_at: str | None = None,
        raw_body: bytes,
    ) -> Self: ...
    @property
    def bulk_id(self) -> str | None:
        """The bulk's id."""
    @property
    def send_at(self) -> str | None:
        """When it will be sent, as the gateway writes it; `datetime.fromisoformat` reads it."""
    @property
    def raw_body(self) -> bytes:
        """The body as it came. Never printed."""

@final
class BulkStatus(_Answer):
    """The answer to `Gateway.get_bulk_status` and `Gateway.set_bulk_status`."""

    __match_args__ = ("bulk_id", "status", "raw_body")
    def __new__(
        cls,
        *,
        bulk_id: str | None = None,
        status: str | None = None,
        raw_body: bytes,
    ) -> Self: ...
    @property
    def bulk_id(self) -> str | None:
        """The bulk's id."""
    @property
    def status(self) -> str | None:
        """Its status: `PENDING`, `PAUSED`, `PROCESSING`, `CANCELED`, `FINISHED`, `FAILED`, or another one that the
        gateway has.
        """
    @property
    def raw_body(self) -> bytes:
        """The body as it came. Never printed."""

@final
class Preview(_Answer):
    """The answer to `Gateway.preview`."""

    __match_args__ = ("original_text", "previews", "raw_body")
    def __new__(
        cls,
        *,
        original_text: str | None = None,
        previews: tuple[TextPreview, ...],
        raw_body: bytes,
    ) -> Self: ...
    @property
    def original_text(self) -> str | None:
        """The text that was asked about."""
    @property
    def previews(self) -> tuple[TextPreview, ...]:
        """What it costs, first as it is, then with the options: a tuple of `TextPreview`."""
    @property
    def raw_body(self) -> bytes:
        """The body as it came. Never printed."""

@final
class TextPreview(_Answer):
    """What a text costs, sent in one way."""

    __match_args__ = ("text_preview", "message_count", "characters_remaining", "language_code", "transliteration")
    def __new__(
        cls,
        *,
        text_preview: str | None = None,
        message_count: int | None = None,
        characters_remaining: int | None = None,
        language_code: str | None = None,
        transliteration: str | None = None,
    ) -> Self: ...
    @property
    def text_preview(self) -> str | None:
        """The text as it arrives."""
    @property
    def message_count(self) -> int | None:
        """How many parts it takes."""
    @property
    def characters_remaining(self) -> int | None:
        """How many more characters fit into the last part."""
    @property
    def language_code(self) -> str | None:
        """With which national language tables: `configuration.language.languageCode`."""
    @property
    def transliteration(self) -> str | None:
        """With which transliteration: `configuration.transliteration`."""

@final
class Balance(_Answer):
    """The answer to `Gateway.get_balance`."""

    __match_args__ = ("balance", "currency", "raw_body")
    def __new__(
        cls,
        *,
        balance: str | None = None,
        currency: str | None = None,
        raw_body: bytes,
    ) -> Self: ...
    @property
    def balance(self) -> str | None:
        """How much is left, digit for digit as the gateway writes it, for binary fractions would change it."""
    @property
    def currency(self) -> str | None:
        """In which currency, such as `EUR`."""
    @property
    def raw_body(self) -> bytes:
        """The body as it came. Never printed."""

@final
class SessionEnded(_Answer):
    """The answer to `Gateway.end_session`, which says nothing but that it is so."""

    __match_args__ = ("raw_body",)
    def __new__(
        cls,
        *,
        raw_body: bytes,
    ) -> Self: ...
    @property
    def raw_body(self) -> bytes:
        """The body as it came, mostly empty. Never printed."""

@final
class ConversionConfirmed(_Answer):
    """The answer to `Gateway.confirm_conversion`."""

    __match_args__ = ("process_key", "raw_body")
    def __new__(
        cls,
        *,
        process_key: str | None = None,
        raw_body: bytes,
    ) -> Self: ...
    @property
    def process_key(self) -> str | None:
        """The conversion process that the message belongs to."""
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

def check_text_single(
    payload: object,
    /,
    *,
    limits: Limits | None = None,
    allow: Iterable[Code] | None = None,
    forbid: Iterable[Code] | None = None,
    api_version: Literal[1, 2] | None = None,
    now: datetime | None = None,
) -> tuple[Violation, ...]:
    """Judges a finished payload of `send_text_single` in the gateway's own JSON, whoever built it: a dict, str or
    bytes.

    Returns all violations, warnings included, in the order of the payload, as a tuple; content never raises.
    Raises `InvalidRequest` for options that are wrong.
    """

def check_text_multi(
    payload: object,
    /,
    *,
    limits: Limits | None = None,
    allow: Iterable[Code] | None = None,
    forbid: Iterable[Code] | None = None,
    api_version: Literal[1, 2] | None = None,
    now: datetime | None = None,
) -> tuple[Violation, ...]:
    """Judges a finished payload of `send_text_multi` in the gateway's own JSON, whoever built it: a dict, str or
    bytes.

    Returns all violations, warnings included, in the order of the payload, as a tuple; content never raises.
    Raises `InvalidRequest` for options that are wrong.
    """

def check_binary_single(
    payload: object,
    /,
    *,
    limits: Limits | None = None,
    allow: Iterable[Code] | None = None,
    forbid: Iterable[Code] | None = None,
    api_version: Literal[1, 2] | None = None,
    now: datetime | None = None,
) -> tuple[Violation, ...]:
    """Judges a finished payload of `send_binary_single` in the gateway's own JSON, whoever built it: a dict, str or
    bytes.

    Returns all violations, warnings included, in the order of the payload, as a tuple; content never raises.
    Raises `InvalidRequest` for options that are wrong.
    """

def check_binary_multi(
    payload: object,
    /,
    *,
    limits: Limits | None = None,
    allow: Iterable[Code] | None = None,
    forbid: Iterable[Code] | None = None,
    api_version: Literal[1, 2] | None = None,
    now: datetime | None = None,
) -> tuple[Violation, ...]:
    """Judges a finished payload of `send_binary_multi` in the gateway's own JSON, whoever built it: a dict, str or
    bytes.

    Returns all violations, warnings included, in the order of the payload, as a tuple; content never raises.
    Raises `InvalidRequest` for options that are wrong.
    """
