// Features that look the same share one SVG path: no seam inside a polity, and a step rewrites only what changed.
const AtlasGroups = (() => {
  "use strict";
  const { svg } = typeof require === "function" ? require("./dom.js") : AtlasDom;
  const FULL = 64; // features a path holds before the next one is opened

  // One look: a bucket or more of features, each bucket drawn by the nodes that `paint` makes.
  class Group {
    constructor(key, paint) {
      this.key = key;
      this.paint = paint;
      this.buckets = [];
      this.home = new Map();
      this.dirty = new Set();
    }

    add(feature) {
      let bucket = this.buckets.find((one) => one.features.size < FULL);
      if (!bucket) {
        bucket = { features: new Set(), nodes: this.paint(this.key) };
        this.buckets.push(bucket);
      }
      bucket.features.add(feature);
      this.home.set(feature, bucket);
      this.dirty.add(bucket);
    }

    delete(feature) {
      const bucket = this.home.get(feature);
      if (!bucket) return;
      bucket.features.delete(feature);
      this.home.delete(feature);
      this.dirty.add(bucket);
    }

    // `nodes` is {name: element}; `trace(features)` gives {name: path data}.
    write(trace, all = false) {
      for (const bucket of all ? this.buckets : this.dirty) {
        const paths = bucket.features.size ? trace(bucket.features) : {};
        for (const [name, node] of Object.entries(bucket.nodes)) {
          if (paths[name]) {
            node.setAttribute("d", paths[name]);
            node.removeAttribute("display");
          } else {
            node.setAttribute("display", "none");
          }
        }
      }
      this.dirty.clear();
    }

    remove() {
      for (const { nodes } of this.buckets) Object.values(nodes).forEach((node) => node.remove());
    }
  }

  // All looks of one kind. `styleOf(feature)` -> key; `paint(key)` -> nodes; `trace(features)` -> paths.
  class GroupSet {
    constructor({ styleOf, paint, trace }) {
      Object.assign(this, { styleOf, paint, trace });
      this.groups = new Map();
      this.placed = new Map();
    }

    place(feature) {
      const key = this.styleOf(feature);
      const before = this.placed.get(feature);
      if (key === before) return;
      if (before !== undefined) this.groups.get(before).delete(feature);
      if (key === null) {
        this.placed.delete(feature);
        return;
      }
      let group = this.groups.get(key);
      if (!group) this.groups.set(key, (group = new Group(key, this.paint)));
      group.add(feature);
      this.placed.set(feature, key);
    }

    take(feature) {
      const key = this.placed.get(feature);
      if (key === undefined) return;
      this.groups.get(key).delete(feature);
      this.placed.delete(feature);
    }

    write(all = false) {
      for (const group of this.groups.values()) if (all || group.dirty.size) group.write(this.trace, all);
    }

    clear() {
      for (const group of this.groups.values()) group.remove();
      this.groups.clear();
      this.placed.clear();
    }

    features() {
      return this.placed.keys();
    }
  }

  const path = (parent, options) => {
    const node = svg("path", options);
    parent.append(node);
    return node;
  };

  return { GroupSet, path };
})();
if (typeof module === "object") module.exports = AtlasGroups;
