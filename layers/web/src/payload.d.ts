// Made by layers/web/build.js of payload.schema.json: change that, then `make web`.

/** The page's data, as layers/payload.py writes it into the page and layers/web/src reads it. */
export type Payload = {
  title: string;
  note: string;
  /** Ten hex digits of the data's hash. */
  version: string;
  cite: Cite;
  span: Span;
  /** The frontier's first day. */
  begins: Day;
  /** What is shown first. */
  date: string;
  /** What the first view fits to its window. */
  view: Bounds;
  bounds: Bounds;
  about: Text[];
  examples: Record<string, Text>;
  viewpoints: Record<string, Text>;
  groups: Record<string, Text>;
  comparisons: Comparison[];
  topology: Arcs;
  layers: Layer[];
  /** By layer; a row as a Feature is in `$defs`. */
  features: Record<string, Table>;
  /** Values that features share: the cells of a shared column are places in it. */
  texts: unknown[];
  polities: Record<string, Polity>;
  operators: Record<string, Operator>;
  base: Base;
  basemaps: Tiles[];
  sources: Record<string, Work>;
  /** By feature and work: the pages and articles that prove it. */
  places_cited: Record<string, Record<string, string>>;
  /** What each year brought. */
  years: Record<string, Year>;
  folding: Folding;
  tour: Chapter[];
};

/** YYYYMMDD; 99991231 is open. */
export type Day = number;

export type Text = {
  en: string;
  zh: string;
  ru: string;
};

export type Names = {
  en?: string;
  zh?: string;
  ru?: string;
  local?: string;
};

/** Names borne in a half-open period; `capital` is a key of towns. */
export type DatedNames = {
  start: number;
  end: Day;
  en: string;
  zh?: string;
  ru?: string;
  local?: string;
  capital?: string;
};

/** Longitude and latitude, WGS 84 degrees. */
export type Point = [number, number];

/** West, south, east, north. */
export type Box = [number, number, number, number];

/** First and last year. */
export type Span = [number, number];

/** First and last day that an uncertain date may be. */
export type Range = [Day, Day];

/** An uncertain date in words, as layers/words.py orders them. */
export type Words = (string | null)[];

/** Arc numbers in order; ~n is arc n walked backwards. */
export type Ring = number[];

export type Polygons = Ring[][];

export type Lines = Ring[];

/** Arcs on a grid as base64 VLQ: degrees are x * scale + translate. */
export type Arcs = {
  scale: Point;
  translate: Point;
  arcs: string[];
};

export type Bounds = {
  west: number;
  south: number;
  east: number;
  north: number;
};

export type Cite = {
  title: string;
  version: string;
  forms: {
    text: string;
    bibtex: string;
    csl: string;
  };
};

export type Comparison = {
  then: string;
  now: string;
  title: Text;
};

export type Kind = "territory" | "line" | "clash" | "event" | "outline";

export type Certainty = "high" | "medium" | "low";

export type Layer = {
  key: string;
  title: Text;
  kind: Kind;
  group: string;
  rule: "as_of" | "during";
  on: boolean;
  about: string;
  tooltip: string[];
  popup: string[];
  colour?: string;
  around?: boolean;
  labels?: Record<string, Text>;
};

/** Features as rows: a null, or what a short row lacks, is not there. */
export type Table = {
  columns: string[];
  /** Columns whose cells are places in `texts`. */
  shared: string[];
  rows: unknown[][];
};

export type Side = {
  side: string;
  name: string;
};

export type SideText = {
  side: string;
  text: string;
};

/** What one account says of a side's losses. */
export type Claim = {
  side: string;
  claimed_by?: string;
  killed?: string;
  wounded?: string;
  captured?: string;
  text?: string;
  sources?: string[];
};

/** A dated feature. Besides these, the fields for which its layer has a label. */
export type Feature = {
  id: string;
  start: Day;
  /** The day after its last. */
  end: Day;
  start_range?: Range;
  end_range?: Range;
  start_words?: Words;
  end_words?: Words;
  start_edtf?: string;
  end_edtf?: string;
  names: Names;
  polygons?: Polygons;
  lines?: Lines;
  point?: Point;
  label?: Point;
  certainty?: Certainty;
  note?: string;
  sources?: string[];
  status?: string;
  polity?: string;
  controller_key?: string;
  sovereign_key?: string;
  claimants?: string[];
  /** Square kilometres. */
  area?: number;
  capital?: string;
  line?: string;
  segment?: string;
  gauge_mm?: number;
  owner?: string;
  operator?: string;
  owner_key?: string;
  operator_key?: string;
  zone?: string;
  length_km?: number;
  published_length_km?: number;
  section?: string;
  kind?: string;
  place?: string;
  place_zh?: string;
  place_ru?: string;
  place_certainty?: Certainty;
  belligerents?: Side[];
  commanders?: SideText[];
  strength?: SideText[];
  casualties?: Claim[];
  outcome?: string;
  killed_max?: number;
  importance?: number;
  level?: string;
  basis?: string;
  /** Whose it was, as a capital saw it. */
  [field: `view_${string}`]: string | undefined;
};

export type Polity = {
  family: string;
  /** Where it isn't a nation by itself. */
  nation?: string;
  fill: string;
  stroke: string;
  names: DatedNames[];
};

export type Operator = {
  colour: string;
  title: Text;
};

export type Town = {
  id: string;
  point: Point;
  rank: number;
  names: DatedNames[];
  aliases?: string[];
};

export type Water = {
  id: string;
  kind: string;
  point: Point;
  box: Box;
  names: DatedNames[];
  aliases?: string[];
};

export type Base = {
  land: Polygons;
  lakes: Polygons;
  rivers: Lines;
  modern_borders: Lines;
  towns: Town[];
  waters: Water[];
};

export type Tiles = {
  key: string;
  title: string;
  url: string;
  attribution: string;
  max_zoom: number;
};

export type Work = {
  text: string;
  seen?: string;
};

/** Headline in each language (none: empty), changes of hands, of standing, of railways. */
export type Year = [string[], Change[], Change[], Change[]];

/** Before, after, and the parts: place among all features, km2, places of towns. */
export type Change = [State, State, number[][]];

/** Polity, controller; sovereign, status; or status, operator, owner, gauge. Nobody: empty. */
export type State = (string | number | null)[];

export type Folding = {
  from: string;
  to: string;
};

export type Chapter = {
  id: string;
  section?: string;
  title: string;
  date: string;
  lat: number;
  lon: number;
  zoom: number;
  text: string;
  color?: string;
  layers?: string[];
  sources?: string[];
};
