// Features sorted by how they look: what looks the same is drawn as one path, so no seam shows inside a polity.
// `styleOf(feature)` gives the key of a look, or null for what isn't drawn; `turned(feature, key)` hears of each that
// comes or goes.
export class Looks {
  constructor(styleOf, turned = () => {}) {
    this.styleOf = styleOf;
    this.turned = turned;
    this.groups = new Map();
    this.placed = new Map();
    this.changed = new Set(); // features since the last `settled()`
  }

  place(feature) {
    const key = this.styleOf(feature);
    const before = this.placed.get(feature);
    if (key === before) return;
    if (before !== undefined) this.take(feature);
    if (key === null) return;
    let group = this.groups.get(key);
    if (!group) {
      group = new Set();
      this.groups.set(key, group);
    }
    group.add(feature);
    this.placed.set(feature, key);
    this.changed.add(feature);
    this.turned(feature, key);
  }

  take(feature) {
    const key = this.placed.get(feature);
    if (key === undefined) return;
    this.groups.get(key).delete(feature);
    this.placed.delete(feature);
    this.changed.add(feature);
    this.turned(feature, key);
  }

  clear() {
    this.groups.clear();
    this.placed.clear();
  }

  settled() {
    this.changed.clear();
  }

  features() {
    return this.placed.keys();
  }
}
