import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { measureImport } from "../../../bench/import.ts";
import { importFiles } from "../../src/imports/import.ts";
import { sweepLoads } from "../../src/store/load-files.ts";
import { openWorkingCopy } from "../../src/working-copy.ts";
import { openRegion, temporary } from "../region.ts";

test("100 000 rows of CSV go in well within the time and memory of a million", { timeout: 60_000 }, async () => {
  const measured = await measureImport(100_000);
  expect(measured.outcome).toBe("imported");
  expect(measured.seconds).toBeLessThan(20);
});

test("an import that is killed at any moment leaves nothing behind that counts", { timeout: 120_000 }, async () => {
  const region = await openRegion();
  const folder = region.folder;
  const before = { loads: await region.documents.loads(), catalogue: await region.documents.catalogue() };
  const rows = Array.from(
    { length: 240 },
    (_, month) => `${2000 + Math.floor(month / 12)}M${(month % 12) + 1};gemeente2024;01001;${month}`,
  );
  const path = join(await temporary(), "lang.csv");
  await writeFile(path, `period;geolevel;geoitem;nieuw_onderwerp\n${rows.join("\n")}\n`);
  const seen = new Set<string>();
  for (const step of ["open", "look", "stage", "compare", "write"]) {
    const child = fork(join(import.meta.dirname, "killed.ts"), [folder, path, step], { stdio: "ignore" });
    const [, signal] = (await once(child, "exit")) as [number | null, string | null];
    expect(signal, step).toBe("SIGKILL");
    seen.add(step);
    expect(await region.documents.loads()).toEqual(before.loads);
    expect(await region.documents.catalogue()).toEqual(before.catalogue);
  }
  expect(seen.size).toBe(5);
  await sweepLoads(folder, region.documents);
  expect((await importFiles([path], region, { create: true })).outcome).toBe("imported");
  expect(await region.documents.loads()).toHaveLength(before.loads.length + 1);
  await region.close();
});

test("two imports at once both go in", { timeout: 60_000 }, async () => {
  const region = await openRegion();
  const other = await openWorkingCopy({ folder: region.folder });
  const paths = await Promise.all(
    ["een", "twee"].map(async (name) => {
      const path = join(await temporary(), `${name}.csv`);
      await writeFile(path, `period;geolevel;geoitem;v_${name}\n2024;gemeente2024;01001;1\n`);
      return path;
    }),
  );
  const before = (await region.documents.loads()).length;
  const reports = await Promise.all([
    importFiles([paths[0] ?? ""], region, { create: true }),
    importFiles([paths[1] ?? ""], other, { create: true }),
  ]);
  expect(reports.map((each) => each.outcome)).toEqual(["imported", "imported"]);
  expect(await region.documents.loads()).toHaveLength(before + 2);
  await other.close();
  await region.close();
});
