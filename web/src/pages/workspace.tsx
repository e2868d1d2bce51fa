import type { Place } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { missingPage } from "./broken.tsx";

/** A shared workspace, opened in the data bank. */
export async function workspacePage(around: Around, _: Extract<Place, { page: "workspace" }>): Promise<Page> {
  return missingPage(around);
}
