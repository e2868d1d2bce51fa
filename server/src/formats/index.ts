import type { Format } from "@peil/core/formats/format.ts";
import { formats as coreFormats } from "@peil/core/formats/index.ts";
import { geojson } from "./geojson.ts";
import { parquet } from "./parquet.ts";
import { topojson } from "./topojson.ts";
import { xlsx } from "./xlsx.ts";

/** Every format in which figures can be downloaded. */
export const formats: readonly Format[] = [...coreFormats, xlsx, parquet, geojson, topojson];
