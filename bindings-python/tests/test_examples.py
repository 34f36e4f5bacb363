"""The examples, run as they stand against the gateway on loopback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"

INFOBIP = {"SMS_KEY": "sandbox-api-key"}
SMSLIST = {"SMS_PARTNER": "12345", "SMS_KEY": "sandbox-apikey", "SMS_SENDER": "SANDBOX"}


def run(name: str, url: str, account: dict[str, str]) -> list[str]:
    environment = os.environ | account | {"SMS_URL": url, "NO_PROXY": "127.0.0.1"}
    done = subprocess.run(
        [sys.executable, "-W", "error", EXAMPLES / name], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


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
