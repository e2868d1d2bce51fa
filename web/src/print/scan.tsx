import type { Frame, IndicatorDetails } from "@peil/core/api.ts";
import type { GlanceRow, GlanceTheme, GlanceView } from "@peil/core/api-glance.ts";
import type { PrintedBlock, PrintedDocument, PrintedTable } from "@peil/core/api-print.ts";
import type { Judgement } from "@peil/core/statistics/judgement.ts";
import { renderToStaticMarkup } from "react-dom/server";
import { meaningOf } from "../presentations/parts.tsx";
import { bareOf } from "../presentations/standalone.ts";
import { areaInSentence } from "../text/area-name.ts";
import { glanceSentences } from "../text/glance-sentences.ts";
import { periodName } from "../text/period.ts";
import { scanWords } from "../text/scan.ts";
import type { Voice } from "../text/voice.ts";
import { ProfileDrawing } from "./profile-drawing.tsx";
import { benchmarkIn, besideIn, cellIn, judgedIn, namedIn, pluralIn, rowsIn, saidIn, shownIn } from "./scan-figures.ts";

/** Everything that the scan of an area is made from. */
export type ScanInput = {
  readonly view: GlanceView;
  readonly frame: Frame;
  readonly voice: Voice;
  /** Where the same thing stands on the site; empty where the site does not know its own address. */
  readonly address: string;
  /** What is said of the indicators: for their sources. Empty where that is not known. */
  readonly details: readonly IndicatorDetails[];
};

/** Points that the first page names. */
const named = 6;
/** Rows of a profile that fit on a page, and the distance from which on a row stands there where there are more. */
const onePage = 42;
const farEnough = 0.5;

const text = (words: string, size?: "lead" | "small"): PrintedBlock => ({ kind: "text", text: words, ...(size ? { size } : {}) });
const heading = (level: 1 | 2, words: string): PrintedBlock => ({ kind: "heading", level, text: words });

/** The sentences of the page, so that paper and screen say the same. */
function opening({ view, voice }: ScanInput): readonly string[] {
  const rows = rowsIn(view).filter((each) => each.cell.value !== undefined);
  const area = areaInSentence(view.area.name, voice, view.area.article);
  if (rows.length === 0) return [scanWords(voice).none(area)];
  const spoken = { area, benchmark: benchmarkIn(view, voice), plural: pluralIn(view, voice), since: view.since, rows };
  return glanceSentences(spoken, voice);
}

/** The strengths or the points of attention, those that differ most first. */
function points({ view, voice }: ScanInput, judgement: Judgement): readonly PrintedBlock[] {
  const words = scanWords(voice);
  const rows = judgedIn(view, judgement);
  const title = judgement === "strength" ? words.strengths : words.attentions;
  if (rows.length === 0) return [heading(1, title), text(judgement === "strength" ? words.noStrengths : words.noAttentions)];
  const items = rows
    .slice(0, named)
    .map((row) =>
      words.point(
        voice.say(row.indicator.name),
        saidIn(row.cell, row, voice),
        row.benchmark.value === undefined ? undefined : saidIn(row.benchmark, row, voice),
        periodName(row.period, voice),
      ),
    );
  const more = rows.length > named ? [text(words.more(rows.length - named), "small")] : [];
  return [heading(1, title), { kind: "list", items }, ...more];
}

const sizeOf = ({ distance }: GlanceRow): number => Math.abs(distance ?? 0);

/** What a profile draws: every figure of which a distance can be said; where these fill more than a page, those that lie far. */
function drawnOf(themes: readonly GlanceTheme[]): { readonly themes: readonly GlanceTheme[]; readonly isWhole: boolean } {
  const placed = themes.flatMap((each) => each.rows.filter((row) => row.distance !== undefined));
  const isWhole = placed.length <= onePage;
  const far = placed.filter((each) => each.judgement !== undefined || sizeOf(each) >= farEnough).toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const kept = new Set(isWhole ? placed : far.slice(0, onePage));
  const drawn = themes.map(({ theme, rows }) => ({ theme, rows: rows.filter((each) => kept.has(each)) }));
  return { themes: drawn.filter((each) => each.rows.length > 0), isWhole };
}

