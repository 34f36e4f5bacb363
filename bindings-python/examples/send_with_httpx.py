"""Sends a list of rows with httpx, in as many calls as it takes, and tells what became of each row.

SMS_URL is the account's base URL; SMS_PARTNER, SMS_KEY and SMS_SENDER are what the operator gave out.
"""

import os
from collections.abc import Iterator

import httpx
from smskernel import Call, ReplyError, smslist

ROWS = [("0712345001", "Your parcel is here."), ("0712345002", "Your parcel is here."), ("no number", "Hello?")]


def messages() -> Iterator[smslist.BulkMessage]:
    for row, (number, text) in enumerate(ROWS):
        yield smslist.BulkMessage(to=number, text=text, client_sms_id=f"row-{row}")


def exchange(client: httpx.Client, call: Call[smslist.SentBulk]) -> smslist.SentBulk | ReplyError | None:
    """What became of a call: its answer, the error that its reply is, or None where no reply came."""
    try:
        reply = client.request(call.method, call.url, headers=call.headers, content=call.body)
    except httpx.TransportError:
        return None
    try:
        return call.parse(reply.status_code, reply.headers, reply.content)
    except ReplyError as error:
        return error


def main() -> None:
    gateway = smslist.Gateway(
        os.environ["SMS_URL"],
        partner_id=os.environ["SMS_PARTNER"],
        api_key=os.environ["SMS_KEY"],
        sender=os.environ["SMS_SENDER"],
        limits={"messages_per_call": 20},
    )
    plan = gateway.plan(messages(), on_invalid="set_aside")
    # httpx follows no redirects unless told to.
    with httpx.Client(timeout=30) as client:
        results = [(call, exchange(client, call)) for call in plan]
    for row in plan.merge(results):
        print(row.position, row.to, row.outcome.state, row.outcome.resend, row.outcome.text)


if __name__ == "__main__":
    main()
