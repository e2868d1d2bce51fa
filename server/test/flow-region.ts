import { type Status, status, statusNames } from "@peil/core/model/status.ts";
import { parseSelection } from "@peil/core/query/address.ts";
import { buildFlows } from "../../fixtures/flows/build.ts";
import { answer } from "../src/answer.ts";
import { openPublished, type PublishedRegion } from "./published.ts";
import { moment } from "./region.ts";

/** The region with its flows, imported and published. */
export type FlowRegion = PublishedRegion & {
  /** Codes of what is not in the release. */
  readonly leftOut: readonly string[];
  /** Figures, or the names of states, of all cells of a question; a missing area is `incomplete 1`. */
  ask(question: string): Promise<(number | string)[]>;
};

/** Opens the region with the flows of `fixtures/flows`. */
export async function openFlowRegion(): Promise<FlowRegion> {
  const site = await openPublished(buildFlows, moment);
  return {
    ...site,
    leftOut: site.published.leftOut.map((each) => each.code),
    async ask(question) {
      const cube = await answer(site.release, parseSelection(question));
      return Array.from(cube.values, (value, at) => {
        const state = cube.status[at] as Status;
        return state === status.value ? value : state === status.incomplete && value > 0 ? `incomplete ${value}` : statusNames[state];
      });
    },
  };
}
