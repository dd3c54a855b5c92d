// Polities: who stands behind a key, which regimes are one nation's, and whose a land is in each colouring.
const UNKNOWN = { family: "other", fill: "#B8B4A8", stroke: "#72706a", names: [] };
// Families whose regimes were one nation's: a change inside one is no question of title.
const NATION = { china: "china", "china-red": "china", russia: "russia", soviet: "russia", white: "russia" };
export const VIEWS = ["beijing", "moscow", "nanking", "tokyo", "ulaanbaatar"];

export const polityOf = (polities, key) => polities[key] || UNKNOWN;
export const nationOf = (polities, key) => {
  const { family } = polityOf(polities, key);
  return NATION[family] || (family === "other" || family === "turkic" || family === "inner-asia" ? key : family);
};

// Whose colour a land has: its holder, its owner by treaty, or its owner as a capital saw it.
export function ownerOf(feature, color) {
  if (color === "control") return feature.polity;
  const owner = (VIEWS.includes(color) && feature[`view_${color}`]) || feature.sovereign_key || feature.polity;
  return owner;
}
