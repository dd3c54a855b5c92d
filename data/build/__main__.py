"""Command line: `python -m data.build [--check | --faults [--layer NAME] | --counts]`."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from pathlib import Path

from geo.frontier import frontier_of

from .build import build, check_against_land, differences, units_of, write
from .check import check_authored, checks_of, files_of
from .exceptions import count_table
from .faults import BuildError
from .tables import AUTHORED, read_authored


def main(argv: list[str] | None = None) -> int:
    """Build `data/`, or only check; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m data.build", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if data/ is not what it makes"
    )
    parser.add_argument("--faults", action="store_true", help="only list the faults of the authored tables")
    parser.add_argument("--counts", action="store_true", help="count what breaks each rule of evidence")
    parser.add_argument("--layer", default="", help="with --faults: one table only")
    parser.add_argument("--authored", type=Path, default=AUTHORED, help="folder of the authored tables")
    args = parser.parse_args(argv)
    tables = list(checks_of(frontier_of(args.authored)))
    if args.layer and args.layer not in tables:
        parser.error(f"--layer {args.layer!r} is unknown: choose from {', '.join(tables)}")
    if args.faults or args.counts:
        return _list_faults(args.authored, args.layer, counts=args.counts)
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


def _list_faults(root: Path, layer: str, *, counts: bool) -> int:
    """Print the faults (or how many break each rule of evidence); return 1 if there is any."""
    authored = read_authored(root)
    check_authored(authored, only=layer)
    if not layer:
        with suppress(BuildError):
            check_against_land(authored, units_of(read_authored(root)))
    if counts:
        print(count_table(authored))
    found = authored.faults.errors() + authored.faults.warnings()
    if layer:
        found = [fault for fault in found if fault.file.startswith(files_of(layer))]
    for fault in found if not counts else []:
        print(fault)
    errors = sum(not fault.warning for fault in found)
    print(f"{errors} fault(s), {len(found) - errors} warning(s)", file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    raise SystemExit(main())
