"""Plans: what they take, when they take it, and how their results come together."""

from __future__ import annotations

import gc
import pickle
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from smskernel import InvalidRequest, Plan, Refused, RowResult, UnreadableReply, blackkonnect, infobip, merge, smslist

from .accounts import (
    binary_message,
    blackkonnect_gateway,
    infobip_gateway,
    message,
    sms_message,
    smslist_gateway,
)


def rows(count: int, *bad: int) -> list[dict[str, Any]]:
    return [{"to": "x" if row in bad else f"2547{row:08}", "text": "Hi", "client_sms_id": row} for row in range(count)]


class Counted:
    """An iterable that tells how many of its rows were taken."""

    def __init__(self, given: list[dict[str, Any]]) -> None:
        self.given = given
        self.taken = 0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for row in self.given:
            self.taken += 1
            yield row


def small(messages_per_call: int = 2) -> smslist.Gateway:
    return smslist_gateway(limits={"messages_per_call": messages_per_call})


def test_set_aside_takes_no_more_than_it_needs() -> None:
    source = Counted(rows(1000, 1))
    plan = small().plan(source, on_invalid="set_aside")
    assert source.taken == 0
    next(plan)
    assert source.taken <= 4
    assert [row.position for row in plan.rejected] == [1]
    assert len(list(plan)) == 499
    assert source.taken == 1000
    with pytest.raises(StopIteration):
        next(plan)


def test_raise_takes_everything_first() -> None:
    source = Counted(rows(10))
    plan = small().plan(source)
    assert source.taken == 10
    assert len(list(plan)) == 5
    source = Counted(rows(10, 3, 7))
    with pytest.raises(InvalidRequest) as caught:
        small().plan(source)
    assert source.taken == 10
    assert [violation.path for violation in caught.value.violations] == ["smslist[3].mobile", "smslist[7].mobile"]


def test_an_empty_plan() -> None:
    gateway = infobip_gateway()
    for plan in (
        gateway.plan([]),
        gateway.plan([], on_invalid="set_aside"),
        gateway.plan_binary([]),
        blackkonnect_gateway().plan([]),
    ):
        assert list(plan) == []
        assert plan.merge([]) == []
        assert plan.rejected == ()


def test_what_the_source_raises_comes_through() -> None:
    def broken() -> Iterator[dict[str, Any]]:
        yield from rows(3)
        raise ConnectionError("the rows stopped")

    with pytest.raises(ConnectionError, match="the rows stopped"):
        small().plan(broken())
    plan = small().plan(broken(), on_invalid="set_aside")
    next(plan)
    with pytest.raises(ConnectionError, match="the rows stopped"):
        next(plan)
    assert list(plan) == []
    assert repr(plan) == "<Plan: ended, 0 set aside>"


def test_a_source_that_asks_its_own_plan() -> None:
    plan: Plan[Any, Any]

    def curious() -> Iterator[dict[str, Any]]:
        yield from rows(1)
        assert plan.rejected == ()
        assert repr(plan) == "<Plan: running, 0 set aside>"
        next(plan)

    plan = small().plan(curious(), on_invalid="set_aside")
    with pytest.raises(ValueError, match=r"^the plan is already asked for its next call$"):
        next(plan)


def test_a_plan_that_its_source_holds_is_collected() -> None:
    class Holder:
        plan: Plan[Any, Any]

    def source(holder: Holder) -> Iterator[dict[str, Any]]:
        yield from rows(10)
        assert holder.plan

    def make() -> weakref.ref[Holder]:
        holder = Holder()
        holder.plan = small().plan(source(holder), on_invalid="set_aside")
        next(holder.plan)
        return weakref.ref(holder)

    alive = make()
    gc.collect()
    assert alive() is None


def test_the_envelope_goes_into_every_call() -> None:
    gateway = infobip_gateway(limits={"messages_per_call": 1}, api_version=2)
    calls = list(
        gateway.plan([message(), message(to=["41793026834"])], tracking=infobip.Tracking(track="SMS", type="A"))
    )
    assert len(calls) == 2
    assert all(b'"tracking":{"track":"SMS","type":"A"}' in call.body for call in calls)


def merged(plan: Plan[smslist.SentBulk, smslist.SentMessage], results: Any) -> list[RowResult[smslist.SentMessage]]:
    """The plan's own merging, checked against the function, whatever the order and whoever holds the readers."""
    found = plan.merge(results)
    assert merge(list(reversed(results)), plan.rejected) == found
    assert merge(((call.reader, result) for call, result in results), rejected=plan.rejected) == found
    saved = pickle.loads(pickle.dumps(([(call.reader, result) for call, result in results], plan.rejected)))
    assert merge(*saved) == found
    return found


def test_merge() -> None:
    plan = small().plan(rows(9, 2), on_invalid="set_aside")
    first, second, third, fourth = plan
    with pytest.raises(Refused) as refused:
        second.parse(401, None, b'{"response-code": 1006, "response-description": "Invalid credentials"}')
    with pytest.raises(UnreadableReply) as unreadable:
        third.parse(502, None, b"<html>")
    answer = first.parse(200, None, '{"responses": [{"response-code": 200, "clientsmsid": 0, "messageid": 17}]}')
    found = merged(plan, [(first, answer), (second, refused.value), (third, unreadable.value), (fourth, None)])
    assert [(row.position, row.destination) for row in found] == [(row, 0) for row in range(9)]
    assert [row.outcome.state for row in found] == [
        "accepted",
        "unknown",
        "rejected",
        "rejected",
        "rejected",
        "unknown",
        "unknown",
        "unknown",
        "unknown",
    ]
    assert found[0].message is answer.messages[0]
    assert answer.messages[0].message_id == "17"
    assert (found[0].to, found[0].id) == ("254700000000", "0")
    assert (found[2].to, found[2].message) == (None, None)
    assert [violation.code for violation in found[2].violations] == ["number_characters"]
    assert found[2].outcome.resend == "after_fix"
    assert (found[3].outcome.code, found[3].outcome.text) == ("1006", "Invalid credentials")
    assert found[3].outcome == refused.value.outcome
    assert found[5].outcome == unreadable.value.outcome
    assert found[8].outcome.resend == "uncertain"


