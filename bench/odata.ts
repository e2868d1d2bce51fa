import { openArchive } from "../server/src/archive.ts";
import { type AppInput, openApp } from "../server/src/http/app.ts";
import type { Release } from "../server/src/release.ts";
import { prepareOffer } from "../server/src/swing/things.ts";
import { views } from "../server/src/views/index.ts";
import type { Bench, Result } from "./bench.ts";
import { largeCatalogue } from "./odata-data.ts";

// The list of variables of a site as large as that of the provinces, page by page, as the OData service answers it. No figures are asked.

const variables = 17_000;
const origin = "https://cijfers.example";
const rounds = 12;

const nothing = (): void => {};
const words = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, fatal: nothing, silent: nothing };
const silent = { ...words, level: "silent", isLevelEnabled: () => false, child: () => silent } as unknown as AppInput["logger"];

function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
}

async function measure(): Promise<readonly Result[]> {
  const fail = () => Promise.reject(new Error("no figures are asked"));
  const release: Release = {
    ...{ id: "bench", at: "2026-01-01T00:00:00.000Z", catalogue: largeCatalogue(variables), leftOut: [], changed: {}, figures: 0 },
    ...{ run: fail, runAll: fail, hold: () => nothing, geometry: fail, coarse: fail, searchIndex: fail, similar: fail },
  };
  const releases = {
    current: () => release,
    get: async () => release,
    list: () => [],
    archive: openArchive("none"),
    onChange: () => {},
    close: async () => {},
  };
  const assets = { ready: () => undefined, urls: [], load: () => fail() };
  const app = await openApp({ releases, views, assets, origin, render: fail, logger: silent });
  try {
    const start = performance.now();
    await prepareOffer(release.catalogue);
    const ready = performance.now() - start;
    const pages: number[] = [];
    const small: number[] = [];
    const found: number[] = [];
    let rows = 0;
    let processor = 0;
    // What differs in the address is made anew: no round finds the answers of another.
    for (let round = 0; round < rounds; round++) {
      const before = process.cpuUsage();
      for (let url: string | undefined = `/jiveservices/odata/Variables?round=${round}`; url !== undefined; ) {
        const page = await timed(app, url);
        pages.push(page.ms);
        rows += page.value.length;
        url = page.next;
      }
      const { user, system } = process.cpuUsage(before);
      processor += (user + system) / 1000;
      for (let skip = 0; skip < variables; skip += 1700)
        small.push((await timed(app, `/jiveservices/odata/Variables?$skip=${skip}&$top=100&r=${round}`)).ms);
      found.push((await timed(app, `/jiveservices/odata/Variables?$filter=contains(Name,'vrouwen')&$top=100&r=${round}`)).ms);
    }
    if (rows !== variables * rounds) throw new Error(`${rows} rows came, ${variables * rounds} are there`);
    return [
      { name: "making 17 000 variables ready, once a release, in the background", value: ready, unit: "ms" },
      { name: "page of 500 of them, uncached, p95", value: percentile(pages, 0.95), unit: "ms", budget: { max: 20, ratio: false } },
      { name: "processor time of such a page, mean", value: processor / pages.length, unit: "ms" },
      { name: "page of 100 of them, uncached, p95", value: percentile(small, 0.95), unit: "ms", budget: { max: 20, ratio: false } },
      { name: "page of 100 that a filter finds among them, p95", value: percentile(found, 0.95), unit: "ms" },
    ];
  } finally {
    await app.close();
  }
}

type Page = { readonly ms: number; readonly value: readonly unknown[]; readonly next: string | undefined };

async function timed(app: Awaited<ReturnType<typeof openApp>>, url: string): Promise<Page> {
  const start = performance.now();
  const answer = await app.inject(url);
  const ms = performance.now() - start;
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${url}`);
  const body = answer.json<{ value: unknown[]; "@odata.nextLink"?: string }>();
  return { ms, value: body.value, next: body["@odata.nextLink"]?.slice(origin.length) };
}

/** The OData service. */
export const odataBench: Bench = { name: "odata", run: measure };
