"""Planted secrets: in plain, in base64 and percent-encoded, they stand in nothing that is printed or saved."""

from __future__ import annotations

import base64
import json
import pickle
import traceback
import urllib.parse
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from smskernel import ReplyError, blackkonnect, infobip, smslist

KEY = "s3cr3t-k3y/+=&plant"
USER = "pl4nted-user"
PASSWORD = "pl4nted p4ss"
TOKEN = "pl4nted.t0ken"


def spellings(secret: str) -> Iterator[str]:
    yield secret
    yield urllib.parse.quote(secret, safe="")
    yield urllib.parse.quote_plus(secret, safe="")
    # As base64 of any text that contains it: three alignments, without the characters that its neighbours decide.
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + secret.encode()).decode()
        yield encoded[(0, 2, 3)[shift] : len(encoded) - 4]


ORGANISATION = "pl4nted-0rganisation"
SECRETS = [
    text for secret in (KEY, USER, PASSWORD, TOKEN, ORGANISATION, f"{USER}:{PASSWORD}") for text in spellings(secret)
]


def assert_clean(text: str | bytes) -> None:
    shown = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    for secret in SECRETS:
        assert secret not in shown, f"{secret!r} stands in {shown[:500]!r}"


def gateways() -> list[Any]:
    credentials: list[Any] = [
        infobip.ApiKey(KEY),
        infobip.Basic(USER, PASSWORD),
        infobip.Ibsso(TOKEN),
        infobip.Bearer(TOKEN),
    ]
    made: list[Any] = [infobip.Gateway("https://example.com", auth=auth) for auth in credentials]
    return [
        *made,
        smslist.Gateway("https://example.com", partner_id=USER, api_key=KEY, sender="SENDER"),
        blackkonnect_gateway(),
        blackkonnect.Gateway("https://example.com").with_token(TOKEN),
        blackkonnect_gateway(token=token()),
    ]


def blackkonnect_gateway(**options: Any) -> blackkonnect.Gateway:
    account: dict[str, Any] = {"token": TOKEN, "service_account_id": USER, "organisation_id": ORGANISATION}
    return blackkonnect.Gateway("https://example.com", **(account | options))


def token_request() -> blackkonnect.TokenRequest:
    return blackkonnect.TokenRequest(client_id=USER, client_secret=KEY, extra={"password": PASSWORD})


def token() -> blackkonnect.Token:
    body = json.dumps({"token": TOKEN, "for": USER, "of": KEY})
    return blackkonnect.Gateway("https://example.com").get_token(token_request()).parse(200, None, body)


def session() -> infobip.Session:
    call = infobip.Gateway("https://example.com").create_session(username=USER, password=PASSWORD)
    return call.parse(200, None, json.dumps({"token": TOKEN, "for": USER, "of": KEY}))


def oauth_token() -> infobip.OauthToken:
    call = infobip.Gateway("https://example.com").get_oauth_token(client_id=USER, client_secret=PASSWORD)
    return call.parse(200, None, json.dumps({"access_token": TOKEN, "token_type": "Bearer", "expires_in": 3600}))


def secret_requests() -> list[Any]:
    return [
        token_request(),
        infobip.CreateSession(username=USER, password=PASSWORD, extra={"key": KEY}),
        infobip.GetOauthToken(client_id=USER, client_secret=KEY, extra={"password": PASSWORD}),
    ]


def asking_calls() -> list[Any]:
    account, partner = infobip.Gateway("https://example.com", auth=infobip.ApiKey(KEY)), bulk_gateway()
    in_the_url = smslist.Gateway(
        "https://example.com", partner_id=USER, api_key=KEY, sender="SENDER", get_with_key_in_url=True
    )
    return [
        *first_asking_calls(),
        infobip.Gateway("https://example.com").create_session(username=USER, password=PASSWORD),
        infobip.Gateway("https://example.com").get_oauth_token(client_id=USER, client_secret=PASSWORD),
        account.get_reports(limit=5),
        account.get_balance(),
        account.with_auth(session()).end_session(),
        account.with_auth(oauth_token()).get_logs(),
        partner.get_balance(),
        partner.credit(child_id="child", amount=5),
        in_the_url.get_delivery_report(message_id="1"),
    ]


def first_asking_calls() -> list[Any]:
    return [
        blackkonnect_gateway().get_token(token_request()),
        blackkonnect_gateway().get_bulk_status(bulk_correlation_id="bulk-1", size=1),
        blackkonnect_gateway().get_message_status(message_id="message-1"),
    ]


def calls() -> list[Any]:
    made: list[Any] = []
    for gateway in gateways():
        if isinstance(gateway, infobip.Gateway):
            made.append(gateway.send_text(messages=[{"text": "Hi", "to": ["+41 793026727"]}]))
            made.append(gateway.send_binary(messages=[{"binary": {"hex": "48"}, "to": ["+41 793026727"]}]))
        else:
            made.append(gateway.send_bulk(messages=[{"text": "Hi", "to": "0712345678"}]))
    made.append(blackkonnect_gateway().send_message(text="Hi", to="254712345678"))
    return made


