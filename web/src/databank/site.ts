import type { DatabankWords } from "../text/databank.ts";
import type { Voice } from "../text/voice.ts";
import type { Client } from "./read.ts";
import type { Source } from "./source.ts";

/** What every part of the data bank works with: the reader's language, and the way to the figures. */
export type Site = {
  readonly voice: Voice;
  readonly words: DatabankWords;
  readonly client: Client;
  readonly source: Source;
  /** The release that is current. */
  readonly release: string;
  /** The day of a release, where it is known. */
  readonly dayOf: (release: string) => string | undefined;
};
