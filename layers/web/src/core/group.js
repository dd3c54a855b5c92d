// A list by key: a Map of lists, keys in the order in which they are met (Map.groupBy, which Node 20 lacks).
export function groupBy(list, keyOf) {
  const groups = new Map();
  for (const one of list) {
    const key = keyOf(one);
    if (groups.has(key)) groups.get(key).push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
