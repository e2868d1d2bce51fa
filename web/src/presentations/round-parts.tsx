import { arc, pie as pieShape } from "d3-shape";
import type { ReactElement } from "react";
import { drawnWords } from "../text/drawn.ts";
import { Both, Canvas, letter, round, type Size, spread, textureOf, Wrapped, widthOf } from "./canvas.tsx";
import { choice, chosenOf, flag, flagOf } from "./chosen.ts";
import { holdsNumbers, isAllowed } from "./guarded.ts";
import { matrixSettings, severalAxes, shownOf } from "./matrix.ts";
import { Framed, plainOf, spokenOf } from "./parts.tsx";
import { linesOfParts, type PartCell, partsSetting, type Wholes, wholesOf } from "./parts-of-whole.ts";
import type { Presentation, Setting, Subject } from "./presentation.ts";
import { shareText } from "./tell-cells.ts";
import { tellWholes } from "./tell-wholes.ts";

type Form = "pie" | "ring";

/** Parts that can still be compared. */
const most: Readonly<Record<Form, number>> = { pie: 7, ring: 4 };
const radiusOf: Readonly<Record<Size, number>> = { wide: 120, narrow: 78 };
const top = 22;
const half = Math.PI;

type Slice = { readonly data: PartCell; readonly startAngle: number; readonly endAngle: number; readonly middle: number };

const orders = ["given", "high"] as const;

function read(subject: Subject, form: Form): Wholes {
  return wholesOf(subject, { rows: "none", most: most[form] });
}

function slicesOf(cells: readonly PartCell[], subject: Subject): readonly Slice[] {
  const isSorted = chosenOf(subject, "sort", orders, "given") === "high";
  const ordered = isSorted ? cells.toSorted((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0)) : cells;
  const shape = pieShape<PartCell>()
    .value((each) => each.cell.value ?? 0)
    .sortValues(null);
  return shape([...ordered]).map((each) => ({ ...each, middle: (each.startAngle + each.endAngle) / 2 }));
}

/** Whether another dimension is held at one of its members: then this is no whole. */
function isPartly({ matrix }: Wholes): boolean {
  const { subject, columnAxis } = matrix;
  return severalAxes(subject).some((at) => at !== columnAxis && subject.cube.axes[at]?.role === "member");
}

type Sides = {
  readonly slices: readonly Slice[];
  readonly total: number;
  readonly subject: Subject;
  readonly form: Form;
  readonly size: Size;
};

function labelHeights(slices: readonly Slice[], radius: number, height: number): readonly number[] {
  const y = (each: Slice): number => top + radius - Math.cos(each.middle) * (radius + 14);
  const out: number[] = [];
  for (const right of [true, false]) {
    const own = slices.flatMap((each, index) => (each.middle < half === right ? [index] : []));
    const heights = spread(
      own.map((index) => y(slices[index] as Slice)),
      top - 6,
      height - 18,
      38,
    );
    own.forEach((index, at) => {
      out[index] = heights[at] ?? 0;
    });
  }
  return out;
}

function Labels({ slices, total, subject, form, size }: Sides): ReactElement {
  const radius = radiusOf[size];
  const middle = widthOf[size] / 2;
  const height = heightOf(slices, size);
  const heights = labelHeights(slices, radius, height);
  const cy = top + radius;
  const letters = Math.floor((middle - radius - 24) / letter);
  return (
    <g className="labels">
      {slices.map((each, index) => {
        if ((each.data.cell.value ?? 0) === 0) return null;
        const side = each.middle < half ? 1 : -1;
        const y = heights[index] ?? 0;
        const at = [round(middle + Math.sin(each.middle) * radius), round(cy - Math.cos(each.middle) * radius)];
        const x = middle + side * (radius + 16);
        const share = shareText(each.data.cell.value ?? 0, total, subject);
        const figure = flagOf(subject, "labels", true) ? plainOf(each.data.cell, subject.measured.decimals, subject.voice) : "";
        return (
          <g key={each.data.part.key}>
            <path className="leader" d={`M${at.join(" ")}L${round(x - side * 4)} ${y}`} />
            <Wrapped
              label={each.data.part.label}
              letters={letters}
              x={x}
              y={y - 9}
              anchor={side > 0 ? "start" : "end"}
              className="name"
              lines={1}
            />
            <text x={round(x)} y={round(y + 13)} textAnchor={side > 0 ? "start" : "end"}>
              {figure === "" || size === "narrow" ? share : `${share} (${figure})`}
            </text>
          </g>
        );
      })}
      {form === "ring" && (
        <>
          <text className="middle" x={middle} y={cy + 4} textAnchor="middle">
            {subject.voice.number(total, subject.measured.decimals)}
          </text>
          <text x={middle} y={cy + 22} textAnchor="middle">
            {drawnWords(subject.voice).total}
          </text>
        </>
      )}
    </g>
  );
}