def bulk_gateway() -> Any:
    (found,) = (gateway for gateway in gateways() if isinstance(gateway, smslist.Gateway))
    return found


def bulk_call() -> Any:
    return bulk_gateway().send_bulk(messages=[{"text": "Hi", "to": "0712345678"}])


def test_the_search_finds_them() -> None:
    for call in [*calls(), *asking_calls()]:
        with pytest.raises(AssertionError):
            assert_clean(call.url + json.dumps(call.headers) + call.body.decode())
    for held in (token(), session(), oauth_token()):
        for shown in (held.reveal(), held.raw_body):
            with pytest.raises(AssertionError):
                assert_clean(shown)
    for shown in (token_request().client_secret, secret_requests()[1].password):
        with pytest.raises(AssertionError):
            assert_clean(shown)


def test_nothing_printable_and_nothing_saved() -> None:
    credentials: list[Any] = [
        infobip.ApiKey(KEY),
        infobip.Basic(USER, PASSWORD),
        infobip.Ibsso(TOKEN),
        token(),
        token_request(),
    ]
    credentials += [session(), oauth_token(), *secret_requests()]
    for held in [*credentials, *gateways(), *calls(), *asking_calls()]:
        assert_clean(f"{held!r} {held!s} {held}")
        assert_clean(repr([held]))
        with pytest.raises(TypeError) as caught:
            pickle.dumps(held)
        assert_clean(str(caught.value))
    for held in (token(), session(), oauth_token()):
        assert_clean(json.dumps(held.to_dict()))
    for call in asking_calls():
        assert_clean(call.reader.to_bytes())
        assert_clean(pickle.dumps(call.reader))
        assert_clean(repr(call.reader) + repr(call.warnings))
        with pytest.raises(TypeError) as caught:
            call.no_reply()
        assert_clean(str(caught.value))
    page = asking_calls()[1].parse(200, None, '[{"messageId": "A"}]')
    assert page.next is not None
    assert_clean(pickle.dumps(page) + pickle.dumps(page.next))
    for call in calls():
        assert_clean(call.reader.to_bytes())
        assert_clean(pickle.dumps(call.reader))
        assert_clean(repr(call.reader) + repr(call.warnings) + repr(call.no_reply()))
        assert_clean(pickle.dumps(call.warnings))


INFOBIP: Any = infobip.Gateway
BLACKKONNECT: Any = blackkonnect.Gateway
SMSLIST: Any = smslist.Gateway
API_KEY: Any = infobip.ApiKey

FAILING: list[Callable[[], object]] = [
    lambda: INFOBIP("https://example.com", auth=API_KEY(KEY + "\n")),
    lambda: INFOBIP("https://example.com", auth=API_KEY(KEY.encode())),
    lambda: INFOBIP("https://example.com", auth=KEY),
    lambda: INFOBIP("https://example.com", auth={"type": "api_key", "kye": KEY}),
    lambda: INFOBIP("https://example.com", auth={"type": "api_key", "key": {"a": KEY}}),
    lambda: INFOBIP("https://example.com", auth=infobip.Basic(USER + ":", PASSWORD + "\0")),
    lambda: INFOBIP(f"https://{USER}:{urllib.parse.quote(PASSWORD)}@example.com", auth=infobip.Bearer(TOKEN)),
    lambda: INFOBIP("https://example.com", auth=infobip.Ibsso(TOKEN), api_version=7),
    lambda: INFOBIP("https://example.com").with_auth(API_KEY(KEY + "\n")),
    lambda: INFOBIP("https://example.com").with_auth(KEY),
    lambda: INFOBIP("https://example.com").with_auth({"type": KEY}),
    lambda: INFOBIP("https://example.com").create_session(username=[USER], password=PASSWORD + "\0"),
    lambda: INFOBIP("https://example.com").get_oauth_token(client_id=USER, client_secret=PASSWORD, grant_type=5),
    lambda: SMSLIST("https://example.com", partner_id="1", api_key=KEY + "\r\n", sender="S"),
    lambda: SMSLIST("https://example.com", partner_id="1", api_key=[KEY], sender="S"),
    lambda: SMSLIST("https://example.com", partner_id="1", api_key=KEY, sender=""),
    lambda: gateways()[0].send_text(messages=[{}]),
    lambda: bulk_gateway().send_bulk(messages=[{"to": "254712345678", "text": "Hi", "apikey": KEY + "x"}]),
    lambda: bulk_gateway().plan([{"to": "254712345678", "text": "", "apikey": KEY}]),
    lambda: BLACKKONNECT("https://example.com", token=TOKEN + "\n"),
    lambda: BLACKKONNECT("https://example.com", token=[TOKEN]),
    lambda: BLACKKONNECT("https://example.com", token=TOKEN.encode()),
    lambda: BLACKKONNECT("https://example.com", token=token(), service_account_id=USER + "\0", organisation_id=[KEY]),
    lambda: BLACKKONNECT("https://example.com").with_token(TOKEN + "\n"),
    lambda: BLACKKONNECT("https://example.com").with_token(TOKEN.encode()),
    lambda: blackkonnect_gateway().get_token(client_id=USER + "\0", client_secret=KEY + "\0"),
    lambda: blackkonnect_gateway().get_token({"client_id": [USER], "client_secret": {"a": KEY}}),
    lambda: blackkonnect_gateway().get_token({"client_secret": KEY, "grant_type": 5}),
    lambda: blackkonnect_gateway().get_token(token_request(), scope="x"),
    lambda: blackkonnect_gateway().get_token_json(f'{{"client_id": "{USER}", "client_secret": "{KEY}"'),
    lambda: blackkonnect_gateway().send_bulk(messages=[{}]),
    lambda: asking_calls()[0].parse(401, None, '{"error": "invalid_client"}'),
    lambda: asking_calls()[0].parse(200, None, f'{{"token": ["{TOKEN}"]}}'),
    lambda: asking_calls()[0].no_reply(),
    lambda: calls()[0].parse("200", None, b""),
    lambda: calls()[0].parse(302, {"Location": f"https://{USER}@example.org/?key={KEY}"}, b""),
]


