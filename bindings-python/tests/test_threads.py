"""Threads share gateways, calls and readers."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from smskernel import InvalidRequest, infobip

from .accounts import infobip_gateway

THREADS = 8


def test_one_gateway_for_all() -> None:
    gateway = infobip_gateway()
    barrier = Barrier(THREADS)

    def work(thread: int) -> list[bytes]:
        barrier.wait(timeout=30)
        bodies: list[bytes] = []
        for turn in range(50):
            numbers = [f"4179{thread:02}{turn:02}{row:03}" for row in range(50)]
            call = gateway.send_text(messages=[infobip.TextMessage(to=numbers, text=f"{thread} {turn}")])
            entries = [{"to": number, "status": {"groupId": 1, "id": 26}} for number in numbers]
            sent = call.parse(200, None, json.dumps({"messages": entries}))
            assert [message.to for message in sent.messages] == numbers
            assert all(message.outcome.state == "pending" for message in sent.messages)
            bodies.append(call.body)
        return bodies

    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(work, range(THREADS)))
    assert len({body for bodies in found for body in bodies}) == THREADS * 50


def test_one_reader_for_all() -> None:
    call = infobip_gateway().send_text(messages=[{"to": [f"4179302{row:04}" for row in range(500)], "text": "Hi"}])
    body = json.dumps({"messages": [{"to": f"4179302{row:04}"} for row in range(500)]}).encode()
    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(lambda _: call.reader.parse(200, None, body), range(40)))
    assert all(answer == answers[0] for answer in answers)


def test_a_plan_has_one_reader_at_a_time() -> None:
    """Several threads may take calls from a plan; one that asks while another does is told so, and nothing is lost."""
    rows: list[dict[str, Any]] = [{"to": [f"4179302{row:04}"], "text": "Hi"} for row in range(2000)]
    plan = infobip_gateway(limits={"messages_per_call": 10}).plan(iter(rows), on_invalid="set_aside")

    def work(_: int) -> list[int]:
        lengths: list[int] = []
        while True:
            try:
                lengths.append(len(next(plan).reader))
            except StopIteration:
                return lengths
            except ValueError as error:
                assert not isinstance(error, InvalidRequest)

    with ThreadPoolExecutor(THREADS) as pool:
        lengths = [length for found in pool.map(work, range(THREADS)) for length in found]
    assert sum(lengths) == 2000
