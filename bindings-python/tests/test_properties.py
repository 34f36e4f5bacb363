"""Properties: building and reading back is the identity, and no reply is ever lost."""

from __future__ import annotations

import json
import re
import urllib.parse
from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from smskernel import InvalidRequest, Refused, ReplyError, ReplyReader, UnreadableReply, blackkonnect, infobip, smslist

from .accounts import BLACKKONNECT_CLIENT, blackkonnect_gateway, infobip_gateway, smslist_gateway

INFOBIP = infobip_gateway()
SMSLIST = smslist_gateway()
BLACKKONNECT = blackkonnect_gateway()

characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufffd")
texts = st.text(characters, min_size=1, max_size=200)
ids = st.text(characters, min_size=1, max_size=50)
numbers = st.integers(1_000_000, 10**15 - 1).map(str)
senders = st.from_regex(r"[A-Za-z][A-Za-z0-9]{2,10}", fullmatch=True)

destinations = st.one_of(numbers, numbers.map(int), st.builds(infobip.Destination, to=numbers, message_id=ids))
text_messages = st.builds(
    infobip.TextMessage,
    to=st.lists(destinations, min_size=1, max_size=4),
    text=texts,
    sender=senders,
    flash=st.none() | st.booleans(),
    callback_data=st.none() | texts,
    validity_period=st.none() | st.integers(1, 2880) | st.timedeltas().map(lambda delta: None),
)
octets = st.binary(min_size=1, max_size=140)
binary_messages = st.builds(
    infobip.BinaryMessage,
    to=st.lists(numbers, min_size=1, max_size=4),
    binary=st.builds(
        infobip.Binary,
        hex=octets | octets.map(bytearray) | octets.map(lambda content: memoryview(content)),
        data_coding=st.none() | st.integers(0, 255),
    ),
)
sms_messages = st.builds(
    blackkonnect.SmsMessage,
    to=st.lists(
        numbers | st.builds(blackkonnect.MessageDestination, to=numbers, message_id=ids, sender=st.none() | senders),
        min_size=1,
        max_size=4,
    ),
    text=texts,
    callback_data=st.none() | texts,
    entity_id=st.none() | ids,
    priority=st.none() | st.integers(-(2**63), 2**63 - 1),
    validity_period_minutes=st.none() | st.integers(0, 2**31) | st.timedeltas().map(lambda delta: None),
    send_at=st.none() | st.datetimes(datetime(1900, 1, 1), datetime(2900, 1, 1), timezones=st.just(UTC)),
)
generic = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(("message_id", "reference_id_1", "reference_id_2", "service_id", "request_id"), ids),
)
bulk_messages = st.builds(
    smslist.BulkMessage,
    to=st.integers(254_100_000_000, 254_999_999_999),
    text=texts,
    client_sms_id=st.none() | ids | st.integers(0),
)

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.dates() | st.timedeltas(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["to", "text", "messages", "from"]), inner)
    ),
    max_leaves=20,
)

statuses = st.sampled_from([200, 201, 302, 400, 401, 408, 425, 429, 500, 503, 99, 600]) | st.integers()
headers = st.none() | st.dictionaries(st.sampled_from(["Retry-After", "date", "LOCATION", "x"]), st.text())
replies = st.binary() | st.text() | values.map(lambda value: json.dumps(value, default=str))


def read_back(message: infobip.TextMessage) -> dict[str, Any]:
    """What the body says of a message, from the message itself."""
    written: dict[str, Any] = {"from": message.sender, "destinations": []}
    assert isinstance(message.to, list)
    for to in message.to:
        if isinstance(to, infobip.Destination):
            written["destinations"].append({"to": to.to, "messageId": to.message_id})
        else:
            written["destinations"].append({"to": str(to)})
    written |= {"text": message.text, "flash": message.flash, "callbackData": message.callback_data}
    written["validityPeriod"] = message.validity_period
    return {name: value for name, value in written.items() if value is not None}


@given(st.lists(text_messages, min_size=1, max_size=5))
def test_what_is_built_says_what_was_asked(messages: list[infobip.TextMessage]) -> None:
    gateway = infobip_gateway(allow=["duplicate_id"])
    call = gateway.send_text(messages=messages)
    assert json.loads(call.body) == {"messages": [read_back(message) for message in messages]}
    # A finished body is a request, and the same again.
    assert gateway.send_text_json(call.body).body == call.body
    assert gateway.send_text(json.loads(call.body)).body == call.body
    assert ReplyReader.from_bytes(call.reader.to_bytes()) == call.reader


@given(st.lists(bulk_messages, min_size=1, max_size=5))
def test_lists_say_what_was_asked(messages: list[smslist.BulkMessage]) -> None:
    call = SMSLIST.send_bulk(messages=messages)
    body = json.loads(call.body)
    assert body["count"] == len(messages)
    for item, message in zip(body["smslist"], messages, strict=True):
        assert (item["mobile"], item["message"]) == (str(message.to), message.text)
        assert item.get("clientsmsid") == message.client_sms_id
    assert SMSLIST.send_bulk_json(call.body).body == call.body


