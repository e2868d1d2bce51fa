import { readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import jsonld from "jsonld";
import { Parser, type Quad, Store, Writer } from "n3";
import Validator from "rdf-validate-shacl";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importFiles } from "../server/src/imports/import.ts";
import { besideRelease } from "../server/src/open-data/make.ts";
import { toJsonLd, toTurtle } from "../server/src/open-data/rdf.ts";
import { publish } from "../server/src/publish/publish.ts";
import { openPublished, type PublishedRegion } from "../server/test/published.ts";
import { plainRender } from "../server/test/site.ts";

const dcat = "http://www.w3.org/ns/dcat#";
const dct = "http://purl.org/dc/terms/";
const tree = "https://w3id.org/tree#";
const type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

const ofTurtle = (text: string): Quad[] => new Parser({ baseIRI: "https://cijfers.example/" }).parse(text);
const ofJsonLd = async (text: string): Promise<Quad[]> =>
  new Parser({ format: "N-Quads" }).parse(String(await jsonld.toRDF(JSON.parse(text), { format: "application/n-quads" })));

/** A graph in a form in which equal graphs are equal texts (RDF Dataset Canonicalization). */
async function canonical(quads: readonly Quad[]): Promise<string> {
  const text = new Writer({ format: "N-Quads" }).quadsToString([...quads]);
  return jsonld.canonize(
    text as never,
    { inputFormat: "application/n-quads", algorithm: "RDFC-1.0" } as never,
  ) as unknown as Promise<string>;
}

const shapes = new Store(ofTurtle(readFileSync(join(import.meta.dirname, "dcat-ap-vl.shacl.ttl"), "utf8")));

/** What the shapes find wrong: the name of the rule and of what. */
async function wrongIn(quads: readonly Quad[]): Promise<string[]> {
  const report = await new Validator(shapes as never).validate(new Store([...quads]) as never);
  const nameOf = (shape: unknown): string => shapes.getObjects(shape as never, "http://www.w3.org/ns/shacl#name", null)[0]?.value ?? "";
  return report.results.map((each) => `${nameOf(each.sourceShape)} ${each.focusNode?.value}`);
}

let site: PublishedRegion;
let app: Awaited<ReturnType<PublishedRegion["openDoor"]>>;
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

async function publishAll(at: string): Promise<string> {
  const { folder, documents } = site.region;
  const { id } = await publish({ folder, documents, at, beside: besideRelease({ folder }) });
  // The pointer is followed every second.
  while (site.releases.current().id !== id) await sleep(50);
  return id;
}

async function change(value: number): Promise<void> {
  const file = join(site.region.folder, "..", "more.csv");
  await writeFile(file, `period;geolevel;geoitem;geboorten\n2025;gemeente;02001;${value}\n`);
  expect((await importFiles([file], site.region)).outcome).toBe("imported");
}

beforeAll(async () => {
  site = await openPublished();
  app = await site.openDoor(plainRender);
});
afterAll(() => site.close());

