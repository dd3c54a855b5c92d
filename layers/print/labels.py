"""Where names stand on a still picture: in the widest place of their land, none over another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import shapely
from shapely import affinity


class Extent(NamedTuple):
    """A rectangle in frame units."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Its width in frame units."""
        return self.right - self.left

    def contains(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside it."""
        return self.left < x < self.right and self.bottom < y < self.top

    def grown(self, share: float) -> Extent:
        """Return it with that share of its width more on every side (less, if negative)."""
        more = self.width * share
        return Extent(self.left - more, self.bottom - more, self.right + more, self.top + more)

    def meets(self, other: Extent) -> bool:
        """Tell whether two rectangles share some area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def holds(self, other: Extent) -> bool:
        """Tell whether another lies wholly inside it."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.bottom <= other.bottom
            and other.top <= self.top
        )


class Name(NamedTuple):
    """A name on the map, where it stands best, and the area of the largest piece of land that bears it."""

    text: str
    point: tuple[float, float]
    area: float


Measure = Callable[[Name], tuple[float, float, float]]
"""Font size, half width and half height (frame units) of a name as it is set."""


class Label(NamedTuple):
    """A name that has found its place: the point it is set at, its font size, its side of the point."""

    text: str
    x: float
    y: float
    size: float
    side: int = 0
    """0: centred on the point; 1: to its right; -1: to its left."""


class LabelBoxes:
    """The places taken by labels: a box is granted only inside the frame and clear of all others."""

    def __init__(self, extent: Extent) -> None:
        """Start with an empty frame."""
        self._extent = extent
        self._taken: list[Extent] = []

    def take(self, box: Extent) -> bool:
        """Claim a box; False if part of it is taken or outside the frame."""
        if not self._extent.holds(box) or any(box.meets(taken) for taken in self._taken):
            return False
        self._taken.append(box)
        return True


def land_labels(
    names: Iterable[Name], boxes: LabelBoxes, measure: Measure, *, reach: float
) -> Iterator[Label]:
    """Yield the names that find room, in the order given.

    A name may be `reach` times as wide as the square root of its land's area.
    """
    for name in names:
        (x, y), (size, half, high) = name.point, measure(name)
        if half * 2 <= reach * name.area**0.5 and boxes.take(Extent(x - half, y - high, x + half, y + high)):
            yield Label(name.text, x, y, size)


def widest_place(shapes: Iterable[Any], extent: Extent) -> tuple[tuple[float, float], float]:
    """Return the point of some lands where a line of text has most room, and the area of the largest piece.

    Only what of them lies well inside the extent counts; the area is 0 if nothing does.
    """
    shown = shapely.clip_by_rect(
        shapely.union_all([shapely.buffer(one, 0) for one in shapes]), *extent.grown(-0.01)
    )
    pieces = [piece for piece in shapely.get_parts(shown) if piece.geom_type == "Polygon"]
    if not pieces:
        return (0.0, 0.0), 0.0
    widest = max(pieces, key=lambda piece: piece.area)
    # Squeezed sideways, the widest place is one for a line of text.
    squeezed = affinity.scale(widest.simplify(extent.width / 400), xfact=0.4, origin=(0, 0))
    x, y = shapely.maximum_inscribed_circle(squeezed, tolerance=extent.width / 300).coords[0]
    return (x / 0.4, y), widest.area
