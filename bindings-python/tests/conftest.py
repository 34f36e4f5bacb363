"""What the tests share: the gateway on loopback, and the counts of the shared vectors."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

import pytest
from hypothesis import settings

from . import vectors

# CI asks the same each time, so that what lands does not hang on chance; elsewhere each run asks anew.
settings.register_profile("the same each time", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("the same each time")


@pytest.fixture(scope="session")
def sandbox() -> Iterator[str]:
    """Starts the sandbox on a free port of loopback, and gives its URL."""
    program = os.environ.get("SMSKERNEL_SANDBOX")
    if not program:
        pytest.fail("SMSKERNEL_SANDBOX names no program: cargo build -p smskernel-sandbox makes it")
    command = [program, "--until-stdin-closes"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield process.stdout.readline().removeprefix("listening on ").strip()
        finally:
            process.stdin.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tells how many of the shared vectors ran."""
    for line in vectors.COUNTS:
        terminalreporter.write_line(line)
