"""Receives what a gateway of the smslist family pushes, with Flask: prints each message's fate, and keeps what cannot
be read.

Give the platform the address https://…/sms/SECRET on its pages, for delivery callbacks and messages to short codes.
Nothing signs a webhook, so an address that nobody else knows is all that tells it from a stranger's request.
WEBHOOK_SECRET is a long random text; what is malformed or unreadable goes to the file WEBHOOK_UNREAD, a line of JSON
each, with numbers and texts.
"""

import json
import os
from pathlib import Path

from flask import Flask, request
from smskernel import UnreadableWebhook, secret_matches, smslist

SECRET = os.environ["WEBHOOK_SECRET"]
UNREAD = Path(os.environ.get("WEBHOOK_UNREAD", "unread-webhooks.jsonl"))

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 1_000_000


def told(event: smslist.Event) -> str:
    """What an event says, in a line."""
    match event:
        case smslist.DeliveryReport(message_id=name, outcome=outcome):
            return f"{name} is {outcome.state}, send again: {outcome.resend}"
        case smslist.InboundMessage(sender=sender, to=to, text=text):
            return f"{sender} wrote to {to}: {text}"


def keep(raw: str, reason: str) -> None:
    """Keeps what was not understood, for somebody to look at."""
    with UNREAD.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"raw": raw, "reason": reason}) + "\n")


# Messages to short codes come as GET, too, and callbacks as forms, which Flask must not take apart first.
@app.route("/sms/<secret>", methods=["GET", "POST"])
def receive(secret: str) -> tuple[str, int]:
    if not secret_matches(secret, SECRET):
        return "", 404
    body = request.get_data(parse_form_data=False)
    try:
        webhook = smslist.parse_webhook(request.method, request.headers, request.query_string, body)
    except UnreadableWebhook as error:
        keep(error.raw_body.decode(errors="backslashreplace"), str(error))
    else:
        for entry in webhook.malformed:
            keep(entry.raw, entry.reason)
        # A real endpoint stores them here.
        for event in webhook.events:
            print(told(event), flush=True)
    # Whatever stands here an interactive short code sends back to the phone.
    return "", 200


if __name__ == "__main__":
    # For trying it: this server logs each address, and so the secret.
    app.run(port=int(os.environ.get("PORT", "8000")))
