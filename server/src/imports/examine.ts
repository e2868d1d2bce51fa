import type { Indicator } from "@peil/core/model/indicator.ts";
import { periodOfId } from "@peil/core/model/period.ts";
import type { Load, Scope } from "../store/documents.ts";
import type { Double, LinkColumns, Replaces, StagedChange, StagedUse } from "../store/staged.ts";
import type { Staging } from "../store/staging.ts";
import { areaText, checkFlows } from "./check-flows.ts";
import type { Draft } from "./draft.ts";
import type { ImportOptions } from "./options.ts";
import { listed, type Problems } from "./problems.ts";
import type { ResolvedSheet } from "./resolve.ts";

/** What an examination needs to know. */
export type Surroundings = {
  readonly draft: Draft;
  readonly loads: readonly Load[];
  readonly folder: string;
  readonly resolved: readonly ResolvedSheet[];
  readonly options: ImportOptions;
  readonly problems: Problems;
};

/** What came out. */
export type Examined = {
  readonly uses: readonly StagedUse[];
  readonly changes: readonly StagedChange[];
  readonly scopes: readonly Scope[];
  readonly records: number;
  readonly dropped: number;
};

/** Looks at the staged records: drops, doubles, comparison with what stands, sums against parents. */
export async function examine(staging: Staging, around: Surroundings): Promise<Examined> {
  const { options } = around;
  const dropped = options.dropEmpty ? await staging.dropEmpty() : 0;
  await settleDoubles(staging, around);
  await checkFlows(staging, around.draft, around.resolved, around.problems);
  const replaces: Replaces = options.replace ? "indicators" : options.replaceCombinations ? "combinations" : "nothing";
  const uses = await staging.uses();
  const changes = await staging.compare(around.loads, around.folder, replaces);
  await compareSums(staging, around, uses, replaces);
  return { uses, changes, scopes: await staging.scopes(replaces), records: await staging.size(), dropped };
}

function byId(draft: Draft): ReadonlyMap<number, Indicator> {
  return new Map(draft.indicators.values().map((each) => [each.id, each]));
}

async function settleDoubles(staging: Staging, around: Surroundings): Promise<void> {
  const { options, problems, draft } = around;
  const doubles = await staging.doubles(listed);
  if (doubles.count === 0) return;
  if (!options.addUp) {
    for (let n = 0; n < doubles.count; n++) {
      const each = doubles.first[n];
      if (each === undefined) problems.add("duplicate", { file: "" });
      else tellDouble(each, around);
    }
    return;
  }
  const indicators = byId(draft);
  const wrong = doubles.indicators.flatMap((id) => indicators.get(id) ?? []).filter((each) => each.dataType !== "count");
  for (const each of wrong) problems.add("add-up-impossible", { file: "" }, { indicator: each.code });
  if (wrong.length === 0) await staging.addUp();
}

function tellDouble(each: Double, around: Surroundings): void {
  const sheet = around.resolved[each.sheet]?.profile.sheet.sheet;
  const indicator = byId(around.draft).get(each.indicator)?.code ?? "";
  const level = around.draft.levels.get(each.level);
  const area = [...around.draft.areasOf(each.level).values()].find((one) => one.id === each.area)?.code ?? "";
  const place = {
    file: sheet?.file ?? "",
    ...(sheet === undefined ? {} : { sheet: sheet.name }),
    ...(each.rows[0] === undefined ? {} : { row: each.rows[0] }),
  };
  const members = each.to === undefined ? each.members.map((id) => memberCode(around.draft, id)) : [areaText(around.draft, each.to)];
  const key = [indicator, periodOfId(each.period).code, `${level?.alias ?? ""} ${area}`, ...members].join(", ");
  around.problems.add("duplicate", place, {
    count: each.count,
    key,
    rows: `${each.rows.join(", ")}${each.count > each.rows.length ? " …" : ""}`,
  });
}

function memberCode(draft: Draft, id: number): string {
  for (const level of draft.dimensionLevels.values()) {
    for (const member of draft.membersOf(level.id).values()) if (member.id === id) return `${level.code} ${member.code}`;
  }
  return "";
}

async function compareSums(staging: Staging, around: Surroundings, uses: readonly StagedUse[], replaces: Replaces): Promise<void> {
  const { draft, problems } = around;
  const indicators = byId(draft);
  const additive = [...new Set(uses.map((each) => each.indicator))].filter((id) => {
    const each = indicators.get(id);
    return each?.shape === "flat" && each.dataType === "count" && each.aggregatesAreas;
  });
  const levels = new Set(await staging.levelsAfter(additive, replaces));
  const tables = draft.tables.values().filter((each) => levels.has(each.childLevel) && levels.has(each.parentLevel));
  if (tables.length === 0) return;
  const found = await staging.sums(linksOf(draft, tables), listed);
  for (let n = 0; n < found.count; n++) {
    const each = found.first[n];
    problems.add("sum-differs", { file: "" }, () => ({
      indicator: indicators.get(each?.indicator ?? 0)?.code ?? "",
      period: each === undefined ? "" : periodOfId(each.period).code,
      child: draft.levels.get(each?.childLevel ?? 0)?.alias ?? "",
      parent: each === undefined ? "" : nameOf(draft, each.parentLevel, each.parent),
      sum: each?.sum ?? 0,
      loaded: each?.loaded ?? 0,
    }));
  }
}

function nameOf(draft: Draft, level: number, id: number): string {
  const area = [...draft.areasOf(level).values()].find((each) => each.id === id);
  return `${area?.name.nl ?? ""} (${draft.levels.get(level)?.alias ?? ""} ${area?.code ?? ""})`;
}

function linksOf(
  draft: Draft,
  tables: readonly {
    childLevel: number;
    parentLevel: number;
    links: readonly { child: number; parent: number; weight: number | undefined }[];
  }[],
): LinkColumns {
  const whole = tables.flatMap(({ childLevel, parentLevel, links }) => {
    const pseudo = new Set([...draft.areasOf(childLevel).values()].filter((each) => each.pseudo).map((each) => each.id));
    return links
      .filter((each) => each.weight === 1)
      .map((each) => [childLevel, parentLevel, each.child, each.parent, pseudo.has(each.child) ? 0 : 1] as const);
  });
  const column = (n: 0 | 1 | 2 | 3 | 4): Int32Array => Int32Array.from(whole, (row) => row[n]);
  return { childLevel: column(0), parentLevel: column(1), child: column(2), parent: column(3), real: column(4) };
}
