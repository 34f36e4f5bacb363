"""The exceptions, and the closed sets of words that they and the answers use.

Every exception prints safely: credentials never stand in its text, phone numbers and texts are masked, and of a reply's
body only the size is told. Attributes hold what was given and what came, plainly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from ._native import after_to_dict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, timedelta

    from ._native import FieldError, Outcome, Violation

__all__ = [
    "Code",
    "Grade",
    "InvalidRequest",
    "Level",
    "Refused",
    "ReplyCode",
    "ReplyError",
    "Resend",
    "SmsKernelError",
    "State",
    "TextCode",
    "TextError",
    "UnreadableReply",
    "UnreadableWebhook",
    "WebhookCode",
]

Level: TypeAlias = Literal["error"] | Literal["warning"]
"""How serious a violation is."""

Grade: TypeAlias = Literal["documented"] | Literal["field", "inferred"]
"""How well a rule is known: the gateway's documents say it, people who use it reported it, or it was concluded."""

State: TypeAlias = (
    Literal["accepted", "pending", "delivered"] | Literal["undeliverable", "expired", "rejected"] | Literal["unknown"]
)
"""Where a message stands: on its way, failed, or nobody knows."""

Resend: TypeAlias = Literal["safe", "safe_after", "after_fix"] | Literal["never", "uncertain"]
"""Whether a message may be sent again."""

Code: TypeAlias = (
    Literal[
        "wrong_type",
        "missing",
        "invalid_json",
        "too_deep",
        "known_key",
        "count_mismatch",
        "credential_mismatch",
        "invalid_path",
        "invalid_base_url",
        "https_required",
        "header_injection",
        "credential_characters",
        "unknown_code",
        "fixed_code",
        "invalid_reader",
        "invalid_result",
        "more_violations",
    ]
    | Literal[
        "unknown_key",
        "mixed_names",
        "duplicate_key",
        "repeated_key",
        "null_field",
        "empty",
        "replacement_character",
        "control_character",
        "too_long",
        "out_of_range",
        "unknown_value",
        "number_characters",
        "number_trunk_zero",
        "number_length",
        "local_number",
        "number_changed",
        "number_not_exact",
        "duplicate_recipient",
        "duplicate_id",
        "id_characters",
        "sender_length",
        "sender_characters",
        "invalid_time",
        "naive_datetime",
        "time_in_past",
        "too_far_ahead",
        "too_far_back",
        "duplicate_day",
        "window_incomplete",
        "window_too_short",
        "window_crosses_midnight",
        "invalid_amount",
        "invalid_url",
        "hex_characters",
        "hex_odd",
        "invalid_udh",
        "needs_version_2",
        "incompatible_fields",
        "too_many_messages",
        "body_too_large",
        "unconfirmed_field",
        "key_in_url",
        "pass_type_bm5",
        "unconfirmed_path",
        "missing_token",
    ]
)
"""The stable names of what can be wrong with a request; `allow` and `forbid` cannot move those of the first group."""

ReplyCode: TypeAlias = (
    Literal["refused"]
    | Literal[
        "redirected",
        "bad_status",
        "empty_body",
        "not_json",
        "unexpected_json",
        "no_known_message",
        "reply_too_large",
    ]
)
"""The stable names of replies that are no answer: those of `Refused` and `UnreadableReply`."""

WebhookCode: TypeAlias = (
    Literal["empty_webhook", "webhook_too_large", "unsupported_encoding", "unsupported_content"]
    | Literal["not_json"]
    | Literal["not_xml", "xml_doctype", "xml_too_deep", "xml_left_out"]
    | Literal["no_event"]
)
"""The stable names of requests that are no webhook: those of `UnreadableWebhook`."""

TextCode: TypeAlias = (
    Literal["unknown_option", "lone_surrogate"]
    | Literal["too_many_parts", "reference_too_large", "not_encodable"]
    | Literal["malformed_header", "truncated", "not_a_septet", "odd_octets", "too_long"]
    | Literal["no_parts", "missing_parts", "contradictory_parts"]
)
"""The stable names of what can be wrong with a text or its octets: those of `TextError`."""


def _restore(kind: type[SmsKernelError], message: str, state: dict[str, Any]) -> SmsKernelError:
    """Makes an exception again that was pickled or copied."""
    error = kind.__new__(kind, message)
    error.__dict__.update(state)
    return error


