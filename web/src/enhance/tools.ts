/** Addresses that the server could not write whole get the site's own before them. */
export function spellAddresses(): void {
  for (const each of document.querySelectorAll<HTMLElement>("[data-spell]")) {
    const path = each.dataset["spell"] ?? "";
    delete each.dataset["spell"];
    const whole = location.origin + path;
    if (each instanceof HTMLAnchorElement) {
      each.href = each.href.replaceAll(encodeURIComponent(path), encodeURIComponent(whole));
      continue;
    }
    const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) text.nodeValue = (text.nodeValue ?? "").replaceAll(path, whole);
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
