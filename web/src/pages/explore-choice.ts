/** In which order the list stands. */
export const orders = ["theme", "name", "difference"] as const;

/** What can be chosen of the list, one value a field; empty: no limit. */
export const limits = {
  kind: ["register", "survey", "gis"],
  rating: ["higher", "lower", "none"],
  moved: ["risen", "fallen", "stable"],
  beside: ["worse", "better", "lower", "higher", "equal", "unclear"],
  judged: ["strength", "attention"],
} as const;
/** A field of `limits`. */
export type Limit = keyof typeof limits;
/** The fields of `limits`, in the order of an address. */
export const limitKeys = Object.keys(limits) as readonly Limit[];

/** Everything that the address of the interactive application says. */
export type ExploreChoice = {
  /** `gewest:2000,provincie:10000`; empty: the site's own benchmark. */
  readonly compare: string;
  readonly since: string;
  readonly sort: (typeof orders)[number];
  /** Words of the name. */
  readonly q: string;
  /** Code of a theme. */
  readonly theme: string;
  /** Code of the indicator that is open; empty: none. */
  readonly open: string;
} & { readonly [L in Limit]: string };

/** What of a row the limits ask. */
export type Facets = {
  /** The name as `plainText` writes it. */
  readonly name: string;
  readonly themes: readonly string[];
} & { readonly [L in Limit]: readonly string[] };

const longest = 100;

/** Reads the query of an address; what is unknown counts for nothing. */
export function parseChoice(query: string): ExploreChoice {
  const fields = new URLSearchParams(query);
  const field = (key: string): string => (fields.get(key) ?? "").trim().slice(0, longest);
  const limit = (key: Limit): string => (limits[key] as readonly string[]).find((each) => each === field(key)) ?? "";
  const compare = fields
    .getAll("compare")
    .flatMap((each) => each.split(","))
    .map((each) => each.trim())
    .filter((each) => each !== "");
  return {
    compare: [...new Set(compare)].join(","),
    since: field("since"),
    sort: orders.find((each) => each === field("sort")) ?? "theme",
    q: field("q"),
    theme: field("theme"),
    kind: limit("kind"),
    rating: limit("rating"),
    moved: limit("moved"),
    beside: limit("beside"),
    judged: limit("judged"),
    open: field("open"),
  };
}

/** Writes the query of an address, always the same for the same choice. */
export function formatChoice(choice: ExploreChoice): string {
  const keys = ["compare", "since", "sort", "q", "theme", ...limitKeys, "open"] as const;
  return keys
    .filter((key) => choice[key] !== "" && !(key === "sort" && choice.sort === "theme"))
    .map((key) => `${key}=${encodeURIComponent(choice[key]).replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%20", "+")}`)
    .join("&");
}

/** What stands there where nobody chooses. */
export type Usual = { readonly compare: string; readonly since: number | string };

/** The same choice in its shortest form: what stands there anyway is not said. */
export function tidyChoice(choice: ExploreChoice, usual: Usual): ExploreChoice {
  const { compare, since } = choice;
  return { ...choice, compare: compare === usual.compare ? "" : compare, since: since === String(usual.since) ? "" : since };
}

/** What decides on the figures and their order; two tidy choices that share it differ only in what is shown of one list. */
export function listKey({ compare, since, sort }: ExploreChoice): string {
  return [compare, since, sort].join("|");
}

/** How many limits are chosen, the words among them. */
export function limitsIn(choice: ExploreChoice): number {
  return (["q", "theme", ...limitKeys] as const).filter((key) => choice[key] !== "").length;
}

/** The same choice without limits. */
export function withoutLimits(choice: ExploreChoice): ExploreChoice {
  return { ...choice, q: "", theme: "", kind: "", rating: "", moved: "", beside: "", judged: "" };
}

/** A text in small letters without accents. */
export function plainText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether a row is shown: its name holds every word, and it has what each limit asks. */
export function passes(facets: Facets, choice: ExploreChoice): boolean {
  const words = plainText(choice.q)
    .split(/\s+/)
    .filter((each) => each !== "");
  return (
    words.every((each) => facets.name.includes(each)) &&
    (choice.theme === "" || facets.themes.includes(choice.theme)) &&
    limitKeys.every((key) => choice[key] === "" || facets[key].includes(choice[key]))
  );
}
