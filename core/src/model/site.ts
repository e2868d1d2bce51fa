import type { Text } from "./text.ts";

/** What a site says about itself: content, not code. */
export type Site = {
  readonly name: Text;
  /** One sentence under the name on the first page. */
  readonly motto: Text;
  /** Address that readers can write to. */
  readonly mailbox?: string;
  /** Alias of the level that readers choose their area from. */
  readonly homeLevel: string;
  /** Aliases of the levels beside which an area stands by default, such as province and region. */
  readonly benchmarkLevels: readonly string[];
  /** The area beside which everything stands by default. */
  readonly benchmark: { readonly level: string; readonly area: string };
  /** Name of the token file of the house style. */
  readonly style: string;
};
