import type { Place } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { missingPage } from "./broken.tsx";

/** One drawing, to stand in a page of another site. */
export async function embedPage(around: Around, _: Extract<Place, { page: "embed" }>): Promise<Page> {
  return missingPage(around);
}
