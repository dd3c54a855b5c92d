// The first visit's hint: three steps on a small card above the time bar, shown once, never in an embed.
import { button, el } from "../dom.js";

const KEY = "frontier-atlas-hint";
// Whether the reader has seen it; without a place to remember, as if he had.
export function seen(storage) {
  try {
    return storage().getItem(KEY) !== null;
  } catch {
    return true;
  }
}

export function remember(storage) {
  try {
    storage().setItem(KEY, "1");
  } catch {
    // Storage may be shut (a sandboxed frame); the hint is then only shown on request.
  }
}

// A link to a chapter, a comparison or one feature speaks for itself.
export const wanted = (state, known) => !known && state.embed !== "1" && !state.chapter && !state.compare && !state.sel;

export function create(app) {
  const storage = () => window.localStorage;
  let step = 0;
  let card = null;

  function draw() {
    const { say } = app;
    const title = say(`hint_${step}`);
    const inside = card.contains(document.activeElement);
    const next = button("", {
      text: say(step < 3 ? "hint_next" : "hint_done"),
      class: "hint-next",
      on: () => go(step + 1),
    });
    const skip = button("", { text: say("hint_skip"), class: "hint-skip", on: () => close() });
    card.setAttribute("aria-label", say("hint"));
    card.dataset.step = String(step);
    card.replaceChildren(
      el("p", { class: "hint-count", text: say("hint_of", { n: step }) }),
      el("h2", { text: title }),
      el("p", { text: say(`hint_${step}_text`) }),
      el("div", { class: "hint-row" }, [skip, next]),
    );
    if (inside) next.focus({ preventScroll: true });
  }

  function go(to) {
    if (to > 3) {
      close();
      return;
    }
    step = to;
    draw();
    app.announce(`${app.say(`hint_${step}`)}. ${app.say(`hint_${step}_text`)}`);
  }

  function close() {
    if (!card) return;
    const inside = card.contains(document.activeElement);
    card.remove();
    card = null;
    remember(storage);
    // The arrow keys then do what the first step said.
    if (inside) document.getElementById("atlas-range").focus({ preventScroll: true });
  }

  function show({ focus = true } = {}) {
    if (card) card.remove();
    card = el("section", { class: "hint" });
    app.stage.append(card);
    step = 1;
    draw();
    if (focus) card.querySelector(".hint-next").focus({ preventScroll: true });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !card || event.defaultPrevented) return;
    close();
  });
  app.store.subscribe((state, changed) => {
    if (!card) return;
    if (state.embed === "1") {
      card.remove();
      card = null;
    } else if (changed.has("lang")) draw();
    else if (changed.has("sel") && state.sel && step === 2) go(3);
  });
  if (wanted(app.store.get(), seen(storage))) show({ focus: false });
  return { show };
}
