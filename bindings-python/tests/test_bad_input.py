"""Bad input through each entry: an `InvalidRequest` that names the path, or a Python error that names the argument."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from smskernel import InvalidRequest, Rejected, blackkonnect, infobip, merge, smslist

from .accounts import (
    binary_message,
    blackkonnect_gateway,
    infobip_gateway,
    message,
    smslist_gateway,
)


def cyclic_list() -> list[Any]:
    cycle: list[Any] = []
    cycle.extend([cycle, cycle])
    return cycle


def cyclic_dict() -> dict[str, Any]:
    cycle: dict[str, Any] = {}
    cycle["messages"] = [cycle]
    return cycle


def deep(levels: int = 100_000) -> Any:
    nested: Any = {}
    for _ in range(levels):
        nested = {"messages": nested}
    return nested


def told(call: Callable[..., object], *arguments: Any, **named: Any) -> list[str]:
    """The violations that a call is refused with."""
    with pytest.raises(InvalidRequest) as caught:
        call(*arguments, **named)
    return [str(violation) for violation in caught.value.violations]


TOO_DEEP = "lists and objects lie more than 64 deep in each other. [too_deep]"
MISSING = "is required and was not given. [missing]"

WHOLE: list[tuple[str, Any, list[str]]] = [
    ("None", None, [f"messages: {MISSING}"]),
    ("int", 5, ["expected an object, found an integer. [wrong_type]"]),
    ("str", "messages", ["expected an object, found a string. [wrong_type]"]),
    ("list", [], ["expected an object, found a list. [wrong_type]"]),
    ("set", {1}, ["expected an object, found set. [wrong_type]"]),
    ("cyclic list", cyclic_list(), [TOO_DEEP]),
    ("cyclic dict", cyclic_dict(), [TOO_DEEP]),
    ("deep", deep(), [TOO_DEEP]),
    ("deep list", {"messages": [deep(90)]}, [TOO_DEEP]),
]


@pytest.mark.parametrize(("given", "violations"), [case[1:] for case in WHOLE], ids=[case[0] for case in WHOLE])
def test_whole_requests(given: Any, violations: list[str]) -> None:
    assert told(infobip_gateway().send_text, given) == violations
    assert told(infobip_gateway().send_binary, given) == violations
    assert told(blackkonnect_gateway().send_bulk, given) == violations
    bulk = [text.replace("messages:", "smslist:") for text in violations]
    assert told(smslist_gateway().send_bulk, given) == bulk


@pytest.mark.parametrize("depth", [1, 64, 128])
def test_no_limit_lets_a_cycle_pass(depth: int) -> None:
    gateway = infobip_gateway(limits={"depth": depth})
    for given in (cyclic_list(), cyclic_dict(), deep()):
        assert len(told(gateway.send_text, given)) == 1


LONE = "holds U+FFFD at byte 0: a character was lost in decoding before the text came here. Repair the source."

MESSAGES: list[tuple[str, Any, list[str]]] = [
    ("None", None, [f"messages[0]: {MISSING}"]),
    ("str", "x", ["messages[0]: expected an object, found a string. [wrong_type]"]),
    (
        "unknown key",
        {"to": ["41793026727"], "txt": "Hi"},
        [
            "messages[0].txt: is not a field of a message. Did you mean `text`? "
            "To send it as it is, put it under `extra`. [unknown_key]",
            f"messages[0].text: {MISSING}",
        ],
    ),
    ("bytes", message(text=b"Hi"), ["messages[0].text: expected a string, found bytes. [wrong_type]"]),
    ("object", message(text=object()), ["messages[0].text: expected a string, found object. [wrong_type]"]),
    (
        "NaN",
        message(validity_period=float("nan")),
        ["messages[0].validityPeriod: expected a whole number, found NaN. [wrong_type]"],
    ),
    (
        "infinity",
        message(validity_period=float("-inf")),
        ["messages[0].validityPeriod: expected a whole number, found an infinite number. [wrong_type]"],
    ),
    ("lone surrogate", message(text="\ud800"), [f"messages[0].text: {LONE} [replacement_character]"]),
    ("lone surrogate, low", message(text="\udc00"), [f"messages[0].text: {LONE} [replacement_character]"]),
    (
        "NUL",
        message(text="a\0"),
        ["messages[0].text: holds a NUL character at byte 1. Remove it. [control_character]"],
    ),
    (
        "10 MB",
        message(text="x" * 10_000_000),
        [
            "messages[0].text: takes 65360 parts of GSM-7 by our count, and the gateway takes 25 at most. "
            "Shorten it, or send it as several messages. [too_long]"
        ],
    ),
    (
        "a key that is no string",
        {"to": ["41793026727"], "text": "Hi", 5: 1},
        ["messages[0].<int>: is not a field of a message. To send it as it is, put it under `extra`. [unknown_key]"],
    ),
    (
        "line break in the sender",
        message(sender="A\r\nB"),
        ["messages[0].from: holds a control character. Use letters and digits. [control_character]"],
    ),
]


@pytest.mark.parametrize(("given", "violations"), [case[1:] for case in MESSAGES], ids=[case[0] for case in MESSAGES])
def test_single_messages(given: Any, violations: list[str]) -> None:
    gateway = infobip_gateway()
    assert told(lambda: gateway.send_text(messages=[given])) == violations
    assert told(lambda: gateway.plan([given])) == violations
    plan = gateway.plan([given], on_invalid="set_aside")
    assert list(plan) == []
    assert [str(violation) for row in plan.rejected for violation in row.violations] == violations


HEX: list[tuple[str, Any, list[str]]] = [
    ("empty", "", ["[empty]"]),
    ("no octets", b"", ["[empty]"]),
    ("no digit", "48 …65", ["holds '…' (U+2026) at byte 3", "[hex_characters]"]),
    ("a prefix", "0x48", ["at byte 1", "[hex_characters]"]),
    ("two spaces", "48  65", ["a space too many at byte 3", "[hex_characters]"]),
    ("a lone surrogate", "48\ud800", ["(U+FFFD) at byte 2", "[hex_characters]"]),
    ("half an octet", "48 6", ["byte 3", "[hex_odd]"]),
    ("too many digits", "00" * 161, ["161", "160", "[too_long]"]),
    ("too many octets", bytes(161), ["161", "160", "[too_long]"]),
    ("a hundred megabytes", bytearray(100_000_000), ["100000000", "[too_long]"]),
    ("int", 48, ["expected hexadecimal digits as a string, or bytes, found an integer. [wrong_type]"]),
    ("list of octets", [72, 105], ["expected hexadecimal digits as a string, or bytes, found a list. [wrong_type]"]),
    ("None", None, [MISSING]),
    ("object", object(), ["found object. [wrong_type]"]),
]


@pytest.mark.parametrize(("given", "parts"), [case[1:] for case in HEX], ids=[case[0] for case in HEX])
def test_octets(given: Any, parts: list[str]) -> None:
    gateway = infobip_gateway()
    bad = binary_message(binary=infobip.Binary(hex=given))
    (text,) = told(lambda: gateway.send_binary(messages=[bad]))
    assert text.startswith("messages[0].binary.hex: ")
    assert all(part in text for part in parts)
    assert len(text) < 500
    assert told(lambda: gateway.plan_binary([bad])) == [text]
    plan = gateway.plan_binary([bad], on_invalid="set_aside")
    assert list(plan) == []
    assert [str(violation) for row in plan.rejected for violation in row.violations] == [text]


def test_octets_in_a_finished_payload() -> None:
    """It is JSON, in which there are no bytes."""
    payload: dict[str, Any] = {"messages": [{"destinations": [{"to": "41793026727"}], "binary": {"hex": b"Hi"}}]}
    (found,) = infobip.check_binary(payload)
    assert (found.path, found.code) == ("messages[0].binary.hex", "wrong_type")
    payload["messages"][0]["binary"]["hex"] = "48 69"
    assert infobip.check_binary(payload) == ()


def test_bodies_of_the_other_operation() -> None:
    gateway = infobip_gateway()
    text, binary = {"to": ["41793026727"], "text": "Hi"}, {"to": ["41793026727"], "binary": {"hex": "48"}}
    (found,) = told(lambda: gateway.send_text(messages=[text | binary]))
    assert found.endswith("Binary bodies go with `send_binary`, to /sms/1/binary/advanced. [unknown_key]")
    (found,) = told(lambda: gateway.send_binary(messages=[text | binary]))
    assert found.startswith("messages[0].text: ")
    assert "`send_text`" in found


ASKING: list[tuple[str, dict[str, Any], list[str]]] = [
    ("get_token", {}, ["client_id: missing", "client_secret: missing"]),
    ("get_token", {"client_id": 1.5, "client_secret": b"x"}, ["client_id: wrong_type", "client_secret: wrong_type"]),
    (
        "get_token",
        {"client_id": "a", "client_secret": "b", "extra": {"a": [1]}},
        ["a: wrong_type"],
    ),
    ("get_bulk_status", {}, ["bulkCorrelationId: missing"]),
    ("get_bulk_status", {"bulk_correlation_id": ""}, ["bulkCorrelationId: empty"]),
    ("get_bulk_status", {"bulk_correlation_id": 1.5}, ["bulkCorrelationId: wrong_type"]),
    (
        "get_bulk_status",
        {"bulk_correlation_id": "a", "page": "0", "size": True, "sort": 5},
        ["page: wrong_type", "size: wrong_type", "sort: wrong_type"],
    ),
    ("get_message_status", {"message_id": b"a"}, ["messageId: wrong_type"]),
    ("send_message", {"text": "Hi"}, ["destination: missing"]),
    ("send_message", {"to": "none", "text": "Hi"}, ["destination: number_characters"]),
    ("send_message", {"to": ["254712345678"], "text": "Hi"}, ["destination: wrong_type"]),
]


@pytest.mark.parametrize(("method", "fields", "errors"), ASKING)
def test_blackkonnect(method: str, fields: dict[str, Any], errors: list[str]) -> None:
    with pytest.raises(InvalidRequest) as caught:
        getattr(blackkonnect_gateway(), method)(**fields)
    found = [violation for violation in caught.value.violations if violation.level == "error"]
    assert [f"{violation.path}: {violation.code}" for violation in found] == errors


@pytest.mark.parametrize(
    ("options", "start"),
    [
        ({"token": 5}, "gateway.token: expected "),
        ({"token": "a\nb"}, "gateway.token: holds a control character"),
        ({"service_account_id": ["a"]}, "gateway.service_account_id: "),
        ({"organisation_id": "a\r\nX-Other: b"}, "gateway.organisation_id: holds a control character"),
        ({"message_status_path": "/status"}, "gateway.message_status_path: "),
        ({"message_status_path": 5}, "gateway.message_status_path: expected a string"),
        ({"auth": "x"}, "gateway.auth: is not a field of the gateway's options."),
    ],
)
def test_options_of_blackkonnect(options: dict[str, Any], start: str) -> None:
    (text,) = told(blackkonnect_gateway, **options)
    assert text.startswith(start)


def test_long_numbers_and_ids() -> None:
    long = "4" * 10_000_000
    (text,) = told(lambda: infobip_gateway().send_text(messages=[message(to=[long])]))
    assert text.endswith("[number_length]")
    assert len(text) < 500


def test_paired_surrogates_are_one_character() -> None:
    call = infobip_gateway().send_text(messages=[message(text="\ud83d\ude00")])
    assert '"text":"😀"' in call.body.decode()


JSON: list[tuple[Any, list[str]]] = [
    ("", ["the text is not JSON: at byte 0, the text ends inside the document. [invalid_json]"]),
    ("[", ["the text is not JSON: at byte 1, the text ends inside the document. [invalid_json]"]),
    (b"\xff", ["the text is not JSON: at byte 0, expected a value. [invalid_json]"]),
    ("[" * 100_000, [TOO_DEEP]),
    ("null", [f": {MISSING}"]),
]


@pytest.mark.parametrize(("text", "violations"), JSON)
def test_json(text: Any, violations: list[str]) -> None:
    expected = [violation.removeprefix(": ") for violation in violations]
    assert told(infobip_gateway().send_text_json, text) == expected
    assert told(smslist_gateway().send_bulk_json, text) == expected
    assert [str(violation) for violation in infobip.check_text(text)] == expected


@pytest.mark.parametrize("given", [None, 5, {}, [], object()])
def test_what_is_no_json_text(given: Any) -> None:
    blackkonnect_entries = [
        getattr(blackkonnect_gateway(), f"{name}_json")
        for name in ("get_token", "send_message", "send_bulk", "get_bulk_status", "get_message_status")
    ]
    for entry in (
        infobip_gateway().send_text_json,
        infobip_gateway().send_binary_json,
        smslist_gateway().send_bulk_json,
        *blackkonnect_entries,
    ):
        with pytest.raises(TypeError, match=rf"^text is bytes or str, not {type(given).__name__}$"):
            entry(given)


def test_a_request_or_its_fields() -> None:
    send: Any = infobip_gateway().send_text
    with pytest.raises(TypeError, match=r"^give a request, or its fields by name, not both$"):
        send({"messages": []}, bulk_id="a")
    with pytest.raises(TypeError):
        send({}, {})
    assert told(send, mesages=[]) == [
        "mesages: is not a field of a request. Did you mean `messages`? "
        "To send it as it is, put it under `extra`. [unknown_key]",
        f"messages: {MISSING}",
    ]


OPTIONS: list[tuple[dict[str, Any], list[str]]] = [
    (
        {"auth": "sandbox-api-key"},
        ["gateway.auth: expected credentials such as an API key, found a string. [wrong_type]"],
    ),
    (
        {"auth": infobip.ApiKey("a\r\nX-Other: b")},
        [
            "gateway.auth: holds a control character, which no credential has and which could end a header. "
            "Look at how it was read. [header_injection]"
        ],
    ),
    (
        {"auth": infobip.Basic("user", "a\nb")},
        [
            "gateway.auth.password: holds a control character, which no credential has and which could end a header. "
            "Look at how it was read. [header_injection]"
        ],
    ),
    (
        {"api_verison": 2},
        ["gateway.api_verison: is not a field of the gateway's options. Did you mean `api_version`? [unknown_key]"],
    ),
    ({"api_version": 3}, ["gateway.api_version: 3 is not one of 1, 2. [unknown_value]"]),
    (
        {"limits": {"txt_parts": 1}},
        ["gateway.limits.txt_parts: is not a field of the limits. Did you mean text_parts? [unknown_key]"],
    ),
    ({"limits": 5}, ["gateway.limits: expected an object, found an integer. [wrong_type]"]),
    (
        {"allow": ["missing"]},
        [
            'gateway.allow[0]: "missing" cannot be moved: a request with it could not be built, or not safely. '
            "[fixed_code]"
        ],
    ),
    ({"forbid": "x"}, ["gateway.forbid: expected a list, found a string. [wrong_type]"]),
    ({"numbers": 5}, ["gateway.numbers: expected a string, found an integer. [wrong_type]"]),
    ({"allow_http": cyclic_list()}, ["gateway.allow_http: expected true or false, found a list. [wrong_type]"]),
]


@pytest.mark.parametrize(("options", "violations"), OPTIONS, ids=[str(sorted(case[0])) for case in OPTIONS])
def test_options(options: dict[str, Any], violations: list[str]) -> None:
    assert told(infobip_gateway, **options) == violations


@pytest.mark.parametrize("given", [None, 5, b"k", ["k"], object()])
def test_credentials_of_another_kind(given: Any) -> None:
    for kind in (infobip.ApiKey, infobip.Ibsso, infobip.Bearer):
        assert all(text.startswith("gateway.auth") for text in told(infobip_gateway, auth=kind(given)))
    found = told(infobip_gateway, auth=infobip.Basic(given, given))
    assert found[0].startswith("gateway.auth.username: ")
    assert told(smslist_gateway, api_key=given)[0].startswith("gateway.api_key: ")


@pytest.mark.parametrize("given", ["", "a\nb", "a\0", " a", '"a"', "clé"])
def test_credentials_that_no_header_can_carry(given: str) -> None:
    assert told(infobip_gateway, auth=infobip.ApiKey(given))[0].startswith("gateway.auth: ")
    assert told(smslist_gateway, api_key=given)[0].startswith("gateway.api_key: ")


URLS = [
    "",
    "example.com",
    "ftp://example.com",
    "http://example.com",
    "https://user:hunter2@example.com",
    "https://example.com/?a",
    "https://exa mple.com",
    "https://example.com\r\n",
]


@pytest.mark.parametrize("url", URLS)
def test_base_urls(url: str) -> None:
    for make in (infobip_gateway, smslist_gateway):
        (text,) = told(make, url)
        assert text.startswith("gateway.base_url: ")
        assert "hunter2" not in text


def test_arguments_of_constructors() -> None:
    make: Any = infobip.Gateway
    assert told(make) == [f"gateway.base_url: {MISSING}"]
    make = smslist.Gateway
    assert [text.split(":")[0] for text in told(make)] == [
        "gateway.base_url",
        "gateway.partner_id",
        "gateway.api_key",
        "gateway.sender",
    ]
    with pytest.raises(TypeError, match=r"^a Gateway takes base_url by position and its options by name, but 2"):
        make("https://example.com", "12345")
    with pytest.raises(TypeError, match=r"^base_url was given twice$"):
        make("https://example.com", base_url="https://example.com")


@pytest.mark.parametrize(
    "payload", [None, 5, 1.5, "", b"\xff", [], {}, {"messages": 5}, object(), deep(), cyclic_dict(), "{" * 500]
)
def test_checks_never_raise_on_content(payload: Any) -> None:
    for check in (
        infobip.check_text,
        infobip.check_binary,
        blackkonnect.check_message,
        blackkonnect.check_bulk,
        smslist.check_bulk,
    ):
        found = check(payload)
        assert any(violation.level == "error" for violation in found)


def test_checks_raise_on_wrong_options() -> None:
    check: Any = infobip.check_text
    assert told(check, {}, limits={"x": 1})[0].startswith("limits.x: ")
    assert told(check, {}, allow="missing") == ["allow: expected a list, found a string. [wrong_type]"]
    assert told(check, {}, forbid=["x"])[0].startswith("forbid[0]: ")
    for version in (0, 3, 10**30, "2", True):
        for check in (infobip.check_text, infobip.check_binary):
            assert told(check, {}, api_version=version)[0].startswith("api_version: ")
    for check in (blackkonnect.check_bulk, smslist.check_bulk):
        with pytest.raises(TypeError, match="api_version"):
            check({}, api_version=2)


def test_checks_know_the_version() -> None:
    payload = {"messages": [{"destinations": [{"to": "41793026727"}], "text": "Hi", "entityId": "a"}]}
    assert [violation.code for violation in infobip.check_text(payload)] == ["needs_version_2"]
    assert infobip.check_text(payload, api_version=2) == ()


def test_plans() -> None:
    plan: Any = infobip_gateway().plan
    with pytest.raises(ValueError, match=r'^on_invalid is "raise" or "set_aside"$'):
        plan([], on_invalid="ignore")
    with pytest.raises(ValueError, match=r"^on_invalid is "):
        plan([], on_invalid=5)
    with pytest.raises(TypeError, match="not iterable"):
        plan(5)
    assert told(plan, [], bulk_id="a") == [
        "bulkId: cannot be given for a plan, which makes several requests. [incompatible_fields]"
    ]


@pytest.mark.parametrize(
    ("results", "text"),
    [
        ([5], "results[0]: expected a pair of a call, or its reader, and what became of it"),
        ([(5, None)], "results[0]: the first of a pair is a Call or a ReplyReader, not int"),
    ],
)
def test_merge(results: Any, text: str) -> None:
    with pytest.raises(TypeError) as caught:
        merge(results)
    assert str(caught.value) == text


def test_merge_of_what_does_not_belong_together() -> None:
    anything: Any = merge
    one = infobip_gateway().send_text(messages=[message()])
    two = infobip_gateway().send_text(messages=[message(to=["41793026727", "41793026834"])])
    bulk = smslist_gateway().send_bulk(messages=[{"to": "254712345678", "text": "Hi"}])
    binary = infobip_gateway().send_binary(messages=[binary_message()])
    with pytest.raises(
        ValueError,
        match=r"^results belong to one plan, but there are calls of infobip\.send_text and of infobip\.send_binary$",
    ):
        anything([(one, None), (binary, None)])
    asking = blackkonnect_gateway().get_bulk_status(bulk_correlation_id="a")
    for asked in (None, asking.parse(200, None, "[]")):
        with pytest.raises(
            TypeError,
            match=r"^results\[0\]: blackkonnect\.get_bulk_status sends no message, so it has no results to merge$",
        ):
            anything([(asking, asked)])
    wanted = "what becomes of a call of infobip.send_text is its answer, Refused, UnreadableReply or None"
    for result, found in ((5, "int"), (bulk.no_reply(), "smskernel.smslist.SentBulk"), (ValueError(), "ValueError")):
        with pytest.raises(TypeError) as caught:
            anything([(one, result)])
        assert str(caught.value) == f"results[0]: {wanted}, not {found}"
    (text,) = told(lambda: anything([(one, two.no_reply())]))
    assert text.startswith("results[0]: ")
    with pytest.raises(
        ValueError,
        match=r"^results belong to one plan, but there are calls of infobip\.send_text and of smslist\.send_bulk$",
    ):
        anything([(one, None), (bulk, None)])
    with pytest.raises(TypeError, match=r"^rejected\[0\]: expected a Rejected, not int$"):
        anything([], [5])
    assert merge([], []) == []
    outcome = one.no_reply().messages[0].outcome
    impossible = Rejected(position=-1, destinations=10**30, violations=(), outcome=outcome)
    with pytest.raises(OverflowError):
        merge([], [impossible])


NO_FIELD = "is not a field of a balance request. To send it as it is, put it under `extra`. [unknown_key]"


@pytest.mark.parametrize(
    ("name", "fields", "violations"),
    [
        ("send_text_single", {"text": "Hi"}, [f"to: {MISSING}"]),
        ("send_text_multi", {"messages": []}, ["messages: must not be empty. [empty]"]),
        ("get_reports", {"limit": 0}, ["limit: 0 is not from 1 to 1000. [out_of_range]"]),
        ("get_reports", {"limit": "five"}, ["limit: expected a whole number, found a string. [wrong_type]"]),
        (
            "get_logs",
            {"message_id": ["a,b"]},
            [
                'messageId[0]: "a,b" holds a comma, and the gateway would take it for two ids. Ask for its bulk or its '
                "time instead. [id_characters]"
            ],
        ),
        (
            "get_inbox_logs",
            {"received_since": 5},
            ["receivedSince: expected a point in time, found an integer. [wrong_type]"],
        ),
        ("get_schedule", {}, [f"bulkId: {MISSING}"]),
        ("reschedule", {"bulk_id": "a"}, [f"sendAt: {MISSING}"]),
        (
            "set_bulk_status",
            {"bulk_id": "a", "status": "CANCELLED"},
            [
                'status: "CANCELLED" is not one of PENDING, PAUSED, PROCESSING, CANCELED, FINISHED, FAILED. Did you '
                "mean CANCELED? [unknown_value]"
            ],
        ),
        ("preview", {"text": 5}, ["text: expected a string, found an integer. [wrong_type]"]),
        ("get_balance", {"currency": "EUR"}, [f"currency: {NO_FIELD}"]),
        (
            "end_session",
            {"extra": {"a": []}},
            ["a: expected a string, a number, true or false, found a list. [wrong_type]"],
        ),
        (
            "confirm_conversion",
            {"message_id": ""},
            ["messageId: must not be empty: it stands in the path of the request. [empty]"],
        ),
    ],
)
def test_infobip(name: str, fields: dict[str, Any], violations: list[str]) -> None:
    assert told(getattr(infobip_gateway(), name), **fields) == violations


@pytest.mark.parametrize(
    ("name", "fields", "violations"),
    [
        ("send_sms", {"text": "Hi"}, [f"mobile: {MISSING}"]),
        (
            "send_otp",
            {"to": ["0712345678"], "text": "Hi"},
            ["mobile: expected a phone number as a string or a positive integer, found a list. [wrong_type]"],
        ),
        ("get_delivery_report", {}, [f"messageID: {MISSING}"]),
        ("get_balance", {"message_id": 1}, [f"message_id: {NO_FIELD}"]),
        (
            "credit",
            {"child_id": "child", "amount": -5},
            [
                'amount: "-5" is no amount of money above zero. Give decimal digits, such as 100 or 99.50. '
                "[invalid_amount]"
            ],
        ),
    ],
)
def test_smslist(name: str, fields: dict[str, Any], violations: list[str]) -> None:
    assert told(getattr(smslist_gateway(), name), **fields) == violations


def test_a_gateway_without_credentials() -> None:
    gateway = infobip.Gateway("https://example.com")
    assert not gateway.has_auth
    assert gateway.create_session(username="user", password="password").method == "POST"
    assert told(gateway.get_balance) == [f"gateway.auth: {MISSING}"]
    anything: Any = gateway.with_auth
    expected = "gateway.auth: expected credentials such as an API key, found"
    assert told(anything, None) == [f"{expected} null. [wrong_type]"]
    assert told(anything, "key") == [f"{expected} a string. [wrong_type]"]
    assert told(anything, {"type": "another"}) == [
        "gateway.auth.type: (not shown) is not one of api_key, basic, ibsso, bearer. [unknown_value]"
    ]
    assert told(anything, infobip.ApiKey(anything)) == [
        "gateway.auth.key: expected a string, found builtin_function_or_method. [wrong_type]"
    ]
    assert told(anything, infobip.Ibsso("token\n")) == [
        "gateway.auth: holds a control character, which no credential has and which could end a header. "
        "Look at how it was read. [header_injection]"
    ]
    ready = gateway.with_auth(infobip.Ibsso("token"))
    assert ready.has_auth
    assert ready.get_balance().headers["Authorization"] == "IBSSO token"
    assert not gateway.has_auth


def test_plans_of_one_text() -> None:
    plan = smslist_gateway().plan_sms
    anything: Any = plan
    with pytest.raises(TypeError, match=r"^'int' object is not iterable$"):
        anything(5, text="Hi")
    assert told(plan, ["0712345678"]) == [f"message: {MISSING}"]
    assert told(anything, ["0712345678"], text="Hi", to="0712345679") == [
        "mobile: is given twice, with different values. Remove one. [duplicate_key]"
    ]
    assert told(anything, ["254712345678", 5.5, None], text="Hi") == [
        "mobile[1]: expected a phone number as a string or a positive integer, found a number. [wrong_type]",
        f"mobile[2]: {MISSING}",
    ]
    aside = plan(["0712345678", "nobody"], text="Hi", on_invalid="set_aside")
    assert [len(call.reader) for call in aside] == [1]
    assert [row.position for row in aside.rejected] == [1]
