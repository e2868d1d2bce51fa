function spell(element: HTMLElement, path: string, whole: string): void {
  if (element instanceof HTMLAnchorElement) {
    element.href = element.href.replaceAll(encodeURIComponent(path), encodeURIComponent(whole));
    return;
  }
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) text.nodeValue = (text.nodeValue ?? "").replaceAll(path, whole);
}

/** Addresses that the server could not write whole get the site's own before them. */
export function spellAddresses(): void {
  for (const each of document.querySelectorAll<HTMLElement>("[data-spell]")) {
    const paths = (each.dataset["spell"] ?? "").split(" ").filter((path) => path !== "");
    delete each.dataset["spell"];
    for (const path of paths) spell(each, path, location.origin + path);
  }
}

async function copy(text: string, from: Element): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without the right to write, what is to be copied is selected: one key copies it.
    getSelection()?.selectAllChildren(from);
  }
}

/** Buttons that copy a text of the page, and that print it. */
export function tools(): void {
  spellAddresses();
  document.addEventListener("click", (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLButtonElement>("button[data-copy], button[data-print]") : null;
    if (!button) return;
    if (button.dataset["print"] !== undefined) {
      print();
      return;
    }
    const from = document.getElementById(button.dataset["copy"] ?? "");
    if (!from) return;
    void copy(from.textContent ?? "", from).then(() => {
      const live = document.getElementById("live");
      if (live) live.textContent = button.dataset["copied"] ?? "";
    });
  });
}