function heightOf(slices: readonly Slice[], size: Size): number {
  const right = slices.filter((each) => each.middle < half).length;
  return Math.max(radiusOf[size] * 2 + top * 2, top + Math.max(right, slices.length - right) * 38 + 10);
}

function Sheet({ alt, ...sides }: Sides & { readonly alt: string }): ReactElement {
  const { slices, size, subject, form } = sides;
  const radius = radiusOf[size];
  const shape = arc<Slice>()
    .innerRadius(form === "ring" ? radius * 0.58 : 0)
    .outerRadius(radius)
    .digits(1);
  const id = `${subject.id}-${size}`;
  return (
    <Canvas id={subject.id} size={size} height={heightOf(slices, size)} alt={alt}>
      <g transform={`translate(${widthOf[size] / 2} ${top + radius})`}>
        {slices.map((each) => {
          const path = shape(each) ?? "";
          const texture = textureOf(id, each.data.kind);
          return (
            <g key={each.data.part.key} className="slice" {...each.data.part.marks}>
              <title>{`${each.data.part.label}: ${spokenOf(each.data.cell, subject.measured, subject.voice)}`}</title>
              <path className={`f${each.data.kind}`} d={path} />
              {texture && <path className="over" fill={texture} d={path} />}
            </g>
          );
        })}
      </g>
      <Labels {...sides} />
    </Canvas>
  );
}

function Drawn({ subject, form }: { readonly subject: Subject; readonly form: Form }): ReactElement {
  const parts = read(subject, form);
  const telling = tellOf(subject, form);
  const [whole] = parts.wholes;
  const total = whole?.total ?? 0;
  const slices = total > 0 ? slicesOf(whole?.cells ?? [], subject) : [];
  return (
    <Framed telling={telling} className="formed round">
      <Both draw={(size) => <Sheet key={size} {...{ slices, total, subject, form, size }} alt={telling.alt} />} />
    </Framed>
  );
}

function tellOf(subject: Subject, form: Form) {
  return tellWholes(read(subject, form), drawnWords(subject.voice).kinds[form]);
}

function settingsOf(subject: Subject, form: Form): readonly Setting[] {
  const parts = read(subject, form);
  const words = drawnWords(subject.voice);
  const order = choice(
    "sort",
    words.sort,
    chosenOf(subject, "sort", orders, "given"),
    orders.map((value) => ({ value, label: words.sorts[value] })),
  );
  return [
    ...matrixSettings(parts.matrix),
    ...order,
    ...partsSetting(parts, most[form]),
    flag("labels", words.labels, flagOf(subject, "labels", true)),
  ];
}

function roundForm<F extends Form>(code: F): Presentation<F> {
  return {
    code,
    suits(subject) {
      if (!holdsNumbers(subject)) return false;
      const parts = read(subject, code);
      if (parts.natural > most[code] || isPartly(parts) || !isAllowed(shownOf(parts.matrix, undefined, linesOfParts(parts)), code))
        return false;
      return (parts.wholes[0]?.total ?? 0) > 0;
    },
    tell: (subject) => tellOf(subject, code),
    draw: (subject) => <Drawn subject={subject} form={code} />,
    settings: (subject) => settingsOf(subject, code),
  };
}

/** The parts of one whole as slices. */
export const pie: Presentation<"pie"> = roundForm("pie");

/** At most four parts of one whole, around its total. */
export const ring: Presentation<"ring"> = roundForm("ring");
