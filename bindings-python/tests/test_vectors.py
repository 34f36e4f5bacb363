"""The shared vectors, each through every door of the package.

With SMSKERNEL_RESULTS set, what came out is written to that file, for the comparison with the other languages.
"""

from __future__ import annotations

import contextlib
import json
import os
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from smskernel import (
    Call,
    InvalidRequest,
    Refused,
    ReplyError,
    ReplyReader,
    UnreadableReply,
    UnreadableWebhook,
    Webhook,
    _native,
    blackkonnect,
    infobip,
    smslist,
)

from . import typed, vectors

Case: TypeAlias = dict[str, Any]
Result: TypeAlias = dict[str, Any]

RESULTS: dict[str, dict[str, Result]] = {}


@dataclass(frozen=True)
class Operation:
    """What a runner needs to know of an operation."""

    gateway: Callable[[Case], Any]
    call: str
    check: Callable[..., tuple[Any, ...]] | None = None
    plan: str | None = None
    walks: bool = False

    @property
    def sections(self) -> list[str]:
        further = {"checks": self.check, "plans": self.plan, "walks": self.walks}
        return ["requests", "replies", *(name for name, there in further.items() if there)]

    def send(self, gateway: Any, request: object, moment: Case) -> Call[Any]:
        made: Call[Any] = getattr(gateway, self.call)(request, **moment)
        return made

    def send_json(self, gateway: Any, text: str | bytes, moment: Case) -> Call[Any]:
        made: Call[Any] = getattr(gateway, f"{self.call}_json")(text, **moment)
        return made


CREDENTIALS: dict[str, Any] = {
    "api_key": infobip.ApiKey,
    "basic": infobip.Basic,
    "ibsso": infobip.Ibsso,
    "bearer": infobip.Bearer,
}


def infobip_gateway(options: Case) -> infobip.Gateway:
    auth = options.get("auth")
    if isinstance(auth, dict) and auth.get("type") in CREDENTIALS:
        parts = {name: part for name, part in auth.items() if name != "type"}
        with contextlib.suppress(TypeError):
            options = options | {"auth": CREDENTIALS[auth["type"]](**parts)}
    return infobip.Gateway(**options)


def smslist_gateway(options: Case) -> smslist.Gateway:
    return smslist.Gateway(**options)


def blackkonnect_gateway(options: Case) -> blackkonnect.Gateway:
    return blackkonnect.Gateway(**options)


OPERATIONS: dict[str, Operation] = {
    "infobip/send_text": Operation(infobip_gateway, "send_text", infobip.check_text, "plan"),
    "infobip/send_binary": Operation(infobip_gateway, "send_binary", infobip.check_binary, "plan_binary"),
    "infobip/send_text_single": Operation(infobip_gateway, "send_text_single", infobip.check_text_single),
    "infobip/send_text_multi": Operation(infobip_gateway, "send_text_multi", infobip.check_text_multi),
    "infobip/send_binary_single": Operation(infobip_gateway, "send_binary_single", infobip.check_binary_single),
    "infobip/send_binary_multi": Operation(infobip_gateway, "send_binary_multi", infobip.check_binary_multi),
    "infobip/get_reports": Operation(infobip_gateway, "get_reports"),
    "infobip/get_logs": Operation(infobip_gateway, "get_logs"),
    "infobip/get_inbox_reports": Operation(infobip_gateway, "get_inbox_reports"),
    "infobip/get_inbox_logs": Operation(infobip_gateway, "get_inbox_logs"),
    "infobip/get_schedule": Operation(infobip_gateway, "get_schedule"),
    "infobip/reschedule": Operation(infobip_gateway, "reschedule"),
    "infobip/get_bulk_status": Operation(infobip_gateway, "get_bulk_status"),
    "infobip/set_bulk_status": Operation(infobip_gateway, "set_bulk_status"),
    "infobip/preview": Operation(infobip_gateway, "preview"),
    "infobip/get_balance": Operation(infobip_gateway, "get_balance"),
    "infobip/create_session": Operation(infobip_gateway, "create_session"),
    "infobip/end_session": Operation(infobip_gateway, "end_session"),
    "infobip/get_oauth_token": Operation(infobip_gateway, "get_oauth_token"),
    "infobip/confirm_conversion": Operation(infobip_gateway, "confirm_conversion"),
    "blackkonnect/get_token": Operation(blackkonnect_gateway, "get_token"),
    "blackkonnect/send_message": Operation(blackkonnect_gateway, "send_message", blackkonnect.check_message),
    "blackkonnect/send_bulk": Operation(blackkonnect_gateway, "send_bulk", blackkonnect.check_bulk, "plan"),
    "blackkonnect/get_bulk_status": Operation(blackkonnect_gateway, "get_bulk_status", walks=True),
    "blackkonnect/get_message_status": Operation(blackkonnect_gateway, "get_message_status"),
    "smslist/send_bulk": Operation(smslist_gateway, "send_bulk", smslist.check_bulk, "plan"),
    "smslist/send_sms": Operation(smslist_gateway, "send_sms", smslist.check_sms, "plan_sms"),
    "smslist/send_otp": Operation(smslist_gateway, "send_otp", smslist.check_otp),
    "smslist/get_delivery_report": Operation(smslist_gateway, "get_delivery_report"),
    "smslist/get_balance": Operation(smslist_gateway, "get_balance"),
    "smslist/credit": Operation(smslist_gateway, "credit"),
}

