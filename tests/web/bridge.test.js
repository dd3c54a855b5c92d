import assert from "node:assert/strict";
import test from "node:test";
import { read } from "../../layers/web/src/bridge.js";

test("foreign messages are not ours", () => {
  for (const data of [null, "set", 7, {}, { atlas: "state" }, { atlas: "sets", state: {} }])
    assert.equal(read(data), null);
  assert.deepEqual(read({ atlas: "set", state: "1945" }), { state: {}, fly: null });
  assert.deepEqual(read({ atlas: "set", state: { date: "1945" }, fly: { lat: "45", lon: 126, zoom: 6 } }), {
    state: { date: "1945" },
    fly: { lat: 45, lon: 126, zoom: 6 },
  });
  assert.deepEqual(read({ atlas: "set", fly: { lat: "x", lon: 1 } }).fly, null);
});
