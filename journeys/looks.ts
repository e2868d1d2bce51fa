import type { Page } from "playwright-core";

/** How a reader can have the site look: as the device asks. */
export const looks = ["light", "dark", "contrast", "forced"] as const;
/** One of `looks`. */
export type Look = (typeof looks)[number];

/** Has the device ask for a look; with anything but light also for less motion. */
export async function wear(page: Page, look: Look): Promise<void> {
  await page.emulateMedia({
    colorScheme: look === "dark" ? "dark" : "light",
    contrast: look === "contrast" ? "more" : "no-preference",
    forcedColors: look === "forced" ? "active" : "none",
    reducedMotion: look === "light" ? "no-preference" : "reduce",
  });
}
