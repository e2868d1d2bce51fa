import { join } from "node:path";
import { parseSelection } from "@peil/core/query/address.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildEstimates } from "../../fixtures/estimates/build.ts";
import { answer } from "../src/answer.ts";
import { importExchange } from "../src/imports/exchange.ts";
import { publish } from "../src/publish/publish.ts";
import { openReleases, type Releases } from "../src/releases.ts";
import type { Cubes } from "../src/store/cubes.ts";
import { openDuckdbCubes } from "../src/store/cubes-duckdb.ts";
import { moment, openRegion, type Region } from "./region.ts";

let region: Region;
let cubes: Cubes;
let releases: Releases;

beforeAll(async () => {
  region = await openRegion();
  const exchange = join(region.folder, "..", "estimates");
  await buildEstimates(exchange);
  await importExchange(exchange, region, { by: "test", at: moment, note: "estimates" });
  await publish({ folder: region.folder, documents: region.documents, at: moment });
  cubes = await openDuckdbCubes({ folder: region.folder });
  releases = await openReleases(region.folder, cubes, () => {});
}, 60_000);

afterAll(async () => {
  await releases.close();
  await cubes.close();
  await region.close();
});

/** Figures to four decimals with `~` before estimates. */
async function ask(question: string): Promise<string> {
  const cube = await answer(releases.current(), parseSelection(`level=gemeente2024&${question}`));
  return Array.from(cube.values, (value, at) => `${cube.flags?.[at] ? "~" : ""}${Number(value.toFixed(4))}`).join(" ");
}

// Dwellings in Aardoever: 100, ~110, 120 in 2019 to 2021; in Biezenhof ~55, 60, ~65.
test.each([
  ["indicator=woningen&period=2019,2020,2021&area=none&group=G:gemeente2024:01001,01002", "~155 ~170 ~185"],
  ["indicator=schaduw&period=2022&area=none&group=G:gemeente2024:01001,01002", "~30"],
  ["indicator=woningen&period=2019,2020&area=01001&transform=growth:2019", "0 ~10"],
  ["indicator=woningen&period=2019&area=01001&transform=index:2020", "~90.9091"],
  ["indicator=woningen&period=2020&area=01001,01002&transform=share:column", "~64.7059 ~35.2941"],
  ["indicator=woningen&period=2020&area=01002&transform=moving-average:3", "~60"],
  ["indicator=inwoners&period=2024&area=01001&transform=per:woningen:1", "7.3333"],
])("what an estimate went into is an estimate: %s", async (question, wanted) => {
  expect(await ask(question)).toBe(wanted);
});
