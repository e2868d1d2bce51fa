import type { AreaView, ProfileRow } from "@peil/core/api.ts";
import type { Status } from "@peil/core/model/status.ts";
import type { ReactElement } from "react";
import { areaHref, indicatorOfAreaHref } from "../address.ts";
import { CellLegend, cellClass, Figure, langFor, Say, Scroll } from "../presentations/parts.tsx";
import { cellOfProfile } from "../presentations/reading.ts";
import { Sparkline } from "../presentations/sparkline.tsx";
import { periodAsNumber, periodName } from "../text/period.ts";
import { unitOf } from "../text/unit.ts";
import type { Voice } from "../text/voice.ts";

type Section = AreaView["themes"][number];
type Props = { readonly section: Section; readonly view: AreaView; readonly voice: Voice };

function Trend({ row, voice }: { readonly row: ProfileRow; readonly voice: Voice }): ReactElement | null {
  const known = row.trend.filter((each) => Number.isFinite(each.value));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return null;
  const say = (value: number): string => voice.number(value, row.decimals);
  const label = voice.m.area.trendAlt(periodName(first.period, voice), say(first.value), periodName(last.period, voice), say(last.value));
  const moments = row.trend.map((each, index) => ({ at: periodAsNumber(each.period) ?? index, value: each.value }));
  return <Sparkline moments={moments} label={label} />;
}

function Row({ row, view, voice }: { readonly row: ProfileRow; readonly view: AreaView; readonly voice: Voice }): ReactElement {
  return (
    <tr>
      <th scope="row">
        <a href={indicatorOfAreaHref(voice.language, row.indicator.code, view.area)} lang={langFor(row.indicator.name, voice)}>
          {voice.say(row.indicator.name)}
        </a>
        <small className="unit">
          {[unitOf(row.indicator.unit, voice), periodName(row.period, voice)].filter((each) => each !== "").join(" · ")}
        </small>
      </th>
      {row.cells.map((cell, index) => {
        const state = cell.status as Status;
        const column = index === 0 ? "mine" : "beside";
        return (
          <td
            key={index === 0 ? "own" : `${view.columns[index - 1]?.level}:${view.columns[index - 1]?.code}`}
            className={`${cellClass(state)} ${column}`}
          >
            <Figure cell={cellOfProfile(cell)} decimals={row.decimals} voice={voice} />
          </td>
        );
      })}
      <td className="trend">
        <Trend row={row} voice={voice} />
      </td>
      <td className="n rank">{row.rank && voice.m.area.rankOf(voice.number(row.rank.position), voice.number(row.rank.of))}</td>
    </tr>
  );
}

/** One theme of an area as a compact table: figure, the areas beside it, trend, place. */
export function ProfileTable({ section, view, voice }: Props): ReactElement {
  const { area } = voice.m;
  const id = section.theme.code;
  return (
    <section className="profile" aria-labelledby={id}>
      <h2 id={id} lang={langFor(section.theme.name, voice)}>
        {voice.say(section.theme.name)}
      </h2>
      <Scroll label={voice.m.area.tableOf(voice.say(section.theme.name))}>
        <table>
          <thead>
            <tr>
              <th scope="col">{area.figure}</th>
              <th scope="col" className="n mine">
                <Say text={view.area.name} voice={voice} />
              </th>
              {view.columns.map((column) => (
                <th scope="col" className="n beside" key={`${column.level}:${column.code}`}>
                  <a href={areaHref(voice.language, column)} lang={langFor(column.name, voice)}>
                    {voice.say(column.name)}
                  </a>
                </th>
              ))}
              <th scope="col">{area.trend}</th>
              <th scope="col" className="n">
                {area.rank}
              </th>
            </tr>
          </thead>
          <tbody>
            {section.rows.map((row) => (
              <Row key={row.indicator.code} row={row} view={view} voice={voice} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <CellLegend cells={section.rows.flatMap((row) => row.cells.map(cellOfProfile))} voice={voice} />
    </section>
  );
}
