"""Properties: building and reading back is the identity, and no reply is ever lost."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from smskernel import InvalidRequest, Refused, ReplyError, ReplyReader, UnreadableReply, infobip, smslist

from .accounts import infobip_gateway, smslist_gateway

INFOBIP = infobip_gateway()
SMSLIST = smslist_gateway()

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


@given(values)
def test_any_value_is_built_or_refused(value: Any) -> None:
    for send in (INFOBIP.send_text, SMSLIST.send_bulk):
        for request in (value, {"messages": [value]}, {"messages": value}):
            try:
                call = send(request)
            except InvalidRequest as error:
                assert error.violations
                assert any(violation.level == "error" for violation in error.violations)
            else:
                assert json.loads(call.body)
    for check in (infobip.check_text, smslist.check_bulk):
        check(value)


@given(st.binary() | st.text())
def test_any_text_is_built_or_refused(text: str | bytes) -> None:
    for send in (INFOBIP.send_text_json, SMSLIST.send_bulk_json):
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
            assert len(answer.messages) == sent
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
