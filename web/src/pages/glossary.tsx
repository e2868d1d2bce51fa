import type { Around, Page } from "../page.ts";
import { missingPage } from "./broken.tsx";

/** Words explained. */
export async function glossaryPage(around: Around): Promise<Page> {
  return missingPage(around);
}
