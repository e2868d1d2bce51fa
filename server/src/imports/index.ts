import { areaAggregation } from "./area-aggregation.ts";
import { areas } from "./areas.ts";
import { dataColumns } from "./data-columns.ts";
import { dataCube } from "./data-cube.ts";
import { dataFlow } from "./data-flow.ts";
import { dataRecords } from "./data-records.ts";
import { definition } from "./definition.ts";
import { dimensionItems } from "./dimension-items.ts";
import { dimensionLevels } from "./dimension-levels.ts";
import { dimensions } from "./dimensions.ts";
import { indicators } from "./indicators.ts";
import type { Layout } from "./layout.ts";
import { levels } from "./levels.ts";
import { memberAggregation } from "./member-aggregation.ts";
import { places } from "./places.ts";
import { surveyRecords } from "./survey-records.ts";
import { themes } from "./themes.ts";
import { workspaces } from "./workspaces.ts";

/** Every kind of sheet that can be imported. To add one: one file, one line here. */
export const layouts: readonly Layout[] = [
  dataColumns,
  dataRecords,
  dataCube,
  dataFlow,
  surveyRecords,
  definition,
  indicators,
  dimensions,
  dimensionLevels,
  dimensionItems,
  memberAggregation,
  areaAggregation,
  areas,
  levels,
  places,
  themes,
  workspaces,
];
