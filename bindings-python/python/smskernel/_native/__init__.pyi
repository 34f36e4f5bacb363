"""The private half of `smskernel`. Its names are public in `smskernel`, `smskernel.infobip`,
`smskernel.blackkonnect`, `smskernel.smslist` and `smskernel.text`.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from types import GenericAlias
from typing import Any, Generic, Literal, Protocol, Self, final, overload

from typing_extensions import TypeVar

from ..errors import Code, Grade, Level, ReplyError, Resend, State
from . import blackkonnect as blackkonnect
from . import infobip as infobip
from . import smslist as smslist
from . import text as text

__version__: str

_A_co = TypeVar("_A_co", covariant=True, default=Any)
_M_co = TypeVar("_M_co", covariant=True, default=Any)
_E_co = TypeVar("_E_co", covariant=True, default=Any)
_K_co = TypeVar("_K_co", covariant=True)
_V_co = TypeVar("_V_co", covariant=True)

class _SupportsItems(Protocol[_K_co, _V_co]):
    def items(self) -> Iterable[tuple[_K_co, _V_co]]: ...

class _Answer:
    """What all answers have in common; at runtime each has it of its own."""

    def to_dict(self) -> dict[str, Any]:
        """The attributes as a dict of plain values that `json.dumps` takes. Numbers and texts stand in it unmasked;
        `raw_body` is left out.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs_ex__(self) -> tuple[tuple[()], dict[str, Any]]: ...

@final
class Call(Generic[_A_co]):
    """One prepared exchange: send `method`, `url`, `headers` and `body` with any HTTP client, redirects turned
    off, and give what came back to `parse`.

    `url`, `headers` and `body` hold the credentials; `repr()` shows none of them, and a call does not pickle:
    its `reader` does.
    """

    @property
    def method(self) -> str:
        """The HTTP method."""
    @property
    def url(self) -> str:
        """The absolute URL."""
    @property
    def headers(self) -> dict[str, str]:
        """The header fields: a dict of its own each time."""
    @property
    def body(self) -> bytes:
        """The body's bytes."""
    @property
    def warnings(self) -> tuple[Violation, ...]:
        """What is unusual about the request, though not wrong: a tuple of `Violation`."""
    @property
    def reader(self) -> ReplyReader[_A_co]:
        """The reader of the reply: small, without credentials, and it can be saved."""
    def parse(
        self,
        status: int,
        headers: _SupportsItems[str, str]
        | _SupportsItems[bytes, bytes]
        | Iterable[tuple[str | bytes, str | bytes]]
        | None,
        body: bytes | bytearray | memoryview | str,
    ) -> _A_co:
        """Understands the reply: returns the answer, or raises `Refused` or `UnreadableReply`, which hold status and
        body.

        `headers` is a mapping, an iterable of pairs, or None; `body` is bytes, or str, which stands for its
        UTF-8.
        """
    def predicted_parts(self) -> list[int]:
        """How many parts each message takes, one text to one number each, in the order sent. An estimate, which
        `sms_count` of the answer's messages can be compared with; empty for a call that sends no message. Reads the
        body each time.
        """
    def no_reply(self) -> _A_co:
        """The answer that stands for a reply that never came: every message `unknown`, resend `uncertain`.

        Raises `TypeError` where no message was sent: what only asks can be asked again.
        """
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: Any, /) -> Self: ...
    def __reduce__(self) -> str | tuple[Any, ...]: ...
    def __class_getitem__(cls, key: Any) -> GenericAlias: ...

