import type { Around, Page } from "../page.ts";
import { missingPage } from "./broken.tsx";

/** News, newest first. */
export async function newsPage(around: Around): Promise<Page> {
  return missingPage(around);
}
