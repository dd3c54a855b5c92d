"""The way of the data runs one way: who may import whom, and no two modules that import each other."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("geo", "data.build", "layers", "app", "streamlit_app")
MAY_IMPORT = {
    "geo": {"geo"},
    "data.build": {"geo", "data.build"},
    "layers": {"geo", "layers"},
    "app": {"geo", "layers", "app"},
    "streamlit_app": {"geo", "layers", "app"},
}


def modules() -> dict[str, Path]:
    found = {}
    for room in ROOMS:
        place = ROOT / room.replace(".", "/")
        for path in [place.with_suffix(".py")] if place.with_suffix(".py").exists() else place.rglob("*.py"):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


def imported(name: str, path: Path, known: dict[str, Path]) -> set[str]:
    """Return our modules that a module imports, at its top or inside a function, but not for types alone."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    found: set[str] = set()
    for node in walked(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                found.add(whole if whole in known else base)
    return {one for one in found if one in known and one != name}


def walked(node: ast.AST) -> Iterator[ast.AST]:
    """Walk a tree, past the blocks `if TYPE_CHECKING:`, which never run."""
    for child in ast.iter_child_nodes(node):
        if (
            isinstance(child, ast.If)
            and isinstance(child.test, ast.Name)
            and child.test.id == "TYPE_CHECKING"
        ):
            continue
        yield child
        yield from walked(child)


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Return a circle for each import that closes one, by depth-first search."""
    done: set[str] = set()
    found: list[list[str]] = []

    def visit(name: str, way: list[str]) -> None:
        if name in way:
            found.append([*way[way.index(name) :], name])
            return
        if name in done:
            return
        for other in sorted(graph.get(name, ())):
            visit(other, [*way, name])
        done.add(name)

    for name in sorted(graph):
        visit(name, [])
    return found


def room_of(name: str) -> str:
    return next(room for room in ROOMS if name == room or name.startswith(f"{room}."))


GRAPH = {name: imported(name, path, MODULES) for name, path in MODULES.items()}


def test_the_search_finds_circles():
    graph = {"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}
    assert circles(graph) == [["a", "b", "c", "a"]]
    assert circles({"a": {"b"}, "b": set()}) == []


def test_the_graph_is_that_of_the_code():
    assert len(MODULES) > 60
    assert "geo.dates" in GRAPH["geo.slices"]
    assert "geo.vocabulary" in GRAPH["data.build.check_tenures"]
    assert "data.build.tables" in GRAPH["data.build.check"]
    assert "geo.faults" in GRAPH["geo.check"]


def test_no_two_modules_import_each_other():
    assert circles(GRAPH) == []


@pytest.mark.parametrize("room", ROOMS)
def test_no_arrow_runs_back_up(room):
    wrong = [
        f"{name} imports {other}"
        for name in sorted(MODULES)
        if room_of(name) == room
        for other in sorted(GRAPH[name])
        if room_of(other) not in MAY_IMPORT[room]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("room", "forbidden"),
    [
        ("geo", {"folium", "branca", "jinja2", "streamlit", "layers", "app", "data.build"}),
        ("data.build", {"folium", "branca", "streamlit", "layers", "app"}),
        ("layers", {"streamlit", "app", "data.build"}),
    ],
)
def test_a_room_loads_nothing_that_it_must_not_know(room, forbidden):
    """In a process of its own, every module of the room imported."""
    names = [name for name in sorted(MODULES) if room_of(name) == room and not name.endswith("__main__")]
    code = f"import {', '.join(names)}, sys; print(*sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True
    )
    assert not forbidden & set(result.stdout.split())


@pytest.mark.parametrize("room", ["core", "map"])
def test_every_module_of_the_page_that_needs_no_page_has_its_tests(room):
    """A module of `core/` or `map/` is tested by the file of its name in `tests/web`."""
    modules = {path.stem for path in (ROOT / "layers/web/src" / room).glob("*.js")}
    tested = {
        path.name.removesuffix(".test.js")
        for path in (ROOT / "tests/web" / room).glob("*.test.js")
        if f'from "../../../layers/web/src/{room}/{path.name.removesuffix(".test.js")}.js"'
        in path.read_text(encoding="utf-8")
    }
    assert len(modules) > 10
    assert modules - tested == set()


LONGEST = 80
"""Lines of a function, its head and docstring too."""


def test_no_function_is_long():
    parts = ("geo", "layers", "app", "data/build", "benchmarks", "tests")
    files = [ROOT / "streamlit_app.py", *(path for part in parts for path in (ROOT / part).rglob("*.py"))]
    long = [
        f"{path.relative_to(ROOT)}: {node.name}"
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= LONGEST
    ]
    assert long == []
