import { fail } from "@peil/core/errors.ts";
import type { Level } from "@peil/core/model/area.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { findIndicator, findLevel } from "@peil/core/query/choose.ts";
import { columnsOf } from "@peil/core/query/compile-cells.ts";
import type { Step } from "./address.ts";
import { byCode, type Collection, collectionOf, type Entity } from "./collections.ts";
import { areasAt, coveredLevels, periodsAt, type ServiceScope, timeLevels } from "./odata-figures.ts";
import { entityTypes, type SetName } from "./odata-types.ts";
import { levelRow, levelsOfDimension, offerOf, sourceRow, variableRow, variableText } from "./things.ts";

/** The entity sets at the root. */
export function rootOf(scope: ServiceScope): Readonly<Record<SetName, () => Collection>> {
  const { catalogue } = scope.release;
  const offer = () => offerOf(catalogue);
  return {
    Variables: () =>
      collectionOf<Indicator>({
        type: entityTypes.Variable,
        path: "Variables",
        things: offer().variables,
        row: variableRow,
        text: variableText,
        find: (key) => findIndicator(catalogue, key),
        ways: (indicator, path) => ({
          GeoLevels: () => coveredLevels(scope, path, indicator, "Variable", []),
          ...aboutVariable(scope, path, indicator),
        }),
      }),
    CubeVariables: () =>
      collectionOf<Indicator>({
        type: entityTypes.CubeVariable,
        path: "CubeVariables",
        things: offer().cubes,
        row: variableRow,
        text: variableText,
        find: (key) => cubeOf(scope, key),
        ways: (cube, path) => waysOfCube(scope, path, cube),
      }),
    GeoLevels: () =>
      collectionOf<Level>({
        type: entityTypes.GeoLevel,
        path: "GeoLevels",
        things: offer().levels,
        row: levelRow,
        find: (key) => findLevel(catalogue, key),
        ways: (level, path) => ({ GeoItems: () => areasAt(scope, path, [level]) }),
      }),
    PeriodLevels: () => timeLevels(offer().periods, entityTypes.PeriodLevel, "PeriodLevels", entityTypes.Period),
    Periods: () => periodsAt(offer().periods, entityTypes.Period, "Periods"),
    Dimensions: () => dimensionsAt(scope, "Dimensions"),
    DataSources: () => sourcesAt(scope, "DataSources", () => true),
    Units: () => unitsAt(scope, "Units", () => true),
  };
}

function cubeOf({ release }: ServiceScope, key: string): Indicator | undefined {
  const found = findIndicator(release.catalogue, key);
  return found.shape === "cube" ? found : undefined;
}

function waysOfCube(scope: ServiceScope, path: string, cube: Indicator): Entity["ways"] {
  const { catalogue } = scope.release;
  const levels = columnsOf(catalogue, cube).flatMap((column) => levelsOfDimension(catalogue, column.dimension, cube));
  return {
    Dimensions: () => dimensionsAt(scope, `${path}/Dimensions`, cube),
    DimLevels: () => dimLevelsAt(scope, `${path}/DimLevels`, levels),
    GeoLevels: () => coveredLevels(scope, path, cube, "Cube", cube.dimensionLevels ?? []),
    ...aboutVariable(scope, path, cube),
  };
}

function aboutVariable(scope: ServiceScope, path: string, { source, unit }: Indicator): Entity["ways"] {
  return {
    DataSources: () => sourcesAt(scope, `${path}/DataSources`, (code) => code.toLowerCase() === source?.toLowerCase()),
    Units: () => unitsAt(scope, `${path}/Units`, (text) => text === unit.nl),
  };
}

function sourcesAt({ release }: ServiceScope, path: string, wanted: (code: string) => boolean): Collection {
  const things = offerOf(release.catalogue).sources.filter((each) => wanted(each.code));
  return collectionOf({ type: entityTypes.DataSource, path, things, row: sourceRow, find: byCode(things) });
}

function unitsAt({ release }: ServiceScope, path: string, wanted: (unit: string) => boolean): Collection {
  const things = offerOf(release.catalogue)
    .units.filter(wanted)
    .map((code) => ({ code }));
  const row = ({ code }: { code: string }) => ({ ExternalCode: code, Name: code });
  return collectionOf({ type: entityTypes.Unit, path, things, row, find: byCode(things) });
}

function dimensionsAt(scope: ServiceScope, path: string, cube?: Indicator): Collection {
  const { catalogue } = scope.release;
  const codes =
    cube === undefined ? offerOf(catalogue).dimensions : new Set(columnsOf(catalogue, cube).map((each) => each.dimension.toLowerCase()));
  const things = catalogue.dimensions.filter((each) => codes.has(each.code.toLowerCase()));
  return collectionOf({
    type: entityTypes.Dimension,
    path,
    things,
    row: ({ code, name }) => ({ ExternalCode: code, Name: name.nl }),
    find: byCode(things),
    ways: ({ code }, at) => ({ DimLevels: () => dimLevelsAt(scope, `${at}/DimLevels`, levelsOfDimension(catalogue, code, cube)) }),
  });
}

function dimLevelsAt({ release }: ServiceScope, path: string, things: ReturnType<typeof levelsOfDimension>): Collection {
  return collectionOf({
    type: entityTypes.DimLevel,
    path,
    things,
    row: ({ code, name, dimension }) => ({ ExternalCode: code, Name: name.nl, Dimension: dimension }),
    find: byCode(things),
    ways: (level, at) => ({
      DimMembers: () => {
        const members = release.catalogue.membersOf(level.id);
        const row = ({ code, name }: (typeof members)[number]) => ({ ExternalCode: code, Name: name.nl, DimLevel: level.code });
        return collectionOf({ type: entityTypes.DimMember, path: `${at}/DimMembers`, things: members, row, find: byCode(members) });
      },
    }),
  });
}

/** Follows the steps of a path from the root. @throws `not-found` */
export async function follow(scope: ServiceScope, steps: readonly Step[]): Promise<Collection | Entity> {
  let ways: Readonly<Record<string, () => Collection>> = rootOf(scope);
  let at: Collection | Entity | undefined;
  for (const [place, { name, key }] of steps.entries()) {
    const way = Object.keys(ways).find((each) => each.toLowerCase() === name.toLowerCase());
    if (way === undefined || (at !== undefined && "rows" in at)) return fail("not-found", { what: name.slice(0, 100) });
    const collection = (ways[way] as () => Collection)();
    if (key === undefined) {
      at = collection;
      if (place < steps.length - 1) return fail("not-found", { what: steps[place + 1]?.name ?? "" });
      continue;
    }
    const entity = await collection.entity(key);
    at = entity;
    ways = entity.ways;
  }
  return at ?? fail("not-found", { what: "/" });
}
