// Runs in the page whose slider is dragged: notes, for every input event, when its frame was painted.
//
// The main thread paints right after the callbacks of requestAnimationFrame, and a message posted in one
// is heard as the first task after it: style, layout and paint of that frame are done then.
(selector) => {
  const slider = document.querySelector(selector);
  const found = { inputs: [], tasks: [], shifts: 0, frames: [] };
  const channel = new MessageChannel();
  let waiting = null;
  let pointer = 0;
  window.addEventListener(
    "pointermove",
    (event) => {
      pointer = event.timeStamp;
    },
    true,
  );
  window.addEventListener(
    "input",
    (event) => {
      if (event.target !== slider) return;
      const one = { pointer, event: event.timeStamp };
      if (waiting) {
        waiting.push(one);
        return;
      }
      waiting = [one];
      requestAnimationFrame(() => channel.port2.postMessage(0));
    },
    true,
  );
  channel.port1.onmessage = () => {
    const painted = performance.now();
    for (const one of waiting) found.inputs.push({ ...one, painted });
    waiting = null;
  };
  const watch = (type, note) => {
    try {
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type });
    } catch {
      /* not known here */
    }
  };
  watch("longtask", (entry) => found.tasks.push(entry.duration));
  watch("layout-shift", (entry) => {
    found.shifts += entry.value;
  });
  let last = 0;
  const beat = (now) => {
    if (last) found.frames.push(now - last);
    last = now;
    requestAnimationFrame(beat);
  };
  requestAnimationFrame(beat);
  window.atlasProbe = found;
};
