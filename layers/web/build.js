// Bundles src/ into dist/atlas.js and dist/atlas.css, and writes the payload's types for the checks of src/. `--check`
// writes nothing and fails if a file is not what this makes.
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { typesFrom } from "./types.js";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const DIST = path.join(HERE, "dist");
const ENTRIES = ["src/main.js", "src/styles/atlas.css"];

// Text is kept as UTF-8: escaped, the Chinese and Russian words would take three times the room.
const { outputFiles } = await build({
  absWorkingDir: HERE,
  entryPoints: ENTRIES,
  outdir: DIST,
  entryNames: "atlas",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  write: false,
});

// Through a temporary file beside it: no reader ever sees half a bundle.
async function writeWhole(file, text) {
  const part = `${file}.${process.pid}`;
  await writeFile(part, text);
  await rename(part, file);
}

const schema = await readFile(path.join(HERE, "payload.schema.json"), "utf8");
const types = { path: path.join(HERE, "src/payload.d.ts"), text: typesFrom(JSON.parse(schema)) };

const check = process.argv.includes("--check");
await mkdir(DIST, { recursive: true });
for (const { path: file, text } of [...outputFiles, types]) {
  const name = path.relative(process.cwd(), file);
  if (!check) await writeWhole(file, text);
  else if ((await readFile(file, "utf8").catch(() => "")) !== text) {
    console.error(`${name} is not what \`make web\` makes: run it and commit the file`);
    process.exitCode = 1;
  }
}
