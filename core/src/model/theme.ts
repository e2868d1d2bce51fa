import type { Text } from "./text.ts";

/** A place in the theme tree: a folder, or an item that stands there (an item may stand in several places). */
export type ThemeNode = {
  readonly id: number;
  readonly parent: number | undefined;
  readonly sequence: number;
  readonly kind: "folder" | "indicator" | "link";
  /** For a folder its code in addresses; for an indicator its code; for a link its address. */
  readonly target: string;
  /** A folder's or link's name; for an indicator the alias that it has in this place. */
  readonly name?: Text;
  readonly description?: Text;
};
