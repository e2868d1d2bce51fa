import type { AggregationTable, Area, Level } from "@peil/core/model/area.ts";
import type { CatalogueData } from "@peil/core/model/catalogue.ts";
import type { Dimension, DimensionLevel, Member, MemberLink } from "@peil/core/model/dimension.ts";
import type { Indicator, Source } from "@peil/core/model/indicator.ts";
import type { Site } from "@peil/core/model/site.ts";
import type { ThemeNode } from "@peil/core/model/theme.ts";

/** Things that have integer ids, which are never reused. */
export type IdKind = "indicator" | "level" | "area" | "member" | "dimension-level" | "theme";

/**
 * What a load replaces: all earlier records of an indicator, or those of one indicator × level × period. Records that a load
 * holds itself always win over earlier ones with the same key.
 */
export type Scope = { readonly indicator: number; readonly level?: number; readonly period?: number };

/** A file of a load: `flat.parquet`, or `cube-<indicator id>.parquet`, `flow-<indicator id>.parquet`. */
export type LoadPart = {
  readonly file: string;
  readonly shape: "flat" | "cube" | "flow";
  readonly indicator?: number;
  readonly rows: number;
  /** SHA-256 of the file. */
  readonly hash?: string;
};

/** One import as it was recorded. Its files lie in `loads/<id>/` and never change. */
export type Load = {
  readonly id: string;
  /** Order of the loads: a later one wins. */
  readonly number: number;
  /** ISO moment, and who. */
  readonly at: string;
  readonly by: string;
  /** Names of the files that the user gave. */
  readonly files: readonly string[];
  readonly note: string;
  readonly scopes: readonly Scope[];
  readonly parts: readonly LoadPart[];
  /** Left out: the import was undone. */
  readonly undone: boolean;
};

/** Changes of the catalogue. Lists hold whole things, inserted or replaced by id (by code where they have no id). */
export type Edits = {
  readonly site?: Site;
  readonly levels?: readonly Level[];
  readonly areas?: readonly Area[];
  /** Each replaces the table between its two levels. */
  readonly tables?: readonly AggregationTable[];
  /** Each replaces the borders of a level; `topology` is TopoJSON text. */
  readonly geometry?: readonly { readonly level: number; readonly topology: string }[];
  readonly dimensions?: readonly Dimension[];
  readonly dimensionLevels?: readonly DimensionLevel[];
  readonly members?: readonly Member[];
  /** Each replaces the links between two dimension levels. */
  readonly memberLinks?: readonly { readonly childLevel: number; readonly parentLevel: number; readonly links: readonly MemberLink[] }[];
  readonly sources?: readonly Source[];
  readonly indicators?: readonly Indicator[];
  /** Replaces the whole theme tree. */
  readonly themes?: readonly ThemeNode[];
};

/** One transaction: the metadata edits and the record of a load. The commit is the import. */
export type Change = {
  readonly at: string;
  readonly by: string;
  readonly note: string;
  readonly edits: Edits;
  readonly load?: Omit<Load, "number" | "at" | "by" | "note" | "undone">;
};

/** What readers share behind a short link: its text, and the release that was current then. */
export type KeptWorkspace = { readonly body: string; readonly release: string };

/** A key of a program. Only its hash is kept: whoever reads this cannot use it. */
export type ApiKey = {
  /** SHA-256 of the key, in hexadecimal. */
  readonly hash: string;
  /** Whose it is; unique regardless of letter case, also among keys that were revoked. */
  readonly name: string;
  /** How the key begins, to tell keys apart. */
  readonly prefix: string;
  /** Whether it may bring figures into the working copy. */
  readonly upload: boolean;
  /** Questions an hour; absent: as many as it wants. */
  readonly quota?: number;
  /** ISO moments. `revoked`: since then it counts for nothing. */
  readonly created: string;
  readonly used?: string;
  readonly revoked?: string;
};

/** The documents door: catalogue, loads and history of the working copy. One suite runs over every implementation. */
export type Documents = {
  readonly dialect: "sqlite" | "postgres";
  /** Creates or upgrades the tables. Safe to call from several processes. */
  migrate(): Promise<void>;
  /** Sets ids apart and gives the first of `count`; they are never given again, even when nothing is committed. */
  reserve(kind: IdKind, count: number): Promise<number>;
  /** The whole catalogue as it stands. @throws `data-damaged` when there is no site record. */
  catalogue(): Promise<CatalogueData>;
  /** TopoJSON text of a level, or undefined where it has no borders. */
  geometry(level: number): Promise<string | undefined>;
  /** Ids of the levels that have borders. */
  geometryLevels(): Promise<readonly number[]>;
  /** All loads, oldest first, those that were undone too. */
  loads(): Promise<readonly Load[]>;
  /** All or nothing. @returns the number of the load, or of the change. */
  commit(change: Change): Promise<number>;
  /** Leaves a load out, or takes it in again. */
  undo(load: string, undone: boolean, at: string, by: string): Promise<void>;
  /** What was changed, newest first. */
  history(
    limit: number,
  ): Promise<
    readonly { readonly number: number; readonly at: string; readonly by: string; readonly note: string; readonly load?: string }[]
  >;
  /** Keeps what a reader shares, for ever. @returns the hash of what it holds: the same content has the same one */
  keepWorkspace(kept: KeptWorkspace): Promise<string>;
  /** What was shared under a hash. */
  workspace(hash: string): Promise<KeptWorkspace | undefined>;
  /** Records a key. @throws `key-taken` */
  addKey(key: ApiKey): Promise<void>;
  /** All keys, oldest first, those that were revoked too. */
  keys(): Promise<readonly ApiKey[]>;
  /** Writes when a key was used last, or since when it counts for nothing. What was revoked stays so. */
  stampKey(hash: string, what: "used" | "revoked", at: string): Promise<void>;
  close(): Promise<void>;
};
