// What follows the language and the ground outside the parts: the document, words in the markup, what is announced.
import * as time from "../core/time.js";
import { within } from "../core/years.js";

// Words in the markup: data-say is a text, data-say-label a label (and a button's title).
function dressMarkup(app) {
  for (const node of document.querySelectorAll("[data-say]")) node.textContent = app.say(node.dataset.say);
  for (const node of document.querySelectorAll("[data-say-label]")) {
    const text = app.say(node.dataset.sayLabel);
    node.setAttribute("aria-label", text);
    if (node.tagName === "BUTTON") node.title = text;
  }
}

export function dress(app) {
  const { dark, embed } = app.store.state;
  const root = document.documentElement;
  root.lang = app.say("language_tag");
  root.classList.toggle("dark", dark === "1");
  root.classList.toggle("embed", embed === "1");
  dressMarkup(app);
}

// The day shown and the year's counts, said once for each day and language.
export function announceView(app) {
  const { view, model } = app;
  const stamp = `${view.day}${view.state.lang}`;
  if (app.said === stamp) return;
  app.said = stamp;
  const { hands, clashes } = within(model.years.year(time.yearOf(view.day)), 0, view.window[1]);
  const counts = [app.say("n_changes", { n: hands.length }), app.say("n_clashes", { n: clashes.length })];
  app.announce(`${time.formatDay(view.day, view.state.lang)}. ${counts.join(", ")}.`);
}
