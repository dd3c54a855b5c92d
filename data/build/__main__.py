"""Command line: `python -m data.build [--check | --faults [--layer NAME]]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from geo.frontier import frontier_of

from .build import build, differences, write
from .check import check_authored, checks_of
from .faults import BuildError
from .tables import AUTHORED, read_authored


def main(argv: list[str] | None = None) -> int:
    """Build `data/`, or only check; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m data.build", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if data/ is not what it makes"
    )
    parser.add_argument("--faults", action="store_true", help="only list the faults of the authored tables")
    parser.add_argument("--layer", default="", help="with --faults: one table only")
    parser.add_argument("--authored", type=Path, default=AUTHORED, help="folder of the authored tables")
    args = parser.parse_args(argv)
    tables = list(checks_of(frontier_of(args.authored)))
    if args.layer and args.layer not in tables:
        parser.error(f"--layer {args.layer!r} is unknown: choose from {', '.join(tables)}")
    if args.faults:
        found = check_authored(read_authored(args.authored), only=args.layer)
        for fault in found:
            print(fault)
        errors = sum(not fault.warning for fault in found)
        print(f"{errors} fault(s), {len(found) - errors} warning(s)", file=sys.stderr)
        return 1 if errors else 0
    try:
        files = build(args.authored)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    if args.check:
        changed = differences(files)
        for path in changed:
            print(f"data/{path} differs from what the build makes: run python -m data.build and commit it")
        return 1 if changed else 0
    for path in write(files):
        print(f"data/{path}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
