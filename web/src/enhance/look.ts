/** The look that a reader chose stays in the browser; without a choice the device decides. */
export function look(): void {
  const root = document.documentElement;
  const box = document.querySelector<HTMLSelectElement>("select[data-look]");
  if (!box) return;
  box.value = root.dataset["look"] ?? "";
  box.addEventListener("change", () => {
    if (box.value === "") delete root.dataset["look"];
    else root.dataset["look"] = box.value;
    try {
      if (box.value === "") localStorage.removeItem("peil-look");
      else localStorage.setItem("peil-look", box.value);
    } catch {
      // A browser that keeps nothing shows the look until the next page.
    }
  });
}
