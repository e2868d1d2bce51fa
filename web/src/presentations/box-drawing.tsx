import type { ReactElement } from "react";
import { widthOf } from "./label-places.ts";
import { periodCode } from "./moment-of.ts";
import { nameOf, plainOf } from "./parts.tsx";
import { type Axis, axisOver, BottomAxis, type SizeName } from "./plane.tsx";
import { signAt } from "./signs.ts";
import type { Spread } from "./spread-of.ts";

/** A row of a box plot. */
export type BoxRow = { readonly label: string; readonly spread: Spread };

const sizes: Readonly<Record<SizeName, { readonly width: number; readonly label: number }>> = {
  wide: { width: 640, label: 150 },
  narrow: { width: 340, label: 0 },
};
const thick = 16;

function cut(text: string, width: number): string {
  const most = Math.floor(width / 7.6);
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

function Box({ row, axis, y }: { readonly row: BoxRow; readonly axis: Axis; readonly y: number }): ReactElement | null {
  const { five, dots, subject, period } = row.spread;
  if (!five) return null;
  const code = periodCode(subject, period);
  const [q1, q3] = [axis.at(five.q1), axis.at(five.q3)];
  const inside = dots.filter((each) => each.value >= five.low && each.value <= five.high);
  const outside = dots.filter((each) => !each.mine && (each.value < five.low || each.value > five.high));
  return (
    <g className="box">
      <path className="whiskers" d={`M${axis.at(five.low)} ${y}H${q1}M${q3} ${y}H${axis.at(five.high)}`} />
      <path className="ends" d={[five.low, five.high].map((each) => `M${axis.at(each)} ${y - 5}v10`).join("")} />
      <rect x={q1} y={y - thick / 2} width={Math.max(1, q3 - q1)} height={thick} />
      <path className="all" d={[...new Set(inside.map((each) => axis.at(each.value)))].map((x) => `M${x} ${y - 4}v8`).join("")} />
      <path className="median" d={`M${axis.at(five.median)} ${y - thick / 2 - 1}v${thick + 2}`} />
      {outside.map((each) => (
        <circle key={each.area.code} className="dot plain" cx={axis.at(each.value)} cy={y} r="3" data-a={each.area.code} data-p={code} />
      ))}
    </g>
  );
}

/** The reader's areas, each with its own sign, and the benchmark as a long stroke. */
function Marks({ row, axis, y }: { readonly row: BoxRow; readonly axis: Axis; readonly y: number }): ReactElement {
  const { subject, period, benchmarks, dots } = row.spread;
  const code = periodCode(subject, period);
  const own = (subject.mine ?? []).map((ref) => dots.find((each) => each.mine && each.area.code === ref.code));
  return (
    <g className="marks">
      {benchmarks.slice(0, 1).map((each) => (
        <path key={each.area.code} className="benchmark" d={`M${axis.at(each.value)} ${y - 14}v28`} />
      ))}
      {own.map((each, at) =>
        each ? (
          <path
            key={each.area.code}
            className={`own own-${at}`}
            d={signAt(at + 1, axis.at(each.value), y)}
            data-a={each.area.code}
            data-p={code}
          />
        ) : null,
      )}
    </g>
  );
}

type Key = { readonly at: number; readonly text: string; readonly x: number; readonly y: number; readonly code: string };

/** What the signs stand for, in as many lines as they need. */
function keysOf(rows: readonly BoxRow[], width: number): readonly Key[] {
  const { subject, dots, benchmarks } = (rows[0] as BoxRow).spread;
  const several = rows.some((each) => each.spread.subject.measured.code !== subject.measured.code);
  const own = (subject.mine ?? []).flatMap((ref, at) => {
    const dot = dots.find((each) => each.mine && each.area.code === ref.code);
    return dot ? [{ dot, at }] : [];
  });
  let [x, y] = [4, 11];
  return [...own, ...benchmarks.slice(0, 1).map((dot) => ({ dot, at: -1 }))].map(({ dot, at }) => {
    const name = nameOf(dot.area, subject.voice);
    const text = several ? name : `${name} ${plainOf(dot.cell, subject.measured.decimals, subject.voice)}`;
    const wide = widthOf(text, 14) + 34;
    if (x > 4 && x + wide - 14 > width) [x, y] = [4, y + 22];
    const key = { at, text, x, y, code: dot.area.code };
    x += wide;
    return key;
  });
}

function Keys({ keys }: { readonly keys: readonly Key[] }): ReactElement {
  return (
    <g className="marks names">
      {keys.map(({ at, text, x, y, code }) => (
        <g key={code} className={at < 0 ? "benchmark" : "mine"}>
          {at < 0 ? (
            <path className="benchmark" d={`M${x + 5} ${y - 9}v18`} />
          ) : (
            <path className={`own own-${at}`} d={signAt(at + 1, x + 5, y)} />
          )}
          <text x={x + 16} y={y + 5}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Boxes under each other on one scale. */
export function BoxDrawing(props: { readonly rows: readonly BoxRow[]; readonly size: SizeName; readonly alt: string }): ReactElement {
  const { rows, size, alt } = props;
  const { width, label } = sizes[size];
  const longest = Math.max(...rows.map((each) => widthOf(each.label, 15))) + 14;
  const above = label < longest;
  const step = above ? 56 : 38;
  const left = above ? 8 : longest;
  const keys = keysOf(rows, width);
  const top = keys.length === 0 ? 8 : (keys.at(-1)?.y ?? 0) + 19;
  const height = top + rows.length * step + 34;
  const values = rows.flatMap(({ spread }) => [...spread.dots, ...spread.benchmarks].map((each) => each.value));
  const plane = { width, height, left, right: 12, top: top + 2, bottom: 28 };
  const axis = axisOver(values, [left + 4, width - 16], size === "wide" ? 6 : 4);
  const [first] = rows;
  if (!first) return <svg />;
  return (
    <svg
      className={`chart ${size} boxes`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={alt}
      data-table={first.spread.subject.id}
    >
      <BottomAxis axis={axis} plane={plane} voice={first.spread.subject.voice} />
      {rows.map((row, at) => {
        const y = top + step * at + (above ? step - 18 : step / 2);
        return (
          <g key={`${row.label}-${row.spread.subject.id}`}>
            <text className="row-name" x={above ? 0 : left - 8} y={above ? y - 15 : y + 5} textAnchor={above ? "start" : "end"}>
              {cut(row.label, width)}
            </text>
            <Box row={row} axis={axis} y={y} />
            <Marks row={row} axis={axis} y={y} />
          </g>
        );
      })}
      <Keys keys={keys} />
    </svg>
  );
}
