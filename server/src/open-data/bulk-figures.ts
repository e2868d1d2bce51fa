import { createHash } from "node:crypto";
import type { Figures, Format, Slab } from "@peil/core/formats/format.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { status } from "@peil/core/model/status.ts";
import { coverageOfIndicator, expressionOf, leavesOf } from "@peil/core/query/coverage.ts";
import { type BulkTask, type BulkWriter, writeBytes } from "./bulk.ts";
import { type Whole, wholeOf } from "./whole.ts";

/** Counts up when the same figures would give other bytes. */
const rulesVersion = 1;

/**
 * Files of all figures of every visible indicator in a format with one row a cell: `<format>/<code>.<extension>`, packed with gzip
 * unless the format is packed itself. A flow has one file per level, between the areas of that level.
 */
export function indicatorFiles(format: Format): BulkWriter {
  const extension = `${format.extension}${format.compressed ? "" : ".gz"}`;
  const type = format.compressed ? format.mediaType : "application/gzip";
  return ({ release, versions }) =>
    release.catalogue.indicators.flatMap((indicator) => {
      const version = versions.indicators[indicator.code];
      if (!indicator.visible || version === undefined) return [];
      return wholesOf(release.catalogue, indicator).map(({ suffix, whole }): BulkTask => {
        const name = `${format.name}/${indicator.code}${suffix}.${extension}`;
        return {
          name,
          type,
          indicator: indicator.code,
          key: createHash("sha256")
            .update(JSON.stringify([rulesVersion, name, version]))
            .digest("hex"),
          async write(path) {
            // The file names the release since which these figures stand, so that releases share it.
            const { head, slabs } = await wholeOf({ ...release, id: version.release }, whole);
            const counted = { rows: 0 };
            const bytes = format.write(head, counting(slabs, counted), { language: "nl", sparse: true });
            await writeBytes(path, bytes, format.compressed !== true);
            return counted;
          },
        };
      });
    });
}

function wholesOf(catalogue: Catalogue, indicator: Indicator): readonly { readonly suffix: string; readonly whole: Whole }[] {
  const coverage = coverageOfIndicator(catalogue, indicator);
  if (coverage.size === 0) return [];
  if (indicator.shape !== "flow") return [{ suffix: "", whole: { indicator } }];
  return [...coverage.keys()].flatMap((id) => {
    const between = catalogue.levelById(id);
    return between === undefined || !isBetween(catalogue, indicator, id)
      ? []
      : [{ suffix: `.${between.alias.replace(/[^\w-]/g, "_")}`, whole: { indicator, between } }];
  });
}

/** Whether a flow, or every flow in its formula, has figures between the areas of a level. */
function isBetween(catalogue: Catalogue, indicator: Indicator, level: number): boolean {
  const expression = indicator.formula === undefined ? undefined : expressionOf(indicator);
  if (expression !== undefined) {
    const flows = leavesOf(expression).flatMap((code) => catalogue.indicator(code) ?? []);
    return flows.filter((each) => each.shape === "flow").every((each) => isBetween(catalogue, each, level));
  }
  const partners = catalogue.coverageOf(indicator.id).get(level)?.partners;
  return [...(partners?.out ?? []), ...(partners?.in ?? [])].includes(level);
}

async function* counting(slabs: Figures["slabs"], counted: { rows: number }): AsyncGenerator<Slab, void, undefined> {
  for await (const slab of slabs) {
    for (const state of slab.status) if (state !== status.empty) counted.rows++;
    yield slab;
  }
}