@pytest.mark.parametrize("fail", FAILING)
def test_errors_and_tracebacks(fail: Callable[[], object]) -> None:
    with pytest.raises((ValueError, TypeError, ReplyError)) as caught:
        fail()
    error = caught.value
    assert_clean(f"{error!r} {error!s}")
    for violation in getattr(error, "violations", ()):
        assert_clean(repr(violation) + str(violation))
        secret = (
            "auth",
            "key",
            "token",
            "account",
            "organisation",
            "client_id",
            "client_secret",
            "username",
            "password",
        )
        if any(word in violation.path for word in secret):
            assert violation.value is None
    # A frame of the package's own could hold what it was given in its locals, so there is none.
    told = traceback.TracebackException.from_exception(error, capture_locals=True)
    assert {frame.filename for frame in told.stack} == {__file__}


def test_replies_that_echo_the_key() -> None:
    echo = {"partnerID": USER, "apikey": KEY, "mobile": "254712345678", "message": "Hi"}
    bodies: list[Any] = [
        {"responses": [{"response-code": 1004, "response-description": "Low bulk credits", "mobile": echo}]},
        {"response-code": 1006, "response-description": "Invalid credentials", "apikey": KEY},
        {"errors": {"apikey": ["is wrong"]}, "request": echo},
    ]
    call = bulk_call()
    for body in map(json.dumps, bodies):
        for status in (200, 401, 500):
            try:
                result: Any = call.parse(status, None, body)
            except ReplyError as error:
                result = error
            assert result.raw_body == body.encode()
            assert_clean(f"{result!r} {result!s} {result.to_dict()}")


def test_dicts_in_the_gateways_names_are_masked() -> None:
    """A finished item holds the account's own data, and a request may be made of one."""
    number, text = "254712345678", "a text of nobody else"
    item = {"partnerID": USER, "apikey": KEY, "mobile": number, "message": text, "shortcode": "S"}
    message = {"destinations": [{"destination": number}], "text": text, "callbackData": KEY}
    for request in (smslist.SendBulk(messages=[item]), blackkonnect.BulkSmsMessageRequest(messages=[message])):
        shown = repr(request)
        assert_clean(shown)
        assert number not in shown
        assert text not in shown


def test_requests_mask_what_is_personal() -> None:
    number, text = "254712345678", "a text of nobody else"
    asked: list[Any] = [
        infobip.SimpleText(to=[number], text=text, sender=number),
        infobip.SimpleBinary(to=number, binary=infobip.Binary(hex=text)),
        infobip.SendTextMulti(messages=[infobip.SimpleText(to=number, text=text), {"to": [number], "text": text}]),
        infobip.SendBinaryMulti(messages=[{"to": number, "binary": {"hex": text}}]),
        infobip.GetLogs(to=number, sender=number, extra={"key": KEY}),
        infobip.GetInboxLogs(to=number),
        infobip.PreviewRequest(text=text),
        infobip.CreateSession(username=USER, password=PASSWORD),
        infobip.GetOauthToken(client_id=USER, client_secret=KEY),
        smslist.SendSms(to=[number, int(number)], text=text, extra={"apikey": KEY}),
        smslist.SendOtp(to=number, text=text),
    ]
    for request in asked:
        shown = repr(request)
        assert_clean(shown)
        assert number not in shown
        assert text not in shown
        assert type(request).__name__ in shown
