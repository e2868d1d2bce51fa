import type { Place } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { missingPage } from "./broken.tsx";

/** The manual. */
export async function manualPage(around: Around, _: Extract<Place, { page: "manual" }>): Promise<Page> {
  return missingPage(around);
}
