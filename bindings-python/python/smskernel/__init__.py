"""What SMS gateways' wire formats mean: validated HTTP requests out, typed answers in. Sends nothing itself.

    from smskernel import infobip

    gateway = infobip.Gateway("https://example.api.infobip.com", auth=infobip.ApiKey(key))
    call = gateway.send_text(messages=[infobip.TextMessage(to=["41793026727"], sender="SMSC", text="Hi")])
    reply = requests.request(
        call.method, call.url, headers=call.headers, data=call.body, allow_redirects=False, timeout=30
    )
    sent = call.parse(reply.status_code, reply.headers, reply.content)

`infobip`, `blackkonnect` and `smslist` are the dialects: each has a `Gateway`, the classes of its requests, and
those of its answers. `segments` tells what a text costs, and why; `text` has the rest about texts.
"""

from . import blackkonnect, errors, infobip, smslist, text
from ._native import Call, FieldError, Outcome, Plan, Rejected, ReplyReader, RowResult, Violation, __version__, merge
from .errors import InvalidRequest, Refused, ReplyError, SmsKernelError, TextError, UnreadableReply
from .text import segments

__all__ = [
    "Call",
    "FieldError",
    "InvalidRequest",
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
    "Violation",
    "__version__",
    "blackkonnect",
    "errors",
    "infobip",
    "merge",
    "segments",
    "smslist",
    "text",
]
