// How things look: which colour and which pattern a land has in each colouring, lines, sizes of signs.
import { nationOf, ownerOf, polityOf } from "../core/polities.js";

export const FILL_OPACITY = 0.62;
const STATUS_PATTERN = { puppet: "hatch", occupied: "cross", insurgent: "dots", leased: "bars", contested: "bars" };
export const DASH = { demarcated: "", treaty: "9 3", approximate: "4 2.6", front: "0.1 3.6", claim: "0.1 3.6" };
export const LEVEL = {
  state: { width: 1.5, opacity: 0.95 },
  regime: { width: 1, opacity: 0.9 },
  claim: { width: 1.5, opacity: 0.95 },
};

// {owner, pattern, tint}: pattern is drawn in the stroke of polity `tint`; both null for a plain fill.
export function landStyle(feature, color, polities) {
  const owner = ownerOf(feature, color);
  if (color !== "control") {
    const elsewhere = nationOf(polities, owner) !== nationOf(polities, feature.polity);
    return { owner, pattern: elsewhere ? "bars" : null, tint: elsewhere ? feature.polity : null };
  }
  const title = feature.sovereign_key || owner;
  const foreign = nationOf(polities, title) !== nationOf(polities, owner);
  const pattern = polityOf(polities, owner).pattern || STATUS_PATTERN[feature.status] || (foreign ? "bars" : null);
  return { owner, pattern, tint: pattern ? (foreign ? title : owner) : null };
}

// Share (0..1] of a land on a day whose coming or going is only known to a range.
export function weightOf(feature, day, ordinal) {
  let weight = 1;
  const share = ([from, to]) => (ordinal(day) - ordinal(from) + 1) / (ordinal(to) - ordinal(from) + 2);
  if (feature.start_range && day < feature.start_range[1] && day >= feature.start_range[0])
    weight = share(feature.start_range);
  if (feature.end_range && day >= feature.end_range[0] && day <= feature.end_range[1])
    weight = Math.min(weight, 1 - share(feature.end_range));
  return Math.max(0.2, Math.round(weight * 5) / 5);
}

export function borderStyle(feature, certain) {
  const level = LEVEL[feature.level] ? feature.level : "regime";
  const basis =
    feature.level === "claim" ? "claim" : Object.hasOwn(DASH, feature.basis) ? feature.basis : "approximate";
  return {
    key: certain ? `${level}-${basis}` : level,
    level,
    basis,
    dash: certain ? DASH[basis] : "",
    ...LEVEL[level],
  };
}

const BROAD = 1500;
export function railStyle(feature, operators) {
  const operator = Object.hasOwn(operators, feature.operator_key) ? feature.operator_key : "private";
  const status = ["construction", "closed", "dismantled"].includes(feature.status) ? feature.status : "open";
  const broad = (feature.gauge_mm || 0) >= BROAD;
  return {
    key: `${operator}-${status}-${broad ? "broad" : "narrow"}`,
    operator,
    status,
    broad,
    colour: operators[operator]?.colour || "#4a4a4a",
  };
}

// Widths by zoom, so that the plate isn't all rails when seen whole.
export const railWidth = (zoom, broad) => Math.min(5, Math.max(1.6, 1.6 + (zoom - 3.5) * 0.62)) * (broad ? 1.3 : 1);

export const clashSize = (killed) => 13 + Math.min(15, Math.log10(1 + (killed || 0)) * 3.4);
export const eventSize = (importance) => ({ 1: 11, 2: 9, 3: 7 })[importance] || 8;
