import type { SearchHit } from "@peil/core/api.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSearch, type Search } from "../src/search.ts";
import { openTestSite, type TestSite } from "./site.ts";

let site: TestSite;
let search: Search;
beforeAll(async () => {
  site = await openTestSite();
  search = openSearch(await site.releases.current().searchIndex());
});
afterAll(() => site.close());

/** Hits as short texts: `area gemeente:01001`, `indicator inwoners`, `indicator inwoners @01001`. */
const short = (hit: SearchHit): string => {
  if (hit.kind === "area") return `area ${hit.area.level}:${hit.area.code}`;
  return `${hit.kind} ${hit.code}${hit.area === undefined ? "" : ` @${hit.area.code}`}`;
};
const found = (text: string): string[] => search(text).map(short);

describe("search", () => {
  it("finds an area by its name, its beginning, and without accents or capitals", () => {
    expect(found("Cirkelbeek")[0]).toBe("area gemeente:02001");
    expect(found("cirk")[0]).toBe("area gemeente:02001");
    expect(found("CÍRKELBEEK")[0]).toBe("area gemeente:02001");
  });

  it("puts the level that readers choose from before others", () => {
    const areas = found("aardoever").filter((each) => each.startsWith("area"));
    expect(areas[0]).toBe("area gemeente:01001");
    expect(areas).toContain("area wijk:01001A");
  });

  it("says in which area another lies", () => {
    const hit = search("Aardoever-Rand").find((each) => each.kind === "area");
    expect(hit).toMatchObject({ area: { code: "01001B" }, within: { nl: "Aardoever" } });
  });

  it("finds areas that were merged away", () => {
    expect(found("Duinrode")[0]).toBe("area gemeente2024:02002");
  });

  it("finds topics by name, keyword, theme, other word forms, English and typing errors", () => {
    expect(found("inwoners")).toContain("indicator inwoners");
    expect(found("bewoners")).toContain("indicator inwoners");
    expect(found("inhabitants")).toContain("indicator inwoners");
    expect(found("werkloosheidsgraden")).toContain("indicator werkloosheid");
    expect(found("werkloosheit")).toContain("indicator werkloosheid");
    expect(found("economie")).toContain("theme economie");
  });

  it("splits the name of an area off and leads to the topic for that area", () => {
    for (const text of ["cirkelbeek werk", "werk cirkelbeek", "werk in Cirkelbeek"]) {
      const hits = found(text);
      expect(hits[0]).toBe("area gemeente:02001");
      expect(hits).toContain("theme werk @02001");
      expect(hits).toContain("indicator werkloosheid @02001");
      expect(hits).toContain("theme werk");
    }
  });

  it("has nothing for nothing, and stands long or strange texts", () => {
    expect(found("")).toEqual([]);
    expect(found("  ,;- ")).toEqual([]);
    expect(found("qqqqzzzz")).toEqual([]);
    expect(() => found(`${"x ".repeat(500)}"'<>&`)).not.toThrow();
  });

  it("names no pseudo-areas", () => {
    expect(found("onbekend").filter((each) => each.startsWith("area"))).toEqual([]);
  });

  it("answers at once", () => {
    search("warm");
    const start = performance.now();
    for (let i = 0; i < 20; i++) search("aardoever inwonres");
    expect((performance.now() - start) / 20).toBeLessThan(20);
  });
});
