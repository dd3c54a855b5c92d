"""The two components that tie the map page to the app.

The page is mounted once and never sent again: `frame` has only the page as its data. What the app
wants of the page (a date, layers) travels in `follow`, whose message stays under
3 kB whatever the size of the atlas. Its code lives in the frame's file, because Streamlit sends a
small component's code again with every change of its data.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

_WEB = Path(__file__).with_name("web")


def _text(name: str) -> str:
    return (_WEB / name).read_text(encoding="utf-8")


@st.cache_resource
def _components() -> tuple[Callable[..., Any], Callable[..., Any]]:
    frame = st.components.v2.component(
        "frontier_atlas_frame",
        html='<div class="atlas-frame"></div>',
        css=_text("frame.css"),
        js=_text("bridge.js"),
        isolate_styles=False,
    )
    follow = st.components.v2.component(
        "frontier_atlas_follow",
        js=_text("follow.js"),
        isolate_styles=False,
    )
    return frame, follow


def stylesheet() -> Path:
    """Path of the app's stylesheet, for `st.html`."""
    return _WEB / "app.css"


def mount_page(page: str, *, on_view: Callable[[], None]) -> None:
    """Mount the map page (an HTML document); `on_view` runs when the reader has moved it."""
    _components()[0](key="atlas", data={"page": page}, on_view_change=on_view)


def mount_commands(command: dict[str, Any]) -> None:
    """Send the app's last command to the page: `{n, set}`, with a number that is new for every command."""
    _components()[1](key="follow", data={"command": command})
