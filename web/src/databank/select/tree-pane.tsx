import type { IndicatorDetails } from "@peil/core/api.ts";
import { type ReactElement, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import type { SelectWords } from "../../text/select.ts";
import type { Voice } from "../../text/voice.ts";
import type { Source } from "../source.ts";
import { ThemeTree } from "./theme-tree.tsx";
import { TopicDetails } from "./topic-details.tsx";
import type { OpenTree } from "./tree-index.ts";
import { type Opened, revealed } from "./tree-rows.ts";
import { searchTree } from "./tree-search.ts";

type Props = {
  readonly tree: OpenTree;
  readonly voice: Voice;
  readonly words: SelectWords;
  readonly source: Source;
  readonly chosen: readonly string[];
  readonly several: boolean;
  readonly onSeveral: (several: boolean) => void;
  readonly onChoose: (code: string) => void;
};

/** A moment after which what stands under the focus is looked up. */
const rest = 250;

/** Finding and choosing indicators: the search box, the tree, and what is known of the row that has the focus. */
export function TreePane(props: Props): ReactElement {
  const { tree, voice, words, source, chosen } = props;
  const [typed, setTyped] = useState("");
  const looked = useDeferredValue(typed);
  const found = useMemo(() => searchTree(tree, looked), [tree, looked]);
  const [active, setActive] = useState(() => firstPlace(tree, chosen));
  const [opened, setOpened] = useState<Opened>(() => revealed(tree, new Map(), active));
  const [bySearch, setBySearch] = useState<Opened>(new Map());
  const details = useDetailsAt(tree, source, active);
  const codes = useMemo(() => new Set(chosen.map((code) => code.toLowerCase())), [chosen]);
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What a search needs is made in a quiet moment, so that the first letter is as quick as the others.
    const later = setTimeout(() => tree.searchedOf(0), rest);
    return () => clearTimeout(later);
  }, [tree]);
  const search = (text: string): void => {
    setTyped(text);
    setBySearch(new Map());
  };
  const go = (at: number): void => {
    search("");
    setOpened((now) => revealed(tree, now, at));
    setActive(at);
    requestAnimationFrame(() => showRow(pane.current, at));
  };
  return (
    <div className="sel-pane" ref={pane}>
      <SearchField words={words} typed={typed} onTyped={search} pane={pane} />
      <p className="sel-found small" role="status">
        {found === undefined ? "" : words.tree.found(found.indicators, found.themes)}
      </p>
      <Several {...props} />
      <ThemeTree
        {...{ tree, words, found, active }}
        opened={found === undefined ? opened : bySearch}
        onOpened={found === undefined ? setOpened : setBySearch}
        onActive={setActive}
        chosen={codes}
        several={props.several}
        onChoose={props.onChoose}
      />
      <TopicDetails {...{ tree, voice, words, details }} at={active} onGo={go} />
    </div>
  );
}

function firstPlace(tree: OpenTree, chosen: readonly string[]): number {
  const [first] = chosen;
  return (first === undefined ? undefined : tree.placesOf(first)[0]) ?? tree.roots[0] ?? 0;
}

/** Brings a row into view and gives it the focus; it is drawn already, since it is the active one. */
function showRow(pane: HTMLElement | null, at: number): void {
  const row = pane?.querySelector<HTMLElement>(`[data-row="${at}"]`);
  row?.scrollIntoView({ block: "center" });
  row?.focus({ preventScroll: true });
}

function SearchField(props: {
  readonly words: SelectWords;
  readonly typed: string;
  readonly onTyped: (text: string) => void;
  readonly pane: React.RefObject<HTMLDivElement | null>;
}): ReactElement {
  const { words, typed, onTyped, pane } = props;
  const id = useId();
  return (
    <div className="sel-search">
      <label htmlFor={id}>{words.tree.search}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => onTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && typed !== "") {
            event.preventDefault();
            onTyped("");
          }
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          pane.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus();
        }}
      />
    </div>
  );
}

function Several({ words, several, onSeveral }: Props): ReactElement {
  const name = useId();
  return (
    <fieldset className="sel-mode">
      <legend className="unseen">{words.tree.mode}</legend>
      <label>
        <input type="radio" name={name} checked={!several} onChange={() => onSeveral(false)} />
        {words.tree.one}
      </label>
      <label>
        <input type="radio" name={name} checked={several} onChange={() => onSeveral(true)} />
        {words.tree.several}
      </label>
    </fieldset>
  );
}

/** What is known of the indicator at a place, fetched once the focus rests there. A failure leaves it at what the tree knows. */
function useDetailsAt(tree: OpenTree, source: Source, at: number): IndicatorDetails | undefined {
  const code = tree.indicatorAt(at)?.code;
  const [known, setKnown] = useState<IndicatorDetails>();
  useEffect(() => {
    if (code === undefined) return undefined;
    let isCurrent = true;
    const later = setTimeout(() => {
      source.details([code]).then(
        ([details]) => isCurrent && setKnown(details),
        () => undefined,
      );
    }, rest);
    return () => {
      isCurrent = false;
      clearTimeout(later);
    };
  }, [source, code]);
  return known?.code === code ? known : undefined;
}
