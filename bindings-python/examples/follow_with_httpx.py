"""Gets a token, sends a list of rows through Blackkonnect with httpx, and asks what became of each message.

SMS_URL is the account's base URL; SMS_CLIENT and SMS_SECRET are what the operator gave out.
"""

import os
from collections.abc import Iterator
from typing import TypeVar

import httpx
from smskernel import Call, ReplyError, blackkonnect

Answer = TypeVar("Answer")

NUMBERS = [f"25471234{row:04}" for row in range(50)] + ["no number"]
TRIES = 3


def exchange(client: httpx.Client, call: Call[Answer]) -> Answer | ReplyError | None:
    """What became of a call: its answer, the error that its reply is, or None where no reply came."""
    try:
        reply = client.request(call.method, call.url, headers=call.headers, content=call.body)
    except httpx.TransportError:
        return None
    try:
        return call.parse(reply.status_code, reply.headers, reply.content)
    except ReplyError as error:
        return error


def ask(client: httpx.Client, call: Call[Answer]) -> Answer:
    """The answer to a call that sends no message: unlike one that does, it may be made again after a lost reply."""
    for _ in range(TRIES):
        result = exchange(client, call)
        if isinstance(result, ReplyError):
            if result.resend != "safe":
                raise result
        elif result is not None:
            return result
    raise ConnectionError(f"no answer to {call.reader.operation}")


def statuses(
    client: httpx.Client, gateway: blackkonnect.Gateway, correlation_id: str
) -> Iterator[blackkonnect.GatewayMessageDeliveryStatus]:
    """Where the messages of a bulk stand, page by page."""
    request: blackkonnect.GetBulkStatus | None = blackkonnect.GetBulkStatus(correlation_id, size=10)
    while request is not None:
        page = ask(client, gateway.get_bulk_status(request))
        # Some gateways give the same page again instead of the next.
        if not page.is_repeated:
            yield from page.statuses
        request = page.next


def main() -> None:
    account = blackkonnect.Gateway(os.environ["SMS_URL"], limits={"messages_per_call": 20})
    # httpx follows no redirects unless told to.
    with httpx.Client(timeout=30) as client:
        try:
            token = ask(
                client,
                account.get_token(client_id=os.environ["SMS_CLIENT"], client_secret=os.environ["SMS_SECRET"]),
            )
        except (ReplyError, ConnectionError) as error:
            print(error)
            return
        gateway = account.with_token(token)
        to = [blackkonnect.MessageDestination(to=number, message_id=f"row-{row}") for row, number in enumerate(NUMBERS)]
        message = blackkonnect.SmsMessage(to=to, text="The shop opens at nine.")
        plan = gateway.plan([message], on_invalid="set_aside", sender="SHOP")
        results = [(call, exchange(client, call)) for call in plan]
        for row in plan.merge(results):
            print(row.destination, row.to or "-", row.outcome.state, row.outcome.resend)
        for _, result in results:
            if isinstance(result, blackkonnect.BulkSmsMessageResponse) and result.correlation_id:
                for status in statuses(client, gateway, result.correlation_id):
                    print(status.message_id, status.delivery_status, status.outcome.state)


if __name__ == "__main__":
    main()