@final
class ReplyReader(Generic[_A_co]):
    """Understands the reply of one call. Holds the numbers and ids that were sent or asked for and nothing else: no
    texts, no credentials. Its length is the number of messages sent, one text to one number each.

    It pickles, and `to_bytes()` makes bytes for another process, another language or a later day.
    """

    @property
    def operation(self) -> str:
        """The operation's name: `infobip.send_text`."""
    def parse(
        self,
        status: int,
        headers: _SupportsItems[str, str]
        | _SupportsItems[bytes, bytes]
        | Iterable[tuple[str | bytes, str | bytes]]
        | None,
        body: bytes | bytearray | memoryview | str,
    ) -> _A_co:
        """Understands the reply, as `Call.parse` does."""
    def no_reply(self) -> _A_co:
        """The answer that stands for a reply that never came: every message `unknown`, resend `uncertain`.

        Raises `TypeError` where no message was sent: what only asks can be asked again.
        """
    def to_bytes(self) -> bytes:
        """The reader as bytes. They hold the numbers and ids that were sent."""
    @classmethod
    def from_bytes(cls, data: bytes | bytearray | memoryview, /) -> ReplyReader[Any]:
        """The reader of those bytes. Raises `InvalidRequest` for bytes of another format or operation."""
    def __len__(self) -> int: ...
    def __bool__(self) -> Literal[True]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    def __class_getitem__(cls, key: Any) -> GenericAlias: ...

@final
class Plan(Generic[_A_co, _M_co]):
    """The calls of a long list: an iterator, to be gone through once.

    With `on_invalid="raise"` all messages were read and judged when the plan was made. With `"set_aside"` it
    takes only as many as the next call needs, and what cannot be sent goes to `rejected`.
    """

    def __iter__(self) -> Iterator[Call[_A_co]]: ...
    def __next__(self) -> Call[_A_co]: ...
    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """What was set aside so far: a tuple of `Rejected`, in the order of the input."""
    def merge(
        self, results: Iterable[tuple[Call[Any] | ReplyReader[Any], Any | ReplyError | None]], /
    ) -> list[RowResult[_M_co]]:
        """One result for each destination, in the order of the input. `results` are pairs as `merge` takes them, in
        any order; what was set aside so far is in it.
        """
    def __reduce__(self) -> str | tuple[Any, ...]: ...
    def __class_getitem__(cls, key: Any) -> GenericAlias: ...

@final
class Violation(_Answer):
    """One thing wrong with what was asked, or unusual about it.

    `str()` and `repr()` mask phone numbers and texts and show no credential; `value` holds what was given.
    """

    __match_args__ = ("path", "code", "level", "grade", "source", "message", "value")
    def __new__(
        cls,
        *,
        path: str,
        code: Code,
        level: Level,
        grade: Grade,
        source: str,
        message: str,
        value: str | int | float | bool | None = None,
    ) -> Self: ...
    @property
    def path(self) -> str:
        """Where, in the gateway's own names: `messages[1].destinations[0].to`. Empty for the request as a whole."""
    @property
    def code(self) -> Code:
        """The stable code."""
    @property
    def level(self) -> Level:
        """`error` or `warning`."""
    @property
    def grade(self) -> Grade:
        """How well the rule is known: `documented`, `field` or `inferred`."""
    @property
    def source(self) -> str:
        """Where the rule comes from."""
    @property
    def message(self) -> str:
        """What is wrong, what was expected, what to do. Safe to log."""
    @property
    def value(self) -> str | int | float | bool | None:
        """The value as it was given, if it is a text, number or truth value and no credential."""
    def __str__(self) -> str: ...

@final
class Outcome(_Answer):
    """One message's fate, as far as a reply tells it."""

    __match_args__ = ("state", "is_final", "code", "text", "resend", "resend_after")
    def __new__(
        cls,
        *,
        state: State,
        is_final: bool,
        code: str | None = None,
        text: str | None = None,
        resend: Resend,
        resend_after: timedelta | datetime | None = None,
    ) -> Self: ...
    @property
    def state(self) -> State:
        """`accepted`, `pending`, `delivered`, `undeliverable`, `expired`, `rejected` or `unknown`."""
    @property
    def is_final(self) -> bool:
        """Whether that cannot change any more."""
    @property
    def code(self) -> str | None:
        """The gateway's own code or status name."""
    @property
    def text(self) -> str | None:
        """The gateway's own words."""
    @property
    def resend(self) -> Resend:
        """Whether it may be sent again: `never`, `safe`, `safe_after`, `after_fix` or `uncertain`."""
    @property
    def resend_after(self) -> timedelta | datetime | None:
        """When, with `safe_after`, if the gateway says so: a `timedelta` after the reply, or a `datetime`."""

