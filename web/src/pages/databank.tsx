import type { Place } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { missingPage } from "./broken.tsx";

/** The data bank: the frame in which the application opens, and what it offers to who has no script. */
export async function databankPage(around: Around, _: Extract<Place, { page: "databank" }>): Promise<Page> {
  return missingPage(around);
}
