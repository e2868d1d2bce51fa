import type { AreaCard } from "@peil/core/api.ts";
import type { ReactElement } from "react";
import { exploreHref } from "../address.ts";
import { langFor } from "../presentations/parts.tsx";
import { areaInSentence } from "../text/area-name.ts";
import { exploreWords } from "../text/explore.ts";
import { AreaOptions, Select } from "../widgets/options.tsx";
import { type Limit, limitKeys, limits, limitsIn, orders, withoutLimits } from "./explore-choice.ts";
import { hrefFor, type Props } from "./explore-list.tsx";
import { countOf } from "./explore-rows.ts";

const key = (area: AreaCard): string => `${area.level}:${area.code}`;

/** What the first benchmark is called in a sentence. */
function benchmarkName({ view, voice }: Props): string {
  const first = view.benchmarks[0];
  return first ? areaInSentence(first.name, voice, first.article) : "";
}

function Compare(props: Props): ReactElement {
  const { view, voice } = props;
  const words = exploreWords(voice);
  const [first, second] = view.benchmarks;
  const areas = view.choices.compare.filter((each) => key(each) !== key(view.area));
  return (
    <>
      <Select id="explore-compare" name="compare" label={words.compare(1)} value={first ? key(first) : ""}>
        {!first && <option value="">{words.own}</option>}
        <AreaOptions areas={areas} voice={voice} value={key} />
      </Select>
      <Select id="explore-compare-2" name="compare" label={words.compare(2)} value={second ? key(second) : ""}>
        <option value="">{words.nothing}</option>
        <AreaOptions areas={areas} voice={voice} value={key} />
      </Select>
      <Select id="explore-since" name="since" label={words.since} value={String(view.since)}>
        {view.choices.since.map((each) => (
          <option key={each} value={each}>
            {words.years(each)}
          </option>
        ))}
      </Select>
    </>
  );
}

function Limits(props: Props): ReactElement {
  const { view, choice, voice } = props;
  const words = exploreWords(voice);
  const labels: Readonly<Record<Limit, string>> = {
    kind: words.kind,
    rating: words.rating,
    moved: words.moved(view.since),
    beside: words.beside(benchmarkName(props)),
    judged: words.judged,
  };
  const texts: Readonly<Record<Limit, Readonly<Record<string, string>>>> = {
    kind: words.kinds,
    rating: words.ratings,
    moved: words.movements,
    beside: words.words,
    judged: words.judgements,
  };
  return (
    <>
      <Select id="explore-theme" name="theme" label={words.theme} value={choice.theme}>
        <option value="">{words.any}</option>
        {view.themes.map(({ theme }) => (
          <option key={theme.code} value={theme.code} lang={langFor(theme.name, voice)}>
            {voice.say(theme.name)}
          </option>
        ))}
      </Select>
      {limitKeys
        .filter((each) => each !== "beside" || view.benchmarks.length > 0)
        .map((each) => (
          <Select key={each} id={`explore-${each}`} name={each} label={labels[each]} value={choice[each]}>
            <option value="">{words.any}</option>
            {limits[each].map((value) => (
              <option key={value} value={value}>
                {texts[each][value]}
              </option>
            ))}
          </Select>
        ))}
      <Select id="explore-sort" name="sort" label={words.sort} value={choice.sort}>
        {orders.map((each) => (
          <option key={each} value={each}>
            {words.orders[each]}
          </option>
        ))}
      </Select>
    </>
  );
}

/** Everything that can be chosen, as one form that works without a script. */
export function ExploreForm(props: Props): ReactElement {
  const { view, choice, voice } = props;
  const words = exploreWords(voice);
  const active = limitsIn(choice) - (choice.q === "" ? 0 : 1);
  return (
    <form className="explore-form" method="get" action={exploreHref(voice.language, view.area)} data-follow="" aria-label={words.choose}>
      <input type="hidden" name="open" value={choice.open} />
      <div className="choice words">
        <label htmlFor="explore-q">{words.search}</label>
        <div className="field">
          <input id="explore-q" type="search" name="q" defaultValue={choice.q} placeholder={words.searchHint} autoComplete="off" />
          <button type="submit">{words.apply}</button>
        </div>
      </div>
      <details className="fold" open={active > 0}>
        <summary>{words.filters(active)}</summary>
        <div className="fields">
          <Limits {...props} />
        </div>
      </details>
      <details className="fold" open={choice.compare !== "" && choice.compare.includes(",")}>
        <summary>{words.besideFold}</summary>
        <div className="fields">
          <Compare {...props} />
        </div>
      </details>
    </form>
  );
}

/** The limits that readers want most, as links with their number. */
export function QuickLimits(props: Props): ReactElement {
  const { view, choice, voice } = props;
  const words = exploreWords(voice);
  const bare = withoutLimits(choice);
  const quick: readonly (readonly [Limit, string, string])[] = [
    ["judged", "strength", words.judgements["strength"] ?? ""],
    ["judged", "attention", words.judgements["attention"] ?? ""],
    ["beside", "worse", `${words.words["worse"]} ${words.besideOf(benchmarkName(props))}`],
    ["beside", "better", `${words.words["better"]} ${words.besideOf(benchmarkName(props))}`],
    ["moved", "risen", words.movements["risen"] ?? ""],
    ["moved", "fallen", words.movements["fallen"] ?? ""],
  ];
  const offered = quick
    .map(([limit, value, text]) => ({ limit, value, text, count: countOf(view.rows, limit, value, voice) }))
    .filter((each) => each.count > 0);
  return (
    <nav className="quick" aria-label={words.quick}>
      <ul>
        <li>
          <a
            href={hrefFor({ ...props, choice: bare }, {})}
            aria-current={limitsIn(choice) === 0 ? "true" : undefined}
            data-swap=""
            data-limits=""
          >
            {words.quickAll} <small>{voice.number(view.rows.length)}</small>
          </a>
        </li>
        {offered.map(({ limit, value, text, count }) => (
          <li key={`${limit}-${value}`}>
            <a
              href={hrefFor({ ...props, choice: bare }, { [limit]: value })}
              aria-current={choice[limit] === value ? "true" : undefined}
              data-swap=""
              data-limits={`${limit}=${value}`}
            >
              {text} <small>{voice.number(count)}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
