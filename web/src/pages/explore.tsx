import type { Place } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { missingPage } from "./broken.tsx";

/** The interactive application: the indicators of an area in a list, with one of them open. */
export async function explorePage(around: Around, _: Extract<Place, { page: "explore" }>): Promise<Page> {
  return missingPage(around);
}
