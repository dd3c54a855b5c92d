import assert from "node:assert/strict";
import test from "node:test";
import { addCanvas } from "../../../layers/web/src/map/canvas.js";
import { Looks } from "../../../layers/web/src/map/groups.js";
import { Painter } from "../../../layers/web/src/map/painter.js";
import * as style from "../../../layers/web/src/map/style.js";
import { pixel } from "../../../layers/web/src/map/surface.js";
import { FakeMap, install } from "../fakes.js";
import { model } from "../made.js";

install();
const LOOKS = { lands: (f) => `${f.polity}|${f.polity}|||`, rails: (f) => style.railStyle(f, {}, "#123456").key };

function painter({ zoom = 4, size = [800, 600], middle = [10, 5] } = {}) {
  const made = model();
  const [x, y] = pixel(...middle, zoom);
  const map = new FakeMap({ zoom, size, origin: [x - size[0] / 2, y - size[1] / 2] });
  const canvases = Object.fromEntries(["lands", "halos", "lines"].map((pane) => [pane, addCanvas(map, pane, 1)]));
  const paint = new Painter(made, canvases);
  paint.setZoom(zoom);
  paint.dress(false);
  const looks = {
    lands: new Looks(LOOKS.lands, (f, key) => paint.turnLand(f, key)),
    borders: new Looks((f) => style.borderStyle(f, true).key, (f, key) => paint.turnBorder(f, key)),
    rails: new Looks(LOOKS.rails),
  };
  const get = (id) => made.get(id);
  const draw = () => {
    paint.paintLands(looks.lands);
    paint.paintLines(looks.borders, looks.rails);
    paint.paintHalos();
    for (const one of Object.values(looks)) one.settled();
  };
  return { paint, looks, get, draw, map, pens: Object.fromEntries(Object.entries(canvases).map(([k, c]) => [k, c.pen])) };
} // biome-ignore format: rows

test("lands of one look are one fill in their polity's colour", () => {
  const { looks, get, draw, pens } = painter();
  for (const id of ["west-qing", "east"]) looks.lands.place(get(id));
  draw();
  const fills = pens.lands.called("fill");
  assert.deepEqual(
    fills.map((call) => [call.fillStyle, call.globalAlpha]),
    [
      ["#010101", style.FILL_OPACITY],
      ["#030303", style.FILL_OPACITY],
    ],
  );
  assert.equal(fills[0].given[0].steps.at(-1)[0], "Z");
});

test("a pattern is filled as one tile with its ground, at full strength, made once", () => {
  const { paint, looks, get, draw, pens } = painter();
  looks.lands.styleOf = () => "qing|qing|hatch|roc|";
  looks.lands.place(get("west-qing"));
  draw();
  const [fill] = pens.lands.called("fill");
  assert.equal(fill.globalAlpha, 1);
  assert.equal(fill.fillStyle.repeat, "repeat");
  paint.lands.spoil();
  draw();
  assert.equal(pens.lands.called("fill")[1].fillStyle, fill.fillStyle);
  paint.dress(true);
  paint.lands.spoil();
  draw();
  assert.notEqual(pens.lands.called("fill")[2].fillStyle, fill.fillStyle);
});

test("a fringe is stroked inside its land", () => {
  const { looks, get, draw, pens } = painter();
  looks.lands.styleOf = () => "roc|roc|||qing";
  looks.lands.place(get("west-roc"));
  draw();
  assert.equal(pens.lands.called("stroke").length, 1);
  assert.ok(pens.lands.called("clip").length > 1);
  assert.equal(pens.lands.called("stroke")[0].lineWidth, 16);
});

test("the outline of a polity is firm along coasts and pale where a border line is drawn over it", () => {
  const { looks, get, draw, pens } = painter();
  looks.lands.place(get("west-qing"));
  looks.borders.place(get("line"));
  draw();
  const edge = pens.lines.called("stroke").find((call) => call.globalAlpha === 0.85);
  const halo = pens.halos.called("stroke")[0];
  assert.equal(edge.given[0].steps.length, 4); // the west's other three sides
  assert.equal(halo.given[0].steps.length, 3);
  assert.equal(halo.strokeStyle, "#010101-dark");
  looks.borders.take(get("line"));
  draw();
  const last = pens.lines
    .called("stroke")
    .filter((call) => call.globalAlpha === 0.85)
    .at(-1);
  assert.equal(last.given[0].steps.filter(([step]) => step === "M").length, 2);
});

