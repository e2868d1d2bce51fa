import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSurvey } from "../../fixtures/survey/build.ts";
import { openPublished, type PublishedRegion } from "./published.ts";
import { plainRender } from "./site.ts";

// The official client talks to the real server, over both transports.

let site: PublishedRegion;
let address: string;
const clients: Client[] = [];
let overHttp: Client;
let overStreams: Client;

async function connect(transport: Transport): Promise<Client> {
  const client = new Client({ name: "test", version: "1.0.0" });
  await client.connect(transport);
  // Answers are held against the output schemas from here on.
  await client.listTools();
  clients.push(client);
  return client;
}

beforeAll(async () => {
  site = await openPublished(buildSurvey);
  const app = await site.openDoor(plainRender, { assistants: true });
  address = `${await app.listen({ port: 0, host: "127.0.0.1" })}/mcp`;
  overHttp = await connect(new StreamableHTTPClientTransport(new URL(address)));
  const command = {
    command: process.execPath,
    args: [join(import.meta.dirname, "../src/cli.ts"), "mcp"],
    env: { PATH: process.env["PATH"] ?? "", PEIL_DATA: site.region.folder, PEIL_ORIGIN: "https://cijfers.example" },
  };
  overStreams = await connect(new StdioClientTransport(command));
}, 120_000);
afterAll(async () => {
  for (const each of clients) await each.close();
  await site.close();
});

type Told = { readonly data: Record<string, unknown>; readonly text: string; readonly isError: boolean };

async function call(name: string, given: Record<string, unknown>, client = overHttp): Promise<Told> {
  const answer = await client.callTool({ name, arguments: given });
  const [content] = answer.content as { text: string }[];
  return { data: (answer.structuredContent ?? {}) as Record<string, unknown>, text: content?.text ?? "", isError: answer.isError === true };
}

type Row = {
  readonly area: string;
  readonly period: string;
  readonly value: number | null;
  readonly status: string;
  readonly reason?: string;
  readonly flags?: string[];
  readonly interval?: { lower: number; upper: number; confidence: number };
  readonly respondents?: number;
  readonly members?: Record<string, string>;
  readonly compared_by: { way: string; value: number | null; status: string; meaning: string }[];
};
const rowsOf = ({ data }: Told): Row[] => data["rows"] as Row[];
const rowOf = (told: Told, area: string, period?: string): Row | undefined =>
  rowsOf(told).find((each) => each.area === area && (period === undefined || each.period === period));