@final
class FieldError(_Answer):
    """One thing that the gateway found wrong with a request."""

    __match_args__ = ("path", "rule", "message")
    def __new__(
        cls,
        *,
        path: str | None = None,
        rule: str | None = None,
        message: str,
    ) -> Self: ...
    @property
    def path(self) -> str | None:
        """Which field, in the gateway's words."""
    @property
    def rule(self) -> str | None:
        """Which rule, in the gateway's words."""
    @property
    def message(self) -> str:
        """What it says."""

@final
class Rejected(_Answer):
    """A message of a plan, or one of its destinations, that was set aside."""

    __match_args__ = ("position", "destination", "destinations", "violations", "outcome")
    def __new__(
        cls,
        *,
        position: int,
        destination: int | None = None,
        destinations: int,
        violations: tuple[Violation, ...],
        outcome: Outcome,
    ) -> Self: ...
    @property
    def position(self) -> int:
        """Index of the message in the input."""
    @property
    def destination(self) -> int | None:
        """Index of the destination within the message; None when the whole message was set aside."""
    @property
    def destinations(self) -> int:
        """How many destinations that makes."""
    @property
    def violations(self) -> tuple[Violation, ...]:
        """What is wrong with it: a tuple of `Violation`."""
    @property
    def outcome(self) -> Outcome:
        """Its fate: never sent; code and text are those of the first error."""

@final
class RowResult(_Answer, Generic[_M_co]):
    """The result of one row of a plan: one text to one number."""

    __match_args__ = ("position", "destination", "to", "id", "outcome", "message", "violations")
    def __new__(
        cls,
        *,
        position: int,
        destination: int,
        to: str | None = None,
        id: str | None = None,
        outcome: Outcome,
        message: _M_co | None = None,
        violations: tuple[Violation, ...],
    ) -> Self: ...
    @property
    def position(self) -> int:
        """Index of the message in the input."""
    @property
    def destination(self) -> int:
        """Index of the destination within the message."""
    @property
    def to(self) -> str | None:
        """The number as it was sent; None if the row was set aside."""
    @property
    def id(self) -> str | None:
        """Your id of the message, if it has one."""
    @property
    def outcome(self) -> Outcome:
        """What became of it."""
    @property
    def message(self) -> _M_co | None:
        """What the gateway says of it, if an answer told: one of the answer's `messages`."""
    @property
    def violations(self) -> tuple[Violation, ...]:
        """Why it was set aside: a tuple of `Violation`, empty if it was sent."""

@final
class Webhook(_Answer, Generic[_E_co]):
    """A webhook that was read. Each entry of it is in `events` or in `malformed`."""

    __match_args__ = ("events", "malformed", "raw_body")
    def __new__(
        cls,
        *,
        events: tuple[_E_co, ...],
        malformed: tuple[MalformedEvent, ...],
        raw_body: bytes,
    ) -> Self: ...
    @property
    def events(self) -> tuple[_E_co, ...]:
        """The events, in the order of the body: a tuple of objects of the dialect's classes. Each says in `kind` which
        it is.
        """
    @property
    def malformed(self) -> tuple[MalformedEvent, ...]:
        """The entries that are no events, in the same order: a tuple of `MalformedEvent`."""
    @property
    def raw_body(self) -> bytes:
        """What was read, as it came: the body, or the query where that was read in its place. Never printed."""
    def __class_getitem__(cls, key: Any) -> GenericAlias: ...

@final
class MalformedEvent(_Answer):
    """An entry, among others, that is no event; the others are not lost for it."""

    __match_args__ = ("position", "raw", "reason")
    def __new__(
        cls,
        *,
        position: int,
        raw: str,
        reason: str,
    ) -> Self: ...
    @property
    def position(self) -> int:
        """Index among the entries of the body, the good ones counted too."""
    @property
    def raw(self) -> str:
        """The entry's own text as it came: JSON, XML or a form. Its length is printed."""
    @property
    def reason(self) -> str:
        """Why it is no event. Of what it says only names of members stand here, no values."""

