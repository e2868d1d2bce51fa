import { createHash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Family, Guarded, Guards } from "@peil/core/disclosure/families.ts";
import type { Solver } from "@peil/core/disclosure/linear-programme.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import { decision, shownBefore as wasShown } from "@peil/core/model/disclosure.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { expressionOf, leavesOf } from "@peil/core/query/coverage.ts";
import type { Lineage } from "@peil/core/query/lineage.ts";
import { rowsOf } from "./duckdb.ts";
import type { GuardReport, ShownStore } from "./guard.ts";
import { areaAxis, type NamedAxis, periodAxis, periodGroups } from "./guard-axes.ts";
import { decide, emptyReport, joinReports, placeRecords, type Records, strictest } from "./guard-table.ts";
import { int, ints, number } from "./literals.ts";
import { modeOf } from "./rollup-tables.ts";

/** What the decisions about flat indicators are made from. The tables `r`, `loaded`, `chosen` and `feed` of a store being built stand ready. */
export type FlatGuardInput = {
  readonly connection: DuckDBConnection;
  readonly catalogue: Catalogue;
  readonly lineage: Lineage;
  readonly guards: Guards;
  readonly solver: Solver;
  /** Digest of what decides the figures of every indicator. */
  readonly shared: string;
  /** The current release: the name under which its flat store is attached, and what it decided. */
  readonly previous?: { readonly flat: string; readonly reports: readonly GuardReport[] };
  /** Flat stores of the releases that are kept. */
  readonly shown: readonly ShownStore[];
};

/**
 * Decides which figures of flat indicators are hidden, over everything that the release can answer about them, and puts them in the
 * table `hidden(indicator, level, period, area, decision)`. A family of which nothing changed keeps the decisions it had.
 */
export async function guardFlat(input: FlatGuardInput): Promise<readonly GuardReport[]> {
  const { connection, guards } = input;
  await connection.run(
    "CREATE OR REPLACE TEMP TABLE hidden(indicator INTEGER, level INTEGER, period INTEGER, area INTEGER, decision UTINYINT)",
  );
  const reports: GuardReport[] = [];
  for (const family of guards.flat) reports.push(await guardFamily(input, family));
  for (const follower of guards.followers) await follow(input, follower);
  await hideWeighed(input);
  await connection.run(
    `INSERT INTO hidden SELECT indicator, level, period, area, ${decision.primary} FROM r WHERE status = 0 AND indicator IN ${ints(guards.contributions.map((each) => each.id))}`,
  );
  return reports;
}

