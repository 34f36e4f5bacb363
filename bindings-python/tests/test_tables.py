"""The package's types, names and documents against the core's tables, from both sides."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import re
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, get_args, get_origin

import pytest
import smskernel
from smskernel import _native, errors, text
from smskernel._request import Request, SecretRequest

DIALECTS = {name: importlib.import_module(f"smskernel.{name}") for name in _native.limits()}

# The account writes these into every item, and the length is always the count.
ACCOUNT = {"partner_id", "api_key"}
NOT_OFFERED = {
    ("smslist", "an item"): {*ACCOUNT, "sender"},
    ("smslist", "a request"): {"count"},
    ("smslist", "a text message"): ACCOUNT,
    ("smslist", "a transactional message"): ACCOUNT,
    ("smslist", "a delivery report request"): ACCOUNT,
    ("smslist", "a balance request"): ACCOUNT,
    ("smslist", "a credit request"): ACCOUNT,
}


def literals(alias: Any) -> list[str]:
    """All texts of an alias, however its literals are grouped."""
    if get_origin(alias) is Literal:
        return list(get_args(alias))
    return [text for part in get_args(alias) for text in literals(part)]


def requests(module: ModuleType) -> list[Any]:
    found = [value for value in vars(module).values() if isinstance(value, type) and issubclass(value, Request)]
    return [kind for kind in found if kind not in (Request, SecretRequest)]


@pytest.mark.parametrize("word", ["state", "resend", "level", "grade"])
def test_words(word: str) -> None:
    assert sorted(literals(getattr(errors, word.capitalize()))) == sorted(_native.words()[word])


def test_codes() -> None:
    assert sorted(literals(errors.Code)) == sorted(_native.codes())
    assert sorted(get_args(get_args(errors.Code)[0])) == sorted(_native.fixed_codes())
    assert sorted(literals(errors.ReplyCode)) == sorted(_native.reply_codes())
    assert sorted(literals(errors.WebhookCode)) == sorted(_native.webhook_codes())
    meanings = [*_native.codes().values(), *_native.reply_codes().values(), *_native.webhook_codes().values()]
    assert all(meaning.endswith(".") for meaning in meanings)


def test_schemes_and_languages() -> None:
    """What the types and documents list is what the core knows."""
    anything: Any = text
    with pytest.raises(text.TextError) as caught:
        anything.segments("", transliteration="")
    schemes = re.findall('"([A-Z_]+)"', str(caught.value))
    stub = Path(smskernel.__file__).with_name("_native").joinpath("text.pyi").read_text(encoding="utf-8")
    (listed,) = re.findall(r"^_Scheme: TypeAlias = Literal\[(.*?)\]", stub, re.DOTALL | re.MULTILINE)
    assert re.findall('"([A-Z_]+)"', listed) == schemes
    assert re.findall("`([A-Z_]+)`", inspect.getdoc(text.transliterate) or "") == schemes


@pytest.mark.parametrize("dialect", DIALECTS)
def test_limits(dialect: str) -> None:
    assert sorted(DIALECTS[dialect].Limits.__annotations__) == sorted(_native.limits()[dialect])


def test_limits_of_webhooks() -> None:
    assert sorted(smskernel.WebhookLimits.__annotations__) == sorted(_native.webhook_limits())


@pytest.mark.parametrize("dialect", DIALECTS)
def test_events(dialect: str) -> None:
    """Each kind of event has a class, which says it, and they are what the type of all says."""
    classes = get_args(DIALECTS[dialect].Event)
    assert sorted(event.kind for event in classes) == sorted(_native.event_kinds()[dialect])


@pytest.mark.parametrize("dialect", DIALECTS)
def test_request_classes(dialect: str) -> None:
    objects = _native.objects()[dialect]
    classes = {kind._names.name: kind for kind in requests(DIALECTS[dialect])}
    assert classes.keys() == objects.keys()
    for name, fields in objects.items():
        hidden = NOT_OFFERED.get((dialect, name), set())
        expected = [ours for _, ours in fields if ours not in hidden]
        kind = classes[name]
        paired = [attribute.removesuffix("_") for attribute, _ in kind._names.fields]
        assert [attribute for attribute in paired if attribute != "extra"] == expected
        attributes = [field.name.removesuffix("_") for field in dataclasses.fields(kind)]
        assert sorted(attributes) == sorted(paired)


@pytest.mark.parametrize(
    ("dialect", "method", "request_name"),
    [
        ("infobip", "send_text", "a request"),
        ("infobip", "plan", "a request"),
        ("infobip", "send_binary", "a binary request"),
        ("infobip", "plan_binary", "a binary request"),
        ("infobip", "send_text_single", "a simple message"),
        ("infobip", "send_text_multi", "a request of simple messages"),
        ("infobip", "send_binary_single", "a simple binary message"),
        ("infobip", "send_binary_multi", "a request of simple binary messages"),
        ("infobip", "get_reports", "a request for reports"),
        ("infobip", "get_logs", "a request for logs"),
        ("infobip", "get_inbox_reports", "a request for inbound messages"),
        ("infobip", "get_inbox_logs", "a request for the log of inbound messages"),
        ("infobip", "get_schedule", "a schedule request"),
        ("infobip", "reschedule", "a rescheduling"),
        ("infobip", "get_bulk_status", "a bulk status request"),
        ("infobip", "set_bulk_status", "a change of a bulk's status"),
        ("infobip", "preview", "a preview request"),
        ("infobip", "get_balance", "a balance request"),
        ("infobip", "create_session", "a session request"),
        ("infobip", "end_session", "an end of a session"),
        ("infobip", "get_oauth_token", "a token request"),
        ("infobip", "confirm_conversion", "a confirmation"),
        ("blackkonnect", "get_token", "a token request"),
        ("blackkonnect", "send_message", "a simple message"),
        ("blackkonnect", "send_bulk", "a bulk request"),
        ("blackkonnect", "plan", "a bulk request"),
        ("blackkonnect", "get_bulk_status", "a bulk status request"),
        ("blackkonnect", "get_message_status", "a message status request"),
        ("smslist", "send_bulk", "a request"),
        ("smslist", "plan", "a request"),
        ("smslist", "send_sms", "a text message"),
        ("smslist", "plan_sms", "a text message"),
        ("smslist", "send_otp", "a transactional message"),
        ("smslist", "get_delivery_report", "a delivery report request"),
        ("smslist", "get_balance", "a balance request"),
        ("smslist", "credit", "a credit request"),
    ],
)
def test_keyword_arguments(dialect: str, method: str, request_name: str) -> None:
    """A request's fields by name, as the signature tells them."""
    parameters = inspect.signature(getattr(DIALECTS[dialect].Gateway, method)).parameters
    is_plan = method.startswith("plan")
    listed = {"messages"} if method != "plan_sms" else {"numbers", "to"}
    told = set(parameters) - ({"self", *listed, "on_invalid", "now"} if is_plan else {"self", "request", "now"})
    fields = {ours for _, ours in _native.objects()[dialect][request_name]} | {"extra"}
    fields -= NOT_OFFERED.get((dialect, request_name), set())
    if is_plan:
        # A plan makes several requests, so on infobip no single id fits.
        fields -= listed | ({"bulk_id"} if dialect == "infobip" else set())
    assert told == fields