function profileAlt({ view, voice }: ScanInput, themes: readonly GlanceTheme[]): string {
  const words = scanWords(voice);
  const rows = themes.flatMap((each) => each.rows).filter((each) => each.distance !== undefined);
  const order = rows.toSorted((a, b) => (b.distance ?? 0) - (a.distance ?? 0));
  const names = (some: readonly GlanceRow[]): string => voice.m.list(some.map((each) => voice.say(each.indicator.name)));
  const above = order.filter((each) => (each.distance ?? 0) > 0).slice(0, 3);
  const below = order
    .filter((each) => (each.distance ?? 0) < 0)
    .slice(-3)
    .toReversed();
  return [
    words.profileAlt(areaInSentence(view.area.name, voice, view.area.article), besideIn(view, voice), rows.length),
    ...(above.length > 0 ? [words.profileFurthest(true, names(above))] : []),
    ...(below.length > 0 ? [words.profileFurthest(false, names(below))] : []),
  ].join(" ");
}

function profile(input: ScanInput): readonly PrintedBlock[] {
  const { view, voice } = input;
  const words = scanWords(voice);
  const { themes, isWhole } = drawnOf(view.themes);
  if (themes.length === 0) return [];
  const alt = profileAlt(input, themes);
  const benchmark = view.benchmark.kind === "none" ? "" : voice.say(view.benchmark.name);
  const props = { themes, area: voice.say(view.area.name), benchmark, alt, voice };
  const picture = bareOf(renderToStaticMarkup(<ProfileDrawing {...props} />), alt);
  const caption = words.profileCaption(besideIn(view, voice)) + (isWhole ? "" : words.profilePart);
  return picture ? [heading(1, words.profile), { kind: "picture", caption, picture }] : [];
}

function changeOf(row: GlanceRow, voice: Voice): string {
  const words = scanWords(voice);
  if (row.movement === undefined) return "";
  const way = row.direction === undefined ? "" : `, ${words.directions[row.direction]}`;
  return `${words.movements[row.movement]}${way}`;
}

function columnsOf(area: string, benchmark: string | undefined, voice: Voice): PrintedTable["columns"] {
  const words = scanWords(voice);
  return [
    { head: words.topic, width: 5.4 },
    { head: words.period, width: 1.3 },
    { head: area, width: 1.5, numeric: true },
    ...(benchmark === undefined ? [] : [{ head: benchmark, width: 2.2, numeric: true } as const]),
    { head: words.rank, width: 1.9, numeric: true },
    { head: words.earlier, width: 2.1, numeric: true },
    { head: words.movement, width: 2.4 },
    { head: words.verdict, width: 2.1 },
  ];
}

function tableOf({ rows }: GlanceTheme, { view, voice }: ScanInput): PrintedTable {
  const words = scanWords(voice);
  const area = voice.say(view.area.name);
  const benchmark = view.benchmark.kind === "none" ? undefined : voice.say(view.benchmark.name);
  const earlierOf = (row: GlanceRow): string =>
    row.earlier === undefined ? "" : `${shownIn(row.earlier.cell, row, voice)} (${periodName(row.earlier.period, voice)})`;
  return {
    kind: "table",
    columns: columnsOf(area, benchmark, voice),
    rows: rows.map((row) => [
      namedIn(row, voice),
      periodName(row.period, voice) + (row.provisional ? "*" : ""),
      shownIn(row.cell, row, voice),
      ...(benchmark === undefined ? [] : [row.benchmark.value === undefined && row.noBenchmark ? "–" : shownIn(row.benchmark, row, voice)]),
      row.rank ? words.rankOf(voice.number(row.rank.position), voice.number(row.rank.of)) : "",
      earlierOf(row),
      changeOf(row, voice),
      row.judgement ? words.judged[row.judgement] : "",
    ]),
  };
}