WEBHOOKS: dict[str, Callable[..., Webhook]] = {
    "infobip/parse_webhook": infobip.parse_webhook,
    "blackkonnect/parse_webhook": blackkonnect.parse_webhook,
    "smslist/parse_webhook": smslist.parse_webhook,
}
TOKENS = (blackkonnect.Token, infobip.Session, infobip.OauthToken)


class Runner:
    """Runs the cases of one file."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.operation = OPERATIONS[name]
        self.sections = self.operation.sections
        self.file = vectors.load(name, self.sections)
        self.typed = 0

    def gateway(self, case: Case) -> Any:
        return self.operation.gateway(self.file["gateway"] | case.get("gateway", {}))

    def built(self, call: Call) -> Result:
        return {
            "method": call.method,
            "url": call.url,
            "headers": call.headers,
            "body": call.body.decode(),
            "warnings": vectors.rows(call.warnings),
        }

    def outcome(self, build: Any) -> tuple[Result, Any]:
        """What a door gives: the call, or the violations."""
        try:
            call = build()
        except InvalidRequest as error:
            return {"violations": vectors.rows(error.violations)}, error
        return self.built(call), call

    def requests(self, case: Case) -> Result:
        vectors.only(case, "gateway", "now", "params", "params_text", "params_hex", "expect", "violations")
        moment = vectors.case_moment(case)
        try:
            gateway = self.gateway(case)
        except InvalidRequest as error:
            vectors.check_violations(case["violations"], error.violations)
            return {"violations": vectors.rows(error.violations)}
        given = vectors.case_bytes(case, "params")
        result, by_text = self.outcome(lambda: self.operation.send_json(gateway, given, moment))
        if "params_hex" not in case:
            as_str = given.decode()
            assert self.outcome(lambda: self.operation.send_json(gateway, as_str, moment))[0] == result, "as str"
        if "params" in case:
            params = case["params"]
            assert self.outcome(lambda: self.operation.send(gateway, params, moment))[0] == result, "as a dict"
            try:
                request = typed.request(self.name, params)
            except typed.Unfit:
                pass
            else:
                self.typed += 1
                assert self.outcome(lambda: self.operation.send(gateway, request, moment))[0] == result, "typed"
        if "violations" in case:
            assert isinstance(by_text, InvalidRequest), "it was built"
            vectors.check_violations(case["violations"], by_text.violations)
            assert any(violation.level == "error" for violation in by_text.violations)
            return result
        assert isinstance(by_text, Call), f"it was refused: {by_text}"
        self.expect(case["expect"], by_text)
        del result["method"]
        return result

    def expect(self, expect: Case, call: Call) -> None:
        assert expect.keys() <= {"method", "url", "headers", "forbid_headers", "body", "body_text", "warnings"}
        assert (call.method, call.url) == (expect["method"], expect["url"])
        assert expect.get("headers", {}).items() <= call.headers.items()
        names = {name.lower() for name in call.headers}
        assert not names & {name.lower() for name in expect.get("forbid_headers", [])}
        assert ("body" in expect) != ("body_text" in expect)
        if "body" in expect:
            assert json.loads(call.body) == expect["body"]
        else:
            assert call.body.decode() == expect["body_text"]
        vectors.check_violations(expect["warnings"], call.warnings)

    def checks(self, case: Case) -> Result:
        assert self.operation.check is not None
        names = ("limits", "allow", "forbid", "api_version")
        vectors.only(case, "now", *names, "payload", "payload_text", "payload_hex", "violations")
        options: Case = {name: case[name] for name in names if name in case} | vectors.case_moment(case)
        found = self.operation.check(vectors.case_bytes(case, "payload"), **options)
        if "payload" in case:
            assert self.operation.check(case["payload"], **options) == found, "as a dict"
        vectors.check_violations(case["violations"], found)
        return {"violations": vectors.rows(found)}

    def replies(self, case: Case) -> Result:
        kinds = ("answer", "reveals", "refused", "unreadable")
        vectors.only(case, "gateway", "sent", "status", "headers", "body", "body_text", "body_hex", *kinds)
        call = self.operation.send(self.gateway(case), case["sent"], {})
        return self.reply(call, case)[0]

    def reply(self, call: Call[Any], case: Case) -> tuple[Result, Any]:
        """What a call makes of the reply that a case gives: as a result, and the answer itself."""
        body = vectors.case_bytes(case, "body")
        headers = case.get("headers")
        result, answer = self.parsed(call, case, headers, body)
        # The same from a saved reader, and however the parts are given.
        saved: ReplyReader[Any] = ReplyReader.from_bytes(call.reader.to_bytes())
        assert saved == call.reader
        pairs = list((headers or {}).items())
        assert self.parsed(saved, case, pairs, memoryview(body)) == (result, answer)
        as_bytes = [(name.encode(), value.encode()) for name, value in pairs]
        assert self.parsed(saved, case, as_bytes, bytearray(body)) == (result, answer)
        return result, answer

    def walks(self, case: Case) -> Result:
        """One page after the other, each asked for as the answer before it says."""
        vectors.only(case, "gateway", "sent", "pages")
        gateway, request = self.gateway(case), case["sent"]
        answers: list[Any] = []
        for page in case["pages"]:
            assert request is not None, "the walk ends too early"
            call = self.operation.send(gateway, request, {})
            assert call.url == page["url"]
            result, answer = self.reply(call, {"id": case["id"]} | page)
            answers.append(result["answer"])
            # The request for the next page can be kept for a later day.
            request = pickle.loads(pickle.dumps(answer.next))
        assert request is None, "the walk goes on"
        return {"answers": answers}

    def parsed(self, reader: Call[Any] | ReplyReader[Any], case: Case, headers: Any, body: Any) -> tuple[Result, Any]:
        try:
            answer = reader.parse(case["status"], headers, body)
        except ReplyError as error:
            assert error.raw_body == bytes(body)
            whole = vectors.camel(error.to_dict())
            kind = "refused" if isinstance(error, Refused) else "unreadable"
            assert kind in case, f"it became an error: {whole}"
            free = {"message"} | ({"reason", "path", "offset"} if isinstance(error, UnreadableReply) else set())
            told = {name: part for name, part in whole.items() if name not in free or name in case[kind]}
            assert told == case[kind]
            return {"error": whole}, None
        assert answer.raw_body == bytes(body)
        plain = vectors.shown(answer, answer.to_dict())
        assert "answer" in case, f"it became an answer: {plain}"
        assert vectors.fits(case["answer"], plain), f"expected {case['answer']}\nfound {plain}"
        assert case.get("reveals") == (answer.reveal() if isinstance(answer, TOKENS) else None)
        return {"answer": plain}, answer

    def plans(self, case: Case) -> Result:
        told = ("bodies", "warnings", "rejected", "violations")
        vectors.only(case, "gateway", "now", "messages", "envelope", "options", *told)
        assert self.operation.plan is not None
        make = getattr(self.gateway(case), self.operation.plan)
        named = case["options"] | case.get("envelope", {}) | vectors.case_moment(case)
        try:
            plan = make(iter(case["messages"]), **named)
            calls = list(plan)
        except InvalidRequest as error:
            vectors.check_violations(case["violations"], error.violations)
            return {"violations": vectors.rows(error.violations)}
        bodies = [call.body.decode() for call in calls]
        assert [json.loads(body) for body in bodies] == case["bodies"]
        assert len(plan.rejected) == len(case["rejected"])
        for expected, found in zip(case["rejected"], plan.rejected, strict=True):
            assert (found.position, found.destination) == (expected["position"], expected.get("destination"))
            vectors.check_violations(expected["violations"], found.violations)
        rejected = [
            {"position": row.position, "violations": vectors.rows(row.violations)}
            | ({} if row.destination is None else {"destination": row.destination})
            for row in plan.rejected
        ]
        warnings = tuple(warning for call in calls for warning in call.warnings)
        if "warnings" in case:
            vectors.check_violations(case["warnings"], warnings)
        return {"bodies": bodies, "warnings": vectors.rows(warnings), "rejected": rejected}


class WebhookRunner:
    """Runs the cases of a file of webhooks."""

    sections = ("webhooks",)

    def __init__(self, name: str) -> None:
        self.parse = WEBHOOKS[name]
        self.file = vectors.load(name, ["webhooks"])
        self.kinds = set(_native.event_kinds()[name.split("/")[0]])

    def webhooks(self, case: Case) -> Result:
        given = ("method", "headers", "query", "body", "body_text", "body_hex", "limits")
        vectors.only(case, *given, "events", "malformed", "unreadable")
        has_body = any(name in case for name in ("body", "body_text", "body_hex"))
        body = vectors.case_bytes(case, "body") if has_body else b""
        headers, query = case.get("headers"), case.get("query", "")
        result = self.parsed(case, headers, query, body)
        # However a framework gives the parts.
        pairs = [(name.encode(), value.encode()) for name, value in (headers or {}).items()]
        assert self.parsed(case, pairs, query.encode(), memoryview(body)) == result
        assert self.parsed(case, iter((headers or {}).items()), query or None, bytearray(body)) == result
        return result

    def parsed(self, case: Case, headers: Any, query: str | bytes | None, body: Any) -> Result:
        try:
            webhook = self.parse(case["method"], headers, query, body, limits=case.get("limits"))
        except UnreadableWebhook as error:
            assert error.raw_body in {bytes(body), case.get("query", "").encode()}
            error_told = vectors.camel(error.to_dict())
            assert "unreadable" in case, f"it became an error: {error_told}"
            told = {name: part for name, part in error_told.items() if name == "code" or name in case["unreadable"]}
            assert told == case["unreadable"]
            return {"error": error_told}
        assert webhook.raw_body in {bytes(body), case.get("query", "").encode()}
        assert pickle.loads(pickle.dumps(webhook)) == webhook
        whole: Result = vectors.shown(webhook, webhook.to_dict())
        for shown, event in zip(whole["events"], webhook.events, strict=True):
            assert event.kind in self.kinds
            shown["kind"] = event.kind
        assert "events" in case, f"it was read: {whole}"
        assert vectors.fits({"events": case["events"], "malformed": case.get("malformed", [])}, whole), str(whole)
        return whole


def test_every_file_has_a_runner() -> None:
    assert sorted([*OPERATIONS, *WEBHOOKS]) == vectors.FILES


@pytest.mark.parametrize("name", vectors.FILES)
def test_every_case(name: str) -> None:
    runner = WebhookRunner(name) if name in WEBHOOKS else Runner(name)
    results: dict[str, Result] = {}
    failures: list[str] = []
    ran = 0
    for section in runner.sections:
        for case in runner.file[section]:
            key = f"{section}/{case['id']}"
            ran += 1
            try:
                result: Result = getattr(runner, section)(case)
            except (Exception, pytest.fail.Exception) as error:
                failures.append(f"{key}: {type(error).__name__}: {error}")
                continue
            assert key not in results, f"{key} stands twice"
            results[key] = result
    total = sum(len(runner.file[section]) for section in runner.sections)
    typed_as_well = f"; {runner.typed} requests typed as well" if isinstance(runner, Runner) else ""
    vectors.COUNTS.append(f"{name}: ran {ran}, skipped {total - ran}, failed {len(failures)}{typed_as_well}")
    assert not failures, f"{len(failures)} cases failed:\n\n" + "\n\n".join(failures)
    assert ran == total
    assert isinstance(runner, WebhookRunner) or runner.typed > 0
    RESULTS[name] = results
    path = os.environ.get("SMSKERNEL_RESULTS")
    if path and RESULTS.keys() == set(vectors.FILES):
        text = json.dumps(RESULTS, indent=2, sort_keys=True, ensure_ascii=False)
        Path(path).write_text(text + "\n", encoding="utf-8")
