// Keys of the page: arrows a step, with Shift a month, Home and End, space; on the map itself arrows pan.
const PAN = { ArrowLeft: [-90, 0], ArrowRight: [90, 0], ArrowUp: [0, -90], ArrowDown: [0, 90] };

const typing = (target) =>
  target instanceof Element &&
  (target.closest("textarea, select, [contenteditable]") !== null ||
    (target.tagName === "INPUT" && target.type !== "range"));

export function create(app) {
  const { store, map, payload } = app;
  const own = [];
  const first = () => store.set({ date: String(payload.span[0]) });
  const last = () => store.set({ date: String(payload.span[1]) });

  function move(event, by) {
    const { step } = store.state;
    app.control.by(by, event.shiftKey ? (step === "month" ? "day" : "month") : step);
  }

  function run(event) {
    const { key, target } = event;
    const added = own.find((one) => one.key === key && one.shift === event.shiftKey);
    if (added) return added.run(event) !== false;
    const onMap = target === map.getContainer() && target.matches(":focus-visible");
    if (onMap && PAN[key] && !event.shiftKey) {
      map.panBy(PAN[key], { animate: false });
      return true;
    }
    const slider = target instanceof Element && target.id === "atlas-range";
    if (key === "ArrowLeft" || (slider && key === "ArrowDown")) move(event, -1);
    else if (key === "ArrowRight" || (slider && key === "ArrowUp")) move(event, 1);
    else if (key === "Home") first();
    else if (key === "End") last();
    else if (key === " " && !(target instanceof Element && target.closest("button, a, summary"))) app.control.toggle();
    else if (key === "+" || key === "=") map.zoomIn(1, { animate: false });
    else if (key === "-") map.zoomOut(1, { animate: false });
    else return false;
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.target instanceof Element && event.target.closest('[role="tablist"], [role="listbox"], [role="slider"]'))
      return;
    if (run(event)) event.preventDefault();
  });
  return { register: (key, run, { shift = false } = {}) => own.push({ key, run, shift }) };
}
