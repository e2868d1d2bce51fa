import { createHash } from "node:crypto";
import { existsSync, readdirSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importFiles } from "../src/imports/import.ts";
import { type Bulk, bulkPath, readBulk, sweepBulk } from "../src/publish/bulk-files.ts";
import { publish } from "../src/publish/publish.ts";
import { readPointer } from "../src/publish/release-files.ts";
import { isNumeric } from "../src/views/cards.ts";
import { themesOf } from "../src/views/theme-tree.ts";
import { cellsOfAnswers, cellsOfFile, fileOf, publishAll } from "./bulk-files.ts";
import { openPublished, type PublishedRegion } from "./published.ts";
import { ask } from "./region.ts";
import { plainRender } from "./site.ts";

const sha = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

describe("the bulk of a release", () => {
  let site: PublishedRegion;
  let app: FastifyInstance;
  let first: Bulk;
  beforeAll(async () => {
    site = await openPublished();
    first = await publishAll(site, "2026-01-15T12:00:00.000Z");
    app = await site.openDoor(plainRender);
  });
  afterAll(() => site.close());
  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

  it("holds of every indicator all figures on all levels in all periods, as they are answered", async () => {
    const { catalogue } = site.release;
    for (const indicator of catalogue.indicators) {
      const { code } = indicator;
      const found = await cellsOfFile(fileOf(site.region.folder, first, `csv/${code}.csv.gz`));
      expect([code, [...found].sort()]).toEqual([code, [...(await cellsOfAnswers(site.release, code))].sort()]);
      expect(found.size).toBe(first.files.find((each) => each.name === `csv/${code}.csv.gz`)?.rows);
      const parquet = bulkPath(site.region.folder, first.files.find((each) => each.name === `parquet/${code}.parquet`)?.sha256 ?? "");
      const [read] = await ask(`SELECT count(*)::INT AS rows, sum(value) AS total FROM read_parquet('${parquet}')`);
      expect([code, read?.["rows"]]).toEqual([code, found.size]);
      if (isNumeric(indicator)) {
        const total = [...found.values()].reduce<number>((sum, each) => sum + (typeof each === "number" ? each : 0), 0);
        expect(Number(read?.["total"] ?? 0)).toBeCloseTo(total, 6);
      }
    }
  });

  it("holds of every theme the workbook that its page gives", async () => {
    const books = first.files.filter((each) => each.theme !== undefined);
    expect(books.length).toBeGreaterThan(0);
    for (const { name, theme } of books) {
      const served = await get(`/theme/${theme}.xlsx`);
      const sheets = (bytes: Uint8Array): readonly string[] => Object.keys(unzipSync(bytes)).sort();
      expect([name, sheets(fileOf(site.region.folder, first, name))]).toEqual([name, sheets(served.rawPayload)]);
    }
  });

  it("lists its files with size and checksum, and serves exactly these", async () => {
    const index = (await get("/bulk/index.json")).json();
    const sums = (await get("/bulk/SHA256SUMS")).body.trim().split("\n");
    expect(index.release).toBe(first.release);
    expect(sums.length).toBe(index.files.length);
    for (const { name, size, sha256, url, type } of index.files) {
      const { statusCode, headers, rawPayload } = await get(`/bulk/${name}`);
      expect([name, statusCode, rawPayload.length, sha(rawPayload), headers.etag]).toEqual([name, 200, size, sha256, `"${sha256}"`]);
      expect(sums).toContain(`${sha256}  ${name}`);
      expect([headers["content-type"], headers["access-control-allow-origin"]]).toEqual([type, "*"]);
      expect(url).toBe(`https://cijfers.example/bulk/${first.release}/${name}`);
      expect((await get(new URL(url).pathname)).headers["cache-control"]).toContain("immutable");
    }
    expect(JSON.stringify(index)).not.toContain('"key"');
    expect(index.files.some((each: { name: string }) => each.name.startsWith("."))).toBe(false);
  });

  it("answers conditions and parts as RFC 9110 says", async () => {
    const path = "/bulk/csv/inwoners.csv.gz";
    const whole = await get(path);
    const etag = String(whole.headers.etag);
    expect((await get(path, { "if-none-match": `"x", W/${etag}` })).statusCode).toBe(304);
    expect((await get(path, { "if-modified-since": String(whole.headers["last-modified"]) })).statusCode).toBe(304);
    const part = await get(path, { range: "bytes=10-19", "if-range": etag });
    expect([part.statusCode, part.headers["content-range"]]).toEqual([206, `bytes 10-19/${whole.rawPayload.length}`]);
    expect(part.rawPayload).toEqual(whole.rawPayload.subarray(10, 20));
    expect((await get(path, { range: "bytes=10-19", "if-range": '"old"' })).rawPayload).toEqual(whole.rawPayload);
    const beyond = await get(path, { range: `bytes=${whole.rawPayload.length + 1}-` });
    expect([beyond.statusCode, beyond.headers["content-range"]]).toEqual([416, `bytes */${whole.rawPayload.length}`]);
    const head = await app.inject({ url: path, method: "HEAD" });
    expect([head.statusCode, head.headers["content-length"], head.rawPayload.length]).toEqual([200, String(whole.rawPayload.length), 0]);
  });

  it("says of a file that went meanwhile that it is not there, and nobody keeps that", async () => {
    const path = bulkPath(site.region.folder, first.files.find((each) => each.name === "csv/inwoners.csv.gz")?.sha256 ?? "");
    renameSync(path, `${path}.away`);
    const { statusCode, headers } = await get(`/bulk/${first.release}/csv/inwoners.csv.gz`);
    renameSync(`${path}.away`, path);
    expect([statusCode, headers["cache-control"]]).toEqual([404, "no-store"]);
  });

  it.each([
    "/bulk/csv/bestaat_niet.csv.gz",
    "/bulk/..%2f..%2fpeil.sqlite",
    "/bulk/csv/..%2f..%2f..%2fpeil.sqlite",
    "/bulk/.exchange/flat.parquet",
    "/bulk/ffffffff/index.json",
  ])("says of %s that it is not there", async (path) => {
    const { statusCode, headers } = await get(path);
    expect([statusCode, headers["content-type"]]).toEqual([404, "application/problem+json; charset=utf-8"]);
  });

  it("brings programs to the index and readers to the releases", async () => {
    expect((await get("/bulk")).headers.location).toBe("/bulk/index.json");
    expect((await get("/bulk/", { accept: "text/html,*/*" })).headers.location).toBe("/releases#bulk");
  });

  it("is, as far as nothing changed, that of the release before", async () => {
    const file = join(site.region.folder, "..", "more.csv");
    await writeFile(file, "period;geolevel;geoitem;geboorten\n2025;gemeente;02001;4321\n");
    expect((await importFiles([file], site.region)).outcome).toBe("imported");
    const next = await publishAll(site, "2026-02-15T12:00:00.000Z");
    const changed = next.files.filter((each) => first.files.find(({ name }) => name === each.name)?.sha256 !== each.sha256);
    const books = themesOf(site.release.catalogue).top.filter((theme) =>
      themesOf(site.release.catalogue)
        .below(theme.code)
        .some((each) => each.code === "geboorten"),
    );
    expect(changed.map((each) => each.name)).toEqual([
      ...["csv/geboorten.csv.gz", "parquet/geboorten.parquet"],
      ...books.map((theme) => `xlsx/${theme.code}.xlsx`),
      ...[".exchange/flat.parquet", "peil-exchange.zip"],
    ]);
    expect((await cellsOfFile(fileOf(site.region.folder, next, "csv/geboorten.csv.gz"))).get("gemeente|02001|2025")).toBe(4321);
    expect(readdirSync(join(site.region.folder, "bulk")).sort()).toEqual([`${first.release}.json`, `${next.release}.json`, "files"].sort());
  });

  it("keeps the texts of one level where the level before it has none", async () => {
    const file = join(site.region.folder, "..", "words.csv");
    await writeFile(file, "period;geolevel;geoitem;slogan\n2025;provincie;01;-99999\n2025;gemeente;02001;mooi wonen\n");
    expect((await importFiles([file], site.region)).problems).toEqual([]);
    const next = await publishAll(site, "2026-02-20T12:00:00.000Z");
    const found = await cellsOfFile(fileOf(site.region.folder, next, "csv/slogan.csv.gz"));
    expect([found.get("provincie|01|2025"), found.get("gemeente|02001|2025")]).toEqual(["unknown", "mooi wonen"]);
  });

  it("fails together with its release, and leaves what was there", async () => {
    const { folder, documents } = site.region;
    const before = readPointer(folder);
    const file = join(folder, "..", "more.csv");
    await writeFile(file, "period;geolevel;geoitem;geboorten\n2025;gemeente;02001;5432\n");
    expect((await importFiles([file], site.region)).outcome).toBe("imported");
    const beside = async (): Promise<void> => {
      throw new Error("the disk is full");
    };
    await expect(publish({ folder, documents, at: "2026-03-15T12:00:00.000Z", beside })).rejects.toThrow("the disk is full");
    expect(readPointer(folder)).toBe(before);
    expect((await get("/bulk/index.json")).statusCode).toBe(200);
  });

  it("goes with its release, and what a crash left goes after an hour", () => {
    const { folder } = site.region;
    const bulk = readBulk(folder, readPointer(folder) ?? "");
    const stray = bulkPath(folder, "0".repeat(64));
    const young = bulkPath(folder, ".draft-1-1");
    for (const path of [stray, young]) writeFileSync(path, "x");
    utimesSync(stray, new Date(0), new Date(0));
    sweepBulk(folder, new Set([bulk?.release ?? ""]));
    expect([existsSync(stray), existsSync(young)]).toEqual([false, true]);
    for (const each of bulk?.files ?? []) expect([each.name, existsSync(bulkPath(folder, each.sha256))]).toEqual([each.name, true]);
    expect(readBulk(folder, first.release)).toBeUndefined();
  });
});
