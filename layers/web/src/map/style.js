// How things look: which colour and which pattern a land has in each colouring, lines, sizes of signs.
import look from "../../../style.json" with { type: "json" };
import { nationOf, ownerOf } from "../core/polities.js";

export const FILL_OPACITY = look.fill_opacity;
const STATUS_PATTERN = look.status_pattern;
// Dashes as SVG writes them, by what a border is known from.
export const DASH = Object.fromEntries(
  Object.entries(look.border.dash).map(([basis, dash]) => [basis, dash.join(" ")]),
);
export const LEVEL = look.border.level;

// Occupation is not annexation: such land keeps the ground of its sovereign, under the occupier's pattern.
export function occupied(feature, polities) {
  const title = feature.sovereign_key || feature.polity;
  const foreign = nationOf(polities, title) !== nationOf(polities, feature.polity);
  return foreign && look.sovereign_ground.includes(feature.status);
}

// {owner, ground, pattern, tint}: filled as polity `ground`, a pattern over it in the stroke of polity `tint`, both
// null for a plain fill. One pattern a status; where none is and another has the title, that of titles.
export function landStyle(feature, color, polities) {
  const owner = ownerOf(feature, color);
  if (color !== "control") {
    const elsewhere = nationOf(polities, owner) !== nationOf(polities, feature.polity);
    const pattern = elsewhere ? look.title_pattern : null;
    return { owner, ground: owner, pattern, tint: elsewhere ? feature.polity : null };
  }
  const title = feature.sovereign_key || owner;
  const foreign = nationOf(polities, title) !== nationOf(polities, owner);
  const pattern = STATUS_PATTERN[feature.status] || (foreign ? look.title_pattern : null);
  if (occupied(feature, polities)) return { owner, ground: title, pattern, tint: owner };
  return { owner, ground: owner, pattern, tint: pattern ? (foreign ? title : owner) : null };
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

// A line's look: the colour of its operator, of its layer if no declared operator runs it, or dark grey.
export function railStyle(feature, operators, own) {
  const operator = Object.hasOwn(operators, feature.operator_key || "") ? feature.operator_key : null;
  const colour = operator ? operators[operator].colour : own || look.line.unknown;
  const status = ["construction", "closed", "dismantled"].includes(feature.status) ? feature.status : "open";
  const broad = (feature.gauge_mm || 0) >= look.line.broad_mm;
  return { key: `${colour} ${status} ${broad ? "broad" : "narrow"}`, operator, status, broad, colour };
}

// Widths by zoom, so that the plate isn't all rails when seen whole.
export function railWidth(zoom, broad) {
  const { least, most, per_zoom, from_zoom } = look.line.width;
  const width = Math.min(most, Math.max(least, least + (zoom - from_zoom) * per_zoom));
  return width * (broad ? look.line.broad_factor : 1);
}

export const clashSize = (killed) =>
  Math.min(look.clash.most, look.clash.least + Math.log10(1 + (killed || 0)) * look.clash.per_decade);
export const eventSize = (importance) => look.event.size[importance] || look.event.otherwise;
