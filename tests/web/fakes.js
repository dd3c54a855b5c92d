// A document, a canvas and a Leaflet small enough for Node: they keep what was asked of them, and draw nothing.

class ClassList {
  constructor(node) {
    this.node = node;
  }

  names() {
    return new Set((this.node.getAttribute("class") || "").split(" ").filter(Boolean));
  }

  contains(name) {
    return this.names().has(name);
  }

  toggle(name, on) {
    const names = this.names();
    if (on) names.add(name);
    else names.delete(name);
    this.node.setAttribute("class", [...names].join(" "));
  }
}

export class Node {
  constructor(tagName) {
    Object.assign(this, { tagName, attributes: {}, children: [], style: {}, dataset: {}, listeners: {}, parent: null });
    this.classList = new ClassList(this);
    this.textContent = "";
  }

  setAttribute(name, value) {
    this.attributes[name] = String(value);
  }

  getAttribute(name) {
    return this.attributes[name] ?? null;
  }

  addEventListener(type, run) {
    this.listeners[type] = run;
  }

  append(...nodes) {
    for (const node of nodes) this.insertBefore(node, null);
  }

  insertBefore(node, before) {
    node.remove();
    const at = before ? this.children.indexOf(before) : this.children.length;
    this.children.splice(at, 0, node);
    node.parent = this;
  }

  remove() {
    if (this.parent) this.parent.children.splice(this.parent.children.indexOf(this), 1);
    this.parent = null;
  }

  replaceWith(node) {
    this.parent.insertBefore(node, this);
    this.remove();
  }

  replaceChildren(...nodes) {
    for (const child of [...this.children]) child.remove();
    this.append(...nodes);
  }

  // Every node below with a class, in order.
  all(name) {
    return this.children.flatMap((child) => [...(child.classList.contains(name) ? [child] : []), ...child.all(name)]);
  }

  getContext() {
    this.pen = this.pen || new Pen();
    return this.pen;
  }
}

// A pen that notes each call with the settings of that moment.
export class Pen {
  constructor() {
    this.calls = [];
    for (const name of [
      "save",
      "restore",
      "beginPath",
      "clip",
      "clearRect",
      "rect",
      "fillRect",
      "setTransform",
      "scale",
    ])
      this[name] = (...given) => this.calls.push({ name, given });
    for (const name of ["fill", "stroke", "arc"])
      this[name] = (...given) => {
        const { globalAlpha, fillStyle, strokeStyle, lineWidth, lineCap, dash } = this;
        this.calls.push({ name, given, globalAlpha, fillStyle, strokeStyle, lineWidth, lineCap, dash });
      };
  }

  setLineDash(dash) {
    this.dash = dash;
  }

  createPattern(tile, repeat) {
    return { tile, repeat, setTransform() {} };
  }

  measureText(text) {
    return { width: text.length * Number(/([\d.]+)px/.exec(this.font)[1]) * 0.6 };
  }

  called(name) {
    return this.calls.filter((call) => call.name === name);
  }
}

export class Path {
  constructor(d = "") {
    this.d = d;
    this.steps = [];
  }

  moveTo(x, y) {
    this.steps.push(["M", x, y]);
  }

  lineTo(x, y) {
    this.steps.push(["L", x, y]);
  }

  closePath() {
    this.steps.push(["Z"]);
  }

  addPath(other) {
    this.steps.push(...other.steps);
  }
}

export class Point {
  constructor(x, y) {
    Object.assign(this, { x, y });
  }

  equals(other) {
    return this.x === other.x && this.y === other.y;
  }
}

// Leaflet's renderer as far as ours rest on it: a padded box of the map, events, a pane.
function makeLeaflet() {
  class Renderer {
    constructor(options) {
      this.options = options;
      this.heard = {};
    }

    static extend(methods) {
      class Made extends Renderer {}
      Object.assign(Made.prototype, methods);
      return Made;
    }

    addTo(map) {
      this._map = map;
      this._initContainer();
      this.getPane().append(this._container);
      this._update();
      return this;
    }

    getPane() {
      return this._map.getPane(this.options.pane);
    }

    _update() {
      const { x, y } = this._map.getSize();
      const min = new Point(this._map.moved.x - 10, this._map.moved.y - 10);
      this._bounds = { min, max: new Point(min.x + x + 20, min.y + y + 20), getSize: () => new Point(x + 20, y + 20) };
    }

    on(name, run) {
      this.heard[name] = run;
    }

    fire(name) {
      this.heard[name]?.();
    }
  }
  return {
    Renderer,
    DomUtil: { setPosition: (node, at) => Object.assign(node, { position: at }) },
    latLngBounds: (southWest, northEast) => ({ southWest, northEast }),
    map: (container, options) => ({
      container,
      options,
      setView([lat, lng], zoom) {
        Object.assign(this, { getCenter: () => ({ lat, lng }), getZoom: () => zoom });
      },
      once() {},
    }),
    tileLayer: (url, options) => ({
      url,
      options,
      addTo(map) {
        map.tiles.push(this);
        return Object.assign(this, { map });
      },
      remove() {
        this.map.tiles.splice(this.map.tiles.indexOf(this), 1);
      },
    }),
  };
}

// A map of some pixels whose upper left corner is `origin` in pixels of the zoom; `moved` by a drag.
export class FakeMap {
  constructor({ zoom = 2, size = [400, 300], origin = [0, 0] } = {}) {
    Object.assign(this, { zoom, size: new Point(...size), origin: new Point(...origin), panes: {}, heard: {} });
    this.moved = new Point(0, 0);
    this.tiles = [];
  }

  getPane(name) {
    return this.panes[name];
  }

  createPane(name) {
    this.panes[name] = new Node("div");
    return this.panes[name];
  }

  getSize() {
    return this.size;
  }

  getZoom() {
    return this.zoom;
  }

  getPixelOrigin() {
    return this.origin;
  }

  getPixelBounds() {
    const min = new Point(this.origin.x + this.moved.x, this.origin.y + this.moved.y);
    return { min, max: new Point(min.x + this.size.x, min.y + this.size.y) };
  }

  containerPointToLayerPoint(point) {
    const [x, y] = Array.isArray(point) ? point : [point.x, point.y];
    return new Point(x + this.moved.x, y + this.moved.y);
  }

  on(name, run) {
    this.heard[name] = run;
  }
}

// Put the fakes where the modules look for them.
export function install() {
  const idle = [];
  globalThis.document = {
    createElement: (tag) => new Node(tag),
    createElementNS: (_, tag) => new Node(tag),
    documentElement: new Node("html"),
  };
  globalThis.window = {
    devicePixelRatio: 1,
    matchMedia: () => ({ matches: false }),
    requestIdleCallback: (run) => idle.push(run),
  };
  globalThis.requestIdleCallback = window.requestIdleCallback;
  globalThis.getComputedStyle = () => ({ getPropertyValue: (name) => ` ${name.slice(2)} ` });
  globalThis.Path2D = Path;
  globalThis.DOMMatrix = class {
    scale() {
      return this;
    }
  };
  globalThis.DOMParser = class {
    parseFromString(text) {
      return { body: { textContent: text.replace(/<[^>]*>/g, "") } };
    }
  };
  globalThis.L = makeLeaflet();
  return {
    rest() {
      for (const run of idle.splice(0)) run();
    },
  };
}
