import type { CDPSession, Page, Request } from "playwright-core";
import { settle } from "./forms.ts";

/** What a screen reader is told at one moment: what has the focus, and what was announced meanwhile. */
type Moment = { readonly key: string; readonly reads: string; readonly said: readonly string[] };

type Property = { readonly name: string; readonly value: { readonly value?: unknown } };
type Node = {
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly description?: { readonly value?: string };
  readonly value?: { readonly value?: unknown };
  readonly properties?: readonly Property[];
};

/** States that a screen reader speaks, and when. */
const spoken: Readonly<Record<string, readonly string[]>> = {
  checked: ["true", "mixed"],
  pressed: ["true", "mixed"],
  selected: ["true"],
  expanded: ["true", "false"],
  disabled: ["true"],
  invalid: ["true"],
  required: ["true"],
  haspopup: ["dialog", "menu", "listbox", "tree"],
  level: ["1", "2", "3", "4", "5", "6"],
};

/** Months, in dates: the day of a release is not part of the walk. */
const months = /januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december/g;

/** Words without what depends on the figures: numbers, dates and names of releases. */
export function masked(text: string): string {
  return text
    .replace(/\b(?=\w*\d)[0-9a-f]{8,16}\b/g, "#")
    .replace(/“[^”]*”/g, "“…”")
    .replace(/(?<=\d )(\p{L}+)(?= \d{4})/gu, (word) => word.replace(months, "#"))
    .replace(/[−-]?\d[\d.,]*\d|\d/g, "#")
    .replace(/#(?: #)+/g, "#")
    .replace(/\s+/g, " ")
    .trim();
}

function told({ role, name, description, value, properties = [] }: Node): string {
  const states = properties.flatMap(({ name: state, value: { value: is } }) =>
    spoken[state]?.includes(String(is)) ? `${state}=${is}` : [],
  );
  const kind = role?.value ?? "none";
  if (kind === "none" && !name?.value) return "top of the page";
  const has = value?.value === undefined || value.value === "" ? [] : [`value “${masked(String(value.value))}”`];
  const parts = [
    `**${kind}** “${masked(name?.value ?? "")}”`,
    ...has,
    ...states,
    ...(description?.value ? [`_${masked(description.value)}_`] : []),
  ];
  return parts.join(", ");
}

/** Somebody who walks through the site with the keyboard alone, and keeps what a screen reader would be told. */
export class Walker {
  readonly #page: Page;
  readonly #tree: CDPSession;
  readonly #lines: string[] = [];
  /** What was asked of the site and not answered yet. */
  readonly #waiting = new Set<Request>();
  #last = "";
  /** Stops of the Tab key without a name: nobody can tell what they are. */
  readonly unnamed: string[] = [];

  constructor(page: Page, tree: CDPSession) {
    this.#page = page;
    this.#tree = tree;
    page.on("request", (request) => this.#waiting.add(request));
    page.on("requestfinished", (request) => this.#waiting.delete(request));
    page.on("requestfailed", (request) => this.#waiting.delete(request));
  }

  /** Begins at an address, which is opened as a link would. */
  async start(title: string, what: string, address: string): Promise<void> {
    await this.#page.goto(address);
    await settle(this.#page);
    this.#lines.push(`## ${title}`, "", what, "");
    await this.arrive();
  }

  /** Keeps what is read of a page at arrival: its title and its headings. */
  async arrive(): Promise<void> {
    await settle(this.#page);
    const headings = await this.#page.evaluate(() =>
      [...document.querySelectorAll("h1, h2, h3")]
        .filter((each) => each.checkVisibility())
        .slice(0, 14)
        .map((each) => {
          const heard = each.cloneNode(true) as Element;
          for (const hidden of heard.querySelectorAll("[aria-hidden=true]")) hidden.remove();
          return [each.tagName.toLowerCase(), heard.textContent ?? ""] as const;
        }),
    );
    const title = masked(await this.#page.title());
    this.#lines.push(
      `Page “${title}”. Headings: ${headings.map(([tag, text]) => `${tag} ${masked(text)}`).join(" · ")}.`,
      "",
      "| key | focus | announced |",
      "|---|---|---|",
    );
    await this.#drain();
  }

  async #focused(): Promise<Node> {
    const { result } = await this.#tree.send("Runtime.evaluate", {
      // What a list or search box points at is what is read, though the focus stays where it is.
      expression:
        "document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '') ?? document.activeElement ?? document.body",
    });
    const { nodes } = await this.#tree.send("Accessibility.getPartialAXTree", { objectId: result.objectId ?? "", fetchRelatives: false });
    return (nodes[0] ?? { ignored: true }) as Node;
  }

  async #drain(): Promise<readonly string[]> {
    const heard = await this.#page.evaluate(() => ((globalThis as { heard?: string[] }).heard ?? []).splice(0));
    // What says that figures are on their way depends on how fast they come, and the last count of many is the one that stays.
    return heard.filter((each) => !each.startsWith("Cijfers ophalen")).slice(-1);
  }

  #keep({ key, reads, said }: Moment): void {
    const quoted = said.map((each) => `“${masked(each)}”`).filter((each, at, all) => all.indexOf(each) === at);
    // Where nothing changes nothing is read again.
    const now = reads === this.#last ? "" : reads;
    this.#last = reads;
    this.#lines.push(`| ${key} | ${now} | ${quoted.join("<br>")} |`.replaceAll("  ", " "));
  }

  /** Presses a key, and keeps what is read after it; `until` is the address or the part of the page that it leads to. */
  async press(key: string, until?: RegExp | string): Promise<void> {
    await this.#page.keyboard.press(key);
    if (until instanceof RegExp) await this.#page.waitForURL(until);
    else if (until !== undefined) await this.#page.locator(until).first().waitFor({ state: "attached" });
    await this.#quiet();
    this.#keep({ key: `\`${key}\``, reads: told(await this.#focused()), said: await this.#drain() });
  }

  /** Types a text. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text, { delay: 5 });
    await this.#quiet();
    this.#keep({ key: `“${text}”`, reads: told(await this.#focused()), said: await this.#drain() });
  }

  /** Presses Tab until something of this role and name has the focus; keeps how many stops that took. */
  async tabTo(role: string, name: RegExp, most = 60): Promise<void> {
    for (let stops = 1; stops <= most; stops++) {
      await this.#page.keyboard.press("Tab");
      const node = await this.#focused();
      if (!node.name?.value) {
        const what = await this.#page.evaluate(() => (document.activeElement === document.body ? "" : document.activeElement?.outerHTML));
        if (what) this.unnamed.push(what.slice(0, 120));
      }
      if (node.role?.value === role && name.test(node.name?.value ?? "")) {
        this.#keep({ key: `\`Tab\`${stops > 1 ? " several times" : ""}`, reads: told(node), said: await this.#drain() });
        return;
      }
    }
    throw new Error(`no ${role} ${name} within ${most} stops of the Tab key on ${this.#page.url()}`);
  }

  /** Keeps how a part of the page is read, line by line. */
  async read(selector: string, most = 14): Promise<void> {
    const lines = (await this.#page.locator(selector).first().ariaSnapshot()).split("\n").map((line) => line.replace(/\s+$/, ""));
    const shown = lines.filter((line) => !line.includes("/url:")).slice(0, most);
    const text = shown.map((line) => `${/^\s*/.exec(line)?.[0] ?? ""}${masked(line)}`).join("\n");
    this.#lines.push("", "```text", text + (lines.length > most ? "\n…" : ""), "```", "", "| key | focus | announced |", "|---|---|---|");
  }

  /** Waits until nothing is on its way and nothing new was announced for a moment. */
  async #quiet(): Promise<void> {
    const announced = (): Promise<number> => this.#page.evaluate(() => (globalThis as { heard?: string[] }).heard?.length ?? 0);
    await this.#page.waitForTimeout(200);
    for (let before = -1, round = 0; round < 60; round++) {
      await this.#page.waitForLoadState();
      await settle(this.#page);
      const now = await announced();
      if (now === before && this.#waiting.size === 0) return;
      before = now;
      await this.#page.waitForTimeout(150);
    }
  }

  /** The walk as it was kept. */
  text(): string {
    const table = "| key | focus | announced |\n|---|---|---|\n";
    return `${this.#lines.join("\n")}\n`
      .replaceAll(/\n(?=## |Page “)/g, "\n\n")
      .replaceAll(/\n{3,}/g, "\n\n")
      .replaceAll(`${table}\n`, "")
      .replace(new RegExp(`${table.replaceAll("|", "\\|")}$`), "");
  }
}

/** A walker on a page; what live regions say is heard from the first page on. */
export async function openWalker(page: Page): Promise<Walker> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    (globalThis as { heard?: string[] }).heard = heard;
    const hear = (node: globalThis.Node | null): void => {
      const region = (node instanceof Element ? node : node?.parentElement)?.closest(
        "[aria-live], [role=status], [role=alert], [role=log]",
      );
      const text = region?.textContent?.trim() ?? "";
      if (text !== "" && region?.getAttribute("aria-live") !== "off") heard.push(text);
    };
    new MutationObserver((changes) => {
      for (const { target } of changes) hear(target);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  const tree = await page.context().newCDPSession(page);
  await tree.send("Accessibility.enable");
  return new Walker(page, tree);
}
