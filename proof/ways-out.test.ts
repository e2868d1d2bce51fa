import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sectors } from "../fixtures/whole/sectors.ts";
import type { RunningServer } from "../journeys/open-server.ts";
import { openRegionServer } from "../journeys/region-server.ts";
import { formats } from "../server/src/formats/index.ts";
import { ask } from "../server/test/region.ts";
import { geojsonOf } from "../web/src/databank/map/geojson.ts";
import type { Subject } from "../web/src/presentations/presentation.ts";
import { voiceOf } from "../web/src/text/voice.ts";

// Every way out of the whole invented region, searched for the true values of what is hidden. The values are unlike any other figure.

type Truth = { readonly indicator: string; readonly area: string; readonly period: string; readonly value: number };
type Answered = {
  readonly values: (number | null)[];
  readonly status: number[];
  readonly axes: { role: string; members: { code: string }[] }[];
};

let server: RunningServer;
let secrets: readonly Truth[] = [];
beforeAll(async () => {
  server = await openRegionServer();
  secrets = [
    ...(await hiddenOf("steunbedrag", "sector", new Map(sectors().map((each) => [each.code, each.paid])))),
    ...(await hiddenOf("zeldzaam", "gemeente", loaded("zeldzaam"))),
    ...(await hiddenOf("oordeel", "gemeente", loaded("oordeel"))),
    ...(await hiddenOf("buurt_gt", "gemeente", loaded("buurt_gt"))),
    // Numerator over denominator of the same figures: what 24 answers would say.
    { indicator: "buurt", area: "02001", period: "2025", value: 61.7391 },
    { indicator: "verplaatsing", area: "02001", period: "2025", value: 39.4827 },
  ];
});
afterAll(() => server.remove());

/** What was loaded of an indicator for 2025. */
function loaded(indicator: string): ReadonlyMap<string, number> {
  const text = readFileSync(join(import.meta.dirname, "..", "fixtures", "whole", "figures", "flat.csv"), "utf8");
  const rows = text.split("\n").map((line) => line.split(","));
  return new Map(rows.filter(([code, , period]) => code === indicator && period === "2025").map((row) => [row[3] ?? "", Number(row[4])]));
}

async function get(path: string): Promise<Response> {
  return fetch(`${server.origin}${path}`);
}

async function cubeOf(query: string): Promise<Answered> {
  const answer = await get(`/api/v1/data?${query}`);
  expect(answer.status, query).toBe(200);
  return (await answer.json()) as Answered;
}

/** The true values of the cells that an answer keeps back. */
async function hiddenOf(indicator: string, level: string, truth: ReadonlyMap<string, number>): Promise<readonly Truth[]> {
  const { axes, status } = await cubeOf(`indicator=${indicator}&level=${level}&period=2025`);
  const areas = axes.find((each) => each.role === "area")?.members ?? [];
  return areas.flatMap(({ code }, at) => {
    const value = truth.get(code);
    return status[at] === 0 || value === undefined ? [] : [{ indicator, area: code, period: "2025", value }];
  });
}

/** Figures that are percentages may also be written as shares. */
const percentages = ["zeldzaam", "buurt", "verplaatsing"];

/** The value as any of the site's languages or formats writes it to four decimals, and never as the start of a longer number. */
function written({ indicator, value }: Truth): RegExp {
  const forms = (percentages.includes(indicator) ? [value.toFixed(4), (value / 100).toFixed(6)] : [value.toFixed(4)]).map((each) => {
    const [whole = "", decimals = ""] = each.split(".");
    const zeros = /0*$/.exec(decimals)?.[0].length ?? 0;
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, "[.,\\u00a0\\u202f ]?");
    return `${grouped}[.,]${decimals.slice(0, decimals.length - zeros)}0{0,${zeros}}`;
  });
  return new RegExp(`(?<![\\d.,-])(?:${forms.join("|")})(?!\\d)`);
}

function search(where: string, text: string): void {
  for (const secret of secrets) {
    const found = written(secret).exec(text);
    const around = found === null ? "" : text.slice(Math.max(0, found.index - 60), found.index + 60);
    expect(around, `${where} tells ${secret.indicator} of ${secret.area}`).toBe("");
  }
}

