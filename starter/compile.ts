import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { compileAreas } from "./compile/areas.ts";
import { compileBorders } from "./compile/borders.ts";
import { openCubes } from "./compile/cubes.ts";
import { dimensions } from "./compile/dimensions.ts";
import { openWorkshop } from "./compile/engine.ts";
import { compileCube, compileFigures } from "./compile/figures.ts";
import { levels } from "./compile/levels.ts";
import { head } from "./compile/site.ts";
import { sources } from "./compile/sources.ts";
import { openTables } from "./compile/tables.ts";
import { themes } from "./compile/themes.ts";
import { topics } from "./compile/topics/all.ts";

const root = resolve(import.meta.dirname, "..");
const source = resolve(process.argv[2] ?? join(root, "../shared/data/flanders"));
const target = join(import.meta.dirname, "content");

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

const writeJson = (file: string, content: unknown): void => writeFileSync(join(target, file), `${JSON.stringify(content, undefined, 1)}\n`);

const shop = await openWorkshop(source, target);
const areas = await compileAreas(shop);
await compileBorders(shop);
await openTables(shop);
await openCubes(shop);
writeJson("peil.json", head);
cpSync(join(import.meta.dirname, "articles"), join(target, "articles"), { recursive: true });
writeJson("levels.json", levels);
writeJson("dimensions.json", dimensions);
writeJson("sources.json", sources);
writeJson(
  "indicators.json",
  topics.map((each) => each.indicator),
);
writeJson("themes.json", themes);
await compileFigures(shop, topics);
for (const { indicator } of topics) {
  if (indicator.shape === "cube") await compileCube(shop, indicator.code, indicator.dimensionLevels ?? []);
}
process.stdout.write(`${areas} areas, ${topics.length} indicators in ${target}\n`);
