import type { Cube } from "@peil/core/model/cube.ts";
import { memberSplitter, parseSelection } from "@peil/core/query/address.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import type { FastifyInstance } from "fastify";
import { buildSurvey } from "../../fixtures/survey/build.ts";
import { answer } from "../src/answer.ts";
import type { Release } from "../src/release.ts";
import { openPublished, type PublishedRegion } from "./published.ts";

/** The invented region with its survey, published. */
export type SurveyedSite = PublishedRegion & { readonly app: FastifyInstance };

/** Imports and publishes `fixtures/survey`. */
export async function openSurveyed(): Promise<SurveyedSite> {
  const site = await openPublished(buildSurvey);
  return { ...site, app: await site.openDoor(async () => ({ status: 200, html: "" })) };
}

/** The selection of a question. */
export function selectionOf(release: Release, question: string): Selection {
  return parseSelection(question, { splitMember: memberSplitter(release.catalogue) });
}

/** The answer to a question. */
export function ask(release: Release, question: string): Promise<Cube> {
  return answer(release, selectionOf(release, question));
}
