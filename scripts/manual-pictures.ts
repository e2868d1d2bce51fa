import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { chromiumPath } from "../journeys/browser-path.ts";
import { smaller } from "./smaller-png.ts";

// Takes the pictures of the manual from a running site with the starter content: `node scripts/manual-pictures.ts http://localhost:8080`.
// Run by hand when what they show has changed; `docs/manual/` and a test name them.

const size = { width: 720, height: 450 };
const heaviest = 60_000;
const folder = join(import.meta.dirname, "../web/src/public/assets/manual");
const [origin = "http://localhost:8080", ...only] = process.argv.slice(2);

type Language = "nl" | "en";
/** A picture: where, what is done there first, and what stands at its top left. */
type Picture = {
  readonly name: string;
  readonly path: Readonly<Record<Language, string>>;
  readonly at: string;
  readonly act?: (page: Page) => Promise<void>;
  /** Width of the window, and of the part of it that is taken; that part is made to fit. */
  readonly wide: number;
  readonly part: 720 | 960 | 1080 | 1200;
};

const glance = { nl: "/vogelvlucht/gemeente/44021", en: "/en/glance/gemeente/44021" };
const explore = { nl: "/verken/gemeente/44021", en: "/en/explore/gemeente/44021" };
const bank = (query: string): Picture["path"] => ({ nl: `/databank?${query}`, en: `/en/data-bank?${query}` });
const topic = (path: string): Picture["path"] => ({ nl: `/indicator/${path}`, en: `/en/indicator/${path}` });

async function open(page: Page, summary: string): Promise<void> {
  await page
    .locator(summary)
    .first()
    .evaluate((each) => each.setAttribute("open", ""));
}

const pictures: readonly Picture[] = [
  { name: "figure", path: topic("huisprijs?level=gemeente&area=44021"), at: "main h1", wide: 1080, part: 960 },
  { name: "forecast", path: topic("inwoners_alle?level=gemeente&area=44021"), at: ".plates > *, .plate", wide: 1080, part: 1080 },
  { name: "glance", path: glance, at: ".glance-head", wide: 1140, part: 1080 },
  {
    name: "why",
    path: glance,
    at: ".glance-list.attention",
    act: (page) => open(page, ".glance-list.attention details.why"),
    wide: 720,
    part: 720,
  },
  { name: "explore", path: explore, at: ".choosing", wide: 1080, part: 1080 },
  { name: "tree", path: bank("indicator=inwoners_alle&level=gemeente&area=all"), at: ".bank-panel", wide: 1200, part: 1200 },
  {
    name: "areas",
    path: bank("indicator=inwoners_alle&level=gemeente&within=provincie:40000"),
    at: "dialog[open]",
    act: async (page) => {
      await page.getByRole("button", { name: /^(Wijzig: Gebieden|Change: Areas)$/ }).click();
      await page.locator("dialog[open] input[type=radio]").nth(1).click();
      await page.waitForTimeout(1500);
      await page.getByLabel(/^(Zoek op naam of code|Find by name or code|Search by name or code)$/).fill("gent");
    },
    wide: 980,
    part: 960,
  },
  { name: "forms", path: bank("indicator=bevolkingsdichtheid&level=gemeente&area=all&show=map"), at: ".bank-show", wide: 1500, part: 1080 },
  {
    name: "unfit",
    path: bank("indicator=huisprijs&level=gemeente&area=44021&period=all&show=line"),
    at: ".bank-show",
    act: (page) => open(page, "details.unfit"),
    wide: 1120,
    part: 720,
  },
  {
    name: "tabs",
    path: bank("indicator=huisprijs&level=gemeente&area=44021&period=all&show=line"),
    at: ".bank-head",
    act: async (page) => {
      const first = new URL(page.url());
      await page.goto(`${first.origin}${first.pathname}?indicator=bevolkingsdichtheid&level=provincie&area=all&show=bar`);
      await page.locator(".bank-show figure, .bank-show svg").first().waitFor();
      await page.locator(".bank-menu > button").click();
    },
    wide: 1000,
    part: 960,
  },
  { name: "take-along", path: topic("huisprijs?level=gemeente&area=44021"), at: ".tool", wide: 1080, part: 960 },
  {
    name: "distribution",
    path: { nl: `${explore.nl}?open=criminaliteit_1000`, en: `${explore.en}?open=criminaliteit_1000` },
    at: "#detail figure",
    wide: 1400,
    part: 720,
  },
  {
    name: "focus",
    path: explore,
    at: ".choosing ~ *",
    act: async (page) => {
      await page.locator(".choosing ~ * a[href*='open=']").first().focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
    },
    wide: 1140,
    part: 960,
  },
  {
    name: "embedded",
    path: { nl: "/embed/huisprijs?level=gemeente&area=44021&show=line", en: "/en/embed/huisprijs?level=gemeente&area=44021&show=line" },
    at: "body",
    wide: 720,
    part: 720,
  },
];

async function take(page: Page, { name, path, at, act, wide, part }: Picture, language: Language): Promise<void> {
  await page.setViewportSize({ width: wide, height: 1000 });
  await page.goto(origin + path[language]);
  // Figures of the data bank come after the page.
  if (path.nl.startsWith("/databank")) await page.locator(".bank-shown").waitFor();
  await page.waitForTimeout(1500);
  await act?.(page);
  const found = page.locator(at).first();
  await found.evaluate((each) => scrollTo(0, each.getBoundingClientRect().top + scrollY - 12));
  await page.waitForTimeout(600);
  const box = await found.boundingBox();
  if (box === null) throw new Error(`${name}: nothing at ${at}`);
  const height = (part * size.height) / size.width;
  const clip = {
    x: Math.max(0, Math.min(box.x - 16, wide - part)),
    y: Math.max(0, Math.min(box.y - 12, 1000 - height)),
    width: part,
    height,
  };
  const png = smaller(await page.screenshot({ clip }));
  if (png.length > heaviest) process.stderr.write(`${name}.${language}: ${png.length} bytes, more than ${heaviest}\n`);
  writeFileSync(join(folder, `${name}.${language}.png`), png);
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox", "--disable-gpu"] });
try {
  for (const language of ["nl", "en"] as const) {
    for (const picture of pictures.filter((each) => only.length === 0 || only.includes(each.name))) {
      const context = await browser.newContext({ locale: "nl-BE", colorScheme: "light", deviceScaleFactor: size.width / picture.part });
      await take(await context.newPage(), picture, language);
      await context.close();
    }
  }
} finally {
  await browser.close();
}
