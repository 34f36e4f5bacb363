"""Exceptions: what they hold, that they pickle, and that nothing that came is lost."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest
import smskernel
from smskernel import InvalidRequest, Refused, ReplyError, SmsKernelError, UnreadableReply, infobip

from .accounts import BLACKKONNECT_CLIENT, blackkonnect_gateway, infobip_gateway, message, smslist_gateway


def invalid() -> InvalidRequest:
    with pytest.raises(InvalidRequest) as caught:
        infobip_gateway().send_text(messages=[message(to=["+41 79 302 67 27", "x"], text="")])
    return caught.value


def refused() -> Refused:
    body = {"requestError": {"serviceException": {"messageId": "UNAUTHORIZED", "text": "Invalid login details"}}}
    with pytest.raises(Refused) as caught:
        infobip_gateway().send_text(messages=[message()]).parse(401, None, json.dumps(body))
    return caught.value


def refused_fields() -> Refused:
    errors = {"messages[0].text": ["is empty", "is short"]}
    body = {
        "requestError": {"serviceException": {"messageId": "BAD_REQUEST", "text": "Bad", "validationErrors": errors}}
    }
    with pytest.raises(Refused) as caught:
        infobip_gateway().send_text(messages=[message()]).parse(400, None, json.dumps(body))
    return caught.value


def redirected() -> UnreadableReply:
    with pytest.raises(UnreadableReply) as caught:
        infobip_gateway().send_text(messages=[message()]).parse(302, {"location": "https://k@example.org/a?key=1"}, b"")
    return caught.value


def unreadable() -> UnreadableReply:
    with pytest.raises(UnreadableReply) as caught:
        smslist_gateway().send_bulk(messages=[{"to": "254712345678", "text": "Hi"}]).parse(
            200, None, b'{"responses": [{'
        )
    return caught.value


def unauthorized() -> Refused:
    body = {"error": "invalid_client", "error_description": "Unknown client"}
    with pytest.raises(Refused) as caught:
        blackkonnect_gateway().get_token(**BLACKKONNECT_CLIENT).parse(401, None, json.dumps(body))
    return caught.value


def unsuccessful() -> Refused:
    body = {"code": 1001, "message": {"reason": "No credit"}, "isSuccessful": False}
    with pytest.raises(Refused) as caught:
        blackkonnect_gateway().send_message(to="254712345678", text="Hi").parse(200, None, json.dumps(body))
    return caught.value


def unanswered() -> UnreadableReply:
    with pytest.raises(UnreadableReply) as caught:
        blackkonnect_gateway().get_bulk_status(bulk_correlation_id="a").parse(200, None, b'[{"messageId": ')
    return caught.value


EVERY = [
    invalid(),
    refused(),
    refused_fields(),
    redirected(),
    unreadable(),
    unauthorized(),
    unsuccessful(),
    unanswered(),
]


@pytest.mark.parametrize("error", EVERY, ids=lambda error: type(error).__name__)
def test_pickling(error: SmsKernelError) -> None:
    error.add_note("seen by a test")
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(other) is type(error)
        assert str(other) == str(error)
        assert vars(other) == vars(error)
        assert other.args == error.args


@pytest.mark.parametrize("error", EVERY, ids=lambda error: type(error).__name__)
def test_plain_dicts(error: Any) -> None:
    plain = error.to_dict()
    assert plain["message"] == str(error)
    assert json.loads(json.dumps(plain)) == plain


def test_family() -> None:
    assert issubclass(InvalidRequest, SmsKernelError)
    assert issubclass(InvalidRequest, ValueError)
    for kind in (Refused, UnreadableReply):
        assert issubclass(kind, ReplyError)
        assert issubclass(kind, SmsKernelError)
        assert not issubclass(kind, ValueError)


def test_invalid_request() -> None:
    error = invalid()
    assert [(violation.path, violation.code, violation.level) for violation in error.violations] == [
        ("messages[0].destinations[0].to", "number_changed", "warning"),
        ("messages[0].destinations[1].to", "number_characters", "error"),
        ("messages[0].text", "empty", "error"),
    ]
    assert error.code == "number_characters"
    assert str(error).startswith("nothing was built, for 2 reasons:\n  messages[0].destinations[1].to: ")
    assert "+41" not in str(error)


def test_many_violations_are_counted() -> None:
    with pytest.raises(InvalidRequest) as caught:
        infobip_gateway().send_text(messages=[message(text="")] * 2000)
    assert len(caught.value.violations) > 1000
    assert caught.value.violations[-1].code == "more_violations"
    assert str(caught.value).count("\n") == 11


def test_refused() -> None:
    error = refused()
    assert (error.status, error.code, error.resend, error.resend_after) == (401, "refused", "after_fix", None)
    assert (error.gateway_code, error.gateway_text, error.errors) == ("UNAUTHORIZED", "Invalid login details", ())
    assert (error.outcome.state, error.outcome.is_final, error.outcome.code) == ("rejected", True, "UNAUTHORIZED")
    assert json.loads(error.raw_body)["requestError"]
    assert str(error) == (
        "the gateway refused the request with HTTP 401, UNAUTHORIZED: Invalid login details; "
        "mend the cause before sending again [refused]"
    )
    first, second = refused_fields().errors
    assert (first.path, first.message, second.message) == ("messages[0].text", "is empty", "is short")


def test_unreadable() -> None:
    error = unreadable()
    assert (error.status, error.code, error.resend) == (200, "not_json", "uncertain")
    assert (error.offset, error.raw_body) == (16, b'{"responses": [{')
    assert error.outcome.state == "unknown"
    assert error.reason == "its JSON ends early"
    other = redirected()
    assert (other.code, other.location) == ("redirected", "https://example.org/a")


def test_blackkonnect() -> None:
    error = unauthorized()
    assert (error.gateway_code, error.gateway_text) == ("invalid_client", "Unknown client")
    assert (error.status, error.resend) == (401, "after_fix")
    whole = unsuccessful()
    assert (whole.gateway_code, whole.gateway_text) == ("1001", '{"reason":"No credit"}')
    assert (whole.status, whole.resend, whole.outcome.state) == (200, "uncertain", "unknown")


def test_asking_again_does_no_harm() -> None:
    error = unanswered()
    assert (error.code, error.resend) == ("not_json", "safe")
    assert (error.outcome.state, error.outcome.resend) == ("unknown", "safe")
    assert str(error).endswith("; sending again is safe [not_json]")
    # A send that gets the same reply may have gone out.
    with pytest.raises(UnreadableReply) as caught:
        blackkonnect_gateway().send_message(to="254712345678", text="Hi").parse(200, None, error.raw_body)
    assert caught.value.resend == "uncertain"


def test_top_level_names() -> None:
    assert smskernel.errors.InvalidRequest is InvalidRequest
    assert infobip.check_text({"messages": []})[0].code == "empty"
