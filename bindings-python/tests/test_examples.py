"""The examples, run as they stand against the gateway on loopback."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"

INFOBIP = {"SMS_KEY": "sandbox-api-key"}
BLACKKONNECT = {"SMS_CLIENT": "sandbox-client@example.com", "SMS_SECRET": "sandbox-client-secret"}
SMSLIST = {"SMS_PARTNER": "12345", "SMS_KEY": "sandbox-apikey", "SMS_SENDER": "SANDBOX"}


def run(name: str, url: str, account: dict[str, str]) -> list[str]:
    environment = os.environ | account | {"SMS_URL": url, "NO_PROXY": "127.0.0.1"}
    done = subprocess.run(
        [sys.executable, "-W", "error", EXAMPLES / name],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def kept(sandbox: str, what: str, name: str) -> list[dict[str, Any]]:
    """What the gateway kept of a run."""
    listed: list[dict[str, Any]] = httpx.get(f"{sandbox}/{what}", params={"run": name}).json()
    return listed


@pytest.fixture
def half_a_reply() -> Iterator[str]:
    """A gateway that breaks off within its replies."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=break_off, args=(listener,))
        thread.start()
        yield "http://{}:{}".format(*listener.getsockname())
        # This ends the waiting for a connection, and with it the thread.
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()


