"""Writes the first corpus of each fuzz target from the shared vectors, into `corpus/`. Run by `make fuzz`."""

import json
import pathlib
import struct

HERE = pathlib.Path(__file__).parent
VECTORS = HERE.parent / "vectors"
TARGETS = {
    "infobip/send_text.json": ("text_request", "check_text", "infobip_reply"),
    "smslist/send_bulk.json": ("bulk_request", "check_bulk", "smslist_reply"),
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


def write(target: str, name: str, data: bytes | None) -> None:
    if data is not None:
        folder = HERE / "corpus" / target
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def main() -> None:
    for file, (requests, checks, replies) in TARGETS.items():
        vectors = json.loads((VECTORS / file).read_text(encoding="utf-8"))
        for case in vectors["requests"]:
            write(requests, case["id"], content(case, "params"))
            write("json_vs_serde", case["id"], content(case, "params"))
        for case in vectors["checks"]:
            write(checks, case["id"], content(case, "payload"))
        for case in vectors["replies"]:
            body = content(case, "body")
            write("json_vs_serde", f"reply_{case['id']}", body)
            if body is not None and 0 <= case["status"] < 65536:
                write(replies, case["id"], struct.pack("<H", case["status"]) + b"7\n" + body)
    write("text_plan", "numbers", b"\x02\xff41793026727,41793026834\n41793026785\nnobody")
    write("saved_reader", "start", b"smskernel reader\x01\x11infobip.send_text\x00\x00\x00")


if __name__ == "__main__":
    main()
