// The types of payload.schema.json as TypeScript, for the checks of src/: what Python is tested against, JavaScript
// is checked against. Only what that schema uses is understood; anything else is an error.
const NAMES = { string: "string", integer: "number", number: "number", boolean: "boolean", null: "null" };

const refers = (ref) => ref.replace("#/$defs/", "");
const said = ({ description }, indent) => (description ? `${indent}/** ${description} */\n` : "");

function typeOf(schema, indent) {
  if (schema.$ref) return refers(schema.$ref);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (Array.isArray(schema.type)) return schema.type.map((name) => NAMES[name]).join(" | ");
  if (schema.type === "array") return listOf(schema, indent);
  if (schema.type === "object") return objectOf(schema, indent);
  if (!NAMES[schema.type]) throw new Error(`no type for ${JSON.stringify(schema)}: teach layers/web/types.js`);
  return NAMES[schema.type];
}

function listOf({ prefixItems, items }, indent) {
  if (prefixItems) return `[${prefixItems.map((one) => typeOf(one, indent)).join(", ")}]`;
  const inner = items ? typeOf(items, indent) : "unknown";
  return inner.includes("|") ? `(${inner})[]` : `${inner}[]`;
}

function objectOf({ properties, required = [], additionalProperties, patternProperties = {} }, indent) {
  if (!properties) return `Record<string, ${typeOf(additionalProperties, indent)}>`;
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, one]) => {
    const mark = required.includes(name) ? "" : "?";
    return `${said(one, inner)}${inner}${name}${mark}: ${typeOf(one, inner)};`;
  });
  for (const [pattern, one] of Object.entries(patternProperties)) {
    const key = `[field: \`${pattern.replace("^", "")}\${string}\`]`;
    lines.push(`${said(one, inner)}${inner}${key}: ${typeOf(one, inner)} | undefined;`);
  }
  return `{\n${lines.join("\n")}\n${indent}}`;
}

const HEAD = "// Made by layers/web/build.js of payload.schema.json: change that, then `make web`.\n";

export function typesFrom({ $defs, ...payload }) {
  const all = { [payload.title]: payload, ...$defs };
  const types = Object.entries(all).map(
    ([name, schema]) => `${said(schema, "")}export type ${name} = ${typeOf(schema, "")};\n`,
  );
  return [HEAD, ...types].join("\n");
}
