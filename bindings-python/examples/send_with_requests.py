"""Sends one text to two numbers with requests, and tells what became of each.

SMS_URL is the account's base URL, SMS_KEY its API key.
"""

import os

import requests
from smskernel import InvalidRequest, Refused, UnreadableReply, infobip


def main() -> None:
    gateway = infobip.Gateway(os.environ["SMS_URL"], auth=infobip.ApiKey(os.environ["SMS_KEY"]))
    try:
        call = gateway.send_text(
            messages=[
                infobip.TextMessage(
                    sender="SMSC",
                    to=[
                        infobip.Destination(to="41793026727", message_id="order-17"),
                        infobip.Destination(to="41793026834", message_id="order-18"),
                    ],
                    text="Your parcel is here.",
                )
            ]
        )
    except InvalidRequest as error:
        for violation in error.violations:
            print(violation)
        return
    try:
        # A redirected POST would become a GET that carries the key, so redirects are off.
        reply = requests.request(
            call.method, call.url, headers=call.headers, data=call.body, allow_redirects=False, timeout=30
        )
    except requests.RequestException:
        sent = call.no_reply()
    else:
        try:
            sent = call.parse(reply.status_code, reply.headers, reply.content)
        except (Refused, UnreadableReply) as error:
            print(f"{error} (send again: {error.resend})")
            return
    for message in sent.messages:
        print(message.to, message.message_id, message.outcome.state, message.outcome.resend)


if __name__ == "__main__":
    main()
