import type { Benchmark } from "@peil/core/api-glance.ts";
import type { ReactElement } from "react";
import { areaHref, hrefOf } from "../address.ts";
import { langFor } from "../presentations/parts.tsx";
import { glanceWords } from "../text/glance.ts";
import { AreaOptions, Select } from "../widgets/options.tsx";
import { type Part, pluralOf } from "./glance-words.tsx";

function Options({
  list,
  label,
  voice,
}: Pick<Part, "voice"> & { readonly list: readonly Benchmark[]; readonly label: string }): ReactElement | null {
  if (list.length === 0) return null;
  return (
    <optgroup label={label}>
      {list.map((each) => (
        <option key={each.ref} value={each.ref} lang={langFor(each.name, voice)}>
          {voice.say(each.name)}
        </option>
      ))}
    </optgroup>
  );
}

function addressOf({ view, voice }: Part, theme: string): string {
  const { level, code } = view.area;
  const compare = view.benchmark.ref;
  return hrefOf(voice.language, { page: "glance", level, code, compare, theme, since: String(view.since) });
}

/** The address of the same as a file: the page's own, with the extension behind the code. */
function fileOf(part: Part, extension: string): string {
  const { theme } = part.view;
  const [path = "", query = ""] = addressOf(part, theme?.code ?? "").split("?");
  return `${path}.${extension}${query === "" ? "" : `?${query}`}`;
}

/** What can be chosen: beside whom, which theme, since when. */
export function GlanceChoices(part: Part): ReactElement {
  const { view, voice } = part;
  const words = glanceWords(voice);
  const { benchmarks, areas, themes, since } = view.choices;
  const of = (kind: Benchmark["kind"]): readonly Benchmark[] => benchmarks.filter((each) => each.kind === kind);
  const { level, code } = view.area;
  const action = hrefOf(voice.language, { page: "glance", level, code, compare: "", theme: "", since: "" });
  const listed = new Set(of("area").map((each) => each.ref));
  const others = areas.filter((each) => !listed.has(`${each.level}:${each.code}`));
  const current = view.benchmark;
  const isListed = listed.has(current.ref) || others.some((each) => `${each.level}:${each.code}` === current.ref);
  return (
    <form className="glance-choices" method="get" action={action} data-follow="">
      <Select id="compare" name="compare" label={words.compare} value={current.ref}>
        <Options
          list={[...of("area"), ...(current.kind === "area" && !isListed ? [current] : [])]}
          label={words.groups.areas}
          voice={voice}
        />
        <Options list={of("saved")} label={words.groups.saved} voice={voice} />
        <Options list={of("similar")} label={words.groups.similar(pluralOf(part))} voice={voice} />
        <Options list={of("own")} label={words.groups.own} voice={voice} />
        <option value="none">{words.noBenchmark}</option>
        {others.length > 0 && (
          <optgroup label={voice.say(view.level.plural)}>
            <AreaOptions areas={others} voice={voice} value={(each) => `${each.level}:${each.code}`} />
          </optgroup>
        )}
      </Select>
      <Select id="theme" name="theme" label={words.theme} value={view.theme?.code ?? ""}>
        <option value="">{words.allThemes}</option>
        {themes.map((each) => (
          <option key={each.code} value={each.code} lang={langFor(each.name, voice)}>
            {voice.say(each.name)}
          </option>
        ))}
      </Select>
      <Select id="since" name="since" label={words.since} value={String(view.since)}>
        {since.map((each) => (
          <option key={each} value={each}>
            {words.years(each)}
          </option>
        ))}
      </Select>
      <button type="submit">{words.apply}</button>
    </form>
  );
}

/** A group of the reader's own to stand beside: a name and areas. */
export function GlanceGroup({ view, voice }: Part): ReactElement | null {
  const words = glanceWords(voice).group;
  const { level, code } = view.area;
  const { benchmark } = view;
  const areas = view.choices.areas.filter((each) => each.level === level);
  if (areas.length < 2) return null;
  const chosen = benchmark.kind === "own" ? benchmark.areas.filter((each) => each.level === level).map((each) => each.code) : [];
  return (
    <details className="glance-group">
      <summary>{words.title}</summary>
      <form method="get" action={hrefOf(voice.language, { page: "glance", level, code, compare: "", theme: "", since: "" })}>
        <label htmlFor="group-name">{words.name}</label>
        <input
          id="group-name"
          name="group-name"
          maxLength={60}
          required
          defaultValue={benchmark.kind === "own" ? voice.say(benchmark.name) : ""}
        />
        <label htmlFor="group-members">{words.members(voice.say(view.level.plural))}</label>
        <select id="group-members" name="member" multiple required size={8} defaultValue={chosen} aria-describedby="group-help">
          <AreaOptions areas={areas} voice={voice} value={(each) => each.code} />
        </select>
        <p id="group-help" className="foot">
          {words.help}
        </p>
        {view.theme && <input type="hidden" name="theme" value={view.theme.code} />}
        <input type="hidden" name="since" value={view.since} />
        <button type="submit">{words.apply}</button>
      </form>
    </details>
  );
}

/** Where to go from here: the files of this page, all figures, the explorer. */
export function GlanceWays(part: Part): ReactElement {
  const { view, voice } = part;
  const words = glanceWords(voice);
  const { level, code } = view.area;
  // The list stands beside areas only.
  const query = view.benchmark.kind === "area" ? `compare=${encodeURIComponent(view.benchmark.ref)}` : "";
  return (
    <nav className="glance-ways" aria-label={words.takeAlong}>
      <a href={areaHref(voice.language, view.area)}>{words.allFigures}</a>
      <a href={hrefOf(voice.language, { page: "explore", level, code, query })}>{words.explore}</a>
      <a href={fileOf(part, "pdf")}>{words.pdf}</a>
      <a href={fileOf(part, "docx")}>{words.word}</a>
    </nav>
  );
}
