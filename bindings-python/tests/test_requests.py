"""Python values as requests: what each of them becomes, and that making a request fails on no value."""

from __future__ import annotations

import collections
import copy
import dataclasses
import enum
import json
import pickle
import types
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from smskernel import InvalidRequest, blackkonnect, infobip, smslist

from .accounts import binary_message, blackkonnect_gateway, infobip_gateway, message, sms_message, smslist_gateway


def sent(request: Any) -> Any:
    """The first message of the body."""
    return json.loads(infobip_gateway().send_text(messages=[request]).body)["messages"][0]


def faults(request: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidRequest) as caught:
        infobip_gateway().send_text(messages=[request])
    return [
        (violation.path.removeprefix("messages[0]").removeprefix("."), violation.code)
        for violation in caught.value.violations
    ]


class Language(enum.Enum):
    TURKISH = "TR"


class Day(enum.StrEnum):
    MONDAY = "MONDAY"


class Minutes(enum.IntEnum):
    HALF_A_DAY = 720


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (datetime(2026, 12, 1, 8, tzinfo=UTC), "2026-12-01T08:00:00.000+0000"),
        (datetime(2026, 12, 1, 8, tzinfo=ZoneInfo("Africa/Nairobi")), "2026-12-01T08:00:00.000+0300"),
        (
            datetime(2026, 12, 1, 8, 0, 0, 123999, timezone(timedelta(hours=5, minutes=30))),
            "2026-12-01T08:00:00.123+0530",
        ),
        ("2026-12-01T08:00:00Z", "2026-12-01T08:00:00.000+0000"),
    ],
)
def test_moments(given: datetime | str, text: str) -> None:
    assert sent(message(send_at=given))["sendAt"] == text


@pytest.mark.parametrize(
    ("given", "code"),
    [(datetime(2026, 12, 1, 8), "naive_datetime"), (date(2026, 12, 1), "invalid_time"), (5, "wrong_type")],
)
def test_no_moments(given: Any, code: str) -> None:
    assert faults(message(send_at=given)) == [("sendAt", code)]


