"""A mutation run: one small slip at a time in a copy of the tree, and whether a test sees it (`make mutate`).

Slips are drawn with a fixed seed from the syntax trees of geo/, app/ and the pure parts of layers/ (Python) and of
layers/web/src/core (JavaScript, by mutants.js). Each is tried on the tests of its own module first, then, if it
lives, on those of the modules that import it, slow and browser tests left out. The score counts every survivor against us, those
too that change nothing a reader could meet; benchmarks/survivors.csv says why the known ones live.
"""

from __future__ import annotations

import ast
import csv
import json
import multiprocessing as mp
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import click

ROOT = Path(__file__).resolve().parent.parent
SEED = 1929
PYTHON = ("geo/*.py", "app/*.py", "layers/*.py", "layers/print/*.py")
# Left out: drawing (its tests compare pictures), the command line, what only passes on.
NOT_PURE = {
    "layers/__main__.py", "layers/__init__.py", "layers/files.py", "layers/print/figure.py", "layers/print/film.py",
    "layers/print/still.py", "layers/basemap.py", "geo/__init__.py", "app/__init__.py",
}  # fmt: skip
JAVASCRIPT = "layers/web/src/core/*.js"
ELSEWHERE = {
    **{f"app/{name}.py": "tests/test_app.py" for name in ("bridge", "charts", "files", "views")},
    **{f"geo/{name}.py": "tests/test_geo_year.py" for name in ("brief", "passages", "states")},
    **{f"layers/{name}.py": "tests/test_layers_page.py" for name in ("assets", "cache", "page", "span")},
    "layers/years.py": "tests/test_layers_payload.py",
    "layers/print/lettering.py": "tests/test_layers_print_figure.py",
}
"""Modules whose tests stand, wholly or in part, in the file of what they serve."""
OWN_SECONDS, REST_SECONDS = 180, 300
SLOW = ("test_build_shipped", "test_layers_print_fi", "test_app.py", "test_layers_main", "test_layers_page")
"""Tests that build pages, plates or all the data: too slow to try each survivor on."""


class Mutant(NamedTuple):
    """A slip: `before` at [start, end) of a file (characters) becomes `after`."""

    file: str
    line: int
    start: int
    end: int
    before: str
    after: str

    @property
    def name(self) -> str:
        """Where it is and what it does, in one line."""
        return f"{self.file}:{self.line}: {one_line(self.before)} -> {one_line(self.after) or '(nothing)'}"


def one_line(text: str) -> str:
    """Return a text's words on one line, shortened."""
    words = " ".join(text.split())
    return words if len(words) < 70 else words[:67] + "..."


SWAPS: dict[type, type] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


def mutants_of(file: str, text: str) -> Iterator[Mutant]:
    """Yield every slip of a Python module."""
    lines = [0]
    for line in text.splitlines(keepends=True):
        lines.append(lines[-1] + len(line.encode()))
    raw = text.encode()

    def place(line: int, column: int) -> int:
        return len(raw[: lines[line - 1] + column].decode())

    for node in code_of(ast.parse(text)):
        for changed, target in slips(node):
            start = place(target.lineno, target.col_offset)
            end = place(target.end_lineno or 0, target.end_col_offset or 0)
            yield Mutant(file, target.lineno, start, end, text[start:end], changed)


def code_of(node: ast.AST) -> Iterator[ast.AST]:
    """Walk what runs: no annotations, decorators, docstrings, nor what is for type checkers alone."""
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or is_idle(child):
                continue
            yield from code_of(child)


