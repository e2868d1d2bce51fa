/** The note for who comes first goes when the reader says so, and stays away in this browser; see `assets/look.js`. */
export function welcome(): void {
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('button[data-dismiss="welcome"]')) return;
    document.documentElement.dataset["welcome"] = "seen";
    document.getElementById("main")?.focus({ preventScroll: true });
    try {
      localStorage.setItem("peil-welcome", "seen");
    } catch {
      // A browser that keeps nothing shows it again on the next visit.
    }
  });
}
