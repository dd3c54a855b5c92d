"""The machine and the versions that numbers were measured with."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
_CPU = Path("/proc/cpuinfo")


def describe() -> str:
    """Return one sentence: processor, cores, load, system, versions."""
    load = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    packages = ", ".join(
        f"{name} {version(name)}" for name in ("streamlit", "folium", "streamlit-folium", "geopandas")
    )
    return (
        f"{_processor()}, {os.cpu_count()} cores{load}; {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {_chromium()} (headless, no GPU); {packages}."
    )


def _processor() -> str:
    if _CPU.exists():
        for line in _CPU.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _chromium() -> str:
    try:
        found = subprocess.run(
            [CHROMIUM, "--version"], capture_output=True, text=True, timeout=20, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return "no Chromium"
    words = found.stdout.split()
    return f"Chromium {words[1]}" if len(words) > 1 else "Chromium"
