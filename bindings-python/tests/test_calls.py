"""Calls, readers and gateways as objects, and replies as HTTP clients give them."""

from __future__ import annotations

import copy
import email.message
import http
import pickle
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from smskernel import Call, InvalidRequest, Plan, Refused, ReplyReader, UnreadableReply, blackkonnect, infobip, smslist

from .accounts import (
    BLACKKONNECT_CLIENT,
    binary_message,
    blackkonnect_gateway,
    infobip_gateway,
    message,
    sms_message,
    smslist_gateway,
)


def call() -> Call[infobip.SentMessages]:
    return infobip_gateway().send_text(messages=[message()])


def bulk_call() -> Call[smslist.SentBulk]:
    return smslist_gateway().send_bulk(messages=[{"to": "254712345678", "text": "Hi"}])


def asking_calls() -> list[Call[Any]]:
    gateway = blackkonnect_gateway()
    return [
        gateway.get_token(**BLACKKONNECT_CLIENT),
        gateway.get_bulk_status(bulk_correlation_id="bulk-1", size=100),
        gateway.get_message_status(message_id="message-1"),
    ]


def token(text: str = "abc") -> blackkonnect.Token:
    return blackkonnect_gateway().get_token(**BLACKKONNECT_CLIENT).parse(200, None, f'{{"token": "{text}"}}')


def test_attributes() -> None:
    made = call()
    assert (made.method, made.url) == ("POST", "https://example.com/sms/1/text/advanced")
    assert made.body == b'{"messages":[{"destinations":[{"to":"41793026727"}],"text":"Hi"}]}'
    headers = made.headers
    assert headers["Authorization"] == "App sandbox-api-key"
    headers.clear()
    assert made.headers["Content-Type"] == "application/json"
    assert made.warnings == ()
    with pytest.raises(AttributeError):
        setattr(made, "url", "https://example.org")  # noqa: B010
    assert Call[infobip.SentMessages] is not Call


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (call(), "<Call infobip.send_text: POST of 1 message in 66 bytes, 0 warnings>"),
        (call().reader, "<ReplyReader infobip.send_text: 1 message>"),
        (bulk_call().reader, "<ReplyReader smslist.send_bulk: 1 message>"),
        (infobip_gateway(), "<infobip.Gateway https://example.com version 1>"),
        (smslist_gateway(), '<smslist.Gateway https://example.com sender "SANDBOX">'),
        (infobip_gateway().plan([]), "<Plan: waiting, 0 set aside>"),
        (asking_calls()[0], "<Call blackkonnect.get_token: POST of 104 bytes, 0 warnings>"),
        (asking_calls()[1], "<Call blackkonnect.get_bulk_status: GET of 0 bytes, 0 warnings>"),
        (asking_calls()[2].reader, "<ReplyReader blackkonnect.get_message_status>"),
        (blackkonnect_gateway(), "<blackkonnect.Gateway https://example.com with token>"),
        (blackkonnect.Gateway("https://example.com"), "<blackkonnect.Gateway https://example.com without token>"),
        (token(), "<Token(does not say when it expires)>"),
        (token("e30.eyJleHAiOjE3OTYwODMyMDB9.c2ln"), "<Token(expires at 2026-12-01T00:00:00.000Z)>"),
        (infobip.ApiKey("secret"), "ApiKey(…)"),
        (infobip.Basic("user", "secret"), "Basic(…)"),
        (infobip.Ibsso("secret"), "Ibsso(…)"),
        (infobip.Bearer("secret"), "Bearer(…)"),
    ],
)
def test_repr(value: object, text: str) -> None:
    assert repr(value) == str(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (
            call(),
            "a Call holds credentials and cannot be pickled: pickle its reader, which understands the reply as well",
        ),
        (infobip_gateway(), "a Gateway holds credentials and cannot be pickled: make it again where it is needed"),
        (smslist_gateway(), "a Gateway holds credentials and cannot be pickled: make it again where it is needed"),
        (blackkonnect_gateway(), "a Gateway holds credentials and cannot be pickled: make it again where it is needed"),
        (token(), "a Token holds credentials and cannot be pickled: ask for another where it is needed"),
        (
            blackkonnect.TokenRequest(client_id="a", client_secret="b"),
            "a TokenRequest holds credentials and cannot be pickled: read the credentials again where they are needed",
        ),
        (
            infobip.ApiKey("secret"),
            "ApiKey holds credentials and cannot be pickled: read the credentials again where they are needed",
        ),
        (
            infobip_gateway().plan([]),
            "a Plan holds credentials and cannot be pickled: pickle the readers of its calls and what it set aside",
        ),
    ],
)
def test_what_holds_credentials_does_not_pickle(value: object, text: str) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError) as caught:
            pickle.dumps(value, protocol)
        assert str(caught.value) == text