def test_a_row_that_was_sent_twice_has_the_result_that_says_more() -> None:
    plan = small().plan(rows(2))
    (call,) = plan
    answer = call.parse(200, None, '{"responses": [{"response-code": 200, "clientsmsid": 0}]}')
    found = merge([(call, None), (call, answer)])
    assert [row.outcome.state for row in found] == ["accepted", "unknown"]


def test_destinations_of_split_messages() -> None:
    numbers = [f"4179302{row:04}" for row in range(5)]
    numbers[3] = "x"
    plan = infobip_gateway(limits={"messages_per_call": 2}).plan([message(to=numbers)], on_invalid="set_aside")
    calls = list(plan)
    assert len(calls) == 2
    found = plan.merge([(call, call.no_reply()) for call in calls])
    assert [(row.position, row.destination, row.to) for row in found] == [
        (0, place, None if place == 3 else number) for place, number in enumerate(numbers)
    ]
    assert [row.destination for row in plan.rejected] == [3]


def test_plans_of_octets() -> None:
    gateway = infobip_gateway(limits={"messages_per_call": 2})
    messages = [binary_message(to=[f"4179302{row:04}"], binary={"hex": "4" if row == 1 else "48"}) for row in range(4)]
    plan = gateway.plan_binary(messages, on_invalid="set_aside", tracking=infobip.Tracking(track="SMS", type="A"))
    first, second = plan
    assert [call.reader.operation for call in (first, second)] == ["infobip.send_binary"] * 2
    assert all(b'"tracking":{"track":"SMS","type":"A"}' in call.body for call in (first, second))
    answer = first.parse(200, None, '{"messages": [{"to": "41793020000", "status": {"groupId": 1}}]}')
    found = plan.merge([(second, None), (first, answer)])
    assert [(row.position, row.outcome.state) for row in found] == [
        (0, "pending"),
        (1, "rejected"),
        (2, "unknown"),
        (3, "unknown"),
    ]
    assert [violation.code for violation in found[1].violations] == ["hex_odd"]
    assert found[0].message is answer.messages[0]


def test_plans_of_blackkonnect() -> None:
    gateway = blackkonnect_gateway(limits={"messages_per_call": 2})
    row = blackkonnect.MessageDestination
    to = [row(to=f"25471234567{index}", message_id=f"m-{index}") for index in range(5)]
    to[3] = row(to="none")
    plan = gateway.plan(iter([sms_message(to=to)]), on_invalid="set_aside", sender="SHOP", reference_id_1=7)
    first, second = plan
    assert all(b'"referenceId1":"7","sourceAddress":"SHOP"' in call.body for call in (first, second))
    answer = first.parse(200, None, '{"isSuccessful": true, "smsMessageDeliveryStatuses": null, "correlationId": "c"}')
    with pytest.raises(Refused) as refused:
        second.parse(401, None, '{"title": "Unauthorized"}')
    found = plan.merge([(first, answer), (second, refused.value)])
    assert [(one.position, one.destination, one.id, one.outcome.state, one.outcome.resend) for one in found] == [
        (0, 0, "m-0", "accepted", "never"),
        (0, 1, "m-1", "accepted", "never"),
        (0, 2, "m-2", "rejected", "after_fix"),
        (0, 3, None, "rejected", "after_fix"),
        (0, 4, "m-4", "rejected", "after_fix"),
    ]
    assert merge([(first.reader, answer), (second.reader, refused.value)], plan.rejected) == found
    # Ids of the whole request would stand in several: a warning, which each account may forbid.
    for call in gateway.plan([sms_message()], bulk_id="b", request_id="r"):
        assert [(warning.path, warning.code) for warning in call.warnings] == [
            ("requestId", "incompatible_fields"),
            ("bulkId", "incompatible_fields"),
        ]
    with pytest.raises(InvalidRequest) as caught:
        blackkonnect.Gateway("https://example.com").plan([sms_message()])
    assert caught.value.code == "missing_token"


def test_body_limits() -> None:
    """A single message that is too large goes alone, with a warning; where that is forbidden it raises."""
    (call,) = smslist_gateway(limits={"body_bytes": 10}).plan(rows(1))
    assert [warning.code for warning in call.warnings] == ["body_too_large"]
    plan = smslist_gateway(limits={"body_bytes": 10}, forbid=["body_too_large"]).plan(rows(1), on_invalid="set_aside")
    try:
        assert list(plan) == []
    except InvalidRequest as error:
        assert error.code == "body_too_large"
    else:
        assert [violation.code for violation in plan.rejected[0].violations] == ["body_too_large"]


def test_a_plan_that_is_looked_at_while_it_works() -> None:
    """A row's own code may look at the plan at any moment."""
    plan: Plan[Any, Any]

    class Row(dict[str, Any]):
        def items(self) -> Any:
            assert plan.rejected is not None
            assert repr(plan)
            assert plan.merge([]) is not None
            return super().items()

    plan = small().plan((Row(row) for row in rows(20, 3, 4, 5)), on_invalid="set_aside")
    assert len(list(plan)) == 9
    assert len(plan.rejected) == 3