async function guardFamily(input: FlatGuardInput, family: Family): Promise<GuardReport> {
  const { connection, previous } = input;
  const members = family.members.map((each) => each.indicator.id);
  const inputs = await inputsOf(input, family);
  const before = previous?.reports.find((each) => each.key === `flat:${family.key}`);
  if (previous !== undefined && before?.inputs === inputs) {
    await connection.run(
      `INSERT INTO hidden SELECT indicator, level, period, area, decision FROM ${previous.flat}.flat WHERE decision > 0 AND indicator IN ${ints(members)}`,
    );
    return before;
  }
  const rows = await recordsOf(input, family);
  let report = emptyReport;
  const guard = {
    mode: family.members.every((each) => each.guard.mode === "mark") ? ("mark" as const) : ("protect" as const),
    limits: strictest(family.members.map((each) => each.guard.limits)),
  };
  const lead = family.members[0] as Guarded;
  const areas = areaAxis({
    lineage: input.lineage,
    catalogue: input.catalogue,
    present: new Set(rows.area),
    loaded: new Set(rows.level.filter((_, at) => rows.own[at])),
    partial: lead.indicator.absent === "zero" || lead.indicator.partialSums === true,
  });
  const additive = modeOf(lead.indicator) !== "none";
  for (const periods of periodGroups([...new Set(rows.period)], lead.indicator)) {
    const within = new Set(periods);
    const at = [...rows.period.keys()].filter((row) => within.has(rows.period[row] as number));
    const pick = <T>(column: readonly T[]): T[] => at.map((row) => column[row] as T);
    const axes = [
      indicatorAxis(family),
      periodAxis(periods, lead.indicator),
      additive ? areas : { ...areas, axis: { ...areas.axis, sums: [] } },
    ];
    const records: Records = {
      ids: [pick(rows.indicator), pick(rows.period), pick(rows.area)],
      value: pick(rows.value),
      status: pick(rows.status),
      known: pick(rows.known),
      frequency: pick(rows.frequency),
      ...(rows.denominator === undefined ? {} : { denominator: pick(rows.denominator) }),
      ...(rows.contributions === undefined ? {} : { contributions: rows.contributions.map(pick) }),
    };
    const { table, cells } = placeRecords(axes, records);
    const also = new Uint8Array(table.value.length);
    cells.forEach((cell, row) => {
      if (cell >= 0 && areas.fractional.has(records.ids[2]?.[row] as number)) also[cell] = 1;
    });
    const decided = await decide(table, guard, input.solver, also);
    report = joinReports(report, decided.report);
    const hidden = [...cells.keys()].filter((row) => (decided.decision[cells[row] as number] ?? 0) > 0);
    await insertHidden(
      connection,
      hidden.map((row) => [
        records.ids[0]?.[row] as number,
        rows.level[at[row] as number] as number,
        records.ids[1]?.[row] as number,
        records.ids[2]?.[row] as number,
        decided.decision[cells[row] as number] as number,
      ]),
    );
  }
  return { key: `flat:${family.key}`, indicators: family.members.map((each) => each.indicator.code), inputs, mode: guard.mode, ...report };
}

/** The indicators of a family and how they add up; a total that everybody knows is one more element, without figures. */
function indicatorAxis(family: Family): NamedAxis {
  const ids = family.members.map((each) => each.indicator.id);
  const known = family.sums.filter((each) => each.total === "known").length;
  let next = ids.length;
  const sums = family.sums.map((each) => ({ total: each.total === "known" ? next++ : each.total, parts: each.parts }));
  const names = family.members.map((each) => each.indicator.code);
  for (let n = 0; n < known; n++) {
    ids.push(-1 - n);
    names.push("");
  }
  return { ids, axis: { names, sums } };
}

async function insertHidden(connection: DuckDBConnection, rows: readonly (readonly number[])[]): Promise<void> {
  const appender = await connection.createAppender("hidden");
  for (const row of rows) {
    for (const each of row.slice(0, 4)) appender.appendInteger(each);
    appender.appendUTinyInt(row[4] as number);
    appender.endRow();
  }
  appender.closeSync();
}

type FlatRecords = {
  readonly indicator: readonly number[];
  readonly level: readonly number[];
  readonly period: readonly number[];
  readonly area: readonly number[];
  readonly value: readonly number[];
  readonly status: readonly number[];
  readonly own: readonly boolean[];
  readonly known: readonly boolean[];
  readonly frequency: readonly number[];
  readonly denominator?: readonly number[];
  readonly contributions?: readonly (readonly number[])[];
};