@pytest.mark.parametrize(
    "value",
    [
        call(),
        infobip_gateway(),
        blackkonnect_gateway(),
        smslist_gateway(),
        infobip.ApiKey("secret"),
        token(),
        blackkonnect.TokenRequest(client_id="a", client_secret="b"),
    ],
)
def test_copies_of_what_cannot_change_are_itself(value: object) -> None:
    assert copy.copy(value) is value
    assert copy.deepcopy({"held": value})["held"] is value


def test_readers_are_saved() -> None:
    reader = infobip_gateway().send_text(messages=[message(to=["41793026727", "41793026834"])]).reader
    for other in (ReplyReader.from_bytes(reader.to_bytes()), pickle.loads(pickle.dumps(reader)), copy.deepcopy(reader)):
        assert other == reader
        assert hash(other) == hash(reader)
        assert other.no_reply() == reader.no_reply()
        assert (other.operation, len(other)) == ("infobip.send_text", 2)
    assert reader != call().reader
    assert reader != 5
    assert not isinstance(bulk_call().reader.no_reply(), infobip.SentMessages)
    assert b"sandbox" not in reader.to_bytes()
    assert b"Hi" not in reader.to_bytes()


@pytest.mark.parametrize(
    "data", [b"", b"x", b"smskernel reader", call().reader.to_bytes()[:-1], call().reader.to_bytes() + b"x"]
)
def test_bytes_that_are_no_reader(data: bytes) -> None:
    with pytest.raises(InvalidRequest) as caught:
        ReplyReader.from_bytes(data)
    assert caught.value.code == "invalid_reader"
    assert caught.value.violations[0].path == "reader"


def test_readers_of_other_operations_are_refused_by_name() -> None:
    data = call().reader.to_bytes().replace(b"infobip.send_text", b"another.operation")
    with pytest.raises(InvalidRequest, match=r"another\.operation"):
        ReplyReader.from_bytes(data)


def http_message() -> email.message.Message:
    headers = email.message.Message()
    headers["RETRY-AFTER"] = "7"
    return headers


@pytest.mark.parametrize(
    "headers",
    [
        {"Retry-After": "7"},
        {"retry-after": 7},
        {b"retry-after": b"7"},
        [("X-Other", "1"), ("Retry-After", "7"), ("Retry-After", "8")],
        ((name, value) for name, value in [(b"RETRY-AFTER", b"7")]),
        http_message(),
        {"Retry-After": "7", 5: "x", "Date": object()},
    ],
)
def test_headers(headers: Any) -> None:
    with pytest.raises(Refused) as caught:
        call().parse(429, headers, b"{}")
    assert caught.value.to_dict()["resend_after"] == {"seconds": 7}


@pytest.mark.parametrize(
    "body", [b"<html>", bytearray(b"<html>"), memoryview(b"<html>"), memoryview(b"<.h.t.m.l.>.")[::2], "<html>"]
)
def test_bodies(body: Any) -> None:
    with pytest.raises(UnreadableReply) as caught:
        call().parse(http.HTTPStatus.OK, None, body)
    assert bytes(caught.value.raw_body).startswith(b"<h")
    assert caught.value.code == "not_json"
    assert caught.value.status == 200


def test_the_body_is_kept_without_a_copy() -> None:
    body = b'{"messages":[{"to":"41793026727"}]}'
    assert call().parse(200, None, body).raw_body is body


def test_a_body_with_lone_surrogates() -> None:
    with pytest.raises(UnreadableReply) as caught:
        call().parse(200, None, "\ud800")
    assert caught.value.raw_body == "\ufffd".encode()


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("200", None, b""), "status is an int, not str"),
        ((True, None, b""), "status is an int, not bool"),
        ((None, None, b""), "status is an int, not NoneType"),
        ((200, 5, b""), "headers is a mapping, pairs of name and value, or None, not int"),
        ((200, "ab", b""), "headers is a mapping, pairs of name and value, or None, not str"),
        ((200, [1], b""), "headers is a mapping, pairs of name and value, or None, not int"),
        ((200, [("a", "b", "c")], b""), "headers is a mapping, pairs of name and value, or None, not tuple"),
        ((200, None, None), "body is bytes or str, not NoneType"),
        ((200, None, {}), "body is bytes or str, not dict"),
    ],
)
def test_wrong_arguments_of_parse(arguments: tuple[Any, Any, Any], text: str) -> None:
    for parse in (call().parse, call().reader.parse):
        with pytest.raises(TypeError) as caught:
            parse(*arguments)
        assert str(caught.value) == text


