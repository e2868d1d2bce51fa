// Placeholder of the lead until the engine's own file replaces it.
export type Report = {
  readonly cells: number;
  readonly hidden: number;
  readonly primary: number;
  readonly complementary: number;
  readonly known: number;
  readonly certified: number;
  readonly solved: number;
  readonly sampled: number;
  readonly notChecked: number;
  readonly failing: readonly {
    readonly cell: number;
    readonly names: readonly string[];
    readonly lower: number;
    readonly upper: number;
    readonly asked: { readonly lower: number; readonly upper: number };
  }[];
};