@pytest.mark.parametrize(
    ("given", "minutes"), [(timedelta(hours=12), 720), (timedelta(minutes=1), 1), (720, 720), (Minutes.HALF_A_DAY, 720)]
)
def test_validity(given: timedelta | int, minutes: int) -> None:
    assert sent(message(validity_period=given))["validityPeriod"] == minutes


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (timedelta(seconds=90), "wrong_type"),
        (timedelta(minutes=1, microseconds=1), "wrong_type"),
        (timedelta(days=-1), "out_of_range"),
        (timedelta(0), "out_of_range"),
        (timedelta(days=3), "out_of_range"),
        (True, "wrong_type"),
        (720.0, "wrong_type"),
        (float("nan"), "wrong_type"),
        (float("inf"), "wrong_type"),
        (10**30, "out_of_range"),
        (-(10**30), "out_of_range"),
        pytest.param(10**5000, "wrong_type", id="5001 digits"),
        ("720", "wrong_type"),
    ],
)
def test_no_validity(given: Any, code: str) -> None:
    assert faults(message(validity_period=given)) == [("validityPeriod", code)]


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (timedelta(seconds=90), "PT90S"),
        (timedelta(microseconds=1), "PT0.000001S"),
        (timedelta(microseconds=-1_500_000), "-PT1.500000S"),
        (timedelta.max, "PT86399999999999.999999S"),
    ],
)
def test_durations_are_given_on_as_text(given: timedelta, text: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        infobip_gateway().send_text(messages=[message(validity_period=given)])
    assert caught.value.violations[0].value == text


def window(start: Any, end: Any) -> infobip.TextMessage:
    return message(delivery_time_window=infobip.DeliveryTimeWindow(days=[Day.MONDAY], from_=start, to=end))


@pytest.mark.parametrize(
    "start",
    [
        time(6, 30),
        time(6, 30, tzinfo=UTC),
        time(6, 30, tzinfo=ZoneInfo("UTC")),
        infobip.TimeOfDay(hour=6, minute=30),
        {"hour": 6, "minute": 30},
    ],
)
def test_times_of_day(start: Any) -> None:
    expected = {"days": ["MONDAY"], "from": {"hour": 6, "minute": 30}, "to": {"hour": 15, "minute": 0}}
    assert sent(window(start, time(15)))["deliveryTimeWindow"] == expected


@pytest.mark.parametrize(
    "start", [time(6, tzinfo=ZoneInfo("Europe/Berlin")), time(6, tzinfo=timezone(timedelta(hours=2))), time(6, 0, 1)]
)
def test_times_of_day_that_the_gateway_cannot_say(start: time) -> None:
    assert ("deliveryTimeWindow.from", "invalid_time") in faults(window(start, time(15)))


@pytest.mark.parametrize(
    "to",
    [
        "41793026727",
        41793026727,
        ["41793026727"],
        ("41793026727",),
        [41793026727],
        collections.deque(["41793026727"]),
        [infobip.Destination(to="41793026727")],
        [{"to": "41793026727"}],
        [types.MappingProxyType({"to": "41793026727"})],
        [collections.OrderedDict({"to": "41793026727"})],
        [collections.ChainMap({"to": "41793026727"})],
        collections.UserList([collections.UserDict({"to": "41793026727"})]),
    ],
)
def test_lists_and_objects(to: Any) -> None:
    assert sent(message(to=to))["destinations"] == [{"to": "41793026727"}]


@pytest.mark.parametrize(
    ("to", "text"),
    [
        ({"41793026727"}, "expected a list, found set."),
        (iter(["41793026727"]), "expected a list, found list_iterator."),
        ((number for number in ["41793026727"]), "expected a list, found generator."),
        (object(), "expected a list, found object."),
        (b"41793026727", "expected a list, found bytes."),
        (range(3), None),
    ],
)
def test_what_is_no_list(to: Any, text: str | None) -> None:
    with pytest.raises(InvalidRequest) as caught:
        infobip_gateway().send_text(messages=[message(to=to)])
    if text:
        assert caught.value.violations[0].message == text
        assert caught.value.violations[0].path == "messages[0].destinations"


def test_enums() -> None:
    language = {"languageCode": Language.TURKISH}
    assert sent(message(language=language))["language"] == {"languageCode": "TR"}


def test_mixed_with_the_gateways_names() -> None:
    given = infobip.SendText(
        messages=[{"from": "SMSC", "destinations": [infobip.Destination(to="41793026727")], "text": "Hi"}]
    )
    body = json.loads(infobip_gateway().send_text(given).body)
    assert body == {"messages": [{"from": "SMSC", "destinations": [{"to": "41793026727"}], "text": "Hi"}]}
    assert faults({"from": "SMSC", "to": ["41793026727"], "text": "Hi"}) == [("to", "mixed_names")]


def test_extra_fields() -> None:
    given = message(extra={"priority": 1.5, "tags": ["a", None, True], "nested": {"deep": 10**30}})
    assert sent(given)["priority"] == 1.5
    assert sent(given)["tags"] == ["a", None, True]
    assert sent(given)["nested"] == {"deep": 10**30}
    assert faults(message(extra={1: 2})) == [("<int>", "wrong_type")]
    assert faults(message(extra=5)) == [("extra", "wrong_type")]


def test_none_is_unset() -> None:
    assert sent(message(sender=None, language=None, extra=None)) == {
        "destinations": [{"to": "41793026727"}],
        "text": "Hi",
    }


def test_smslist_messages() -> None:
    call = smslist_gateway().send_bulk(
        messages=[
            smslist.BulkMessage(to=254712345678, text="Hi", client_sms_id=1234),
            smslist.BulkMessage(
                to="0712 345 679", text="Hi", client_sms_id="a", send_at=datetime(2026, 12, 1, tzinfo=UTC)
            ),
        ]
    )
    first, second = json.loads(call.body)["smslist"]
    assert (first["mobile"], first["clientsmsid"]) == ("254712345678", 1234)
    assert (second["mobile"], second["clientsmsid"], second["timeToSend"]) == ("254712345679", "a", 1796083200)
    assert [warning.code for warning in call.warnings] == ["number_changed", "unconfirmed_field"]


def octets(given: Any) -> Any:
    """What `hex` is on the wire."""
    call = infobip_gateway().send_binary(messages=[binary_message(binary={"hex": given})])
    return json.loads(call.body)["messages"][0]["binary"]["hex"]


class Hex(str):
    """A string of a kind of its own."""


class Octets(bytes):
    """Bytes of a kind of their own."""


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("48 65 6C", "48 65 6C"),
        ("0048 0065", "0048 0065"),
        (Hex("4865"), "4865"),
        (b"\x00\xffHi", "00 ff 48 69"),
        (Octets(b"Hi"), "48 69"),
        (bytearray(b"Hi"), "48 69"),
        (memoryview(b"Hi"), "48 69"),
        (memoryview(b"H.i.")[::2], "48 69"),
        (memoryview(bytearray(b"Hi")), "48 69"),
        (bytes(range(140)), " ".join(f"{octet:02x}" for octet in range(140))),
    ],
)
def test_octets(given: Any, text: str) -> None:
    assert octets(given) == text
    assert octets(text) == text


