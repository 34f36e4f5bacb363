"""Writes the first corpus of each fuzz target from the shared vectors, into `corpus/`. Run by `make fuzz`."""

import json
import pathlib
import struct

HERE = pathlib.Path(__file__).parent
VECTORS = HERE.parent / "vectors"
TARGETS = {
    "infobip/send_text.json": ("text_request", "check_text", "infobip_reply"),
    "infobip/send_binary.json": ("binary_request", "check_binary", "infobip_reply"),
    "infobip/get_reports.json": (None, None, "infobip_reports"),
    "infobip/get_logs.json": ("infobip_logs_request", None, "infobip_reports"),
    "infobip/get_inbox_reports.json": (None, None, "infobip_reports"),
    "blackkonnect/get_token.json": ("blackkonnect_token_request", None, "blackkonnect_token_reply"),
    "blackkonnect/send_message.json": ("blackkonnect_message_request", "blackkonnect_check_message", "blackkonnect_message_reply"),
    "blackkonnect/send_bulk.json": ("blackkonnect_bulk_request", "blackkonnect_check_bulk", "blackkonnect_bulk_reply"),
    "smslist/send_bulk.json": ("bulk_request", "check_bulk", "smslist_reply"),
    "smslist/send_sms.json": ("smslist_request", "smslist_request", "smslist_asking"),
    "smslist/send_otp.json": ("smslist_request", "smslist_request", "smslist_asking"),
    "smslist/get_delivery_report.json": (None, None, "smslist_asking"),
    "smslist/get_balance.json": (None, None, "smslist_asking"),
    "smslist/credit.json": (None, None, "smslist_asking"),
}
WEBHOOKS = {"infobip": ("webhook_xml", "infobip_webhook"), "blackkonnect": ("blackkonnect_webhook", "webhook_form")}

# Operations of Infobip that share targets: that of requests, and the first octets that choose the operation there and in
# `infobip_ask_reply`.
SHARED = {
    "send_text_single": ("infobip_simple_request", 0, 8),
    "send_text_multi": ("infobip_simple_request", 1, 8),
    "send_binary_single": ("infobip_simple_request", 2, 8),
    "send_binary_multi": ("infobip_simple_request", 3, 8),
    "get_schedule": ("infobip_ask_request", 0, 0),
    "reschedule": ("infobip_ask_request", 1, 0),
    "get_bulk_status": ("infobip_ask_request", 2, 1),
    "set_bulk_status": ("infobip_ask_request", 3, 1),
    "preview": ("infobip_ask_request", 4, 2),
    "get_balance": ("infobip_ask_request", 5, 3),
    "create_session": ("infobip_ask_request", 6, 4),
    "end_session": ("infobip_ask_request", 7, 6),
    "get_oauth_token": ("infobip_ask_request", 8, 5),
    "confirm_conversion": ("infobip_ask_request", 9, 7),
}


