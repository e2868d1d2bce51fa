import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { importFiles } from "../../src/imports/import.ts";
import { publish } from "../../src/publish/publish.ts";
import { openTestSite, type TestSite } from "../site.ts";
import { tally, textFile } from "./files.ts";

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const table = async (...lines: readonly string[]) => importFiles([await textFile("werkruimtes.csv", `${lines.join("\n")}\n`)], site.region);

async function leadsTo(link: string): Promise<string | undefined> {
  const { headers } = await site.app.inject({ url: link, headers: { accept: "text/html" } });
  return headers.location === undefined ? undefined : String(headers.location);
}

describe("workspaces of a former site", () => {
  test("lead where the imported table says, once it is published", async () => {
    const report = await table(
      "workspace_guid;doel;var;geolevel;geoitem;period;dimlevel",
      "{0F1E2D3C-0000-4000-8000-000000000001};/indicator/inwoners?level=gemeente&area=01001;;;;;",
      "0f1e-2;indicator=inwoners&level=gemeente;;;;;",
      "0f1e-3;indicator=inwoners,groei&level=gemeente;;;;;",
      "0f1e-4;/w/0123456789abcdef;;;;;",
      "0f1e-5;;inwoners;gemeente;gemeente_01001;mrp;",
      "0f1e-6;;bevolking;gemeente2024;;;geslacht",
      "0f1e-7;https://oud.example/databank?var=inwoners&geolevel=gemeente;;;;;",
    );
    expect([report.outcome, tally(report)]).toEqual(["imported", {}]);
    expect(report.definitions).toMatchObject({ workspaces: 7, themes: 0 });
    expect(report.sheets[0]).toMatchObject({ kind: "workspaces", rows: 7 });
    expect(await leadsTo("/?workspace_guid=0f1e-2")).toBe("/?was=workspace");

    const { region } = site;
    const { id } = await publish({ folder: region.folder, documents: region.documents, at: "2026-01-16T11:00:00.000Z" });
    await vi.waitFor(() => expect(site.releases.current().id).toBe(id), 10_000);
    for (const [guid, to] of [
      ["0f1e2d3c-0000-4000-8000-000000000001", "/indicator/inwoners?level=gemeente&area=01001"],
      ["{0F1E2D3C-0000-4000-8000-000000000001}", "/indicator/inwoners?level=gemeente&area=01001"],
      ["0f1e-2", "/indicator/inwoners?level=gemeente"],
      ["0F1E-3", "/databank?indicator=inwoners,groei&level=gemeente"],
      ["0f1e-4", "/w/0123456789abcdef"],
      ["0f1e-5", "/indicator/inwoners?level=gemeente&area=01001&period=recent"],
      ["0f1e-6", "/indicator/bevolking?level=gemeente2024&by=geslacht"],
      ["0f1e-7", "/indicator/inwoners?level=gemeente"],
    ] as const) {
      expect([guid, await leadsTo(`/databank?workspace_guid=${encodeURIComponent(guid)}&keepworkspace=true`)]).toEqual([guid, to]);
    }
    expect(await leadsTo("/jive?workspace_guid=0f1e-4&mtm_campaign=mei")).toBe("/w/0123456789abcdef?mtm_campaign=mei");
    expect(await leadsTo("/databank?workspace_guid=ff&var=inwoners")).toBe("/indicator/inwoners?was=workspace");
  });

  test("a second table adds and changes; none goes away", async () => {
    await table("workspace_guid,target", "0f1e-2,/theme/bevolking");
    const { formerWorkspaces } = (await site.region.documents.catalogue()).site;
    expect(formerWorkspaces).toHaveLength(7);
    expect(formerWorkspaces?.find((each) => each.guid === "0f1e-2")?.to).toBe("/theme/bevolking");
  });

  test("bad rows are named with their mend, and nothing is imported", async () => {
    const report = await table(
      "workspace_guid;target;var;geolevel;geoitem",
      "a-1;;inwonrs;gemeente;",
      "a-2;;inwoners;straat;",
      "a-3;;inwoners;gemeente;gemeente_99",
      "a-4;zomaar iets;;;",
      "a-5;//evil.example;;;",
      ";/theme/bevolking;;;",
      "a-6;/theme/bevolking;;;",
      "a-6;/theme/economie;;;",
      "a-7;/?workspace_guid=a-7;;;",
    );
    expect(report.outcome).toBe("refused");
    expect(tally(report)).toEqual({ "workspace-unknown": 3, "workspace-target": 3, "workspace-guid": 1, "workspace-twice": 1 });
    const found = report.problems.flatMap((each) => each.problems);
    expect(found.find((each) => each.row === 2)).toMatchObject({
      details: { guid: "a-1", code: "inwonrs", hint: { nl: expect.stringContaining("inwoners") } },
    });
    expect(found.map((each) => each.row).sort()).toEqual([10, 2, 3, 4, 5, 6, 7, 9]);
  });
});
