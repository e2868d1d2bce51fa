import { codeId, dimensionId, structureId } from "@peil/core/formats/sdmx-ids.ts";
import { addsUp } from "@peil/core/guards/additive.ts";
import type { Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { DimensionLevel } from "@peil/core/model/dimension.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { type Period, periodOfId } from "@peil/core/model/period.ts";
import { columnsOf } from "@peil/core/query/compile-cells.ts";
import { coverageOfIndicator } from "@peil/core/query/coverage.ts";

/** A dataflow: the figures of one visible indicator, of all levels and periods. */
export type Flow = {
  readonly id: string;
  readonly indicator: Indicator;
  /** Id of its data structure. */
  readonly structure: string;
  /** The dimension levels by which a cube was loaded. */
  readonly columns: readonly DimensionLevel[];
  /** Whether there are totals over its dimensions. */
  readonly totals: boolean;
  /** The levels that have figures. */
  readonly levels: readonly Level[];
  /** The periods that any of them has. */
  readonly periods: readonly Period[];
};

/** Everything of a catalogue that SDMX shows. Made once. */
export type Flows = {
  readonly all: readonly Flow[];
  /** By the id of the dataflow. */
  readonly find: (id: string) => Flow | undefined;
  /** The dimension levels of the cubes among them, and the coarser ones by which they can be asked. */
  readonly dimensionLevels: readonly DimensionLevel[];
};

const kept = new WeakMap<Catalogue, Flows>();

/** The dataflows of a catalogue, in the order of its indicators. What is not visible is not among them. */
export function flowsOf(catalogue: Catalogue): Flows {
  const known = kept.get(catalogue);
  if (known !== undefined) return known;
  const all = catalogue.indicators
    .filter((each) => each.visible)
    .map((each) => flowOf(catalogue, each))
    .filter((each) => each.periods.length > 0);
  const byId = new Map(all.map((each) => [each.id, each]));
  const made: Flows = { all, find: (id) => byId.get(id), dimensionLevels: dimensionLevelsOf(catalogue, all) };
  kept.set(catalogue, made);
  return made;
}

function flowOf(catalogue: Catalogue, indicator: Indicator): Flow {
  const coverage = coverageOfIndicator(catalogue, indicator);
  const columns = indicator.shape === "cube" ? columnsOf(catalogue, indicator) : [];
  return {
    id: codeId(indicator.code),
    indicator,
    structure: structureId(columns),
    columns,
    totals: addsUp(indicator),
    levels: catalogue.levels.filter((level) => coverage.has(level.id)).toSorted((a, b) => a.sequence - b.sequence || a.id - b.id),
    periods: [...new Set([...coverage.values()].flat())].sort((a, b) => a - b).map(periodOfId),
  };
}

function dimensionLevelsOf(catalogue: Catalogue, flows: readonly Flow[]): readonly DimensionLevel[] {
  const loaded = new Set(flows.flatMap((each) => each.columns));
  return catalogue.dimensionLevels.filter(
    (level) =>
      loaded.has(level) || [...loaded].some((from) => from.dimension === level.dimension && catalogue.memberMap(from.id, level.id)),
  );
}

/** The dimensions of a data structure in the order of its key, without time. */
export function keyOf(columns: readonly Pick<DimensionLevel, "code">[]): readonly string[] {
  return ["FREQ", "INDICATOR", "REF_AREA", ...columns.map((each) => dimensionId(each.code))];
}
