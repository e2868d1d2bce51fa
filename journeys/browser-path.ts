import { existsSync } from "node:fs";

/** Path of the browser: PEIL_CHROMIUM, or Debian's. */
export function chromiumPath(): string {
  const path = process.env.PEIL_CHROMIUM || "/usr/bin/chromium";
  if (!existsSync(path)) throw new Error(`${path} is not there; name a Chromium with PEIL_CHROMIUM.`);
  return path;
}
