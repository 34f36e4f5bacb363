"""What the package costs beside `json`, the vendor's SDK, pydantic and smpplib, in one run.

Ratios matter; times are this machine's. Each figure is the best of several rounds, in which the two that are compared
take turns. Packages that are not installed are told and left out.
"""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from smskernel import infobip, segments, smslist
from smskernel.text import count_many

MESSAGES = 1000
ROUNDS = 20
TURNS = 3

INFOBIP = infobip.Gateway("https://example.com", auth=infobip.ApiKey("key"))
SMSLIST = smslist.Gateway("https://example.com", partner_id="1", api_key="key", sender="SENDER")


def full(row: int) -> dict[str, Any]:
    """The documents' first message, with a number and an id of its own."""
    return {
        "from": "SMSC",
        "destinations": [{"to": f"4179302{row:04}", "messageId": f"MESSAGE-ID-{row}"}],
        "text": "Artık Ulusal Dil Tanımlayıcısı ile Türkçe karakterli smslerinizi rahatlıkla iletebilirsiniz.",
        "flash": False,
        "language": {"languageCode": "TR"},
        "transliteration": "TURKISH",
        "intermediateReport": True,
        "notifyUrl": "https://www.example.com/sms/advanced",
        "notifyContentType": "application/json",
        "callbackData": "DLR callback data",
        "validityPeriod": 720,
    }


def short(row: int) -> dict[str, Any]:
    return {"from": "SMSC", "destinations": [{"to": f"4179302{row:04}"}], "text": "This is a sample message"}


def item(row: int) -> dict[str, Any]:
    return {"mobile": f"25471234{row:04}", "message": "This is a sample message", "clientsmsid": row}


def typed(message: dict[str, Any]) -> infobip.TextMessage:
    (destination,) = message["destinations"]
    return infobip.TextMessage(
        sender=message["from"],
        to=[infobip.Destination(to=destination["to"], message_id=destination["messageId"])],
        text=message["text"],
        flash=message["flash"],
        language=infobip.Language(language_code=message["language"]["languageCode"]),
        transliteration=message["transliteration"],
        intermediate_report=message["intermediateReport"],
        notify_url=message["notifyUrl"],
        notify_content_type=message["notifyContentType"],
        callback_data=message["callbackData"],
        validity_period=message["validityPeriod"],
    )


def seconds(work: Callable[[], object]) -> float:
    """The time of one turn of several."""
    started = time.perf_counter()
    for _ in range(TURNS):
        work()
    return (time.perf_counter() - started) / TURNS


def compare(what: str, ours: Callable[[], object], beside: str, theirs: Callable[[], object], aim: str = "") -> None:
    """Prints how our best time relates to another's."""
    gc.collect()
    rounds = [(seconds(ours), seconds(theirs)) for _ in range(ROUNDS)]
    first, other = (min(times) * 1e3 for times in zip(*rounds, strict=True))
    print(f"{what:<44} {first:8.3f} ms   {beside:<38} {other:8.3f} ms   {first / other:6.3f} × {aim}")


def requests() -> None:
    for what, send, request in [
        ("send_text, 1000 dicts of 14 fields", INFOBIP.send_text, {"messages": [full(row) for row in range(MESSAGES)]}),
        ("send_text, 1000 dicts of 3 fields", INFOBIP.send_text, {"messages": [short(row) for row in range(MESSAGES)]}),
        ("send_bulk, 1000 dicts of 3 fields", SMSLIST.send_bulk, {"smslist": [item(row) for row in range(MESSAGES)]}),
    ]:
        ours, theirs = partial(send, request), partial(json.dumps, request)
        compare(what, ours, "json.dumps of them alone", theirs, "(aim: 1.00)")
    messages = [typed(full(row)) for row in range(MESSAGES)]
    dicts = {"messages": [full(row) for row in range(MESSAGES)]}
    text = json.dumps(dicts)
    ours = partial(INFOBIP.send_text, messages=messages)
    compare("send_text, 1000 request objects", ours, "json.dumps of as many dicts", partial(json.dumps, dicts))
    ours = partial(INFOBIP.send_text_json, text)
    compare(
        "send_text_json, the same as text", ours, "json.loads and dumps of it", lambda: json.dumps(json.loads(text))
    )
    one = {"messages": [full(1)]}
    compare("send_text, one dict", partial(INFOBIP.send_text, one), "json.dumps of it", partial(json.dumps, one))


