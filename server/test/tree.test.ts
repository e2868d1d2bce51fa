import type { TreeNode, TreeView } from "@peil/core/api-databank.ts";
import { openCatalogue } from "@peil/core/model/catalogue.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Release } from "../src/release.ts";
import { tree } from "../src/views/tree.ts";
import { openTestSite, type TestSite } from "./site.ts";

let site: TestSite;
let view: TreeView;
beforeAll(async () => {
  site = await openTestSite();
  view = await treeOf(site.releases.current());
});
afterAll(() => site.close());

function treeOf(release: Release): Promise<TreeView> {
  return tree({ release, releases: site.releases, workspaces: undefined } as never, {});
}

/** A place as its path: codes from the root down. */
function pathOf({ nodes, indicators }: TreeView, node: TreeNode): string {
  const own = "indicator" in node ? indicators[node.indicator]?.code : node.code;
  const parent = node.parent === undefined ? undefined : nodes[node.parent];
  return parent === undefined ? `${own}` : `${pathOf({ ...view, nodes, indicators }, parent)}/${own}`;
}

const pathsOf = (of: TreeView): string[] => of.nodes.map((node) => pathOf(of, node));

/** The release with some indicators that are not visible. */
function withHidden(...codes: readonly string[]): Release {
  const release = site.releases.current();
  const { catalogue } = release;
  const indicators = catalogue.indicators.map((each) => (codes.includes(each.code) ? { ...each, visible: false } : each));
  return { ...release, catalogue: openCatalogue({ ...catalogue, indicators }, catalogue.coverage, catalogue.partialSums) };
}

describe("the theme tree", () => {
  it("has every place in the order of the screen, parents first, and links to elsewhere left out", () => {
    expect(pathsOf(view).slice(0, 4)).toEqual(["bevolking", "bevolking/inwoners", "bevolking/groei", "bevolking/leeftijd"]);
    expect(pathsOf(view)).toContain("economie/werk/werkloosheid");
    expect(view.nodes.every((node, at) => node.parent === undefined || node.parent < at)).toBe(true);
    expect(JSON.stringify(view)).not.toContain("economie.merenland.example");
  });

  it("sends an indicator once, with its other place under the name that it has there", () => {
    const places = view.nodes.filter((node) => "indicator" in node && view.indicators[node.indicator]?.code === "inwoners");
    expect(places.map((node) => pathOf(view, node))).toEqual(["bevolking/inwoners", "omgeving/inwoners"]);
    expect(places.map((node) => ("alias" in node ? node.alias?.nl : undefined))).toEqual([undefined, "Bewoners van de omgeving"]);
    expect(view.indicators.filter((each) => each.code === "inwoners")).toHaveLength(1);
  });

  it("tells before one opens it where and when there are figures, and of what kind", () => {
    const inhabitants = view.indicators.find((each) => each.code === "inwoners");
    expect(view.coverages[inhabitants?.covers ?? -1]?.find((each) => each.level === "gemeente")).toEqual({
      level: "gemeente",
      first: "2023",
      last: "2025",
      count: 3,
    });
    expect(view.indicators.find((each) => each.code === "dichtheid")?.derived).toBe(true);
    expect(view.indicators.find((each) => each.code === "bevolking")?.shape).toBe("cube");
    expect(view.units[inhabitants?.unit ?? -1]).toEqual(site.releases.current().catalogue.indicator("inwoners")?.unit);
  });

  it("says which levels lie within which, and what a reader begins with", () => {
    expect(view.levels.find((each) => each.alias === "gemeente")?.within).toContain("land");
    expect(view.levels.find((each) => each.alias === "land")?.within).toEqual([]);
    expect(view).toMatchObject({ home: "gemeente", benchmark: { level: "land", code: "L" } });
  });

  it("holds nothing of an indicator that is not visible, and no theme that would be empty", async () => {
    const hidden = await treeOf(withHidden("inwoners", "misdrijven", "branden", "ziektegevallen", "tevredenheid"));
    const text = JSON.stringify(hidden);
    expect(text).not.toContain('"code":"inwoners"');
    expect(text).not.toContain("Bewoners van de omgeving");
    expect(text).not.toContain("samenleven");
    expect(pathsOf(hidden)).toContain("bevolking/groei");
  });

  it("is answered with a tag, so that asking again costs nothing", async () => {
    const first = await site.app.inject({ url: "/api/v1/tree" });
    expect(first.statusCode).toBe(200);
    const again = await site.app.inject({ url: "/api/v1/tree", headers: { "if-none-match": String(first.headers["etag"]) } });
    expect(again.statusCode).toBe(304);
  });
});
