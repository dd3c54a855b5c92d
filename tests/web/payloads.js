// What payloads of tests are made of.

// Features as the payload has them: a table, each field's name once.
export function table(features) {
  const columns = [...new Set(features.flatMap(Object.keys))];
  return { columns, rows: features.map((feature) => columns.map((name) => feature[name] ?? null)) };
}
