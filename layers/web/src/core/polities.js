// Polities: who stands behind a key, which regimes are one nation's, and whose a land is in each colouring.
import look from "../../../style.json" with { type: "json" };

/** @import { Feature, Polity } from "../payload.js" */

/** @type {Polity} */
const UNKNOWN = { family: "other", ...look.unknown, names: [] };

/** @type {(polities: Record<string, Polity>, key: string) => Polity} */
export const polityOf = (polities, key) => polities[key] || UNKNOWN;
// Governments of one nation: a change among them is no question of title.
/** @type {(polities: Record<string, Polity>, key: string) => string} */
export const nationOf = (polities, key) => polityOf(polities, key).nation || key;

// Whose colour a land has: its holder, its owner by treaty, or its owner as a capital saw it.
/** @type {(feature: Feature, color: string) => string | undefined} */
export function ownerOf(feature, color) {
  if (color === "control") return feature.polity;
  return feature[`view_${color}`] || feature.sovereign_key || feature.polity;
}