def break_off(listener: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while True:
            connection, _ = listener.accept()
            with connection, connection.makefile("rwb") as stream:
                length = 0
                for line in iter(stream.readline, b"\r\n"):
                    name, _, value = line.partition(b":")
                    length = int(value) if name.lower() == b"content-length" else length
                stream.read(length)
                stream.write(b'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"messages":[')


@pytest.mark.parametrize(
    ("mode", "lines"),
    [
        ("", ["41793026727 order-17 pending never", "41793026834 order-18 pending never"]),
        ("/as/refuse-834", ["41793026727 order-17 pending never", "41793026834 order-18 rejected after_fix"]),
        ("/as/close", ["41793026727 order-17 unknown uncertain", "41793026834 order-18 unknown uncertain"]),
    ],
)
def test_requests(sandbox: str, mode: str, lines: list[str]) -> None:
    assert run("send_with_requests.py", f"{sandbox}/run/requests{mode}", INFOBIP) == lines


def test_requests_refused(sandbox: str) -> None:
    (line,) = run("send_with_requests.py", f"{sandbox}/run/requests/as/redirect", INFOBIP)
    assert line.endswith("[redirected] (send again: uncertain)")
    (line,) = run("send_with_requests.py", f"{sandbox}/run/requests", {"SMS_KEY": "another"})
    assert line.endswith("(send again: after_fix)")


def test_httpx(sandbox: str) -> None:
    first, second, third = run("send_with_httpx.py", f"{sandbox}/run/httpx/as/refuse-002", SMSLIST)
    assert first == "0 254712345001 accepted never Success"
    assert second.startswith("1 254712345002 rejected after_fix ")
    assert third.startswith("2 None rejected after_fix ")


def test_httpx_async(sandbox: str) -> None:
    lines = run("send_with_httpx_async.py", f"{sandbox}/run/async", INFOBIP)
    assert lines == [f"0 {row} 4179302{row:04} pending never" for row in range(50)]


LOST = ["41793026727 order-17 unknown uncertain", "41793026834 order-18 unknown uncertain"]


@pytest.mark.parametrize(
    ("mode", "lines"),
    [
        ("new", ["41793026727 order-17 pending never", "41793026834 order-18 pending never"]),
        ("refuse-834", ["41793026727 order-17 pending never", "41793026834 order-18 rejected after_fix"]),
        # The gateway has them in either case: sent again they would arrive twice.
        ("close", LOST),
        ("slow-3000", LOST),
    ],
)
def test_urllib(sandbox: str, mode: str, lines: list[str]) -> None:
    name = f"urllib-{mode}"
    waiting = {"SMS_TIMEOUT": "0.5"} if mode.startswith("slow") else {}
    assert run("send_with_urllib.py", f"{sandbox}/run/{name}/as/{mode}", INFOBIP | waiting) == lines
    accepted = [(message["to"], message["id"], message["text"]) for message in kept(sandbox, "accepted", name)]
    text = "Your parcel is here."
    assert accepted == [("41793026727", "order-17", text), ("41793026834", "order-18", text)]


def test_urllib_half_a_reply(half_a_reply: str) -> None:
    assert run("send_with_urllib.py", half_a_reply, INFOBIP) == LOST


@pytest.mark.parametrize(
    ("mode", "ending"),
    [
        ("redirect", "[redirected] (send again: uncertain)"),
        ("redirect-307", "[redirected] (send again: uncertain)"),
        ("status-401", "(send again: after_fix)"),
        ("status-500-html", "[not_json] (send again: uncertain)"),
    ],
)
def test_urllib_refused(sandbox: str, mode: str, ending: str) -> None:
    name = f"urllib-{mode}"
    (line,) = run("send_with_urllib.py", f"{sandbox}/run/{name}/as/{mode}", INFOBIP)
    assert line.endswith(ending)
    # Nothing went where the redirect points to.
    (request,) = kept(sandbox, "received", name)
    assert request["path"].endswith("/sms/1/text/advanced")


def rows(good: str, refused: str = "") -> list[str]:
    """What the examples print that send a list of 50 numbers, and one that is none."""
    numbers = [f"2547123450{row:02}" for row in range(50)]
    fates = [refused if refused and number.endswith("07") else good for number in numbers]
    sent = [f"{row} {number} {fate}" for row, (number, fate) in enumerate(zip(numbers, fates, strict=True))]
    return [*sent, "50 - rejected after_fix"]


@pytest.mark.parametrize(
    ("mode", "lines"),
    [
        ("old", rows("accepted never")),
        ("refuse-07", rows("accepted never", refused="rejected after_fix")),
        ("close", rows("unknown uncertain")),
        ("slow-3000", rows("unknown uncertain")),
    ],
)
def test_aiohttp(sandbox: str, mode: str, lines: list[str]) -> None:
    name = f"aiohttp-{mode}"
    waiting = {"SMS_TIMEOUT": "0.5"} if mode.startswith("slow") else {}
    assert run("send_with_aiohttp.py", f"{sandbox}/run/{name}/as/{mode}", SMSLIST | waiting) == lines
    accepted = kept(sandbox, "accepted", name)
    assert {message["text"] for message in accepted} == {"The shop opens at nine."}
    expected = [(f"2547123450{row:02}", f"row-{row}") for row in range(50)]
    assert sorted((message["to"], message["id"]) for message in accepted) == expected
    assert len(kept(sandbox, "received", name)) == 3


def test_aiohttp_half_a_reply(half_a_reply: str) -> None:
    assert run("send_with_aiohttp.py", half_a_reply, SMSLIST) == rows("unknown uncertain")


@pytest.mark.parametrize("mode", ["redirect", "redirect-307"])
def test_aiohttp_redirected(sandbox: str, mode: str) -> None:
    name = f"aiohttp-{mode}"
    assert run("send_with_aiohttp.py", f"{sandbox}/run/{name}/as/{mode}", SMSLIST) == rows("unknown uncertain")
    requests = kept(sandbox, "received", name)
    assert [request["path"].rpartition("/")[2] for request in requests] == ["sendbulk"] * 3


def followed(fate: str, told: dict[int, str], refused: str = "") -> list[str]:
    """What the example prints that follows its 50 messages: their fates, then what their statuses say."""
    fates = [refused if refused and row == 7 else fate for row in range(50)]
    sent = [f"{row} 25471234{row:04} {fate}" for row, fate in enumerate(fates)]
    return [*sent, "50 - rejected after_fix", *(f"row-{row} {status}" for row, status in told.items())]


QUEUED = dict.fromkeys(range(50), "QUEUED pending")


@pytest.mark.parametrize(
    ("mode", "lines"),
    [
        ("new", followed("pending never", QUEUED)),
        ("envelope", followed("pending never", QUEUED)),
        ("refuse-07", followed("pending never", QUEUED | {7: "REJECTED rejected"}, refused="rejected uncertain")),
        # Pages have 10 statuses and calls 20 messages, and here each bulk has its first page only.
        ("ignore-page", followed("pending never", {row: QUEUED[row] for row in range(50) if row % 20 < 10})),
        # In May 2025 a bulk had one status.
        ("old", followed("pending never", {row: QUEUED[row] for row in (0, 20, 40)})),
        ("token-expired", followed("rejected after_fix", {})),
        ("close", ["no answer to blackkonnect.get_token"]),
        ("status-500", ["no answer to blackkonnect.get_token"]),
    ],
)
def test_follow(sandbox: str, mode: str, lines: list[str]) -> None:
    name = f"follow-{mode}"
    assert run("follow_with_httpx.py", f"{sandbox}/run/{name}/as/{mode}", BLACKKONNECT) == lines
    accepted = [(message["to"], message["id"]) for message in kept(sandbox, "accepted", name)]
    sent = [(f"25471234{row:04}", f"row-{row}") for row in range(50)]
    assert accepted == (sent if QUEUED[0] in str(lines) else [])
    asked = [one["path"] for one in kept(sandbox, "received", name) if one["path"].endswith("/token/v1")]
    # What only asks is asked again where that does no harm.
    assert len(asked) == (3 if len(lines) == 1 else 1)


def test_follow_refused(sandbox: str) -> None:
    wrong = BLACKKONNECT | {"SMS_SECRET": "an0ther s3cret"}
    (line,) = run("follow_with_httpx.py", f"{sandbox}/run/follow-refused", wrong)
    assert line.startswith("the gateway refused the request with HTTP 401")
    assert "an0ther" not in line
    assert len(kept(sandbox, "received", "follow-refused")) == 1
