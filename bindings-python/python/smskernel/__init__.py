"""What SMS gateways' wire formats mean: validated HTTP requests out, typed answers in. Sends nothing itself.

    from smskernel import infobip

    gateway = infobip.Gateway("https://example.api.infobip.com", auth=infobip.ApiKey(key))
    call = gateway.send_text(messages=[infobip.TextMessage(to=["41793026727"], sender="SMSC", text="Hi")])
    reply = requests.request(
        call.method, call.url, headers=call.headers, data=call.body, allow_redirects=False, timeout=30
    )
    sent = call.parse(reply.status_code, reply.headers, reply.content)

`infobip`, `blackkonnect` and `smslist` are the dialects: each has a `Gateway`, the classes of its requests, and
those of its answers; its `parse_webhook` reads what the gateway pushes. `segments` tells what a text costs, and why;
`text` has the rest about texts.
"""

from . import blackkonnect, errors, infobip, smslist, text
from ._native import (
    Call,
    FieldError,
    MalformedEvent,
    Outcome,
    Plan,
    Rejected,
    ReplyReader,
    RowResult,
    Violation,
    Webhook,
    __version__,
    merge,
    secret_matches,
)
from ._webhook import WebhookLimits
from .errors import (
    InvalidRequest,
    Refused,
    ReplyError,
    SmsKernelError,
    TextError,
    UnreadableReply,
    UnreadableWebhook,
)
from .text import segments

__all__ = [
    "Call",
    "FieldError",
    "InvalidRequest",
    "MalformedEvent",
    "Outcome",
    "Plan",
    "Refused",
    "Rejected",
    "ReplyError",
    "ReplyReader",
    "RowResult",
    "SmsKernelError",
    "TextError",
    "UnreadableReply",
    "UnreadableWebhook",
    "Violation",
    "Webhook",
    "WebhookLimits",
    "__version__",
    "blackkonnect",
    "errors",
    "infobip",
    "merge",
    "secret_matches",
    "segments",
    "smslist",
    "text",
]