def test_octets_of_a_view_that_was_released() -> None:
    view = memoryview(b"Hi")
    view.release()
    with pytest.raises(ValueError, match="released"):
        octets(view)


def test_binary_messages() -> None:
    given = infobip.SendBinary(
        messages=[
            binary_message(
                to=["41793026727", infobip.Destination(to=41793026834, message_id=7)],
                sender="SMSC",
                binary=infobip.Binary(hex=b"\x05\x00\x03\x01\x02\x01Hi", data_coding=4, esm_class=64),
                validity_period=timedelta(hours=1),
                send_at=datetime(2026, 12, 1, 8, tzinfo=UTC),
            )
        ],
        bulk_id=17,
    )
    call = infobip_gateway(api_version=2).send_binary(given)
    assert call.url == "https://example.com/sms/2/binary/advanced"
    assert json.loads(call.body) == {
        "bulkId": "17",
        "messages": [
            {
                "from": "SMSC",
                "destinations": [{"to": "41793026727"}, {"to": "41793026834", "messageId": "7"}],
                "binary": {"hex": "05 00 03 01 02 01 48 69", "dataCoding": 4, "esmClass": 64},
                "validityPeriod": 60,
                "sendAt": "2026-12-01T08:00:00.000+0000",
            }
        ],
    }
    assert infobip_gateway(api_version=2).send_binary_json(call.body).body == call.body


def test_blackkonnect_messages() -> None:
    bulk = blackkonnect.BulkSmsMessageRequest(
        request_id=7,
        reference_id_1="a",
        sender="SHOP",
        messages=[
            sms_message(
                to=["254712345678", blackkonnect.MessageDestination(to=254712345679, message_id="m", sender="OTHER")],
                send_at=datetime(2026, 12, 1, 8, tzinfo=timezone(timedelta(hours=3))),
                validity_period_minutes=timedelta(hours=2),
                delivery_time_window=blackkonnect.DeliveryWindow(
                    days=[Day.MONDAY], from_=time(6, 30), to=blackkonnect.DeliveryTime(hour=15, minute=0)
                ),
                priority=1,
            )
        ],
        extra={"campaign": "x"},
    )
    gateway = blackkonnect_gateway()
    call = gateway.send_bulk(bulk)
    assert json.loads(call.body) == {
        "referenceId1": "a",
        "requestId": "7",
        "sourceAddress": "SHOP",
        "messages": [
            {
                "destinations": [
                    {"destination": "254712345678"},
                    {"destination": "254712345679", "messageId": "m", "sourceAddress": "OTHER"},
                ],
                "deliveryTimeWindow": {
                    "days": ["MONDAY"],
                    "from": {"hour": 6, "minute": 30},
                    "to": {"hour": 15, "minute": 0},
                },
                "text": "Hi",
                "sendAt": "2026-12-01T05:00:00.000Z",
                "validityPeriodMinutes": 120,
                "priority": 1,
            }
        ],
        "campaign": "x",
    }
    allowing = blackkonnect_gateway(allow=["unknown_key"])
    assert allowing.send_bulk_json(call.body).body == call.body
    simple = blackkonnect.SimpleSmsMessageRequest(to=254712345678, text="Hi", message_id=17, sender="SHOP")
    assert json.loads(gateway.send_message(simple).body) == {
        "messageId": "17",
        "text": "Hi",
        "destination": "254712345678",
        "sourceAddress": "SHOP",
    }
    assert isinstance(simple, blackkonnect.GenericRequest)
    assert isinstance(bulk, blackkonnect.GenericRequest)


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=3)), ZoneInfo("Africa/Nairobi")])
def test_a_clock_that_no_document_places(zone: Any) -> None:
    window = blackkonnect.DeliveryWindow(days=["MONDAY"], from_=time(6, tzinfo=zone), to=time(15))
    with pytest.raises(InvalidRequest) as caught:
        blackkonnect_gateway().send_bulk(messages=[sms_message(delivery_time_window=window)])
    assert [(violation.path, violation.code) for violation in caught.value.violations] == [
        ("messages[0].deliveryTimeWindow.from", "invalid_time")
    ]


