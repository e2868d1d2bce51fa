import { classOf } from "@peil/core/statistics/classes.ts";
import type { ReactElement } from "react";
import { type Classes, classesOf } from "./classes.ts";
import type { Subject } from "./presentation.ts";
import type { Cell } from "./reading.ts";

const wanted = 5;

/** Classes by which the cells of a table are shaded; undefined where figures do not differ. */
export function shadesOf(cells: Iterable<Cell>, decimals: number): Classes | undefined {
  const values = [...cells].flatMap((each) => each.value ?? []);
  if (new Set(values).size < 2) return undefined;
  return classesOf(values, wanted, decimals);
}

/** The class of a shaded cell; nothing for a cell without a figure. Fewer classes take the outer shades too. */
export function shadeClass(cell: Cell, shades: Classes | undefined): string {
  if (!shades || cell.value === undefined) return "";
  const steps = Math.max(1, shades.counts.length - 1);
  return `shade-${Math.round((classOf(cell.value, shades.breaks) * (wanted - 1)) / steps)}`;
}

/** What the shades of a table mean. */
export function ShadeKeys({ shades, subject }: { readonly shades: Classes; readonly subject: Subject }): ReactElement {
  const { voice, measured } = subject;
  const bounds = [shades.low, ...shades.breaks, shades.high];
  return (
    <ul className="shade-keys" aria-label={voice.m.legend.title}>
      {shades.counts.map((_, at) => (
        <li key={bounds[at]}>
          <span className={`swatch ${shadeClass({ value: bounds[at] ?? 0, status: 0 }, shades)}`} />
          {voice.m.legend.class(voice.number(bounds[at] ?? 0, measured.decimals), voice.number(bounds[at + 1] ?? 0, measured.decimals))}
        </li>
      ))}
    </ul>
  );
}
