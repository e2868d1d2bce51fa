import { useEffect, useState } from "react";

/** Counts the changes of the colours of the page: the reader chose another look, or the device went dark. For what draws its own pixels. */
export function useLook(): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const changed = (): void => setChanges((old) => old + 1);
    const queries = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"].map((each) => matchMedia(each));
    for (const each of queries) each.addEventListener("change", changed);
    const watch = new MutationObserver(changed);
    watch.observe(document.documentElement, { attributes: true, attributeFilter: ["data-look", "class"] });
    return () => {
      for (const each of queries) each.removeEventListener("change", changed);
      watch.disconnect();
    };
  }, []);
  return changes;
}
