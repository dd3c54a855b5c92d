// Mounts the atlas page once, in an iframe, and carries state between it and Streamlit.
//
// Two components share this file. `frame` owns the iframe; its data is the page alone, so the
// page crosses the socket once. `follow` is a few bytes of code whose data is the last command
// of the app (a date, layers, a view).

const FRAME_TITLE = "Historical map with a time control";

const FLIGHT = 2000; // ms

class AtlasApp {
  constructor() {
    this.frame = null;
    this.ready = false;
    this.lastCommand = null;
    this.waiting = null;
    this.report = () => {};
    window.addEventListener("message", (event) => this.receive(event));
  }

  mount({ data, parentElement, setStateValue }) {
    this.report = (view) => setStateValue("view", view);
    const host = parentElement.querySelector(".atlas-frame");
    if (host.firstElementChild) return;
    this.ready = false;
    this.frame = document.createElement("iframe");
    this.frame.title = FRAME_TITLE;
    this.frame.allow = "clipboard-write; fullscreen";
    this.frame.srcdoc = data.page;
    // The app has the atlas's name above the map already.
    this.frame.addEventListener("load", ({ target }) => target.contentDocument.documentElement.classList.add("in-app"));
    host.append(this.frame);
  }

  // What a command brings about needs no report, the app asked for it: nothing is reported until the
  // page stands where it was sent, or the flight has had its time.
  expected(state) {
    // Until the app's first command is through, the page stands where nobody asked it to.
    if (this.lastCommand === null || this.waiting) return true;
    const stamp = JSON.stringify(state);
    if (stamp === this.known) return true;
    if (this.wanted) {
      const arrived = Object.entries(this.wanted).every(([key, value]) => same(state[key], value));
      const late = performance.now() > this.deadline;
      if (arrived) this.known = stamp;
      if (arrived || late) this.wanted = null;
      if (arrived || !late) return true;
    }
    this.known = stamp;
    return false;
  }

  receive(event) {
    if (!this.frame || event.source !== this.frame.contentWindow) return;
    const message = event.data;
    if (!message || typeof message !== "object") return;
    if (message.atlas === "ready") {
      this.ready = true;
      if (this.waiting) this.send(this.waiting);
      this.waiting = null;
    } else if (message.atlas === "state" && message.state) {
      if (!this.expected(message.state)) this.report(message.state);
    }
  }

  // A command is sent once: reruns of the script repeat it with the same number.
  command({ n, set }) {
    if (n === this.lastCommand) return;
    this.lastCommand = n;
    const message = { atlas: "set", state: set };
    if (this.ready) this.send(message);
    else this.waiting = message;
  }

  send(message) {
    this.wanted = { ...message.state };
    this.deadline = performance.now() + FLIGHT;
    this.frame.contentWindow.postMessage(message, "*");
  }

  drain() {
    const queue = window.atlasQueue || [];
    window.atlasQueue = [];
    for (const { data } of queue) this.command(data.command);
  }
}

// Values agree as text, positions to two decimals.
function same(a, b) {
  const [x, y] = [Number(a), Number(b)];
  if (a !== "" && b !== "" && Number.isFinite(x) && Number.isFinite(y)) return Math.abs(x - y) < 0.01;
  return String(a ?? "") === String(b ?? "");
}

export default function (component) {
  window.atlasApp = window.atlasApp || new AtlasApp();
  window.atlasApp.mount(component);
  window.atlasApp.drain();
}
