import { routes } from "@peil/core/api.ts";
import { catalogue } from "@peil/core/errors.ts";
import { describe, expect, it } from "vitest";
import { render, sentences } from "../src/entry-server.tsx";
import { read } from "./data.ts";

describe("the page for programs", () => {
  it("names every route, and opens examples and files", async () => {
    const { html } = await render("/api", read);
    for (const { path } of Object.values(routes)) expect(html).toContain(`GET ${path}</code>`);
    expect(html).toContain('href="/api/v1/data.csv?indicator=inwoners&amp;level=gemeente"');
    expect(html).toContain('<a href="https://example.org/standard">A standard</a>');
    expect(html).toContain("Iets meer.");
    expect(html).toContain('<a href="https://example.org/by">CC BY 4.0</a>: 1 bron');
  });

  it("is found from every page, in its language", async () => {
    expect((await render("/about", read)).html).toContain('<a href="/api">Open data en API</a>');
    expect((await render("/en/about", read)).html).toContain('<a href="/en/api">Open data and API</a>');
  });

  it("explains every error where its problem leads, in both languages", async () => {
    for (const [address, words] of [
      ["/api/v1/errors", "De formule bijt in haar eigen staart"],
      ["/en/api/v1/errors", "The formula refers to itself"],
    ] as const) {
      const { html, status } = await render(address, read);
      expect(status).toBe(200);
      expect(html).toContain(words);
      for (const code of Object.keys(catalogue)) expect(html).toContain(`id="${code}"`);
    }
  });
});

describe("sentences", () => {
  it("are those of the page of the indicator, in the language asked", async () => {
    const selection = "indicator=inwoners&area=10004";
    const [dutch] = await sentences(read, ["inwoners"], selection, "nl");
    const [english] = await sentences(read, ["inwoners"], selection, "en");
    const page = await render(`/indicator/inwoners?area=10004`, read);
    expect(dutch?.sentences.length).toBeGreaterThan(1);
    for (const { text } of dutch?.sentences ?? []) expect(dutch?.text).toContain(text);
    expect(page.html).toContain(`<meta name="description" content="${dutch?.text}"/>`);
    expect(english?.text).not.toBe(dutch?.text);
  });
});
