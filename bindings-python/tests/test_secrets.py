"""Planted secrets: in plain, in base64 and percent-encoded, they stand in nothing that is printed or saved."""

from __future__ import annotations

import base64
import json
import pickle
import traceback
import urllib.parse
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from smskernel import ReplyError, infobip, smslist

KEY = "s3cr3t-k3y/+=&plant"
USER = "pl4nted-user"
PASSWORD = "pl4nted p4ss"
TOKEN = "pl4nted.t0ken"


def spellings(secret: str) -> Iterator[str]:
    yield secret
    yield urllib.parse.quote(secret, safe="")
    yield urllib.parse.quote_plus(secret, safe="")
    # As base64 of any text that contains it: three alignments, without the characters that its neighbours decide.
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + secret.encode()).decode()
        yield encoded[(0, 2, 3)[shift] : len(encoded) - 4]


SECRETS = [text for secret in (KEY, USER, PASSWORD, TOKEN, f"{USER}:{PASSWORD}") for text in spellings(secret)]


def assert_clean(text: str | bytes) -> None:
    shown = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    for secret in SECRETS:
        assert secret not in shown, f"{secret!r} stands in {shown[:500]!r}"


def gateways() -> list[Any]:
    credentials: list[Any] = [
        infobip.ApiKey(KEY),
        infobip.Basic(USER, PASSWORD),
        infobip.Ibsso(TOKEN),
        infobip.Bearer(TOKEN),
    ]
    made: list[Any] = [infobip.Gateway("https://example.com", auth=auth) for auth in credentials]
    return [*made, smslist.Gateway("https://example.com", partner_id=USER, api_key=KEY, sender="SENDER")]


def calls() -> list[Any]:
    made: list[Any] = []
    for gateway in gateways():
        if isinstance(gateway, infobip.Gateway):
            made.append(gateway.send_text(messages=[{"text": "Hi", "to": ["+41 793026727"]}]))
        else:
            made.append(gateway.send_bulk(messages=[{"text": "Hi", "to": "0712345678"}]))
    return made


def test_the_search_finds_them() -> None:
    for call in calls():
        with pytest.raises(AssertionError):
            assert_clean(json.dumps(call.headers) + call.body.decode())


def test_nothing_printable_and_nothing_saved() -> None:
    for held in [infobip.ApiKey(KEY), infobip.Basic(USER, PASSWORD), infobip.Ibsso(TOKEN), *gateways(), *calls()]:
        assert_clean(f"{held!r} {held!s} {held}")
        assert_clean(repr([held]))
        with pytest.raises(TypeError) as caught:
            pickle.dumps(held)
        assert_clean(str(caught.value))
    for call in calls():
        assert_clean(call.reader.to_bytes())
        assert_clean(pickle.dumps(call.reader))
        assert_clean(repr(call.reader) + repr(call.warnings) + repr(call.no_reply()))
        assert_clean(pickle.dumps(call.warnings))


INFOBIP: Any = infobip.Gateway
SMSLIST: Any = smslist.Gateway
API_KEY: Any = infobip.ApiKey

FAILING: list[Callable[[], object]] = [
    lambda: INFOBIP("https://example.com", auth=API_KEY(KEY + "\n")),
    lambda: INFOBIP("https://example.com", auth=API_KEY(KEY.encode())),
    lambda: INFOBIP("https://example.com", auth=KEY),
    lambda: INFOBIP("https://example.com", auth={"type": "api_key", "kye": KEY}),
    lambda: INFOBIP("https://example.com", auth={"type": "api_key", "key": {"a": KEY}}),
    lambda: INFOBIP("https://example.com", auth=infobip.Basic(USER + ":", PASSWORD + "\0")),
    lambda: INFOBIP(f"https://{USER}:{urllib.parse.quote(PASSWORD)}@example.com", auth=infobip.Bearer(TOKEN)),
    lambda: INFOBIP("https://example.com", auth=infobip.Ibsso(TOKEN), api_version=7),
    lambda: SMSLIST("https://example.com", partner_id="1", api_key=KEY + "\r\n", sender="S"),
    lambda: SMSLIST("https://example.com", partner_id="1", api_key=[KEY], sender="S"),
    lambda: SMSLIST("https://example.com", partner_id="1", api_key=KEY, sender=""),
    lambda: gateways()[0].send_text(messages=[{}]),
    lambda: gateways()[4].send_bulk(messages=[{"to": "254712345678", "text": "Hi", "apikey": KEY + "x"}]),
    lambda: gateways()[4].plan([{"to": "254712345678", "text": "", "apikey": KEY}]),
    lambda: calls()[0].parse("200", None, b""),
    lambda: calls()[0].parse(302, {"Location": f"https://{USER}@example.org/?key={KEY}"}, b""),
]


@pytest.mark.parametrize("fail", FAILING)
def test_errors_and_tracebacks(fail: Callable[[], object]) -> None:
    with pytest.raises((ValueError, TypeError, ReplyError)) as caught:
        fail()
    error = caught.value
    assert_clean(f"{error!r} {error!s}")
    for violation in getattr(error, "violations", ()):
        assert_clean(repr(violation) + str(violation))
        if "auth" in violation.path or "key" in violation.path:
            assert violation.value is None
    # A frame of the package's own could hold what it was given in its locals, so there is none.
    told = traceback.TracebackException.from_exception(error, capture_locals=True)
    assert {frame.filename for frame in told.stack} == {__file__}


def test_replies_that_echo_the_key() -> None:
    echo = {"partnerID": USER, "apikey": KEY, "mobile": "254712345678", "message": "Hi"}
    bodies: list[Any] = [
        {"responses": [{"response-code": 1004, "response-description": "Low bulk credits", "mobile": echo}]},
        {"response-code": 1006, "response-description": "Invalid credentials", "apikey": KEY},
        {"errors": {"apikey": ["is wrong"]}, "request": echo},
    ]
    call = calls()[4]
    for body in map(json.dumps, bodies):
        for status in (200, 401, 500):
            try:
                result: Any = call.parse(status, None, body)
            except ReplyError as error:
                result = error
            assert result.raw_body == body.encode()
            assert_clean(f"{result!r} {result!s} {result.to_dict()}")
