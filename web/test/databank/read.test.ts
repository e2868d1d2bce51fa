import { explainError } from "@peil/core/errors.ts";
import { describe, expect, it } from "vitest";
import { addressOf, openClient } from "../../src/databank/read.ts";

type Reply = { readonly status?: number; readonly body: unknown };

function clientOf(reply: (address: string) => Reply | Error) {
  const asked: { address: string; language: string | null }[] = [];
  const ask = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    init?.signal?.throwIfAborted();
    asked.push({ address: String(input), language: new Headers(init?.headers).get("accept-language") });
    const found = reply(String(input));
    if (found instanceof Error) throw found;
    const text = typeof found.body === "string" ? found.body : JSON.stringify(found.body);
    return new Response(text, { status: found.status ?? 200 });
  };
  return { client: openClient("en", ask as typeof fetch), asked };
}

const cube = {
  axes: [
    {
      code: "area",
      label: { nl: "Gebied" },
      role: "area",
      members: [
        { code: "1", label: { nl: "Eén" } },
        { code: "2", label: { nl: "Twee" } },
      ],
    },
  ],
  values: [3.5, null],
  status: [0, 7],
  flags: [1, 0],
  texts: ["a", null],
  uncertainty: { lower: [3, null], upper: [4, null], respondents: [120, null], level: 95, method: "wilson" },
  notes: [],
  release: "r1",
  sources: [],
};

describe("the client of the routes", () => {
  it("writes addresses as the API takes them", () => {
    expect(addressOf("data", { selection: "indicator=a%20b&level=c" })).toBe("/api/v1/data?indicator=a%20b&level=c");
    expect(addressOf("areas", { level: "sector 1/2" })).toBe("/api/v1/areas/sector%201%2F2");
    expect(addressOf("details", { codes: "a,b" })).toBe("/api/v1/details?codes=a%2Cb");
    expect(addressOf("search", { q: "" })).toBe("/api/v1/search");
  });

  it("makes a cube of what travelled: no figure is NaN, arrays are typed", async () => {
    const { client } = clientOf(() => ({ body: cube }));
    const found = await client.read("data", { selection: "" });
    expect(found.values).toEqual(Float64Array.of(3.5, Number.NaN));
    expect(found.status).toEqual(Uint8Array.of(0, 7));
    expect(found.flags).toEqual(Uint8Array.of(1, 0));
    expect(found.texts).toEqual(["a", undefined]);
    expect(found.uncertainty?.lower).toEqual(Float64Array.of(3, Number.NaN));
    expect(found.uncertainty?.level).toBe(95);
    expect(found.axes).toEqual(cube.axes);
  });

  it("asks the same once, until it is told to forget", async () => {
    const { client, asked } = clientOf(() => ({ body: [] }));
    await Promise.all([client.read("levels", {}), client.read("levels", {})]);
    await client.read("levels", {});
    expect(asked).toEqual([{ address: "/api/v1/levels", language: "en" }]);
    client.forget();
    await client.read("levels", {});
    expect(asked).toHaveLength(2);
  });

  it("throws the error of the site, in the reader's language, and asks again after it", async () => {
    let status = 404;
    const { client, asked } = clientOf(() => ({ status, body: { code: "indicator-unknown", details: { code: "x", hint: "" } } }));
    const error = await client.read("data", { selection: "" }).catch((each) => each);
    expect(explainError(error, "en").message).toBe("The indicator “x” does not exist.");
    status = 200;
    await client.read("data", { selection: "" }).catch(() => undefined);
    expect(asked).toHaveLength(2);
  });

  it("says that the site does not answer, and what it cannot understand", async () => {
    const dead = clientOf(() => new TypeError("failed to fetch"));
    await expect(dead.client.read("levels", {})).rejects.toMatchObject({ code: "no-connection" });
    const proxy = clientOf(() => ({ status: 502, body: "<html>" }));
    await expect(proxy.client.read("levels", {})).rejects.toMatchObject({ code: "no-connection" });
    const strange = clientOf(() => ({ status: 422, body: { code: "from-the-future", details: {} } }));
    await expect(strange.client.read("levels", {})).rejects.toThrow();
  });

  it("stops where nobody waits any more, without spoiling the answer for others", async () => {
    const { client } = clientOf(() => ({ body: [] }));
    const ending = new AbortController();
    ending.abort();
    await expect(client.read("levels", {}, ending.signal)).rejects.toMatchObject({ name: "AbortError" });
    await expect(client.read("levels", {})).resolves.toEqual([]);
  });

  it("forgets the oldest answers first", async () => {
    const { client, asked } = clientOf(() => ({ body: [] }));
    for (let i = 0; i < 81; i++) await client.read("areas", { level: `l${i}` });
    await client.read("areas", { level: "l80" });
    expect(asked).toHaveLength(81);
    await client.read("areas", { level: "l0" });
    expect(asked).toHaveLength(82);
  });
});
