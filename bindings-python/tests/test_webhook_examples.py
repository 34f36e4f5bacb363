"""The examples that receive webhooks, run as they stand: the gateway on loopback pushes to them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from .accounts import infobip_gateway, smslist_gateway

PACKAGE = Path(__file__).parents[1]
EXAMPLES = PACKAGE / "examples"
SECRET = "8f14e45f-ceea-4670-a1b2"


class Receiver:
    """An example that listens."""

    def __init__(self, process: subprocess.Popen[str], log: Path, unread: Path) -> None:
        self.process = process
        self.unread_file = unread
        found = None
        while found is None and process.poll() is None:
            found = re.search(r"http://127\.0\.0\.1:(\d+)", log.read_text(encoding="utf-8"))
        assert found, log.read_text(encoding="utf-8")
        self.url = f"{found[0]}/sms/{SECRET}"

    def unread(self) -> list[dict[str, str]]:
        if not self.unread_file.exists():
            return []
        return [json.loads(line) for line in self.unread_file.read_text(encoding="utf-8").splitlines()]

    def lines(self) -> list[str]:
        """What it printed until its end."""
        self.process.terminate()
        assert self.process.stdout is not None
        return self.process.stdout.read().splitlines()


@contextmanager
def running(program: Path, folder: Path) -> Generator[Receiver]:
    log, unread = folder / "log", folder / "unread.jsonl"
    environment = os.environ | {"WEBHOOK_SECRET": SECRET, "WEBHOOK_UNREAD": str(unread), "PORT": "0"}
    with (
        log.open("w") as stderr,
        subprocess.Popen(
            [sys.executable, program], env=environment, stdout=subprocess.PIPE, stderr=stderr, text=True
        ) as process,
    ):
        try:
            yield Receiver(process, log, unread)
        finally:
            process.terminate()


def control(sandbox: str, run: str, command: str, **told: Any) -> list[dict[str, Any]]:
    """What was pushed by a command."""
    reply = httpx.post(f"{sandbox}/run/{run}/control/{command}", json=told, timeout=60)
    assert reply.status_code == 200, reply.text
    pushes: list[dict[str, Any]] = reply.json().get("pushes", [])
    return pushes


def send(call: Any) -> Any:
    reply = httpx.request(call.method, call.url, headers=call.headers, content=call.body)
    return call.parse(reply.status_code, reply.headers, reply.content)


@pytest.mark.parametrize("content_type", ["application/json", "application/xml"])
def test_fastapi(sandbox: str, tmp_path: Path, content_type: str) -> None:
    name = f"fastapi-{content_type[-4:]}"
    with running(EXAMPLES / "webhook_with_fastapi.py", tmp_path) as receiver:
        options = {"notify_url": receiver.url, "notify_content_type": content_type, "text": "Hi"}
        to = [{"to": number, "messageId": f"order-{number[-2:]}"} for number in ("41793026717", "41793026790")]
        send(infobip_gateway(f"{sandbox}/run/{name}").send_text(messages=[{"to": to, **options}]))
        pushes = control(sandbox, name, "clock", advance=60)
        inbound = {"dialect": "infobip", "from": "41793026727", "to": "41793026700", "text": "KEY word"}
        pushes += control(sandbox, name, "inbound", **inbound, url=receiver.url)
        assert [push["status"] for push in pushes] == [204, 204]
        assert receiver.unread() == []
        for path in ("", "another", SECRET[:-1], f"{SECRET}x"):
            address = receiver.url.replace(SECRET, path)
            assert httpx.post(address, content=b'{"results": []}').status_code == 404
        mixed = {"results": [{"to": "41793026727"}, {"status": {"groupId": 3}, "messageId": "a"}]}
        assert httpx.post(receiver.url, json=mixed).status_code == 204
        assert httpx.post(receiver.url, content=b"\xff{").status_code == 204
        malformed, unreadable = receiver.unread()
        assert json.loads(malformed["raw"]) == {"to": "41793026727"}
        assert unreadable["raw"] == "\\xff{"
        assert unreadable["reason"].startswith("the webhook of 2 bytes holds no event: ")
        assert receiver.lines() == [
            "41793026717 order-17 is delivered, send again: never",
            "41793026790 order-90 is undeliverable, send again: safe",
            "41793026727 wrote to 41793026700: KEY word",
            "None a is delivered, send again: never",
        ]


@pytest.mark.parametrize("form", ["json", "form"])
def test_flask(sandbox: str, tmp_path: Path, form: str) -> None:
    name = f"flask-{form}"
    with running(EXAMPLES / "webhook_with_flask.py", tmp_path) as receiver:
        control(sandbox, name, "callback", dialect="smslist", url=receiver.url, format=form)
        gateway = smslist_gateway(f"{sandbox}/run/{name}")
        sent = send(gateway.send_sms(to=["254712345617", "254712345695"], text="Hi"))
        pushes = control(sandbox, name, "clock", advance=60)
        inbound = {"dialect": "smslist", "from": "254712345678", "to": "12345", "text": "Hello there", "method": "GET"}
        pushes += control(sandbox, name, "inbound", **inbound, url=receiver.url)
        assert {push["status"] for push in pushes} == {200}
        assert receiver.unread() == []
        assert httpx.post(receiver.url.replace(SECRET, "another"), content=b"{}").status_code == 404
        assert httpx.post(receiver.url, content=b"{}").status_code == 200
        (unreadable,) = receiver.unread()
        assert unreadable["raw"] == "{}"
        # The last report of each message, for whoever is told twice.
        lines = receiver.lines()
        first, second = (message.message_id for message in sent.messages)
        fates = dict(line.split(" is ") for line in lines if " is " in line)
        assert fates == {first: "delivered, send again: never", second: "undeliverable, send again: never"}
        assert lines[-1] == "254712345678 wrote to 12345: Hello there"


def test_readme(sandbox: str, tmp_path: Path) -> None:
    """The example of the README, as printed."""
    blocks: list[str] = re.findall(
        r"^```python\n(.*?)^```$", (PACKAGE / "README.md").read_text("utf-8"), re.DOTALL | re.M
    )
    (block,) = (block for block in blocks if "FastAPI" in block)
    program = tmp_path / "app.py"
    program.write_text(block, encoding="utf-8")
    with running(program, tmp_path) as receiver:
        message = {"to": [{"to": "41793026727", "messageId": "order-17"}], "text": "Hi", "notify_url": receiver.url}
        send(infobip_gateway(f"{sandbox}/run/readme-webhook").send_text(messages=[message]))
        (push,) = control(sandbox, "readme-webhook", "clock", advance=60)
        assert push["status"] == 204
        assert httpx.post(f"{receiver.url}x", content=b"{}").status_code == 404
        assert httpx.post(receiver.url, content=b"{}").status_code == 204
        first, second = receiver.lines()
        assert first == "order-17 delivered never"
        assert second.startswith("the webhook of 2 bytes holds no event: ")
