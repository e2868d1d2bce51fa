import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The family in which documents and pictures are set; the site's own in its first style. */
export const family = "Source Sans 3";

const files = ["400Regular/SourceSans3_400Regular.ttf", "600SemiBold/SourceSans3_600SemiBold.ttf"] as const;

/** Paths of the font files that a package brought. */
export function fontPaths(): readonly string[] {
  return files.map((each) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${each}`)));
}

/** The font files themselves. */
export function fontBlobs(): Buffer[] {
  return fontPaths().map((path) => readFileSync(path));
}
