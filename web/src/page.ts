import type { Frame, Read } from "@peil/core/api.ts";
import type { ReactElement } from "react";
import type { Place } from "./address.ts";
import type { Voice } from "./text/voice.ts";

/** What every page is given besides its own data. */
export type Around = {
  readonly voice: Voice;
  readonly frame: Frame;
  readonly place: Place;
  readonly read: Read;
  /** What a link of another site asked for and could not be brought along. */
  readonly was?: "workspace" | undefined;
};

/** A page ready to be set in its frame. */
export type Page = {
  readonly title: string;
  /** One sentence for search engines and link previews. */
  readonly description?: string;
  /** What search engines for data read of it: JSON-LD. */
  readonly dataset?: Readonly<Record<string, unknown>>;
  readonly body: ReactElement;
  readonly status?: number;
  /** The application that the page carries beside the scripts of every page. */
  readonly app?: "databank";
  /** Whether only the body is shown, without header and footer: in pages of other sites. */
  readonly bare?: boolean;
  /** Whether only the body is answered, without a document around it: to be set in a page that is open. */
  readonly fragment?: boolean;
  /** Class of the main element, for its layout. */
  readonly kind: string;
};
