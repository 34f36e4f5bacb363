"""The shared vectors, each through every door of the package.

With SMSKERNEL_RESULTS set, what came out is written to that file, for the comparison with the other languages.
"""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeAlias

import pytest
from smskernel import Call, InvalidRequest, Refused, ReplyError, ReplyReader, UnreadableReply, infobip, smslist

from . import typed, vectors

Case: TypeAlias = dict[str, Any]
Result: TypeAlias = dict[str, Any]

RESULTS: dict[str, dict[str, Result]] = {}


class Dialect(Protocol):
    """What a runner needs to know of an operation."""

    def gateway(self, options: Case) -> Any: ...
    def send(self, gateway: Any, request: object, now: Any) -> Call: ...
    def send_json(self, gateway: Any, text: str | bytes, now: Any) -> Call: ...
    def check(self, payload: object, **options: Any) -> tuple[Any, ...]: ...


class SendText:
    CREDENTIALS: ClassVar[dict[str, Any]] = {
        "api_key": infobip.ApiKey,
        "basic": infobip.Basic,
        "ibsso": infobip.Ibsso,
        "bearer": infobip.Bearer,
    }

    def gateway(self, options: Case) -> infobip.Gateway:
        auth = options.get("auth")
        if isinstance(auth, dict) and auth.get("type") in self.CREDENTIALS:
            parts = {name: part for name, part in auth.items() if name != "type"}
            with contextlib.suppress(TypeError):
                options = options | {"auth": self.CREDENTIALS[auth["type"]](**parts)}
        return infobip.Gateway(**options)

    def send(self, gateway: infobip.Gateway, request: Any, now: Any) -> Call:
        return gateway.send_text(request, now=now)

    def send_json(self, gateway: infobip.Gateway, text: str | bytes, now: Any) -> Call:
        return gateway.send_text_json(text, now=now)

    def check(self, payload: object, **options: Any) -> tuple[Any, ...]:
        return infobip.check_text(payload, **options)


class SendBulk:
    def gateway(self, options: Case) -> smslist.Gateway:
        return smslist.Gateway(**options)

    def send(self, gateway: smslist.Gateway, request: Any, now: Any) -> Call:
        return gateway.send_bulk(request, now=now)

    def send_json(self, gateway: smslist.Gateway, text: str | bytes, now: Any) -> Call:
        return gateway.send_bulk_json(text, now=now)

    def check(self, payload: object, **options: Any) -> tuple[Any, ...]:
        return smslist.check_bulk(payload, **options)


DIALECTS: dict[str, Dialect] = {"infobip/send_text": SendText(), "smslist/send_bulk": SendBulk()}


class Runner:
    """Runs the cases of one file."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.file = vectors.load(name)
        self.dialect = DIALECTS[name]
        self.typed = 0

    def gateway(self, case: Case) -> Any:
        return self.dialect.gateway(self.file["gateway"] | case.get("gateway", {}))

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
        now = vectors.case_now(case)
        try:
            gateway = self.gateway(case)
        except InvalidRequest as error:
            vectors.check_violations(case["violations"], error.violations)
            return {"violations": vectors.rows(error.violations)}
        given = vectors.case_bytes(case, "params")
        result, by_text = self.outcome(lambda: self.dialect.send_json(gateway, given, now))
        if "params_hex" not in case:
            assert self.outcome(lambda: self.dialect.send_json(gateway, given.decode(), now))[0] == result, "as str"
        if "params" in case:
            params = case["params"]
            assert self.outcome(lambda: self.dialect.send(gateway, params, now))[0] == result, "as a dict"
            try:
                request = typed.request(self.name, params)
            except typed.Unfit:
                pass
            else:
                self.typed += 1
                assert self.outcome(lambda: self.dialect.send(gateway, request, now))[0] == result, "typed"
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
        vectors.only(case, "now", "limits", "allow", "forbid", "payload", "payload_text", "payload_hex", "violations")
        options: Case = {name: case[name] for name in ("limits", "allow", "forbid") if name in case}
        options["now"] = vectors.case_now(case)
        found = self.dialect.check(vectors.case_bytes(case, "payload"), **options)
        if "payload" in case:
            assert self.dialect.check(case["payload"], **options) == found, "as a dict"
        vectors.check_violations(case["violations"], found)
        return {"violations": vectors.rows(found)}

    def replies(self, case: Case) -> Result:
        kinds = ("answer", "refused", "unreadable")
        vectors.only(case, "gateway", "sent", "status", "headers", "body", "body_text", "body_hex", *kinds)
        call = self.dialect.send(self.gateway(case), case["sent"], None)
        body = vectors.case_bytes(case, "body")
        headers = case.get("headers")
        result = self.parsed(call, case, headers, body)
        # The same from a saved reader, and however the parts are given.
        saved: ReplyReader[Any] = ReplyReader.from_bytes(call.reader.to_bytes())
        assert saved == call.reader
        pairs = list((headers or {}).items())
        assert self.parsed(saved, case, pairs, memoryview(body)) == result
        assert self.parsed(saved, case, [(k.encode(), v.encode()) for k, v in pairs], bytearray(body)) == result
        return result

    def parsed(self, reader: Call | ReplyReader[Any], case: Case, headers: Any, body: Any) -> Result:
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
            return {"error": whole}
        assert answer.raw_body == bytes(body)
        plain = vectors.camel(answer.to_dict())
        assert "answer" in case, f"it became an answer: {plain}"
        assert plain == case["answer"]
        return {"answer": plain}

    def plans(self, case: Case) -> Result:
        vectors.only(case, "gateway", "now", "messages", "envelope", "options", "bodies", "rejected", "violations")
        gateway, now = self.gateway(case), vectors.case_now(case)
        try:
            plan = gateway.plan(iter(case["messages"]), **case["options"], **case.get("envelope", {}), now=now)
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
        warnings = [row for call in calls for row in vectors.rows(call.warnings)]
        return {"bodies": bodies, "warnings": warnings, "rejected": rejected}


def test_every_file_has_a_runner() -> None:
    assert sorted(DIALECTS) == vectors.FILES


@pytest.mark.parametrize("name", vectors.FILES)
def test_every_case(name: str) -> None:
    runner = Runner(name)
    results: dict[str, Result] = {}
    failures: list[str] = []
    ran = 0
    for section in vectors.SECTIONS:
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
    total = sum(len(runner.file[section]) for section in vectors.SECTIONS)
    vectors.COUNTS.append(
        f"{name}: ran {ran}, skipped {total - ran}, failed {len(failures)}; {runner.typed} requests typed as well"
    )
    assert not failures, f"{len(failures)} cases failed:\n\n" + "\n\n".join(failures)
    assert ran == total
    assert runner.typed > 0
    RESULTS[name] = results
    path = os.environ.get("SMSKERNEL_RESULTS")
    if path and RESULTS.keys() == set(vectors.FILES):
        text = json.dumps(RESULTS, indent=2, sort_keys=True, ensure_ascii=False)
        Path(path).write_text(text + "\n", encoding="utf-8")
