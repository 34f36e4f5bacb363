"""What all request classes have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import time
from typing import Any, ClassVar, NoReturn, Self

from ._native import Names, mask_number, mask_sender, mask_text, objects


def _plain(value: object) -> str:
    try:
        return repr(value)
    except ValueError:
        # Python refuses to write out integers of thousands of digits.
        return f"<{type(value).__name__}>"


def _number(value: object) -> str:
    if isinstance(value, time):
        # The end of a delivery window has the name of a recipient.
        return repr(value)
    return repr(mask_number(value if isinstance(value, str) else _plain(value)))


def _text(value: object) -> str:
    return f"<{mask_text(value)}>" if isinstance(value, str) else f"<{type(value).__name__}>"


def _sender(value: object) -> str:
    return repr(mask_sender(value)) if isinstance(value, str) else _plain(value)


def _nothing(_: object) -> str:
    return "<…>"


_MASKS: dict[str, Callable[[object], str]] = {
    "to": _number,
    "text": _text,
    "hex": _text,
    "callback_data": _text,
    "sender": _sender,
    "partner_id": _nothing,
    "api_key": _nothing,
    "client_id": _nothing,
    "client_secret": _nothing,
    "username": _nothing,
    "password": _nothing,
    "extra": _nothing,
}
"""How fields are printed that hold what is personal or secret."""

_MASKS |= {
    wire: _MASKS[ours]
    for dialect in objects().values()
    for fields in dialect.values()
    for wire, ours in fields
    if ours in _MASKS
}
# Given dicts have the gateway's names, or ours in camelCase.
_MASKS |= {re.sub("_(.)", lambda found: found[1].upper(), name): mask for name, mask in _MASKS.items()}


def _shown(name: str, value: object) -> str:
    """One field's value as `repr` shows it: as deep as the package's own classes, lists and dicts go."""
    if isinstance(value, Request):
        return repr(value)
    if name != "extra" and isinstance(value, Mapping):
        return "{" + ", ".join(f"{key!r}: {_shown(str(key), item)}" for key, item in value.items()) + "}"
    if name != "extra" and isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray):
        return "[" + ", ".join(_shown(name, item) for item in value) + "]"
    return _MASKS.get(name, _plain)(value)


class Request:
    """A part of a request. Making one never fails on a value: the gateway's methods judge it."""

    __slots__ = ()
    _names: ClassVar[Names]
    """The attributes with the gateway's names, which the walk over a request reads."""

    def _set(self) -> Iterable[tuple[str, object]]:
        for name, _ in self._names.fields:
            value: Any = getattr(self, name)
            if value is not None:
                yield name, value

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={_shown(name, value)}" for name, value in self._set())
        return f"{type(self).__name__}({fields})"


class SecretRequest(Request):
    """A request that holds credentials of its own: it does not pickle."""

    __slots__ = ()

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"a {type(self).__name__} holds credentials and cannot be pickled: "
            "read the credentials again where they are needed"
        )

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self