def sdk() -> None:
    try:
        from infobip_api_client import ApiClient, Configuration
        from infobip_api_client.models import (
            SmsAdvancedTextualRequest,
            SmsDestination,
            SmsLanguage,
            SmsTextualMessage,
        )
    except ImportError as error:
        print(f"left out: infobip-api-python-client==4.0.0 ({error})")
        return
    client = ApiClient(Configuration(host="https://example.com"))
    rows = [full(row) for row in range(MESSAGES)]

    def message(row: dict[str, Any]) -> Any:
        (destination,) = row["destinations"]
        return SmsTextualMessage(
            var_from=row["from"],
            destinations=[SmsDestination(to=destination["to"], message_id=destination["messageId"])],
            text=row["text"],
            flash=row["flash"],
            language=SmsLanguage(language_code=row["language"]["languageCode"]),
            transliteration=row["transliteration"],
            intermediate_report=row["intermediateReport"],
            notify_url=row["notifyUrl"],
            notify_content_type=row["notifyContentType"],
            callback_data=row["callbackData"],
            validity_period=row["validityPeriod"],
        )

    def theirs() -> str:
        request = SmsAdvancedTextualRequest(messages=[message(row) for row in rows])
        return json.dumps(client.sanitize_for_serialization(request))

    assert len(json.loads(theirs())["messages"][0]) >= 11
    vendor = "infobip-api-python-client 4.0.0"
    ours = partial(INFOBIP.send_text, {"messages": rows})
    compare("send_text, 1000 dicts of 14 fields", ours, vendor, theirs, "(aim: 0.10)")

    def made_and_built() -> object:
        return INFOBIP.send_text(messages=[typed(row) for row in rows])

    compare("send_text, 1000 objects, made and built", made_and_built, vendor, theirs, "(aim: 0.10)")


def full_status() -> dict[str, Any]:
    name = {"groupId": 1, "groupName": "PENDING", "id": 26, "name": "PENDING_ACCEPTED"}
    return name | {"description": "Message sent to next instance"}


def replies() -> None:
    try:
        from pydantic import BaseModel
    except ImportError as error:
        print(f"left out: pydantic ({error})")
        return

    class Status(BaseModel):
        groupId: int
        groupName: str
        id: int
        name: str
        description: str
        action: str | None = None

    class Message(BaseModel):
        to: str
        messageId: str
        smsCount: int | None = None
        status: Status

    class Reply(BaseModel):
        bulkId: str | None = None
        messages: list[Message]

    status = {
        "groupId": 1,
        "groupName": "PENDING",
        "id": 26,
        "name": "PENDING_ACCEPTED",
        "description": "Pending Accepted",
    }
    call = INFOBIP.send_text({"messages": [full(row) for row in range(MESSAGES)]})
    entries = [
        {"to": f"4179302{row:04}", "messageId": f"MESSAGE-ID-{row}", "smsCount": 1, "status": status}
        for row in range(MESSAGES)
    ]
    body = json.dumps({"bulkId": "BULK-ID-123-xyz", "messages": entries}).encode()

    def ours() -> int:
        answer = call.parse(200, None, body)
        read = len(answer.bulk_id or "")
        for message in answer.messages:
            told, outcome = message.status, message.outcome
            assert told is not None
            _ = (message.position, message.destination, message.to, message.message_id, message.sms_count)
            _ = (told.group_id, told.group_name, told.id, told.name, told.description, told.action)
            _ = (outcome.state, outcome.is_final, outcome.code, outcome.text, outcome.resend, outcome.resend_after)
            read += 1
        return read

    def theirs() -> int:
        answer = Reply.model_validate_json(body)
        read = len(answer.bulkId or "")
        for message in answer.messages:
            told = message.status
            _ = (message.to, message.messageId, message.smsCount)
            _ = (told.groupId, told.groupName, told.id, told.name, told.description, told.action)
            read += 1
        return read

    assert ours() == theirs()
    compare("parse, 1000 entries, every field read", ours, "pydantic, every field read", theirs, "(aim: 0.50)")
    compare("parse, 1000 entries", partial(call.parse, 200, None, body), "json.loads", partial(json.loads, body))


