"""Has independent programs read the octets that SMS text becomes: Wireshark's dissectors and Gammu.

    /usr/bin/python3 tests/checkers [FILE…]

First come the expectations of the shared vectors, then each FILE of JSON lines, one message a line; then parts with one
thing broken, which must be noticed.
"""

import sys

import breaking
import gammu_sms
import messages
import smpp
import tpdus

CHECKERS = {"tshark, TPDU": tpdus.check, "tshark, SMPP": smpp.check, "gammu": gammu_sms.check}


def report(source, checker, faults, looked):
    for name, fault in faults:
        print(f"{checker}: {source}: {name}: {fault}", file=sys.stderr)
    print(f"{source}, {checker}: {looked} looked at, {len(faults)} complaints")
    if not looked:
        print(f"{checker}: {source}: nothing was looked at", file=sys.stderr)
    return bool(faults) or not looked


def main(files):
    vectors = messages.of_vectors()
    failed = False
    for source, found in [("vectors", vectors), *((file, messages.of_lines(file)) for file in files)]:
        for name, check in CHECKERS.items():
            failed |= report(source, name, *check(found))
    failed |= report("budgets", "gammu", *gammu_sms.check_budgets(messages.budgets()))
    failed |= report("broken parts", "all", *breaking.unnoticed(vectors, CHECKERS))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
