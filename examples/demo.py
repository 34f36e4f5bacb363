"""Sends through the installed package, with requests, to a gateway on loopback, and tells what became of each message.

`make demo` runs it. It ends with an error if any outcome is not the one that is expected.
"""

import json
import os
import subprocess
import sys
import urllib.parse
from collections.abc import Generator
from contextlib import contextmanager
from typing import TypeVar

import requests
import smskernel
from smskernel import blackkonnect, infobip, smslist

Sent = (
    infobip.SentMessages
    | smslist.SentBulk
    | blackkonnect.SimpleSmsMessageResponse
    | blackkonnect.BulkSmsMessageResponse
)
Answer = TypeVar("Answer", bound=Sent | blackkonnect.Token | blackkonnect.DeliveryStatuses)

CREDENTIALS = {"authorization", "x-serviceaccount-id", "x-organisation-id"}
failures: list[str] = []


@contextmanager
def sandbox() -> Generator[str]:
    """Starts the gateway of tests/sandbox on a free port of loopback and gives its URL."""
    command = [os.environ["SMSKERNEL_SANDBOX"], "--until-stdin-closes"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield process.stdout.readline().removeprefix("listening on ").strip()
        finally:
            process.stdin.close()


def heading(text: str) -> None:
    print(f"\n\033[1m{text}\033[0m" if sys.stdout.isatty() else f"\n{text}")


def expect(what: str, found: object, wanted: object) -> None:
    if found != wanted:
        failures.append(f"{what}: {found!r} instead of {wanted!r}")
        print(f"  UNEXPECTED {failures[-1]}")


def show_call(call: smskernel.Call[object]) -> None:
    """What is about to be sent, without the credentials in it."""
    print(f"  → {call.method} {call.url}")
    for name, value in call.headers.items():
        print(f"    {name}: {'(hidden)' if name.lower() in CREDENTIALS else value}")
    print(f"    {describe(call)}")
    for warning in call.warnings:
        print(f"    warning: {warning}")


def describe(call: smskernel.Call[object]) -> str:
    """What the body is, by its names alone."""
    kind = call.headers.get("Content-Type")
    if kind is None:
        return "no body"
    if kind == "application/x-www-form-urlencoded":
        return f"{len(call.body)} bytes of a form: {', '.join(urllib.parse.parse_qs(call.body.decode()))}"
    body = json.loads(call.body)
    items = body.get("messages") or body.get("smslist") or [body]
    return f"{len(call.body)} bytes of JSON: {len(items)} items with {', '.join(items[0])}"


def exchange(call: smskernel.Call[Answer]) -> Answer | smskernel.ReplyError | None:
    """Sends a call. Gives its answer, or the error that the reply is, or None where no reply came."""
    show_call(call)
    try:
        reply = requests.request(
            call.method, call.url, headers=call.headers, data=call.body, allow_redirects=False, timeout=30
        )
    except requests.RequestException as error:
        print(f"  ← no reply ({type(error).__name__})")
        return None
    kind = reply.headers.get("content-type", "no content type")
    print(f"  ← HTTP {reply.status_code}, {kind}, {len(reply.content)} bytes")
    try:
        return call.parse(reply.status_code, reply.headers, reply.content)
    except smskernel.ReplyError as error:
        print(f"    {type(error).__name__}: {error}")
        return error


def show_outcome(to: str | None, id: str | None, outcome: smskernel.Outcome) -> None:
    words = " ".join(word for word in (outcome.code, outcome.text) if word)
    words = words if len(words) <= 70 else f"{words[:69]}…"
    print(f"    {to or '-':<13} {id or '-':<8} {outcome.state:<9} resend {outcome.resend:<10} {words}".rstrip())


def states(answer: object) -> list[tuple[str, str]]:
    """State and advice of each message of an answer."""
    if not isinstance(answer, Sent):
        return []
    return [(message.outcome.state, message.outcome.resend) for message in answer.messages]


def send_text(url: str) -> None:
    heading("1. infobip.send_text: one of three numbers is refused inside HTTP 200")
    gateway = infobip.Gateway(f"{url}/as/refuse-834", auth=infobip.ApiKey("sandbox-api-key"))
    call = gateway.send_text(
        messages=[
            infobip.TextMessage(
                sender="SMSC",
                to=[
                    infobip.Destination(to="+41 79 302 67 27", message_id="text-1"),
                    infobip.Destination(to="41793026834", message_id="text-2"),
                ],
                text="Your parcel is on its way.",
            ),
            infobip.TextMessage(
                sender="SMSC",
                to=[infobip.Destination(to="41793026731", message_id="text-3")],
                text="Grüezi! Ihr Paket ist unterwegs.",
            ),
        ]
    )
    sent = exchange(call)
    if isinstance(sent, infobip.SentMessages):
        for message in sent.messages:
            show_outcome(message.to, message.message_id, message.outcome)
    expect("outcomes", states(sent), [("pending", "never"), ("rejected", "after_fix"), ("pending", "never")])


def send_bulk(url: str) -> None:
    heading("2. smslist.send_bulk, an old deployment: its keys, its number types, one refusal inside HTTP 200")
    gateway = smslist.Gateway(
        f"{url}/as/old+refuse-002", partner_id=12345, api_key="sandbox-apikey", sender="SANDBOX", trailing_slash=True
    )
    call = gateway.send_bulk(
        messages=[
            smslist.BulkMessage(to="254712345678", text="Your parcel is on its way.", client_sms_id=1234),
            smslist.BulkMessage(to="0722 000 002", text="Your parcel is on its way.", client_sms_id=1235),
        ]
    )
    sent = exchange(call)
    if isinstance(sent, smslist.SentBulk):
        for message in sent.messages:
            show_outcome(message.to, message.client_sms_id, message.outcome)
    expect("outcomes", states(sent), [("accepted", "never"), ("rejected", "after_fix")])


def lose_a_reply(url: str) -> None:
    heading("3. The connection breaks after the request: nobody knows, and the library says so")
    gateway = infobip.Gateway(f"{url}/as/close", auth=infobip.ApiKey("sandbox-api-key"))
    call = gateway.send_text(
        messages=[
            infobip.TextMessage(
                sender="SMSC", to=[infobip.Destination(to="41793026727", message_id="lost-1")], text="Are you there?"
            )
        ]
    )
    expect("the reply", exchange(call), None)
    answer = call.no_reply()
    for message in answer.messages:
        show_outcome(message.to, message.message_id, message.outcome)
    expect("outcomes", states(answer), [("unknown", "uncertain")])
    print(f"    its reader, {len(call.reader.to_bytes())} bytes without credentials, can be saved to ask by id later")


def refuse_to_build(url: str) -> None:
    heading("4. A bad request is not built, and everything that is wrong with it is told")
    gateway = infobip.Gateway(url, auth=infobip.ApiKey("sandbox-api-key"))
    try:
        gateway.send_text(messages=[{"from": "A", "destinations": [{"to": "079 302 67 27"}], "txt": "Hi"}])
    except smskernel.InvalidRequest as error:
        for violation in error.violations:
            print(f"    {violation}")
        found = [(violation.path, violation.code) for violation in error.violations]
    else:
        found = []
    wanted = [
        ("messages[0].txt", "unknown_key"),
        ("messages[0].from", "sender_length"),
        ("messages[0].destinations[0].to", "local_number"),
        ("messages[0].text", "missing"),
    ]
    expect("violations", found, wanted)


def plan(url: str) -> None:
    heading("5. A list of seven goes through a plan: two rows set aside, calls of two, one reply lost, one row each")
    rows = [
        ("254712345001", "row-0"),
        ("0722 000 002", "row-1"),
        ("not a number", "row-2"),
        ("254712345004", "row-3"),
        ("254712345005", "row-4"),
        ("2547", "row-5"),
        ("254712345007", "row-6"),
    ]
    gateways = [
        smslist.Gateway(
            f"{url}{modes}",
            partner_id=12345,
            api_key="sandbox-apikey",
            sender="SANDBOX",
            limits={"messages_per_call": 2},
        )
        for modes in ("", "/as/close")
    ]
    messages = [smslist.BulkMessage(to=to, text="Hello!", client_sms_id=id) for to, id in rows]
    # The second of the three calls goes to a gateway that hangs up. A real one would do so by itself.
    plans = [gateway.plan(messages, on_invalid="set_aside") for gateway in gateways]
    results = []
    for index, calls in enumerate(zip(*plans, strict=True)):
        call = calls[1] if index == 1 else calls[0]
        results.append((call, exchange(call)))
    merged = plans[0].merge(results)
    print(f"  {len(results)} calls, {len(plans[0].rejected)} rows set aside, {len(merged)} results:")
    for row in merged:
        show_outcome(row.to, row.id or rows[row.position][1], row.outcome)
    expect("calls", len(results), 3)
    wanted = ["accepted", "accepted", "rejected", "unknown", "unknown", "rejected", "accepted"]
    expect("states", [row.outcome.state for row in merged], wanted)
    expect("positions", [row.position for row in merged], list(range(7)))


def send_binary(url: str) -> None:
    heading("6. infobip.send_binary: a smile in UTF-16, and octets behind a user data header")
    gateway = infobip.Gateway(url, auth=infobip.ApiKey("sandbox-api-key"))
    call = gateway.send_binary(
        messages=[
            infobip.BinaryMessage(
                to=["41793026727"],
                binary=infobip.Binary(hex="\N{SLIGHTLY SMILING FACE}".encode("utf-16-be"), data_coding=8),
            ),
            infobip.BinaryMessage(
                to=["41793026834"], binary=infobip.Binary(hex="06 05 04 0b 84 23 f0 48 69", esm_class=64)
            ),
        ]
    )
    sent = exchange(call)
    if isinstance(sent, infobip.SentMessages):
        for message in sent.messages:
            show_outcome(message.to, message.message_id, message.outcome)
    expect("outcomes", states(sent), [("pending", "never"), ("pending", "never")])
    try:
        gateway.send_binary(messages=[{"to": "41793026727", "binary": {"hex": "41 20 6C …20", "esmClass": 256}}])
    except smskernel.InvalidRequest as error:
        for violation in error.violations:
            print(f"    {violation}")
        found = [(violation.path, violation.code) for violation in error.violations]
    else:
        found = []
    wanted = [("messages[0].binary.hex", "hex_characters"), ("messages[0].binary.esmClass", "out_of_range")]
    expect("violations", found, wanted)


def bulk_and_statuses(url: str) -> None:
    heading("7. blackkonnect: a token, a bulk, and the pages of its statuses")
    account = blackkonnect.Gateway(url, service_account_id="sandbox-service-account")
    try:
        account.send_message(to="254712345678", text="Hello!")
    except smskernel.InvalidRequest as error:
        expect("violations", [violation.code for violation in error.violations], ["missing_token"])
        print(f"    {error.violations[0]}")
    token = exchange(
        account.get_token(client_id="sandbox-client@example.com", client_secret="sandbox-client-secret", scope="sms")
    )
    assert isinstance(token, blackkonnect.Token)
    print(f"    {token!r}")
    gateway = account.with_token(token)
    numbers = [f"2547123450{row:02}" for row in range(5)]
    sent = exchange(
        gateway.send_bulk(messages=[blackkonnect.SmsMessage(to=numbers, text="We open at 9.")], sender="SHOP")
    )
    assert isinstance(sent, blackkonnect.BulkSmsMessageResponse)
    for message in sent.messages:
        show_outcome(message.to, (message.message_id or "")[:8], message.outcome)
    expect("outcomes", states(sent), [("pending", "never")] * 5)
    assert sent.correlation_id is not None
    question: blackkonnect.GetBulkStatus | None = blackkonnect.GetBulkStatus(sent.correlation_id, size=2)
    pages = []
    while question is not None:
        page = exchange(gateway.get_bulk_status(question))
        assert isinstance(page, blackkonnect.DeliveryStatuses)
        pages.append([status.destination for status in page.statuses])
        question = page.next
    print(f"    {len(pages)} pages of statuses")
    # Only an empty page surely is the last.
    expect("pages", pages, [numbers[:2], numbers[2:4], numbers[4:], []])


def one_message(url: str) -> None:
    heading("8. blackkonnect: one message and its status, and a token that has expired")
    account = blackkonnect.Gateway(url, token="sandbox-blackkonnect-token")
    sent = exchange(account.send_message(to="254712345678", text="Hello!", sender="SHOP", message_id="single-1"))
    expect("outcomes", states(sent), [("pending", "never")])
    status = exchange(account.get_message_status(message_id="single-1"))
    assert isinstance(status, blackkonnect.DeliveryStatuses)
    show_outcome(status.statuses[0].destination, status.statuses[0].message_id, status.statuses[0].outcome)
    refused = exchange(account.with_token("an-old-token").get_message_status(message_id="single-1"))
    assert isinstance(refused, smskernel.Refused)
    expect("refusal", (refused.status, refused.resend), (401, "after_fix"))


def main() -> int:
    print(f"Python: smskernel {smskernel.__version__}, sending with requests {requests.__version__}")
    with sandbox() as url:
        parts = (send_text, send_bulk, lose_a_reply, refuse_to_build, plan, send_binary, bulk_and_statuses, one_message)
        for name, part in enumerate(parts, start=1):
            part(f"{url}/run/python-{name}")
    if failures:
        print(f"\nThe demo failed; not as expected: {len(failures)}")
        return 1
    print("\nPython: every outcome was as expected.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
