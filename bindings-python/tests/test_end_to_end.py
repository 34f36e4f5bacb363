"""Every operation against the gateway on loopback, among them lists of 2,500 recipients with 37 bad rows."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta, timezone
from typing import Any

import httpx
import pytest
import requests
from smskernel import Call, Refused, ReplyError, ReplyReader, UnreadableReply, blackkonnect, infobip, smslist

from .accounts import (
    BLACKKONNECT_CLIENT,
    blackkonnect_gateway,
    infobip_gateway,
    sms_message,
    smslist_gateway,
)

ROWS = 2500
BAD = set(range(13, ROWS, 68))
REFUSED = {row for row in range(ROWS) if row % 100 == 77} - BAD

BLACKKONNECT_PREFIX = "254713"


def numbers(prefix: str) -> Iterator[str]:
    """Rows whose numbers end in 77 are refused by the gateway; bad ones have letters, or none and too few digits, which
    on Blackkonnect is only unusual."""
    faults = ["none", "12E" if prefix == BLACKKONNECT_PREFIX else "123", "07123O5678"]
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


@pytest.mark.parametrize("dialect", ["infobip", "infobip binary", "blackkonnect", "smslist"])
def test_every_row_has_its_result(sandbox: str, dialect: str) -> None:
    assert len(BAD) == 37
    run = f"py-{dialect.replace(' ', '-')}"
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
    elif dialect == "infobip binary":
        plan = infobip_gateway(url, limits=limits).plan_binary(
            (
                infobip.BinaryMessage(
                    sender="SMSC",
                    to=[infobip.Destination(to=to, message_id=f"row-{row}")],
                    binary=infobip.Binary(hex=f"Row {row}".encode()),
                )
                for row, to in enumerate(numbers("41793"))
            ),
            on_invalid="set_aside",
        )
    elif dialect == "blackkonnect":
        plan = blackkonnect_gateway(url, limits=limits).plan(
            (
                blackkonnect.SmsMessage(
                    to=[blackkonnect.MessageDestination(to=to, message_id=f"row-{row}")], text=f"Row {row}"
                )
                for row, to in enumerate(numbers(BLACKKONNECT_PREFIX))
            ),
            on_invalid="set_aside",
            sender="SHOP",
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
        expected = ("accepted" if dialect == "smslist" else "pending", "never")
        if position in BAD:
            expected = ("rejected", "after_fix")
            assert row.violations
        elif position in lost:
            expected = ("unknown", "uncertain")
        elif position in REFUSED:
            # No document says whether Blackkonnect tries again by itself.
            expected = ("rejected", "uncertain" if dialect == "blackkonnect" else "after_fix")
        assert (row.outcome.state, row.outcome.resend) == expected, position
        assert row.id == (None if position in BAD else f"row-{position}")
    assert len(lost) == 400
    assert refused_requests(sandbox, run) == []
    arrived = received(sandbox, run)
    assert sorted(one["id"] for one in arrived) == sorted(f"row-{row}" for row in range(ROWS) if row not in BAD)
    texts = {bytes.fromhex(one["octets"]).decode() if "octets" in one else one["text"] for one in arrived}
    assert texts == {f"Row {row}" for row in range(ROWS) if row not in BAD}


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
@pytest.mark.parametrize("dialect", ["infobip", "infobip binary", "blackkonnect", "blackkonnect simple", "smslist"])
def test_misbehaviour(sandbox: str, dialect: str, mode: str, kind: str, status: int) -> None:
    call: Any
    if dialect == "infobip":
        call = infobip_gateway(f"{sandbox}/run/modes/as/{mode}").send_text(
            messages=[{"text": "Hi", "to": ["41793026727"], "sender": "SMSC"}]
        )
    elif dialect == "infobip binary":
        call = infobip_gateway(f"{sandbox}/run/modes/as/{mode}").send_binary(
            messages=[{"binary": {"hex": b"Hi"}, "to": ["41793026727"], "sender": "SMSC"}]
        )
    elif dialect == "blackkonnect":
        call = blackkonnect_gateway(f"{sandbox}/run/modes/as/{mode}").send_bulk(messages=[sms_message()])
    elif dialect == "blackkonnect simple":
        call = blackkonnect_gateway(f"{sandbox}/run/modes/as/{mode}").send_message(to="254712345678", text="Hi")
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


def test_a_token_a_bulk_and_its_pages(sandbox: str) -> None:
    for mode in ("new", "old", "envelope", "no-ids", "reordered"):
        run = f"py-follow-{mode}"
        url = f"{sandbox}/run/{run}/as/{mode}"
        with httpx.Client(timeout=30) as client:
            account = blackkonnect_gateway(url, token=None)
            token = exchange(client, account.get_token(**BLACKKONNECT_CLIENT, scope="sms"))
            assert isinstance(token, blackkonnect.Token)
            assert token.expires_at == datetime(2100, 1, 1, tzinfo=UTC)
            gateway = account.with_token(token)
            to = [
                blackkonnect.MessageDestination(to=f"25471{row:07}", message_id=f"row-{row}", sender="SHOP")
                for row in range(45)
            ]
            window = blackkonnect.DeliveryWindow(days=["MONDAY", "TUESDAY"], from_=time(6, 30), to=time(21))
            message = sms_message(
                to=to,
                callback_data="campaign-1",
                delivery_time_window=window,
                send_at=datetime(2030, 8, 24, 14, 15, 22, 123_000, timezone(timedelta(hours=2))),
                validity_period_minutes=timedelta(hours=12),
                priority=1,
            )
            sent = exchange(client, gateway.send_bulk(messages=[message], bulk_id="bulk-1", sender="SHOP"))
            assert [(one.to, one.outcome.state) for one in sent.messages] == [(one.to, "pending") for one in to]
            assert sent.unmatched == ()
            if sent.correlation_id is None:
                assert mode == "no-ids"
                continue
            pages: list[blackkonnect.DeliveryStatuses] = []
            request: blackkonnect.GetBulkStatus | None
            request = blackkonnect.GetBulkStatus(sent.correlation_id, size=20, sort="destination,asc")
            while request is not None:
                call = gateway.get_bulk_status(request)
                # A lost reply does no harm: the question is asked again, by another process and on another day.
                client.request(call.method, call.url, headers=call.headers)
                page = exchange(client, gateway.get_bulk_status(pickle.loads(pickle.dumps(request))))
                pages.append(page)
                request = page.next
            # In May 2025 a bulk had one bare status.
            assert [len(page.statuses) for page in pages] == ([1] if mode == "old" else [20, 20, 5])
            assert [page.response is not None for page in pages] == [mode == "envelope"] * len(pages)
            names = [status.message_id for page in pages for status in page.statuses]
            assert len(set(names)) == len(names)
            assert set(names) <= {one.message_id for one in to}
            one = exchange(client, gateway.get_message_status(message_id="row-7"))
            assert [(status.message_id, status.outcome.state) for status in one.statuses] == [("row-7", "pending")]
            assert one.next is None
        assert refused_requests(sandbox, run) == []


def test_a_gateway_that_ignores_pages(sandbox: str) -> None:
    gateway = blackkonnect_gateway(f"{sandbox}/run/py-ignored/as/ignore-page")
    with httpx.Client(timeout=30) as client:
        sent = exchange(
            client, gateway.send_bulk(messages=[sms_message(to=[f"25471234{row:04}" for row in range(45)])])
        )
        first = exchange(client, gateway.get_bulk_status(bulk_correlation_id=sent.correlation_id, size=20))
        second = exchange(client, gateway.get_bulk_status(first.next))
    assert (first.is_repeated, second.is_repeated, second.next) == (False, True, None)
    assert first.statuses == second.statuses


@pytest.mark.parametrize(
    ("mode", "state", "resend"),
    [("new", "pending", "never"), ("old", "pending", "never"), ("refuse-678", "rejected", "uncertain")],
)
def test_a_simple_message(sandbox: str, mode: str, state: str, resend: str) -> None:
    gateway = blackkonnect_gateway(f"{sandbox}/run/py-simple-{mode}/as/{mode}")
    request = blackkonnect.SimpleSmsMessageRequest(
        to="254712345678", text="Hi", message_id="A-1", sender="SHOP", priority=1, request_id=17
    )
    with httpx.Client(timeout=30) as client:
        sent = exchange(client, gateway.send_message(request))
        assert isinstance(sent, blackkonnect.SimpleSmsMessageResponse)
        (message,) = sent.messages
        assert (message.to, message.message_id) == ("254712345678", "A-1")
        assert (message.outcome.state, message.outcome.resend) == (state, resend)
        assert sent.request_id == "17"
        assert sent.correlation_id is not None
        for name in ("A-1", sent.correlation_id):
            told = exchange(client, gateway.get_message_status(message_id=name))
            assert [status.outcome.state for status in told.statuses] == [state]
    assert refused_requests(sandbox, f"py-simple-{mode}") == []


def test_octets_arrive(sandbox: str) -> None:
    content = bytes([6, 5, 4, 0x15, 0x8A, 0, 0]) + bytes(range(133))
    binary = infobip.Binary(hex=content, data_coding=4, esm_class=64)
    for version in (1, 2):
        run = f"py-octets-{version}"
        gateway = infobip_gateway(f"{sandbox}/run/{run}", api_version=version)
        call = gateway.send_binary(messages=[infobip.BinaryMessage(to=["41793026727"], binary=binary, sender="SMSC")])
        assert f"/sms/{version}/binary/advanced" in call.url
        with httpx.Client(timeout=30) as client:
            sent = exchange(client, call)
        assert [message.outcome.state for message in sent.messages] == ["pending"]
        (arrived,) = received(sandbox, run)
        assert (arrived["octets"], arrived["data_coding"], arrived["esm_class"]) == (content.hex(), 4, 64)


ASKING_MODES = [
    ("status-401", Refused, 401, "after_fix"),
    ("status-403", Refused, 403, "after_fix"),
    ("status-429", Refused, 429, "safe_after"),
    ("status-500", Refused, 500, "safe"),
    ("status-500-html", UnreadableReply, 500, "safe"),
    ("status-503", UnreadableReply, 503, "safe"),
    ("redirect", UnreadableReply, 302, "safe"),
    ("empty", UnreadableReply, 200, "safe"),
    ("truncated", UnreadableReply, 200, "safe"),
]


@pytest.mark.parametrize(("mode", "kind", "status", "resend"), ASKING_MODES, ids=[case[0] for case in ASKING_MODES])
def test_asking_may_go_wrong(sandbox: str, mode: str, kind: type[ReplyError], status: int, resend: str) -> None:
    with httpx.Client(timeout=30) as client:
        gateway = blackkonnect_gateway(f"{sandbox}/run/py-asks")
        sent = exchange(client, gateway.send_bulk(messages=[sms_message(to=["254712345678", "254712345679"])]))
        gateway = blackkonnect_gateway(f"{sandbox}/run/py-asks/as/{mode}")
        for call in (
            gateway.get_token(**BLACKKONNECT_CLIENT),
            gateway.get_bulk_status(bulk_correlation_id=sent.correlation_id),
            gateway.get_message_status(message_id=sent.correlation_id),
        ):
            reply = client.request(call.method, call.url, headers=call.headers, content=call.body)
            saved: ReplyReader[Any] = ReplyReader.from_bytes(call.reader.to_bytes())
            with pytest.raises(kind) as caught:
                saved.parse(reply.status_code, reply.headers, reply.content)
            assert (caught.value.status, caught.value.resend) == (status, resend)
            assert caught.value.raw_body == reply.content


def test_refusals_of_blackkonnect(sandbox: str) -> None:
    def refusal(modes: str) -> Refused:
        gateway = blackkonnect_gateway(f"{sandbox}/run/py-refusals/as/{modes}")
        with httpx.Client(timeout=30) as client:
            error = exchange(client, gateway.send_bulk(messages=[sms_message()]))
        assert isinstance(error, Refused)
        return error

    whole = refusal("unsuccessful")
    assert (whole.status, whole.gateway_code, whole.resend) == (200, "1001", "uncertain")
    assert whole.gateway_text == "The request could not be processed"
    # In May 2025 the message was an object, which is told as its JSON.
    assert (refusal("unsuccessful+old").gateway_text or "").startswith('{"reason":')
    problem = blackkonnect.problem_detail(refusal("status-403"))
    assert problem is not None
    assert problem.status == 403
    assert received(sandbox, "py-refusals") == []


def test_tokens_expire(sandbox: str) -> None:
    def token(client: httpx.Client, modes: str) -> blackkonnect.Token:
        gateway = blackkonnect_gateway(f"{sandbox}/run/py-expiry/as/{modes}", token=None)
        answer = exchange(client, gateway.get_token(**BLACKKONNECT_CLIENT))
        assert isinstance(answer, blackkonnect.Token)
        return answer

    account = blackkonnect_gateway(f"{sandbox}/run/py-expiry", token=None)
    with httpx.Client(timeout=30) as client:
        old = token(client, "token-expired")
        assert old.expires_at is not None
        assert old.expires_at < datetime(2001, 1, 1, tzinfo=UTC)
        error = exchange(client, account.with_token(old).send_bulk(messages=[sms_message()]))
        assert isinstance(error, Refused)
        assert (error.status, error.resend) == (401, "after_fix")
        short = account.with_token(token(client, "token-uses-2"))
        results = [exchange(client, short.send_bulk(messages=[sms_message()])) for _ in range(3)]
        assert [type(result).__name__ for result in results] == ["BulkSmsMessageResponse"] * 2 + ["Refused"]
        fresh = short.with_token(token(client, "new"))
        sent = exchange(client, fresh.send_bulk(messages=[sms_message()]))
        assert [message.outcome.state for message in sent.messages] == ["pending"]
        wrong = account.get_token(client_id="sandbox-client@example.com", client_secret="an0ther s3cret")
        error = exchange(client, wrong)
        assert isinstance(error, Refused)
        assert error.status == 401
        assert "an0ther" not in f"{error!r} {error}"
    assert len(received(sandbox, "py-expiry")) == 3


def test_lost_replies_of_blackkonnect(sandbox: str) -> None:
    """What is sent may have arrived; what is asked is asked again."""
    gateway = blackkonnect_gateway(f"{sandbox}/run/py-lost/as/close")
    with httpx.Client(timeout=30) as client:
        known = blackkonnect.MessageDestination(to="254712345678", message_id="A-1")
        call = gateway.send_bulk(messages=[sms_message(to=[known, "254712345679"])])
        assert exchange(client, call) is None
        assert [message.outcome.resend for message in call.no_reply().messages] == ["uncertain"] * 2
        question = gateway.get_message_status(message_id="A-1")
        assert exchange(client, question) is None
        with pytest.raises(TypeError, match=r"^blackkonnect\.get_message_status sends no message"):
            question.no_reply()
    assert [one["to"] for one in received(sandbox, "py-lost")] == ["254712345678", "254712345679"]
