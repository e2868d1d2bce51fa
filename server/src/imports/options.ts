/** The choices of an import. Those that users know keep the defaults that they know. */
export type ImportOptions = {
  /** Replace all data of the indicators in the files (default: no). */
  readonly replace: boolean;
  /** Replace the data of the combinations indicator × period × level in the files (default: yes). */
  readonly replaceCombinations: boolean;
  /** Widen the first and last period of indicators that have one (default: yes). */
  readonly adjustPeriods: boolean;
  /** Add up records with equal keys (default: no, they are an error). */
  readonly addUp: boolean;
  /** Leave out records that are empty or not applicable (default: no). */
  readonly dropEmpty: boolean;
  /** Skip records with unknown codes, counted and listed (default: no, they are an error). */
  readonly skipUnknown: boolean;
  /** Look, and change nothing. */
  readonly dryRun: boolean;
  /** Create indicators, and levels of area definitions, that do not exist yet. */
  readonly create: boolean;
  /** Answers to which division a level code means: code in the files → alias of a level. */
  readonly as: Readonly<Record<string, string>>;
  /** Names of sheets that are not to be read. */
  readonly leave: readonly string[];
  /** Who imports. */
  readonly by: string;
  /** A remark for the history. */
  readonly note: string;
};

/** The defaults. */
export const defaultOptions: ImportOptions = {
  replace: false,
  replaceCombinations: true,
  adjustPeriods: true,
  addUp: false,
  dropEmpty: false,
  skipUnknown: false,
  dryRun: false,
  create: false,
  as: {},
  leave: [],
  by: "",
  note: "",
};
