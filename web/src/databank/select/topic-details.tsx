import type { IndicatorDetails } from "@peil/core/api.ts";
import type { ReactElement } from "react";
import { Say } from "../../presentations/parts.tsx";
import { periodName } from "../../text/period.ts";
import type { SelectWords } from "../../text/select.ts";
import type { Voice } from "../../text/voice.ts";
import { Sign, signsOf } from "./signs.tsx";
import { type OpenTree, pathOf } from "./tree-index.ts";

type Props = {
  readonly tree: OpenTree;
  readonly voice: Voice;
  readonly words: SelectWords;
  /** The place that is told about. */
  readonly at: number;
  /** What was fetched about its indicator, if it was. */
  readonly details: IndicatorDetails | undefined;
  readonly onGo: (at: number) => void;
};

/** What is known of the row that has the focus: kinds, levels and periods, source, and where else it stands. */
export function TopicDetails(props: Props): ReactElement {
  const { tree, words, at } = props;
  const indicator = tree.indicatorAt(at);
  return (
    <section className="sel-details" aria-label={words.details.title}>
      <h3>{tree.labelOf(at)}</h3>
      {indicator === undefined ? (
        <p className="small">{tree.isFolder(at) ? words.details.topics(tree.countBelow(at)) : words.details.none}</p>
      ) : (
        <Facts {...props} indicator={indicator} />
      )}
    </section>
  );
}

function Facts(props: Props & { readonly indicator: NonNullable<ReturnType<OpenTree["indicatorAt"]>> }): ReactElement {
  const { tree, voice, words, at, details, indicator } = props;
  const own = voice.say(indicator.name);
  return (
    <>
      <p className="sel-facts">
        {signsOf(indicator).map((code) => (
          <Sign key={code} code={code} words={words} />
        ))}
      </p>
      {details?.description !== undefined && (
        <p className="small">
          <Say text={details.description} voice={voice} />
        </p>
      )}
      <dl>
        {own !== tree.labelOf(at) && <Fact term={words.details.own}>{own}</Fact>}
        <Fact term={words.details.unit}>
          <Say text={tree.view.units[indicator.unit] ?? { nl: "" }} voice={voice} />
        </Fact>
        {details?.source !== undefined && (
          <Fact term={words.details.source}>
            <Say text={details.source.name} voice={voice} />
          </Fact>
        )}
        <Fact term={words.details.where}>
          <Coverage {...props} code={indicator.code} />
        </Fact>
        <Elsewhere {...props} code={indicator.code} />
      </dl>
    </>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: React.ReactNode }): ReactElement {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Levels with the same periods stand together. */
function Coverage({ tree, voice, words, code }: Props & { readonly code: string }): ReactElement {
  const coverage = tree.coverageOf(code);
  if (coverage.length === 0) return <>{words.tree.noFigures}</>;
  const ranges = Map.groupBy(coverage, (each) => `${each.first} ${each.last} ${each.count}`);
  return (
    <ul>
      {[...ranges].map(([key, levels]) => {
        const { first = "", last = "", count = 0 } = levels[0] ?? {};
        const range = first === last ? periodName(first, voice) : `${periodName(first, voice)} – ${periodName(last, voice)}`;
        const names = levels.map((each) => voice.say(tree.level(each.level)?.name ?? { nl: each.level }));
        return (
          <li key={key}>
            <strong>{range}</strong> ({words.details.places(count)}): {names.join(", ")}
          </li>
        );
      })}
    </ul>
  );
}

function Elsewhere({ tree, words, at, code, onGo }: Props & { readonly code: string }): ReactElement | null {
  const others = tree.placesOf(code).filter((each) => each !== at);
  if (others.length === 0) return null;
  return (
    <Fact term={words.details.also}>
      <ul>
        {others.map((each) => {
          const path = pathOf(tree, each).join(" › ");
          return (
            <li key={each}>
              <button type="button" className="sel-link" aria-label={words.details.goThere(path)} onClick={() => onGo(each)}>
                {path}
              </button>
            </li>
          );
        })}
      </ul>
    </Fact>
  );
}
