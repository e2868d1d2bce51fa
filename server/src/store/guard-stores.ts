import { existsSync } from "node:fs";
import type { Guarded } from "@peil/core/disclosure/families.ts";
import { openCatalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { status } from "@peil/core/model/status.ts";
import { attachShown } from "./guard.ts";
import { guardCube } from "./guard-cube.ts";
import { guardFlat } from "./guard-flat.ts";
import { formulasAtPublish, makeFormula } from "./guard-formulas.ts";
import { attachCubes, coverageOf } from "./measure-stores.ts";
import { type Build, rowsDigest, sha } from "./store-build.ts";
import { storeFile } from "./store-files.ts";

/** The store of a guarded cube in the current release, where nothing that decides about it changed. */
export function keptCube(build: Build, cube: Indicator, base: string): string | undefined {
  const { previous } = build.input;
  const before = previous?.record.reports.find((each) => each.key === `cube:${cube.code.toLowerCase()}`);
  if (previous === undefined || before?.inputs !== base) return undefined;
  const hash = previous.stores.cubes[cube.id];
  if (hash !== undefined && existsSync(storeFile(build.input.folder, hash))) build.reports.push(before);
  return hash;
}

/** Decides about a cube and gives the name of its store: what it is made from, and what is hidden. */
export async function guardedCubeHash(build: Build, cube: Guarded, base: string): Promise<string> {
  const { connection, input, lineage } = build;
  const earlier = input.previous?.shown.map((each) => each.cubes[cube.indicator.id]) ?? [];
  const { stores: shown, detach } = await attachShown(connection, input.folder, earlier);
  const catalogue = openCatalogue(input.data);
  const report = await guardCube({
    connection,
    catalogue,
    lineage,
    solver: input.solver,
    cube,
    inputs: base,
    shown,
  });
  await detach();
  build.reports.push(report);
  const members = (cube.indicator.dimensionLevels ?? []).map((_, i) => `m${i + 1}`).join(", ");
  return sha(JSON.stringify([base, await rowsDigest(connection, "hidden", `level, period, area, ${members}, decision`)]));
}

/** The flat store of the current release, where nothing that decides about it changed. */
export function keptFlat({ input, reports }: Build, base: string): string | undefined {
  const { previous } = input;
  if (previous?.record.flat !== base || !existsSync(storeFile(input.folder, previous.stores.flat))) return undefined;
  reports.push(...previous.record.reports.filter((each) => each.key.startsWith("flat:")));
  return previous.stores.flat;
}

/** Makes what is computed at publish, decides what is hidden and gives the name of the store: what it is made from, and what is hidden. */
export async function guardedFlatHash(build: Build, cubes: Readonly<Record<string, string>>, base: string): Promise<string> {
  const { connection, input, lineage, guards, shared } = build;
  const places = await attachCubes(build, cubes);
  for (const each of formulasAtPublish(input.data.indicators)) {
    const coverage = await coverageOf(build, cubes, "r");
    await makeFormula(connection, input.data, coverage, { flat: "r", texts: "texts", cube: (id) => places.get(id) }, each);
  }
  for (const hash of Object.values(cubes)) await connection.run(`DETACH c_${hash.slice(0, 24)}`);
  const { stores: shown, detach } = await attachShown(connection, input.folder, input.previous?.shown.map((each) => each.flat) ?? []);
  const current = shown.find((each) => each.guarded && each.hash === input.previous?.stores.flat)?.name;
  const before = current === undefined ? {} : { previous: { flat: current, reports: input.previous?.record.reports ?? [] } };
  const catalogue = openCatalogue(input.data);
  build.reports.push(...(await guardFlat({ connection, catalogue, lineage, guards, solver: input.solver, shared, shown, ...before })));
  await detach();
  await connection.run(`CREATE OR REPLACE TEMP TABLE kept AS SELECT r.indicator, r.level, r.period, r.area, r.value, h.decision FROM r JOIN hidden h USING (indicator, level, period, area) WHERE r.status = 0;
CREATE OR REPLACE TEMP TABLE shown AS SELECT r.* REPLACE (CASE WHEN k.decision IS NULL THEN r.value END AS value, CASE WHEN k.decision IS NULL THEN r.status ELSE ${status.private} END::UTINYINT AS status),
coalesce(k.decision, 0)::UTINYINT AS decision FROM r LEFT JOIN kept k USING (indicator, level, period, area)`);
  return sha(JSON.stringify([base, await rowsDigest(connection, "kept", "indicator, level, period, area, decision")]));
}
