// State to and from a page around this one by postMessage, and into the URL. Messages of others are ignored.
const DELAY = 90;

// The partial state and flight of a message, or null if it isn't one of ours.
export function read(data) {
  if (!data || typeof data !== "object" || data.atlas !== "set") return null;
  const state = data.state && typeof data.state === "object" && !Array.isArray(data.state) ? data.state : {};
  const { fly } = data;
  const flies = fly && typeof fly === "object" && Number.isFinite(Number(fly.lat)) && Number.isFinite(Number(fly.lon));
  return {
    state,
    fly: flies
      ? {
          lat: Number(fly.lat),
          lon: Number(fly.lon),
          zoom: Number.isFinite(Number(fly.zoom)) ? Number(fly.zoom) : undefined,
        }
      : null,
  };
}

export function create(app) {
  const framed = window.parent !== window;
  let timer = 0;

  function send() {
    timer = 0;
    try {
      const hash = app.store.hash();
      if (window.location.hash !== hash) window.history.replaceState(null, "", hash);
    } catch {
      // A page inside `srcdoc` has no URL of its own to write to.
    }
    if (framed) window.parent.postMessage({ atlas: "state", state: app.store.get() }, "*");
  }

  function report() {
    clearTimeout(timer);
    timer = setTimeout(send, DELAY);
  }

  app.store.subscribe(report);
  window.addEventListener("message", (event) => {
    if (event.source !== (framed ? window.parent : window)) return;
    const message = read(event.data);
    if (!message) return;
    const changed = app.store.set(message.state);
    if (message.fly) app.flyTo(message.fly);
    else if (changed.has("sel")) app.showSelected();
  });
  return {
    report: () => {
      if (!timer) report();
    },
    due: () => timer !== 0,
    ready: () => {
      if (framed) window.parent.postMessage({ atlas: "ready" }, "*");
    },
  };
}
