import type { SearchHit } from "@peil/core/api.ts";
import type { Text } from "@peil/core/model/text.ts";

/** Quiet time after a key before the question is asked. */
const pause = 120;
const most = 8;

type Item = { readonly href: string; readonly text: string; readonly beside: string };

function speak(text: Text | undefined, language: string): string {
  if (!text) return "";
  return (language === "en" ? text.en : undefined) ?? text.nl;
}

function itemOf(hit: SearchHit, language: string): Item {
  const start = language === "nl" ? "" : `/${language}`;
  const say = (text: Text | undefined): string => speak(text, language);
  if (hit.kind === "area") {
    const kind = hit.glance ? (language === "nl" ? "vogelvlucht" : "glance") : "area";
    const href = `${start}/${kind}/${encodeURIComponent(hit.area.level)}/${encodeURIComponent(hit.area.code)}`;
    return { href, text: say(hit.area.name), beside: [say(hit.level.name), say(hit.within)].filter((each) => each !== "").join(", ") };
  }
  const named = hit.area ? `${say(hit.name)} – ${say(hit.area.name)}` : say(hit.name);
  if (hit.kind === "theme") {
    const area = hit.area && `${start}/area/${encodeURIComponent(hit.area.level)}/${encodeURIComponent(hit.area.code)}#${hit.code}`;
    return { href: area ?? `${start}/theme/${encodeURIComponent(hit.code)}`, text: named, beside: "" };
  }
  const query = hit.area ? `?level=${encodeURIComponent(hit.area.level)}&area=${encodeURIComponent(hit.area.code)}` : "";
  return { href: `${start}/indicator/${encodeURIComponent(hit.code)}${query}`, text: named, beside: say(hit.theme) };
}

function optionOf(item: Item, index: number, id: string): HTMLElement {
  const option = Object.assign(document.createElement("div"), { id: `${id}-${index}` });
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.dataset["href"] = item.href;
  option.append(Object.assign(document.createElement("span"), { textContent: item.text }));
  option.append(Object.assign(document.createElement("small"), { textContent: item.beside }));
  return option;
}

/** One search box with its list of suggestions: the combobox pattern of the ARIA guide. */
function attach(form: HTMLFormElement, input: HTMLInputElement): void {
  const language = form.dataset["suggest"] ?? "nl";
  const list = Object.assign(document.createElement("div"), { id: `${input.id}-list`, className: "suggestions", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset["label"] ?? "");
  form.append(list);
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-expanded", "false"],
    ["aria-controls", list.id],
  ] as const)
    input.setAttribute(name, value);

  let active = -1;
  let timer = 0;
  let asked: AbortController | undefined;
  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[role=option]")];

  function open(yes: boolean): void {
    list.hidden = !yes;
    input.setAttribute("aria-expanded", String(yes));
    if (!yes) mark(-1);
  }
  function mark(index: number): void {
    active = index;
    for (const [i, each] of options().entries()) each.setAttribute("aria-selected", String(i === index));
    const option = options()[index];
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }
  function announce(count: number): void {
    const [none = "", one = "", two = ""] = JSON.parse(input.dataset["count"] ?? "[]") as string[];
    const live = document.getElementById("live");
    if (live) live.textContent = count === 0 ? none : count === 1 ? one : two.replace("2", String(count));
  }
  async function ask(): Promise<void> {
    const q = input.value.trim();
    if (q.length < 2) return open(false);
    asked?.abort();
    asked = new AbortController();
    try {
      const response = await fetch(`/api/v1/search?q=${encodeURIComponent(q)}`, { signal: asked.signal });
      if (!response.ok) return open(false);
      const hits = ((await response.json()) as SearchHit[]).slice(0, most);
      list.replaceChildren(...hits.map((hit, index) => optionOf(itemOf(hit, language), index, list.id)));
      open(hits.length > 0);
      announce(hits.length);
    } catch {
      open(false);
    }
  }
  function key(event: KeyboardEvent): void {
    const count = options().length;
    if (event.key === "Escape") open(false);
    if (list.hidden || count === 0) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? active + 1 : active < 0 ? count - 1 : active - 1 + count;
      mark(step % count);
    }
    const chosen = options()[active];
    if (event.key === "Enter" && chosen) {
      event.preventDefault();
      location.href = chosen.dataset["href"] ?? "/";
    }
  }
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), pause);
  });
  input.addEventListener("keydown", key);
  input.addEventListener("blur", () => setTimeout(() => open(false), 150));
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
    if (option) location.href = option.dataset["href"] ?? "/";
  });
}

/** Gives every search box its suggestions. */
export function suggest(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-suggest]")) {
    const input = form.querySelector<HTMLInputElement>("input[type=search]");
    if (input) attach(form, input);
  }
}
