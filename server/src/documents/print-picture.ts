import type { PrintedPicture } from "@peil/core/api-print.ts";
import { Resvg } from "@resvg/resvg-js";
import { family, fontPaths } from "./fonts.ts";

/** A picture as PNG, `scale` times as many points wide as it says. */
export function printPicture(picture: PrintedPicture, scale = 2): Buffer {
  const font = { fontFiles: [...fontPaths()], loadSystemFonts: false, defaultFontFamily: family };
  const drawn = new Resvg(picture.svg, { font, fitTo: { mode: "width", value: Math.round(picture.width * scale) }, background: "#fff" });
  return Buffer.from(drawn.render().asPng());
}