describe("the catalogue of open data", () => {
  beforeAll(async () => {
    await change(11);
    await publishAll("2026-01-15T12:00:00.000Z");
  });

  it("is one graph in two syntaxes", async () => {
    const [turtle, json] = await Promise.all([get("/catalog.ttl"), get("/catalog.jsonld")]);
    expect([turtle.headers["content-type"], json.headers["content-type"]]).toEqual([
      "text/turtle; charset=utf-8",
      "application/ld+json; charset=utf-8",
    ]);
    const quads = ofTurtle(turtle.body);
    expect(quads.length).toBeGreaterThan(500);
    expect(await canonical(await ofJsonLd(json.body))).toBe(await canonical(quads));
  });

  it("keeps every rule of DCAT-AP Vlaanderen", async () => {
    expect(await wrongIn(ofTurtle((await get("/catalog.ttl")).body))).toEqual([]);
  });

  it.each([
    [`${dct}title`, `${dcat}Dataset`, "Dataset.titel"],
    [`${dcat}contactPoint`, `${dcat}Dataset`, "Dataset.contactinformatie"],
    [`${dct}accessRights`, `${dcat}DataService`, "Dataservice.toegankelijkheid"],
    [`${dct}identifier`, `${dcat}Distribution`, "Distributie.identificator"],
    [`${dct}publisher`, `${dcat}Catalog`, "Catalogus.uitgever"],
    [`${dct}modified`, `${dcat}CatalogRecord`, "CatalogusRecord.wijzigingsdatum"],
  ])("would be refused without %s of a %s", async (property, kind, rule) => {
    const quads = ofTurtle((await get("/catalog.ttl")).body);
    const subject = quads.find((each) => each.predicate.value === type && each.object.value === kind)?.subject.value;
    const broken = quads.filter((each) => each.subject.value !== subject || each.predicate.value !== property);
    expect(await wrongIn(broken)).toEqual([`${rule} ${subject}`]);
  });

  it("holds a dataset of every visible indicator, with the files of the bulk", async () => {
    const store = new Store(ofTurtle((await get("/catalog.ttl")).body));
    const visible = site.release.catalogue.indicators.filter((each) => each.visible);
    const datasets = store.getSubjects(type, `${dcat}Dataset`, null).map((each) => each.value);
    expect(datasets.sort()).toEqual(visible.map((each) => `https://cijfers.example/indicator/${each.code}`).sort());
    const index = (await get("/bulk/index.json")).json();
    const file = index.files.find((each: { name: string }) => each.name === "csv/inwoners.csv.gz");
    const address = "https://cijfers.example/bulk/csv/inwoners.csv.gz";
    const of = (property: string): string | undefined => store.getObjects(`${address}#distribution`, property, null)[0]?.value;
    expect([of(`${dcat}downloadURL`), of(`${dcat}byteSize`)]).toEqual([address, String(file.size)]);
    const checksum = store.getObjects(`${address}#distribution`, "http://spdx.org/rdf/terms#checksum", null)[0];
    expect(store.getObjects(checksum ?? null, "http://spdx.org/rdf/terms#checksumValue", null)[0]?.value).toBe(file.sha256);
  });

  it("answers in the syntax that is asked for", async () => {
    const types = async (accept: string): Promise<unknown> => {
      const { headers } = await get("/catalog", { accept });
      return [String(headers["content-type"]).split(";")[0], headers.vary];
    };
    expect(await types("text/turtle")).toEqual(["text/turtle", "accept-encoding, accept"]);
    expect(await types("text/turtle;q=0.5, application/ld+json")).toEqual(["application/ld+json", "accept-encoding, accept"]);
    expect(await types("*/*")).toEqual(["application/ld+json", "accept-encoding, accept"]);
  });

  it.each(["0", "2", "x", "-1", "1e9"])("has no page %s", async (page) => {
    expect((await get(`/catalog.ttl?page=${page}`)).statusCode).toBe(400);
  });
});

describe("texts of any kind", () => {
  it("stay what they are in both syntaxes", async () => {
    const odd = 'Een "aanhaling", \\ en\r\nregels\t\b\f\u0001 – ünïcode 🙂';
    const thing = {
      id: "https://cijfers.example/a b<c>",
      types: ["dcat:Dataset"],
      says: [["dct:title", [{ value: odd, language: "nl" }, { value: odd }]]],
    } as const;
    const quads = ofTurtle(toTurtle([thing]));
    expect(quads.filter((each) => each.object.value === odd).length).toBe(2);
    expect(await canonical(await ofJsonLd(toJsonLd([thing])))).toBe(await canonical(quads));
  });
});

