// Types of core/ that are not of the payload: what the page holds in memory.
import type { Box, Feature, Kind, Town } from "../payload.js";

export type Lang = "en" | "zh" | "ru";
export type Step = "year" | "month" | "day";
export type Span = readonly [first: number, last: number];
/** Half-open, YYYYMMDD. */
export interface Period {
  start: number;
  end: number;
}
/** A feature of the model: it knows its layer and, once asked, its box. */
export type Known = Feature & { layer: string; type: Kind; box?: Box | null };
/** A feature with areas. */
export type Land = Known & { polygons: number[][][] };
/** A list of x, y, x, y ... or lon, lat, lon, lat ... */
export type Flat = ArrayLike<number>;
/** A name of something that can be found, as it is written and as it is compared; `row` is the name's own period. */
export interface Said {
  said: string;
  folded: string;
  weight: number;
  row: Period | null;
}
/** What is found by name, and the best of its texts. */
export interface Hit {
  entry: Entry;
  text: Said;
  points: number;
}
export interface Entry extends Period {
  kind: string;
  id: string;
  texts: Said[];
  weight?: number;
  dated?: boolean;
  date?: string;
  town?: Town;
  water?: import("../payload.js").Water;
  lands?: Known[];
  features?: Known[];
}
