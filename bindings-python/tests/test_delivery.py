"""From "sent" to "delivered": 1,000 messages on each dialect, with refusals, lost replies and a balance that runs out.

In the end what was learnt by asking and by being told is what the gateway recorded.
"""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
from smskernel import Call, Outcome, ReplyError, ReplyReader, UnreadableReply, blackkonnect, infobip, smslist

from .accounts import blackkonnect_gateway, infobip_gateway, smslist_gateway

ROWS = 1000
PER_CALL = 100
MISCHIEF = {2: "/as/close", 3: "/as/truncated", 4: "/as/status-500-html", 5: "/as/refuse-5"}
"""What some calls meet: a lost reply, half of one, a page that says no more than that it failed, and refusals."""
LOST = range(2 * PER_CALL, 4 * PER_CALL)
"""The rows that were taken, and of which the reply told nothing."""
NEVER_TAKEN = range(4 * PER_CALL, 5 * PER_CALL)
"""The rows of the page that says that it failed."""
PAID = 840
"""How many messages the balance pays for; it runs out midway through the last call."""
UNPAID = ROWS - 50
"""The first row that it does not pay for: what is refused or never taken costs nothing."""
STEPS = [(20, ""), (60, "+old"), (40_000, ""), (60_000, "+old")]
"""By how many seconds the clock moves, and how old pushes are. In the end all is over, and still in the log."""
SPELLINGS = [("form", "message-id"), ("json", "messageid"), ("form", "getdlr"), ("json", "messageID")]
"""Of each step: what the callbacks of smslist look like."""
WORDS = {
    "DeliveredToTerminal": "delivered",
    "SenderName Blacklisted": "undeliverable",
    "AbsentSubscriber": "undeliverable",
    "DeliveryImpossible": "undeliverable",
    "Unknown": "unknown",
    "SentToNetwork": "pending",
    None: "unknown",
}
"""What the words of smslist mean; nothing was told of the last."""

Request = tuple[str, dict[str, str], str, bytes]


class Sandbox:
    """One run of the gateway on loopback, for one dialect."""

    def __init__(self, client: httpx.Client, url: str, dialect: str) -> None:
        self.client, self.root, self.dialect = client, url, dialect
        self.run = f"delivery-{dialect}"
        self.url = f"{url}/run/{self.run}"

    def control(self, command: str, mode: str = "", **told: Any) -> None:
        reply = self.client.post(f"{self.url}{mode}/control/{command}", json=told)
        assert reply.status_code == 200, reply.text

    def exchange(self, call: Call[Any], mode: str = "") -> Any:
        """What became of a call, as a reader tells that was saved before."""
        saved = call.reader.to_bytes()
        url = call.url.replace(self.url, self.url + mode, 1)
        try:
            reply = self.client.request(call.method, url, headers=call.headers, content=call.body)
        except httpx.TransportError:
            return None
        try:
            return ReplyReader.from_bytes(saved).parse(reply.status_code, reply.headers, reply.content)
        except ReplyError as error:
            return error

    def send(self, plan: Any) -> tuple[list[Any], list[Any]]:
        """All calls of a plan: the rows in the order of the input, and what became of each call."""
        results: list[tuple[Any, Any]] = []
        for call in plan:
            results.append((call, self.exchange(call, MISCHIEF.get(len(results), ""))))
        assert len(results) == ROWS // PER_CALL
        became = [result for _, result in results]
        assert became[2] is None
        assert [(type(error), error.status) for error in became[3:5]] == [
            (UnreadableReply, 200),
            (UnreadableReply, 500),
        ]
        rows = plan.merge(results)
        assert [row.outcome.resend for row in rows[LOST.start : NEVER_TAKEN.stop]] == ["uncertain"] * 300
        refused = [index for index, row in enumerate(rows) if row.outcome.state == "rejected"]
        assert refused == [*range(505, 600, 10), *range(UNPAID, ROWS + 1)]
        return rows, became

    def told(self, rows: list[Any]) -> Iterator[tuple[Any, dict[str, Any]]]:
        """Each row that the gateway recorded, and what it recorded; it recorded no other, and none twice."""
        listed = self.client.get(f"{self.root}/fates", params={"run": self.run}).json()
        fates: dict[str, dict[str, Any]] = {fate["to"]: fate for fate in listed}
        assert len(fates) == len(listed) == ROWS - len(NEVER_TAKEN)
        for index, row in enumerate(rows):
            told = (row.outcome.state, row.outcome.is_final, row.outcome.resend)
            if fate := fates.pop(row.to, None):
                yield row, fate
            elif index == ROWS:
                assert told == ("rejected", True, "after_fix"), "it was set aside"
            else:
                # Nobody has heard of it, which is no proof that it did not go.
                assert index in NEVER_TAKEN
                assert told == ("unknown", False, "uncertain")
        assert fates == {}
        pushes = self.client.get(f"{self.root}/pushes", params={"run": self.run}).json()
        assert any(push["retry"] > 0 and push["status"] == 204 for push in pushes), "no push came again"

    def balance(self) -> float:
        """What the gateway says is left."""
        left: float = self.client.get(f"{self.url}/control/balance").json()[self.dialect]
        return left


