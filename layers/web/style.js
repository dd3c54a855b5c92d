// How things look: which colour and which pattern a land has in each colouring, lines, sizes of signs.
const AtlasStyle = (() => {
  "use strict";
  const FILL_OPACITY = 0.62;
  const UNKNOWN = { family: "other", fill: "#B8B4A8", stroke: "#72706a", names: [] };
  // Families whose regimes were one nation's: a change inside one is no question of title.
  const NATION = { china: "china", "china-red": "china", russia: "russia", soviet: "russia", white: "russia" };
  const VIEWS = ["beijing", "moscow", "nanking", "tokyo", "ulaanbaatar"];
  const STATUS_PATTERN = { puppet: "hatch", occupied: "cross", insurgent: "dots", leased: "bars", contested: "bars" };
  const DASH = { demarcated: "", treaty: "9 3", approximate: "4 2.6", front: "0.1 3.6", claim: "0.1 3.6" };
  const LEVEL = { state: { width: 1.5, opacity: 0.95 }, regime: { width: 1, opacity: 0.9 }, claim: { width: 1.5, opacity: 0.95 } };

  const polityOf = (polities, key) => polities[key] || UNKNOWN;
  const nationOf = (polities, key) => {
    const { family } = polityOf(polities, key);
    return NATION[family] || (family === "other" || family === "turkic" || family === "inner-asia" ? key : family);
  };

  // Whose colour a land has: its holder, its owner by treaty, or its owner as a capital saw it.
  function ownerOf(feature, color) {
    if (color === "control") return feature.polity;
    const owner = (VIEWS.includes(color) && feature[`view_${color}`]) || feature.sovereign_key || feature.polity;
    return owner;
  }

  // {owner, pattern, tint}: pattern is drawn in the stroke of polity `tint`; both null for a plain fill.
  function landStyle(feature, color, polities) {
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
  function weightOf(feature, day, ordinal) {
    let weight = 1;
    const share = ([from, to]) => (ordinal(day) - ordinal(from) + 1) / (ordinal(to) - ordinal(from) + 2);
    if (feature.start_range && day < feature.start_range[1] && day >= feature.start_range[0]) weight = share(feature.start_range);
    if (feature.end_range && day >= feature.end_range[0] && day <= feature.end_range[1]) weight = Math.min(weight, 1 - share(feature.end_range));
    return Math.max(0.2, Math.round(weight * 5) / 5);
  }

  function borderStyle(feature, certain) {
    const level = LEVEL[feature.level] ? feature.level : "regime";
    const basis = feature.level === "claim" ? "claim" : Object.hasOwn(DASH, feature.basis) ? feature.basis : "approximate";
    return { key: certain ? `${level}-${basis}` : level, level, basis, dash: certain ? DASH[basis] : "", ...LEVEL[level] };
  }

  const BROAD = 1500;
  function railStyle(feature, operators) {
    const operator = Object.hasOwn(operators, feature.operator_key) ? feature.operator_key : "private";
    const status = ["construction", "closed", "dismantled"].includes(feature.status) ? feature.status : "open";
    const broad = (feature.gauge_mm || 0) >= BROAD;
    return { key: `${operator}-${status}-${broad ? "broad" : "narrow"}`, operator, status, broad, colour: operators[operator]?.colour || "#4a4a4a" };
  }

  // Widths by zoom, so that the plate isn't all rails when seen whole.
  const railWidth = (zoom, broad) => Math.min(5, Math.max(1.6, 1.6 + (zoom - 3.5) * 0.62)) * (broad ? 1.3 : 1);

  const clashSize = (killed) => 13 + Math.min(15, Math.log10(1 + (killed || 0)) * 3.4);
  const eventSize = (importance) => ({ 1: 11, 2: 9, 3: 7 })[importance] || 8;

  return {
    FILL_OPACITY, VIEWS, DASH, LEVEL, polityOf, nationOf, ownerOf, landStyle, weightOf, borderStyle, railStyle, railWidth,
    clashSize, eventSize,
  };
})();
if (typeof module === "object") module.exports = AtlasStyle;
