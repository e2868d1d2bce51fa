import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openBrowser, openPage } from "./browser.ts";
import { landmarks, questions } from "./site.ts";
import { openWalker } from "./walking.ts";

// Five things that readers come for, by keyboard alone, and what a screen reader is told on the way. What it was told before stands in
// docs/accessibility/walk-through.md; `vitest run --config vitest.journeys.config.ts journeys/walk-through.test.ts -u` writes it anew.

const origin = inject("origin");
const kept = "../docs/accessibility/walk-through.md";
let context: BrowserContext;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ context, close } = await openBrowser({ permissions: ["clipboard-read", "clipboard-write"] }));
  await context.addInitScript(() => {
    if (location.protocol.startsWith("http")) localStorage.setItem("peil.tour", "done");
  });
});
afterAll(() => close());

const head = `# Walk-through

Five tasks of readers, done with the keyboard alone on the starter content, and what a screen reader is told after each key: role, name, state and _description_ of what has the focus, from the browser's own accessibility tree, and what live regions announce. Numbers, dates and names of releases are masked with #.

A journey writes this page and fails when the site no longer says what stands here: \`journeys/walk-through.test.ts\`.

`;

test("five tasks by keyboard, with what a screen reader is told", { timeout: 240_000 }, async () => {
  const { area, indicator, home } = await landmarks();
  const name = area.area.name.nl;
  const at = `${area.area.level}/${area.area.code}`;
  const { code } = indicator.details;
  const asked = await questions();
  const { page, faults } = await openPage(context);
  const walker = await openWalker(page);

  await walker.start(
    "A councillor looks at the municipality at a glance",
    "From the first page, to another benchmark and one theme.",
    `${origin}/`,
  );
  await walker.press("Tab");
  await walker.press("Enter");
  await walker.tabTo("combobox", /^Kies je/);
  await walker.type(name);
  await walker.tabTo("button", /^Toon/);
  await walker.press("Enter", /vogelvlucht|search/);
  // A name that means more than one place leads to a choice first.
  if (page.url().includes("search")) {
    await walker.arrive();
    await walker.tabTo("link", new RegExp(`^${name}`));
    await walker.press("Enter", /vogelvlucht/);
  }
  await walker.arrive();
  await walker.read(".spoken");
  await walker.tabTo("combobox", /Vergelijk met/);
  await walker.press("ArrowDown", /compare=/);
  await walker.press("Tab");
  await walker.tabTo("link", new RegExp(`^${area.themes[0]?.theme.name.nl}`), 200);
  await walker.press("Enter", /theme=\w/);
  await walker.arrive();

  await walker.start(
    "Exploring all topics of a municipality",
    "Find a topic in the list, open it, return to the list.",
    `${origin}/verken/${at}`,
  );
  await walker.tabTo("searchbox", /./);
  await walker.type(indicator.details.name.nl.split(" ")[0] ?? "");
  await walker.tabTo("link", new RegExp(indicator.details.name.nl));
  await walker.press("Enter", "#detail-title:focus");
  await walker.press("Escape", "#explore-list a:focus");

  await walker.start("A table in the data bank", "Choose a topic in the tree, and look at its figures as a table.", `${origin}/databank`);
  await walker.tabTo("searchbox", /onderwerp/);
  await walker.type(code);
  await walker.press("ArrowDown");
  await walker.press("End");
  await walker.press("Enter", "[data-form]");
  await walker.tabTo("button", /^tabel/);
  await walker.press("Enter", ".bank-drawing table");
  await walker.read(".bank-drawing table", 10);

  await walker.start(
    "A map in the data bank",
    "Walk over the map with the arrows, look closer, ask for the table.",
    `${origin}/databank?${asked.map}`,
  );
  await walker.tabTo("application", /./);
  await walker.press("Home");
  await walker.press("ArrowRight");
  await walker.press("+");
  await walker.press("t");

  await walker.start(
    "Downloading and citing a figure",
    "From the page of a topic.",
    `${origin}/indicator/${code}?level=${home.level.alias}&area=${area.area.code}`,
  );
  await walker.tabTo("link", /CSV/i);
  await walker.tabTo("button", /^Kopieer: Deze publicatie/);
  await walker.press("Enter");

  expect(walker.unnamed).toEqual([]);
  expect(faults()).toEqual([]);
  await page.close();
  await expect(head + walker.text()).toMatchFileSnapshot(kept);
});