@pytest.mark.parametrize("status", [-1, 0, 99, 100, 600, 10**30, -(10**30)])
def test_any_integer_is_a_status(status: int) -> None:
    with pytest.raises(UnreadableReply) as caught:
        call().parse(status, None, b"{}")
    assert caught.value.code == "bad_status"


def test_parts_are_predicted_for_each_message_sent() -> None:
    text = "Mesaj gönderimi yapmadan önce önizleme seçeneğini kullanmanız doğru karar vermenize yardımcı olur."
    to = ["41793026727", "41793026834"]
    call = infobip_gateway().send_text(
        messages=[
            infobip.TextMessage(sender="SMSC", to=to, text=text),
            infobip.TextMessage(sender="SMSC", to=to[:1], text=text, language=infobip.Language(language_code="TR")),
            infobip.TextMessage(sender="SMSC", to=to[:1], text=text, transliteration="TURKISH"),
        ]
    )
    assert call.predicted_parts() == [2, 2, 1, 1]
    assert [message.sms_count for message in call.no_reply().messages] == [None] * 4
    listed = [{"to": "254712345678", "text": text}, {"to": "254712345679", "text": "Hi"}]
    assert smslist_gateway().send_bulk(messages=listed).predicted_parts() == [2, 1]
    assert [asking.predicted_parts() for asking in asking_calls()] == [[], [], []]


def test_no_reply() -> None:
    answer = infobip_gateway().send_text(messages=[message(to=["41793026727", "41793026834"])]).no_reply()
    assert [(row.to, row.outcome.state, row.outcome.resend) for row in answer.messages] == [
        ("41793026727", "unknown", "uncertain"),
        ("41793026834", "unknown", "uncertain"),
    ]
    assert answer.raw_body == b""


@pytest.mark.parametrize("asking", asking_calls(), ids=lambda asking: str(asking.reader.operation))
def test_no_reply_of_what_sends_nothing(asking: Call[Any]) -> None:
    text = f"{asking.reader.operation} sends no message, so no message has an outcome: ask again"
    for of in (asking, asking.reader, ReplyReader.from_bytes(asking.reader.to_bytes())):
        with pytest.raises(TypeError) as caught:
            of.no_reply()
        assert str(caught.value) == text


@pytest.mark.parametrize("asking", asking_calls(), ids=lambda asking: str(asking.reader.operation))
def test_readers_of_what_sends_nothing(asking: Call[Any]) -> None:
    reader = asking.reader
    for other in (ReplyReader.from_bytes(reader.to_bytes()), pickle.loads(pickle.dumps(reader)), copy.deepcopy(reader)):
        assert (other, hash(other), other.operation) == (reader, hash(reader), reader.operation)
        assert len(other) == 0
        # A reader is there, whatever its length.
        assert other
    for status, body in ((200, b"<html>"), (200, b""), (302, b""), (503, b"busy")):
        with pytest.raises(UnreadableReply) as caught:
            asking.parse(status, None, body)
        assert (caught.value.resend, caught.value.outcome.state) == ("safe", "unknown")


def test_a_reader_of_statuses_knows_what_was_asked() -> None:
    request = blackkonnect.GetBulkStatus("bulk-1", page=3, size=1, sort="destination,asc", extra={"lang": "en"})
    reader = blackkonnect_gateway().get_bulk_status(request).reader
    saved: ReplyReader[blackkonnect.DeliveryStatuses] = ReplyReader.from_bytes(reader.to_bytes())
    following = saved.parse(200, None, '[{"messageId": "A"}]').next
    assert following is not None
    assert (following.bulk_correlation_id, following.page, following.size) == ("bulk-1", 4, 1)
    assert (following.sort, following.extra) == ("destination,asc", {"lang": "en"})
    url = blackkonnect_gateway().get_bulk_status(following).url
    assert url.endswith("/bulk/bulk-1/v1?page=4&size=1&sort=destination%2Casc&lang=en")