def is_idle(node: ast.AST) -> bool:
    """Tell whether a statement is a docstring or a block for type checkers or for running as a script."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    return (
        isinstance(node, ast.If)
        and re.match(r"TYPE_CHECKING|__name__ ==", ast.unparse(node.test)) is not None
    )


def slips(node: ast.AST) -> Iterator[tuple[str, Any]]:
    """Yield (new text, node replaced) for each slip in one node."""
    if isinstance(node, ast.Compare):
        for number, operator in enumerate(node.ops):
            other = SWAPS[type(operator)]()
            ops = [*node.ops[:number], other, *node.ops[number + 1 :]]
            yield f"({ast.unparse(ast.Compare(node.left, ops, node.comparators))})", node
    elif isinstance(node, ast.BoolOp):
        yield f"({ast.unparse(ast.BoolOp(SWAPS[type(node.op)](), node.values))})", node
    elif isinstance(node, ast.BinOp) and type(node.op) in SWAPS:
        yield f"({ast.unparse(ast.BinOp(node.left, SWAPS[type(node.op)](), node.right))})", node
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"({ast.unparse(node.operand)})", node
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float, bool):
        yield repr(not node.value if isinstance(node.value, bool) else node.value + 1), node
    elif isinstance(node, ast.IfExp):
        yield f"not ({ast.unparse(node.test)})", node.test
    elif isinstance(node, ast.Return) and node.value is not None and ast.unparse(node.value) != "None":
        yield "None", node.value
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield "pass", node


def python_mutants() -> list[Mutant]:
    """Return every slip of the Python modules in the run."""
    files = sorted(path.relative_to(ROOT).as_posix() for glob in PYTHON for path in ROOT.glob(glob))
    return [
        one
        for file in files
        if file not in NOT_PURE
        for one in mutants_of(file, (ROOT / file).read_text(encoding="utf-8"))
    ]


def javascript_mutants() -> list[Mutant]:
    """Return every slip of the JavaScript modules in the run."""
    files = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob(JAVASCRIPT))
    done = subprocess.run(
        ["node", "benchmarks/mutants.js", *files], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [Mutant(**json.loads(line)) for line in done.stdout.splitlines()]


def sampled(size: int, seed: int) -> list[Mutant]:
    """Return a sample of all slips, Python and JavaScript alike."""
    return random.Random(seed).sample([*python_mutants(), *javascript_mutants()], size)  # noqa: S311


def own_tests(file: str) -> list[str]:
    """Return the test files of a module by its name: `layers/print/frame.py` has test_layers_print_frame*.py."""
    path = Path(file)
    if path.suffix == ".js":
        return [f"tests/web/core/{path.stem}.test.js"]
    stem = "_".join(path.with_suffix("").parts).replace("__", "")
    named = [one.relative_to(ROOT).as_posix() for one in sorted((ROOT / "tests").glob(f"test_{stem}*.py"))]
    return [*named, *([ELSEWHERE[file]] if file in ELSEWHERE else [])]


def other_tests(file: str) -> list[str]:
    """Return the quick test files of the modules that import a module, or all of node's."""
    if file.endswith(".js"):
        return [one.relative_to(ROOT).as_posix() for one in sorted((ROOT / "tests/web").rglob("*.test.js"))]
    near = importers(file)
    found = {test for one in near for test in own_tests(one)}
    found |= {test for one in near for other in importers(one) for test in own_tests(other)}
    return sorted(one for one in found if not any(slow in one for slow in SLOW))


@cache
def importers(file: str) -> frozenset[str]:
    """Return the Python modules that name a module in their imports."""
    package, _, stem = file.removesuffix(".py").replace("/", ".").rpartition(".")
    named = re.compile(
        rf"^\s*(?:from {re.escape(package)}\.{stem} import|import {re.escape(package)}\.{stem}\b"
        rf"|from {re.escape(package)} import .*\b{stem}\b)",
        re.MULTILINE,
    )
    files = [path for glob in (*PYTHON, "data/build/*.py") for path in ROOT.glob(glob)]
    found = (path for path in files if named.search(path.read_text(encoding="utf-8")))
    return frozenset(path.relative_to(ROOT).as_posix() for path in found) - {file}


def run_python(tree: Path, tests: list[str], seconds: float) -> bool | None:
    """Run tests in a fork, for which the libraries are loaded; returns whether all passed, None for no end."""
    child = os.fork()
    if child == 0:
        run_pytest(tree, tests)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.05)
    os.killpg(child, 9)
    os.waitpid(child, 0)
    return None


def run_pytest(tree: Path, tests: list[str]) -> None:
    """Run pytest in this process, which it ends."""
    os.setsid()
    os.chdir(tree)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    sys.dont_write_bytecode = True
    sys.path[:] = [str(tree), *(entry for entry in sys.path if entry not in ("", str(ROOT)))]
    os.environ.update(PYTHONPATH=str(tree), PYTHONDONTWRITEBYTECODE="1")
    import pytest

    code = 1
    try:
        code = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "--no-header", *tests]))
    finally:
        os._exit(code)


