"""Timing of Python calls."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import perf_counter
from typing import Any

from benchmarks.table import Sample


def milliseconds(*runs: Callable[[], Any], rounds: int = 5) -> list[Sample]:
    """Time calls in turn, so that what else the machine does falls on all of them; best first."""
    found: list[list[float]] = [[] for _ in runs]
    for _ in range(rounds):
        for place, run in enumerate(runs):
            gc.collect()
            begin = perf_counter()
            run()
            found[place].append((perf_counter() - begin) * 1000)
    return [Sample(values, "ms") for values in found]
