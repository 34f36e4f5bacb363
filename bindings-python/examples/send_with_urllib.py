"""Sends one text to two numbers with nothing but the standard library, and tells what became of each.

SMS_URL is the account's base URL, SMS_KEY its API key, SMS_TIMEOUT how many seconds to wait (30).
"""

import os
import urllib.request
from http.client import HTTPException
from urllib.error import HTTPError

from smskernel import Call, ReplyError, infobip


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """Leaves a redirect as it is. A redirected POST would become a GET that carries the key."""

    def redirect_request(self, *_: object, **__: object) -> None:
        """No request is made of a redirect."""


def exchange(call: Call[infobip.SentMessages]) -> infobip.SentMessages:
    request = urllib.request.Request(call.url, data=call.body, headers=call.headers, method=call.method)
    timeout = float(os.environ.get("SMS_TIMEOUT", "30"))
    try:
        try:
            reply = urllib.request.build_opener(NoRedirects).open(request, timeout=timeout)
        except HTTPError as error:
            # What urllib raises for a refusal is its reply.
            reply = error
        with reply:
            status, headers, body = reply.code, reply.headers, reply.read()
    except (OSError, HTTPException):
        # The gateway may have it all the same: this is a lost reply, and no reason to send it again.
        return call.no_reply()
    return call.parse(status, headers, body)


def main() -> None:
    gateway = infobip.Gateway(os.environ["SMS_URL"], auth=infobip.ApiKey(os.environ["SMS_KEY"]))
    parcels = [
        infobip.Destination(to="41793026727", message_id="order-17"),
        infobip.Destination(to="41793026834", message_id="order-18"),
    ]
    call = gateway.send_text(messages=[infobip.TextMessage(sender="SMSC", to=parcels, text="Your parcel is here.")])
    try:
        sent = exchange(call)
    except ReplyError as error:
        print(f"{error} (send again: {error.resend})")
        return
    for message in sent.messages:
        print(message.to, message.message_id, message.outcome.state, message.outcome.resend)


if __name__ == "__main__":
    main()
