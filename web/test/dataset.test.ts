import type { IndicatorView, Read } from "@peil/core/api.ts";
import { expect, it } from "vitest";
import { render } from "../src/entry-server.tsx";
import { read } from "./data.ts";

async function linked(address: string, from: Read): Promise<Record<string, unknown>> {
  const { html } = await render(address, from);
  const found = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "";
  return JSON.parse(found) as Record<string, unknown>;
}

it("an indicator is a Dataset of schema.org, with its files", async () => {
  const set = await linked("/indicator/inwoners", read);
  expect(set).toMatchObject({ "@context": "https://schema.org", "@type": "Dataset", identifier: "inwoners", inLanguage: "nl" });
  for (const needed of ["name", "description", "url", "creator"]) expect([needed, Boolean(set[needed])]).toEqual([needed, true]);
  expect(set["temporalCoverage"]).toMatch(/^\d{4}\/\d{4}$/);
  const files = set["distribution"] as readonly { readonly contentUrl: string }[];
  expect(files.map((each) => each.contentUrl.split(".").at(-1))).toEqual([
    "csv",
    "xlsx",
    "json",
    "px",
    "parquet",
    "geojson",
    "topojson",
    "sdmx-csv",
    "sdmx-json",
    "ttl",
  ]);
  expect((await linked("/en/indicator/inwoners", read))["url"]).toMatch(/\/en\/indicator\/inwoners$/);
});

it("no name gets out of its script", async () => {
  const evil = "</script><script>alert(1)</script>";
  const odd: Read = async (name, input) => {
    const out = await read(name, input);
    if (name !== "indicator") return out;
    const view = out as IndicatorView;
    return { ...view, details: { ...view.details, name: { nl: evil } } } as typeof out;
  };
  expect((await linked("/indicator/inwoners", odd))["name"]).toBe(evil);
  expect((await render("/indicator/inwoners", odd)).html).not.toContain(evil);
});
