import type { AreaCard, IndicatorDetails, LevelCard, SearchHit } from "@peil/core/api.ts";
import type { TreeView } from "@peil/core/api-databank.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import type { Voice } from "../text/voice.ts";

/** What the selection panel asks of the site. Answers are kept, so asking twice costs nothing; a failure rejects with a `PeilError`. */
export type Source = {
  /** All real areas of a level, in its own order. */
  readonly areas: (level: string) => Promise<readonly AreaCard[]>;
  /** All levels that hold areas, coarse to fine. */
  readonly levels: () => Promise<readonly LevelCard[]>;
  /** TopoJSON text of a level; undefined where it has no borders. */
  readonly borders: (level: string) => Promise<string | undefined>;
  /** What is said about indicators, in the order of the codes. */
  readonly details: (codes: readonly string[]) => Promise<readonly IndicatorDetails[]>;
  readonly search: (q: string) => Promise<readonly SearchHit[]>;
};

/** What the selection panel is given. `onChange` receives every complete new choice; undefined: nothing is chosen any more. */
export type SelectionPanelProps = {
  readonly tree: TreeView;
  readonly selection: Selection | undefined;
  readonly onChange: (selection: Selection | undefined) => void;
  readonly source: Source;
  readonly voice: Voice;
};
