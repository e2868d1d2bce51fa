import { hasHiddenFigure } from "@peil/core/formats/hidden.ts";
import { positionsFrom } from "@peil/core/formats/walk.ts";
import type { Cube, CubeMember } from "@peil/core/model/cube.ts";
import { type Status, signs, status, statusNames } from "@peil/core/model/status.ts";
import { type Language, say } from "@peil/core/model/text.ts";
import { round12 } from "@peil/core/statistics/round.ts";
import * as z from "zod";
import { flagsOfCell, flagText, flagWords, reasonOfCell, wordsIn } from "./words.ts";

/** One figure with everything that must be said of it. */
export const rowSchema = z.strictObject({
  indicator: z.string(),
  area: z.string().describe("level:code"),
  area_name: z.string(),
  compared: z.literal(true).optional().describe("It stands there to compare with."),
  period: z.string(),
  members: z.record(z.string(), z.string()).optional().describe("For a cube: code of the member per dimension level."),
  value: z.number().nullable().describe("In the unit of the indicator; null where there is no figure, never 0 for that."),
  text: z.string().optional().describe("For indicators whose figures are words."),
  status: z.enum(Object.values(statusNames) as [string, ...string[]]),
  reason: z.string().optional().describe("Why there is no figure. Tell it to the reader."),
  missing_areas: z.number().optional().describe("How many areas an incomplete total lacks."),
  flags: z.array(z.enum(flagWords)).optional(),
  interval: z
    .strictObject({ lower: z.number(), upper: z.number(), confidence: z.number(), method: z.string() })
    .optional()
    .describe("Of survey figures: the bounds between which the figure lies with this confidence in percent."),
  respondents: z.number().optional(),
});
/** See `rowSchema`. */
export type Row = z.infer<typeof rowSchema>;

/** The cells of a cube as rows, from one on, so many. Figures carry 12 significant digits. */
export function rowsOf(cube: Cube, start: number, count: number, language: Language): readonly Row[] {
  const place = positionsFrom(cube.axes, start);
  const last = Math.min(start + count, cube.values.length);
  const rows: Row[] = [];
  for (let cell = start; cell < last; cell++) {
    const members = cube.axes.map((axis, i) => axis.members[place.at[i] as number] as CubeMember);
    rows.push({ ...whereOf(cube, members, language), ...whatOf(cube, cell, members, language) });
    place.step();
  }
  return rows;
}

function whereOf(cube: Cube, members: readonly CubeMember[], language: Language) {
  const of = (role: string): CubeMember | undefined => members[cube.axes.findIndex((axis) => axis.role === role)];
  const area = of("area");
  const split = cube.axes.flatMap((axis, i) => (axis.role === "member" ? [[axis.code, members[i]?.code ?? ""] as const] : []));
  return {
    indicator: of("indicator")?.code ?? "",
    area: `${area?.level ?? ""}:${area?.code ?? ""}`,
    area_name: area ? say(area.label, language) : "",
    ...(area?.compare ? { compared: true as const } : {}),
    period: of("period")?.code ?? "",
    ...(split.length === 0 ? {} : { members: Object.fromEntries(split) }),
  };
}

/** A figure, without where it stands. */
export type Figure = Omit<Row, "indicator" | "area" | "area_name" | "compared" | "period" | "members">;

/** The figure of a cell with all that is said of it. `members`: its position on each axis. */
export function whatOf(cube: Cube, cell: number, members: readonly CubeMember[], language: Language): Figure {
  const state = (cube.status[cell] ?? status.empty) as Status;
  const bits = cube.flags?.[cell] ?? 0;
  const value = cube.values[cell] as number;
  const text = hasHiddenFigure(cube, cell) ? undefined : cube.texts?.[cell];
  const reason = reasonOfCell(state, bits, language);
  const flags = state === status.value ? flagsOfCell(bits, members[cube.axes.findIndex((axis) => axis.role === "period")]) : [];
  return {
    value: state === status.value && Number.isFinite(value) ? round12(value) : null,
    ...(text === undefined ? {} : { text }),
    status: statusNames[state],
    ...(reason === undefined ? {} : { reason }),
    ...(state === status.incomplete && Number.isFinite(value) ? { missing_areas: value } : {}),
    ...(flags.length === 0 ? {} : { flags: [...flags] }),
    ...(state === status.value ? boundsOf(cube, cell) : {}),
  };
}

function boundsOf({ uncertainty }: Cube, cell: number): Pick<Row, "interval" | "respondents"> {
  const [lower, upper, respondents] = [uncertainty?.lower[cell], uncertainty?.upper[cell], uncertainty?.respondents[cell]];
  const known = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value);
  return {
    ...(uncertainty && known(lower) && known(upper)
      ? { interval: { lower: round12(lower), upper: round12(upper), confidence: uncertainty.level, method: uncertainty.method } }
      : {}),
    ...(known(respondents) ? { respondents } : {}),
  };
}

/** A figure as text, with its reason or what must be said with it. */
export function figureText(row: Figure, decimals: number | undefined, language: Language): string {
  const words = wordsIn(language);
  const state = Number(Object.entries(statusNames).find(([, name]) => name === row.status)?.[0] ?? 1) as Status;
  if (row.text !== undefined) return row.text;
  if (row.value === null) return `${signs[state]} (${row.reason ?? ""})`;
  const shown = (value: number): string => (decimals === undefined ? String(value) : value.toFixed(decimals));
  const said = [
    ...(row.interval ? [`${words.interval} ${row.interval.confidence} %: ${shown(row.interval.lower)}–${shown(row.interval.upper)}`] : []),
    ...(row.respondents === undefined ? [] : [`${row.respondents} ${words.respondents}`]),
    ...(row.flags ?? []).map((flag) => flagText(flag, language)),
  ];
  return said.length === 0 ? shown(row.value) : `${shown(row.value)} (${said.join("; ")})`;
}
