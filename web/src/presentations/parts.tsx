import type { CubeMember } from "@peil/core/model/cube.ts";
import { type Status, signs, status } from "@peil/core/model/status.ts";
import { languageOf, type Text } from "@peil/core/model/text.ts";
import type { ReactElement, ReactNode } from "react";
import { flagsOf } from "../text/flags.ts";
import { surveyWords } from "../text/survey.ts";
import { unitOf } from "../text/unit.ts";
import type { Voice } from "../text/voice.ts";
import { wholeFigure } from "../text/whole-figure.ts";
import type { Measured, Telling } from "./presentation.ts";
import type { Cell } from "./reading.ts";

/** A text of the catalogue, marked with its language where that is not the page's. */
export function Say({ text, voice }: { readonly text: Text; readonly voice: Voice }): ReactNode {
  const spoken = languageOf(text, voice.language);
  return spoken === voice.language ? voice.say(text) : <span lang={spoken}>{voice.say(text)}</span>;
}

/** The `lang` that an element needs for a text, or nothing. */
export function langFor(text: Text, voice: Voice): string | undefined {
  const spoken = languageOf(text, voice.language);
  return spoken === voice.language ? undefined : spoken;
}

/** What a state means, in words. */
export function meaningOf(cell: Cell, voice: Voice): string {
  if (cell.tooFew) return surveyWords(voice).tooFew;
  if (cell.status === 5 && cell.missing) return voice.m.table.missingAreas(cell.missing);
  return voice.m.table.sign[String(cell.status)] ?? "";
}

/** A figure in plain text: the number, or the sign of its state. */
export function plainOf(cell: Cell, decimals: number, voice: Voice): string {
  if (cell.text !== undefined) return cell.text;
  if (cell.value === undefined) return signs[cell.status];
  return (
    voice.number(cell.value, decimals) +
    flagsOf(cell.flags ?? 0, voice.language)
      .map((each) => ` ${each.sign}`)
      .join("")
  );
}

/** A figure with its unit in plain text, or what its state means. */
export function spokenOf(cell: Cell, measured: Measured, voice: Voice): string {
  if (cell.text !== undefined) return cell.text;
  if (cell.value === undefined) return meaningOf(cell, voice);
  const said = flagsOf(cell.flags ?? 0, voice.language).map((each) => each.meaning);
  return wholeFigure(cell.value, measured, voice) + (said.length === 0 ? "" : ` (${said.join("; ")})`);
}

/** A figure in a table: the number, or a sign that also says what it means. */
export function Figure({ cell, decimals, voice }: { readonly cell: Cell; readonly decimals: number; readonly voice: Voice }): ReactElement {
  if (cell.text !== undefined) return <>{cell.text}</>;
  if (cell.value !== undefined) return <FlaggedFigure cell={cell} text={voice.number(cell.value, decimals)} voice={voice} />;
  return (
    <span className="sign" title={meaningOf(cell, voice)}>
      <span aria-hidden="true">{signs[cell.status]}</span>
      <span className="unseen">{meaningOf(cell, voice)}</span>
    </span>
  );
}

/** A number with the signs of its flags, each of which also says what it means. */
function FlaggedFigure({ cell, text, voice }: { readonly cell: Cell; readonly text: string; readonly voice: Voice }): ReactElement {
  const flags = flagsOf(cell.flags ?? 0, voice.language);
  if (flags.length === 0) return <>{text}</>;
  return (
    <span className="flagged">
      {text}
      {flags.map((each) => (
        <small className="mark" key={each.bit} title={each.meaning}>
          <span aria-hidden="true"> {each.sign}</span>
          <span className="unseen"> ({each.meaning})</span>
        </small>
      ))}
    </span>
  );
}

/** The class of a table cell by its state: hidden cells are hatched, missing ones dotted. */
export function cellClass(state: Status): string {
  if (state === 0) return "n";
  if (state === 2 || state === 7) return "n hidden";
  return state === 3 ? "n" : "n missing";
}

type Signs = {
  readonly states: Iterable<Status>;
  readonly flags: Iterable<number | undefined>;
  readonly isTooFew: boolean;
  readonly voice: Voice;
};

/** The signs that stand in a table, explained once; nothing where there are none. */
function SignLegend({ states, flags, isTooFew, voice }: Signs): ReactElement | null {
  const used = [...new Set(states)].filter((each) => each !== 0).sort((a, b) => a - b);
  const bits = [...flags].reduce((all: number, each) => all | (each ?? 0), 0);
  const flagged = flagsOf(bits, voice.language);
  if (used.length === 0 && flagged.length === 0 && !isTooFew) return null;
  return (
    <dl className="signs" aria-label={voice.m.table.signs}>
      {used.map((each) => (
        <div key={each}>
          <dt className={cellClass(each).replace("n ", "swatch ")}>{signs[each]}</dt>
          <dd>{voice.m.table.sign[String(each)]}</dd>
        </div>
      ))}
      {isTooFew && (
        <div>
          <dt className={cellClass(status.notAvailable).replace("n ", "swatch ")}>{signs[status.notAvailable]}</dt>
          <dd>{surveyWords(voice).tooFew}</dd>
        </div>
      )}
      {flagged.map((each) => (
        <div key={`flag-${each.bit}`}>
          <dt className="swatch">{each.sign}</dt>
          <dd>{each.meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the signs and marks of cells mean, each once. */
export function CellLegend({ cells, voice }: { readonly cells: readonly Cell[]; readonly voice: Voice }): ReactElement | null {
  return (
    <SignLegend
      states={cells.filter((each) => !each.tooFew).map((each) => each.status)}
      flags={cells.map((each) => each.flags)}
      isTooFew={cells.some((each) => each.tooFew)}
      voice={voice}
    />
  );
}

type Frame = {
  readonly telling: Telling;
  readonly className: string;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
};

/** The frame around a drawing: the finding, what is measured, the drawing, its foot. */
export function Framed({ telling, className, children, foot }: Frame): ReactElement {
  return (
    <figure className={`drawing ${className}`}>
      <figcaption>
        <h3>{telling.title}</h3>
        <p className="measured">{telling.subtitle}</p>
      </figcaption>
      {children}
      {foot}
    </figure>
  );
}

/** Name of a position on an axis. */
export function nameOf(member: CubeMember | undefined, voice: Voice): string {
  return member ? voice.say(member.label) : "";
}

/** Indicator and unit in one line, for subtitles. */
export function measuredLine(measured: Measured, voice: Voice, ...more: readonly string[]): string {
  return [voice.m.chart.measured(voice.say(measured.name), unitOf(measured.unit, voice)), ...more]
    .filter((each) => each !== "")
    .join(" · ");
}

/** A table that scrolls inside itself; reached by keyboard, so that it can be scrolled with it too. */
export function Scroll(props: { readonly label: string; readonly tall?: boolean; readonly children: ReactNode }): ReactElement {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={props.tall ? "scroll tall" : "scroll"} tabIndex={0} aria-label={props.label}>
      {props.children}
    </section>
  );
}
