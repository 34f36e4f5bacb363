"""The examples of the README, run as printed against the gateway on loopback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
BLOCKS: list[str] = re.findall(r"^```python\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def run(block: str, account: dict[str, str]) -> list[str]:
    environment = os.environ | account | {"NO_PROXY": "127.0.0.1"}
    command = [sys.executable, "-W", "error", "-c", block]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_blocks(sandbox: str) -> None:
    # What listens is with the examples that do.
    send, _, plan, octets, _, _, statuses = BLOCKS
    url = f"{sandbox}/run/readme"
    assert run(send, {"SMS_URL": url, "SMS_KEY": "sandbox-api-key"}) == ["41793026727 pending never"]
    account = {"SMS_URL": url, "SMS_PARTNER": "12345", "SMS_KEY": "sandbox-apikey", "SMS_SENDER": "SANDBOX"}
    assert run(plan, account) == ["0 accepted never", "1 rejected after_fix", "2 accepted never"]
    assert run(octets, {"SMS_URL": url, "SMS_KEY": "sandbox-api-key"}) == ["0 pending", "1 pending"]
    account = {"SMS_CLIENT": "sandbox-client@example.com", "SMS_SECRET": "sandbox-client-secret"}
    assert run(statuses, {"SMS_URL": url} | account) == [f"row-{row} QUEUED pending" for row in range(3)]


def test_texts() -> None:
    costs, parts = BLOCKS[4:6]
    printed: list[str] = re.findall(r"^```text\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert [run(block, {}) for block in (costs, parts)] == [block.splitlines() for block in printed]
