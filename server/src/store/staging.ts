import { join } from "node:path";
import { type DuckDBAppender, type DuckDBConnection, type DuckDBInstance, INTEGER } from "@duckdb/node-api";
import type { Load, Scope } from "./documents.ts";
import { openEngine, rowsOf } from "./duckdb.ts";
import { int, ints, quote } from "./literals.ts";
import { append, type Column, createSql, cubeTable, flatTable, flowTable, type LoadTable } from "./load-tables.ts";
import { type CubeBatch, effectiveCubeSql, effectiveFlatSql, effectiveFlowSql, type FlatBatch, type FlowBatch } from "./loads.ts";
import type { Contradiction, Double, LinkColumns, Origin, Replaces, StagedChange, StagedFile, StagedUse, SumDifference } from "./staged.ts";
import { doubleOf, keysOf } from "./staged.ts";
import { findContradictions } from "./staged-flows.ts";

const origin = [
  { name: "sheet", type: INTEGER },
  { name: "row", type: INTEGER },
];

function staged(table: LoadTable): LoadTable {
  return { ...table, columns: [...table.columns, ...origin] };
}

const linkTable: LoadTable = {
  name: "links",
  part: { file: "", shape: "flat" },
  columns: ["child_level", "parent_level", "child", "parent", "real"].map((name) => ({ name, type: INTEGER })),
  keys: 5,
};

/** Records of an import on their way in: looked at, compared with what stands, and written out only when all is well. */
export class Staging {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #appenders = new Map<string, DuckDBAppender>();
  readonly #tables = new Map<
    string,
    { readonly table: LoadTable; readonly plain: LoadTable; readonly indicator: number | undefined; readonly columns: number }
  >();

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  /** @param temp a folder for what does not fit in memory */
  static async open(temp: string, memory = "700MB"): Promise<Staging> {
    const instance = await openEngine({ memory, temp });
    return new Staging(instance, await instance.connect());
  }

  /** Takes records of flat indicators. */
  async flat(batch: FlatBatch, from: Origin): Promise<void> {
    const columns = [batch.indicator, batch.level, batch.period, batch.area, batch.value, batch.status, batch.text, from.sheet, from.row];
    await this.#add(flatTable, undefined, 0, columns, batch.area.length);
  }

  /** Takes records of a cube. */
  async cube(indicator: number, columns: number, batch: CubeBatch, from: Origin): Promise<void> {
    const all = [batch.level, batch.period, batch.area, ...batch.members, batch.value, batch.status, from.sheet, from.row];
    await this.#add(cubeTable(indicator, columns), indicator, columns, all, batch.area.length);
  }

  /** Takes records of a flow. */
  async flow(indicator: number, batch: FlowBatch, from: Origin): Promise<void> {
    const all = [batch.level, batch.period, batch.area, batch.toLevel, batch.toArea, batch.value, batch.status, from.sheet, from.row];
    await this.#add(flowTable(indicator), indicator, 0, all, batch.area.length);
  }

