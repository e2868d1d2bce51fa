import { afterAll, beforeAll, expect, it } from "vitest";
import { around } from "../src/views/around-question.ts";
import { indicator } from "../src/views/indicator.ts";
import type { Scope } from "../src/views/scope.ts";
import { openTestSite, type TestSite } from "./site.ts";

let site: TestSite;
let scope: Scope;
beforeAll(async () => {
  site = await openTestSite();
  scope = { release: site.releases.current(), releases: site.releases };
});
afterAll(() => site.close());

it("says of a question what the page of the indicator says: regions, breaks, last change", async () => {
  const selection = "indicator=inwoners&level=gemeente&period=all";
  const page = await indicator(scope, { code: "inwoners", selection: "level=gemeente&compare=none" });
  const view = await around(scope, { selection });
  expect(view.around).toEqual(page.around?.all);
  expect(view.indicators).toEqual([
    {
      code: "inwoners",
      breaks: page.details.breaks,
      ...(page.details.changed === undefined ? {} : { changed: page.details.changed }),
      ...(page.details.nextUpdate === undefined ? {} : { nextUpdate: page.details.nextUpdate }),
    },
  ]);
});

it("answers in the order of the question, and refuses what is unknown", async () => {
  const { indicators } = await around(scope, { selection: "indicator=groei,inwoners&level=gemeente" });
  expect(indicators.map((each) => each.code)).toEqual(["groei", "inwoners"]);
  await expect(around(scope, { selection: "indicator=bestaat-niet&level=gemeente" })).rejects.toMatchObject({ code: "indicator-unknown" });
});
