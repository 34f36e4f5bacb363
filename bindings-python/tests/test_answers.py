"""Answers: immutable values with equality, pickling, matching, masks and plain dicts."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from smskernel import FieldError, Outcome, Refused, Rejected, RowResult, Violation, blackkonnect, infobip, smslist

from .accounts import blackkonnect_gateway, infobip_gateway, message, sms_message, smslist_gateway

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


ITEM = {
    "destinations": [{"destination": "254712345678", "messageId": "a"}],
    "text": "Hello",
    "cost": 0.50,
    "priority": 0,
    "flags": [True, None, 10**20],
}
PAGINATION = {"totalElements": 3, "pageSize": 2, "totalPages": 2, "pageNumber": 0, "offSet": 0}
ENVELOPE = {"code": 0, "message": {"en": "queued"}, "data": ITEM, "items": [ITEM], "itemPagination": PAGINATION}
GROUP = {"statusGroupName": "PENDING", "deliveryStatus": "QUEUED", "statusDescription": "Waits", "action": "NONE"}


def simple_answer() -> blackkonnect.SimpleSmsMessageResponse:
    call = blackkonnect_gateway().send_message(to="254712345678", text="Hello", message_id="a")
    ids = {"correlationId": "c", "conversationId": "v", "requestId": "r", "deliveryStatus": "QUEUED"}
    return call.parse(200, None, json.dumps(ENVELOPE | ids | {"isSuccessful": True}))


def bulk_answer() -> blackkonnect.BulkSmsMessageResponse:
    call = blackkonnect_gateway().send_bulk(messages=[sms_message(to=["254712345678", "254712345679", "254712345670"])])
    entries = [
        {"messageId": "a", "messageGroupStatus": GROUP, "destination": "254712345678", "smsCount": 1},
        {"messageId": "b", "messageGroupStatus": GROUP, "destination": "254712345679", "smscReference": "s"},
        {"messageId": "c", "messageGroupStatus": GROUP, "destination": "1234567"},
    ]
    return call.parse(200, None, json.dumps(ENVELOPE | {"bulkId": "bulk", "smsMessageDeliveryStatuses": entries}))


def page() -> blackkonnect.DeliveryStatuses:
    call = blackkonnect_gateway().get_bulk_status(bulk_correlation_id="bulk", size=2, extra={"lang": "en"})
    entries = [
        {"uuid": "u", "messageId": name, "destination": "254712345678", "sourceAddress": "254712345679"}
        | {"deliveryStatus": "DELIVERED", "deliveryTimestamp": "2019-08-24T14:15:22Z"}
        for name in ("a", "b")
    ]
    return call.parse(200, None, json.dumps(entries))


def page_in_an_envelope() -> blackkonnect.DeliveryStatuses:
    call = blackkonnect_gateway().get_message_status(message_id="a")
    another = {"id": 2, "destination": "254712345679"}
    delivery = {"id": 1, "destination": "254712345678", "messageContent": "Hello", "cost": 0.50, "further": {"a": [1]}}
    return call.parse(200, None, json.dumps(ENVELOPE | {"data": delivery, "items": [another], "isSuccessful": True}))


def delivery() -> blackkonnect.NetworkOperatorMessageDeliveryDTO:
    response = page_in_an_envelope().response
    assert response is not None
    assert response.data is not None
    return response.data


SOON = datetime(2026, 12, 1, 8, tzinfo=UTC)
REPORT = {
    "messageId": "a",
    "to": "41793026727",
    "from": "41793026834",
    "callbackData": "Hello",
    "price": {"pricePerMessage": 0.01, "currency": "EUR"},
    "status": {"groupId": 3, "id": 5, "name": "DELIVERED_TO_HANDSET"},
    "error": {"id": 0, "name": "NO_ERROR", "permanent": False},
}
INBOUND = {"messageId": "b", "from": "41793026727", "to": "41793026834", "text": "Hello", "cleanText": "Hello"}


def asked(name: str, body: object, **fields: Any) -> Any:
    """An answer of Infobip's to a question."""
    call = getattr(infobip_gateway(), name)(**fields)
    return call.parse(200, None, json.dumps(body))


def reports() -> infobip.Reports:
    found: infobip.Reports = asked("get_reports", {"results": [REPORT, 5]})
    return found


def inbox() -> infobip.InboundMessages:
    body = {"results": [INBOUND], "messageCount": 1, "pendingMessageCount": 3}
    found: infobip.InboundMessages = asked("get_inbox_reports", body)
    return found


def preview() -> infobip.Preview:
    parts = {"textPreview": "Hello", "messageCount": 1, "charactersRemaining": 155, "configuration": {}}
    found: infobip.Preview = asked("preview", {"originalText": "Hello", "previews": [parts]}, text="Hello")
    return found


