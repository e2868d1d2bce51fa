import { rm } from "node:fs/promises";
import { memberSplitter, parseSelection } from "@peil/core/query/address.ts";
import type { FastifyInstance } from "fastify";
import { buildPrivacy, type Changes } from "../../fixtures/privacy/build.ts";
import { answer } from "../src/answer.ts";
import { type Published, publish } from "../src/publish/publish.ts";
import type { Release } from "../src/release.ts";
import { openPublished, type PublishedRegion } from "./published.ts";
import { plainRender } from "./site.ts";

/** The invented region with indicators under disclosure control, published. */
export type GuardedSite = PublishedRegion & {
  readonly app: FastifyInstance;
  /** Imports the indicators again with changes, publishes and gives the release. */
  again(at: string, changes?: Changes): Promise<{ published: Published; release: Release }>;
};

/** Imports and publishes `fixtures/privacy`. */
export async function openGuarded(first: Changes = {}): Promise<GuardedSite> {
  const building = (changes: Changes) => async (folder: string) => {
    await rm(folder, { recursive: true, force: true });
    await buildPrivacy(folder, changes);
  };
  const site = await openPublished(building(first));
  const { region, releases } = site;
  return {
    ...site,
    app: await site.openDoor(plainRender),
    async again(at, changes) {
      if (changes !== undefined) await site.bring(building(changes), at);
      const next = await publish({ folder: region.folder, documents: region.documents, at });
      return { published: next, release: await releases.get(next.id) };
    },
  };
}

/** Cells of an answer by area (and members), as figures, or `x` where they are hidden for privacy, or the number of their state. */
export async function figures(release: Release, question: string): Promise<Record<string, number | string>> {
  const cube = await answer(release, parseSelection(question, { splitMember: memberSplitter(release.catalogue) }));
  const sizes = cube.axes.map((axis) => axis.members.length);
  const out: Record<string, number | string> = {};
  cube.values.forEach((value, cell) => {
    let rest = cell;
    const names = [...sizes.keys()].reverse().map((at) => {
      const place = rest % (sizes[at] as number);
      rest = Math.floor(rest / (sizes[at] as number));
      return cube.axes[at]?.members[place]?.code ?? "";
    });
    const key = names
      .reverse()
      .filter((_, at) => at !== 0 && ((sizes[at] as number) > 1 || at === 1))
      .join(" ");
    const state = cube.status[cell] as number;
    out[key] = state === 0 ? Number(value.toFixed(6)) : state === 7 ? "x" : `state ${state}`;
  });
  return out;
}
