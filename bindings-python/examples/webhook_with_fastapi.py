"""Receives what Infobip pushes, with FastAPI: prints each message's fate, and keeps what cannot be read.

Give the gateway the address https://…/sms/SECRET, as the `notify_url` of messages for one. Nothing signs a webhook, so
an address that nobody else knows is all that tells it from a stranger's request. WEBHOOK_SECRET is a long random text;
what is malformed or unreadable goes to the file WEBHOOK_UNREAD, a line of JSON each, with numbers and texts.
"""

import json
import os
from pathlib import Path

import uvicorn
from fastapi import FastAPI, Request, Response
from smskernel import UnreadableWebhook, infobip, secret_matches

SECRET = os.environ["WEBHOOK_SECRET"]
UNREAD = Path(os.environ.get("WEBHOOK_UNREAD", "unread-webhooks.jsonl"))

app = FastAPI()


def told(event: infobip.Event) -> str:
    """What an event says, in a line."""
    match event:
        case infobip.DeliveryReport(to=to, message_id=name, outcome=outcome):
            return f"{to} {name} is {outcome.state}, send again: {outcome.resend}"
        case infobip.InboundMessage(sender=sender, to=to, text=text):
            return f"{sender} wrote to {to}: {text}"
        case infobip.UrlClick(recipient=recipient, url=url):
            return f"{recipient} opened {url}"


def keep(raw: str, reason: str) -> None:
    """Keeps what was not understood, for somebody to look at."""
    with UNREAD.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"raw": raw, "reason": reason}) + "\n")


@app.post("/sms/{secret}")
async def receive(secret: str, request: Request) -> Response:
    # Before the body is read: a stranger's may be of any size.
    if not secret_matches(secret, SECRET):
        return Response(status_code=404)
    body = await request.body()
    try:
        webhook = infobip.parse_webhook(request.method, request.headers, request.url.query, body)
    except UnreadableWebhook as error:
        keep(error.raw_body.decode(errors="backslashreplace"), str(error))
    else:
        for entry in webhook.malformed:
            keep(entry.raw, entry.reason)
        # A real endpoint stores them here. One may come twice, and an intermediate report after the final one.
        for event in webhook.events:
            print(told(event), flush=True)
    # All of it is kept by now, so it need not come again, as it would after any other answer.
    return Response(status_code=204)


if __name__ == "__main__":
    # The log of requests would tell the address, and so the secret.
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), access_log=False)