REPORTS = 10_000


def report(row: int) -> dict[str, Any]:
    """A report as the documents have it, with the price and the error that all have."""
    return {
        "bulkId": "80664c0c-e1ca-414d-806a-5caf146463df",
        "messageId": f"MESSAGE-ID-{row}",
        "to": f"417930{row:05}",
        "from": "SMSC",
        "sentAt": "2019-11-09T16:00:00.000+0000",
        "doneAt": "2019-11-09T16:00:00.000+0000",
        "smsCount": 1,
        "mccMnc": "22801",
        "callbackData": "DLR callback data",
        "price": {"pricePerMessage": 0.01, "currency": "EUR"},
        "status": {
            "groupId": 3,
            "groupName": "DELIVERED",
            "id": 5,
            "name": "DELIVERED_TO_HANDSET",
            "description": "Message delivered to handset",
        },
        "error": {
            "groupId": 0,
            "groupName": "Ok",
            "id": 0,
            "name": "NO_ERROR",
            "description": "No Error",
            "permanent": False,
        },
    }


def webhooks() -> None:
    body = json.dumps({"results": [report(row) for row in range(REPORTS)]}).encode()
    parse = partial(infobip.parse_webhook, "POST", {"Content-Type": "application/json"}, "", body)

    def ours() -> int:
        read = 0
        for event in parse().events:
            match event:
                case infobip.DeliveryReport(price=price, status=told, error=error, outcome=outcome):
                    _ = (event.bulk_id, event.message_id, event.to, event.sender, event.sent_at, event.done_at)
                    _ = (event.sms_count, event.mcc_mnc, event.callback_data, event.text, event.entity_id)
                    _ = (event.application_id, event.campaign_reference_id)
                    if price and told and error:
                        _ = (price.price_per_message, price.currency)
                        _ = (told.group_id, told.group_name, told.id, told.name, told.description, told.action)
                        _ = (error.group_id, error.group_name, error.id, error.name, error.description, error.permanent)
                    _ = (outcome.state, outcome.is_final, outcome.code, outcome.text, outcome.resend)
                    _ = outcome.resend_after
                    read += 1
                case _:
                    pass
        return read

    assert ours() == REPORTS
    compare("parse_webhook, 10000 reports, every field read", ours, "json.loads", partial(json.loads, body))
    compare("parse_webhook, 10000 reports", parse, "json.loads", partial(json.loads, body))
    answer = partial(INFOBIP.get_reports().parse, 200, None, body)
    compare("get_reports, parse, 10000 reports", answer, "json.loads", partial(json.loads, body))


def each(work: Callable[[str], Any], many: list[str]) -> list[Any]:
    return [work(text) for text in many]


def texts() -> None:
    try:
        from smpplib.gsm import make_parts
    except ImportError as error:
        print(f"left out: smpplib==2.2.4 ({error})")
        return
    for what, repeated, length, aims in [
        (
            "160 GSM characters",
            "Your parcel is here: collect it until Friday, 6 pm. ",
            160,
            ("(aim: 0.025)", "(aim: 0.083)"),
        ),
        (
            "500 with extension characters",
            "Total [EUR]: 12.50€ ~ see {shop} for |details| ",
            500,
            ("(aim: 0.025)", "(aim: 0.083)"),
        ),
        (
            "200 code points with emoji",
            "Your table is booked 🎉 for tonight, see you soon 👋 ",
            200,
            ("", "(aim: 0.083)"),
        ),
    ]:
        text = (repeated * length)[:length]
        # Each is an object of its own, as texts are that somebody read.
        many = [f"{text[:-4]}{row:04}" for row in range(MESSAGES)]
        theirs = partial(each, make_parts, many)
        assert sum(count_many(many).parts) == sum(len(parts) for parts, *_ in theirs())
        compare(f"count_many, 1000 of {what}", partial(count_many, many), "smpplib make_parts", theirs, aims[0])
        compare(f"segments, 1000 of {what}", partial(each, segments, many), "smpplib make_parts", theirs, aims[1])


if __name__ == "__main__":
    requests()
    sdk()
    replies()
    webhooks()
    texts()
