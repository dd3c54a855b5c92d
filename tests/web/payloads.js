// What payloads of tests are made of.

// Features as the payload has them: a table, each field's name once.
// The cells of `shared` columns are places in the payload's texts.
export function table(features, shared = []) {
  const columns = [...new Set(features.flatMap(Object.keys))];
  return { columns, shared, rows: features.map((feature) => columns.map((name) => feature[name] ?? null)) };
}
