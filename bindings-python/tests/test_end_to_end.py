"""A list of 2,500 recipients with 37 bad rows goes to the gateway on loopback, and every row has its result."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import requests
from smskernel import Call, ReplyError, infobip, smslist

from .accounts import infobip_gateway, smslist_gateway

ROWS = 2500
BAD = set(range(13, ROWS, 68))
REFUSED = {row for row in range(ROWS) if row % 100 == 77} - BAD


def numbers(prefix: str) -> Iterator[str]:
    """Rows whose numbers end in 77 are refused by the gateway; bad ones have letters or too few digits."""
    faults = ["none", "123", "07123O5678"]
    for row in range(ROWS):
        yield faults[row % 3] if row in BAD else f"{prefix}{row:06}"


def exchange(client: httpx.Client, call: Call[Any]) -> Any:
    try:
        reply = client.request(call.method, call.url, headers=call.headers, content=call.body)
    except httpx.TransportError:
        return None
    try:
        return call.parse(reply.status_code, reply.headers, reply.content)
    except ReplyError as error:
        return error


def received(sandbox: str, run: str) -> list[dict[str, Any]]:
    """What the gateway judged to be in order."""
    listed: list[dict[str, Any]] = httpx.get(f"{sandbox}/accepted", params={"run": run}).json()
    return listed


def refused_requests(sandbox: str, run: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = httpx.get(f"{sandbox}/received", params={"run": run}).json()
    return [one for one in listed if one["verdict"] != "accepted"]


@pytest.mark.parametrize("dialect", ["infobip", "smslist"])
def test_every_row_has_its_result(sandbox: str, dialect: str) -> None:
    assert len(BAD) == 37
    run = f"py-{dialect}"
    url = f"{sandbox}/run/{run}/as/refuse-77"
    limits: Any = {"messages_per_call": 400}
    plan: Any
    if dialect == "infobip":
        plan = infobip_gateway(url, limits=limits).plan(
            (
                infobip.TextMessage(
                    sender="SMSC", to=[infobip.Destination(to=to, message_id=f"row-{row}")], text=f"Row {row}"
                )
                for row, to in enumerate(numbers("41793"))
            ),
            on_invalid="set_aside",
        )
    else:
        plan = smslist_gateway(url, limits=limits).plan(
            (
                smslist.BulkMessage(to=to, text=f"Row {row}", client_sms_id=f"row-{row}")
                for row, to in enumerate(numbers("254712"))
            ),
            on_invalid="set_aside",
        )
    results: list[tuple[Any, Any]] = []
    lost: set[int] = set()
    with httpx.Client(timeout=30) as client:
        for index, call in enumerate(plan):
            result = exchange(client, call)
            if index == 2:
                # The gateway took it, but its reply was lost on the way.
                lost = {message.position for message in result.messages}
                result = None
            results.append((call, result))
    assert len(results) == 7
    rows = plan.merge(results)
    assert [row.position for row in rows] == list(range(ROWS))
    for position, row in enumerate(rows):
        expected = ("pending" if dialect == "infobip" else "accepted", "never")
        if position in BAD:
            expected = ("rejected", "after_fix")
            assert row.violations
        elif position in lost:
            expected = ("unknown", "uncertain")
        elif position in REFUSED:
            expected = ("rejected", "after_fix")
        assert (row.outcome.state, row.outcome.resend) == expected, position
        assert row.id == (None if position in BAD else f"row-{position}")
    assert len(lost) == 400
    assert refused_requests(sandbox, run) == []
    arrived = received(sandbox, run)
    assert sorted(one["id"] for one in arrived) == sorted(f"row-{row}" for row in range(ROWS) if row not in BAD)
    assert {one["text"] for one in arrived} == {f"Row {row}" for row in range(ROWS) if row not in BAD}


MODES = [
    ("status-401", "Refused", 401),
    ("status-403", "Refused", 403),
    ("status-429", "Refused", 429),
    ("status-429-date", "Refused", 429),
    ("status-500", "Refused", 500),
    ("status-500-html", "UnreadableReply", 500),
    ("status-503", "UnreadableReply", 503),
    ("redirect", "UnreadableReply", 302),
    ("redirect-307", "UnreadableReply", 307),
    ("empty", "UnreadableReply", 200),
    ("truncated", "UnreadableReply", 200),
]


@pytest.mark.parametrize(("mode", "kind", "status"), MODES)
@pytest.mark.parametrize("dialect", ["infobip", "smslist"])
def test_misbehaviour(sandbox: str, dialect: str, mode: str, kind: str, status: int) -> None:
    call: Any
    if dialect == "infobip":
        call = infobip_gateway(f"{sandbox}/run/modes/as/{mode}").send_text(
            messages=[{"text": "Hi", "to": ["41793026727"], "sender": "SMSC"}]
        )
    else:
        call = smslist_gateway(f"{sandbox}/run/modes/as/{mode}").send_bulk(
            messages=[{"text": "Hi", "to": "254712345678"}]
        )
    reply = requests.request(
        call.method, call.url, headers=call.headers, data=call.body, allow_redirects=False, timeout=30
    )
    with pytest.raises(ReplyError) as caught:
        call.parse(reply.status_code, reply.headers, reply.content)
    error = caught.value
    assert (type(error).__name__, error.status) == (kind, status)
    assert error.raw_body == reply.content
    if mode == "status-429":
        assert error.to_dict()["resend_after"] == {"seconds": 7}
    if mode == "status-429-date":
        assert error.to_dict()["resend_after"] == {"seconds": 30}
    if mode.startswith("redirect"):
        assert error.to_dict()["location"].endswith("/elsewhere")


@pytest.mark.parametrize(
    "mode", ["old", "new", "reordered", "no-ids", "both-codes", "string-codes", "old+reordered+string-codes"]
)
def test_generations_of_smslist(sandbox: str, mode: str) -> None:
    gateway = smslist_gateway(f"{sandbox}/run/generations/as/{mode}")
    messages = [{"to": f"25471234{row:04}", "text": "Hi", "client_sms_id": row} for row in range(5)]
    call = gateway.send_bulk(messages=messages)
    reply = httpx.request(call.method, call.url, headers=call.headers, content=call.body)
    sent = call.parse(reply.status_code, reply.headers, reply.text)
    assert [(message.to, message.outcome.state) for message in sent.messages] == [
        (row["to"], "accepted") for row in messages
    ]
    assert sent.unmatched == ()


def test_a_connection_that_closes(sandbox: str) -> None:
    call = infobip_gateway(f"{sandbox}/run/close/as/close").send_text(messages=[{"text": "Hi", "to": ["41793026727"]}])
    with pytest.raises(requests.ConnectionError):
        requests.request(call.method, call.url, headers=call.headers, data=call.body, allow_redirects=False, timeout=30)
    assert [message.outcome.resend for message in call.no_reply().messages] == ["uncertain"]
    assert json.loads(call.body)["messages"]
