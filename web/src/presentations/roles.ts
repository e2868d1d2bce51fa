import { spreadWords } from "../text/spread.ts";
import { subjectsOf } from "./many.ts";
import { nameOf } from "./parts.tsx";
import type { Setting, Subject } from "./presentation.ts";
import { axisOf } from "./reading.ts";

/** A place that an indicator can take in a cloud of points. */
export type Role = "x" | "y" | "colour" | "size";

/** Which indicator stands where; a place without one is not drawn. */
export type Roles = {
  readonly x: Subject;
  readonly y: Subject;
  readonly colour?: Subject | undefined;
  readonly size?: Subject | undefined;
};

/** What a role holds that the reader emptied. */
const nothing = "none";

/** Codes of the indicators, in order. */
function codesOf(subject: Subject): readonly string[] {
  return axisOf(subject.cube, "indicator").members.map((each) => each.code);
}

/**
 * Gives the indicators of a cube their roles: as the reader set them, else in their order. Undefined with fewer than two.
 * @param order the roles in the order in which they are filled; the first two are x and y
 */
export function rolesOf(subject: Subject, order: readonly Role[]): Roles | undefined {
  const codes = codesOf(subject);
  const subjects = subjectsOf(subject);
  if (subjects.length < 2 || codes.length !== subjects.length) return undefined;
  const given = chosenOf(subject, codes, order);
  const one = (role: Role): Subject | undefined => subjects[codes.indexOf(given.get(role) ?? "")];
  const [x, y] = [one("x"), one("y")];
  return x && y ? { x, y, colour: one("colour"), size: one("size") } : undefined;
}

function chosenOf(subject: Subject, codes: readonly string[], order: readonly Role[]): ReadonlyMap<Role, string> {
  const out = new Map<Role, string>();
  for (const role of order) {
    const set = subject.settings?.[role];
    const may = set !== undefined && codes.includes(set) && !(role === "y" && out.get("x") === set);
    if (may) out.set(role, set);
  }
  if (out.get("y") !== undefined && out.get("y") === out.get("x")) out.delete("y");
  for (const role of order) {
    const emptied = (role === "colour" || role === "size") && subject.settings?.[role] === nothing;
    const free =
      codes.find((each) => ![...out.values()].includes(each)) ?? (role === "y" ? codes.find((each) => each !== out.get("x")) : undefined);
    if (!out.has(role) && !emptied && free !== undefined) out.set(role, free);
  }
  return out;
}

/** What a reader can set of the roles. */
export function roleSettings(subject: Subject, order: readonly Role[]): readonly Setting[] {
  const words = spreadWords(subject.voice);
  const codes = codesOf(subject);
  if (codes.length < 2) return [];
  const given = chosenOf(subject, codes, order);
  const indicators = axisOf(subject.cube, "indicator").members.map((each) => ({ value: each.code, label: nameOf(each, subject.voice) }));
  return order.map((role) => ({
    code: role,
    label: words.roles[role],
    value: given.get(role) ?? nothing,
    kind: "choice" as const,
    options: role === "x" || role === "y" ? indicators : [{ value: nothing, label: words.none }, ...indicators],
  }));
}