def content(case: dict, name: str) -> bytes | None:
    """The bytes of `params`, `payload` or `body`, however the vector gives them."""
    if f"{name}_hex" in case:
        return bytes.fromhex(case[f"{name}_hex"])
    if f"{name}_text" in case:
        text = case[f"{name}_text"]
        return text.encode("utf-8", "surrogatepass") if isinstance(text, str) else None
    if name in case:
        return json.dumps(case[name], ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return None


def write(target: str | None, name: str, data: bytes | None) -> None:
    if target is not None and data is not None:
        folder = HERE / "corpus" / target
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def main() -> None:
    for file, (requests, checks, replies) in TARGETS.items():
        vectors = json.loads((VECTORS / file).read_text(encoding="utf-8"))
        for case in vectors["requests"]:
            write(requests, f"{vectors['operation']}_{case['id']}", content(case, "params"))
            write("json_vs_serde", case["id"], content(case, "params"))
        for case in vectors.get("checks", []):
            write(checks, f"{vectors['operation']}_{case['id']}", content(case, "payload"))
        for case in vectors["replies"]:
            body = content(case, "body")
            write("json_vs_serde", f"reply_{case['id']}", body)
            if body is not None and 0 <= case["status"] < 65536:
                write(replies, f"{vectors['operation']}_{case['id']}", struct.pack("<H", case["status"]) + b"7\n" + body)
    for operation, (target, place, reply) in SHARED.items():
        vectors = json.loads((VECTORS / "infobip" / f"{operation}.json").read_text(encoding="utf-8"))
        for case in vectors["requests"]:
            request = content(case, "params")
            write(target, f"{operation}_{case['id']}", None if request is None else bytes([place]) + request)
        for case in vectors["replies"]:
            body = content(case, "body")
            if body is not None:
                start = struct.pack("<BH", reply, case["status"])
                write("infobip_ask_reply", f"{operation}_{case['id']}", start + b"7\n" + body)
    for dialect, targets in WEBHOOKS.items():
        vectors = json.loads((VECTORS / dialect / "parse_webhook.json").read_text(encoding="utf-8"))
        for case in vectors["webhooks"]:
            for target in targets:
                body = content(case, "body")
                # The target of Infobip takes what the body is announced as, too, on a line before it.
                announced = case.get("headers", {}).get("Content-Type", "").encode() + b"\n"
                write(target, case["id"], body if body is None or target != "infobip_webhook" else announced + body)
                if "query" in case:
                    write("webhook_form", f"query_{case['id']}", case["query"].encode())
    for case in json.loads((VECTORS / "smslist/parse_webhook.json").read_text(encoding="utf-8"))["webhooks"]:
        body = content(case, "body")
        write("smslist_webhook", case["id"], b"\x00" + body if body else b"\x09" + case.get("query", "").encode())
    write("smslist_plan", "numbers", b"\x02\xff254712345678\n0712345678\n254712345678\nnobody\n\"7\\")
    write("binary_plan", "numbers", b"\x02\xff41793026727,41793026834\n41793026785\n4179 30 26 72,nobody")
    write("blackkonnect_bulk_plan", "numbers", b"\x02\xff254712345678,254712345679\n254712345680\nnobody")
    token = b'{"token":"eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjE1MTYyMzkwMjJ9.c2ln"}'
    write("blackkonnect_token_reply", "expiring", struct.pack("<H", 200) + b"7\n" + token)
    question = b'{"bulkCorrelationId":"a/b c","page":0,"size":2,"sort":"destination,asc","extra":{"x":1}}'
    page = b'[{"uuid":"1","messageId":"A","destination":"254712345678","deliveryStatus":"QUEUED"},{"uuid":"2"}]'
    envelope = b'{"data":null,"items":[{"uuid":"3"}],"itemPagination":{"pageNumber":1,"totalPages":3},"isSuccessful":true}'
    write("blackkonnect_status_walk", "pages", b"\n".join([question, page, envelope, page, b'{"uuid":"4"}']))
    write("blackkonnect_status_walk", "plain", b'{"bulkCorrelationId":"A"}\n[{"messageId":"A"}]\n[{"messageId":"A"}]')
    # Eight octets that say how, then the text; two that say how, then parts with a length before each.
    write("text_bodies", "turkish", b"\x00\x02\xff\xff\x01\x02\x03\x04" + "şişli €5 👋 @".encode() * 20)
    write("text_segments", "greek", b"\x01\x00\xff\xff\x01\x02\x03\x04" + "Ως Μεγαρικό ψήφισμα – “e\u0301” ½ 👨‍👩‍👧 ".encode() * 9)
    parts = [bytes([5, 0, 3, 7, 2, 1]) + b"Hello \x1b", bytes([8, 0, 3, 7, 2, 2, 0x25, 1, 1]) + b"e"]
    write("text_parts", "two", b"\x00\x40" + b"".join(bytes([len(part)]) + part for part in parts))
    write("text_plan", "numbers", b"\x02\xff41793026727,41793026834\n41793026785\nnobody")
    write("saved_reader", "start", b"smskernel reader\x01\x11infobip.send_text\x00\x00\x00")


if __name__ == "__main__":
    main()
