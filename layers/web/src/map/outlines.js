// Outlines of polities, kept as lands come and go: an arc belongs to one while an odd number of its lands use it.
export class Outlines {
  constructor() {
    this.arcs = new Map(); // owner -> Set of arcs
    this.flipped = new Map(); // owner -> Set of arcs that came or went since the last `settled()`
  }

  // A land of an owner came or went: the same arcs turn over either way.
  turn(owner, polygons) {
    const arcs = part(this.arcs, owner);
    const flipped = part(this.flipped, owner);
    for (const rings of polygons) {
      for (const ring of rings) {
        for (const index of ring) {
          const arc = index < 0 ? ~index : index;
          flip(arcs, arc);
          flip(flipped, arc);
        }
      }
    }
  }

  clear() {
    this.arcs.clear();
    this.flipped.clear();
  }

  settled() {
    this.flipped.clear();
  }
}

function part(map, owner) {
  let found = map.get(owner);
  if (!found) {
    found = new Set();
    map.set(owner, found);
  }
  return found;
}

function flip(set, arc) {
  if (!set.delete(arc)) set.add(arc);
}
