/** A bar with the axes that stand in it, in order. */
export type Bar = { readonly code: string; readonly axes: readonly string[] };

/** A place in the bars; beyond the end is the end. */
export type Place = { readonly bar: number; readonly at: number };

/** The bars after an axis moved to a place; undefined where nothing changes. Pure. */
export function moveIn(bars: readonly Bar[], axis: string, to: Place): readonly Bar[] | undefined {
  const from = bars.findIndex((each) => each.axes.includes(axis));
  const target = bars[to.bar];
  if (from < 0 || target === undefined) return undefined;
  const without = bars.map((each) => ({ ...each, axes: each.axes.filter((one) => one !== axis) }));
  const room = without[to.bar]?.axes.length ?? 0;
  const at = Math.min(Math.max(0, to.at), room);
  if (from === to.bar && target.axes.indexOf(axis) === at) return undefined;
  return without.map((each, bar) => (bar === to.bar ? { ...each, axes: each.axes.toSpliced(at, 0, axis) } : each));
}
