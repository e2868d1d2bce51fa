import type { GlanceRow, GlanceTheme } from "@peil/core/api-glance.ts";
import type { Status } from "@peil/core/model/status.ts";
import type { ReactElement } from "react";
import { hrefOf, indicatorOfAreaHref } from "../address.ts";
import { CellLegend, cellClass, Figure, langFor, Say } from "../presentations/parts.tsx";
import { cellOfProfile } from "../presentations/reading.ts";
import { glanceWords } from "../text/glance.ts";
import { unitBeside } from "../text/glance-sentences.ts";
import { periodName } from "../text/period.ts";
import { JudgedWord, MovedWord, type Part } from "./glance-words.tsx";

/** A signed distance in standard deviations: *+1,2*. */
export function signed(value: number, voice: Part["voice"]): string {
  return `${value > 0 ? "+" : ""}${voice.number(value, 1)}`;
}

function Row({ row, view, voice }: Part & { readonly row: GlanceRow }): ReactElement {
  const cells = view.benchmark.kind === "none" ? [row.cell] : [row.cell, row.benchmark];
  const mark = row.provisional ? glanceWords(voice).provisional : "";
  return (
    <tr>
      <th scope="row">
        <a href={indicatorOfAreaHref(voice.language, row.indicator.code, view.area)} lang={langFor(row.indicator.name, voice)}>
          {voice.say(row.indicator.name)}
        </a>{" "}
        <small className="unit">
          {[unitBeside(row, voice), periodName(row.period, voice), mark].filter((each) => each !== "").join(" · ")}
        </small>{" "}
        <JudgedWord row={row} voice={voice} /> {row.movement !== "stable" && <MovedWord row={row} voice={voice} />}
      </th>
      {cells.map((cell, at) => {
        const status = cell.status as Status;
        return (
          <td key={at === 0 ? "own" : "beside"} className={`${cellClass(status)} ${at === 0 ? "mine" : "beside"}`}>
            <Figure cell={cellOfProfile(cell)} decimals={row.decimals} voice={voice} />
          </td>
        );
      })}
      {view.benchmark.kind !== "none" && <td className="n distance">{row.distance === undefined ? "" : signed(row.distance, voice)}</td>}
    </tr>
  );
}

function Theme({ section, view, voice }: Part & { readonly section: GlanceTheme }): ReactElement {
  const words = glanceWords(voice);
  const { theme, rows } = section;
  const { level, code } = view.area;
  const { since, benchmark } = view;
  const place = { page: "glance" as const, level, code, compare: benchmark.ref, theme: theme.code, since: String(since) };
  const name = voice.say(theme.name);
  return (
    <section className="glance-theme" aria-labelledby={`t-${theme.code}`}>
      <h3 id={`t-${theme.code}`}>
        <a href={hrefOf(voice.language, place)} data-swap="" lang={langFor(theme.name, voice)} aria-label={words.openTheme(name)}>
          {name}
        </a>
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col" className="n mine">
              <Say text={view.area.name} voice={voice} />
            </th>
            {benchmark.kind !== "none" && (
              <>
                <th scope="col" className="n beside">
                  <Say text={benchmark.name} voice={voice} />
                </th>
                <th scope="col" className="n distance">
                  {words.distance}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.indicator.code} row={row} view={view} voice={voice} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The core figures of all themes, each theme leading to itself in close-up. */
export function GlanceThemes(part: Part): ReactElement {
  const { view, voice } = part;
  const words = glanceWords(voice);
  const rows = view.themes.flatMap((each) => each.rows);
  return (
    <section className="glance-themes" aria-labelledby="per-theme">
      <h2 id="per-theme">{words.perTheme}</h2>
      {view.benchmark.kind !== "none" && <p className="foot">{words.distanceHelp}</p>}
      <div className="tables">
        {view.themes.map((section) => (
          <Theme key={section.theme.code} section={section} {...part} />
        ))}
      </div>
      <CellLegend
        cells={rows.flatMap((row) => [row.cell, ...(view.benchmark.kind === "none" ? [] : [row.benchmark])]).map(cellOfProfile)}
        voice={voice}
      />
    </section>
  );
}