def secret_matches(
    given: str | bytes | bytearray | memoryview, expected: str | bytes | bytearray | memoryview, /
) -> bool:
    """Whether what a request gave is the secret that you expect, in a time that does not tell how much of it was right.

    Gateways sign nothing; what they can do is to call an address that nobody else knows. Put a long random text into
    the path or the query of the address, or into a header where your operator lets you set one, and hand over here
    what arrived, decoded as you gave it. str stands for its UTF-8. An empty expectation never matches, so that a
    setting that was forgotten lets nobody in.
    """

@overload
def merge(
    results: Iterable[
        tuple[Call[infobip.SentMessages] | ReplyReader[infobip.SentMessages], infobip.SentMessages | ReplyError | None]
    ],
    rejected: Iterable[Rejected] | None = None,
) -> list[RowResult[infobip.SentMessage]]:
    """One result for each destination of a plan, in the order of the input, including those of calls without
    reply.

    `results` are pairs of a call, or its `reader`, and what became of it: the answer, the `Refused` or
    `UnreadableReply` that `parse` raised, or None where no reply came. They may come in any order, and from
    several processes. `rejected` is the plan's. Pure: it looks at nothing but its arguments. Raises
    `InvalidRequest` where an answer is not that of its call.
    """

@overload
def merge(
    results: Iterable[
        tuple[
            Call[blackkonnect.BulkSmsMessageResponse] | ReplyReader[blackkonnect.BulkSmsMessageResponse],
            blackkonnect.BulkSmsMessageResponse | ReplyError | None,
        ]
    ],
    rejected: Iterable[Rejected] | None = None,
) -> list[RowResult[blackkonnect.SentMessage]]: ...
@overload
def merge(
    results: Iterable[
        tuple[Call[smslist.SentBulk] | ReplyReader[smslist.SentBulk], smslist.SentBulk | ReplyError | None]
    ],
    rejected: Iterable[Rejected] | None = None,
) -> list[RowResult[smslist.SentMessage]]: ...

@final
class Names:
    """The fields of one class of requests: the class's attributes and the gateway's names, pairwise."""

    def __new__(cls, dialect: str, name: str, /, *, without: list[str] = ...) -> Self: ...
    @property
    def name(self) -> str:
        """What the core calls the object."""
    @property
    def fields(self) -> list[tuple[str, str]]:
        """Pairs of the class's attribute and the gateway's name, in the gateway's order."""

def after_to_dict(value: timedelta | datetime | None, /) -> dict[str, Any] | None:
    """When a message may be sent again, as `{"seconds": 7}` or `{"at": "…"}`."""

def codes() -> dict[str, str]:
    """The codes of violations: `{code: meaning}`, in the table's order."""

def fixed_codes() -> list[str]:
    """The codes that `allow` and `forbid` cannot move."""

def reply_codes() -> dict[str, str]:
    """The codes of replies that are no answer: `{code: meaning}`."""

def webhook_codes() -> dict[str, str]:
    """The codes of requests that are no webhook: `{code: meaning}`."""

def webhook_limits() -> list[str]:
    """The names of the limits of webhooks."""

def event_kinds() -> dict[str, list[str]]:
    """The kinds of each dialect's events."""

def words() -> dict[str, list[str]]:
    """The other closed sets of words: `{"state": […], …}`."""

def objects() -> dict[str, dict[str, list[tuple[str, str]]]]:
    """The objects of requests: `{dialect: {object: [(gateway's name, ours), …]}}`."""

def limits() -> dict[str, list[str]]:
    """The names of each dialect's limits."""

def mask_number(number: str, /) -> str:
    """A phone number as it is printed."""

def mask_text(content: str, /) -> str:
    """A text as it is printed: its length."""

def mask_sender(sender: str, /) -> str:
    """A sender as it is printed: masked if it is a number."""