const questions = [
  "indicator=steunbedrag&level=sector&period=2025",
  "indicator=steunbedrag,steun,steunaandeel&level=sector&period=2025&compare=land:L",
  "indicator=steunbedrag&level=wijk&period=2025",
  "indicator=zeldzaam&level=gemeente&period=all&compare=land:L",
  "indicator=zeldzaam&level=provincie&period=all",
  "indicator=buurt,verplaatsing,oordeel&level=gemeente&period=all&compare=land:L",
  "indicator=buurt_gt&level=gemeente&period=all",
  "indicator=steunbedrag&level=sector&period=2025&area=01001A01,01001A02,01001A03&group=Samen:sector:01001A01,01001A02",
  ...["rank", "z-score", "share:table", "index:first", "difference", "ratio"].map(
    (step) => `indicator=steunbedrag&level=sector&period=2025&compare=land:L&transform=${step}`,
  ),
];

const ways = ["difference", "ratio", "rank", "z-score", "change", "growth", "index"];
const assistantCalls: readonly (readonly [tool: string, given: Record<string, unknown>])[] = [
  [
    "get_figures",
    { indicators: ["steunbedrag", "steun", "steunaandeel"], level: "sector", periods: "all", compare: ["land:L"], limit: 1000 },
  ],
  ["get_figures", { indicators: ["steunbedrag"], level: "wijk", periods: "2025" }],
  ["get_figures", { indicators: ["zeldzaam", "buurt", "verplaatsing", "oordeel", "buurt_gt"], level: "gemeente", periods: "all" }],
  ["compare", { indicator: "steunbedrag", areas: ["sector:01001A01", "sector:01001A02", "sector:01001A06"], periods: "2025", ways }],
  ["compare", { indicator: "zeldzaam", areas: ["gemeente:01001", "gemeente:01002"], periods: "all", ways }],
  ["compare", { indicator: "buurt", areas: ["gemeente:02001", "gemeente:01001"], periods: "all", ways }],
  ...["steunbedrag", "zeldzaam", "buurt", "oordeel"].flatMap(
    (indicator) =>
      [
        ["explain_method", { indicator }],
        ["cite", { indicator }],
        ["find_indicators", { words: indicator }],
      ] as const,
  ),
];

test("there is something to hide, and the search finds it where it stands", () => {
  expect(secrets.length).toBeGreaterThan(30);
  // Not one is a round number that could be another figure.
  for (const { value } of secrets) expect(value.toFixed(4), String(value)).toMatch(/\.\d*[1-9]\d?$/);
  for (const [indicator, count] of [
    ["steunbedrag", 20],
    ["zeldzaam", 2],
    ["oordeel", 1],
  ] as const) {
    expect(secrets.filter((each) => each.indicator === indicator).length, indicator).toBeGreaterThanOrEqual(count);
  }
  for (const each of secrets) {
    for (const text of [
      each.value.toFixed(4),
      each.value.toFixed(4).replace(".", ","),
      new Intl.NumberFormat("nl-BE", { minimumFractionDigits: 4 }).format(each.value),
    ]) {
      expect(written(each).test(`"a":${text}}`), `${each.indicator} ${text}`).toBe(true);
    }
  }
});

