import type { GlanceRow, GlanceTheme } from "@peil/core/api-glance.ts";
import { type Status, signs } from "@peil/core/model/status.ts";
import type { ReactElement } from "react";
import { hrefOf, indicatorOfAreaHref } from "../address.ts";
import { cellClass, langFor, meaningOf, Say } from "../presentations/parts.tsx";
import { cellOfProfile } from "../presentations/reading.ts";
import { Sparkline } from "../presentations/sparkline.tsx";
import { SpreadStrip } from "../presentations/spread-strip.tsx";
import { flagsOf } from "../text/flags.ts";
import { glanceWords } from "../text/glance.ts";
import { unitBeside } from "../text/glance-sentences.ts";
import { periodAsNumber, periodName } from "../text/period.ts";
import { figureOf, JudgedWord, MovedWord, type Part, type RowPart, Why } from "./glance-words.tsx";

function Amount({ row, voice }: RowPart): ReactElement {
  const { value } = row.cell;
  const status = row.cell.status as Status;
  const unit = unitBeside(row, voice);
  if (value === undefined)
    return (
      <p className="figure">
        <span className={`amount none ${cellClass(status)}`} aria-hidden="true">
          {signs[status]}
        </span>{" "}
        <span className="of">{meaningOf(cellOfProfile(row.cell), voice)}</span>
      </p>
    );
  return (
    <p className="figure">
      <span className="amount">{voice.number(value, row.decimals)}</span> {unit !== "" && <span className="of">{unit}</span>}{" "}
      <span className="of">
        {periodName(row.period, voice)}
        {row.provisional && ` (${glanceWords(voice).provisional})`}
      </span>
    </p>
  );
}

/** How uncertain a survey figure is, in words. */
function Interval({ row, voice }: RowPart): ReactElement | null {
  if (row.interval === undefined) return null;
  const words = glanceWords(voice);
  const { lower, upper, level, respondents } = row.interval;
  const between = words.interval(level, voice.number(lower, row.decimals), voice.number(upper, row.decimals));
  const marks = flagsOf(row.cell.flags ?? 0, voice.language).map((each) => each.meaning);
  const parts = [between, ...(respondents === undefined ? [] : [words.respondents(voice.number(respondents))]), ...marks];
  return <p className="interval">{parts.join(" · ")}</p>;
}

function Spread({ row, view, voice }: RowPart): ReactElement | null {
  if (row.spread === undefined) return null;
  const words = glanceWords(voice);
  const say = (value: number): string => voice.number(value, row.decimals);
  const parts = [
    `${words.spread}: ${say(row.spread.low)} – ${say(row.spread.high)}`,
    ...(row.cell.value === undefined ? [] : [`${voice.say(view.area.name)} ${say(row.cell.value)}`]),
    ...(row.benchmark.value === undefined ? [] : [`${voice.say(view.benchmark.name)} ${say(row.benchmark.value)}`]),
  ];
  return (
    <div className="spread-line">
      <SpreadStrip spread={row.spread} mine={row.cell.value} benchmark={row.benchmark.value} label={parts.join("; ")} />
      <small>
        {say(row.spread.low)} – {say(row.spread.high)}
        {row.rank &&
          ` · ${voice.m.indicator.rankOf(voice.m.ordinal(row.rank.position), voice.number(row.rank.of), voice.say(view.level.plural).toLowerCase())}`}
      </small>
    </div>
  );
}

function Trend({ row, voice }: RowPart): ReactElement | null {
  const known = row.trend.filter((each) => Number.isFinite(each.value));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return null;
  const say = (value: number): string => voice.number(value, row.decimals);
  const label = voice.m.area.trendAlt(periodName(first.period, voice), say(first.value), periodName(last.period, voice), say(last.value));
  const moments = row.trend.flatMap((each, order) => {
    const at = periodAsNumber(each.period) ?? order;
    const moment = { at, value: each.value };
    return each.apart ? [{ at, value: Number.NaN }, moment] : [moment];
  });
  return <Sparkline moments={moments} label={label} />;
}

function Row(part: RowPart): ReactElement {
  const { row, view, voice } = part;
  const words = glanceWords(voice);
  const { language } = voice;
  const { code, name } = row.indicator;
  const { level, code: area } = view.area;
  const query = new URLSearchParams([
    ["compare", view.benchmark.ref],
    ["open", code],
  ]).toString();
  return (
    <li className="glance-row">
      <h3 lang={langFor(name, voice)}>{voice.say(name)}</h3>
      <div className="numbers">
        <Amount {...part} />
        <Interval {...part} />
        {view.benchmark.kind !== "none" && (
          <p className="against">
            <b>{figureOf(row, row.benchmark, voice)}</b> <Say text={view.benchmark.name} voice={voice} />
          </p>
        )}
      </div>
      <div className="told">
        <JudgedWord row={row} voice={voice} />
        <MovedWord row={row} voice={voice} />
        <Why {...part} about="both" />
      </div>
      <div className="seen">
        <Spread {...part} />
        <Trend {...part} />
      </div>
      <p className="ways">
        <a href={indicatorOfAreaHref(language, code, view.area)} aria-label={`${words.indicatorPage}: ${voice.say(name)}`}>
          {words.indicatorPage}
        </a>
        <a href={hrefOf(language, { page: "explore", level, code: area, query })} aria-label={`${words.exploreRow}: ${voice.say(name)}`}>
          {words.exploreRow}
        </a>
      </p>
    </li>
  );
}

/** One theme in close-up: every core figure with all that is said of it. */
export function GlanceRows({ section, ...part }: Part & { readonly section: GlanceTheme }): ReactElement {
  return (
    <section className="glance-rows" aria-labelledby={section.theme.code}>
      <h2 id={section.theme.code} lang={langFor(section.theme.name, part.voice)}>
        {part.voice.say(section.theme.name)}
      </h2>
      <ul>
        {section.rows.map((row: GlanceRow) => (
          <Row key={row.indicator.code} row={row} {...part} />
        ))}
      </ul>
    </section>
  );
}