def delivery_report() -> smslist.DeliveryReport:
    body = {"response-code": 200, "message-id": "1", "delivery-status": 32, "delivery-description": "Delivered"}
    return smslist_gateway().get_delivery_report(message_id="1").parse(200, None, json.dumps(body))


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
    simple_answer(),
    bulk_answer(),
    bulk_answer().messages[0],
    bulk_answer().unmatched[0],
    bulk_answer().messages[0].message_group_status,
    bulk_answer().item_pagination,
    page(),
    page().statuses[0],
    page_in_an_envelope(),
    page_in_an_envelope().response,
    delivery(),
    blackkonnect.problem_detail(b'{"title": "No", "balance": {"left": 0.5}}'),
    reports(),
    reports().results[0],
    reports().results[0].price,
    reports().results[0].error,
    reports().malformed[0],
    asked("get_logs", {"results": [REPORT | {"text": "Hello"}]}),
    inbox(),
    inbox().results[0],
    preview(),
    preview().previews[0],
    asked("get_schedule", {"bulkId": "bulk", "sendAt": "2026-12-01T08:00:00.000+0000"}, bulk_id="bulk"),
    asked("set_bulk_status", {"bulkId": "bulk", "status": "PAUSED"}, bulk_id="bulk", status="PAUSED"),
    asked("get_balance", {"balance": 47.79, "currency": "EUR"}),
    asked("end_session", {}),
    asked("confirm_conversion", {"processKey": "key"}, message_id="a"),
    delivery_report(),
    smslist_gateway().get_balance().parse(200, None, '{"response-code": 200, "credit": "545.00", "partner-id": 12345}'),
    smslist_gateway()
    .credit(child_id="child", amount="12.50")
    .parse(200, None, '{"response-code": 200, "prev-balance": 1, "sms-units": 2, "new-balance": 3}'),
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
    for personal in ("41793026727", "41793026834", "254712345678", "254712345679", "1234567", "Hello"):
        assert personal not in repr(value)


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
    one, other, _ = bulk_answer().messages
    assert one.message_group_status is other.message_group_status
    assert one.outcome is other.outcome
    told, again = page().statuses
    assert told.outcome is again.outcome


def test_answers_of_blackkonnect_sends() -> None:
    answer = simple_answer()
    (only,) = answer.messages
    assert (only.to, only.message_id, only.delivery_status) == ("254712345678", "a", "QUEUED")
    assert (only.outcome.state, only.outcome.resend) == ("pending", "never")
    assert (answer.code, answer.delivery_status, answer.is_successful) == (0, "QUEUED", True)
    assert (answer.correlation_id, answer.conversation_id, answer.request_id) == ("c", "v", "r")
    bulk = bulk_answer()
    first, second, third = bulk.messages
    assert (bulk.bulk_id, bulk.is_successful) == ("bulk", None)
    assert (first.message_id, first.sms_count, first.smsc_reference) == ("a", 1, None)
    assert (second.destination, second.sms_count, second.smsc_reference) == (1, None, "s")
    assert (third.message_group_status, third.outcome.state, third.outcome.resend) == (None, "unknown", "uncertain")
    assert first.message_group_status is not None
    assert first.message_group_status.status_description == "Waits"
    assert (first.outcome.code, first.outcome.text) == ("QUEUED", "Waits")
    assert [(entry.message_id, entry.destination) for entry in bulk.unmatched] == [("c", "1234567")]
    assert bulk.item_pagination is not None
    assert (bulk.item_pagination.total_pages, bulk.item_pagination.off_set) == (2, 0)


def test_json_of_any_form_is_plain_values() -> None:
    """As Python has it, but for numbers that are no 64-bit integers, which keep their text."""
    answer = simple_answer()
    item = ITEM | {"cost": "0.5", "flags": [True, None, str(10**20)]}
    assert answer.message == {"en": "queued"}
    assert answer.data == item
    assert answer.items == [item]
    assert list(answer.data) == list(ITEM)
    told = answer.to_dict()
    assert told["data"] == item
    # What is made of an answer is not part of it.
    told["data"]["text"] = "changed"
    told["items"].clear()
    assert answer == simple_answer()
    call = blackkonnect_gateway().send_message(to="254712345678", text="Hi")
    plain: list[Any] = ["words", 17, -(2**63), True, [], {}]
    for words in plain:
        body = {"message": words, "isSuccessful": True, "data": None}
        parsed = call.parse(200, None, json.dumps(body))
        assert (parsed.message, type(parsed.message)) == (words, type(words))
        assert parsed.data is None
    assert delivery().extra == {"further": {"a": [1]}}
    assert (delivery().cost, delivery().message_content) == ("0.5", "Hello")