@pytest.mark.parametrize("name", ["", ".text", *(f".{name}" for name in DIALECTS)])
def test_documents_of_stubs_are_those_of_the_classes(name: str) -> None:
    module = importlib.import_module(f"smskernel._native{name}")
    file = Path(smskernel.__file__).with_name("_native") / f"{name.removeprefix('.') or '__init__'}.pyi"
    compared = 0
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            kind = getattr(module, node.name)
            assert ast.get_docstring(node) == inspect.getdoc(kind), node.name
            for member in node.body:
                if isinstance(member, ast.FunctionDef) and (told := ast.get_docstring(member)):
                    assert told == inspect.getdoc(getattr(kind, member.name)), f"{node.name}.{member.name}"
                    compared += 1
                elif isinstance(member, ast.FunctionDef):
                    assert member.name.startswith("__"), f"{node.name}.{member.name} has no document"
        elif isinstance(node, ast.FunctionDef) and (told := ast.get_docstring(node)):
            assert told == inspect.getdoc(getattr(module, node.name)), node.name
            compared += 1
    assert compared > 5


@pytest.mark.parametrize("module", [smskernel, errors, text, *DIALECTS.values()])
def test_public_names(module: ModuleType) -> None:
    for name in module.__all__:
        value = getattr(module, name)
        if isinstance(value, type):
            assert value.__module__.startswith("smskernel")
            assert "_native" not in value.__module__
            assert inspect.getdoc(value), name
            # What pickles by its name is found by it.
            assert getattr(importlib.import_module(value.__module__), value.__qualname__) is value


def test_version() -> None:
    assert smskernel.__version__.count(".") == 2
