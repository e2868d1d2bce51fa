import { type Cube, cellFlag } from "@peil/core/model/cube.ts";
import { type Status, status } from "@peil/core/model/status.ts";
import type { Text } from "@peil/core/model/text.ts";
import type { Asked } from "../src/text/sentences.ts";
import type { Facts } from "../src/text/spoken.ts";

/** A cell of a case: a figure, a state, or a figure with what is said of it. */
export type Given =
  | number
  | keyof typeof status
  | { readonly value: number; readonly flag?: keyof typeof cellFlag; readonly low?: number; readonly high?: number; readonly n?: number }
  | { readonly missing: number }
  | { readonly text: string };

/** An area with its cells, one per period. */
export type Row = {
  readonly name: Text;
  readonly code?: string;
  readonly article?: Text;
  readonly compare?: boolean;
  readonly cells: readonly Given[];
};

/** What is asked about which figures. `among` are the figures of all areas, the first of them those of the rows. */
export type Case = {
  /** Named after its unit where it has no name. */
  readonly facts: Partial<Facts> & { readonly unit: Text };
  readonly periods?: readonly string[];
  readonly rows: readonly Row[];
  readonly among?: readonly number[];
  readonly asked?: Partial<Omit<Asked, "facts" | "voice">>;
};

/** A cube of areas × periods from the rows of a case. */
export function cubeOfRows(rows: readonly Row[], periods: readonly string[]): Cube {
  const cells = rows.flatMap((row) => row.cells);
  const size = cells.length;
  const values = new Float64Array(size).fill(Number.NaN);
  const states = new Uint8Array(size);
  const flags = new Uint8Array(size);
  const [lower, upper, respondents] = [0, 0, 0].map(() => new Float64Array(size).fill(Number.NaN)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const texts: (string | undefined)[] = [];
  cells.forEach((each, at) => {
    states[at] = stateOf(each);
    if (typeof each === "number") values[at] = each;
    if (typeof each !== "object") return;
    if ("missing" in each) values[at] = each.missing;
    if ("text" in each) texts[at] = each.text;
    if (!("value" in each)) return;
    values[at] = each.value;
    flags[at] = each.flag ? cellFlag[each.flag] : 0;
    lower[at] = each.low ?? Number.NaN;
    upper[at] = each.high ?? Number.NaN;
    respondents[at] = each.n ?? Number.NaN;
  });
  return {
    axes: [
      { code: "area", label: { nl: "Gebied" }, role: "area", members: rows.map(memberOf) },
      { code: "period", label: { nl: "Periode" }, role: "period", members: periods.map((code) => ({ code, label: { nl: code } })) },
    ],
    values,
    status: states,
    flags,
    uncertainty: { lower, upper, respondents, level: 95, method: "wilson" },
    ...(texts.length > 0 ? { texts } : {}),
    notes: [],
    release: "r",
    sources: [],
  };
}

function stateOf(cell: Given): Status {
  if (typeof cell === "string") return status[cell];
  return typeof cell === "object" && "missing" in cell ? status.incomplete : status.value;
}

function memberOf({ name, code, article, compare }: Row, at: number): Cube["axes"][number]["members"][number] {
  return { code: code ?? String(at), level: "gemeente", label: name, ...(article ? { article } : {}), ...(compare ? { compare } : {}) };
}

/** All areas of a level in the last period: the figures that ranks are read from. */
export function allOf({ among, periods = ["2015", "2020"] }: Case): Cube | undefined {
  const last = periods.at(-1) ?? "";
  return (
    among &&
    cubeOfRows(
      among.map((value) => ({ name: { nl: "x" }, cells: [value] })),
      [last],
    )
  );
}