def test_what_json_of_any_form_can_be() -> None:
    make: Any = blackkonnect.SimpleSmsMessageResponse
    cycle: list[Any] = []
    cycle.append(cycle)
    expected = r"^SimpleSmsMessageResponse\.data is dict, list, str, int, bool or None, not "
    for wrong in (1.5, b"", (), {1: 2}, {"a": {1}}, cycle, {"a": cycle}):
        with pytest.raises(TypeError, match=expected):
            make(messages=(), raw_body=b"", data=wrong)
    make = blackkonnect.NetworkOperatorMessageDeliveryDTO
    others: list[Any] = [None, [], {1: 2}]
    for no_dict in others:
        with pytest.raises(TypeError, match=r"^NetworkOperatorMessageDeliveryDTO\.extra is dict, not "):
            make(extra=no_dict, outcome=page().statuses[0].outcome)


def test_pages_of_statuses() -> None:
    answer = page()
    first, _ = answer.statuses
    assert (first.uuid, first.message_id, first.source_address) == ("u", "a", "254712345679")
    assert (first.delivery_status, first.delivery_timestamp) == ("DELIVERED", "2019-08-24T14:15:22Z")
    assert (first.outcome.state, first.outcome.is_final, first.outcome.resend) == ("delivered", True, "never")
    following = answer.next
    assert following is not None
    assert (following.bulk_correlation_id, following.page, following.size) == ("bulk", 1, 2)
    assert following.extra == {"lang": "en"}
    assert isinstance(following.seen, str)
    assert (answer.is_repeated, answer.response) == (False, None)
    assert answer.to_dict()["next"] == {
        "bulk_correlation_id": "bulk",
        "page": 1,
        "size": 2,
        "sort": None,
        "seen": following.seen,
        "extra": {"lang": "en"},
    }
    # The gateway looks at no page: the second is the first once more.
    again = blackkonnect_gateway().get_bulk_status(following).parse(200, None, answer.raw_body)
    assert (again.is_repeated, again.statuses) == (True, ())
    enveloped = page_in_an_envelope()
    assert enveloped.response is not None
    assert enveloped.response.item_pagination == bulk_answer().item_pagination
    assert enveloped.response.message == {"en": "queued"}
    assert [status.destination for status in enveloped.statuses] == ["254712345678", "254712345679"]
    make: Any = blackkonnect.DeliveryStatuses
    with pytest.raises(TypeError, match=r"^DeliveryStatuses\.next is GetBulkStatus or None, not dict$"):
        make(statuses=(), is_repeated=False, raw_body=b"", next={})


def test_problem_details() -> None:
    body = (
        '{"type": "about:blank", "title": "Bad Request", "status": 400, "detail": "No", "instance": "/x", "trace": 7}'
    )
    with pytest.raises(Refused) as caught:
        blackkonnect_gateway().send_message(to="254712345678", text="Hi").parse(400, None, body)
    assert (caught.value.gateway_code, caught.value.gateway_text) == ("Bad Request", "No")
    for given in (caught.value, body, body.encode(), bytearray(body.encode())):
        problem = blackkonnect.problem_detail(given)
        assert problem is not None
        assert (problem.type, problem.title, problem.status) == ("about:blank", "Bad Request", 400)
        assert (problem.detail, problem.instance, problem.extra) == ("No", "/x", {"trace": 7})
    for body in ("", "<html>", "[]", "null", "{}", '{"type": null}'):
        assert blackkonnect.problem_detail(body) is None
    anything: Any = blackkonnect.problem_detail
    with pytest.raises(TypeError, match=r"^refused is bytes or str, not int$"):
        anything(5)


def test_reports_and_inbound_messages() -> None:
    found = reports()
    (report,) = found.results
    assert (report.message_id, report.to, report.sender) == ("a", "41793026727", "41793026834")
    assert (report.outcome.state, report.outcome.resend) == ("delivered", "never")
    assert (found.malformed[0].position, found.malformed[0].raw) == (1, "5")
    assert json.loads(found.raw_body) == {"results": [REPORT, 5]}
    # What was stored reads as what came, in whatever call it came.
    again = infobip_gateway().get_reports(limit=1).reader.parse(200, None, found.raw_body)
    assert again == found
    # It is what a webhook would have said.
    assert infobip.parse_webhook("POST", None, None, found.raw_body).events == found.results
    waiting = inbox()
    assert (waiting.message_count, waiting.pending_message_count) == (1, 3)
    assert (waiting.results[0].sender, waiting.results[0].text) == ("41793026727", "Hello")


def test_few_members() -> None:
    assert preview().previews[0].characters_remaining == 155
    balance = infobip_gateway().get_balance().parse(200, None, '{"balance": 47.79000000000000001, "currency": "EUR"}')
    assert (balance.balance, balance.currency) == ("47.79000000000000001", "EUR")
    schedule = asked("reschedule", {"bulkId": "b", "sendAt": "2026-12-01T08:00:00.000+0000"}, bulk_id="b", send_at=SOON)
    assert datetime.fromisoformat(schedule.send_at) == SOON
    assert asked("get_bulk_status", {"bulkId": "b", "status": "PAUSED"}, bulk_id="b").status == "PAUSED"
    assert infobip_gateway().end_session().parse(204, None, b"") == infobip.SessionEnded(raw_body=b"")


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
