"""Run the benchmarks and print their tables in Markdown."""

from __future__ import annotations

import sys
from importlib import import_module
from time import perf_counter

from benchmarks.machine import describe

SUBJECTS = ("step", "scrub", "size", "queries", "first_map")


def main(names: list[str]) -> int:
    """Measure the subjects named, all of them by default; returns the exit code."""
    unknown = [name for name in names if name not in SUBJECTS]
    if unknown:
        print(f"no benchmark {unknown[0]!r}: choose from {', '.join(SUBJECTS)}", file=sys.stderr)
        return 2
    print(f"Measured on {describe()}\n", flush=True)
    for name in names or SUBJECTS:
        begin = perf_counter()
        print(import_module(f"benchmarks.{name}").measure().markdown(), flush=True)
        print(f"{name}: {perf_counter() - begin:.0f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
