// Bundles src/ into dist/atlas.js and dist/atlas.css. `--check` writes nothing and fails if dist/ is not what src/
// makes.
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

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

const check = process.argv.includes("--check");
await mkdir(DIST, { recursive: true });
for (const { path: file, text } of outputFiles) {
  const name = path.relative(process.cwd(), file);
  if (!check) await writeWhole(file, text);
  else if ((await readFile(file, "utf8").catch(() => "")) !== text) {
    console.error(`${name} is not what layers/web/src makes: run \`make web\` and commit it`);
    process.exitCode = 1;
  }
}
