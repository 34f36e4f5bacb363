"""Runs every Python and JavaScript example of README.md as printed, each against its own run of the sandbox.

An example passes when it ends well, prints something, and all that it sent was in order by the gateway's documents; one
that has no account sends nothing. The Rust example is a test of tests/end-to-end.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".build" / "readme"
CREDENTIALS = {
    "SMS_KEY": "sandbox-api-key",
    "SMS_CLIENT": "sandbox-client@example.com",
    "SMS_SECRET": "sandbox-client-secret",
}
EXAMPLE = re.compile(r"^```(python|js)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run(number: int, language: str, program: str, url: str) -> bool:
    name = f"{language}-{number}"
    file = FOLDER / f"{name}{'.py' if language == 'python' else '.mjs'}"
    file.write_text(program, encoding="utf-8")
    command = [sys.executable if language == "python" else "node", file.name]
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


def main() -> int:
    examples = EXAMPLE.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "node_modules").mkdir(parents=True)
    (FOLDER / "node_modules" / "smskernel").symlink_to(ROOT / "bindings-wasm", target_is_directory=True)
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