describe("a hidden figure does not leave", () => {
  test.each(questions)("as data: %s", async (query) => {
    for (const format of ["", ...formats.filter((each) => each.compressed !== true).map((each) => `.${each.extension}`)]) {
      const answer = await get(`/api/v1/data${format}?${query}`);
      expect(answer.status, `${format} ${query}`).toBeLessThan(500);
      search(`data${format}?${query}`, await answer.text());
    }
    const sheet = await get(`/api/v1/data.xlsx?${query}`);
    if (sheet.ok) for (const [name, text] of filesIn(await sheet.arrayBuffer())) search(`xlsx ${name} ${query}`, text);
    const typed = await get(`/api/v1/data.parquet?${query}`);
    if (typed.ok) search(`parquet ${query}`, await textOfParquet(Buffer.from(await typed.arrayBuffer())));
  });

  test("in the workbook of a theme", async () => {
    const { nodes } = (await (await get("/api/v1/tree")).json()) as { readonly nodes: readonly { readonly code?: string }[] };
    let sheets = 0;
    for (const { code } of nodes) {
      if (code === undefined) continue;
      for (const query of ["", "?level=sector", "?level=gemeente&compare=land:L"]) {
        const book = await get(`/theme/${code}.xlsx${query}`);
        expect(book.status, `${code}${query}`).toBe(200);
        for (const [name, text] of filesIn(await book.arrayBuffer())) {
          if (/sheet\d+/.test(name)) sheets++;
          search(`theme ${code}${query} ${name}`, text);
        }
      }
    }
    expect(sheets).toBeGreaterThan(30);
  });

  test("by SDMX, and as RDF", async () => {
    const list = (await (await get("/sdmx/v2/structure/dataflow?detail=allstubs")).json()) as { data: { dataflows: { id: string }[] } };
    const flows = list.data.dataflows.map((each) => each.id);
    expect(flows).toEqual(expect.arrayContaining(["steunbedrag", "zeldzaam", "buurt"]));
    for (const id of flows) {
      for (const query of ["format=csv", "format=json", "format=csv&c[OBS_STATUS]=Q", "format=csv&c[OBS_VALUE]=gt:0&lastNObservations=1"]) {
        const answer = await get(`/sdmx/v2/data/dataflow/*/${id}/~?${query}`);
        expect(answer.status, `${id} ${query}`).toBeLessThan(500);
        search(`sdmx ${id} ${query}`, await answer.text());
      }
    }
    for (const query of questions) {
      for (const format of ["sdmx-csv", "sdmx-json", "ttl"]) {
        const answer = await get(`/api/v1/data.${format}?${query}`);
        expect(answer.status, `${format} ${query}`).toBeLessThan(500);
        search(`${format} ${query}`, await answer.text());
      }
    }
  });

  test("on a page, as JSON or in an error", async () => {
    for (const path of await addresses()) {
      const answer = await get(path);
      expect(answer.status, path).toBeLessThan(500);
      search(path, await answer.text());
    }
  }, 300_000);

  test("in the short scan, as PDF and as Word", async () => {
    for (const path of ["gemeente/01001", "gemeente/02001?theme=enquete", "gemeente/01002?theme=zorg", "sector/01001A06"]) {
      const [place, query = ""] = path.split("?");
      const word = await get(`/vogelvlucht/${place}.docx?${query}`);
      expect(word.status, path).toBe(200);
      for (const [name, text] of filesIn(await word.arrayBuffer())) search(`docx ${path} ${name}`, text.replace(/<[^>]+>/g, " "));
      const pdf = await get(`/vogelvlucht/${place}.pdf?${query}`);
      expect(pdf.status, path).toBe(200);
      search(`pdf ${path}`, textOfPdf(Buffer.from(await pdf.arrayBuffer())));
    }
  });

  test("in the GeoJSON of a map", async () => {
    for (const [indicator, level] of [
      ["steunbedrag", "sector"],
      ["zeldzaam", "gemeente"],
      ["buurt", "gemeente"],
    ] as const) {
      const cube = await cubeOf(`indicator=${indicator}&level=${level}&period=2025`);
      const read = { ...cube, values: Float64Array.from(cube.values, (each) => each ?? Number.NaN), status: Uint8Array.from(cube.status) };
      const measured = { code: indicator, name: { nl: indicator }, unit: { nl: "" } };
      const borders = await (await get(`/api/v1/geometry/${level}`)).text();
      const subject = { cube: read, measured, voice: voiceOf("nl"), settings: {} } as unknown as Subject;
      const made = geojsonOf(subject, borders, "verzonnen");
      expect(made).toContain('"status":0');
      search(`geojson ${indicator}`, made);
    }
  });

  test("to an assistant", async () => {
    for (const [name, given] of assistantCalls) {
      const message = { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: given } };
      const headers = { "content-type": "application/json", accept: "application/json, text/event-stream" };
      const answer = await fetch(`${server.origin}/mcp`, { method: "POST", headers, body: JSON.stringify(message) });
      const text = await answer.text();
      expect(text, name).toContain('"structuredContent"');
      search(`${name} ${JSON.stringify(given)}`, text);
    }
  });

  test("as the difference between a total and all other parts", async () => {
    const parts = await cubeOf("indicator=steunbedrag&level=sector&period=2025");
    const codes = parts.axes.find((each) => each.role === "area")?.members.map((each) => each.code) ?? [];
    for (const [level, length] of [
      ["wijk", 6],
      ["gemeente2024", 5],
      ["provincie2024", 2],
      ["land", 0],
    ] as const) {
      const totals = await cubeOf(`indicator=steunbedrag&level=${level}&period=2025`);
      const areas = totals.axes.find((each) => each.role === "area")?.members.map((each) => each.code) ?? [];
      areas.forEach((code, at) => {
        if (totals.status[at] !== 0) return;
        const within = codes.flatMap((each, cell) => (each.slice(0, length) === (length === 0 ? "" : code) ? [cell] : []));
        const hidden = within.filter((cell) => parts.status[cell] !== 0);
        expect(hidden.length, `${level} ${code} leaves one part alone`).not.toBe(1);
      });
    }
  });
});