def run_node(tree: Path, tests: list[str], seconds: float) -> bool | None:
    """Run node's tests; returns whether all passed, None for no end."""
    quiet = subprocess.DEVNULL
    run = subprocess.Popen(
        ["node", "--test", *tests], cwd=tree, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        return run.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        os.killpg(run.pid, 9)  # with the processes that node starts, one a file
        run.wait()
        return None


def tried(tree: Path, mutant: Mutant) -> str:
    """Put a slip into a tree, test, take it out; returns `own` or `other`, the tests that saw it, or `lives`.

    A slip that makes its own tests run without end is seen; that the others took long proves nothing.
    """
    path = tree / mutant.file
    text = path.read_text(encoding="utf-8")
    run = run_node if mutant.file.endswith(".js") else run_python
    path.write_text(text[: mutant.start] + mutant.after + text[mutant.end :], encoding="utf-8")
    try:
        own = own_tests(mutant.file)
        if own and run(tree, own, OWN_SECONDS) is not True:
            return "own"
        rest = [one for one in other_tests(mutant.file) if one not in own]
        return "other" if rest and run(tree, rest, REST_SECONDS) is False else "lives"
    finally:
        path.write_text(text, encoding="utf-8")


def copied(folder: Path) -> Path:
    """Copy what git tracks, or would, into a folder; tools are linked."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file() and not (ROOT / name).is_symlink():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    for tools in (".venv", "node_modules"):
        if (ROOT / tools).exists():
            (folder / tools).symlink_to((ROOT / tools).resolve())
    return folder


def work(todo: Any, found: Any) -> None:
    """Try mutants of a queue until it gives none, each in this worker's own copy of the tree."""
    for library in (
        "folium",
        "geopandas",
        "hypothesis",
        "matplotlib.pyplot",
        "pyproj",
        "shapely",
        "yaml",
        "click",
    ):
        __import__(library)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        tree = copied(Path(folder))
        for mutant in iter(todo.get, None):
            found.put((mutant, tried(tree, mutant)))


def results(mutants: list[Mutant], workers: int) -> Iterator[tuple[Mutant, str]]:
    """Yield each mutant with what became of it, as they are done."""
    todo: Any = mp.Queue()
    found: Any = mp.Queue()
    for one in [*mutants, *[None] * workers]:
        todo.put(one)
    for _ in range(workers):
        mp.Process(target=work, args=(todo, found)).start()
    for _ in mutants:
        yield found.get()


def reasons() -> dict[tuple[str, str, str], str]:
    """Return why known survivors live, by file, what was there and what took its place."""
    with (ROOT / "benchmarks/survivors.csv").open(encoding="utf-8", newline="") as file:
        return {(row["file"], row["before"], row["after"]): row["why"] for row in csv.DictReader(file)}


def known(mutant: Mutant) -> tuple[str, str, str]:
    """Return the key of a mutant among the known survivors."""
    return mutant.file, one_line(mutant.before), one_line(mutant.after)


@click.command()
@click.option("--size", type=int, default=240, show_default=True, help="How many slips are drawn.")
@click.option("--seed", type=int, default=SEED, show_default=True, help="Of the draw.")
@click.option("--workers", type=int, default=2, show_default=True, help="Copies of the tree at work.")
@click.option("--only", default="", help="Only files whose path holds this.")
@click.option("--least", type=float, default=85, show_default=True, help="Per cent that must be seen.")
def main(size: int, seed: int, workers: int, only: str, least: float) -> None:
    """Print what became of a sample of slips, the score, and the survivors."""
    os.nice(10)
    mp.set_start_method("fork")
    mutants = [one for one in sampled(size, seed) if only in one.file]
    counts = {"own": 0, "other": 0, "lives": 0}
    survivors = []
    for number, (mutant, fate) in enumerate(results(mutants, workers), 1):
        counts[fate] += 1
        if fate == "lives":
            survivors.append(mutant)
        print(f"{number}/{len(mutants)} {fate:<5} {mutant.name}", flush=True)
    killed = len(mutants) - len(survivors)
    score = 100 * killed / max(1, len(mutants))
    why = reasons()
    click.echo(f"\n{killed} of {len(mutants)} slips seen: {score:.1f}% (seed {seed})")
    click.echo(f"{counts['own']} by the tests of their own module, {counts['other']} by others")
    for mutant in sorted(survivors):
        click.echo(f"lives: {mutant.name}: {why.get(known(mutant), 'nobody has said why')}")
    if score < least:
        raise SystemExit(f"less than {least:g}% were seen: write tests for the survivors")


if __name__ == "__main__":
    main()
