"""Runs every Python and JavaScript example of README.md as printed, each against its own run of the sandbox.

An example passes when it ends well, prints something, and all that it sent was in order by the gateway's documents; one
that has no account sends nothing. One that receives passes when it prints the fate of the message of which the sandbox
pushes the report to it. The Rust example is a test of tests/end-to-end.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".build" / "readme"
CREDENTIALS = {
    "SMS_KEY": "sandbox-api-key",
    "SMS_CLIENT": "sandbox-client@example.com",
    "SMS_SECRET": "sandbox-client-secret",
}
SECRET = "8f14e45f-ceea-4670-a1b2"
EXAMPLE = re.compile(r"^```(python|js)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run(number: int, language: str, program: str, url: str) -> bool:
    name = f"{language}-{number}"
    file = FOLDER / f"{name}{'.py' if language == 'python' else '.mjs'}"
    file.write_text(program, encoding="utf-8")
    command = [sys.executable if language == "python" else "node", file.name]
    if "WEBHOOK_SECRET" in program:
        return receive(name, command, f"{url}/run/{name}")
    env = {**os.environ, "SMS_URL": f"{url}/run/{name}", **CREDENTIALS}
    result = subprocess.run(command, cwd=FOLDER, env=env, capture_output=True, text=True, timeout=60, check=False)
    with urllib.request.urlopen(f"{url}/received?run={name}") as reply:
        verdicts = [request["verdict"] for request in json.load(reply)]
    expected = {"accepted"} if "SMS_URL" in program else set()
    good = result.returncode == 0 and bool(result.stdout) and set(verdicts) == expected
    print(
        f"{'ok    ' if good else 'FAILED'} {name}: {len(verdicts)} requests", *result.stdout.splitlines(), sep="\n    "
    )
    if not good:
        print(f"    verdicts: {verdicts}", *result.stderr.splitlines(), sep="\n    ")
    return good


def receive(name: str, command: list[str], url: str) -> bool:
    """Starts an example that listens, and lets the sandbox push the report of a message to it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    env = {**os.environ, "WEBHOOK_SECRET": SECRET, "PORT": str(port)}
    with subprocess.Popen(command, cwd=FOLDER, env=env, stdout=subprocess.PIPE, text=True) as process:
        try:
            wait_for(process, port)
            destinations = [{"to": "41793026727", "messageId": "order-17"}]
            address = f"http://127.0.0.1:{port}/sms/{SECRET}"
            message = {"from": "SMSC", "destinations": destinations, "text": "Hi", "notifyUrl": address}
            post(f"{url}/sms/1/text/advanced", {"messages": [message]}, CREDENTIALS["SMS_KEY"])
            post(f"{url}/control/clock", {"advance": 60}, "")
        finally:
            process.terminate()
        assert process.stdout is not None
        lines = process.stdout.read().splitlines()
    good = lines == ["order-17 delivered never"]
    print(f"{'ok    ' if good else 'FAILED'} {name}: received", *lines, sep="\n    ")
    return good


def wait_for(process: subprocess.Popen[str], port: int) -> None:
    """Waits until somebody listens there, for twenty seconds at most."""
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"nobody listens on port {port}")


def post(url: str, body: dict[str, object], key: str) -> None:
    headers = {"Content-Type": "application/json", "Accept": "application/json", "Authorization": f"App {key}"}
    with urllib.request.urlopen(urllib.request.Request(url, json.dumps(body).encode(), headers)) as reply:
        assert reply.status == 200, url


def main() -> int:
    examples = EXAMPLE.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "node_modules").mkdir(parents=True)
    package = ROOT / "bindings-wasm"
    (FOLDER / "node_modules" / "smskernel").symlink_to(package, target_is_directory=True)
    (FOLDER / "node_modules" / "express").symlink_to(package / "node_modules" / "express", target_is_directory=True)
    command = [os.environ["SMSKERNEL_SANDBOX"], "--until-stdin-closes"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as sandbox:
        assert sandbox.stdin is not None
        assert sandbox.stdout is not None
        url = sandbox.stdout.readline().removeprefix("listening on ").strip()
        wanted = {"python", "js"} if "--without-node" not in sys.argv else {"python"}
        chosen = [(number, *example) for number, example in enumerate(examples, start=1) if example[0] in wanted]
        passed = [run(number, language, program, url) for number, language, program in chosen]
        sandbox.stdin.close()
    print(f"{sum(passed)} of {len(passed)} examples ran as printed")
    return 0 if all(passed) and {language for _, language, _ in chosen} == wanted else 1


if __name__ == "__main__":
    sys.exit(main())
