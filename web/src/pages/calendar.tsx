import type { Around, Page } from "../page.ts";
import { missingPage } from "./broken.tsx";

/** What is to come and what came. */
export async function calendarPage(around: Around): Promise<Page> {
  return missingPage(around);
}
