// Runs in the top page: how long after a key press something is to be seen, wherever it is framed.
() => {
  const documents = (root = document) => {
    const found = [root];
    for (const frame of root.querySelectorAll("iframe")) {
      try {
        if (frame.contentDocument) found.push(...documents(frame.contentDocument));
      } catch {
        /* another origin */
      }
    }
    return found;
  };
  const seen = {
    // The map of a year: its features in Folium's map, the figures and the drawn lands in the atlas.
    folium: (year) => (root) => root.querySelector(`path.of-${year}`),
    atlas: (year) => (root) => root.querySelector("#atlas-bar .year")?.value === String(year),
    slider: (year) => (root) => root.querySelector(`[role="slider"][aria-valuenow="${year}"]`),
  };
  window.atlasStep = (what, year) =>
    new Promise((resolve, reject) => {
      let begin = 0;
      const roots = documents();
      const press = () => {
        begin = begin || performance.now();
      };
      for (const root of roots) root.addEventListener("keydown", press, { capture: true, once: true });
      const late = setTimeout(() => reject(new Error(`${what} of ${year} not seen`)), 30000);
      const look = () => {
        if (!begin || !documents().some(seen[what](year))) {
          requestAnimationFrame(look);
          return;
        }
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          clearTimeout(late);
          resolve(performance.now() - begin);
        };
        requestAnimationFrame(() => channel.port2.postMessage(0));
      };
      look();
    });
};
