import axeCore, { type RunOptions } from "axe-core";
import type { Page } from "playwright-core";

/** Something that keeps readers out: the rule that is broken, what it says, and where. */
export type Finding = { readonly rule: string; readonly help: string; readonly where: readonly string[] };

/** What a look at one page gave: what is wrong, what a person must judge, and which rules were looked at. */
export type Audit = {
  readonly findings: readonly Finding[];
  readonly undecided: readonly string[];
  readonly rules: readonly string[];
  readonly axe: string;
};

/** Rules whose answer depends on width and colours; all others follow from the document, which stays the same. */
const ofLook = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"];

/** Lays out what the browser leaves for later because it is off the screen: it is where it will be when a reader gets there. */
async function unroll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { content-visibility: visible !important }");
    document.adoptedStyleSheets = [sheet];
  });
}

/** Puts axe into every document of a page, once: reading it takes longer than most of its rules. */
async function bringAxe(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    if (await frame.evaluate(() => "axe" in globalThis)) continue;
    await frame.evaluate(axeCore.source);
    await frame.evaluate(() => (globalThis as unknown as Axe).axe.configure({ allowedOrigins: ["<unsafe_all_origins>"] }));
  }
}

type Axe = { readonly axe: Pick<typeof axeCore, "configure" | "run"> };

/** Looks at a page with axe: all its rules, WCAG 2.2 AA and its own good practice; `look` only those that follow from width and colours. */
export async function audit(page: Page, only?: "look"): Promise<Audit> {
  await unroll(page);
  await bringAxe(page);
  const options: RunOptions = {
    resultTypes: ["violations"],
    rules: { "target-size": { enabled: true } },
    ...(only ? { runOnly: { type: "rule", values: ofLook } } : {}),
  };
  return page.evaluate(async (asked): Promise<Audit> => {
    const found = await (globalThis as unknown as Axe).axe.run(document, asked);
    const { violations, incomplete, passes, inapplicable, testEngine } = found;
    return {
      findings: violations.map(({ id, help, nodes }) => ({
        rule: id,
        help,
        where: nodes.slice(0, 5).map((node) => node.target.join(" ")),
      })),
      undecided: incomplete.map((each) => each.id),
      rules: [...violations, ...incomplete, ...passes, ...inapplicable].map((each) => each.id),
      axe: testEngine.version,
    };
  }, options);
}

/** Whether the page can be moved sideways. */
export async function sideways(page: Page): Promise<readonly Finding[]> {
  return page.evaluate(() => {
    const inner = document.documentElement.clientWidth;
    const wide = document.documentElement.scrollWidth;
    if (wide <= inner) return [];
    const where = [...document.querySelectorAll("body *")]
      .filter((each) => each.getBoundingClientRect().right > inner + 1)
      .slice(0, 5)
      .map((each) => `${each.tagName.toLowerCase()}.${each.getAttribute("class") ?? ""}`);
    return [{ rule: "sideways", help: `${wide} wide on ${inner}`, where }];
  });
}

/** Controls that are drawn smaller than 24 pixels; words in a sentence, and fields whose label is large enough, are not. */
export async function small(page: Page): Promise<readonly Finding[]> {
  const where = await page.evaluate(() => {
    const controls = "button, select, input, textarea, summary, a[href], [role=button], [role=tab], [role=treeitem], [role=slider]";
    const large = (each: Element): boolean => {
      const { width, height } = each.getBoundingClientRect();
      return width === 0 || (width >= 23.5 && height >= 23.5);
    };
    return [...document.querySelectorAll(controls)]
      .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((each) => !each.closest("svg, .unseen, .skip") && getComputedStyle(each).display !== "inline")
      .filter((each) => !large(each) && !(each.closest("label") && large(each.closest("label") ?? each)))
      .slice(0, 5)
      .map((each) => `${each.tagName.toLowerCase()}.${each.getAttribute("class") ?? ""} ${(each.textContent ?? "").slice(0, 20)}`);
  });
  return where.length === 0 ? [] : [{ rule: "small", help: "smaller than 24 pixels", where }];
}

/** What gets the keyboard's focus without a sign of it. */
export async function unseenFocus(page: Page): Promise<readonly Finding[]> {
  // Browsers draw the focus ring only after a key: from here on what a script focuses counts as reached by keyboard.
  await page.keyboard.press("Tab");
  const where = await page.evaluate(() => {
    const reachable = "a[href], button:not(:disabled), input, select, textarea, summary, [tabindex='0']";
    const look = (each: Element): string => {
      const { boxShadow, borderColor, backgroundColor, textDecorationLine } = getComputedStyle(each);
      return [boxShadow, borderColor, backgroundColor, textDecorationLine].join();
    };
    const ringed = (each: Element, pseudo?: string): boolean => {
      const { outlineStyle, outlineWidth } = getComputedStyle(each, pseudo);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    };
    const unseen: string[] = [];
    for (const each of [...document.querySelectorAll<HTMLElement>(reachable)].slice(0, 250)) {
      if (!each.checkVisibility({ visibilityProperty: true })) continue;
      const before = look(each);
      each.focus({ preventScroll: true });
      if (document.activeElement !== each) continue;
      if (!ringed(each) && !ringed(each, "::before") && !ringed(each, "::after") && look(each) === before)
        unseen.push(`${each.tagName.toLowerCase()}.${each.getAttribute("class") ?? ""}`);
    }
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return [...new Set(unseen)].slice(0, 5);
  });
  return where.length === 0 ? [] : [{ rule: "unseen-focus", help: "nothing shows the focus", where }];
}
