import type { IndicatorDetails } from "@peil/core/api.ts";
import { PeilError } from "@peil/core/errors.ts";
import type { Client } from "./read.ts";
import type { Source } from "./source.ts";

/** What the selection panel asks, answered by the site. */
export function sourceOf(client: Client): Source {
  const known = new Map<string, IndicatorDetails>();
  return {
    areas: (level) => client.read("areas", { level }),
    levels: () => client.read("levels", {}),
    async borders(level) {
      try {
        return (await client.read("geometry", { level, detail: "coarse" })) || undefined;
      } catch (error) {
        if (error instanceof PeilError && error.code !== "no-connection") return undefined;
        throw error;
      }
    },
    async details(codes) {
      const missing = codes.filter((code) => !known.has(code));
      if (missing.length > 0) {
        const found = await client.read("details", { codes: missing.join(",") });
        for (const each of found) known.set(each.code, each);
        // Codes are found whatever their capitals.
        for (const code of missing) {
          const same = found.find((each) => each.code.toLowerCase() === code.toLowerCase());
          if (same) known.set(code, same);
        }
      }
      return codes.flatMap((code) => known.get(code) ?? []);
    },
    search: (q) => client.read("search", { q }),
  };
}