def numbers(prefix: str) -> list[str]:
    """A number for each row, and one more that is none."""
    return [*(f"{prefix}{row:06}" for row in range(ROWS)), "no number"]


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
    """A server that keeps what it is sent, but refuses every tenth request, and its address."""
    kept: list[Request] = []
    heard = 0

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            nonlocal heard
            heard += 1
            if heard % 10:
                kept.append((self.command, dict(self.headers), self.path.partition("?")[2], body))
            self.send_response(204 if heard % 10 else 503)
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
    run, known = Sandbox(client, sandbox, "infobip"), Known()
    gateway = infobip_gateway(run.url, limits={"messages_per_call": PER_CALL})
    run.control("balance", infobip=(PAID + 0.5) / 100)
    with listening() as (address, kept):
        messages = [
            infobip.TextMessage(
                to=[infobip.Destination(to=to, message_id=f"row-{row}")],
                text="Hi",
                notify_url=address if row % 2 else None,
                notify_content_type="application/xml" if row % 4 == 1 else None,
                intermediate_report=row % 3 == 0,
            )
            for row, to in enumerate(numbers("41793"))
        ]
        rows, _ = run.send(gateway.plan(messages, on_invalid="set_aside"))
        for seconds, mode in STEPS:
            run.control("clock", f"/as/doubled+reordered{mode}", advance=seconds)
    pushed = 0
    ended = set()
    for request in kept:
        webhook = infobip.parse_webhook(*request)
        assert webhook.malformed == ()
        for event in webhook.events:
            assert isinstance(event, infobip.DeliveryReport)
            known.learn(event.message_id, event.outcome)
            pushed += 1
            if event.outcome.is_final and event.message_id is not None:
                ended.add(event.message_id)
    # The last report of a message overtakes the one before it, which then is no news.
    assert all(known[name].is_final for name in ended)
    assert pushed > len(known) > 400
    # Of half a page nobody is told again, and what arrived of it is in hand.
    torn = run.exchange(gateway.get_reports(limit=100), "/as/truncated")
    assert isinstance(torn, UnreadableReply)
    assert torn.raw_body.startswith(b'{"results":[{')
    while reports := run.exchange(gateway.get_reports(limit=200)).results:
        for report in reports:
            known.learn(report.message_id, report.outcome)
    # Of these, and of what never came to an end, the log tells, in the account's own words.
    open_rows = [f"row-{row}" for row in range(ROWS) if not known.fate(f"row-{row}", rows[row].outcome).is_final]
    for first in range(0, len(open_rows), PER_CALL):
        for log in run.exchange(gateway.get_logs(message_id=open_rows[first:][:PER_CALL], limit=1000)).results:
            known.learn(log.message_id, log.outcome)
    states = {"refused": "rejected", "sent": "delivered"}
    for row, fate in run.told(rows):
        outcome = known.fate(fate["id"], row.outcome)
        assert (outcome.state, outcome.is_final) == (states.get(fate["state"], fate["state"]), fate["is_final"]), fate
        assert fate["pulled"] + fate["pushed"] == fate["is_final"], fate
    assert float(run.exchange(gateway.get_balance()).balance) == run.balance()


