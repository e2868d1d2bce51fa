import type { Place } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { missingPage } from "./broken.tsx";

/** An area at a glance: per theme its core set beside a benchmark. */
export async function glancePage(around: Around, _: Extract<Place, { page: "glance" }>): Promise<Page> {
  return missingPage(around);
}
