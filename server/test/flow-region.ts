import { join } from "node:path";
import { type Status, status, statusNames } from "@peil/core/model/status.ts";
import { parseSelection } from "@peil/core/query/address.ts";
import { buildFlows } from "../../fixtures/flows/build.ts";
import { answer } from "../src/answer.ts";
import { importExchange } from "../src/imports/exchange.ts";
import { publish } from "../src/publish/publish.ts";
import type { Release } from "../src/release.ts";
import { openReleases, type Releases } from "../src/releases.ts";
import { openDuckdbCubes } from "../src/store/cubes-duckdb.ts";
import { moment, openRegion, type Region } from "./region.ts";

/** The region with its flows, imported and published. */
export type FlowRegion = {
  readonly region: Region;
  readonly releases: Releases;
  readonly release: Release;
  /** Codes of what is not in the release. */
  readonly leftOut: readonly string[];
  /** Figures, or the names of states, of all cells of a question; a missing area is `incomplete 1`. */
  ask(question: string): Promise<(number | string)[]>;
  close(): Promise<void>;
};

/** Opens the region with the flows of `fixtures/flows`. */
export async function openFlowRegion(): Promise<FlowRegion> {
  const region = await openRegion();
  const exchange = join(region.folder, "..", "flows");
  await buildFlows(exchange);
  await importExchange(exchange, region, { by: "test", at: moment, note: "flows" });
  const published = await publish({ folder: region.folder, documents: region.documents, at: moment });
  const cubes = await openDuckdbCubes({ folder: region.folder });
  const releases = await openReleases(region.folder, cubes, (error) => {
    throw error;
  });
  const release = releases.current();
  return {
    region,
    releases,
    release,
    leftOut: published.leftOut.map((each) => each.code),
    async ask(question) {
      const cube = await answer(release, parseSelection(question));
      return Array.from(cube.values, (value, at) => {
        const state = cube.status[at] as Status;
        return state === status.value ? value : state === status.incomplete && value > 0 ? `incomplete ${value}` : statusNames[state];
      });
    },
    async close() {
      await releases.close();
      await cubes.close();
      await region.close();
    },
  };
}
