"""Sends several calls at a time with httpx and asyncio, and tells what became of each message.

SMS_URL is the account's base URL, SMS_KEY its API key.
"""

import asyncio
import os

import httpx
from smskernel import Call, ReplyError, infobip

NUMBERS = [f"4179302{row:04}" for row in range(50)]


async def exchange(
    client: httpx.AsyncClient, call: Call[infobip.SentMessages]
) -> tuple[Call[infobip.SentMessages], infobip.SentMessages | ReplyError | None]:
    """A call with what became of it: its answer, the error that its reply is, or None where no reply came."""
    try:
        reply = await client.request(call.method, call.url, headers=call.headers, content=call.body)
        return call, call.parse(reply.status_code, reply.headers, reply.content)
    except httpx.TransportError:
        return call, None
    except ReplyError as error:
        return call, error


async def main() -> None:
    gateway = infobip.Gateway(
        os.environ["SMS_URL"], auth=infobip.ApiKey(os.environ["SMS_KEY"]), limits={"messages_per_call": 20}
    )
    # One message to many numbers is cut, too.
    plan = gateway.plan([infobip.TextMessage(sender="SMSC", to=NUMBERS, text="The shop opens at nine.")])
    # httpx follows no redirects unless told to.
    async with httpx.AsyncClient(timeout=30) as client:
        results = await asyncio.gather(*(exchange(client, call) for call in plan))
    for row in plan.merge(results):
        print(row.position, row.destination, row.to, row.outcome.state, row.outcome.resend)


if __name__ == "__main__":
    asyncio.run(main())
