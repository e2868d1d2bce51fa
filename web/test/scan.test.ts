import type { Read } from "@peil/core/api.ts";
import type { GlanceView } from "@peil/core/api-glance.ts";
import type { PrintedBlock, PrintedDocument, PrintedTable } from "@peil/core/api-print.ts";
import { describe, expect, test } from "vitest";
import { printed } from "../src/print/printed.ts";
import { glance } from "./scan-data.ts";

const asked: unknown[] = [];

async function scan(view: GlanceView = glance, address = "/vogelvlucht/gemeente/10001?compare=gewest:1&theme=&since=5") {
  const read = (async (name: string, input: unknown) => {
    asked.push([name, input]);
    if (name === "glance") return view;
    if (name === "details")
      return [{ source: { code: "s", name: { nl: "Statbel" } } }, { source: { code: "s", name: { nl: "Statbel" } } }, {}];
    return {
      site: { name: { nl: "Peil" }, motto: { nl: "" }, style: "default", origin: "https://cijfers.example" },
      release: { id: "abcdef0123456", at: "2026-01-15T10:00:00Z" },
    };
  }) as unknown as Read;
  const made = await printed(address, read);
  if (!made) throw new Error("no document");
  return made;
}

const flat = (blocks: readonly PrintedBlock[]): readonly PrintedBlock[] =>
  blocks.flatMap((each) => (each.kind === "columns" ? each.columns.flatMap(flat) : [each]));
const texts = (made: PrintedDocument): readonly string[] => flat(made.blocks).flatMap((each) => (each.kind === "text" ? [each.text] : []));
const tables = (made: PrintedDocument): readonly PrintedTable[] => flat(made.blocks).filter((each) => each.kind === "table");

describe("the short scan", () => {
  test("opens with sentences that count what stands in the tables", async () => {
    const made = await scan();
    expect(made.title).toBe("Peilstad in vogelvlucht");
    expect(made.subtitle).toBe("Naast het Peilgewest, en vergeleken met 5 jaar eerder");
    expect(texts(made).slice(0, 3)).toEqual([
      "Peilstad heeft 1 sterk punt tegenover het Peilgewest: “Jobratio” (131,2\u00a0% tegenover 70,1).",
      "Peilstad heeft 2 aandachtspunten tegenover het Peilgewest, het duidelijkst “Kinderen in kansarmoede” (21,5\u00a0% tegenover 10,4) en “Leerlingen met schoolse vertraging” (12,3\u00a0% tegenover 10,4).",
      "In vergelijking met 5 jaar eerder is geen enkel cijfer duidelijk gunstiger en 2 ongunstiger: “Jobratio” (van 140,0 naar 131,2\u00a0%) en “Kinderen in kansarmoede” (van 18,0 naar 21,5\u00a0%).",
    ]);
    const lists = flat(made.blocks).flatMap((each) => (each.kind === "list" ? [each.items] : []));
    expect(lists[0]).toEqual(["Jobratio: 131,2\u00a0%, tegenover 70,1\u00a0% (2024)"]);
    expect(lists[1]?.map((each) => each.split(":")[0])).toEqual(["Kinderen in kansarmoede", "Leerlingen met schoolse vertraging"]);
  });

  test("asks what its address asks, and names it", async () => {
    asked.length = 0;
    const made = await scan();
    expect(asked[0]).toEqual(["glance", { level: "gemeente", code: "10001", compare: "gewest:1", theme: "", since: "5" }]);
    const lists = flat(made.blocks).flatMap((each) => (each.kind === "list" ? each.items : []));
    expect(lists.at(-1)).toContain("https://cijfers.example/vogelvlucht/gemeente/10001?compare=gewest:1&since=5");
    expect(texts(made).at(-1)).toBe("Statbel.");
  });

  test("holds every core figure, a sign where one is hidden, and says what the sign means", async () => {
    const made = await scan();
    const [living, work] = tables(made);
    expect(living?.rows[0]).toEqual([
      "Kinderen in kansarmoede, in %",
      "2024",
      "21,5",
      "10,4",
      "11 van 12",
      "18,0 (2019)",
      "gestegen, ongunstig",
      "aandachtspunt",
    ]);
    expect(living?.rows[2]?.slice(2, 4)).toEqual(["x", "1,2"]);
    expect(work?.rows[1]?.slice(2, 4)).toEqual(["12,3", "–"]);
    const lists = flat(made.blocks).flatMap((each) => (each.kind === "list" ? each.items : []));
    expect(lists).toContain("x betekent: verborgen om privacyredenen.");
    for (const table of tables(made)) for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });

  test("draws a profile that stands on its own and tells what it shows", async () => {
    const found = flat((await scan()).blocks).find((each) => each.kind === "picture");
    if (found?.kind !== "picture") throw new Error("no picture");
    const { svg, alt } = found.picture;
    expect(alt).toBe(
      "Profiel van Peilstad naast het Peilgewest: van 3 kerncijfers de afstand, in standaardafwijkingen. Het verst erboven: Jobratio, Kinderen in kansarmoede en Leerlingen met schoolse vertraging.",
    );
    // The scale runs from -3 to 3 over 244 points from 316: 2.25 stands at 316 + 5.25 / 6 × 244 = 529.5; 3.6 at the edge, with an arrow.
    expect(svg).toContain('<rect class="scan-attention" x="525" ');
    expect(svg).toContain('<circle class="scan-strength" cx="560" ');
    expect(svg).toContain("scan-beyond");
    expect(svg).not.toContain("var(");
    expect(svg).toContain(".scan-strength,.scan-beyond{fill:#00606e}");
    // What has no distance is not drawn: no place can be said of it.
    expect(svg).not.toContain("Leefloners");
  });

  test("in English", async () => {
    const made = await scan(glance, "/en/glance/gemeente/10001");
    expect(made.language).toBe("en");
    expect(texts(made)[0]).toBe("Peilstad has 1 strength beside the Peil Region: “Jobratio (en)” (131.2% against 70.1).");
    expect(made.subtitle).toBe("Beside the Peil Region, and compared with 5 years earlier");
  });

  test("without a benchmark leaves its column out, and says beside what is judged", async () => {
    const made = await scan({ ...glance, benchmark: { kind: "none", ref: "none", name: { nl: "niemand" }, areas: [] } });
    expect(made.subtitle).toBe("Vergeleken met 5 jaar eerder");
    expect(texts(made)[0]).toContain("tegenover het gemiddelde van de gemeenten");
    expect(tables(made)[0]?.columns.map((each) => each.head)).toEqual([
      "Onderwerp",
      "Periode",
      "Peilstad",
      "Plaats",
      "Eerder",
      "Verandering",
      "Oordeel",
    ]);
    expect(JSON.stringify(made)).not.toContain("niemand");
    for (const table of tables(made)) for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });

  test("says so where there is nothing", async () => {
    const made = await scan({ ...glance, themes: [] });
    expect(texts(made)[0]).toBe("Voor Peilstad zijn er geen kerncijfers om te tonen.");
    expect(tables(made)).toEqual([]);
  });

  test("is no document of another page", async () => {
    const read = (async () => ({})) as unknown as Read;
    expect(await printed("/indicator/inwoners", read, "")).toBeUndefined();
    expect(await printed("/nergens", read, "")).toBeUndefined();
  });
});