@given(st.lists(binary_messages, min_size=1, max_size=5))
def test_octets_come_back(messages: list[infobip.BinaryMessage]) -> None:
    call = INFOBIP.send_binary(messages=messages)
    for item, message in zip(json.loads(call.body)["messages"], messages, strict=True):
        assert isinstance(message.binary, infobip.Binary)
        assert not isinstance(message.binary.hex, str)
        pairs = item["binary"]["hex"]
        assert re.fullmatch(r"[0-9a-f]{2}( [0-9a-f]{2})*", pairs)
        assert bytes.fromhex(pairs) == bytes(message.binary.hex)
        assert item["binary"].get("dataCoding") == message.binary.data_coding
        assert [to["to"] for to in item["destinations"]] == message.to
    # A finished body is a request, in which the octets are digits, and the same again.
    assert INFOBIP.send_binary_json(call.body).body == call.body
    assert not [violation for violation in infobip.check_binary(call.body) if violation.level == "error"]


@given(generic, st.lists(sms_messages, min_size=1, max_size=5))
def test_blackkonnect_says_what_was_asked(fields: dict[str, Any], messages: list[blackkonnect.SmsMessage]) -> None:
    call = BLACKKONNECT.send_bulk(blackkonnect.BulkSmsMessageRequest(messages=messages, **fields))
    body = json.loads(call.body)
    wire = {"reference_id_1": "referenceId1", "reference_id_2": "referenceId2", "message_id": "messageId"}
    wire |= {"service_id": "serviceId", "request_id": "requestId"}
    assert {name: body[name] for name in body if name != "messages"} == {wire[name]: fields[name] for name in fields}
    for item, message in zip(body["messages"], messages, strict=True):
        assert (item["text"], item.get("callbackData")) == (message.text, message.callback_data)
        assert (item.get("entityId"), item.get("priority")) == (message.entity_id, message.priority)
        assert item.get("validityPeriodMinutes") == message.validity_period_minutes
        if isinstance(message.send_at, datetime):
            cut = message.send_at.replace(microsecond=message.send_at.microsecond // 1000 * 1000)
            assert datetime.fromisoformat(item["sendAt"]) == cut
        assert isinstance(message.to, list)
        for destination, to in zip(item["destinations"], message.to, strict=True):
            if isinstance(to, blackkonnect.MessageDestination):
                expected = {"destination": to.to, "messageId": to.message_id, "sourceAddress": to.sender}
                assert destination == {name: value for name, value in expected.items() if value is not None}
            else:
                assert destination == {"destination": to}
    assert BLACKKONNECT.send_bulk_json(call.body).body == call.body
    assert BLACKKONNECT.send_bulk(body).body == call.body
    assert ReplyReader.from_bytes(call.reader.to_bytes()) == call.reader


@given(generic, numbers, texts, st.none() | senders)
def test_simple_messages_say_what_was_asked(fields: dict[str, Any], to: str, text: str, sender: str | None) -> None:
    request = blackkonnect.SimpleSmsMessageRequest(to=to, text=text, sender=sender, **fields)
    call = BLACKKONNECT.send_message(request)
    body = json.loads(call.body)
    assert (body["destination"], body["text"], body.get("sourceAddress")) == (to, text, sender)
    assert call.body == BLACKKONNECT.send_message_json(call.body).body
    assert [message.to for message in call.no_reply().messages] == [to]


@given(ids, st.none() | st.integers(0, 10**9), st.none() | st.integers(1, 10**9))
def test_questions_come_back(name: str, page: int | None, size: int | None) -> None:
    if name in {".", ".."}:
        return
    request = blackkonnect.GetBulkStatus(name, page=page, size=size)
    url = urllib.parse.urlsplit(BLACKKONNECT.get_bulk_status(request).url)
    assert urllib.parse.unquote(url.path.split("/")[-2]) == name
    asked = dict(urllib.parse.parse_qsl(url.query))
    given = {"page": page, "size": size}
    assert asked == {key: str(number) for key, number in given.items() if number is not None}
    pages = [request]
    while len(pages) < 4:
        body = json.dumps([{"messageId": str(len(pages))}] * (size if size and size < 9 else 1))
        call = BLACKKONNECT.get_bulk_status(pages[-1])
        answer = ReplyReader.from_bytes(call.reader.to_bytes()).parse(200, None, body)
        assert isinstance(answer, blackkonnect.DeliveryStatuses)
        if answer.next is None:
            break
        pages.append(answer.next)
    assert [one.page or 0 for one in pages] == list(range(page or 0, (page or 0) + len(pages)))
    assert {(one.bulk_correlation_id, one.size) for one in pages} == {(name, size)}


@given(values)
def test_any_value_is_built_or_refused(value: Any) -> None:
    for send in (
        INFOBIP.send_text,
        INFOBIP.send_binary,
        INFOBIP.send_text_multi,
        INFOBIP.send_binary_multi,
        SMSLIST.send_bulk,
        BLACKKONNECT.send_bulk,
    ):
        for request in (value, {"messages": [value]}, {"messages": value}):
            try:
                call = send(request)
            except InvalidRequest as error:
                assert error.violations
                assert any(violation.level == "error" for violation in error.violations)
            else:
                assert json.loads(call.body)
    for ask in (
        BLACKKONNECT.get_token,
        BLACKKONNECT.send_message,
        BLACKKONNECT.get_bulk_status,
        BLACKKONNECT.get_message_status,
        INFOBIP.send_text_single,
        INFOBIP.send_binary_single,
        INFOBIP.get_reports,
        INFOBIP.get_logs,
        INFOBIP.get_inbox_logs,
        INFOBIP.reschedule,
        INFOBIP.set_bulk_status,
        INFOBIP.preview,
        INFOBIP.get_balance,
        INFOBIP.create_session,
        INFOBIP.get_oauth_token,
        INFOBIP.confirm_conversion,
        SMSLIST.send_sms,
        SMSLIST.send_otp,
        SMSLIST.get_delivery_report,
        SMSLIST.credit,
    ):
        asked: Any = ask
        try:
            assert asked(value).url
        except InvalidRequest as error:
            assert any(violation.level == "error" for violation in error.violations)
    for check in (
        infobip.check_text,
        infobip.check_binary,
        infobip.check_text_single,
        infobip.check_text_multi,
        infobip.check_binary_single,
        infobip.check_binary_multi,
        smslist.check_bulk,
        smslist.check_sms,
        smslist.check_otp,
        blackkonnect.check_message,
        blackkonnect.check_bulk,
    ):
        check(value)


@given(st.binary() | st.text())
def test_any_text_is_built_or_refused(text: str | bytes) -> None:
    for send in (
        INFOBIP.send_text_json,
        INFOBIP.send_binary_json,
        SMSLIST.send_bulk_json,
        BLACKKONNECT.send_bulk_json,
        BLACKKONNECT.get_token_json,
        INFOBIP.send_text_single_json,
        INFOBIP.get_logs_json,
        INFOBIP.reschedule_json,
        SMSLIST.send_sms_json,
        SMSLIST.credit_json,
    ):
        try:
            send(text)
        except InvalidRequest as error:
            assert error.violations
    infobip.check_text(text)


@settings(max_examples=500)
@given(statuses, headers, replies)
def test_no_reply_is_lost(status: int, fields: dict[str, str] | None, body: str | bytes) -> None:
    calls: list[Any] = [
        INFOBIP.send_text(messages=[{"to": ["41793026727", "41793026834"], "text": "Hi"}]),
        SMSLIST.send_bulk(messages=[{"to": "254712345678", "text": "Hi", "client_sms_id": 1}]),
        BLACKKONNECT.send_bulk(messages=[{"to": ["254712345678"], "text": "Hi"}]),
        BLACKKONNECT.send_message(to="254712345678", text="Hi"),
        BLACKKONNECT.get_token(**BLACKKONNECT_CLIENT),
        BLACKKONNECT.get_bulk_status(bulk_correlation_id="a"),
        BLACKKONNECT.get_message_status(message_id="a"),
        INFOBIP.send_text_single(to=["41793026727"], text="Hi"),
        INFOBIP.get_reports(),
        INFOBIP.get_logs(),
        INFOBIP.get_inbox_reports(),
        INFOBIP.get_schedule(bulk_id="a"),
        INFOBIP.get_bulk_status(bulk_id="a"),
        INFOBIP.preview(text="Hi"),
        INFOBIP.get_balance(),
        INFOBIP.create_session(username="a", password="b"),
        INFOBIP.end_session(),
        INFOBIP.get_oauth_token(client_id="a", client_secret="b"),
        INFOBIP.confirm_conversion(message_id="a"),
        SMSLIST.send_sms(to=["254712345678", "254712345679"], text="Hi"),
        SMSLIST.get_delivery_report(message_id="a"),
        SMSLIST.get_balance(),
        SMSLIST.credit(child_id="a", amount=1),
    ]
    for call in calls:
        sent = len(call.reader)
        try:
            answer = call.parse(status, fields, body)
        except ReplyError as error:
            assert isinstance(error, Refused | UnreadableReply)
            assert error.status == status or abs(status) > 2**63
            kept = error.raw_body
            json.dumps(error.to_dict())
        else:
            kept = answer.raw_body
            assert len(getattr(answer, "messages", ())) == sent
            json.dumps(answer.to_dict())
        if isinstance(body, bytes):
            assert kept == body


@given(st.binary())
def test_any_bytes_are_a_reader_or_refused(data: bytes) -> None:
    for bytes_ in (
        data,
        INFOBIP.send_text(messages=[{"to": ["41793026727"], "text": "Hi"}]).reader.to_bytes()[:20] + data,
    ):
        try:
            reader: ReplyReader[Any] = ReplyReader.from_bytes(bytes_)
        except InvalidRequest as error:
            assert error.code == "invalid_reader"
        else:
            assert ReplyReader.from_bytes(reader.to_bytes()) == reader
