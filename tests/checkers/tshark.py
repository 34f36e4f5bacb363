"""Packets through text2pcap and tshark: octets in, what the dissectors found out."""

import json
import subprocess
import tempfile
from pathlib import Path

# Frames of this link type hold what a telephone and its network exchange: an RP-DATA with its TPDU.
USER_DLT = 'uat:user_dlts:"User 0 (DLT=147)","gsm_a_rp","0","","0",""'
TPDU = (["-l", "147"], ["-o", USER_DLT])
SMPP = (["-T", "30000,2775"], [])


def dissect(packets, kind):
    """The layers of each packet, as `tshark -T json` names them."""
    to_capture, to_read = kind
    with tempfile.TemporaryDirectory() as folder:
        dump, capture = Path(folder, "packets.txt"), Path(folder, "packets.pcap")
        dump.write_text("".join(f"000000 {packet.hex(' ')}\n\n" for packet in packets), encoding="ascii")
        subprocess.run(["text2pcap", "-q", *to_capture, dump, capture], check=True, capture_output=True)
        # Nobody's own settings: neither preferences nor profiles.
        command = ["tshark", "-r", capture, *to_read, "-T", "json", "--no-duplicate-keys"]
        environment = {"PATH": "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8"}
        found = subprocess.run(command, check=True, capture_output=True, env=environment)
    frames = [frame["_source"]["layers"] for frame in json.loads(found.stdout)]
    if len(frames) != len(packets):
        raise SystemExit(f"tshark shows {len(frames)} frames of {len(packets)} packets")
    return frames


def malformed(layers):
    """Whether a dissector gave up on the packet."""
    return any(name.startswith("_ws.malformed") for name in every_key(layers))


def every_key(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from every_key(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from every_key(inner)


def texts(value):
    """A field that stands once or several times."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


NAMES = {
    0x00: "IE: Concatenated short messages, 8-bit reference number (SMS Control)",
    0x05: "IE: Application port addressing scheme, 16 bit address (SMS Control)",
    0x08: "IE: Concatenated short message, 16-bit reference number (SMS Control)",
    0x24: "IE: National Language Single Shift (SMS Control)",
    0x25: "IE: National Language Locking Shift (SMS Control)",
}


def elements(header):
    """The elements of a header by tshark's names, and the fields that it shows of each."""
    found, at = {}, 1
    while at < len(header):
        identifier, length = header[at], header[at + 1]
        data = header[at + 2 : at + 2 + length]
        fields = {"gsm_sms.ie_identifier": f"0x{identifier:02x}", "gsm_sms.dis_field_ud_iei.length": str(length)}
        if identifier in (0x00, 0x08):
            fields["gsm_sms.udh.mm.msg_id"] = str(int.from_bytes(data[:-2], "big"))
            fields["gsm_sms.udh.mm.msg_parts"] = str(data[-2])
            fields["gsm_sms.udh.mm.msg_part"] = str(data[-1])
        elif identifier == 0x24:
            fields["gsm_sms.dis_iei_lang.single_shift"] = str(data[0])
        elif identifier == 0x25:
            fields["gsm_sms.dis_iei_lang.locking_shift"] = str(data[0])
        found[NAMES[identifier]] = fields
        at += 2 + length
    return found


def header_faults(header, found):
    """What tshark's tree of a user data header says otherwise than its octets."""
    if not header:
        return ["a header where there is none"] if found else []
    if not found:
        return ["no header where there is one"]
    shown = {name: fields for name, fields in found.items() if name.startswith("IE:")}
    faults = []
    if (length := found.get("gsm_sms.dis_field_udh.user_data_header_length")) != str(len(header) - 1):
        faults.append(f"a header of {length} octets, not {len(header) - 1}")
    if list(shown.items()) != list(elements(header).items()):
        faults.append(f"the elements {shown}, not {elements(header)}")
    return faults
