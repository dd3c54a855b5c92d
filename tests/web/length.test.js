import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { parse } from "acorn";

const SOURCE = new URL("../../layers/web/src/", import.meta.url);
const LONGEST = 80;

// [name, lines] of each function of a program.
function lengths(tree) {
  const found = [];
  const look = (node, name = "") => {
    if (!node || typeof node.type !== "string") return;
    const own = node.id?.name || node.key?.name || name;
    if (/Function/.test(node.type)) found.push([own, node.loc.end.line - node.loc.start.line + 1]);
    for (const value of Object.values(node))
      for (const one of Array.isArray(value) ? value : [value]) if (one && typeof one === "object") look(one, own);
  };
  look(tree);
  return found;
}

test("no function of the page is long", () => {
  const files = readdirSync(SOURCE, { recursive: true }).filter((file) => file.endsWith(".js"));
  assert.ok(files.length > 50);
  const long = files.flatMap((file) => {
    const tree = parse(readFileSync(new URL(file, SOURCE), "utf8"), {
      ecmaVersion: "latest",
      sourceType: "module",
      locations: true,
    });
    return lengths(tree)
      .filter(([, lines]) => lines > LONGEST)
      .map(([name, lines]) => `${file}: ${name} ${lines}`);
  });
  assert.deepEqual(long, []);
});
