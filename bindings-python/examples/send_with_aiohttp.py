"""Sends a list of rows with aiohttp, several calls at a time, and tells what became of each row.

SMS_URL is the account's base URL; SMS_PARTNER, SMS_KEY and SMS_SENDER are what the operator gave out. SMS_TIMEOUT is
how many seconds to wait for each reply (30).
"""

import asyncio
import os
from collections.abc import Iterable

import aiohttp
from smskernel import Call, ReplyError, smslist

NUMBERS = [f"07123450{row:02}" for row in range(50)] + ["no number"]
CALLS_AT_A_TIME = 2


async def exchange(session: aiohttp.ClientSession, call: Call[smslist.SentBulk]) -> smslist.SentBulk | ReplyError:
    """What became of a call: its answer, or the error that its reply is."""
    try:
        # A redirected POST would become a GET that carries the key, so redirects are off.
        async with session.request(
            call.method, call.url, headers=call.headers, data=call.body, allow_redirects=False
        ) as reply:
            status, headers, body = reply.status, reply.headers, await reply.read()
    except (aiohttp.ClientError, TimeoutError):
        # The gateway may have it all the same: this is a lost reply, and no reason to send it again.
        return call.no_reply()
    try:
        return call.parse(status, headers, body)
    except ReplyError as error:
        return error


async def work(
    session: aiohttp.ClientSession, calls: Iterable[Call[smslist.SentBulk]]
) -> list[tuple[Call[smslist.SentBulk], smslist.SentBulk | ReplyError]]:
    """Sends one call after the other, while others do the same. A plan gives each call to one of them."""
    return [(call, await exchange(session, call)) for call in calls]


async def main() -> None:
    gateway = smslist.Gateway(
        os.environ["SMS_URL"],
        partner_id=os.environ["SMS_PARTNER"],
        api_key=os.environ["SMS_KEY"],
        sender=os.environ["SMS_SENDER"],
        limits={"messages_per_call": 20},
    )
    messages = (
        smslist.BulkMessage(to=number, text="The shop opens at nine.", client_sms_id=f"row-{row}")
        for row, number in enumerate(NUMBERS)
    )
    plan = gateway.plan(messages, on_invalid="set_aside")
    timeout = aiohttp.ClientTimeout(total=float(os.environ.get("SMS_TIMEOUT", "30")))
    async with aiohttp.ClientSession(timeout=timeout) as session:
        shares = await asyncio.gather(*(work(session, plan) for _ in range(CALLS_AT_A_TIME)))
    for row in plan.merge(result for share in shares for result in share):
        print(row.position, row.to or "-", row.outcome.state, row.outcome.resend)


if __name__ == "__main__":
    asyncio.run(main())
