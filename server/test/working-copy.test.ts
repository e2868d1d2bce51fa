import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { connectSqlite } from "../src/store/documents-sqlite.ts";
import { sweepLoads } from "../src/store/load-files.ts";
import { openDocuments, openWorkingCopy } from "../src/working-copy.ts";
import { moment, openRegion, temporary } from "./region.ts";

describe("working copy", () => {
  it("refuses a folder that cannot be one", async () => {
    const home = await temporary();
    const path = join(home, "a-file");
    writeFileSync(path, "");
    await expect(openWorkingCopy({ folder: path })).rejects.toMatchObject({ code: "folder-unwritable" });
    await rm(home, { recursive: true });
  });

  it("leaves data of a newer version alone", async () => {
    const region = await openRegion();
    const connection = connectSqlite(join(region.folder, "peil.sqlite"), () => undefined);
    await connection.db.insertInto("migration").values({ name: "9999-later" }).execute();
    await connection.db.destroy();
    await expect(openWorkingCopy({ folder: region.folder })).rejects.toMatchObject({ code: "data-newer", details: { what: "9999-later" } });
    await region.close();
  });

  it("says which file of which load is gone, and that the documents are gone", async () => {
    const region = await openRegion();
    const [load] = await region.documents.loads();
    const file = join("loads", load?.id ?? "", "flat.parquet");
    const kept = readFileSync(join(region.folder, file));
    await rm(join(region.folder, file));
    const again = { folder: region.folder };
    await expect(openWorkingCopy(again)).rejects.toMatchObject({ code: "load-missing", details: { id: load?.id, file } });
    const documents = await openDocuments({ data: region.folder }, false);
    await documents.undo(load?.id ?? "", true, moment, "test");
    await (await openWorkingCopy(again)).close();
    await documents.undo(load?.id ?? "", false, moment, "test");
    await documents.close();
    writeFileSync(join(region.folder, file), kept);
    await (await openWorkingCopy(again)).close();
    for (const name of ["peil.sqlite", "peil.sqlite-wal", "peil.sqlite-shm"]) await rm(join(region.folder, name), { force: true });
    await expect(openWorkingCopy(again)).rejects.toMatchObject({ code: "store-damaged" });
    await region.close();
  });

  it("sweeps what was begun and never recorded, not what is being written", async () => {
    const region = await openRegion();
    const [load] = await region.documents.loads();
    const folder = (name: string) => join(region.folder, "loads", name);
    const [dead, alive] = ["20260101000000-dead0000", "20260101000000-a11fe000"];
    for (const [name, pid] of [
      [dead, 2 ** 22 + 1],
      [alive, process.pid],
    ] as const) {
      await mkdir(folder(name));
      writeFileSync(
        join(folder(name), ".writer"),
        readFileSync(join(folder(load?.id ?? ""), ".writer"), "utf8").replace(/\d+/, String(pid)),
      );
    }
    expect(await sweepLoads(region.folder, region.documents)).toEqual([dead]);
    expect([existsSync(folder(alive)), existsSync(folder(load?.id ?? ""))]).toEqual([true, true]);
    await region.close();
  });
});