/** Every figure of a family. What is weighed is taken times its weight: that is what adds up, and what an outsider can compute. */
async function recordsOf(input: FlatGuardInput, family: Family): Promise<FlatRecords> {
  const { connection, catalogue, shown } = input;
  const parts: string[] = [];
  const contributors = Math.max(...family.members.map((each) => each.indicator.disclosure?.contributions?.length ?? 0));
  for (const { indicator, guard } of family.members) {
    const weight = modeOf(indicator) === "weighted" ? idOf(catalogue, indicator.weight) : undefined;
    const compare = guard.compare === undefined ? undefined : idOf(catalogue, guard.compare);
    const denominator = idOf(catalogue, indicator.weight);
    const extra = Array.from({ length: contributors }, (_, n) => idOf(catalogue, indicator.disclosure?.contributions?.[n]));
    const joins = [weight, compare, denominator, ...extra].map((id, n) => beside(catalogue, `j${n}`, id));
    const known = shown.length === 0 ? "false" : "k.value IS NOT NULL";
    const before =
      shown.length === 0
        ? ""
        : ` LEFT JOIN (${shownBefore(shown, indicator.id)}) k ON k.level = r.level AND k.period = r.period AND k.area = r.area AND k.value = ${shownOf(indicator, "r.value")}`;
    const own = compare === undefined ? (weight === undefined ? "r.value" : "CASE WHEN r.status = 0 THEN r.value END") : "j1.value";
    parts.push(
      `SELECT r.indicator, r.level, r.period, r.area, coalesce(r.value${weight === undefined ? "" : " * j0.value"}, 'NaN'::DOUBLE) AS value, r.status,
${indicator.formula === undefined ? "(r.load IS NOT NULL OR r.feed IS NULL OR r.feed = r.level)" : "false"} AS own, ${known} AS known, coalesce(${own}, 'NaN'::DOUBLE) AS frequency, coalesce(j2.value, 'NaN'::DOUBLE) AS denominator
${extra.map((_, n) => `, coalesce(j${n + 3}.value, 'NaN'::DOUBLE) AS c${n}`).join("")}
FROM r ${joins.join(" ")}${before} WHERE r.indicator = ${int(indicator.id)}`,
    );
  }
  const read = await connection.runAndReadAll(`SELECT * FROM (${parts.join(" UNION ALL ")}) ORDER BY indicator, level, period, area`);
  const columns = read.getColumnsJS() as unknown as readonly (readonly unknown[])[];
  const numbers = (at: number): readonly number[] => columns[at] as readonly number[];
  const needsDenominator = family.members.some((each) => each.guard.limits.minimumDenominator !== undefined);
  return {
    indicator: numbers(0),
    level: numbers(1),
    period: numbers(2),
    area: numbers(3),
    value: numbers(4),
    status: numbers(5),
    own: columns[6] as readonly boolean[],
    known: columns[7] as readonly boolean[],
    frequency: numbers(8),
    ...(needsDenominator ? { denominator: numbers(9) } : {}),
    ...(contributors === 0 ? {} : { contributions: Array.from({ length: contributors }, (_, n) => numbers(10 + n)) }),
  };
}

/** A figure as it is shown: rounded to its step. */
function shownOf(indicator: Indicator, value: string): string {
  return indicator.step === undefined ? value : `round(${value} / ${number(indicator.step)}) * ${number(indicator.step)}`;
}

/** What earlier releases showed of an indicator, or had shown before. */
function shownBefore(shown: readonly ShownStore[], indicator: number): string {
  const each = shown.map(({ name, guarded }) => {
    const open = `SELECT level, period, area, value FROM ${name}.flat WHERE indicator = ${int(indicator)} AND status = 0`;
    const before = `SELECT level, period, area, value FROM ${name}.kept WHERE indicator = ${int(indicator)} AND decision >= ${wasShown}`;
    return guarded ? `${open} UNION ALL ${before}` : open;
  });
  return `SELECT DISTINCT * FROM (${each.join(" UNION ALL ")})`;
}

/** Another indicator's figures at the same places; one that does not depend on time counts for every period. */
function beside(catalogue: Catalogue, name: string, id: number | undefined): string {
  if (id === undefined) return `LEFT JOIN (SELECT NULL::DOUBLE AS value) ${name} ON false`;
  const timeless = catalogue.indicatorById(id)?.periodType === "independent";
  const newest = timeless ? " QUALIFY row_number() OVER (PARTITION BY level, area ORDER BY period DESC) = 1" : "";
  const period = timeless ? "" : ` AND ${name}.period = r.period`;
  return `LEFT JOIN (SELECT level, period, area, value FROM r WHERE indicator = ${int(id)} AND status = 0${newest}) ${name} ON ${name}.level = r.level AND ${name}.area = r.area${period}`;
}

function idOf(catalogue: Catalogue, code: string | undefined): number | undefined {
  return code === undefined ? undefined : catalogue.indicator(code)?.id;
}

