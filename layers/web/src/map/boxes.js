// Room for names: boxes that don't overlap, and where in the visible part of a land its name fits best.
export const CELL = 16; // pixels between sample points

// Takes boxes [left, top, right, bottom] as long as they are free.
export class Boxes {
  constructor() {
    this.taken = [];
  }

  free(box) {
    return this.taken.every((one) => box[2] <= one[0] || box[0] >= one[2] || box[3] <= one[1] || box[1] >= one[3]);
  }

  take(box) {
    if (!this.free(box)) return false;
    this.taken.push(box);
    return true;
  }
}

// Sample points over a view [left, top, right, bottom] in pixels, with a mask of which lie in an area.
export class Grid {
  // `covered`: boxes from the view's left and top that nothing may stand under.
  constructor([left, top, right, bottom], covered = []) {
    this.left = left + CELL / 2;
    this.top = top + CELL / 2;
    this.columns = Math.max(1, Math.floor((right - left) / CELL));
    this.rows = Math.max(1, Math.floor((bottom - top) / CELL));
    this.shut = [];
    for (let i = 0; i < this.rows * this.columns; i += 1) {
      const x = this.left - left + (i % this.columns) * CELL;
      const y = this.top - top + Math.floor(i / this.columns) * CELL;
      if (covered.some((box) => x > box[0] && x < box[2] && y > box[1] && y < box[3])) this.shut.push(i);
    }
  }

  // What lines ([x, y, x, y ..], in any order) enclose together; even-odd.
  mask(lines) {
    const crossings = Array.from({ length: this.rows }, () => []);
    for (const line of lines) {
      let [x0, y0] = line;
      for (let i = 2; i < line.length; i += 2) {
        const x1 = line[i];
        const y1 = line[i + 1];
        const low = Math.max(0, Math.ceil((Math.min(y0, y1) - this.top) / CELL));
        const high = Math.min(this.rows - 1, Math.floor((Math.max(y0, y1) - this.top) / CELL));
        for (let row = low; row <= high; row += 1) {
          const y = this.top + row * CELL;
          if (y0 > y !== y1 > y) crossings[row].push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
        }
        x0 = x1;
        y0 = y1;
      }
    }
    const found = new Uint8Array(this.rows * this.columns);
    crossings.forEach((xs, row) => {
      xs.sort((a, b) => a - b);
      for (let k = 0; k + 1 < xs.length; k += 2) {
        const from = Math.max(0, Math.ceil((xs[k] - this.left) / CELL));
        const to = Math.min(this.columns - 1, Math.floor((xs[k + 1] - this.left) / CELL));
        for (let column = from; column <= to; column += 1) found[row * this.columns + column] = 1;
      }
    });
    for (const i of this.shut) found[i] = 0;
    return found;
  }

  // The widest calm spot of a mask: {x, y, width, height} of the free run around it, or null.
  spot(mask) {
    const { rows, columns } = this;
    const up = new Uint16Array(mask.length);
    const down = new Uint16Array(mask.length);
    for (let i = 0; i < mask.length; i += 1) if (mask[i]) up[i] = 1 + (i >= columns ? up[i - columns] : 0);
    for (let i = mask.length - 1; i >= 0; i -= 1)
      if (mask[i]) down[i] = 1 + (i + columns < mask.length ? down[i + columns] : 0);
    let best = null;
    for (let row = 0; row < rows; row += 1) {
      let start = -1;
      for (let column = 0; column <= columns; column += 1) {
        const inside = column < columns && mask[row * columns + column];
        if (inside && start < 0) start = column;
        if (inside || start < 0) continue;
        const width = column - start;
        const middle = row * columns + Math.floor((start + column - 1) / 2);
        const height = 2 * Math.min(up[middle], down[middle]) - 1;
        const score = Math.min(width, 5 * height) + 0.2 * Math.min(height, width);
        if (!best || score > best.score) {
          best = {
            score,
            x: this.left + ((start + column - 1) / 2) * CELL,
            y: this.top + row * CELL,
            width: width * CELL,
            height: height * CELL,
          };
        }
        start = -1;
      }
    }
    return best;
  }
}

// Break a name into lines of words, the longest line as short as can be.
export function broken(text, lines) {
  const words = text.split(" ");
  if (lines <= 1 || words.length < lines) return [text];
  let best = null;
  for (let first = 1; first <= words.length - lines + 1; first += 1) {
    const rows = [words.slice(0, first).join(" "), ...broken(words.slice(first).join(" "), lines - 1)];
    const longest = Math.max(...rows.map((row) => row.length));
    if (!best || longest < best.longest) best = { rows, longest };
  }
  return best.rows;
}
