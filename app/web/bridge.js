// Mounts the atlas page once, in an iframe, and carries state between it and Streamlit.
//
// Two components share this file. `frame` owns the iframe; its data is the page alone, so the
// page crosses the socket once. `follow` is a few bytes of code whose data is the last command
// of the app (date, layers, a place to fly to) and the short record of the year.

const FRAME_TITLE = "Map of the Sino-Soviet frontier, 1900-1991, with a time control";

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
    host.append(this.frame);
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
      this.report(message.state);
    }
  }

  // A command is sent once: reruns of the script repeat it with the same number.
  command({ n, set, fly }) {
    if (n === this.lastCommand) return;
    this.lastCommand = n;
    const message = { atlas: "set", state: set || {}, fly: fly || undefined };
    if (this.ready) this.send(message);
    else this.waiting = message;
  }

  send(message) {
    this.frame.contentWindow.postMessage(message, "*");
  }

  follow({ data, parentElement, setTriggerValue }) {
    this.command(data.command);
    const list = parentElement.querySelector(".record");
    if (!list || !data.record) return;
    const stamp = JSON.stringify(data.record);
    if (list.dataset.stamp === stamp) return;
    list.dataset.stamp = stamp;
    list.replaceChildren(...data.record.map((entry) => recordLine(entry, setTriggerValue)));
  }

  drain() {
    const queue = window.atlasQueue || [];
    window.atlasQueue = [];
    queue.forEach((component) => this.follow(component));
  }
}

function recordLine([id, date, kind, text], setTriggerValue) {
  const item = document.createElement("li");
  item.className = `record-${kind}`;
  const button = document.createElement("button");
  button.type = "button";
  const time = document.createElement("time");
  time.textContent = date;
  const name = document.createElement("span");
  name.textContent = text;
  button.append(time, name);
  button.addEventListener("click", () => setTriggerValue("pick", id));
  item.append(button);
  return item;
}

export default function (component) {
  window.atlasApp = window.atlasApp || new AtlasApp();
  window.atlasApp.mount(component);
  window.atlasApp.drain();
}
