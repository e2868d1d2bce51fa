/** What the tests of accessibility found, as they wrote it. */
export type Results = {
  /** ISO day on which they ran. */
  readonly date: string;
  readonly browser: string;
  readonly axe: string;
  /** Rules that were checked. */
  readonly rules: number;
  /** Kinds of pages, as `Place` names them. */
  readonly pages: readonly string[];
  /** Codes of the forms of presentation. */
  readonly forms: readonly string[];
  readonly languages: readonly string[];
  /** Widths of the screen, in pixels. */
  readonly widths: readonly number[];
  readonly looks: readonly string[];
  /** Pages and forms that were opened, each in every width and look. */
  readonly opened: number;
  readonly violations: readonly Violation[];
  /** Rules that a program could not decide everywhere; a person must look. */
  readonly undecided: readonly string[];
};

/** A rule that is broken, and where. */
export type Violation = { readonly rule: string; readonly where: readonly string[] };

// Taken along when the site is built: nothing is read while it runs.
const files = import.meta.glob("../../../docs/accessibility/results.json", { query: "?raw", import: "default", eager: true });

/** The results of the last run; undefined where none was kept. */
export function lastResults(): Results | undefined {
  const [text] = Object.values(files);
  return text === undefined ? undefined : (JSON.parse(text) as Results);
}

/** How far the site meets the norm: not at all said without results, in part where anything is known to be wrong. */
export function statusOf(results: Results | undefined): "unknown" | "partial" | "full" {
  if (results === undefined) return "unknown";
  return results.violations.length > 0 ? "partial" : "full";
}
