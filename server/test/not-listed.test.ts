import { openCatalogue } from "@peil/core/model/catalogue.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publicCatalogue } from "../src/open-data/public-catalogue.ts";
import { flowsOf } from "../src/sdmx/flows.ts";
import { offerOf } from "../src/swing/things.ts";
import { themesOf } from "../src/views/theme-tree.ts";
import { openTestSite, type TestSite } from "./site.ts";

// What is not visible is in no list that programs read: one place for all lists, over the same catalogue with and without.

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const unseen = ["inwoners", "bevolking"];

describe.each(unseen)("%s, when it is not visible", (code) => {
  const lists = (visible: boolean): Readonly<Record<string, readonly string[]>> => {
    const { catalogue } = site.release;
    const indicators = catalogue.indicators.map((each) => (each.code === code ? { ...each, visible } : each));
    const changed = openCatalogue({ ...catalogue, indicators }, catalogue.coverage, catalogue.partialSums);
    const themes = themesOf(changed);
    return {
      odata: [...offerOf(changed).variables, ...offerOf(changed).cubes].map((each) => each.code),
      sdmx: flowsOf(changed).all.map((each) => each.indicator.code),
      exchange: publicCatalogue(changed).data.indicators.map((each) => each.code),
      themes: themes.top.flatMap((theme) => themes.below(theme.code)).map((each) => each.code),
    };
  };

  it("is in no list", () => {
    for (const [name, codes] of Object.entries(lists(true))) expect([name, codes.includes(code)]).toEqual([name, true]);
    for (const [name, codes] of Object.entries(lists(false))) expect([name, codes.includes(code)]).toEqual([name, false]);
  });
});
