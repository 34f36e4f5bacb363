"""Answers: immutable values with equality, pickling, matching, masks and plain dicts."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from smskernel import FieldError, Outcome, Refused, Rejected, RowResult, Violation, infobip, smslist

from .accounts import infobip_gateway, message, smslist_gateway

STATUS = {"groupId": 1, "groupName": "PENDING", "id": 26, "name": "PENDING_ACCEPTED", "description": "Taken"}


def infobip_answer() -> infobip.SentMessages:
    call = infobip_gateway().send_text(messages=[message(to=["41793026727", "41793026834", "41793026785"])])
    entries = [
        {"to": "41793026727", "messageId": "a", "smsCount": 1, "status": STATUS},
        {"to": "41793026834", "messageId": "b", "smsCount": 2, "status": STATUS},
        {"to": "1234567", "messageId": "c", "status": STATUS},
    ]
    return call.parse(200, None, json.dumps({"bulkId": "bulk", "messages": entries}))


def smslist_answer() -> smslist.SentBulk:
    call = smslist_gateway().send_bulk(messages=[{"to": "254712345678", "text": "Hi", "client_sms_id": 1}])
    entry = {"response-code": 200, "response-description": "Success", "mobile": 254712345678, "clientsmsid": "1"}
    return call.parse(200, None, json.dumps({"responses": [entry, {"mobile": "254700000000"}]}))


def refusal(headers: dict[str, str]) -> Refused:
    with pytest.raises(Refused) as caught:
        infobip_gateway().send_text(messages=[message()]).parse(429, headers, b"{}")
    return caught.value


EVERY: list[Any] = [
    infobip_answer(),
    infobip_answer().messages[0],
    infobip_answer().unmatched[0],
    infobip_answer().messages[0].status,
    infobip_answer().messages[0].outcome,
    smslist_answer(),
    smslist_answer().messages[0],
    smslist_answer().unmatched[0],
    refusal({"Retry-After": "7"}).outcome,
    refusal({"Retry-After": "Sat, 21 Nov 2026 08:00:00 GMT"}).outcome,
    FieldError(path="messages", message="is empty"),
    Violation(path="a", code="empty", level="error", grade="inferred", source="s", message="m", value=1.5),
    Rejected(position=1, destinations=1, violations=(), outcome=infobip_answer().messages[0].outcome),
    RowResult(position=1, destination=0, to="41793026727", outcome=infobip_answer().messages[0].outcome, violations=()),
]


@pytest.mark.parametrize("value", EVERY, ids=lambda value: type(value).__name__)
def test_values(value: Any) -> None:
    for other in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert other == value
        assert hash(other) == hash(value)
        assert repr(other) == repr(value)
    assert value != 5
    assert value.__eq__(5) is NotImplemented
    for name in type(value).__match_args__:
        with pytest.raises(AttributeError):
            setattr(value, name, None)
    with pytest.raises(AttributeError):
        value.another = 1
    assert json.loads(json.dumps(value.to_dict())) == value.to_dict()
    assert "raw_body" not in value.to_dict()
    assert {*value.to_dict(), "raw_body"} >= set(type(value).__match_args__)
    for number in ("41793026727", "41793026834", "254712345678", "1234567"):
        assert number not in repr(value)


def test_attributes() -> None:
    answer = infobip_answer()
    first, second, third = answer.messages
    assert answer.bulk_id == "bulk"
    assert answer.tracking_process_key is None
    assert (first.position, first.destination, first.to, first.message_id, first.sms_count) == (
        0,
        0,
        "41793026727",
        "a",
        1,
    )
    assert (second.destination, second.sms_count) == (1, 2)
    assert (third.status, third.outcome.state, third.outcome.resend) == (None, "unknown", "uncertain")
    assert first.status is not None
    assert first.status.to_dict() == {
        "group_id": 1,
        "group_name": "PENDING",
        "id": 26,
        "name": "PENDING_ACCEPTED",
        "description": "Taken",
        "action": None,
    }
    assert [entry.message_id for entry in answer.unmatched] == ["c"]
    assert answer.raw_body.startswith(b'{"bulkId"')
    assert repr(answer).endswith(f"raw_body=<{len(answer.raw_body)} bytes>)")


def test_equal_statuses_are_one_object() -> None:
    first, second, _ = infobip_answer().messages
    assert first.status is second.status
    assert first.outcome is second.outcome


def test_match() -> None:
    match infobip_answer().messages[0]:
        case infobip.SentMessage(to=to, outcome=Outcome(state="pending", resend="never")):
            assert to == "41793026727"
        case _:
            pytest.fail("no match")
    match infobip_answer().messages[0].outcome:
        case Outcome("pending", False, code):
            assert code == "PENDING_ACCEPTED"
        case _:
            pytest.fail("no match")


def test_resend_after() -> None:
    delay = refusal({"Retry-After": "7"})
    assert (delay.resend, delay.resend_after) == ("safe_after", timedelta(seconds=7))
    assert delay.outcome.resend_after == timedelta(seconds=7)
    assert delay.to_dict()["resend_after"] == {"seconds": 7}
    moment = refusal({"Retry-After": "Sat, 21 Nov 2026 08:00:00 GMT"})
    assert moment.resend_after == datetime(2026, 11, 21, 8, tzinfo=UTC)
    assert moment.to_dict()["resend_after"] == {"at": "2026-11-21T08:00:00Z"}
    none = refusal({})
    assert (none.resend, none.resend_after) == ("safe_after", None)


def test_made_by_hand() -> None:
    """For tests of those who use the package; what an attribute cannot hold is refused."""
    outcome = Outcome(state="accepted", is_final=False, resend="never")
    answer = infobip.SentMessages(
        messages=(infobip.SentMessage(position=0, destination=0, to="41793026727", outcome=outcome),),
        unmatched=(),
        raw_body=b"",
    )
    assert answer.messages[0].outcome is outcome
    make: Any = Outcome
    with pytest.raises(TypeError, match=r"^Outcome\.is_final is bool, not str$"):
        make(state="accepted", is_final="yes", resend="never")
    with pytest.raises(TypeError, match=r"^Outcome\.resend_after is timedelta, datetime or None, not int$"):
        make(state="accepted", is_final=True, resend="never", resend_after=7)
    make = infobip.SentMessages
    with pytest.raises(TypeError, match=r"^SentMessages\.messages is a tuple of SentMessage, not list$"):
        make(messages=[], unmatched=(), raw_body=b"")
    with pytest.raises(TypeError, match="messages"):
        make(unmatched=(), raw_body=b"")


def test_str_of_a_violation() -> None:
    call = infobip_gateway().send_text(messages=[message(to=["+41 79 302 67 27"])])
    (warning,) = call.warnings
    assert str(warning).startswith("messages[0].destinations[0].to: ")
    assert str(warning).endswith(" [number_changed]")
    assert warning.value == "+41 79 302 67 27"
    assert "302" not in str(warning) + repr(warning)
