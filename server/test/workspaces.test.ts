import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openOften } from "../src/http/often.ts";
import { openWorkspaces } from "../src/workspaces.ts";
import { openTestSite, type TestSite } from "./site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const tab = {
  id: "t1",
  name: "Mijn grafiek",
  selection: "indicator=inwoners&level=gemeente&period=all",
  show: "line",
  settings: { b: "2", a: "1" },
};
const workspace = { format: "peil-workspace", version: 1, tabs: [tab], active: "t1" };

const share = (payload: unknown, remoteAddress = "192.0.2.1") =>
  site.app.inject({
    method: "POST",
    url: "/api/v1/workspaces",
    headers: { "content-type": "application/json" },
    payload: typeof payload === "string" ? payload : JSON.stringify(payload),
    remoteAddress,
  });

describe("sharing a workspace", () => {
  it("gives a short link to what was sent, with the release of that moment", async () => {
    const made = await share(workspace);
    expect(made.statusCode).toBe(201);
    const { hash, release } = made.json();
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(made.headers).toMatchObject({ location: `/w/${hash}`, "cache-control": "no-store" });
    const found = await site.app.inject({ url: `/api/v1/workspaces/${hash}` });
    expect(found.json()).toEqual({ workspace, release });
    expect(release).toBe(site.releases.current().id);
  });

  it("gives the same content the same hash, whatever the order of its keys", async () => {
    const first = await share(workspace);
    const turned = {
      active: "t1",
      tabs: [{ ...tab, settings: { a: "1", b: "2" }, more: "ignored" }],
      version: 1,
      format: "peil-workspace",
    };
    expect((await share(turned, "192.0.2.9")).json()).toEqual(first.json());
    const other = await share({ ...workspace, tabs: [{ ...tab, name: "Anders" }] });
    expect(other.json().hash).not.toBe(first.json().hash);
  });

  it.each<[string, unknown, number, string]>([
    ["no workspace", { tabs: 3, version: 1, format: "peil-workspace" }, 422, "workspace-invalid"],
    ["no JSON object", [1], 422, "workspace-invalid"],
    ["a question that cannot be read", { ...workspace, tabs: [{ ...tab, selection: "period=x" }] }, 422, "workspace-invalid"],
    ["a newer shape", { ...workspace, version: 9 }, 422, "workspace-newer"],
    ["too much", { ...workspace, tabs: [{ ...tab, name: "x".repeat(70_000) }] }, 413, "workspace-too-large"],
    [
      "what is deeper than can be written out",
      `{"format":${"[".repeat(20_000)}${"]".repeat(20_000)},"version":1}`,
      422,
      "workspace-invalid",
    ],
    ["broken JSON", '{"tabs":', 400, "selection-invalid"],
  ])("refuses %s", async (_, payload, status, code) => {
    const answer = await share(payload, "192.0.2.50");
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code, status });
  });

  it("knows no link that nobody made", async () => {
    for (const hash of ["0123456789abcdef", "short", "..%2Fsecret"]) {
      const answer = await site.app.inject({ url: `/api/v1/workspaces/${hash}` });
      expect([answer.statusCode, answer.json().code]).toEqual([404, "workspace-unknown"]);
    }
  });

  it("asks who shares too often to wait, and nobody else", async () => {
    const answers = [];
    for (let i = 0; i < 21; i++) answers.push(await share(workspace, "198.51.100.7"));
    expect(answers.slice(0, 20).every((each) => each.statusCode === 201)).toBe(true);
    const last = answers[20];
    expect(last?.statusCode).toBe(429);
    expect(Number(last?.headers["retry-after"])).toBeGreaterThanOrEqual(60);
    expect((await share(workspace, "198.51.100.8")).statusCode).toBe(201);
  });

  it("believes no address that a reader writes himself", async () => {
    const forged = await site.app.inject({
      method: "POST",
      url: "/api/v1/workspaces",
      headers: { "content-type": "application/json", "x-forwarded-for": "203.0.113.99" },
      payload: JSON.stringify(workspace),
      remoteAddress: "198.51.100.7",
    });
    expect(forged.statusCode).toBe(429);
  });

  it("says so where nothing can be kept, and tries again", async () => {
    let tries = 0;
    const broken = openWorkspaces(
      () => Promise.reject(new Error(`try ${++tries}`)),
      () => {},
    );
    await expect(broken.find("0123456789abcdef")).rejects.toMatchObject({ code: "sharing-off" });
    await expect(broken.keep({ body: "", release: "" })).rejects.toMatchObject({ code: "sharing-off" });
    expect(tries).toBe(2);
    await broken.close();
  });
});

describe("counting how often", () => {
  it("forgets everybody when their window ends", () => {
    let now = 0;
    const often = openOften(2, 1000, 100, () => now);
    expect([often.take("a"), often.take("a"), often.take("b")]).toEqual([0, 0, 0]);
    now = 400;
    expect(often.take("a")).toBe(600);
    expect(often.size).toBe(2);
    now = 1000;
    expect(often.size).toBe(0);
    expect(often.take("a")).toBe(0);
  });

  it("takes a network of IPv6 as one client, and limits all together", () => {
    const often = openOften(1, 1000, 3, () => 0);
    expect(often.take("2001:db8:1:2::1")).toBe(0);
    expect(often.take("2001:db8:1:2:ffff::9")).toBe(1000);
    expect(often.take("2001:db8:1:3::1")).toBe(0);
    expect(often.take("2001:db8::1")).toBe(0);
    expect(often.take("192.0.2.1")).toBe(1000);
  });
});