  async #add(plain: LoadTable, indicator: number | undefined, columns: number, values: readonly Column[], rows: number): Promise<void> {
    if (!this.#tables.has(plain.name)) {
      this.#tables.set(plain.name, { table: staged(plain), plain, indicator, columns });
      await this.#connection.run(createSql(staged(plain)));
    }
    const appender = this.#appenders.get(plain.name) ?? (await this.#connection.createAppender(plain.name));
    this.#appenders.set(plain.name, appender);
    append(appender, staged(plain), values, rows);
  }

  /** Ends the taking: from here on records can be asked about. */
  seal(): void {
    for (const each of this.#appenders.values()) each.closeSync();
    this.#appenders.clear();
  }

  #ask(sql: string): Promise<Record<string, unknown>[]> {
    return rowsOf(this.#connection, sql);
  }

  /** Leaves out the records that are empty or not applicable. @returns how many */
  async dropEmpty(): Promise<number> {
    let count = 0;
    for (const { plain } of this.#tables.values()) {
      const [row] = await this.#ask(`SELECT count(*)::INTEGER AS n FROM ${plain.name} WHERE status IN (1, 3)`);
      count += Number(row?.n);
      await this.#connection.run(`DELETE FROM ${plain.name} WHERE status IN (1, 3)`);
    }
    return count;
  }

  /** Records with equal keys: how many keys, and the first of them. */
  async doubles(
    limit: number,
  ): Promise<{ readonly count: number; readonly indicators: readonly number[]; readonly first: readonly Double[] }> {
    let count = 0;
    const first: Double[] = [];
    const indicators = new Set<number>();
    for (const { plain, indicator } of this.#tables.values()) {
      const keys = keysOf(plain);
      const found = `SELECT ${keys}, count(*) AS n, min(sheet) AS sheet, list(row ORDER BY row)[1:6] AS rows FROM ${plain.name} GROUP BY ${keys} HAVING count(*) > 1`;
      const rows = await this.#ask(`SELECT *, count(*) OVER ()::INTEGER AS total FROM (${found}) ORDER BY sheet, rows LIMIT ${int(limit)}`);
      count += Number(rows[0]?.total ?? 0);
      if (rows.length === 0) continue;
      for (const row of rows) if (first.length < limit) first.push(doubleOf(row, plain, indicator));
      if (indicator !== undefined) indicators.add(indicator);
      else for (const row of await this.#ask(`SELECT DISTINCT indicator FROM (${found})`)) indicators.add(Number(row.indicator));
    }
    return { count, indicators: [...indicators], first };
  }

  /** Records of a flow whose mirror says something else. @param sign 1: both directions are equal; −1: opposite, within an area 0 */
  async contradictions(
    indicator: number,
    sign: 1 | -1,
    limit: number,
  ): Promise<{ readonly count: number; readonly first: readonly Contradiction[] }> {
    const { name } = flowTable(indicator);
    return this.#tables.has(name) ? findContradictions((sql) => this.#ask(sql), name, sign, limit) : { count: 0, first: [] };
  }

  /** Adds up records with equal keys. States follow the rule for sums: hidden before unknown, empty and not applicable skipped. */
  async addUp(): Promise<void> {
    for (const { plain } of this.#tables.values()) {
      const keys = keysOf(plain);
      const text = plain.name === flatTable.name ? ", any_value(text) AS text" : "";
      const state =
        "CASE WHEN bool_or(status = 2) THEN 2 WHEN bool_or(status = 4) THEN 4 WHEN bool_or(status = 0) THEN 0 ELSE min(status) END";
      const value = `CASE WHEN ${state} = 0 THEN sum(value) END`;
      await this.#connection.run(
        `CREATE OR REPLACE TABLE ${plain.name} AS SELECT ${keys}, ${value} AS value, (${state})::UTINYINT AS status${text}, min(sheet) AS sheet, min(row) AS row FROM ${plain.name} GROUP BY ${keys}`,
      );
    }
  }

  /** Number of records. */
  async size(): Promise<number> {
    let out = 0;
    for (const { plain } of this.#tables.values())
      out += Number((await this.#ask(`SELECT count(*)::BIGINT AS n FROM ${plain.name}`))[0]?.n);
    return out;
  }

  /** What each indicator brings, per level. */
  async uses(): Promise<readonly StagedUse[]> {
    const out: StagedUse[] = [];
    for (const { plain, indicator } of this.#tables.values()) {
      const id = indicator === undefined ? "indicator" : `${int(indicator)} AS indicator`;
      const states = [0, 1, 2, 3, 4].map((n) => `count(*) FILTER (status = ${n})::INTEGER AS s${n}`).join(", ");
      const rows = await this.#ask(
        `SELECT ${id}, level, count(*)::INTEGER AS n, list_sort(list(DISTINCT period)) AS periods, ${states} FROM ${plain.name} GROUP BY ${indicator === undefined ? "indicator, " : ""}level ORDER BY 1, 2`,
      );
      for (const row of rows) {
        out.push({
          indicator: Number(row.indicator),
          level: Number(row.level),
          rows: Number(row.n),
          periods: (row.periods as unknown[]).map(Number),
          states: Object.fromEntries([0, 1, 2, 3, 4].map((n) => [n, Number(row[`s${n}`])])),
        });
      }
    }
    return out;
  }

  /** Those of some indicators that have figures that count. */
  async standing(loads: readonly Load[], folder: string, indicators: readonly number[]): Promise<ReadonlySet<number>> {
    const cubes = loads.flatMap((load) => (load.undone ? [] : load.parts.flatMap((part) => part.indicator ?? [])));
    const sql = `SELECT DISTINCT indicator FROM (${effectiveFlatSql(loads, folder)}) WHERE indicator IN ${ints(indicators)}`;
    const flat = indicators.length === 0 ? [] : await this.#ask(sql);
    return new Set([...cubes.filter((id) => indicators.includes(id)), ...flat.map((row) => Number(row.indicator))]);
  }

  /** What the load replaces. */
  async scopes(replaces: Replaces): Promise<readonly Scope[]> {
    if (replaces === "nothing") return [];
    const uses = await this.uses();
    if (replaces === "indicators") return [...new Set(uses.map((each) => each.indicator))].map((indicator) => ({ indicator }));
    return uses.flatMap(({ indicator, level, periods }) => periods.map((period) => ({ indicator, level, period })));
  }

  /** Holds the records beside what stands: which are new, changed or unchanged, and what would go. */
  async compare(loads: readonly Load[], folder: string, replaces: Replaces): Promise<readonly StagedChange[]> {
    const out: StagedChange[] = [];
    for (const { plain, indicator, columns } of this.#tables.values()) {
      const ofOne = (id: number): string | undefined =>
        plain.part.shape === "flow" ? effectiveFlowSql(loads, folder, id) : effectiveCubeSql(loads, folder, id, columns);
      const sql = indicator === undefined ? effectiveFlatSql(loads, folder) : ofOne(indicator);
      const name = `old_${plain.name}`;
      const only = indicator === undefined ? ` WHERE indicator IN (SELECT DISTINCT indicator FROM ${plain.name})` : "";
      await this.#connection.run(
        sql === undefined
          ? `CREATE TABLE ${name} AS SELECT * FROM ${plain.name} WHERE false`
          : `CREATE TABLE ${name} AS SELECT * FROM (${sql})${only}`,
      );
      out.push(...(await this.#compareTable(plain, name, indicator, replaces)));
    }
    return out;
  }

  async #compareTable(plain: LoadTable, old: string, indicator: number | undefined, replaces: Replaces): Promise<StagedChange[]> {
    const keys = plain.columns.slice(0, plain.keys).map((each) => each.name);
    const same = keys.map((key) => `o.${key} = n.${key}`).join(" AND ");
    const text = plain.name === flatTable.name ? " OR o.text IS DISTINCT FROM n.text" : "";
    const differs = `(o.status <> n.status OR o.value IS DISTINCT FROM n.value${text})`;
    const id = (of: string): string => (indicator === undefined ? `${of}.indicator` : int(indicator));
    const rows = await this.#ask(
      `SELECT ${id("n")} AS indicator, count(*) FILTER (o.area IS NULL)::INTEGER AS added, count(*) FILTER (o.area IS NOT NULL AND ${differs})::INTEGER AS changed, count(*)::INTEGER AS n FROM ${plain.name} n LEFT JOIN ${old} o ON ${same} GROUP BY ALL ORDER BY 1`,
    );
    const part = indicator === undefined ? "s.indicator = o.indicator AND " : "";
    const inScope = {
      indicators: "true",
      nothing: "false",
      combinations: `EXISTS (SELECT 1 FROM ${plain.name} s WHERE ${part}s.level = o.level AND s.period = o.period)`,
    }[replaces];
    const gone = await this.#ask(
      `SELECT ${id("o")} AS indicator, count(*)::INTEGER AS n FROM ${old} o WHERE NOT EXISTS (SELECT 1 FROM ${plain.name} n WHERE ${same}) AND ${inScope} GROUP BY ALL`,
    );
    const lost = new Map(gone.map((row) => [Number(row.indicator), Number(row.n)]));
    return rows.map((row) => {
      const [added, changed, n] = [Number(row.added), Number(row.changed), Number(row.n)];
      return {
        indicator: Number(row.indicator),
        added,
        changed,
        unchanged: n - added - changed,
        gone: lost.get(Number(row.indicator)) ?? 0,
      };
    });
  }

  /** Which levels hold figures of which additive flat indicators, once the records stand beside what is not replaced. After `compare`. */
  async levelsAfter(indicators: readonly number[], replaces: Replaces): Promise<readonly number[]> {
    if (!this.#tables.has(flatTable.name) || indicators.length === 0) return [];
    const kept = {
      indicators: "false",
      nothing: "true",
      combinations: "NOT EXISTS (SELECT 1 FROM flat s WHERE s.indicator = o.indicator AND s.level = o.level AND s.period = o.period)",
    }[replaces];
    await this.#connection.run(
      `CREATE OR REPLACE VIEW after AS SELECT indicator, level, period, area, value, status FROM flat WHERE indicator IN ${ints(indicators)} UNION ALL SELECT indicator, level, period, area, value, status FROM old_flat o WHERE indicator IN ${ints(indicators)} AND ${kept} AND NOT EXISTS (SELECT 1 FROM flat n WHERE n.indicator = o.indicator AND n.level = o.level AND n.period = o.period AND n.area = o.area)`,
    );
    return (await this.#ask("SELECT DISTINCT level FROM after ORDER BY 1")).map((row) => Number(row.level));
  }

  /** Parents whose loaded value is not the sum of their children, where every real child has a record. After `levelsAfter`. */
  async sums(links: LinkColumns, limit: number): Promise<{ readonly count: number; readonly first: readonly SumDifference[] }> {
    await this.#connection.run(createSql(linkTable));
    const appender = await this.#connection.createAppender(linkTable.name);
    append(appender, linkTable, [links.childLevel, links.parentLevel, links.child, links.parent, links.real], links.child.length);
    appender.closeSync();
    const rows = await this.#ask(
      `WITH needed AS (SELECT parent_level, child_level, parent, sum(real) AS n FROM links GROUP BY ALL),
        summed AS (SELECT a.indicator, a.period, l.parent_level, l.child_level, l.parent, sum(a.value) AS total, sum(l.real) AS n FROM after a JOIN links l ON l.child = a.area AND l.child_level = a.level GROUP BY ALL HAVING NOT bool_or(a.status IN (2, 4)))
       SELECT s.indicator, s.period, s.parent_level, s.child_level, s.parent, s.total, p.value, count(*) OVER ()::INTEGER AS found
       FROM summed s JOIN needed d USING (parent_level, child_level, parent) JOIN after p ON p.indicator = s.indicator AND p.period = s.period AND p.level = s.parent_level AND p.area = s.parent
       WHERE s.n = d.n AND p.status = 0 AND s.total IS NOT NULL AND abs(s.total - p.value) > 1e-6 * greatest(1, abs(p.value))
       ORDER BY abs(s.total - p.value) / greatest(1, abs(p.value)) DESC, s.indicator, s.period, s.parent LIMIT ${int(limit)}`,
    );
    const first = rows.map((row) => ({
      indicator: Number(row.indicator),
      period: Number(row.period),
      parentLevel: Number(row.parent_level),
      childLevel: Number(row.child_level),
      parent: Number(row.parent),
      sum: Number(row.total),
      loaded: Number(row.value),
    }));
    return { count: Number(rows[0]?.found ?? 0), first };
  }

  /** Writes the records to files from which a load can be made. */
  async export(folder: string): Promise<readonly StagedFile[]> {
    const out: StagedFile[] = [];
    for (const { plain, indicator, columns } of this.#tables.values()) {
      const path = join(folder, plain.part.file);
      const names = plain.columns.map((each) => each.name).join(", ");
      const [row] = await this.#ask(`SELECT count(*)::BIGINT AS n FROM ${plain.name}`);
      if (Number(row?.n) === 0) continue;
      await this.#connection.run(`COPY (SELECT ${names} FROM ${plain.name}) TO ${quote(path)} (FORMAT parquet, COMPRESSION zstd)`);
      const flow = plain.part.shape === "flow" ? { flow: true } : {};
      out.push({ indicator, columns, select: `SELECT ${names} FROM read_parquet(${quote(path)})`, ...flow });
    }
    return out;
  }

  /** Throws everything away. */
  close(): void {
    this.seal();
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}