def test_what_only_asks() -> None:
    gateway = blackkonnect_gateway("https://example.com", message_status_path="/status/{messageId}")
    token = gateway.get_token(blackkonnect.TokenRequest(client_id=17, client_secret="a b&c", extra={"tenant": True}))
    assert token.body == b"client_id=17&client_secret=a+b%26c&grant_type=client_credentials&tenant=true"
    assert "Authorization" not in token.headers
    same = [
        gateway.get_bulk_status(blackkonnect.GetBulkStatus("a/b", page=0, size=100)),
        gateway.get_bulk_status({"bulkCorrelationId": "a/b", "page": 0, "size": 100}),
        gateway.get_bulk_status(bulk_correlation_id="a/b", page=0, size=100),
        gateway.get_bulk_status_json('{"bulkCorrelationId": "a/b", "page": 0, "size": 100}'),
    ]
    for call in same:
        assert (call.method, call.body) == ("GET", b"")
        assert call.url == "https://example.com/api/sms/messages/status/bulk/a%2Fb/v1?page=0&size=100"
        assert call.reader == same[0].reader
        assert call.headers["Authorization"] == "Bearer sandbox-blackkonnect-token"
    for one in (
        gateway.get_message_status(blackkonnect.GetMessageStatus(17)),
        gateway.get_message_status(message_id="17"),
        gateway.get_message_status_json('{"messageId": "17"}'),
    ):
        assert (one.url, one.warnings) == ("https://example.com/status/17", ())
    # Nothing is judged against the time here.
    asking: Any = gateway.get_bulk_status
    with pytest.raises(InvalidRequest, match=r"now: is not a field of a bulk status request"):
        asking(bulk_correlation_id="a", now=datetime(2026, 12, 1, tzinfo=UTC))


def test_an_iterable_of_its_own_raises_its_own() -> None:
    class Broken(Mapping[str, Any]):
        def __getitem__(self, key: str) -> Any:
            raise LookupError("the row is gone")

        def __iter__(self) -> Any:
            yield "to"

        def __len__(self) -> int:
            return 1

    with pytest.raises(LookupError, match="the row is gone"):
        infobip_gateway().send_text(messages=[Broken()])


def test_a_dict_that_changes_while_it_is_read() -> None:
    changing: dict[str, Any] = {}

    class Shrinking(collections.UserDict[str, Any]):
        def items(self) -> Any:
            changing.clear()
            return super().items()

    changing.update({"language": Shrinking(), "text": "Hi", "to": ["41793026727"]})
    with pytest.raises(RuntimeError, match="changed size"):
        infobip_gateway().send_text(messages=[changing])


def test_requests_are_values() -> None:
    one, other = message(validity_period=timedelta(hours=1)), message(validity_period=timedelta(hours=1))
    assert one == other
    assert one != message()
    assert pickle.loads(pickle.dumps(one)) == one
    assert copy.deepcopy(one) == one
    question = blackkonnect.GetBulkStatus("bulk-1", page=1, size=100, seen="0123456789abcdef")
    for kept in (
        question,
        binary_message(binary=infobip.Binary(hex=b"Hi")),
        blackkonnect.SimpleSmsMessageRequest(to="254712345678", text="Hi", request_id="r", extra={"a": [1]}),
        blackkonnect.BulkSmsMessageRequest(messages=[sms_message()], bulk_id="b"),
    ):
        assert pickle.loads(pickle.dumps(kept)) == kept
        assert copy.deepcopy(kept) == copy.copy(kept) == kept
        assert repr(copy.copy(kept)) == repr(kept)
    assert blackkonnect.GetBulkStatus("bulk-1") != question
    assert blackkonnect.TokenRequest(client_id="a", client_secret="b") == blackkonnect.TokenRequest(
        client_id="a", client_secret="b"
    )
    assert dataclasses.replace(one, text="Ho").text == "Ho"
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(one, "text", "Ho")  # noqa: B010
    match one:
        case infobip.TextMessage(text=text, to=[number]):
            assert (text, number) == ("Hi", "41793026727")
        case _:
            pytest.fail("no match")