def test_smslist(sandbox: str, client: httpx.Client) -> None:
    """Callbacks tell of each message, in the spellings of several deployments; each is asked for, too."""
    run, told, asked = Sandbox(client, sandbox, "smslist"), Known(), Known()
    gateway = smslist_gateway(run.url, limits={"messages_per_call": PER_CALL})
    run.control("balance", smslist=PAID + 0.5)
    with listening() as (address, kept):
        rows, _ = run.send(gateway.plan_sms(numbers("254712"), text="Hi", on_invalid="set_aside"))
        for (seconds, mode), (form, shape) in zip(STEPS, SPELLINGS, strict=True):
            run.control("callback", dialect="smslist", url=address, format=form, shape=shape)
            run.control("clock", f"/as/repeated+reordered{mode}", advance=seconds)
    for request in kept:
        for event in smslist.parse_webhook(*request).events:
            assert isinstance(event, smslist.DeliveryReport)
            told.learn(event.message_id, event.outcome)
    lost = 0
    for row, fate in run.told(rows):
        name = fate["gateway_id"]
        if row.outcome.state == "unknown":
            # It went, and a report that names the gateway's id tells nothing to who has no such id.
            assert row.outcome.resend == "uncertain"
            assert row.position in LOST
            lost += 1
        elif fate["state"] == "refused":
            assert (row.outcome.state, name in told) == ("rejected", False)
        else:
            assert row.message.message_id == name
            report = run.exchange(gateway.get_delivery_report(message_id=name))
            asked.learn(name, report.outcome)
            # What the network never told of has no report.
            assert told.fate(name, report.outcome) == report.outcome
            assert report.outcome.state == WORDS[fate["status"]], fate
    assert lost == len(LOST)
    assert len(asked) == PAID - len(LOST)
    assert float(run.exchange(gateway.get_balance()).credit) == run.balance()


def test_blackkonnect(sandbox: str, client: httpx.Client) -> None:
    """Statuses of bulks are asked for page by page, those of lost calls one by one; all forms are pushed."""
    run, told, asked = Sandbox(client, sandbox, "blackkonnect"), Known(), Known()
    gateway = blackkonnect_gateway(run.url, limits={"messages_per_call": PER_CALL})
    run.control("balance", blackkonnect=PAID * 1.8)
    with listening() as (address, kept):
        to = [
            blackkonnect.MessageDestination(to=to, message_id=f"row-{row}") for row, to in enumerate(numbers("254712"))
        ]
        messages = [blackkonnect.SmsMessage(to=to, text="Hi")]
        rows, became = run.send(gateway.plan(messages, sender="SHOP", on_invalid="set_aside"))
        for (seconds, mode), shape in zip(STEPS, ["list", "delivery", "envelope", "status"], strict=True):
            run.control("callback", dialect="blackkonnect", url=address, shape=shape)
            run.control("clock", f"/as/doubled+reordered{mode}", advance=seconds)
    for pushed in kept:
        for event in blackkonnect.parse_webhook(*pushed).events:
            told.learn(event.message_id, event.outcome)
    for answer in became:
        if not isinstance(answer, blackkonnect.BulkSmsMessageResponse):
            continue
        assert answer.correlation_id is not None
        request = blackkonnect.GetBulkStatus(answer.correlation_id, size=30)
        while request is not None:
            page = run.exchange(gateway.get_bulk_status(request))
            for status in page.statuses:
                asked.learn(status.message_id, status.outcome)
            request = page.next
    for row in (*LOST, *NEVER_TAKEN):
        answer = run.exchange(gateway.get_message_status(message_id=f"row-{row}"))
        if row in NEVER_TAKEN:
            assert answer.status == 400, "the gateway knows nothing of it"
        else:
            asked.learn(answer.statuses[0].message_id, answer.statuses[0].outcome)
    states = {"refused": "rejected", "sent": "pending"}
    for row, fate in run.told(rows):
        for outcome in [asked.fate(fate["id"], row.outcome), *([told[fate["id"]]] if fate["pushed"] else [])]:
            expected = (states.get(fate["state"], fate["state"]), fate["is_final"])
            assert (outcome.state, outcome.is_final) == expected, fate
