import type { Place } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { missingPage } from "./broken.tsx";

/** An editorial page. */
export async function articlePage(around: Around, _: Extract<Place, { page: "article" }>): Promise<Page> {
  return missingPage(around);
}