def test_repr_masks() -> None:
    shown = repr(
        infobip.SendText(
            messages=[
                message(
                    sender="41793026700",
                    to=["41793026727", 41793026727, {"to": "41793026727"}, infobip.Destination(to="41793026727")],
                    callback_data="personal",
                    extra={"memo": "personal"},
                ),
                {"from": "SMSC", "destinations": [{"to": "41793026727"}], "text": "personal"},
            ]
        )
    )
    assert "026" not in shown
    assert "personal" not in shown
    assert shown.count("'4179.....727'") == 5
    assert "'4179.....700'" in shown
    assert "<text of 2 characters>" in shown
    assert "'from': 'SMSC'" in shown
    assert (
        repr(smslist.BulkMessage(to="254712345678", text="Hi"))
        == "BulkMessage(to='2547.....678', text=<text of 2 characters>)"
    )
    assert "sender='4179.....700'" in repr(message(sender="+41 79 302 67 00"))
    assert repr(infobip.Binary(hex="48 69", data_coding=8)) == "Binary(hex=<text of 5 characters>, data_coding=8)"
    assert repr(infobip.Binary(hex=b"Hi")) == "Binary(hex=<bytes>)"
    shown = repr(
        blackkonnect.BulkSmsMessageRequest(
            sender="254712345670",
            messages=[
                sms_message(to=["254712345678", blackkonnect.MessageDestination(to="254712345678")], text="personal"),
                {"destinations": [{"destination": "254712345678", "sourceAddress": "254712345678"}]},
            ],
        )
    )
    assert "123456" not in shown
    assert "personal" not in shown
    assert shown.count("'2547.....678'") == 4
    assert "'2547.....670'" in shown
    window = blackkonnect.DeliveryWindow(days=["MONDAY"], from_=time(6, 30), to=time(15))
    assert repr(window) == ("DeliveryWindow(days=['MONDAY'], from_=datetime.time(6, 30), to=datetime.time(15, 0))")


@pytest.mark.parametrize(
    "value",
    [None, object(), pytest.param(10**5000, id="5001 digits"), float("nan"), "\ud800", b"", [], {}, lambda: None],
)
def test_making_a_request_never_fails_on_a_value(value: Any) -> None:
    made = infobip.TextMessage(to=value, text=value, sender=value, send_at=value, language=value, extra=value)
    assert repr(made).startswith("TextMessage(")
    assert repr(smslist.BulkMessage(to=value, text=value, client_sms_id=value)).startswith("BulkMessage(")
    assert repr(blackkonnect.TokenRequest(client_id=value, client_secret=value)).startswith("TokenRequest(")
    with pytest.raises(InvalidRequest):
        infobip_gateway().send_text(messages=[made])
    for octets in (value, infobip.Binary(hex=value), {"hex": value}):
        binary = infobip.BinaryMessage(to=["41793026727"], binary=octets)
        assert repr(binary).startswith("BinaryMessage(")
        with pytest.raises(InvalidRequest):
            infobip_gateway().send_binary(messages=[binary])
    one = blackkonnect.SmsMessage(to=value, text=value, send_at=value, validity_period_minutes=value)
    assert repr(one).startswith("SmsMessage(")
    with pytest.raises(InvalidRequest):
        blackkonnect_gateway().send_bulk(messages=[one])


def test_now() -> None:
    def send(now: Any) -> Any:
        given = message(send_at=datetime(2026, 12, 1, 8, tzinfo=UTC))
        return infobip_gateway().send_text(messages=[given], now=now)

    assert send(datetime(2026, 11, 30, tzinfo=UTC)).warnings == ()
    with pytest.raises(InvalidRequest) as caught:
        send(datetime(2026, 12, 1, 12, tzinfo=timezone(timedelta(hours=3))))
    assert caught.value.code == "time_in_past"
    with pytest.raises(ValueError, match=r"^now has no time zone: use datetime\.now\(timezone\.utc\)$"):
        send(datetime(2026, 12, 1))
    with pytest.raises(TypeError, match=r"^now is a datetime with a time zone, not str$"):
        send("today")