describe("the stream of changes", () => {
  type Member = { readonly id: string; readonly of: string; readonly at: string; readonly gone: boolean };

  /** Reads a stream as a client does: from its root along every relation. */
  async function follow(accept: string): Promise<{ readonly members: readonly Member[]; readonly pages: readonly string[] }> {
    const read = async (url: string): Promise<Store> => {
      const { body, statusCode } = await get(new URL(url).pathname, { accept });
      expect([url, statusCode]).toEqual([url, 200]);
      return new Store(accept === "text/turtle" ? ofTurtle(body) : await ofJsonLd(body));
    };
    const start = "https://cijfers.example/ldes";
    const seen = new Set([start]);
    const members: Member[] = [];
    for (const url of seen) {
      const store = await read(url);
      for (const node of store.getObjects(null, `${tree}node`, null)) seen.add(node.value);
      for (const member of store.getObjects(null, `${tree}member`, null)) {
        const of = (property: string): string => store.getObjects(member, property, null)[0]?.value ?? "";
        const gone = of(type) === "https://www.w3.org/ns/activitystreams#Delete";
        members.push({ id: member.value, of: of(`${dct}isVersionOf`), at: of(`${dct}created`), gone });
        if (!gone) expect(of(`${dct}title`)).not.toBe("");
      }
      const lower = store
        .getSubjects(type, `${tree}GreaterThanOrEqualToRelation`, null)
        .map((each) => store.getObjects(each, `${tree}value`, null)[0]?.value);
      expect(lower.every((each) => /^\d{4}-/.test(each ?? ""))).toBe(true);
    }
    return { members, pages: [...seen].slice(1) };
  }

  const codesAt = (members: readonly Member[], at: string): string[] =>
    members.filter((each) => each.at === at).map((each) => `${each.gone ? "-" : ""}${each.of.split("/").at(-1)}`);

  it("tells every version of every dataset once, and only what changed after that", async () => {
    await change(22);
    await publishAll("2026-02-15T12:00:00.000Z");
    const { members } = await follow("text/turtle");
    const visible = site.release.catalogue.indicators.filter((each) => each.visible);
    expect(codesAt(members, "2026-01-15T11:00:00.000Z").length).toBe(visible.length);
    expect(codesAt(members, "2026-01-15T12:00:00.000Z")).toEqual(["geboorten"]);
    expect(codesAt(members, "2026-02-15T12:00:00.000Z")).toEqual(["geboorten"]);
    expect(new Set(members.map((each) => each.id)).size).toBe(members.length);
    expect(await follow("application/ld+json")).toEqual(await follow("text/turtle"));
  });

  it("tells that a dataset went, and pages that never change", async () => {
    const before = await follow("text/turtle");
    const old = await Promise.all(before.pages.map(async (url) => (await get(new URL(url).pathname)).body));
    const folder = join(site.region.folder, "..", "less");
    await site.bring(async (target) => {
      await rm(target, { recursive: true, force: true });
      const { buildRegion } = await import("../fixtures/build.ts");
      await buildRegion(target);
      const path = join(target, "indicators.json");
      const list = JSON.parse(readFileSync(path, "utf8")) as { code: string; visible: boolean }[];
      await writeFile(path, JSON.stringify(list.map((each) => (each.code === "slogan" ? { ...each, visible: false } : each))));
    }, "2026-03-15T10:00:00.000Z");
    await rm(folder, { recursive: true, force: true });
    await publishAll("2026-03-15T12:00:00.000Z");
    const after = await follow("text/turtle");
    expect(codesAt(after.members, "2026-03-15T12:00:00.000Z")).toContain("-slogan");
    expect(after.pages.slice(0, before.pages.length)).toEqual(before.pages);
    for (const [at, url] of before.pages.entries()) {
      const { body, headers } = await get(new URL(url).pathname);
      expect([url, body, headers["cache-control"]]).toEqual([url, old[at], "public, max-age=31536000, immutable"]);
    }
    expect((await get("/ldes/bestaat-niet")).statusCode).toBe(404);
  });

  it("goes on from the oldest release that is kept: what is older and holds stands on a page of its own", async () => {
    const releases = site.releases.list();
    const first = releases.at(-1);
    await rm(join(site.region.folder, "releases", first?.id ?? "x"), { recursive: true });
    await change(33);
    await publishAll("2026-04-15T12:00:00.000Z");
    const { members, pages } = await follow("text/turtle");
    expect(pages[0]).toBe(`https://cijfers.example/ldes/before-${releases.at(-2)?.id}`);
    const told = codesAt(members, first?.at ?? "");
    expect(told).toContain("slogan");
    expect(told).not.toContain("geboorten");
    expect(codesAt(members, "2026-01-15T12:00:00.000Z")).toEqual(["geboorten"]);
  });
});
