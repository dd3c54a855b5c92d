"""The page's search finds the places that the terminal finds: both are held to `tests/cases/search.json`."""

import json
import subprocess

import pytest

from geo.frontier import shipped
from layers import gazetteer
from tests.conftest import ROOT

CASES = json.loads((ROOT / "tests" / "cases" / "search.json").read_text(encoding="utf-8"))
SCRIPT = """
import { find } from "./layers/web/src/core/find.js";
import { findable } from "./layers/web/src/core/findable.js";
let text = "";
for await (const part of process.stdin) text += part;
const { payload, names } = JSON.parse(text);
const index = findable({ payload, features: {}, territories: [], ofKind: () => [] });
const first = (name) => find(index, name, { day: 19300101 }).find(({ kind }) => kind === "place")?.results[0].entry.id;
console.log(JSON.stringify(names.map((name) => first(name) ?? null)));
"""


@pytest.fixture(scope="module")
def found():
    frontier = shipped()
    payload = {
        "base": {"towns": gazetteer.towns_of(frontier), "waters": gazetteer.waters_of(frontier)},
        "polities": {},
        "folding": gazetteer.folding_of(frontier),
    }
    names = [name for name, _ in CASES]
    given = json.dumps({"payload": payload, "names": names})
    command = ["node", "--input-type=module", "-e", SCRIPT]
    done = subprocess.run(command, input=given, capture_output=True, text=True, cwd=ROOT, check=True)
    return dict(zip(names, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize(("name", "place"), CASES)
def test_the_page_finds_what_the_terminal_finds(found, name, place):
    assert found[name] == place
