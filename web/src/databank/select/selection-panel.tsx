import "../../style/select.css";
import "../../style/select-chosen.css";
import "../../style/select-dialogs.css";
import type { IndicatorDetails } from "@peil/core/api.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import { selectWords } from "../../text/select.ts";
import type { SelectionPanelProps, Source } from "../source.ts";
import { useAreaNames } from "./area-source.ts";
import { type Changed, chooseIndicators, type Known, type Notice } from "./change.ts";
import { Chips } from "./chips.tsx";
import { PartsList } from "./parts-list.tsx";
import { noticeSaid, type Saying } from "./said.ts";
import { openTree } from "./tree-index.ts";
import { TreePane } from "./tree-pane.tsx";

/** Choosing in the data bank: what is chosen, the theme tree, and everything else that a question can hold. */
export function SelectionPanel(props: SelectionPanelProps): ReactElement {
  const { selection, onChange, source, voice } = props;
  const words = selectWords(voice);
  const tree = useMemo(() => openTree(props.tree, voice.language), [props.tree, voice.language]);
  const [waiting, setWaiting] = useState<readonly string[]>();
  const indicators = waiting ?? selection?.indicators ?? [];
  const [details, fetchDetails] = useDetails(source, indicators);
  const known = useMemo((): Known => ({ tree, details }), [tree, details]);
  const [several, setSeveral] = useState(indicators.length > 1);
  const [told, setTold] = useState<{ readonly notices: readonly Notice[]; readonly said: string }>({ notices: [], said: "" });
  const areaName = useAreaNames(source, levelsNamed(selection), voice);
  const saying: Saying = { known, voice, words, areaName };
  const onChanged = (changed: Changed): void => {
    const count = changed.selection?.indicators.length ?? 0;
    setTold({ notices: changed.notices, said: count === 0 ? words.chosen.empty : words.chosen.count(count) });
    onChange(changed.selection);
  };
  const choose = useChoosing({
    tree,
    selection,
    fetchDetails,
    onChanged,
    onWaiting: setWaiting,
    onFailed: () => setTold({ notices: [], said: words.notices.failed }),
  });
  const toSeveral = (next: boolean): void => {
    setSeveral(next);
    const [first] = indicators;
    if (!next && first !== undefined && indicators.length > 1) choose([first]);
  };
  const toggle = (code: string): void => {
    const has = indicators.some((each) => each.toLowerCase() === code.toLowerCase());
    if (!several) choose(has && indicators.length === 1 ? [] : [code]);
    else choose(has ? indicators.filter((each) => each.toLowerCase() !== code.toLowerCase()) : [...indicators, code]);
  };
  return (
    <div className="sel">
      <section className="sel-chosen">
        <h2 tabIndex={-1}>{words.chosen.title}</h2>
        <p className="unseen" role="status">
          {told.said}
        </p>
        {selection === undefined ? (
          <p className="small">{words.chosen.nothing}</p>
        ) : (
          <Chips {...{ known, selection, onChanged, source, voice, words, saying }} />
        )}
      </section>
      <div className="sel-notices" role="status">
        {told.notices.map((notice) => {
          const said = noticeSaid(saying, selection, notice);
          return <p key={said}>{said}</p>;
        })}
      </div>
      {selection !== undefined && <PartsList {...{ known, selection, onChanged, source, voice, words, saying }} />}
      <section>
        <h2>{words.tree.title}</h2>
        <TreePane {...{ tree, voice, words, source, several }} chosen={indicators} onSeveral={toSeveral} onChoose={toggle} />
      </section>
    </div>
  );
}

/** Levels of which areas are named in a choice. */
function levelsNamed(selection: Selection | undefined): readonly string[] {
  if (selection === undefined) return [];
  const { areas, level, compare } = selection;
  const own =
    areas.kind === "list" ? [level] : areas.kind === "within" ? [areas.parent.level] : areas.kind === "all" ? [] : [areas.of.level];
  return [...own, ...compare.map((ref) => ref.level)];
}

type Details = ReadonlyMap<string, IndicatorDetails>;

/** What is said of the chosen indicators, and a way to fetch it for others before they are chosen. */
function useDetails(source: Source, codes: readonly string[]): readonly [Details, (codes: readonly string[]) => Promise<Details>] {
  const [details, setDetails] = useState<Details>(new Map());
  const fetchDetails = async (wanted: readonly string[]): Promise<Details> => {
    const missing = wanted.filter((code) => !details.has(code.toLowerCase()));
    if (missing.length === 0) return details;
    const found = await source.details(missing);
    const entries = found.map((each) => [each.code.toLowerCase(), each] as const);
    setDetails((now) => new Map([...now, ...entries]));
    return new Map([...details, ...entries]);
  };
  const key = codes.join(",");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the codes say what is asked.
  useEffect(() => {
    fetchDetails(codes).catch(() => undefined);
  }, [key, source]);
  return [details, fetchDetails];
}

/** Chooses indicators once it is known what they are; a later choice overtakes one that is still waiting. */
function useChoosing(props: {
  readonly tree: Known["tree"];
  readonly selection: Selection | undefined;
  readonly fetchDetails: (codes: readonly string[]) => Promise<Details>;
  readonly onChanged: (changed: Changed) => void;
  /** The codes that are being chosen, until it is done. */
  readonly onWaiting: (codes: readonly string[] | undefined) => void;
  readonly onFailed: () => void;
}): (codes: readonly string[]) => void {
  const turn = useRef(0);
  const latest = useRef(props);
  latest.current = props;
  return (codes) => {
    const mine = ++turn.current;
    const { tree, fetchDetails, onWaiting } = props;
    onWaiting(codes);
    const finish = (act: () => void): void => {
      if (mine !== turn.current) return;
      onWaiting(undefined);
      act();
    };
    fetchDetails(codes).then(
      (details) => finish(() => latest.current.onChanged(chooseIndicators({ tree, details }, latest.current.selection, codes))),
      () => finish(() => latest.current.onFailed()),
    );
  };
}