test("between two lands of one polity there is no outline", () => {
  const { looks, get, draw, pens } = painter();
  looks.lands.styleOf = () => "roc|roc|||";
  for (const id of ["west-roc", "east"]) looks.lands.place(get(id));
  draw();
  const edges = pens.lines.called("stroke").filter((call) => call.globalAlpha === 0.85);
  assert.equal(edges.length, 1);
  assert.equal(edges[0].given[0].steps.filter(([step]) => step === "M").length, 2); // two coasts, not three arcs
});

test("borders by level and by what they rest on", () => {
  const { looks, get, draw, pens } = painter();
  looks.borders.place(get("line"));
  draw();
  const [stroke] = pens.lines.called("stroke");
  assert.equal(stroke.lineWidth, style.LEVEL.state.width);
  assert.equal(stroke.globalAlpha, style.LEVEL.state.opacity);
  assert.deepEqual(stroke.dash, [9, 3]);
  assert.equal(stroke.strokeStyle, "border");
  const other = painter();
  other.looks.borders.styleOf = () => "claim-claim";
  other.looks.borders.place(other.get("line"));
  other.draw();
  const [claim] = other.pens.lines.called("stroke");
  assert.deepEqual([claim.strokeStyle, claim.lineCap], ["accent", "round"]);
  assert.equal(claim.lineWidth, style.LEVEL.claim.width * 1.5);
});

test("a line open has ticks, one being built is dashed, one closed pale", () => {
  const rails = (id, change = {}) => {
    const { looks, get, draw, pens } = painter();
    looks.rails.place(Object.assign(get(id), change));
    draw();
    return pens.lines.called("stroke");
  };
  const open = rails("open");
  assert.deepEqual(
    open.map((call) => call.strokeStyle),
    ["#123456", "#fffdf6"],
  );
  assert.equal(open[0].lineWidth, style.railWidth(4, true));
  assert.ok(open[1].lineWidth < open[0].lineWidth);
  const [built] = rails("built");
  assert.deepEqual(built.dash, [5, 3.5]);
  const [closed] = rails("open", { status: "closed" });
  assert.equal(closed.globalAlpha, 0.65);
});

test("only what changed is drawn again", () => {
  const { paint, looks, get, draw, pens } = painter();
  for (const id of ["west-qing", "east"]) looks.lands.place(get(id));
  draw();
  pens.lands.calls = [];
  draw();
  assert.equal(pens.lands.calls.length, 0);
  looks.lands.take(get("west-qing"));
  looks.lands.place(get("west-roc"));
  draw();
  const [left, , width] = pens.lands.called("rect")[0].given;
  const [from] = pixel(0, 5, 4);
  const [to] = pixel(11, 5, 4);
  assert.ok(Math.abs(left - (from - paint.lands.corner[0])) < 10);
  assert.ok(Math.abs(width - (to - from)) < 20);
});

test("an arc out of view is drawn as its chord", () => {
  const { paint, get } = painter({ zoom: 7, size: [100, 100], middle: [5, 5] });
  const steps = paint.areaOf(get("west-qing")).steps.length;
  assert.equal(steps, painter().paint.areaOf(get("west-qing")).steps.length - 1);
  assert.equal(paint.areaOf(get("west-qing")), paint.areaOf(get("west-qing")));
});

test("paths of a few zooms are kept", () => {
  const { paint, get } = painter();
  const trace = paint.trace(get("open"));
  paint.setZoom(5);
  assert.notEqual(paint.trace(get("open")), trace);
  paint.setZoom(4);
  assert.equal(paint.trace(get("open")), trace);
  for (const zoom of [5, 6, 7, 8, 9]) paint.setZoom(zoom);
  assert.equal(paint.zooms.size, 4);
  paint.setZoom(4);
  assert.notEqual(paint.trace(get("open")), trace);
});

test("what a feature needs is made ready without drawing", () => {
  const { paint, get, pens } = painter();
  paint.ready(get("west-qing"));
  paint.ready(get("open"));
  assert.ok(paint.traces.get(get("west-qing")).path);
  assert.ok(paint.traces.get(get("open")).path);
  assert.equal(pens.lands.called("fill").length, 0);
});
