import { type ExploreChoice, formatChoice, listKey, parseChoice, tidyChoice } from "../pages/explore-choice.ts";
import { filterRows, linkOf, rove, rowFor, rowsIn, writeFields, writeLinks } from "./explore-rows.ts";
import { type Here, swapped } from "./follow.ts";

/** Quiet time after a key before the address and the links follow what was typed. */
const pause = 300;
/** From this width on the list and what is open stand side by side; as in the style sheet. */
const wide = "(min-width: 1040px)";

const rootIn = (): HTMLElement | null => document.querySelector<HTMLElement>("[data-explore]");

function choiceIn(root: HTMLElement, query: string): ExploreChoice {
  return tidyChoice(parseChoice(query), { compare: root.dataset["compare"] ?? "", since: root.dataset["since"] ?? "" });
}

/** What the fields of the form say now. */
function choiceOf(root: HTMLElement): ExploreChoice {
  const form = root.querySelector<HTMLFormElement>(".explore-form");
  const fields = form ? [...new FormData(form)].flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])) : [];
  return choiceIn(root, new URLSearchParams(fields).toString());
}

function pathOf(root: HTMLElement): string {
  return root.dataset["explore"] ?? location.pathname;
}

function addressOf(root: HTMLElement, choice: ExploreChoice): string {
  const query = formatChoice(choice);
  return query === "" ? pathOf(root) : `${pathOf(root)}?${query}`;
}

function announce(text: string): void {
  const live = document.getElementById("live");
  if (live) live.textContent = text;
}

/** Applies the limits of a choice to the list. */
function apply(root: HTMLElement, choice: ExploreChoice): void {
  filterRows(root, choice);
  rove(root);
}

/** Brings everything else in line, and says how many are left. */
function settle(root: HTMLElement, choice: ExploreChoice): void {
  writeFields(root, choice);
  writeLinks(root, pathOf(root), choice);
}

const fetched = new Map<string, Promise<DocumentFragment>>();
const mostFetched = 12;

async function fetchPane(address: string): Promise<DocumentFragment> {
  const response = await fetch(address, { headers: { accept: "text/html" } });
  if (!response.ok) throw new Error(String(response.status));
  return document.createRange().createContextualFragment(await response.text());
}

/** The pane of one indicator; what was shown before is not fetched again. */
async function paneOf(root: HTMLElement, choice: ExploreChoice): Promise<Node> {
  const query = formatChoice({ ...parseChoice(""), compare: root.dataset["beside"] ?? "", open: choice.open });
  const address = `${pathOf(root)}?${query}&fragment=1`;
  const asked = fetched.get(address) ?? fetchPane(address);
  fetched.set(address, asked);
  asked.catch(() => fetched.delete(address));
  for (const old of [...fetched.keys()].slice(0, Math.max(0, fetched.size - mostFetched))) fetched.delete(old);
  return (await asked).cloneNode(true);
}

function mark(root: HTMLElement, code: string): HTMLAnchorElement | null {
  let found: HTMLAnchorElement | null = null;
  for (const row of rowsIn(root)) {
    const isOpen = row.dataset["code"] === code;
    row.classList.toggle("open", isOpen);
    const link = linkOf(row);
    if (isOpen) link?.setAttribute("aria-current", "true");
    else link?.removeAttribute("aria-current");
    if (isOpen) found = link;
  }
  return found;
}

function shownCode(root: HTMLElement): string {
  return root.querySelector<HTMLElement>("#detail > [data-code]")?.dataset["code"] ?? "";
}

/** A shape of what comes, until it is there. */
function wait(root: HTMLElement, pane: HTMLElement): void {
  const parts = ["", "", "tall", "tall"].map((name) => Object.assign(document.createElement("i"), { className: name }));
  const waiting = Object.assign(document.createElement("div"), { className: "waiting" });
  waiting.append(Object.assign(document.createElement("p"), { textContent: root.dataset["opening"] ?? "" }), ...parts);
  pane.replaceChildren(waiting);
  pane.setAttribute("aria-busy", "true");
}

