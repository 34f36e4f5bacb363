"""What gateways push: events that match, entries that are none, requests that are no webhook, and the secret."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from smskernel import (
    InvalidRequest,
    MalformedEvent,
    Outcome,
    UnreadableWebhook,
    Webhook,
    blackkonnect,
    infobip,
    secret_matches,
    smslist,
)

Parse = Callable[..., Webhook[Any]]
PARSERS: list[Parse] = [infobip.parse_webhook, blackkonnect.parse_webhook, smslist.parse_webhook]

DELIVERED = {"groupId": 3, "groupName": "DELIVERED", "id": 5, "name": "DELIVERED_TO_HANDSET"}
REPORT = {
    "bulkId": "bulk",
    "messageId": "order-17",
    "to": "41793026727",
    "from": "41793026834",
    "sentAt": "2026-12-01T08:00:00.000+0000",
    "doneAt": "2026-12-01T08:00:02.000+0000",
    "smsCount": 1,
    "mccMnc": "22801",
    "callbackData": "of nobody else",
    "price": {"pricePerMessage": 0.0100, "currency": "EUR"},
    "status": DELIVERED,
    "error": {"groupId": 0, "groupName": "OK", "id": 0, "name": "NO_ERROR", "permanent": False},
}
MESSAGE = {"messageId": "in-1", "from": "41793026727", "to": "41793026834", "text": "STOP it", "keyword": "STOP"}
CLICK = {
    "notificationType": "CLICKED",
    "recipient": "41793026727",
    "url": "https://example.com/?of=41793026727",
    "sendDateTime": 1485435933000,
    "recipientInfo": {"os": "Android"},
    "geoLocationInfo": {"city": "Nairobi"},
    "further": {"a": [1]},
}
OPERATOR = {"id": 7, "messageId": "A-1", "destination": "254712345678", "deliveryStatus": "DELIVERED", "further": 1}
CALLBACK = {"messageid": "1889191", "description": "DeliveredToTerminal", "timeTaken": "22s"}
INBOUND = "mobile=254712345678&message=Hello+there&shortcode=12345"


def webhook(*entries: Any) -> Webhook[infobip.Event]:
    return infobip.parse_webhook("POST", None, None, json.dumps({"results": list(entries)}))


def fate(event: infobip.Event) -> str:
    match event:
        case infobip.DeliveryReport(message_id=name, outcome=Outcome(state=state, resend=resend)):
            return f"{name} {state} {resend}"
        case infobip.InboundMessage(sender=sender, text=text):
            return f"{sender}: {text}"
        case infobip.UrlClick(url=url):
            return f"opened {url}"


def test_events_are_matched_by_class_and_by_kind() -> None:
    found = webhook(REPORT, MESSAGE, CLICK)
    assert [fate(event) for event in found.events] == [
        "order-17 delivered never",
        "41793026727: STOP it",
        "opened https://example.com/?of=41793026727",
    ]
    assert [event.kind for event in found.events] == ["delivery_report", "inbound_message", "url_click"]
    assert [event["kind"] for event in found.to_dict()["events"]] == [event.kind for event in found.events]
    assert found.malformed == ()
    for event in found.events:
        assert type(event).kind == event.kind
        with pytest.raises(AttributeError):
            event.kind = "another"  # type: ignore[misc, assignment]


def test_attributes() -> None:
    report, message, click = webhook(REPORT, MESSAGE, CLICK).events
    assert isinstance(report, infobip.DeliveryReport)
    assert (report.bulk_id, report.sender, report.sms_count, report.mcc_mnc) == ("bulk", "41793026834", 1, "22801")
    assert (report.callback_data, report.text, report.entity_id) == ("of nobody else", None, None)
    assert report.price == infobip.Price(price_per_message="0.01", currency="EUR")
    assert report.status == infobip.Status(group_id=3, group_name="DELIVERED", id=5, name="DELIVERED_TO_HANDSET")
    assert report.error is not None
    assert (report.error.name, report.error.permanent) == ("NO_ERROR", False)
    assert report.outcome.is_final
    assert isinstance(message, infobip.InboundMessage)
    assert (message.to, message.keyword, message.clean_text) == ("41793026834", "STOP", None)
    assert isinstance(click, infobip.UrlClick)
    assert (click.send_date_time, click.extra) == (1485435933000, {"further": {"a": [1]}})
    assert click.recipient_info == infobip.RecipientInfo(os="Android")
    assert click.geo_location_info == infobip.GeoLocationInfo(city="Nairobi")


def test_events_of_the_other_dialects() -> None:
    found = blackkonnect.parse_webhook("POST", None, None, json.dumps([OPERATOR, {"messageId": "A-2"}]))
    first, second = found.events
    assert isinstance(first, blackkonnect.NetworkOperatorMessageDeliveryDTO)
    assert (first.id, first.outcome.state, first.extra) == (7, "delivered", {"further": 1})
    assert isinstance(second, blackkonnect.GatewayMessageDeliveryStatus)
    assert (second.kind, second.message_id, second.outcome.state) == ("delivery_status", "A-2", "unknown")
    callback = smslist.parse_webhook("POST", {"Content-Type": "application/json"}, "", json.dumps(CALLBACK))
    (report,) = callback.events
    assert isinstance(report, smslist.DeliveryReport)
    assert (report.message_id, report.delivery_tat, report.outcome.state) == ("1889191", "22s", "delivered")
    # Its webhook has the body.
    assert (report.raw_body, json.loads(callback.raw_body)) == (b"", CALLBACK)
    (inbound,) = smslist.parse_webhook("GET", None, INBOUND, b"").events
    assert isinstance(inbound, smslist.InboundMessage)
    assert (inbound.sender, inbound.to, inbound.text) == ("254712345678", "12345", "Hello there")
    assert not inbound.is_interactive


def test_what_is_malformed_loses_nothing() -> None:
    found = webhook(REPORT, 5, {"to": "41793026727"}, REPORT)
    assert len(found.events) == 2
    first, second = found.malformed
    assert (first.position, first.raw, first.reason) == (1, "5", "it is no object")
    assert (second.position, json.loads(second.raw)) == (2, {"to": "41793026727"})
    assert "41793026727" not in repr(found) + str(found)
    assert repr(first) == "MalformedEvent(position=1, raw=<text of 1 character>, reason='it is no object')"


EVERY: list[Any] = [
    webhook(REPORT, MESSAGE, CLICK, 5),
    *webhook(REPORT, MESSAGE, CLICK).events,
    *webhook(5).malformed,
    blackkonnect.parse_webhook("POST", None, None, json.dumps([OPERATOR, {"messageId": "A-2"}])),
    smslist.parse_webhook("POST", None, None, json.dumps(CALLBACK)),
    smslist.parse_webhook("GET", None, INBOUND, b""),
]


@pytest.mark.parametrize("value", EVERY, ids=lambda value: type(value).__name__)
def test_values(value: Any) -> None:
    for other in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert (other, hash(other), repr(other)) == (value, hash(value), repr(value))
    assert json.loads(json.dumps(value.to_dict())) == value.to_dict()
    assert "raw_body" not in value.to_dict()
    for name in type(value).__match_args__:
        with pytest.raises(AttributeError):
            setattr(value, name, None)
    for personal in ("41793026727", "41793026834", "254712345678", "Hello", "STOP it", "of nobody else"):
        assert personal not in repr(value)


def test_what_a_webhook_can_hold() -> None:
    make: Any = Webhook
    event = webhook(REPORT).events[0]
    assert make(events=(event,), malformed=(), raw_body=b"").events == (event,)
    others: list[Any] = [[], (5,), (Outcome(state="unknown", is_final=False, resend="uncertain"),)]
    for wrong in others:
        with pytest.raises(TypeError, match=r"^Webhook\.events is a tuple of events, not (list|tuple)$"):
            make(events=wrong, malformed=(), raw_body=b"")
    with pytest.raises(TypeError, match=r"^Webhook\.malformed is a tuple of MalformedEvent, not tuple$"):
        make(events=(), malformed=(5,), raw_body=b"")
    anything: Any = MalformedEvent
    with pytest.raises(TypeError, match=r"^MalformedEvent\.raw is str, not bytes$"):
        anything(position=0, raw=b"", reason="")


def test_ten_thousand_events_share_what_is_the_same() -> None:
    reports = [REPORT | {"messageId": f"order-{row}"} for row in range(10_000)]
    reports[5_000] = {"nothing": 1}
    found = webhook(*reports)
    assert len(found.events) == 9_999
    assert [entry.position for entry in found.malformed] == [5_000]
    assert found.events[-1].message_id == "order-9999"
    events = [event for event in found.events if isinstance(event, infobip.DeliveryReport)]
    assert {id(event.outcome) for event in events} == {id(events[0].outcome)}
    assert {id(event.status) for event in events} == {id(events[0].status)}


def test_however_a_framework_gives_the_parts() -> None:
    body = json.dumps({"results": [REPORT]})
    expected = webhook(REPORT)
    kinds: list[Any] = [None, {}, [], {"Content-Type": "application/json"}, iter([(b"content-type", b"text/plain")])]
    for headers in kinds:
        for content in (body, body.encode(), bytearray(body.encode()), memoryview(body.encode())):
            assert infobip.parse_webhook("POST", headers, None, content) == expected
    for query in (INBOUND, INBOUND.encode()):
        (event,) = smslist.parse_webhook("GET", None, query, b"").events
        assert isinstance(event, smslist.InboundMessage)


@pytest.mark.parametrize("parse", PARSERS)
def test_bad_arguments(parse: Parse) -> None:
    with pytest.raises(TypeError, match=r"^method is str, not bytes$"):
        parse(b"POST", None, None, b"")
    with pytest.raises(TypeError, match=r"^headers is a mapping, pairs of name and value, or None, not str$"):
        parse("POST", "Content-Type", None, b"")
    with pytest.raises(TypeError, match=r"^headers is a mapping, pairs of name and value, or None, not int$"):
        parse("POST", 5, None, b"")
    with pytest.raises(TypeError, match=r"^query is str, bytes or None, not dict$"):
        parse("POST", None, {"a": "b"}, b"")
    with pytest.raises(TypeError, match=r"^body is bytes or str, not NoneType$"):
        parse("POST", None, None, None)
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'body'"):
        parse("POST", None, None)


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize(
    ("limits", "violation"),
    [
        ({"dpeth": 1}, "limits.dpeth: is not a field of the limits. Did you mean depth? [unknown_key]"),
        ({"depth": -1}, "limits.depth: -1 is below zero; a limit is a whole number from 0 on. [out_of_range]"),
        ({"body_bytes": "1"}, "limits.body_bytes: expected a whole number, found a string. [wrong_type]"),
        ({"reply_bytes": 1}, "limits.reply_bytes: is not a field of the limits. [unknown_key]"),
        ([], "limits: expected an object, found a list. [wrong_type]"),
    ],
)
def test_bad_limits(parse: Parse, limits: Any, violation: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        parse("POST", None, None, b"{}", limits=limits)
    assert [str(found) for found in caught.value.violations] == [violation]


def test_limits() -> None:
    body = json.dumps(CALLBACK).encode()
    assert smslist.parse_webhook("POST", None, None, body, limits={"body_bytes": len(body)}).events
    with pytest.raises(UnreadableWebhook) as caught:
        smslist.parse_webhook("POST", None, None, body, limits={"body_bytes": len(body) - 1})
    assert (caught.value.code, caught.value.raw_body) == ("webhook_too_large", body)


@pytest.mark.parametrize(
    ("body", "code", "text"),
    [
        (
            b"",
            "empty_webhook",
            "the webhook of 0 bytes holds no event: neither body nor query say anything; answer 2xx if it only asks "
            "whether you are there [empty_webhook]",
        ),
        (
            b'{"of": "41793026727"}',
            "no_event",
            "the webhook of 21 bytes holds no event: expected a list of results, a report, a message or a click; keep "
            "its raw body, for the gateway may not send it again once it is answered 2xx [no_event]",
        ),
    ],
)
def test_what_is_no_webhook(body: bytes, code: str, text: str) -> None:
    with pytest.raises(UnreadableWebhook) as caught:
        infobip.parse_webhook("POST", None, None, body)
    error = caught.value
    assert (error.code, str(error), error.raw_body) == (code, text, body)
    assert (error.path, error.offset) == (None, None)
    assert error.reason in text
    assert error.to_dict() == {"message": text, "code": code, "reason": error.reason, "path": None, "offset": None}
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (str(other), other.code, other.raw_body) == (text, code, body)
    assert "41793026727" not in f"{error!r} {error!s} {error.to_dict()}"


def test_where_reading_ends() -> None:
    with pytest.raises(UnreadableWebhook) as caught:
        infobip.parse_webhook("POST", None, None, '{"results": [{"to": "41793026727"')
    assert (caught.value.code, caught.value.offset) == ("not_json", 33)
    assert "41793026727" not in str(caught.value)
    with pytest.raises(UnreadableWebhook) as caught:
        infobip.parse_webhook("POST", None, None, "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
    assert caught.value.code == "xml_doctype"


@pytest.mark.parametrize("kind", [str, str.encode, lambda text: bytearray(text.encode())])
def test_secrets(kind: Callable[[str], Any]) -> None:
    secret = "8f14e45f-ceea-4670-ä"
    assert secret_matches(kind(secret), secret)
    assert secret_matches(secret, kind(secret))
    for other in ("", "8", secret[:-1], secret + "a", secret.upper(), secret * 2):
        assert not secret_matches(kind(other), secret)
        assert not secret_matches(secret, kind(other))
    # A setting that was forgotten lets nobody in.
    assert not secret_matches(kind(""), "")


def test_what_is_no_secret() -> None:
    anything: Any = secret_matches
    with pytest.raises(TypeError, match=r"^given is bytes or str, not NoneType$"):
        anything(None, "a")
    with pytest.raises(TypeError, match=r"^expected is bytes or str, not int$"):
        anything("a", 5)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from([*REPORT, *CLICK, *OPERATOR]), inner),
    max_leaves=20,
)
entries = st.sampled_from([REPORT, MESSAGE, CLICK, OPERATOR, CALLBACK]) | values
xml = st.text(st.sampled_from("<>/&;'\"= results!?-[]CDATA#x41"), max_size=60)
bodies = st.one_of(
    st.binary(),
    st.text(),
    xml.map(lambda text: f"<reportResponse>{text}</reportResponse>"),
    st.builds(json.dumps, values | st.lists(entries) | st.builds(lambda given: {"results": given}, st.lists(entries))),
    st.builds(lambda text, cut: text[:cut], st.builds(json.dumps, entries), st.integers(0, 200)),
)
fields = st.none() | st.dictionaries(
    st.text() | st.just("Content-Type"),
    st.text() | st.sampled_from(["application/json", "text/xml; charset=utf-16", "application/x-www-form-urlencoded"]),
)
methods = st.sampled_from(["GET", "POST", "PUT", "HEAD", "get", ""]) | st.text()


@settings(max_examples=500)
@given(methods, fields, st.none() | st.text() | st.binary() | st.just(INBOUND), bodies)
def test_nothing_that_arrives_is_lost(method: str, headers: Any, query: str | bytes | None, body: str | bytes) -> None:
    def octets(given: str | bytes | None) -> bytes:
        return (given or "").encode(errors="replace") if not isinstance(given, bytes) else given

    for parse in PARSERS:
        try:
            found: Any = parse(method, headers, query, body)
        except UnreadableWebhook as error:
            found = error
            assert error.reason
        else:
            assert pickle.loads(pickle.dumps(found)) == found
            positions = [entry.position for entry in found.malformed]
            assert positions == sorted(set(positions))
        json.dumps(found.to_dict())
        assert repr(found)
        given_bytes = isinstance(query, bytes) and b"\xef\xbf\xbd" in found.raw_body
        assert given_bytes or found.raw_body in {octets(body), octets(query)}


@given(st.lists(st.sampled_from([REPORT, MESSAGE, CLICK]) | values, max_size=20))
def test_every_entry_is_an_event_or_malformed(given: list[Any]) -> None:
    try:
        found = webhook(*given)
    except UnreadableWebhook:
        return
    assert len(found.events) + len(found.malformed) == len(given)
    for entry in found.malformed:
        assert json.loads(entry.raw) == given[entry.position]


@given(st.text() | st.binary(), st.text() | st.binary())
def test_secrets_are_equal_octets(given: str | bytes, expected: str | bytes) -> None:
    def octets(text: str | bytes) -> bytes:
        return text if isinstance(text, bytes) else text.encode(errors="replace")

    assert secret_matches(given, expected) == (octets(given) == octets(expected) != b"")
