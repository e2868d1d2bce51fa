import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { cellsOf, positionsFrom } from "@peil/core/formats/walk.ts";
import { periodOfId } from "@peil/core/model/period.ts";
import { status } from "@peil/core/model/status.ts";
import { coverageOfIndicator } from "@peil/core/query/coverage.ts";
import { answer } from "../src/answer.ts";
import { besideRelease } from "../src/open-data/make.ts";
import { type Bulk, bulkPath, readBulk } from "../src/publish/bulk-files.ts";
import { publish } from "../src/publish/publish.ts";
import type { Release } from "../src/release.ts";
import type { PublishedRegion } from "./published.ts";

/** Publishes with everything beside it. */
export async function publishAll({ region: { folder, documents } }: Pick<PublishedRegion, "region">, at: string): Promise<Bulk> {
  const { id } = await publish({ folder, documents, at, beside: besideRelease({ folder }) });
  return readBulk(folder, id) ?? { release: "", at: "", files: [] };
}

/** The bytes of a bulk file by its name. */
export const fileOf = (folder: string, bulk: Bulk, name: string): Buffer =>
  readFileSync(bulkPath(folder, bulk.files.find((each) => each.name === name)?.sha256 ?? name));

/** Cells with something in them by area, period and members: the figure, or the state. */
export type Cells = Map<string, number | string>;

/** What a packed CSV holds. */
export async function cellsOfFile(bytes: Buffer): Promise<Cells> {
  const lines = gunzipSync(bytes).toString("utf8").trim().split("\r\n");
  const rows = lines.map((line) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((match) => (match[1] ?? "").replace(/^"|"$/g, "").replaceAll('""', '"')),
  );
  const heads = rows[0] ?? [];
  const keys = ["area_level", "area", "period", ...heads.filter((each, at) => at > 7 && heads.includes(`${each}_label`))];
  const column = (row: readonly string[], name: string): string => row[heads.indexOf(name)] ?? "";
  return new Map(
    rows.slice(1).map((row) => {
      const told = column(row, "text") || column(row, "value");
      return [keys.map((name) => column(row, name)).join("|"), column(row, "status") || (column(row, "text") ? told : Number(told))];
    }),
  );
}

/** The same of answers, level by level. */
export async function cellsOfAnswers(release: Release, code: string): Promise<Cells> {
  const { catalogue } = release;
  const indicator = catalogue.indicator(code);
  const out: Cells = new Map();
  if (indicator === undefined) return out;
  for (const [id, periods] of coverageOfIndicator(catalogue, indicator)) {
    const level = catalogue.levelById(id)?.alias ?? "";
    const cube = await answer(release, {
      ...{ indicators: [code], level, areas: { kind: "all" }, compare: [], members: [], pseudo: true },
      periods: { kind: "list", codes: periods.map((each) => periodOfId(each).code) },
      by: indicator.dimensionLevels ?? [],
    });
    const place = positionsFrom(cube.axes, 0);
    for (let cell = 0; cell < cellsOf(cube.axes); cell++, place.step()) {
      const state = cube.status[cell];
      const isDropped = indicator.shape === "cube" && indicator.absent === "zero" && cube.values[cell] === 0;
      if (state === status.empty || (state === status.value && isDropped)) continue;
      const codes = place.at.slice(1).map((at, axis) => cube.axes[axis + 1]?.members[at]?.code);
      const names = ["value", "empty", "hidden", "not-applicable", "unknown", "incomplete", "not-available", "private"];
      out.set(
        [level, ...codes].join("|"),
        cube.texts?.[cell] ?? (state === status.value ? (cube.values[cell] ?? 0) : (names[state ?? 0] ?? "")),
      );
    }
  }
  return out;
}
