"""The page: one file, no request possible, the same bytes for the same input."""

from __future__ import annotations

import base64
import json
import re
import zlib
from hashlib import sha256
from html.parser import HTMLParser

import folium
import pytest

import layers
from geo.errors import UnknownNameError
from layers import assets, cache, page
from layers.errors import PageError, SpanError

MAX_BYTES = 2_000_000


class Tags(HTMLParser):
    """Collects a page's elements and the text of its scripts."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.scripts, self.inside = [], [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.inside = tag == "script"
        if self.inside:
            self.scripts.append("")

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.scripts[-1] += data


@pytest.fixture(scope="module")
def html(atlas_page):
    return atlas_page.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def tags(html):
    return Tags(html)


def policy_of(tags):
    (csp,) = [
        attrs["content"] for tag, attrs in tags.tags if attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    return dict(part.split(" ", 1) for part in csp.split("; "))


def test_the_whole_atlas_fits_its_budget(html):
    assert len(html.encode("utf-8")) <= MAX_BYTES


def test_nothing_is_fetched(html, tags):
    for tag, attrs in tags.tags:
        assert tag not in ("link", "iframe", "object", "embed", "base", "audio", "video"), tag
        for name in ("src", "srcset", "poster", "data", "background"):
            assert str(attrs.get(name, "data:")).startswith("data:"), (tag, attrs)
        assert not [name for name in attrs if name.startswith("on")], (tag, attrs)
    styles = " ".join(re.findall(r"<style>(.*?)</style>", html, re.DOTALL))
    assert not re.findall(r"url\((?!['\"]?(?:data:|#))", styles)
    assert "@import" not in styles
    assert "sourceMappingURL" not in html


def test_policy_allows_exactly_the_scripts_of_the_page(tags):
    policy = policy_of(tags)
    assert policy["default-src"] == "'none'"
    assert policy["img-src"] == "data: blob:"
    assert not {"connect-src", "frame-src", "font-src"} & set(policy)
    kinds = [attrs.get("type") for tag, attrs in tags.tags if tag == "script"]
    running = [text for text, kind in zip(tags.scripts, kinds, strict=True) if kind != "text/plain"]
    hashes = [f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'" for text in running]
    assert policy["script-src"].split() == hashes
    assert len(running) == len(assets.scripts())


def test_the_payload_can_be_read_back(tags):
    (text,) = [text for text in tags.scripts if re.fullmatch(r"[A-Za-z0-9+/]+=*", text)]
    data = json.loads(zlib.decompress(base64.b64decode(text)))
    assert list(data["features"]) == list(layers.REGISTRY)
    assert data["span"] == [1900, 1991]


def test_two_exports_are_the_same_bytes(html, atlas_layers):
    assert layers.to_html(layers.build_map(atlas_layers)) == html
    assert layers.to_html(layers.build_map()) == html


def test_it_is_a_folium_map_that_shows_itself(html, atlas_layers, tmp_path):
    atlas = layers.build_map(atlas_layers)
    assert isinstance(atlas, folium.Map)
    assert atlas._repr_html_().startswith("<iframe srcdoc=")
    atlas.save(str(tmp_path / "saved.html"))
    assert (tmp_path / "saved.html").read_text(encoding="utf-8") == html


def test_folium_children_are_drawn_on_it_and_allowed(atlas_layers):
    pages = []
    for _ in range(2):
        atlas = layers.build_map(atlas_layers, year=1932)
        folium.CircleMarker([45.8, 126.6], tooltip="Harbin").add_to(atlas)
        pages.append(layers.to_html(atlas))
    assert pages[0] == pages[1]
    found = Tags(pages[0])
    added = [text for text in found.scripts if "L.circleMarker" in text and "window.atlasMap" in text][-1]
    assert assets.script_hash(added) in policy_of(found)["script-src"]


def test_tiles_open_only_the_hosts_of_the_tiles(atlas_layers):
    found = Tags(layers.to_html(layers.build_map(atlas_layers, show=["tuva"], tiles=True)))
    policy = policy_of(found)
    hosts = policy["img-src"].split()[2:]
    assert "https://tile.openstreetmap.org" in hosts
    assert all(host.startswith("https://") and host.count("/") == 2 for host in hosts)
    assert set(policy) == {"default-src", "script-src", "style-src", "img-src", "base-uri", "form-action"}


def test_titles_are_escaped(atlas_layers):
    text = layers.to_html(
        layers.build_map(atlas_layers, show=["tuva"], title="<script>alert(1)</script>", note="a < b")
    )
    assert "<script>alert" not in text


def test_wrong_asks_are_refused(atlas_layers):
    with pytest.raises(SpanError, match="choose one from 1900 to 1991"):
        layers.build_map(atlas_layers, year=2001)
    with pytest.raises(UnknownNameError):
        layers.build_map(atlas_layers, show=["tuvaa"])
    with pytest.raises(PageError, match=r"layers\.build_map"):
        layers.to_html(folium.Map())


def test_scripts_that_would_end_their_element_are_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(assets, "DIST", tmp_path)
    with pytest.raises(PageError, match=r"atlas\.js is missing.*make web"):
        assets.scripts()
    (tmp_path / "atlas.js").write_text("x = '</script>'", encoding="utf-8")
    with pytest.raises(PageError, match="</script"):
        assets.scripts()


def test_noscript_has_the_still(html):
    assert re.search(r"<noscript>.*<svg .*</svg>.*</noscript>", html, re.DOTALL)


def test_the_cache_serves_the_page_it_built(monkeypatch, tmp_path, html):
    monkeypatch.setattr(cache, "CACHE", tmp_path / "cache")
    assert cache.cached_page() == html
    monkeypatch.setattr(page, "to_html", lambda atlas: "built again")
    assert cache.cached_page() == html
    monkeypatch.setattr(cache, "page_key", lambda tiles=False: "other")
    assert cache.cached_page() == "built again"


@pytest.mark.parametrize(("asked", "said"), [({"year": 1932}, "1932"), ({"span": (1930, 1932)}, "1930-1932")])
def test_a_page_without_scripts_says_the_years_it_has(atlas_layers, asked, said):
    text = layers.to_html(layers.build_map(atlas_layers, show=["tuva"], **asked))
    summary = re.search(r"<noscript>.*?</h1><p>([^<]*)</p>", text, re.DOTALL)
    assert summary
    assert re.findall(r"[12][0-9]{3}(?:-[12][0-9]{3})?", summary[1]) == [said]