def test_operations_that_share_an_answer() -> None:
    text, binary = call(), infobip_gateway().send_binary(messages=[binary_message()])
    assert (text.reader.operation, binary.reader.operation) == ("infobip.send_text", "infobip.send_binary")
    assert text.reader != binary.reader
    saved: ReplyReader[infobip.SentMessages] = ReplyReader.from_bytes(binary.reader.to_bytes())
    assert saved.operation == "infobip.send_binary"
    assert text.no_reply() == saved.no_reply()


def test_tokens() -> None:
    one = token("a.b.c")
    assert (one.reveal(), one.expires_at, one.raw_body) == ("a.b.c", None, b'{"token": "a.b.c"}')
    assert one.to_dict() == {"expires_at": None}
    assert one == token("a.b.c")
    assert hash(one) == hash(token("a.b.c"))
    assert one != token("another")
    assert one != "a.b.c"
    with pytest.raises(AttributeError):
        setattr(one, "expires_at", None)  # noqa: B010
    with pytest.raises(TypeError):
        blackkonnect.Token()
    match token("e30.eyJleHAiOjE3OTYwODMyMDB9.c2ln"):
        case blackkonnect.Token(expires_at=moment):
            assert moment == datetime(2026, 12, 1, tzinfo=UTC)
            assert moment is not None
            assert moment.utcoffset() == timedelta(0)
        case _:
            pytest.fail("no match")
    assert token("e30.eyJleHAiOjE3OTYwODMyMDB9.c2ln").to_dict() == {"expires_at": "2026-12-01T00:00:00.000Z"}
    # {"exp": 10 ** 18}: a moment that no datetime can say.
    assert token("e30.eyJleHAiOjEwMDAwMDAwMDAwMDAwMDAwMDB9.c2ln").expires_at is None


def test_gateways_with_a_token() -> None:
    bare = blackkonnect.Gateway("https://example.com/prefix/", service_account_id=17)
    assert (bare.base_url, bare.has_token) == ("https://example.com/prefix", False)
    with pytest.raises(InvalidRequest) as caught:
        bare.send_bulk(messages=[sms_message()])
    assert [(violation.path, violation.code) for violation in caught.value.violations] == [
        ("gateway.token", "missing_token")
    ]
    allowing = blackkonnect.Gateway("https://example.com", allow=["missing_token"])
    assert "Authorization" not in allowing.send_message(to="254712345678", text="Hi").headers
    for given in ("abc", token()):
        for gateway in (bare.with_token(given), blackkonnect.Gateway("https://example.com", token=given)):
            assert gateway.has_token
            assert gateway.send_bulk(messages=[sms_message()]).headers["Authorization"] == "Bearer abc"
    assert not bare.has_token
    assert bare.token_expires_at is None
    assert bare.with_token(token("e30.eyJleHAiOjE3OTYwODMyMDB9.c2ln")).token_expires_at == datetime(
        2026, 12, 1, tzinfo=UTC
    )
    assert bare.with_token("e30.eyJleHAiOjEwMDAwMDAwMDAwMDAwMDAwMDB9.c2ln").token_expires_at is None
    headers = bare.with_token("abc").send_bulk(messages=[sms_message()]).headers
    assert headers["X-ServiceAccount-ID"] == "17"
    assert "X-Organisation-ID" not in headers
    anything: Any = bare
    for wrong in (None, 5, b"abc", ["abc"]):
        with pytest.raises(TypeError, match=rf"^token is a Token or str, not {type(wrong).__name__}$"):
            anything.with_token(wrong)


def test_gateways() -> None:
    gateway = infobip.Gateway(
        base_url="https://example.com/prefix/", auth={"type": "bearer", "token": "t"}, api_version=2
    )
    assert (gateway.base_url, gateway.api_version) == ("https://example.com/prefix", 2)
    sent = gateway.send_text(messages=[message()])
    assert sent.url == "https://example.com/prefix/sms/2/text/advanced"
    assert sent.headers["Authorization"] == "Bearer t"
    other = smslist_gateway(trailing_slash=True, pass_type=None)
    assert (other.base_url, other.sender) == ("https://example.com", "SANDBOX")
    made = other.send_bulk(messages=[{"to": "254712345678", "text": "Hi"}])
    assert made.url.endswith("/sendbulk/")
    assert b"pass_type" not in made.body
    assert isinstance(gateway.plan([]), Plan)
