import { PeilError } from "@peil/core/errors.ts";
import { describe, expect, it } from "vitest";
import { hrefOf, parseAddress } from "../src/address.ts";
import { render } from "../src/entry-server.tsx";
import { read } from "./data.ts";

const addresses = [
  "/",
  "/theme/demografie",
  "/indicator/inwoners",
  "/indicator/ouderen?area=10004&show=map",
  "/indicator/inwoners?area=10001,10008",
  "/indicator/bevolking?area=10001,10002&by=leeftijd5,geslacht",
  "/indicator/bevolking?area=10001&by=leeftijd5,geslacht",
  "/indicator/inwoners?level=gewest",
  "/area/gemeente/10004?compare=gemeente:10002",
  "/search?q=inwoners+aardekerke",
  "/search",
  "/releases",
  "/about",
  "/methode",
  "/methode/special-values",
  "/api",
  "/api/v1/errors",
  "/nergens/te/vinden",
];

describe.each(addresses.flatMap((each) => [each, `/en${each}`]))("%s", (address) => {
  it("is a whole page in its language, with a twin in the other", async () => {
    const { html, status } = await render(address, read);
    const language = address.startsWith("/en/") ? "en" : "nl";
    expect(status).toBe(address.includes("nergens") ? 404 : 200);
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}"`));
    expect(html.match(/<h1/g)?.length).toBe(1);
    expect(html).toContain(`hrefLang="${language === "nl" ? "en" : "nl"}"`);
    expect(html).toContain('<main id="main"');
  });

  it("carries no inline style, no inline script, no unfilled text", async () => {
    const { html } = await render(address, read);
    expect(html).not.toMatch(/\sstyle=/);
    // Linked data is no script, though its element is called so: no browser runs it.
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json">)(?![^>]*\ssrc=)/);
    expect(html).not.toMatch(/undefined|NaN|\[object/);
  });

  it("uses no id twice", async () => {
    const { html } = await render(address, read);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((each) => each[1]);
    expect(ids.filter((each, index) => ids.indexOf(each) !== index)).toEqual([]);
  });
});

describe("pages", () => {
  it("mark a text that has no translation", async () => {
    const { html } = await render("/en/theme/demografie", read);
    expect(html).toContain('<span lang="nl">Wie woont er?</span>');
  });

  it("make an error of the catalogue a page with its status and what to do", async () => {
    const { html, status } = await render("/indicator/inwonrs", read);
    expect(status).toBe(404);
    expect(html).toContain("Het onderwerp “inwonrs” bestaat niet.");
    expect(html).toContain("inwoners?");
  });

  it("know the server's own copy of an error by its shape", async () => {
    const other = Object.assign(new Error("no-release"), { name: "PeilError", code: "no-release", details: {} });
    const { status, html } = await render("/", async () => Promise.reject(other));
    expect(status).toBe(503);
    expect(html).toContain("nog niets gepubliceerd");
  });

  it("throw on what is no error of the catalogue", async () => {
    await expect(render("/", async () => Promise.reject(new TypeError("bug")))).rejects.toThrow("bug");
    expect(new PeilError("internal").status).toBe(500);
  });

  it("say where there are figures when a level has none", async () => {
    const { html } = await render("/indicator/inwoners?level=gewest", read);
    expect(html).toContain("Geen cijfers voor gewesten");
    expect(html).toContain("niet geladen");
    expect(html).toContain('href="/indicator/inwoners?level=gemeente"');
    expect(html).not.toContain('id="choice-area"');
  });

  it("let several areas be chosen without a script: each with a chip that leaves it out, and a list that adds one", async () => {
    const { html } = await render("/indicator/ouderen?area=10004,10002", read);
    for (const code of ["10004", "10002"]) expect(html).toContain(`<input type="hidden" name="area" value="${code}"/>`);
    expect(html).toMatch(/<select id="choice-area" name="area"><option value="" selected="">kies een gebied/);
    expect(html).toMatch(/href="\/indicator\/ouderen\?level=gemeente&amp;area=10002[^"]*" aria-label="Dorpsveld weglaten"/);
    expect(html).not.toMatch(/<option[^>]* value="10004"/);
  });

  it("give each of several areas its key figure and its sentence", async () => {
    const { html } = await render("/indicator/ouderen?area=10004,10002", read);
    expect(html.match(/<ul class="several">.*?<\/ul>/)?.[0].match(/<li>/g)?.length).toBe(2);
    expect(html).toMatch(/voor Dorpsveld [^.]*, voor Berkendam .* Tussen 2019 en 2024 .* Ter vergelijking: in het Noordelijk Gewest/);
  });

  it("say of one of several areas that its figure is hidden", async () => {
    const { html } = await render("/indicator/inwoners?area=10001,10008", read);
    expect(html).toContain(">Haverlo</a><small>verborgen om privacyredenen</small>");
    expect(html).toContain("Het cijfer van Haverlo in 2024 is verborgen om privacyredenen.");
  });

  it("cross the dimensions of a cube for each of several areas", async () => {
    const { html } = await render("/indicator/bevolking?area=10001,10002&by=leeftijd5,geslacht", read);
    expect(html).toContain("Alle cijfers: Aardekerke");
    expect(html).toContain("Alle cijfers: Berkendam");
  });

  it("explain where a merged area came from", async () => {
    const { html } = await render("/area/gemeente/10004", read);
    expect(html).toContain("Dorpsveld ontstond in 2019 uit Oudveld en Nieuwveld.");
  });

  it("link the downloads to the same question", async () => {
    const { html } = await render("/indicator/ouderen?area=10004", read);
    expect(html).toMatch(/href="\/indicator\/ouderen\.csv\?level=gemeente&amp;area=10004/);
  });

  it("put nothing of the reader's words in the page unescaped", async () => {
    const { html } = await render("/search?q=%3Cscript%3Ealert(1)%3C/script%3E", read);
    expect(html).not.toContain("<script>alert");
  });

  it("turn addresses into places and back", () => {
    for (const address of addresses.filter((each) => !each.includes("nergens"))) {
      const { language, place } = parseAddress(`/en${address}`);
      expect(language).toBe("en");
      if (place) expect(hrefOf("nl", place)).toBe(address);
    }
    expect(parseAddress("/indicator/%E0%A4%A").place).toMatchObject({ page: "indicator" });
  });
});
