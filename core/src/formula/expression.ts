/** A parsed formula: plain data, printable, comparable. Positions are 1-based characters of the text. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "indicator"; readonly code: string; readonly position: number }
  | { readonly kind: "cell"; readonly cube: string; readonly members: readonly CellMember[]; readonly position: number }
  | {
      readonly kind: "operation";
      readonly operator: "+" | "-" | "*" | "/";
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "minus"; readonly of: Expression }
  | { readonly kind: "sqrt" | "round"; readonly of: Expression; readonly position: number }
  /** `data_from_period`: a shift in periods, or one absolute period. */
  | { readonly kind: "at-period"; readonly of: Expression; readonly shift: number; readonly position: number }
  | { readonly kind: "at-period"; readonly of: Expression; readonly period: string; readonly position: number }
  /** `data_from_mrp`: `index` periods from the most recent one of its operand (0 is the most recent, -1 the one before). */
  | { readonly kind: "at-recent"; readonly of: Expression; readonly index: number; readonly position: number }
  | { readonly kind: "threshold"; readonly of: Expression; readonly position: number };

/** A member as formulas write it: `<level code>_<member code>`; split against the catalogue when checked. */
export type CellMember = { readonly text: string; readonly position: number };