class SmsKernelError(Exception):
    """What all exceptions of this package have in common."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), str(self), self.__dict__.copy())


class InvalidRequest(SmsKernelError, ValueError):
    """The request was not built: everything that is wrong with it, not only the first thing.

    The text names the first ten errors and says how many there are.
    """

    violations: tuple[Violation, ...]
    """All violations, warnings included, in the order of the input; at least one is an error."""

    def __init__(self, message: str, /, *, violations: Iterable[Violation]) -> None:
        super().__init__(message)
        self.violations = tuple(violations)

    @property
    def code(self) -> Code:
        """The code of the first error."""
        errors = [violation for violation in self.violations if violation.level == "error"]
        return (errors or list(self.violations))[0].code

    def to_dict(self) -> dict[str, Any]:
        """The error as a dict of plain values that `json.dumps` takes. Values of violations stand in it unmasked."""
        return {"message": str(self), "violations": [violation.to_dict() for violation in self.violations]}


class TextError(SmsKernelError, ValueError):
    """A text cannot be sent as asked, octets cannot be read, or an option is unknown. Its text says where.

    What is of no SMS text at all, such as a number in the place of one, is a `TypeError`.
    """

    code: TextCode
    """The stable code."""
    offset: int | None
    """Where, if at one place: in code points of a text, or in octets."""
    missing: tuple[int, ...]
    """With `missing_parts`: the numbers of the parts that are missing."""
    positions: tuple[int, ...]
    """With `contradictory_parts`: which of the given parts contradicts which other one, by their indices."""

    def __init__(
        self,
        message: str,
        /,
        *,
        code: TextCode,
        offset: int | None = None,
        missing: Iterable[int] = (),
        positions: Iterable[int] = (),
    ) -> None:
        super().__init__(message)
        self.code = code
        self.offset = offset
        self.missing = tuple(missing)
        self.positions = tuple(positions)

    def to_dict(self) -> dict[str, Any]:
        """The error as a dict of plain values that `json.dumps` takes."""
        return {
            "message": str(self),
            "code": self.code,
            "offset": self.offset,
            "missing": list(self.missing),
            "positions": list(self.positions),
        }


class ReplyError(SmsKernelError):
    """A reply that is no answer: `Refused` or `UnreadableReply`. Nothing that came is lost."""

    status: int
    """The HTTP status."""
    code: ReplyCode
    """The stable code."""
    resend: Resend
    """Whether the messages may be sent again, or where none was sent, whether to ask again."""
    outcome: Outcome
    """The fate of every message of the call. Of a call that only asks it is `unknown`: nothing was learnt."""
    raw_body: bytes
    """The body as it came. Never printed."""

    def __init__(
        self, message: str, /, *, status: int, code: ReplyCode, resend: Resend, outcome: Outcome, raw_body: bytes
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.resend = resend
        self.outcome = outcome
        self.raw_body = raw_body

    def to_dict(self) -> dict[str, Any]:
        """The error as a dict of plain values that `json.dumps` takes; `raw_body` is left out."""
        return {"message": str(self), "status": self.status, "code": self.code, "resend": self.resend}


class Refused(ReplyError):
    """The gateway understood the request and said no to all of it."""

    gateway_code: str | None
    """The gateway's own code."""
    gateway_text: str | None
    """The gateway's own words."""
    errors: tuple[FieldError, ...]
    """What it found wrong, field by field, if it says so."""
    resend_after: timedelta | datetime | None
    """When sending again is safe, with `resend == "safe_after"`: so long after the reply, or at that time."""

    def __init__(
        self,
        message: str,
        /,
        *,
        status: int,
        resend: Resend,
        outcome: Outcome,
        raw_body: bytes,
        gateway_code: str | None = None,
        gateway_text: str | None = None,
        errors: Iterable[FieldError] = (),
        resend_after: timedelta | datetime | None = None,
    ) -> None:
        super().__init__(message, status=status, code="refused", resend=resend, outcome=outcome, raw_body=raw_body)
        self.gateway_code = gateway_code
        self.gateway_text = gateway_text
        self.errors = tuple(errors)
        self.resend_after = resend_after

    def to_dict(self) -> dict[str, Any]:
        return super().to_dict() | {
            "gateway_code": self.gateway_code,
            "gateway_text": self.gateway_text,
            "errors": [error.to_dict() for error in self.errors],
            "resend_after": after_to_dict(self.resend_after),
        }


class UnreadableReply(ReplyError):
    """The reply is not what the dialect says.

    Messages may be on their way (`resend` is `uncertain`): ask with their ids before sending again. What only asked can
    be asked again (`safe`).
    """

    reason: str
    """What was expected, in words."""
    path: str | None
    """Where in the body reading failed, in the gateway's names."""
    offset: int | None
    """Where in the body reading failed, in bytes."""
    location: str | None
    """Where a redirect points, without its query."""

    def __init__(
        self,
        message: str,
        /,
        *,
        status: int,
        code: ReplyCode,
        reason: str,
        resend: Resend,
        outcome: Outcome,
        raw_body: bytes,
        path: str | None = None,
        offset: int | None = None,
        location: str | None = None,
    ) -> None:
        super().__init__(message, status=status, code=code, resend=resend, outcome=outcome, raw_body=raw_body)
        self.reason = reason
        self.path = path
        self.offset = offset
        self.location = location

    def to_dict(self) -> dict[str, Any]:
        return super().to_dict() | {
            "reason": self.reason,
            "path": self.path,
            "offset": self.offset,
            "location": self.location,
        }


class UnreadableWebhook(SmsKernelError):
    """A request that arrived is no webhook of the dialect, or cannot be read. Nothing that came is lost."""

    code: WebhookCode
    """The stable code."""
    reason: str
    """What was expected, in words."""
    path: str | None
    """Where reading failed, in the gateway's names."""
    offset: int | None
    """Where reading failed, in bytes of what was read."""
    raw_body: bytes
    """What was read, as it came: the body, or the query where that was read in its place. Never printed."""

    def __init__(
        self,
        message: str,
        /,
        *,
        code: WebhookCode,
        reason: str,
        raw_body: bytes,
        path: str | None = None,
        offset: int | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.reason = reason
        self.path = path
        self.offset = offset
        self.raw_body = raw_body

    def to_dict(self) -> dict[str, Any]:
        """The error as a dict of plain values that `json.dumps` takes; `raw_body` is left out."""
        return {
            "message": str(self),
            "code": self.code,
            "reason": self.reason,
            "path": self.path,
            "offset": self.offset,
        }
