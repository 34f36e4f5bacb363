"""From "sent" to "delivered": 1,000 messages on each dialect, with refusals, a lost reply and a balance that runs out.

In the end what was learnt by asking and by being told is what the gateway recorded.
"""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
from smskernel import Call, Outcome, blackkonnect, infobip, smslist

from .accounts import blackkonnect_gateway, infobip_gateway, smslist_gateway

ROWS = 1000
PER_CALL = 100
LOST = 2
"""The call whose reply was lost on the way."""
PAID = 900
"""How many messages the balance pays for."""
A_DAY_LATER = 100_000
"""In seconds: all is over by then, and the gateway still tells of it, which it does for two days."""

Request = tuple[str, dict[str, str], str, bytes]


class Sandbox:
    """One run of the gateway on loopback."""

    def __init__(self, client: httpx.Client, url: str, run: str) -> None:
        self.client, self.root, self.run = client, url, run
        self.url = f"{url}/run/{run}"

    def control(self, command: str, mode: str = "", **told: Any) -> None:
        reply = self.client.post(f"{self.url}{mode}/control/{command}", json=told)
        assert reply.status_code == 200, reply.text

    def exchange(self, call: Call[Any]) -> Any:
        reply = self.client.request(call.method, call.url, headers=call.headers, content=call.body)
        return call.parse(reply.status_code, reply.headers, reply.content)

    def send(self, plan: Any) -> tuple[list[Any], list[Any]]:
        """All calls of a plan: the rows in the order of the input, and the answers that came."""
        results = [(call, self.exchange(call)) for call in plan]
        assert len(results) == ROWS // PER_CALL
        results[LOST] = (results[LOST][0], None)
        rows = plan.merge(results)
        assert [row.outcome.state for row in rows[PER_CALL * LOST :][:PER_CALL]] == ["unknown"] * PER_CALL
        assert [row.outcome.state for row in rows[PAID:]] == ["rejected"] * (ROWS - PAID)
        return rows, [answer for _, answer in results if answer is not None]

    def fates(self) -> list[dict[str, Any]]:
        """What the gateway recorded, in the order sent."""
        fates: list[dict[str, Any]] = self.client.get(f"{self.root}/fates", params={"run": self.run}).json()
        assert len(fates) == ROWS
        return fates


class Known(dict[str, Outcome]):
    """What is known of each message. Reports come twice and in any order, so that a final fate stays."""

    def learn(self, name: str | None, outcome: Outcome) -> None:
        if name is not None and not (name in self and self[name].is_final):
            self[name] = outcome

    def fate(self, name: str, otherwise: Outcome) -> Outcome:
        """What is known of one; if nothing is, what the reply to the send said."""
        return self.get(name, otherwise)


@pytest.fixture
def client() -> Generator[httpx.Client]:
    with httpx.Client(timeout=60) as client:
        yield client


@contextmanager
def listening() -> Generator[tuple[str, list[Request]]]:
    """A server that keeps what it is sent, and its address."""
    kept: list[Request] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            kept.append((self.command, dict(self.headers), self.path.partition("?")[2], body))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *arguments: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hook", kept
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_infobip(sandbox: str, client: httpx.Client) -> None:
    """Half of the reports are pushed, in JSON and in XML; the others are asked for."""
    run, known = Sandbox(client, sandbox, "delivery-infobip"), Known()
    gateway = infobip_gateway(run.url, limits={"messages_per_call": PER_CALL})
    run.control("balance", infobip=PAID * 0.01)
    with listening() as (address, kept):
        messages = [
            infobip.TextMessage(
                to=[infobip.Destination(to=f"41793{row:06}", message_id=f"row-{row}")],
                text="Hi",
                notify_url=address if row % 2 else None,
                notify_content_type="application/xml" if row % 4 == 1 else None,
                intermediate_report=True,
            )
            for row in range(ROWS)
        ]
        rows, _ = run.send(gateway.plan(messages))
        run.control("clock", "/as/doubled+reordered", advance=A_DAY_LATER)
    pushed = 0
    for request in kept:
        webhook = infobip.parse_webhook(*request)
        assert webhook.malformed == ()
        for event in webhook.events:
            assert isinstance(event, infobip.DeliveryReport)
            known.learn(event.message_id, event.outcome)
            pushed += 1
    assert pushed > len(known) > 400
    while reports := run.exchange(gateway.get_reports(limit=200)).results:
        for report in reports:
            known.learn(report.message_id, report.outcome)
    # Of what never came to an end the log tells, in the account's own words.
    open_rows = [f"row-{row}" for row in range(ROWS) if not known.fate(f"row-{row}", rows[row].outcome).is_final]
    for first in range(0, len(open_rows), PER_CALL):
        for log in run.exchange(gateway.get_logs(message_id=open_rows[first:][:PER_CALL], limit=1000)).results:
            known.learn(log.message_id, log.outcome)
    states = {"refused": "rejected", "sent": "delivered"}
    for fate in run.fates():
        outcome = known[fate["id"]]
        assert (outcome.state, outcome.is_final) == (states.get(fate["state"], fate["state"]), fate["is_final"]), fate


