"""A measurement and its baseline, and the Markdown table of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import quantiles

HEAD = ("what", "the atlas", "baseline", "ratio", "target", "")


@dataclass
class Sample:
    """One quantity measured several times; the best is reported, with the spread of the others."""

    values: list[float]
    unit: str
    higher_is_better: bool = False
    digits: int | None = None

    @property
    def best(self) -> float:
        """Return the best of the runs."""
        return max(self.values) if self.higher_is_better else min(self.values)

    def __str__(self) -> str:
        """Return the best, its unit, and the worst in brackets if the runs differ."""
        worst = min(self.values) if self.higher_is_better else max(self.values)
        text = f"{self._shown(self.best)} {self.unit}"
        return text if self._shown(worst) == self._shown(self.best) else f"{text} (to {self._shown(worst)})"

    def _shown(self, value: float) -> str:
        digits = self.digits if self.digits is not None else 0 if abs(value) >= 100 else 1
        return f"{value:,.{digits}f}"


@dataclass
class Row:
    """One line of the table: ours against a baseline, and the target if there is one."""

    what: str
    ours: Sample
    baseline: Sample | None = None
    against: str = ""
    most: float | None = None
    """The target: at most this (at least, if higher is better), in the unit of `ours`."""
    most_ratio: float | None = None
    """The target for the ratio of ours to the baseline."""
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Return how many times the baseline ours is, or None without a baseline."""
        return self.ours.best / self.baseline.best if self.baseline and self.baseline.best else None

    @property
    def met(self) -> bool | None:
        """Tell whether the target is met; None without a target."""
        if self.most_ratio is not None:
            return self.ratio is not None and self.ratio <= self.most_ratio
        if self.most is None:
            return None
        return self.ours.best >= self.most if self.ours.higher_is_better else self.ours.best <= self.most

    def cells(self) -> tuple[str, ...]:
        """Return the row's cells, in the order of `HEAD`."""
        sign = "≥" if self.ours.higher_is_better else "≤"
        target = "" if self.most is None else f"{sign} {self.most:,g} {self.ours.unit}"
        target = target if self.most_ratio is None else f"≤ {self.most_ratio:g} ×"
        baseline = f"{self.against}: {self.baseline}" if self.baseline else self.against
        verdict = {None: "", True: "met", False: "MISSED"}[self.met]
        return self.what, str(self.ours), baseline, _times(self.ratio), target, verdict


@dataclass
class Section:
    """The rows of one subject, what they mean, and what was seen beside."""

    title: str
    rows: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def markdown(self) -> str:
        """Return the section as Markdown."""
        lines = [f"## {self.title}", "", _line(HEAD), _line(["---"] * len(HEAD))]
        lines += [_line(row.cells()) for row in self.rows]
        notes = [*self.notes, *(f"{row.what}: {row.note}" for row in self.rows if row.note)]
        return "\n".join([*lines, *(["", *(f"- {note}" for note in notes)] if notes else []), ""])


def spread(values: Iterable[float]) -> tuple[float, float, float]:
    """Return median, 95th percentile and maximum."""
    listed = sorted(values)
    if len(listed) < 2:
        return (listed * 3)[0], (listed * 3)[1], (listed * 3)[2]
    cuts = quantiles(listed, n=20, method="inclusive")
    return cuts[9], cuts[18], listed[-1]


def _times(ratio: float | None) -> str:
    if ratio is None:
        return ""
    return f"{ratio:.2f} ×" if ratio >= 0.1 else f"1/{1 / ratio:,.0f}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
