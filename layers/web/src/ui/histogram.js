// The track under the slider: a thin histogram of changes and clashes by year, and decade marks.
import { el } from "../dom.js";

// Where a year stands on a track whose thumb is `thumb` wide: 0 .. width.
export const placeOf = (year, [first, last], width, thumb) =>
  thumb / 2 + ((width - thumb) * (year - first)) / Math.max(1, last - first);

const height = (count, most, room) => (count ? Math.max(1.5, Math.sqrt(count / most) * room) : 0);

export function paint(canvas, counts, span, thumb) {
  const { clientWidth: width, clientHeight: tall } = canvas;
  if (!width || !tall) return;
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(tall * ratio);
  const pen = canvas.getContext("2d");
  pen.scale(ratio, ratio);
  const style = getComputedStyle(canvas);
  const most = Math.max(1, ...counts.map((one) => one.changes + one.clashes));
  const wide = Math.max(1.5, (width - thumb) / Math.max(1, span[1] - span[0]) - 1.5);
  for (const { year, changes, clashes } of counts) {
    const x = placeOf(year, span, width, thumb) - wide / 2;
    const whole = height(changes + clashes, most, tall - 1);
    const red = changes + clashes ? (whole * clashes) / (changes + clashes) : 0;
    pen.fillStyle = style.getPropertyValue("--bar-change");
    pen.fillRect(x, tall - whole, wide, whole - red);
    pen.fillStyle = style.getPropertyValue("--bar-clash");
    pen.fillRect(x, tall - red, wide, red);
  }
}

export function decades(span, every) {
  const marks = [];
  for (let year = Math.ceil(span[0] / 10) * 10; year <= span[1]; year += 10) {
    const at = ((year - span[0]) / Math.max(1, span[1] - span[0])) * 100;
    marks.push(
      el("span", {
        class: (year / 10) % every ? "decade minor" : "decade",
        "data-at": at.toFixed(3),
        text: String(year),
      }),
    );
  }
  for (const mark of marks) mark.style.setProperty("--at", mark.dataset.at);
  return marks;
}
