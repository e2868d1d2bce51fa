import type { Indicator } from "../model/indicator.ts";
import { type Guard, guardOf, type SumOfIndicators, sumStatedBy } from "./rule.ts";

/** A guarded indicator of a release. */
export type Guarded = {
  readonly indicator: Indicator;
  readonly guard: Guard;
  /** It hides where this one does: a percentage its numerator. */
  readonly follows?: Indicator;
};

/** Guarded indicators that add up to each other: what is hidden in one is decided over all of them. */
export type Family = {
  /** Codes of its members, sorted: its name. */
  readonly key: string;
  readonly members: readonly Guarded[];
  /**
   * Sums over positions in `members`; parts that are not guarded are left out, since they are known. A total that is not guarded is
   * `known`.
   */
  readonly sums: readonly { readonly total: number | "known"; readonly parts: readonly number[] }[];
};

/** Everything that is guarded in a release. */
export type Guards = {
  readonly flat: readonly Family[];
  readonly cubes: readonly Guarded[];
  readonly followers: readonly Guarded[];
  /** Indicators that hold the largest contributions to others: no figure of them shows. */
  readonly contributions: readonly Indicator[];
};

/**
 * Gives every indicator what disclosure control makes of it: a threshold indicator of a protected indicator is protected too; a
 * formula that adds guarded figures up, or is guarded itself, is made at publish (`atPublish`), so that safe totals stay visible
 * while hidden parts poison; a base of rounding becomes the step.
 */
export function withGuards(indicators: readonly Indicator[]): readonly Indicator[] {
  const byCode = new Map(indicators.map((each) => [each.code.toLowerCase(), withBase(each)]));
  for (const each of [...byCode.values()]) {
    const guard = guardOf(each);
    const compared = each.thresholdIndicator === undefined ? undefined : byCode.get(each.thresholdIndicator.toLowerCase());
    if (guard?.mode !== "protect" || compared === undefined || compared.code === each.code || compared.dataType !== "count") continue;
    if (guardOf(compared)?.mode === "protect") continue;
    byCode.set(compared.code.toLowerCase(), { ...compared, protected: true, threshold: compared.threshold ?? guard.limits.minimum });
  }
  // A sum of sums of guarded figures is guarded too: repeat until nothing is added.
  for (let grown = true; grown; ) {
    grown = false;
    for (const [code, each] of byCode) {
      if (each.formula === undefined || each.atPublish === true || each.shape !== "flat") continue;
      const guard = guardOf(each);
      const inherited = guard === undefined ? inheritedGuard(each, byCode) : undefined;
      if (guard === undefined && inherited === undefined) continue;
      byCode.set(code, { ...each, ...inherited, atPublish: true });
      grown = true;
    }
  }
  return indicators.map((each) => byCode.get(each.code.toLowerCase()) ?? each);
}

function withBase(each: Indicator): Indicator {
  const base = each.disclosure?.base;
  return base === undefined || each.step !== undefined ? each : { ...each, step: base };
}

/** A plain sum of guarded flat figures takes the strictest of their guards. */
function inheritedGuard(each: Indicator, byCode: ReadonlyMap<string, Indicator>): Pick<Indicator, "protected" | "disclosure"> | undefined {
  const stated = sumOf(each);
  if (stated === undefined) return undefined;
  const own = each.code.toLowerCase();
  const operands = [stated.total, ...stated.parts].filter((code) => code !== own).map((code) => byCode.get(code));
  if (operands.some((operand) => operand === undefined || operand.shape !== "flat" || operand.dataType !== "count")) return undefined;
  const guards = operands.flatMap((operand) => guardOf(operand as Indicator) ?? []);
  if (guards.length === 0) return undefined;
  return {
    ...(guards.some((guard) => guard.mode === "protect") ? { protected: true } : {}),
    disclosure: {
      minimum: Math.max(...guards.map((guard) => guard.limits.minimum)),
      zeros: guards.every((guard) => guard.limits.zerosShown) ? "shown" : "hidden",
    },
  };
}

function sumOf(each: Indicator): SumOfIndicators | undefined {
  try {
    return sumStatedBy(each);
  } catch {
    return undefined;
  }
}

/** What is guarded among the indicators of a release, after `withGuards`. */
export function guardsOf(indicators: readonly Indicator[]): Guards {
  const byCode = new Map(indicators.map((each) => [each.code.toLowerCase(), each]));
  const contributing = new Set(indicators.flatMap((each) => each.disclosure?.contributions ?? []).map((code) => code.toLowerCase()));
  const all = indicators.flatMap((indicator): Guarded[] => {
    const guard = contributing.has(indicator.code.toLowerCase()) ? undefined : guardOf(indicator);
    if (guard === undefined || (indicator.formula !== undefined && indicator.atPublish !== true)) return [];
    const compared = indicator.thresholdIndicator === undefined ? undefined : byCode.get(indicator.thresholdIndicator.toLowerCase());
    const isFollower = compared !== undefined && compared.id !== indicator.id && guardOf(compared) !== undefined && isHeld(compared);
    return [{ indicator, guard, ...(isFollower ? { follows: compared } : {}) }];
  });
  const flat = all.filter((each) => each.indicator.shape === "flat" && each.follows === undefined);
  return {
    flat: familiesOf(flat, indicators),
    cubes: all.filter((each) => each.indicator.shape === "cube"),
    followers: all.filter((each) => each.follows !== undefined && each.indicator.shape === "flat"),
    contributions: indicators.filter((each) => contributing.has(each.code.toLowerCase())),
  };
}

function isHeld(indicator: Indicator): boolean {
  return indicator.shape === "flat" && (indicator.formula === undefined || indicator.atPublish === true);
}

function familiesOf(guarded: readonly Guarded[], indicators: readonly Indicator[]): Family[] {
  const codes = new Map(guarded.map((each, at) => [each.indicator.code.toLowerCase(), at]));
  const group = guarded.map((_, at) => at);
  const find = (at: number): number => (group[at] === at ? at : find(group[at] as number));
  const stated: { total: number | "known"; parts: number[] }[] = [];
  for (const each of indicators) {
    const sum = each.shape === "flat" ? sumOf(each) : undefined;
    if (sum === undefined) continue;
    const total = codes.get(sum.total) ?? "known";
    const parts = sum.parts.flatMap((code) => codes.get(code) ?? []);
    const members = total === "known" ? parts : [total, ...parts];
    if (parts.length === 0 || members.some((at) => guarded[at]?.guard.mode !== "protect")) continue;
    stated.push({ total, parts });
    for (const member of members) group[find(member)] = find(members[0] as number);
  }
  const families = new Map<number, number[]>();
  for (const at of guarded.keys()) families.set(find(at), [...(families.get(find(at)) ?? []), at]);
  return [...families.values()].map((members) => {
    const place = new Map(members.map((at, position) => [at, position]));
    return {
      key: members
        .map((at) => guarded[at]?.indicator.code.toLowerCase() ?? "")
        .sort()
        .join("+"),
      members: members.map((at) => guarded[at] as Guarded),
      sums: stated.flatMap(({ total, parts }) =>
        place.has(parts[0] as number)
          ? [{ total: total === "known" ? total : (place.get(total) ?? 0), parts: parts.map((part) => place.get(part) ?? 0) }]
          : [],
      ),
    };
  });
}