def test_smslist(sandbox: str, client: httpx.Client) -> None:
    """Callbacks tell of each message, in the spelling of some deployment; each is asked for, too."""
    run, told, asked = Sandbox(client, sandbox, "delivery-smslist"), Known(), Known()
    gateway = smslist_gateway(run.url, limits={"messages_per_call": PER_CALL})
    run.control("balance", smslist=PAID)
    with listening() as (address, kept):
        run.control("callback", dialect="smslist", url=address, format="form", shape="message-id")
        numbers = [f"254712{row:06}" for row in range(ROWS)]
        rows, _ = run.send(gateway.plan_sms(numbers, text="Hi"))
        run.control("clock", "/as/doubled+reordered", advance=A_DAY_LATER)
    for request in kept:
        for event in smslist.parse_webhook(*request).events:
            assert isinstance(event, smslist.DeliveryReport)
            told.learn(event.message_id, event.outcome)
    fates = run.fates()
    for row, fate in zip(rows, fates, strict=True):
        assert row.to == fate["to"]
        name = fate["gateway_id"]
        if row.message is not None and row.outcome.state != "rejected":
            assert row.message.message_id == name
            report = run.exchange(gateway.get_delivery_report(message_id=name))
            asked.learn(name, report.outcome)
            # What the network never told of has no report.
            assert told.fate(name, report.outcome) == report.outcome
    assert len(asked) == PAID - PER_CALL
    states = {
        "DeliveredToTerminal": "delivered",
        "SenderName Blacklisted": "undeliverable",
        "AbsentSubscriber": "undeliverable",
        "DeliveryImpossible": "undeliverable",
        "Unknown": "unknown",
        "SentToNetwork": "pending",
        None: "unknown",
    }
    for row, fate in zip(rows, fates, strict=True):
        name = fate["gateway_id"]
        if fate["state"] == "refused":
            assert (row.outcome.state, name in told) == ("rejected", False)
        else:
            outcome = asked.get(name) or told.fate(name, row.outcome)
            assert outcome.state == states[fate["status"]], fate


def test_blackkonnect(sandbox: str, client: httpx.Client) -> None:
    """Statuses are asked for page by page, and pushed as the network operator has them, those of the lost call, too."""
    run, known = Sandbox(client, sandbox, "delivery-blackkonnect"), Known()
    gateway = blackkonnect_gateway(run.url, limits={"messages_per_call": PER_CALL})
    run.control("balance", blackkonnect=PAID * 1.8)
    with listening() as (address, kept):
        run.control("callback", dialect="blackkonnect", url=address, shape="delivery")
        to = [blackkonnect.MessageDestination(to=f"254712{row:06}", message_id=f"row-{row}") for row in range(ROWS)]
        rows, answers = run.send(gateway.plan([blackkonnect.SmsMessage(to=to, text="Hi")], sender="SHOP"))
        run.control("clock", "/as/doubled+reordered", advance=A_DAY_LATER)
    for answer in answers:
        request = blackkonnect.GetBulkStatus(answer.correlation_id, size=30)
        while request is not None:
            page = run.exchange(gateway.get_bulk_status(request))
            for status in page.statuses:
                known.learn(status.message_id, status.outcome)
            request = page.next
    assert len(known) >= PAID - PER_CALL
    for pushed in kept:
        webhook = blackkonnect.parse_webhook(*pushed)
        for event in webhook.events:
            assert isinstance(event, blackkonnect.NetworkOperatorMessageDeliveryDTO)
            known.learn(event.message_id, event.outcome)
    states = {"refused": "rejected", "sent": "pending"}
    for row, fate in zip(rows, run.fates(), strict=True):
        outcome = known.fate(fate["id"], row.outcome)
        if outcome.state == "unknown":
            # Neither was there a reply, nor did anything become final that could be told.
            assert (row.position, fate["is_final"]) == (0, False), fate
            assert LOST * PER_CALL <= row.destination < (LOST + 1) * PER_CALL
        else:
            expected = (states.get(fate["state"], fate["state"]), fate["is_final"])
            assert (outcome.state, outcome.is_final) == expected, fate
