import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type RouteName, routes } from "@peil/core/api.ts";
import { described } from "@peil/core/api-described.ts";
import type { Parameter } from "@peil/core/api-parameters.ts";
import { catalogue } from "@peil/core/errors.ts";
import { selectionKeys } from "@peil/core/query/address.ts";
import { Validator } from "@seriousme/openapi-schema-validator";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildRegion } from "../../fixtures/build.ts";
import { schemaFile, writeSchemas } from "../../scripts/api-schemas.ts";
import { type Description, type Judge, openJudge, operationsOf } from "../../scripts/openapi-judge.ts";
import { endpoints } from "../src/http/endpoints.ts";
import { views } from "../src/views/index.ts";
import { sentencesView } from "../src/views/sentences.ts";
import { addressOf, filled } from "../src/views/service.ts";
import { openPublished, type PublishedRegion } from "./published.ts";
import { plainRender } from "./site.ts";

/** What the built website says is tried in its own suite: here it says which indicators it was asked for. */
const speaking = sentencesView(
  {
    sentences: async (read, codes, selection) =>
      Promise.all(
        codes.map(async (code) => {
          const { details } = await read("indicator", { code, selection });
          return { code: details.code, name: details.name, sentences: [{ kind: "value", text: details.name.nl }], text: details.name.nl };
        }),
      ),
  },
  views,
);

/** Addresses that need the printer or the website, which the journeys through the running product ask for. */
const elsewhere = new Set(["indicatorSvg", "indicatorPng", "scan", "sitemap", "releasesFeed"]);

async function buildWithArticle(folder: string): Promise<void> {
  await buildRegion(folder);
  await mkdir(join(folder, "articles"), { recursive: true });
  await writeFile(join(folder, "articles", "meren.nl.md"), "---\ntitle: Meren\nkind: news\ndate: 2026-05-01\n---\n\nTekst.\n");
}

let site: PublishedRegion;
let app: FastifyInstance;
let document: Description;
let judge: Judge;
beforeAll(async () => {
  site = await openPublished(buildWithArticle);
  app = await site.openDoor(plainRender, { views: { ...views, sentences: speaking } });
  document = (await app.inject("/openapi.json")).json();
  judge = openJudge(document);
});
afterAll(() => site.close());

describe("the description", () => {
  it("is OpenAPI 3.1, by somebody else's judgement, under both addresses", async () => {
    const result = await new Validator().validate(structuredClone(document) as Record<string, unknown>);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect((await app.inject("/api/v1/openapi.json")).json()).toEqual(document);
  });

  it("holds every route and every error", () => {
    const ids = operationsOf(document).map((each) => each.operationId);
    expect(Object.keys(routes).filter((each) => !ids.includes(each))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(document["x-errors"].map((each) => each.code)).toEqual(Object.keys(catalogue));
  });

  it("describes the types as they are: run `node scripts/api-schemas.ts` after changing them", () => {
    expect(readFileSync(schemaFile, "utf8")).toBe(writeSchemas());
  });
});

describe("its examples", () => {
  it("are answered as described", async () => {
    const asked = operationsOf(document).flatMap((each) =>
      elsewhere.has(each.operationId) ? [] : each["x-requests"].map((url) => ({ each, url })),
    );
    expect(asked.length).toBeGreaterThan(35);
    for (const { each, url } of asked) {
      const { statusCode, headers, body } = await app.inject(url);
      expect([url, statusCode]).toEqual([url, 200]);
      const type = String(headers["content-type"]).split(";")[0] ?? "";
      const content = Object.entries(each.responses["200"]?.content ?? {}).find(([key]) => key.startsWith(type));
      expect([url, content?.[0].split(";")[0]]).toEqual([url, type]);
      if (content?.[1].schema) expect(judge(content[1].schema, JSON.parse(body)).map((one) => `${url} ${one}`)).toEqual([]);
    }
  });

  it("of each parameter answer too", async () => {
    const { slots } = await views.service({ release: site.release, releases: site.releases }, {});
    let tried = 0;
    for (const name of Object.keys(described) as RouteName[]) {
      const { parameters, examples } = described[name];
      for (const each of parameters.filter((one) => one.in === "query" && filled(one.example, slots) !== undefined)) {
        const url = addressOf(name, { ...examples[0], [each.name]: each.example ?? "" }, slots);
        if (url === undefined) continue;
        const { statusCode, body } = await app.inject(url);
        expect([url, statusCode, statusCode === 200 ? "" : body]).toEqual([url, 200, ""]);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(40);
  });

  it("know when they are wrong", () => {
    const schema = document.paths["/api/v1/frame"]?.["get"]?.responses["200"]?.content?.["application/json"]?.schema ?? {};
    expect(judge(schema, { site: {}, release: { id: 1, at: "" }, more: true }).length).toBeGreaterThan(0);
  });
});

describe("parameters", () => {
  it("are those that the routes take", () => {
    for (const [name, { path }] of Object.entries(routes)) {
      const own = described[name as RouteName].parameters;
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect([name, own.filter((each) => each.in === "path").map((each) => each.name)]).toEqual([name, inPath]);
    }
    for (const { name, path, parameters } of endpoints) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      expect([
        name,
        parameters
          .filter((each) => each.in === "path")
          .map((each) => each.name)
          .sort(),
      ]).toEqual([name, inPath]);
    }
    const keys = (parameters: readonly Parameter[]) => parameters.map((each) => each.name);
    expect(keys(described.data.parameters)).toEqual([...selectionKeys]);
  });

  it.each([
    ["/api/v1/indicators?limit=0", "limit"],
    ["/api/v1/indicators?limit=1001", "limit"],
    ["/api/v1/indicators?limit=2.5", "limit"],
    ["/api/v1/indicators?changedSince=gisteren", "changedSince"],
    ["/api/v1/areas/gemeente/01001/similar?count=many", "count"],
    ["/api/v1/geometry/gemeente?detail=fine", "detail"],
    ["/api/v1/articles?kind=gossip", "kind"],
    ["/api/v1/areas/gemeente/01001/glance?since=2", "since"],
    ["/api/v1/sentences?indicator=inwoners&language=fr", "language"],
    ["/api/v1/data?level=gemeente", "indicator"],
    ["/api/v1/data?indicator=inwoners&level=gemeente&interval=80", "interval"],
  ])("%s is refused by name", async (url, key) => {
    const { statusCode, json } = await app.inject(url);
    expect(statusCode).toBe(400);
    expect(json()).toMatchObject({ code: "selection-invalid", details: { key } });
    expect(judge({ $ref: "#/components/schemas/Problem" }, json())).toEqual([]);
  });

  it("that a route does not know are passed over, and empty ones are absent", async () => {
    expect((await app.inject("/api/v1/indicators?limit=&cursor=&utm_source=mail")).statusCode).toBe(200);
  });
});
