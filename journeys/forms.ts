import type { IndicatorDetails } from "@peil/core/api.ts";
import type { Page } from "playwright-core";
import { originOf } from "./origin.ts";
import { ask, landmarks } from "./site.ts";

/** Waits until the data bank stands still: everything that was asked for came, and is drawn. */
export async function settle(page: Page): Promise<void> {
  if ((await page.locator("#databank").count()) === 0) return;
  await page.locator(".databank-ready").waitFor({ state: "attached" });
  await page.waitForFunction(() => {
    const waiting = document.querySelector("#databank .skeleton, #databank [aria-busy=true], .bank-waiting");
    return waiting === null && document.querySelector(".bank-show, .bank-message") !== null;
  });
  // What a drawing does once it stands: borders become shapes, labels find their places.
  await page.waitForTimeout(150);
}

/** A way to ask the same of every indicator: what follows its code in an address. */
type Part = readonly [indicators: readonly string[], rest: string];

function ofCubes(cubes: readonly IndicatorDetails[], level: string, areas: readonly string[]): readonly Part[] {
  return cubes.flatMap(({ code, dimensions }) => {
    const coarse = dimensions.map(({ levels }) => levels.toSorted((a, b) => a.members.length - b.members.length)[0]?.code ?? "");
    const by = coarse[0] ?? "";
    const one = `level=${level}&area=${areas[0] ?? ""}`;
    return [
      [[code], `${one}&period=recent&by=${by}`],
      [[code], `${one}&period=all&by=${by}`],
      [[code], `level=${level}&period=recent&by=${by}`],
      ...coarse.slice(1).map((second): Part => [[code], `${one}&period=recent&by=${by}&by=${second}`]),
    ] as const;
  });
}

/** A level of few areas: parts on a map need room. */
async function roomy(levels: readonly string[]): Promise<string> {
  for (const level of levels) {
    const { length } = await ask("areas", { level });
    if (length > 2 && length < 20) return level;
  }
  return levels[0] ?? "";
}

/** The first of these that counts something: what can be drawn as the size of a circle. */
async function firstAmount(codes: readonly string[]): Promise<string> {
  for (const code of codes.toReversed()) {
    const { details } = await ask("indicator", { code, selection: "" });
    if (details.dataType === "count") return code;
  }
  return codes[0] ?? "";
}

/**
 * Questions of every shape that a form can need: one indicator and several, one area and all, one period and all, parts of a cube;
 * few of each, made from what the site holds.
 */
export async function shapes(): Promise<readonly string[]> {
  const { home, area } = await landmarks();
  const tree = await ask("tree", {});
  const level = home.level.alias;
  const here = tree.indicators.filter((each) => tree.nodes.some((node) => "indicator" in node && tree.indicators[node.indicator] === each));
  const flat = here.filter((each) => each.shape === "flat" && each.flow === undefined);
  // Figures of the same places and periods go together: of those, one of each unit.
  const together = [...Map.groupBy(flat, (each) => each.covers).values()]
    .map((group) => [...new Map(group.map((each) => [each.unit, each.code])).values()])
    .toSorted((a, b) => b.length - a.length);
  const codes = (together[0] ?? []).slice(0, 5);
  const byUnit = Map.groupBy(flat, (each) => each.unit);
  const alike = [...byUnit.values()].toSorted((a, b) => b.length - a.length)[0]?.slice(0, 4) ?? [];
  const cubes = here.filter((each) => each.shape === "cube").slice(0, 3);
  const details = await Promise.all(cubes.map(async ({ code }) => (await ask("indicator", { code, selection: "" })).details));
  const areas = [area.area.code, ...home.areas.slice(0, 3).map((each) => each.code)];
  const several = [...new Set(areas)].map((each) => `&area=${each}`).join("");
  const [first = "", second = ""] = codes;
  const amount = await firstAmount(
    flat.filter((each) => each.covers === flat.find((one) => one.code === first)?.covers).map((each) => each.code),
  );
  const parts: readonly Part[] = [
    ...codes.map((each): Part => [[each], `level=${level}&period=recent`]),
    [[first], `level=${level}&period=all${several}`],
    [[first], `level=${level}&period=all&area=${areas[0]}`],
    [[first], `level=${level}&period=recent${several}`],
    [[first, second], `level=${level}&period=recent`],
    [[first, second, amount], `level=${level}&period=all`],
    [codes, `level=${level}&period=recent&area=${areas[0]}`],
    [alike.map((each) => each.code), `level=${level}&period=recent&area=${areas[0]}`],
    [alike.map((each) => each.code), `level=${level}&period=recent${several}`],
    ...ofCubes(details, level, areas),
    ...ofCubes(details, await roomy(details[0]?.available.map((each) => each.level.alias) ?? []), []).filter(
      ([, rest]) => !rest.includes("area="),
    ),
    [alike.slice(0, 2).map((each) => each.code), `level=${await roomy(tree.levels.map((each) => each.alias))}&period=recent`],
  ];
  return parts.map(([indicators, rest]) => `${indicators.map((each) => `indicator=${each}`).join("&")}&${rest}`);
}

/** The forms that the data bank offers and refuses for what it shows. */
async function offered(page: Page): Promise<{ readonly can: readonly string[]; readonly all: readonly string[] }> {
  const codes = (selector: string) =>
    page.locator(selector).evaluateAll((list) => list.map((each) => each.getAttribute("data-form") ?? "").filter((each) => each !== ""));
  return { can: await codes(".bank-forms > [data-form]"), all: await codes(".bank-forms [data-form]") };
}

/** Whether an address opens this form: maps are offered before their borders are there, and refused when those do not do. */
async function opens(page: Page, address: string, form: string): Promise<boolean> {
  await page.goto(`${originOf()}${address}`);
  await settle(page);
  return (await page.locator(`.bank-forms > [data-form="${form}"][aria-pressed=true]`).count()) === 1;
}

/**
 * A question for every form that the site's content suits, and the forms that none of them suits. A form that suits well goes before
 * one that must be read with care.
 * @param visit is called while the form stands open
 */
export async function formPages(
  page: Page,
  visit: (form: string) => Promise<void> = async () => {},
): Promise<{ readonly pages: ReadonlyMap<string, string>; readonly rest: readonly string[] }> {
  const found = new Map<string, string>();
  const known = new Set<string>();
  for (const query of await shapes()) {
    await page.goto(`${originOf()}/databank?${query}`);
    await settle(page);
    const { can, all } = await offered(page);
    for (const each of all) known.add(each);
    for (const each of can) {
      const address = `/databank?${query}&show=${each}`;
      if (!found.has(each) && (await opens(page, address, each))) {
        found.set(each, address);
        await visit(each);
      }
    }
    if (known.size > 0 && found.size === known.size) break;
  }
  return { pages: found, rest: [...known].filter((each) => !found.has(each)) };
}
