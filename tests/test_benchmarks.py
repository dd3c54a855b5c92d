"""What the benchmarks run in pages is JavaScript that a page can read."""

import subprocess

import pytest

from benchmarks.browser import SCRIPTS, function_in


@pytest.mark.parametrize("name", sorted(path.name for path in SCRIPTS.glob("*.js")))
def test_a_script_is_one_function(name):
    found = subprocess.run(
        ["node", "-p", f"typeof {function_in(name)}"], capture_output=True, text=True, check=False
    )
    assert (found.stdout.strip(), found.stderr) == ("function", "")
