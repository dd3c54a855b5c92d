// A list by key: a Map of lists, keys in the order in which they are met (Map.groupBy, which Node 20 lacks).
/** @template T, K @param {Iterable<T>} list @param {(one: T) => K} keyOf @returns {Map<K, T[]>} */
export function groupBy(list, keyOf) {
  /** @type {Map<K, T[]>} */
  const groups = new Map();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
