import type { IndicatorDetails, Read } from "@peil/core/api.ts";
import type { PictureFile, PrintedDocument } from "@peil/core/api-print.ts";
import { hrefOf, parseAddress } from "../address.ts";
import { voiceOf } from "../text/voice.ts";
import { pictureOf } from "./picture.tsx";
import { scanOf } from "./scan.tsx";
import { rowsIn } from "./scan-figures.ts";

/** What is said of indicators; nothing where the site cannot tell. */
async function detailsOf(read: Read, codes: readonly string[]): Promise<readonly IndicatorDetails[]> {
  if (codes.length === 0) return [];
  return read("details", { codes: codes.join(",") }).catch(() => []);
}

/**
 * The document that lives at the address of an area at a glance.
 * @returns undefined where no document lives
 */
export async function printed(address: string, read: Read): Promise<PrintedDocument | undefined> {
  const { language, place } = parseAddress(address);
  if (place?.page !== "glance") return undefined;
  const { level, code, compare, theme, since } = place;
  const [view, frame] = await Promise.all([read("glance", { level, code, compare, theme, since }), read("frame", {})]);
  const details = await detailsOf(read, [...new Set(rowsIn(view).map((each) => each.indicator.code))]);
  return scanOf({
    view,
    frame,
    voice: voiceOf(language),
    details,
    address: frame.site.origin === undefined ? "" : frame.site.origin + hrefOf(language, place),
  });
}

/**
 * The drawing that lives at the address of an indicator: the one that `show` names, else the first of the page.
 * @returns undefined where nothing is drawn
 */
export async function picture(address: string, read: Read): Promise<PictureFile | undefined> {
  const { language, place } = parseAddress(address);
  if (place?.page !== "indicator") return undefined;
  return pictureOf(place, { voice: voiceOf(language), frame: await read("frame", {}), read });
}