let wanted = "";

async function open(root: HTMLElement, choice: ExploreChoice): Promise<void> {
  const pane = document.getElementById("detail");
  if (!pane) return;
  wanted = choice.open;
  root.classList.add("opened");
  rove(root, mark(root, choice.open));
  wait(root, pane);
  toTop(root, pane);
  try {
    const found = await paneOf(root, choice);
    if (wanted !== choice.open || !root.isConnected) return;
    pane.replaceChildren(found);
    pane.removeAttribute("aria-busy");
    writeLinks(root, pathOf(root), choiceOf(root));
    document.getElementById("detail-title")?.focus({ preventScroll: true });
    for (const link of pane.querySelectorAll<HTMLAnchorElement>("a[data-whole]")) link.textContent = link.href;
  } catch {
    location.assign(addressOf(root, choice));
  }
}

function toTop(root: HTMLElement, pane: HTMLElement): void {
  pane.scrollTop = 0;
  if (!matchMedia(wide).matches) root.scrollIntoView({ block: "start" });
}

function close(root: HTMLElement): void {
  const code = shownCode(root) || wanted;
  wanted = "";
  root.classList.remove("opened");
  document.getElementById("detail")?.replaceChildren();
  const link = linkOf(rowsIn(root).find((row) => row.dataset["code"] === code));
  mark(root, "");
  rove(root, link);
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: "center" });
}

/** Answers an address of the same list by showing other rows of it, or opening one. */
const answer: Here = (address) => {
  const root = rootIn();
  const url = new URL(address, location.href);
  if (!root || url.origin !== location.origin || url.pathname !== pathOf(root)) return undefined;
  const choice = choiceIn(root, url.search.slice(1));
  if (listKey(choice) !== root.dataset["list"]) return undefined;
  const before = document.getElementById("explore-count")?.textContent;
  writeFields(root, choice);
  apply(root, choice);
  settle(root, choice);
  const count = document.getElementById("explore-count")?.textContent ?? "";
  if (count !== before) announce(count);
  const openNow = root.classList.contains("opened") ? wanted || shownCode(root) : "";
  if (choice.open === "" && openNow !== "") close(root);
  else if (choice.open !== "" && choice.open !== openNow) void open(root, choice);
  else if (choice.open !== "") document.getElementById("detail-title")?.focus();
  return addressOf(root, choice);
};

let timer = 0;

function typed(event: Event): void {
  const root = rootIn();
  if (!root || !(event.target instanceof HTMLInputElement) || event.target.id !== "explore-q") return;
  apply(root, choiceOf(root));
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    const now = rootIn();
    if (!now) return;
    const choice = choiceOf(now);
    writeLinks(now, pathOf(now), choice);
    history.replaceState({ followed: true }, "", addressOf(now, choice));
    announce(document.getElementById("explore-count")?.textContent ?? "");
  }, pause);
}

function pressed(event: KeyboardEvent): void {
  const root = rootIn();
  const target = event.target instanceof Element ? event.target : null;
  if (!root || !target || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && target.closest("#detail")) {
    if (!matchMedia(wide).matches) root.querySelector<HTMLAnchorElement>("#detail .back")?.click();
    else linkOf(rowsIn(root).find((row) => row.classList.contains("open")))?.focus();
    return;
  }
  const to = target.closest(".list li") ? rowFor(root, target, event.key) : null;
  if (!to) return;
  event.preventDefault();
  rove(root, to);
  to.focus();
}

/** The list of the interactive application: it filters at once, walks by keyboard, and opens a row beside itself. */
export function explore(): Here {
  const start = (): void => {
    const root = rootIn();
    if (root) rove(root);
    wanted = root ? shownCode(root) : "";
  };
  start();
  document.addEventListener(swapped, start);
  document.addEventListener("input", typed);
  document.addEventListener("keydown", pressed);
  return answer;
}
