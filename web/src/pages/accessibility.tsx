import type { Around, Page } from "../page.ts";
import { missingPage } from "./broken.tsx";

/** The accessibility statement. */
export async function accessibilityPage(around: Around): Promise<Page> {
  return missingPage(around);
}
