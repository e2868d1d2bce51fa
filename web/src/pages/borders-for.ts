import type { Read } from "@peil/core/api.ts";

/** The borders of a level, or nothing where it has none: a page does without its map then. */
export async function bordersFor(read: Read, level: string): Promise<string | undefined> {
  try {
    const text = await read("geometry", { level });
    return text === "" ? undefined : text;
  } catch (error) {
    if (error instanceof Error && error.name === "PeilError") return undefined;
    throw error;
  }
}
