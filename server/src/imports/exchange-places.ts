import { fail } from "@peil/core/errors.ts";
import { type AggregationTable, holdsObjects, type Level } from "@peil/core/model/area.ts";
import type { CatalogueData } from "@peil/core/model/catalogue.ts";
import { featuresOf, readObjects } from "../places/objects.ts";
import { type Positions, positionObjects } from "../places/position.ts";
import type { ExchangeContent, GeometryFile } from "./exchange-read.ts";
import { refuse } from "./shapes.ts";

/** Which level a file of shapes belongs to, and what stands in the working copy for the others. */
export type PlaceInput = {
  readonly content: ExchangeContent;
  /** The catalogue as it will stand, but for the position tables. */
  readonly data: CatalogueData;
  /** TopoJSON text of a level of the working copy. */
  stored(level: number): Promise<string | undefined>;
};

/**
 * The position tables of objects (points, lines) of which the folder gives none: made from the shapes and the borders, whenever
 * either of them comes in. Tables that stand in `aggregation.csv` are taken as they are.
 * @throws `exchange-invalid` where shape and level do not fit, `exchange-place-outside`
 */
export async function positionTables({ content, data, stored }: PlaceInput): Promise<readonly AggregationTable[]> {
  const files = new Map(content.geometry.map((each) => [each.alias.toLowerCase(), each]));
  const fileOf = (level: Level): GeometryFile | undefined => files.get(level.alias.toLowerCase());
  const given = new Set(content.links.map((each) => each.childLevel.toLowerCase()));
  const borders = async (id: number): Promise<string | undefined> => {
    const level = data.levels.find((each) => each.id === id);
    return (level && fileOf(level)?.topology) ?? (await stored(id));
  };
  const bordersChange = data.levels.some((each) => each.type === "area" && each.covers && fileOf(each) !== undefined);
  const tables: AggregationTable[] = [];
  for (const level of data.levels.filter(holdsObjects)) {
    const file = fileOf(level);
    if (file !== undefined) checkShapes(level, file);
    if (given.has(level.alias.toLowerCase()) || (file === undefined && !bordersChange)) continue;
    const text = await borders(level.id);
    if (text === undefined) continue;
    const objects = readObjects(text);
    const drawn = new Set(objects.map((each) => each.code.toLowerCase()));
    const lost = data.areas.filter((each) => each.level === level.id && !each.pseudo && !drawn.has(each.code.toLowerCase()));
    const codes = lost.map((each) => each.code);
    const found = await positionObjects(level, objects, codes, { ...data, borders });
    if (file !== undefined) refuseNowhere(file, found);
    tables.push(...found.tables);
  }
  return tables;
}

function checkShapes(level: Level, { file, topology, alias }: GeometryFile): void {
  const wanted = level.type === "point" ? ["Point"] : ["LineString", "MultiLineString"];
  const stray = featuresOf(topology).find((each) => !wanted.includes(each.geometry?.type ?? ""));
  if (stray !== undefined) refuse(stray.geometry?.type ?? "null", { file, path: `objects.${alias} ${stray.id ?? ""}` }, wanted.join(" | "));
}

function refuseNowhere({ file }: GeometryFile, { findings }: Positions): void {
  const lost = findings.find((each) => each.unknown === undefined && each.nowhere.length > 0);
  if (lost === undefined) return;
  fail("exchange-place-outside", { file, codes: lost.nowhere.slice(0, 5).join(", "), count: lost.nowhere.length, level: lost.level.alias });
}