describe("what assistants are offered", () => {
  it("is six tools that read only, with schemas, the same over both transports", async () => {
    const { tools } = await overHttp.listTools();
    expect(tools.map((each) => each.name)).toEqual(["find_indicators", "find_areas", "get_figures", "compare", "explain_method", "cite"]);
    for (const tool of tools) {
      expect(tool.annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(tool.inputSchema["additionalProperties"]).toBe(false);
      expect(tool.outputSchema?.type).toBe("object");
      expect((tool.description ?? "").length).toBeGreaterThan(80);
    }
    expect(await overStreams.listTools()).toEqual({ tools });
    expect(overHttp.getInstructions()).toContain("null is not zero");
  });

  it("answers the same over both transports", async () => {
    for (const [name, given] of [
      ["find_indicators", { words: "werkloosheid" }],
      ["find_areas", { words: "Aardoever", language: "en" }],
      ["get_figures", { indicators: ["inwoners"], level: "gemeente", periods: "all" }],
      ["cite", { indicator: "inwoners" }],
    ] as const) {
      const told = await call(name, given);
      expect(told.isError, told.text).toBe(false);
      expect(await call(name, given, overStreams)).toEqual(told);
    }
  });
});

describe("finding", () => {
  it("gives indicators by words, with unit, source and where they have figures", async () => {
    const { data } = await call("find_indicators", { words: "inhabitants", language: "en" });
    const [first] = data["indicators"] as Record<string, unknown>[];
    expect(first).toMatchObject({
      code: "inwoners",
      name: "Inhabitants",
      unit: "inhabitants",
      kind: "register",
      page: "https://cijfers.example/en/indicator/inwoners",
    });
    expect(first?.["source"]).toMatchObject({ name: expect.stringMatching(/./) });
    expect(first?.["levels"]).toContainEqual({ level: "gemeente", name: expect.any(String), first: "2023", last: "2025", periods: 3 });
  });

  it("lists themes without words, and the indicators of one, in parts", async () => {
    const { data } = await call("find_indicators", {});
    const [theme] = data["themes"] as { code: string; indicators: number }[];
    const whole = await call("find_indicators", { theme: theme?.code ?? "", limit: 50 });
    const codes = (told: Told): string[] => (told.data["indicators"] as { code: string }[]).map((each) => each.code);
    expect(codes(whole)).toHaveLength(theme?.indicators ?? -1);
    const part = await call("find_indicators", { theme: theme?.code ?? "", limit: 2, offset: 1 });
    expect(codes(part)).toEqual(codes(whole).slice(1, 3));
    expect(part.data["next_offset"]).toBe(3);
  });

  it("never lists what the site does not", async () => {
    const hidden = site.release.catalogue.indicators.filter((each) => !each.visible).map((each) => each.code);
    expect(hidden).toContain("trots_gt");
    for (const words of hidden) {
      const { data } = await call("find_indicators", { words, limit: 50 });
      expect((data["indicators"] as { code: string }[]).map((each) => each.code).filter((code) => hidden.includes(code))).toEqual([]);
    }
  });

  it("gives areas by name, by level, and the levels", async () => {
    const named = (await call("find_areas", { words: "aardoever" })).data["areas"] as { area: string; name: string }[];
    expect(named.map((each) => each.area)).toContain("gemeente:01001");
    const level = await call("find_areas", { level: "gemeente", words: "eiken" });
    expect(level.data).toMatchObject({ total: 1, areas: [{ area: "gemeente:03001", name: "Eikenberg", level: "gemeente" }] });
    const { data } = await call("find_areas", {});
    expect((data["levels"] as { level: string }[]).map((each) => each.level)).toEqual(
      expect.arrayContaining(["land", "gemeente", "gemeente2024"]),
    );
  });
});

describe("figures", () => {
  it("come with what must be said of them", async () => {
    const told = await call("get_figures", {
      indicators: ["inwoners"],
      areas: ["gemeente:03001", "land:L"],
      periods: "all",
      language: "en",
    });
    expect(rowsOf(told).map((each) => [each.area, each.period, each.value])).toEqual([
      ["gemeente:03001", "2023", 9000],
      ["gemeente:03001", "2024", 9500],
      ["gemeente:03001", "2025", 10000],
      ["land:L", "2023", 21000],
      ["land:L", "2024", 21900],
      ["land:L", "2025", 22800],
    ]);
    expect(rowOf(told, "land:L", "2025")?.flags).toEqual(["provisional"]);
    expect(told.data).toMatchObject({ release: site.release.id, total: 6, indicators: [{ unit: "inhabitants" }] });
    expect(told.text).toContain("Eikenberg | 2025 | 10000 (provisional)");
    expect(told.text).toContain("Licence:");
  });

  it("hidden for privacy are null with the reason, in both languages, and never told otherwise", async () => {
    const given = { indicators: ["ziektegevallen"], level: "gemeente2024", periods: "2024" };
    const told = await call("get_figures", given);
    const row = rowOf(told, "gemeente2024:01001");
    expect(row).toMatchObject({ value: null, status: "private", reason: "Dit cijfer is verborgen om de privacy te beschermen." });
    expect(rowOf(await call("get_figures", { ...given, language: "en" }), "gemeente2024:01001")?.reason).toBe(
      "This figure is hidden for privacy.",
    );
    expect(told.text).toContain("Aardoever | 2024 | x (Dit cijfer is verborgen");
    const compared = await call("compare", {
      indicator: "ziektegevallen",
      areas: ["gemeente2024:01001"],
      periods: "2024",
      ways: ["difference", "ratio", "rank"],
    });
    for (const each of rowOf(compared, "gemeente2024:01001")?.compared_by ?? []) expect(each).toMatchObject({ value: null });
    // What a program gets is the same: nothing was hidden here only.
    const app = await site.openDoor(plainRender);
    const cube = (await app.inject("/api/v1/data?indicator=ziektegevallen&level=gemeente2024&period=2024")).json() as {
      status: number[];
      values: (number | null)[];
    };
    expect(rowsOf(told).map((each) => each.value)).toEqual(cube.values.map((value, at) => (cube.status[at] === 0 ? value : null)));
  });

  it("that are missing say how: hidden by the supplier, not applicable, unknown, incomplete, not on this level", async () => {
    const told = await call("get_figures", { indicators: ["misdrijven"], level: "gemeente2024", periods: "2024", language: "en" });
    expect(rowsOf(told).map((each) => each.status)).toEqual(
      expect.arrayContaining(["hidden", "not-applicable", "unknown", "empty", "value"]),
    );
    for (const each of rowsOf(told)) expect(each.reason === undefined).toBe(each.status === "value");
    expect(rowOf(told, "gemeente2024:03002")?.value).toBe(0);
    const median = await call("get_figures", { indicators: ["inkomen"], level: "provincie2024", periods: "2024", language: "en" });
    expect(rowsOf(median).every((each) => each.value === null)).toBe(true);
    expect(median.data["notes"]).toContain(
      "This figure cannot be added up or averaged; it exists only on the levels on which it was loaded.",
    );
  });

  it("of surveys carry intervals and respondents, and too few answers say so", async () => {
    const told = await call("get_figures", { indicators: ["trots"], level: "gemeente2024", periods: "2024", language: "en" });
    const row = rowOf(told, "gemeente2024:01001");
    expect(row?.value).toBeCloseTo(39.5872, 3);
    expect(row?.interval).toMatchObject({ confidence: 95, lower: expect.closeTo(34.9603, 3), upper: expect.closeTo(44.4084, 3) });
    expect(row?.respondents).toBe(408);
    expect(rowOf(told, "gemeente2024:02001")).toMatchObject({ value: null, reason: "Too few respondents to show this figure." });
    expect(rowOf(told, "gemeente2024:02002")?.flags).toEqual(["few-respondents"]);
  });

  it("of a cube can be split and limited", async () => {
    const told = await call("get_figures", {
      indicators: ["bevolking"],
      areas: ["gemeente2024:02001"],
      periods: "2024",
      by: ["leeftijd5", "geslacht"],
      members: ["leeftijd5_0004"],
    });
    expect(rowsOf(told).map((each) => [each.members, each.value])).toEqual([
      [{ leeftijd5: "0004", geslacht: "M" }, 15],
      [{ leeftijd5: "0004", geslacht: "V" }, 20],
    ]);
  });

  it("come in parts, with a way on, and as files that hold them all", async () => {
    const given = { indicators: ["inwoners"], level: "gemeente2024", periods: "2024" };
    const whole = await call("get_figures", given);
    const first = await call("get_figures", { ...given, limit: 4 });
    expect(first.data).toMatchObject({ total: 6, next_offset: 4 });
    const rest = await call("get_figures", { ...given, limit: 4, offset: 4 });
    expect(rest.data["next_offset"]).toBeUndefined();
    expect([...rowsOf(first), ...rowsOf(rest)]).toEqual(rowsOf(whole));
    const { fixed_csv } = whole.data["files"] as Record<string, string>;
    const app = await site.openDoor(plainRender);
    const file = await app.inject((fixed_csv ?? "").replace("https://cijfers.example", ""));
    expect([file.statusCode, file.headers["cache-control"], file.body.trim().split("\r\n").length]).toEqual([
      200,
      expect.stringContaining("immutable"),
      7,
    ]);
  });
});

describe("comparing", () => {
  it("gives difference, ratio and rank beside the benchmark", async () => {
    const told = await call("compare", {
      indicator: "werkloosheid",
      areas: ["gemeente2024:01001"],
      with: "land:L",
      periods: "2024",
      language: "en",
    });
    const by = Object.fromEntries((rowOf(told, "gemeente2024:01001")?.compared_by ?? []).map((each) => [each.way, each.value]));
    expect(by["difference"]).toBeCloseTo(10 - 340 / 105, 6);
    expect(by["ratio"]).toBeCloseTo(10 / (340 / 105), 6);
    // Low is good, and Aardoever has the highest figure of six.
    expect(by["rank"]).toBe(6);
    expect(told.data).toMatchObject({ with: "land:L", refused: [] });
  });

  it("refuses what makes no sense, in words, and computes the rest", async () => {
    const told = await call("compare", { indicator: "slogan", areas: ["gemeente2024:01001"], periods: "2024", language: "en" });
    const refused = told.data["refused"] as { way: string; why: string }[];
    expect(refused.map((each) => each.way)).toEqual(["difference", "ratio", "rank"]);
    expect(refused.every((each) => each.why.length > 10)).toBe(true);
    expect(rowOf(told, "gemeente2024:01001")?.compared_by).toEqual([]);
    const single = await call("compare", {
      indicator: "inwoners",
      areas: ["gemeente:01001"],
      periods: "2025",
      ways: ["growth", "difference"],
    });
    expect(rowOf(single, "gemeente:01001")?.compared_by).toMatchObject([
      { way: "growth", value: expect.closeTo(100 / 11, 6) },
      { way: "difference", value: 1200 - 22800 },
    ]);
    expect((single.data["cautions"] as { way: string }[]).map((each) => each.way)).toContain("difference");
  });

  it("tests survey figures", async () => {
    const told = await call("compare", {
      indicator: "trots",
      areas: ["gemeente2024:01001", "gemeente2024:01002"],
      with: "land:L",
      periods: "2024",
    });
    const tests = told.data["tests"] as { area: string; with: string; outcome: string; words: string }[];
    expect(tests.find((each) => each.area === "gemeente2024:01001" && each.with === "land:L")).toMatchObject({ outcome: "lower" });
    expect(tests.find((each) => each.area === "gemeente2024:01002" && each.with === "land:L")).toMatchObject({
      outcome: "no-clear-difference",
      words: "geen duidelijk verschil (getoetst op 5 %)",
    });
  });
});

describe("explaining and citing", () => {
  it("says definition, formula in words, breaks, rules and signs", async () => {
    const { data } = await call("explain_method", { indicator: "dichtheid", language: "en" });
    expect(data).toMatchObject({
      adds_up: false,
      formula: { text: "inwoners / oppervlakte", uses: [{ code: "inwoners" }, { code: "oppervlakte" }] },
    });
    expect((data["formula"] as { words: string }).words).toMatch(/Inhabitants.*Surface/s);
    expect((data["rules"] as { rule: string; page: string }[]).find((each) => each.rule === "formulas")?.page).toBe(
      "https://cijfers.example/en/method/formulas",
    );
    expect((data["signs"] as { status: string; meaning: string }[]).map((each) => each.status)).toHaveLength(7);
    const whole = await call("explain_method", { indicator: "inwoners" });
    expect(whole.data).toMatchObject({ adds_up: true, provisional: ["2025"], definition: "Wie op 1 januari in Merenland woont." });
    expect(whole.data["breaks"]).toMatchObject([{ period: "2025" }]);
  });

  it("cites this release for ever", async () => {
    const { data, text } = await call("cite", { indicator: "inwoners", areas: ["gemeente:01001"], periods: "all", language: "en" });
    const fixed = `https://cijfers.example/en/indicator/inwoners?level=gemeente&area=01001&period=all&compare=none&release=${site.release.id}`;
    expect(data).toMatchObject({ address: fixed, release: site.release.id });
    expect(data["citation"]).toMatch(
      new RegExp(`“Inhabitants”, .*release ${site.release.id} of 15 January 2026\\. ${fixed.replaceAll("?", "\\?")}$`),
    );
    expect(data["bibtex"]).toContain(`url = {${fixed}}`);
    expect(data["newest_address"]).not.toContain("release=");
    expect(text).toContain("@misc{inwoners_2026,");
  });
});

describe("mistakes", () => {
  it("are told with their mend, in the language of the call, and give nothing away", async () => {
    const unknown = await call("get_figures", { indicators: ["inwonrs"], language: "en" });
    expect(unknown).toMatchObject({
      isError: true,
      text: "The indicator “inwonrs” does not exist. Check the code (inwoners?). (indicator-unknown)",
    });
    const cases: readonly (readonly [string, Record<string, unknown>, string])[] = [
      ["get_figures", { indicators: ["inwoners"], areas: ["gemeente:99"] }, "area-unknown"],
      ["get_figures", { indicators: ["inwoners"], areas: ["gemeente"] }, "selection-invalid"],
      ["get_figures", { indicators: ["inwoners"], level: "dorp" }, "level-unknown"],
      ["get_figures", { indicators: ["inwoners"], periods: "gisteren" }, "selection-invalid"],
      ["get_figures", { indicators: ["bevolking"], by: ["kleur"] }, "dimension-unknown"],
      ["get_figures", { indicators: ["inwoners"], release: "0000000000000000" }, "release-unknown"],
      [
        "get_figures",
        {
          indicators: ["bevolking", "inwoners", "inkomen", "leeftijd", "trots"],
          level: "wijk",
          by: ["leeftijd1", "geslacht"],
          periods: Array.from({ length: 60 }, (_, i) => 1950 + i).join(","),
        },
        "selection-too-large",
      ],
      ["find_areas", { level: "dorp" }, "level-unknown"],
      ["find_indicators", { theme: "nergens" }, "not-found"],
      ["compare", { indicator: "niets", areas: ["gemeente:01001"] }, "indicator-unknown"],
      ["explain_method", { indicator: "niets" }, "indicator-unknown"],
      ["cite", { indicator: "inwoners", release: "../../etc" }, "release-unknown"],
    ];
    for (const [name, given, code] of cases) {
      const told = await call(name, given);
      expect([name, told.isError, told.text]).toEqual([name, true, expect.stringContaining(`(${code})`)]);
      expect(told.text).not.toMatch(/\bat .*:\d+:\d+|Error:/);
    }
  });

  it("in the form of a call name the field", async () => {
    expect(await call("get_figures", { indicator: "inwoners" })).toMatchObject({
      isError: true,
      text: expect.stringMatching(/indicators[\s\S]*"indicator"/),
    });
    expect((await call("get_figures", { indicators: ["inwoners"], limit: 1e9 })).text).toContain("limit");
    expect((await call("find_indicators", { words: "x", language: "fr" })).text).toContain("language");
    await expect(overHttp.callTool({ name: "drop_tables", arguments: {} })).resolves.toMatchObject({ isError: true });
  });
});

describe("over HTTP", () => {
  const ping = { jsonrpc: "2.0", id: 1, method: "tools/list" };
  const post = (body: string, headers: Record<string, string> = {}, url = address): Promise<Response> =>
    fetch(url, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", accept: "application/json, text/event-stream", ...headers },
    });

  it("it is off until it is switched on", async () => {
    const app = await site.openDoor(plainRender);
    expect((await app.inject({ method: "POST", url: "/mcp", payload: ping })).statusCode).toBe(404);
    expect((await app.inject({ method: "DELETE", url: "/mcp" })).statusCode).toBe(404);
  });

  it("answers one JSON document, keeps nothing, and has no streams", async () => {
    const answer = await post(JSON.stringify(ping));
    expect([answer.status, answer.headers.get("mcp-session-id")]).toEqual([200, null]);
    expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(((await answer.json()) as { result: { tools: unknown[] } }).result.tools).toHaveLength(6);
    for (const method of ["GET", "DELETE"]) {
      const refused = await fetch(address, { method, headers: { accept: "text/event-stream" } });
      expect([refused.status, refused.headers.get("allow")]).toEqual([405, "POST"]);
    }
  });

  it("no page of another site may ask, whatever name it gives the server", async () => {
    for (const origin of ["https://evil.example", "null", "https://localhost.evil.example"])
      expect((await post(JSON.stringify(ping), { origin })).status).toBe(403);
    for (const origin of ["https://cijfers.example", "http://localhost:6274", "http://127.0.0.1:3000"])
      expect((await post(JSON.stringify(ping), { origin })).status).toBe(200);
  });

  it("without an address of its own it answers with the one by which it was asked", async () => {
    const app = await site.openDoor(plainRender, { assistants: true, origin: "" });
    const payload = { ...ping, method: "tools/call", params: { name: "cite", arguments: { indicator: "inwoners" } } };
    const headers = { accept: "application/json, text/event-stream", host: "peil.intern:8080" };
    const answer = await app.inject({ method: "POST", url: "/mcp", payload, headers });
    expect(answer.json().result.structuredContent.address).toMatch(/^http:\/\/peil\.intern:8080\/indicator\/inwoners\?/);
  });

  it("what is no message is refused as the protocol says", async () => {
    const codeOf = async (answer: Response): Promise<[number, number]> => [
      answer.status,
      ((await answer.json()) as { error: { code: number } }).error.code,
    ];
    expect(await codeOf(await post("{"))).toEqual([400, -32700]);
    expect(await codeOf(await post('"x"'))).toEqual([400, -32700]);
    expect(await codeOf(await post(JSON.stringify([ping, ping])))).toEqual([400, -32600]);
    expect(await codeOf(await post(JSON.stringify({ ...ping, params: { x: "y".repeat(70_000) } })))).toEqual([413, -32600]);
    expect((await post(JSON.stringify(ping), { "content-type": "text/plain" })).status).toBe(415);
    expect((await post(JSON.stringify(ping), { accept: "application/json" })).status).toBe(406);
    expect((await post(JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" }))).status).toBe(202);
  });
});

describe("over the standard streams", () => {
  it("without a release the command says so, and writes nothing on standard output", async () => {
    const { spawnSync } = await import("node:child_process");
    const env = { PATH: process.env["PATH"], PEIL_DATA: join(site.region.folder, "empty"), LANG: "en" };
    const ended = spawnSync(process.execPath, [join(import.meta.dirname, "../src/cli.ts"), "mcp"], { env, encoding: "utf8", input: "" });
    expect([ended.status, ended.stdout]).toEqual([1, ""]);
    expect(ended.stderr).toMatch(/publish/i);
  });
});
