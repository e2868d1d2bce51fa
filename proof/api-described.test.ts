import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningServer } from "../journeys/open-server.ts";
import { openRegionServer } from "../journeys/region-server.ts";
import { type Description, type Judge, openJudge, operationsOf } from "../scripts/openapi-judge.ts";

// What the running product says of itself to programs is so, on a region with everything: surveys, flows, hidden figures, objects.

let server: RunningServer;
let description: Description;
let judge: Judge;
beforeAll(async () => {
  server = await openRegionServer();
  description = (await read("/openapi.json")) as Description;
  judge = openJudge(description);
});
afterAll(() => server?.remove());

const read = async (path: string): Promise<unknown> => (await fetch(server.origin + path)).json();

test("every example of the description answers as described", async () => {
  const asked = operationsOf(description).flatMap((each) => each["x-requests"].map((url) => ({ each, url })));
  expect(asked.length).toBeGreaterThan(40);
  for (const { each, url } of asked) {
    const answer = await fetch(server.origin + url);
    const type = answer.headers.get("content-type")?.split(";")[0] ?? "";
    const content = Object.entries(each.responses["200"]?.content ?? {}).find(([key]) => key.split(";")[0] === type);
    expect([url, answer.status, content?.[0].split(";")[0]]).toEqual([url, 200, type]);
    const body = await answer.arrayBuffer();
    expect(body.byteLength, url).toBeGreaterThan(1);
    if (content?.[1].schema) expect(judge(content[1].schema, JSON.parse(new TextDecoder().decode(body))), url).toEqual([]);
  }
});

test("so do the answers about every indicator, and every area at a glance", async () => {
  const { items } = (await read("/api/v1/indicators?limit=1000")) as { items: readonly { code: string; shape: string }[] };
  const judged = async (schema: string, path: string): Promise<readonly string[]> =>
    judge({ $ref: `#/components/schemas/${schema}` }, await read(path)).map((each) => `${path} ${each}`);
  for (const { code, shape } of items) {
    const query = `level=gemeente&area=01001${shape === "flow" ? "&flow=out" : ""}`;
    expect(await judged("IndicatorView", `/api/v1/indicators/${code}?${query}`)).toEqual([]);
    expect(await judged("SentencesView", `/api/v1/sentences?indicator=${code}&${query}`)).toEqual([]);
  }
  expect(["flow", "cube", "flat"].filter((shape) => !items.some((each) => each.shape === shape))).toEqual([]);
  for (const { code } of (await read("/api/v1/areas/gemeente")) as readonly { code: string }[]) {
    expect(await judged("GlanceView", `/api/v1/areas/gemeente/${code}/glance`)).toEqual([]);
    expect(await judged("ExploreView", `/api/v1/areas/gemeente/${code}/explore`)).toEqual([]);
  }
});
