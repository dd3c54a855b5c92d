// Mutants of JavaScript modules: one JSON line each, {file, line, start, end, before, after}, found in their syntax
// trees. `node benchmarks/mutants.js FILE ...`; what is made of them stands in mutate.py.
import { readFileSync } from "node:fs";
import { parse } from "acorn";

const SWAPS = {
  "<": "<=", "<=": "<", ">": ">=", ">=": ">", "===": "!==", "!==": "===", "&&": "||", "||": "&&",
  "+": "-", "-": "+", "*": "/", "/": "*", "%": "*", "+=": "-=", "-=": "+=", "&": "|", "|": "&",
}; // biome-ignore format: a table

// The operator between two sides: its place is searched for past the left side.
function swapped(node, text) {
  const after = SWAPS[node.operator];
  if (!after) return null;
  const start = text.indexOf(node.operator, node.left.end);
  return { start, end: start + node.operator.length, after };
}

function mutant(node, text) {
  const { type, start, end } = node;
  if (type === "BinaryExpression" || type === "LogicalExpression" || type === "AssignmentExpression")
    return swapped(node, text);
  if (type === "UnaryExpression" && node.operator === "!") return { start, end: start + 1, after: "" };
  if (type === "Literal" && typeof node.value === "number") return { start, end, after: String(node.value + 1) };
  if (type === "Literal" && typeof node.value === "boolean") return { start, end, after: String(!node.value) };
  if (type === "ConditionalExpression")
    return { start: node.test.start, end: node.test.end, after: `!(${text.slice(node.test.start, node.test.end)})` };
  if (type === "ReturnStatement" && node.argument)
    return { start: node.argument.start, end: node.argument.end, after: "undefined" };
  if (type === "ExpressionStatement" && node.expression.type === "CallExpression") return { start, end, after: ";" };
  return null;
}

function* walked(node) {
  if (Array.isArray(node)) for (const one of node) yield* walked(one);
  else if (node && typeof node.type === "string") {
    yield node;
    for (const child of Object.values(node)) if (child && typeof child === "object") yield* walked(child);
  }
}

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  const tree = parse(text, { ecmaVersion: "latest", sourceType: "module", locations: true });
  for (const node of walked(tree)) {
    const found = mutant(node, text);
    if (!found) continue;
    const before = text.slice(found.start, found.end);
    const line = text.slice(0, found.start).split("\n").length;
    console.log(JSON.stringify({ file, line, ...found, before }));
  }
}
