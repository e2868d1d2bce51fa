import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportExchange } from "../src/connectors/exchange-out.ts";
import { importExchange } from "../src/imports/exchange.ts";
import { publish } from "../src/publish/publish.ts";
import { openWorkingCopy } from "../src/working-copy.ts";
import { moment, openRegion, type Region, temporary } from "./region.ts";

let region: Region;
let home: string;
beforeAll(async () => {
  region = await openRegion();
  home = await temporary();
});
afterAll(async () => {
  await region.close();
  await rm(home, { recursive: true, force: true });
});

describe("export", () => {
  it("gives a folder that brings the same site in elsewhere", async () => {
    const target = join(home, "out");
    await exportExchange(target, region);
    for (const file of ["levels.json", "sources.json", "dimensions.json"]) {
      expect(JSON.parse(readFileSync(join(target, file), "utf8"))).toEqual(JSON.parse(readFileSync(join(region.exchange, file), "utf8")));
    }
    const other = await openWorkingCopy({ folder: join(home, "other") });
    try {
      await importExchange(target, other, { by: "test", at: moment, note: "" });
      const there = await other.documents.catalogue();
      const here = await region.documents.catalogue();
      expect(there.indicators.map(({ id: _, ...each }) => each)).toEqual(here.indicators.map(({ id: _, ...each }) => each));
      expect(there.areas.map(({ id: _, level: __, ...each }) => each)).toEqual(here.areas.map(({ id: _, level: __, ...each }) => each));
      const [a, b] = [
        await publish({ folder: other.folder, documents: other.documents, at: moment }),
        await publish({ folder: region.folder, documents: region.documents, at: moment }),
      ];
      expect(a.figures).toBe(b.figures);
      expect(a.leftOut).toEqual(b.leftOut);
    } finally {
      await other.close();
    }
  });

  it("overwrites nothing", async () => {
    await expect(exportExchange(region.folder, region)).rejects.toMatchObject({ code: "folder-not-empty" });
  });
});