/** A percentage hides where its numerator does, and where the numerator or its denominator is below its own minimum. */
async function follow(input: FlatGuardInput, { indicator, guard, follows }: Guarded): Promise<void> {
  const { connection, catalogue } = input;
  const weight = idOf(catalogue, indicator.weight);
  const { minimum, minimumDenominator } = guard.limits;
  const small = `(t.value > 0 AND t.value < ${number(minimum)})`;
  const few = minimumDenominator === undefined ? "false" : `(w.value < ${number(minimumDenominator)})`;
  await connection.run(`INSERT INTO hidden SELECT r.indicator, r.level, r.period, r.area, ${decision.follows}
FROM r ${beside(catalogue, "t", follows?.id)} ${beside(catalogue, "w", weight)}
LEFT JOIN hidden h ON h.indicator = ${int(follows?.id ?? -1)} AND h.level = r.level AND h.period = r.period AND h.area = r.area
WHERE r.indicator = ${int(indicator.id)} AND r.status = 0 AND (h.decision IS NOT NULL OR coalesce(${small}, false) OR coalesce(${few}, false))`);
}

/** A weighed figure tells something of the weights of its parts: where one of those is hidden, it is hidden too. */
async function hideWeighed({ connection, catalogue, guards }: FlatGuardInput): Promise<void> {
  const guarded = new Set([...guards.flat.flatMap((each) => each.members), ...guards.followers].map((each) => each.indicator.id));
  for (const weight of guarded) {
    const timeless = catalogue.indicatorById(weight)?.periodType === "independent";
    const code = catalogue.indicatorById(weight)?.code.toLowerCase();
    const weighed = catalogue.indicators.filter((each) => each.weight?.toLowerCase() === code && modeOf(each) === "weighted");
    if (weighed.length === 0) continue;
    await connection.run(`INSERT INTO hidden SELECT DISTINCT r.indicator, r.level, r.period, r.area, ${decision.follows}
FROM r JOIN feed f ON f.parent_level = r.level AND f.parent = r.area AND f.child_level = r.feed
JOIN hidden h ON h.indicator = ${int(weight)} AND h.level = f.child_level AND h.area = f.child${timeless ? "" : " AND h.period = r.period"}
WHERE r.indicator IN ${ints(weighed.map((each) => each.id))} AND r.load IS NULL AND r.feed <> r.level AND r.status = 0
AND NOT EXISTS (SELECT 1 FROM hidden q WHERE q.indicator = r.indicator AND q.level = r.level AND q.period = r.period AND q.area = r.area)`);
  }
}

/** A digest of everything that decides about a family. */
async function inputsOf({ connection, catalogue, shared }: FlatGuardInput, family: Family): Promise<string> {
  const needed = new Set<string>();
  const visit = (code: string | undefined): void => {
    const each = code === undefined ? undefined : catalogue.indicator(code);
    if (each === undefined || needed.has(each.code)) return;
    needed.add(each.code);
    const expression = expressionOf(each);
    for (const next of [each.weight, ...(each.disclosure?.contributions ?? []), ...(expression ? leavesOf(expression) : [])]) visit(next);
  };
  for (const { indicator, guard } of family.members) for (const code of [indicator.code, guard.compare]) visit(code);
  const all = [...needed].sort().map((code) => catalogue.indicator(code) as Indicator);
  const [row] = await rowsOf(
    connection,
    `SELECT count(*)::VARCHAR AS n, bit_xor(hash(indicator, level, period, area, value, status))::VARCHAR AS x FROM loaded WHERE indicator IN ${ints(all.map((each) => each.id))}`,
  );
  const rules = all.map((each) => [
    each.code,
    each.formula ?? null,
    each.absent,
    each.aggregatesAreas,
    each.periodType,
    each.weight ?? null,
  ]);
  const guards = family.members.map((each) => [
    each.indicator.code,
    each.guard,
    each.indicator.disclosure ?? null,
    each.indicator.step ?? null,
  ]);
  return createHash("sha256")
    .update(JSON.stringify([shared, rules, guards, row?.["n"], row?.["x"]]))
    .digest("hex")
    .slice(0, 32);
}