/** The rows of a Parquet file, as DuckDB reads them. */
async function textOfParquet(body: Buffer): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "peil-parquet-"));
  try {
    writeFileSync(join(folder, "figures.parquet"), body);
    const rows = await ask(`SELECT * FROM '${join(folder, "figures.parquet")}'`);
    expect(rows.length).toBeGreaterThan(0);
    return JSON.stringify(rows, (_, each) => (typeof each === "bigint" ? String(each) : each));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The texts in a zip. */
function filesIn(body: ArrayBuffer): readonly (readonly [string, string])[] {
  const files = Object.entries(unzipSync(new Uint8Array(body))).filter(([name]) => /\.(xml|rels|svg)$/.test(name));
  return files.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)] as const);
}

/** The text of a PDF. */
function textOfPdf(body: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), "peil-pdf-"));
  try {
    writeFileSync(join(folder, "a.pdf"), body);
    return execFileSync("pdftotext", ["-layout", join(folder, "a.pdf"), "-"], { encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every kind of page and route, about figures that are hidden. */
async function addresses(): Promise<readonly string[]> {
  const shared = await fetch(`${server.origin}/api/v1/workspaces`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      format: "peil-workspace",
      version: 1,
      tabs: [{ id: "t1", name: "Kaart", selection: questions[0], show: "map", settings: {} }],
      active: "t1",
    }),
  });
  const { hash } = (await shared.json()) as { hash?: string };
  const areas = ["gemeente/01001", "gemeente/01002", "gemeente/02001", "sector/01001A01", "sector/01001A06", "wijk/01001A"];
  const benchmarks = [
    "",
    "compare=gemeente:01002",
    "compare=@oevers",
    "compare=similar:dichtheid",
    "compare=none",
    "compare=Samen:gemeente:01001,01002",
  ];
  const figures = ["zeldzaam?level=gemeente&area=01001", "steunbedrag?level=sector&area=01001A01", "buurt?level=gemeente&area=02001"];
  return [
    ...areas.flatMap((area) => benchmarks.flatMap((query) => [`/vogelvlucht/${area}?${query}`, `/api/v1/areas/${area}/glance?${query}`])),
    ...areas.flatMap((area) => [
      `/vogelvlucht/${area}?theme=zorg`,
      `/en/glance/${area}?theme=enquete`,
      `/area/${area}`,
      `/api/v1/areas/${area}`,
      `/api/v1/areas/${area}/similar`,
      `/api/v1/areas/${area}/explore`,
      ...["steunbedrag", "zeldzaam", "buurt"].map((code) => `/verken/${area}?open=${code}`),
    ]),
    ...figures.flatMap((each) => {
      const [code, query] = each.split("?");
      return [
        `/indicator/${each}`,
        `/indicator/${code}.svg?${query}&show=bar`,
        `/indicator/${code}.svg?${query}&show=map`,
        ...["bar", "map", "table", "line", "histogram"].map((show) => `/embed/${each}&show=${show}`),
        `/api/v1/indicators/${each}`,
        `/indicator/${code}?${query}&show=table-all`,
        `/api/v1/details?codes=${code}`,
        `/search?q=${code}`,
        `/api/v1/search?q=${code}`,
        `/api/v1/data?indicator=${code}&level=nergens`,
        `/api/v1/data?indicator=${code}&level=gemeente&area=99999999`,
        `/api/v1/data?indicator=${code}&level=gemeente&period=1300&transform=index:1299`,
      ];
    }),
    ...["steunbedrag/sector", "zeldzaam/gemeente", "buurt/gemeente", "buurt_gt/gemeente"].flatMap((each) => {
      const [code, level] = each.split("/");
      return [
        `/jiveservices/odata/Variables('${code}')/GeoLevels('${level}')/PeriodLevels('year')/Periods('all')/Values?$top=9999`,
        `/jive/selectiontableasjson.ashx?var=${code}&geolevel=${level}&period=all`,
      ];
    }),
    "/api/v1/tree",
    "/api/v1/levels",
    "/api/v1/home",
    "/api/v1/themes/zorg",
    "/theme/zorg",
    "/",
    "/kalender",
    "/search?q=01001A01+steun",
    ...(hash === undefined ? [] : [`/w/${hash}`, `/api/v1/workspaces/${hash}`]),
  ];
}
