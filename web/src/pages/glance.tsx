import type { GlanceRow, GlanceTheme } from "@peil/core/api-glance.ts";
import type { ReactElement } from "react";
import { hrefOf, type Place } from "../address.ts";
import type { Around, Page } from "../page.ts";
import type { Mark, ProfileTheme } from "../presentations/glance-marks.ts";
import { GlanceProfile } from "../presentations/glance-profile.tsx";
import { langFor, Say } from "../presentations/parts.tsx";
import { areaInSentence, capital } from "../text/area-name.ts";
import { glanceWords } from "../text/glance.ts";
import { glanceSentences } from "../text/glance-sentences.ts";
import { HelpHere } from "../widgets/help-here.tsx";
import { MethodLinks } from "../widgets/method-links.tsx";
import { Trail } from "../widgets/trail.tsx";
import { GlanceLists, rowsOf } from "./glance-lists.tsx";
import { GlanceRows } from "./glance-rows.tsx";
import { GlanceThemes } from "./glance-table.tsx";
import { GlanceChoices, GlanceGroup, GlanceWays } from "./glance-tools.tsx";
import { benchmarkInSentence, type Part, pluralOf } from "./glance-words.tsx";

/** Distances that are named to those who do not see the picture. */
const namedAloud = 6;
/** Areas of a group that are named. */
const namedMembers = 13;

function Sentences(part: Part): ReactElement {
  const { view, voice } = part;
  const area = areaInSentence(view.area.name, voice, view.area.article);
  const spoken = { area, benchmark: benchmarkInSentence(part), plural: pluralOf(part), since: view.since, rows: rowsOf(part) };
  return (
    <div className="spoken">
      {glanceSentences(spoken, voice).map((each) => (
        <p key={each} className="lead">
          {each}
        </p>
      ))}
    </div>
  );
}

/** Of whom a group is made. */
function Members({ view, voice }: Part): ReactElement | null {
  const { kind, areas } = view.benchmark;
  if (kind === "area" || kind === "none" || areas.length === 0) return null;
  const names = areas.slice(0, namedMembers).map((each) => voice.say(each.name));
  return <p className="foot">{glanceWords(voice).members(Math.max(0, areas.length - namedMembers), voice.m.list(names))}</p>;
}

function markOf(row: GlanceRow, voice: Part["voice"]): Mark[] {
  if (row.distance === undefined || row.cell.value === undefined) return [];
  const figure = voice.number(row.cell.value, row.decimals);
  return [
    { code: row.indicator.code, name: voice.say(row.indicator.name), distance: row.distance, figure, word: row.judgement ?? "other" },
  ];
}

/** The sentence for who does not see the picture: how many figures, and those that lie far. */
function labelOf(name: string, marks: readonly Mark[], part: Part): string {
  const { profile } = glanceWords(part.voice);
  const far = marks
    .filter((each) => Math.abs(each.distance) > 1)
    .toSorted((a, b) => Math.abs(b.distance) - Math.abs(a.distance))
    .slice(0, namedAloud)
    .map((each) => profile.outlier(each.name, part.voice.number(Math.abs(each.distance), 1), each.distance > 0));
  const start = profile.strip(name, marks.length, benchmarkInSentence(part) ?? "");
  return `${start} ${far.length === 0 ? profile.noOutlier : `${capital(part.voice.m.list(far))}.`}`;
}

function themeOf({ theme, rows }: GlanceTheme, part: Part): ProfileTheme[] {
  const { voice } = part;
  const marks = rows.flatMap((row) => markOf(row, voice));
  const name = voice.say(theme.name);
  return marks.length === 0 ? [] : [{ code: theme.code, name, lang: langFor(theme.name, voice), label: labelOf(name, marks, part), marks }];
}

function Profile(part: Part): ReactElement | null {
  const { view, voice } = part;
  const words = glanceWords(voice);
  const themes = view.themes.flatMap((each) => themeOf(each, part));
  if (themes.length === 0) return null;
  const unplaced = view.themes.flatMap((each) => each.rows).filter((row) => markOf(row, voice).length === 0).length;
  const title = words.profile.title(areaInSentence(view.area.name, voice, view.area.article), benchmarkInSentence(part) ?? "");
  const { subtitle, lower, higher, other } = words.profile;
  const legend = { strength: words.strength, attention: words.attentionPoint, other };
  const foot = `${words.profile.below}${unplaced === 0 ? "" : ` ${words.profile.unplaced(unplaced)}`}`;
  return <GlanceProfile themes={themes} words={{ title, subtitle, legend, lower, higher, foot }} />;
}

function Body(part: Part): ReactElement {
  const { view, voice } = part;
  const words = glanceWords(voice);
  const [only] = view.theme === undefined ? [] : view.themes;
  const { level, code } = view.area;
  const all = hrefOf(voice.language, { page: "glance", level, code, compare: view.benchmark.ref, theme: "", since: String(view.since) });
  return (
    <>
      <Trail
        voice={voice}
        steps={view.theme === undefined ? [{ name: view.area.name }] : [{ name: view.area.name, href: all }, { name: view.theme.name }]}
      />
      <header className="glance-head">
        <p className="kind">{words.kind(voice.say(view.level.name))}</p>
        <h1>
          <Say text={view.area.name} voice={voice} />
        </h1>
        <div className="glance-lead">
          <div>
            {view.themes.length > 0 && <Sentences {...part} />}
            <Members {...part} />
          </div>
          <div className="glance-tools">
            <GlanceChoices {...part} />
            <GlanceGroup {...part} />
            <GlanceWays {...part} />
          </div>
        </div>
        <HelpHere voice={voice} chapter="02" terms={["benchmark", "strength", "z-score"]} />
      </header>
      {view.themes.length === 0 && <p>{words.nothing}</p>}
      {only !== undefined && <GlanceRows section={only} {...part} />}
      {view.theme === undefined && view.themes.length > 0 && <GlanceLists {...part} />}
      {view.benchmark.kind !== "none" && <Profile {...part} />}
      {view.themes.length > 0 && <GlanceThemes {...part} />}
      <section className="rules" aria-labelledby="rules">
        <h2 id="rules">{voice.m.methods.beside}</h2>
        <MethodLinks rules={rulesOf(part)} voice={voice} />
      </section>
    </>
  );
}

function rulesOf({ view }: Part): Parameters<typeof MethodLinks>[0]["rules"] {
  const isGroup = view.benchmark.kind !== "area" && view.benchmark.kind !== "none";
  const isSimilar = view.benchmark.kind === "similar";
  return [
    "strengths-and-attention",
    "z-scores",
    ...(isGroup ? (["own-groups"] as const) : []),
    ...(isSimilar ? (["similar-areas"] as const) : []),
  ];
}

/** An area at a glance: per theme its core set beside a benchmark. */
export async function glancePage({ voice, read }: Around, place: Extract<Place, { page: "glance" }>): Promise<Page> {
  const { level, code, compare, theme, since } = place;
  const view = await read("glance", { level, code, compare, theme, since });
  const part: Part = { view, voice };
  const name = voice.say(view.area.name);
  const title = `${name}: ${glanceWords(voice).kind(voice.say(view.level.name))}`;
  return { kind: "glance", title, body: <Body {...part} /> };
}