/** The rules behind the words, and what the signs mean. */
function how({ view, voice, address }: ScanInput): readonly PrintedBlock[] {
  const words = scanWords(voice);
  const rows = rowsIn(view);
  const plural = pluralIn(view, voice);
  const score = rows.flatMap(({ verdict }) => (verdict?.by === "z-score" ? [verdict.threshold] : []))[0];
  const states = new Map(
    rows
      .flatMap((row) => [row.cell, row.benchmark, ...(row.earlier ? [row.earlier.cell] : [])].map((cell) => ({ cell, row })))
      .filter(({ cell }) => cell.value === undefined)
      .map(({ cell, row }) => [shownIn(cell, row, voice), meaningOf(cellIn(cell), voice)] as const)
      .filter(([sign]) => sign !== ""),
  );
  const items = [
    ...(score === undefined ? [] : [words.howScore(voice.number(score, 1), plural, benchmarkIn(view, voice))]),
    ...(rows.some((each) => each.verdict?.by === "survey-test") ? [words.howTest] : []),
    ...(rows.some((each) => each.movement !== undefined) ? [words.howMoved] : []),
    ...(rows.some((each) => each.distance !== undefined) ? [words.howDistance(plural, besideIn(view, voice))] : []),
    ...(rows.some((each) => each.provisional) ? [words.howSign("*", voice.m.chart.provisional)] : []),
    ...[...states].map(([sign, meaning]) => words.howSign(sign, meaning)),
    ...(address === "" ? [] : [words.address(address)]),
  ];
  return [heading(1, words.howTitle), { kind: "list", items, size: "small" }];
}

/** Whose figures they are. */
function sourcesOf({ voice, details }: ScanInput): readonly PrintedBlock[] {
  const sources = [...new Set(details.flatMap((each) => (each.source ? [voice.say(each.source.name)] : [])))].toSorted((a, b) =>
    a.localeCompare(b, voice.language),
  );
  return sources.length > 0 ? [heading(1, scanWords(voice).sources), text(`${voice.m.list(sources)}.`, "small")] : [];
}

/** The short scan of an area: what stands out, a profile, every core figure in a table, and how to read them. */
export function scanOf(input: ScanInput): PrintedDocument {
  const { view, frame, voice } = input;
  const words = scanWords(voice);
  const area = voice.say(view.area.name);
  const sentences = opening(input);
  const isEmpty = rowsIn(view).every((each) => each.cell.value === undefined);
  // All themes fill their pages; one of them fits on what is left.
  const apart: readonly PrintedBlock[] = view.theme ? [] : [{ kind: "break" }];
  const themes = view.themes.filter((each) => each.rows.length > 0);
  const figures = themes.flatMap((each): readonly PrintedBlock[] => [heading(2, voice.say(each.theme.name)), tableOf(each, input)]);
  return {
    language: voice.language,
    title: view.theme ? `${words.title(area)}: ${voice.say(view.theme.name)}` : words.title(area),
    subtitle: words.beside(benchmarkIn(view, voice), view.since),
    description: words.description(area),
    author: voice.say(frame.site.name),
    at: frame.release.at,
    foot: words.foot(voice.say(frame.site.name), frame.release.id.slice(0, 8), voice.day(frame.release.at)),
    page: words.page,
    name: `scan-${view.area.level}-${view.area.code}`,
    blocks: isEmpty
      ? [...sentences.map((each) => text(each, "lead")), ...how(input)]
      : [
          ...sentences.map((each) => text(each)),
          {
            kind: "columns",
            columns: [
              [...points(input, "strength"), { kind: "contents", title: words.contents }],
              [...points(input, "attention"), ...how(input)],
            ],
          },
          ...apart,
          ...profile(input),
          ...apart,
          heading(1, words.figures),
          ...figures,
          ...sourcesOf(input),
        ],
  };
}
