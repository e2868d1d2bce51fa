import type { IndicatorDetails } from "@peil/core/api.ts";
import { Fragment, type ReactElement, type ReactNode } from "react";
import { hrefOf } from "../address.ts";
import { Say } from "../presentations/parts.tsx";
import { editorialWords } from "../text/editorial.ts";
import { periodName } from "../text/period.ts";
import type { Voice } from "../text/voice.ts";

type Props = { readonly details: IndicatorDetails; readonly voice: Voice };

/** A fact with its name, in a list of facts. */
export function Item({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function IndicatorLink({
  code,
  name,
  voice,
}: {
  readonly code: string;
  readonly name: IndicatorDetails["name"];
  readonly voice: Voice;
}): ReactElement {
  return (
    <a href={hrefOf(voice.language, { page: "indicator", code, selection: "", show: undefined })}>
      <Say text={name} voice={voice} />
    </a>
  );
}

/** What is said beside the figures already is not said again. */
function Definition({ details, voice, said }: Props & { readonly said: ReadonlySet<string> }): ReactElement {
  const { m } = voice;
  return (
    <>
      {details.description && (
        <Item term={m.indicator.definition}>
          <Say text={details.description} voice={voice} />
        </Item>
      )}
      {details.more && (
        <Item term={m.indicator.more}>
          <Say text={details.more} voice={voice} />
        </Item>
      )}
      {details.footnote && !said.has(details.footnote.nl) && (
        <Item term={m.indicator.footnote}>
          <Say text={details.footnote} voice={voice} />
        </Item>
      )}
    </>
  );
}

function Formula({ details, voice }: Props): ReactElement | null {
  const { formula, weight } = details;
  const { m } = voice;
  return (
    <>
      {formula && (
        <Item term={m.indicator.formula}>
          <Say text={formula.words} voice={voice} />
          <span className="small">
            {m.indicator.uses}:{" "}
            {formula.uses.map((each, index) => (
              <Fragment key={each.code}>
                {index > 0 && ", "}
                <IndicatorLink code={each.code} name={each.name} voice={voice} />
              </Fragment>
            ))}
          </span>
          <span className="small">
            {m.indicator.formulaText}: <code>{formula.text}</code>
          </span>
        </Item>
      )}
      {weight && (
        <Item term={m.indicator.weight}>
          <IndicatorLink code={weight.code} name={weight.name} voice={voice} />
        </Item>
      )}
    </>
  );
}

function SourceItem({ details, voice }: Props): ReactElement | null {
  const { source } = details;
  const { m } = voice;
  if (!source) return null;
  const licence = source.licenceUrl ? <a href={source.licenceUrl}>{source.licence}</a> : source.licence;
  return (
    <>
      <Item term={m.indicator.source}>
        {source.url ? (
          <a href={source.url}>
            <Say text={source.name} voice={voice} />
          </a>
        ) : (
          <Say text={source.name} voice={voice} />
        )}
        {source.publisher && <span className="small">{source.publisher}</span>}
      </Item>
      <Item term={m.indicator.licence}>{source.licence ? licence : m.indicator.noLicence}</Item>
      {source.referenceDate && <Item term={m.indicator.reference}>{dateOrText(voice.say(source.referenceDate), voice)}</Item>}
    </>
  );
}

function dateOrText(text: string, voice: Voice): string {
  return /^\d{4}-\d\d-\d\d/.test(text) ? voice.day(text) : text;
}

function Kind({ details, voice }: Props): ReactElement {
  const { indicator } = voice.m;
  const lines = [
    indicator.kinds[details.kind] ?? "",
    details.estimated ? indicator.estimated : "",
    details.forecastFrom ? indicator.forecastFrom(periodName(details.forecastFrom, voice)) : "",
    details.provisional.length > 0 ? indicator.provisional(voice.m.list(details.provisional.map((each) => periodName(each, voice)))) : "",
  ].filter((each) => each !== "");
  const rating = indicator.ratings[details.rating] ?? "";
  return (
    <>
      <Item term={indicator.kind}>
        {lines.map((each) => (
          <span className="line" key={each}>
            {each}
          </span>
        ))}
      </Item>
      {rating !== "" && <Item term={indicator.rating}>{rating}</Item>}
    </>
  );
}

function Coverage({ details, voice }: Props): ReactElement {
  const { indicator } = voice.m;
  return (
    <Item term={indicator.coverage}>
      <ul className="coverage">
        {details.available.map(({ level, periods, loaded }) => (
          <li key={level.alias}>
            <a href={hrefOf(voice.language, { page: "indicator", code: details.code, selection: `level=${level.alias}`, show: undefined })}>
              <Say text={level.plural} voice={voice} />
            </a>
            {`: ${indicator.covered(periodName(periods[0] ?? "", voice), periodName(periods.at(-1) ?? "", voice))}`}
            <span className="quiet">, {loaded ? indicator.loaded : indicator.computed}</span>
          </li>
        ))}
      </ul>
    </Item>
  );
}

function Breaks({ details, voice }: Props): ReactElement | null {
  if (details.breaks.length === 0) return null;
  return (
    <Item term={voice.m.indicator.breaks}>
      {details.breaks.map((each) => (
        <span className="line" key={each.period}>
          <strong>{voice.m.indicator.breakAt(periodName(each.period, voice))}:</strong> <Say text={each.text} voice={voice} />
        </span>
      ))}
    </Item>
  );
}

function Places({ details, voice }: Props): ReactElement | null {
  if (details.places.length === 0) return null;
  return (
    <Item term={voice.m.indicator.themes}>
      {details.places.map((path) => (
        <span className="line" key={path.map((each) => each.code).join("/")}>
          {path.map((each, index) => (
            <Fragment key={each.code}>
              {index > 0 && " › "}
              <a href={hrefOf(voice.language, { page: "theme", code: each.code })}>
                <Say text={each.name} voice={voice} />
              </a>
            </Fragment>
          ))}
        </span>
      ))}
    </Item>
  );
}

/**
 * Everything that is said about an indicator beside its figures: what it is and how it is made, where it comes from and where there is
 * more of it. `said` holds notes that stand beside the figures already.
 */
export function IndicatorFacts(props: Props & { readonly said: ReadonlySet<string>; readonly children?: ReactNode }): ReactElement {
  const { details, voice, said, children } = props;
  const own = { details, voice };
  return (
    <div className="columns">
      <dl>
        <Definition {...own} said={said} />
        <Formula {...own} />
        <Kind {...own} />
        <Breaks {...own} />
        {children}
      </dl>
      <dl>
        <SourceItem {...own} />
        {details.changed && <Item term={voice.m.indicator.changed}>{voice.day(details.changed)}</Item>}
        {details.nextUpdate && <Item term={editorialWords(voice).nextUpdate}>{voice.day(details.nextUpdate)}</Item>}
        <Coverage {...own} />
        <Places {...own} />
      </dl>
    </div>
  );
}
