import { spellAddresses } from "./tools.ts";

/** What the page says while and after it follows a choice: written in the document by the server. */
function say(key: "busy" | "updated" | "failed"): void {
  const live = document.getElementById("live");
  if (live) live.textContent = document.body.dataset[key] ?? "";
}

/**
 * Goes to an address without leaving the page, where what stands there can do so; returns the address in its shortest form, or nothing.
 * `asked` is false for steps back and forward.
 */
export type Here = (address: string, asked: boolean) => string | undefined;

let here: Here = () => undefined;

/** Told to the document when the main part was replaced. */
export const swapped = "peil:swapped";

let running: AbortController | undefined;

/** How long an answer may take before the page shows that it is waiting. */
const patience = 250;

async function fetchPage(address: string): Promise<{ readonly page: Document; readonly address: string }> {
  running?.abort();
  running = new AbortController();
  const response = await fetch(address, { signal: running.signal, headers: { accept: "text/html" } });
  if (!(response.headers.get("content-type") ?? "").includes("text/html")) throw new Error("no page");
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return { page, address: response.url };
}

/** Ids of what was unfolded, so that it stays so. */
function unfolded(): readonly number[] {
  return [...document.querySelectorAll("main details")].flatMap((each, index) =>
    each instanceof HTMLDetailsElement && each.open ? [index] : [],
  );
}

/** What has the focus in the new main part: the same thing where it is still there, else the title, so that nobody starts again at the top. */
function heir(held: Element | null, to: Element): HTMLElement | null {
  const same = held?.id ? document.getElementById(held.id) : null;
  const href = held?.getAttribute("href");
  const link = href ? to.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`) : null;
  const title = to.querySelector<HTMLElement>("h1");
  title?.setAttribute("tabindex", "-1");
  return same ?? link ?? title;
}

function swap(page: Document): void {
  const [from, to] = [document.querySelector("main"), page.querySelector("main")];
  if (!from || !to) throw new Error("no main");
  const held = from.contains(document.activeElement) ? document.activeElement : null;
  const opened = unfolded();
  from.replaceWith(document.adoptNode(to));
  document.title = page.title;
  spellOut();
  spellAddresses();
  const details = document.querySelectorAll<HTMLDetailsElement>("main details");
  for (const index of opened) details[index]?.setAttribute("open", "");
  const twin = [document, page].map((each) => each.querySelector(".top nav a[hreflang]"));
  twin[0]?.setAttribute("href", twin[1]?.getAttribute("href") ?? "/");
  if (held) heir(held, to)?.focus({ preventScroll: true });
  document.dispatchEvent(new Event(swapped));
}

async function go(address: string, remember: boolean): Promise<void> {
  const answered = here(address, remember);
  if (answered !== undefined) {
    running?.abort();
    if (remember) history.pushState({ followed: true }, "", answered);
    return;
  }
  const waiting = setTimeout(() => {
    document.querySelector("main")?.setAttribute("aria-busy", "true");
    say("busy");
  }, patience);
  try {
    const answer = await fetchPage(address);
    swap(answer.page);
    if (remember) history.pushState({ followed: true }, "", answer.address);
    say("updated");
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return;
    document.querySelector("main")?.removeAttribute("aria-busy");
    say("failed");
    if (!remember) location.reload();
  } finally {
    clearTimeout(waiting);
  }
}

function addressOf(form: HTMLFormElement): string {
  const address = new URL(form.action);
  const fields = new FormData(form);
  address.search = new URLSearchParams([...fields].flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : []))).toString();
  return address.href;
}

/** A link that stands there to be copied shows its whole address. */
function spellOut(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-whole]")) link.textContent = link.href;
}

/**
 * Follows a change in a form and a click on a link by fetching the same address and swapping the main part.
 * @param own what the page can answer by itself
 */
export function follow(own: Here): void {
  here = own;
  spellOut();
  history.replaceState({ followed: true }, "");
  document.addEventListener("change", (event) => {
    const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>("form[data-follow]") : null;
    if (form) void go(addressOf(form), true);
  });
  document.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement) || event.target.dataset["follow"] === undefined) return;
    event.preventDefault();
    void go(addressOf(event.target), true);
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-swap]") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void go(link.href, true);
  });
  // A list that is walked through with keys changes at each step: only a pointer has chosen. The button does it for the keyboard.
  let keyed = false;
  document.addEventListener("keydown", () => (keyed = true), true);
  document.addEventListener("pointerdown", () => (keyed = false), true);
  document.addEventListener("change", (event) => {
    if (keyed) return;
    const pick = event.target instanceof HTMLSelectElement ? event.target.closest<HTMLFormElement>("form.pick") : null;
    if (!pick || !(event.target instanceof HTMLSelectElement)) return;
    const name = event.target.value;
    const link = [...document.querySelectorAll<HTMLAnchorElement>(".all-areas a")].find((each) => each.textContent === name);
    if (link) location.href = link.href;
  });
  addEventListener("popstate", (event) => {
    const state: unknown = event.state;
    if (typeof state === "object" && state !== null && "followed" in state) void go(location.href, false);
  });
}
