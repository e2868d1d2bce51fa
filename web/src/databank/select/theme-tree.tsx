import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { SelectWords } from "../../text/select.ts";
import type { OpenTree } from "./tree-index.ts";
import { type Move, moveFor, rowForTyped, siblingsOf } from "./tree-keys.ts";
import { TreeRow } from "./tree-row.tsx";
import { between, type Opened, type Row, rowsOf, topsOf } from "./tree-rows.ts";
import type { Found } from "./tree-search.ts";

type Props = {
  readonly tree: OpenTree;
  readonly words: SelectWords;
  readonly found: Found | undefined;
  readonly opened: Opened;
  readonly onOpened: (opened: Opened) => void;
  /** The place that has the focus, or would get it. */
  readonly active: number;
  readonly onActive: (at: number) => void;
  /** Codes of the chosen indicators, in small letters. */
  readonly chosen: ReadonlySet<string>;
  readonly several: boolean;
  readonly onChoose: (code: string) => void;
};

/** Heights of a row in the size of the reader's text. */
const folderRem = 2.25;
const itemRem = 3.25;
/** In a tree narrower than this what is known of an indicator takes a line more. */
const narrowRem = 26;
const narrowItemRem = 4.3;
/** Rows that are drawn above and below what is seen. */
const beyond = 6;
/** After this many milliseconds a typed letter begins a new word. */
const pause = 600;

/** The theme tree: only the rows that are seen are drawn, and the one that has the focus. */
export function ThemeTree(props: Props): ReactElement {
  const { tree, words, found, opened, active, chosen, several } = props;
  const rows = useMemo(() => rowsOf(tree, opened, found), [tree, opened, found]);
  const rem = useRem();
  const box = useRef<HTMLDivElement>(null);
  const [frame, onScroll] = useFrame(box);
  const isNarrow = frame.width < narrowRem * rem;
  const tops = useMemo(
    () => topsOf(rows, { folder: folderRem * rem, item: (isNarrow ? narrowItemRem : itemRem) * rem }),
    [rows, rem, isNarrow],
  );
  const [from, to] = seen(frame, tops);
  const at = Math.max(
    0,
    rows.findIndex((row) => row.at === active),
  );
  const follow = useFollow(box, rows, tops, at);
  const onKeyDown = useKeys({ ...props, rows, at, page: Math.max(1, to - from - 2 * beyond - 1), follow });
  const typed = found?.words.join(" ") ?? "";
  const drawn = visible(rows, from, to, at);
  return (
    <div className={isNarrow ? "sel-tree-box sel-narrow" : "sel-tree-box"} ref={box} onScroll={onScroll}>
      <div
        role="tree"
        aria-label={words.tree.label}
        {...(several ? { "aria-multiselectable": true } : {})}
        className="sel-tree"
        style={{ height: tops[rows.length] ?? 0 }}
        onKeyDown={onKeyDown}
        onClick={(event) => clicked(event, { ...props, rows }, follow)}
      >
        {drawn.map((index) => {
          const row = rows[index] as Row;
          const code = tree.indicatorAt(row.at)?.code.toLowerCase();
          const top = tops[index] ?? 0;
          return (
            <TreeRow
              key={row.at}
              {...{ tree, row, top, words, typed, several }}
              height={(tops[index + 1] ?? 0) - top}
              isActive={index === at}
              isChosen={code !== undefined && chosen.has(code)}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The rows to draw: those that are seen, and the one with the focus wherever it stands. */
function visible(rows: readonly Row[], from: number, to: number, at: number): readonly number[] {
  const out: number[] = [];
  if (at < from && rows.length > 0) out.push(at);
  for (let index = from; index < Math.min(to, rows.length); index++) out.push(index);
  if (at >= to && at < rows.length) out.push(at);
  return out;
}

function readRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

/** Pixels of the reader's text size, also after zooming. */
function useRem(): number {
  const [rem, setRem] = useState(readRem);
  useEffect(() => {
    const look = (): void => setRem(readRem());
    window.addEventListener("resize", look);
    return () => window.removeEventListener("resize", look);
  }, []);
  return rem;
}

type Frame = { readonly top: number; readonly height: number; readonly width: number };

/** What is seen of the tree: how far it is scrolled, and how large its box is. */
function useFrame(box: React.RefObject<HTMLDivElement | null>): readonly [Frame, () => void] {
  const [frame, setFrame] = useState<Frame>({ top: 0, height: 640, width: 320 });
  const look = useCallback(() => {
    const { current } = box;
    if (current === null) return;
    const { scrollTop: top, clientHeight: height, clientWidth: width } = current;
    setFrame((known) => (known.top === top && known.height === height && known.width === width ? known : { top, height, width }));
  }, [box]);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(current);
    look();
    return () => observer.disconnect();
  }, [box, look]);
  return [frame, look];
}

/** The rows that are seen and a few beyond: first, and one past the last. */
function seen(frame: Frame, tops: Float64Array): readonly [number, number] {
  // A shorter tree may leave the box scrolled to less than it was.
  const top = Math.max(0, Math.min(frame.top, (tops.at(-1) ?? 0) - frame.height));
  const [first, end] = between(tops, top, top + frame.height);
  return [Math.max(0, first - beyond), end + beyond];
}

/** Moves the focus to the active row once it is drawn, and scrolls no more than is needed to see it. */
function useFollow(box: React.RefObject<HTMLDivElement | null>, rows: readonly Row[], tops: Float64Array, at: number): () => void {
  const wanted = useRef(false);
  useLayoutEffect(() => {
    const { current } = box;
    if (!wanted.current || current === null) return;
    wanted.current = false;
    const [top = 0, bottom = 0] = [tops[at], tops[at + 1]];
    if (top < current.scrollTop) current.scrollTop = top;
    else if (bottom > current.scrollTop + current.clientHeight) current.scrollTop = bottom - current.clientHeight;
    current.querySelector<HTMLElement>(`[data-row="${rows[at]?.at}"]`)?.focus({ preventScroll: true });
  });
  return useCallback(() => {
    wanted.current = true;
  }, []);
}

type Acting = Pick<Props, "tree" | "opened" | "onOpened" | "onActive" | "onChoose"> & { readonly rows: readonly Row[] };

function act(move: Move, props: Acting): void {
  const { tree, rows, opened, onOpened, onActive, onChoose } = props;
  const row = rows[move.row];
  if (row === undefined) return;
  onActive(row.at);
  const open = (places: readonly Row[], is: boolean): void =>
    onOpened(new Map([...opened, ...places.map((each) => [each.at, is] as const)]));
  if (move.kind === "open" || move.kind === "close") open([row], move.kind === "open");
  if (move.kind === "open-siblings") open(siblingsOf(rows, move.row), true);
  const code = move.kind === "choose" ? tree.indicatorAt(row.at)?.code : undefined;
  if (code !== undefined) onChoose(code);
}

function clicked(event: MouseEvent<HTMLElement>, props: Acting, follow: () => void): void {
  const at = (event.target as Element).closest("[data-row]")?.getAttribute("data-row");
  const index = props.rows.findIndex((row) => row.at === Number(at));
  const row = props.rows[index];
  if (at === null || row === undefined) return;
  follow();
  act({ kind: row.open === undefined ? "choose" : row.open ? "close" : "open", row: index }, props);
}

function useKeys(
  props: Acting & { readonly at: number; readonly page: number; readonly follow: () => void },
): (event: KeyboardEvent<HTMLElement>) => void {
  const typed = useRef({ text: "", when: 0 });
  return (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { rows, at, page, follow, tree } = props;
    const now = event.timeStamp;
    const goesOn = now - typed.current.when < pause && typed.current.text !== "";
    const isLetter = event.key.length === 1 && event.key !== "*" && (event.key !== " " || goesOn);
    const move = isLetter ? undefined : moveFor(event.key, rows, at, page);
    if (move !== undefined) {
      event.preventDefault();
      follow();
      act(move, props);
      return;
    }
    if (!isLetter) return;
    event.preventDefault();
    typed.current = { text: (goesOn ? typed.current.text : "") + event.key, when: now };
    const row = rowForTyped(rows, tree.labelOf, at, typed.current.text);
    if (row === undefined) return;
    follow();
    act({ kind: "go", row }, props);
  };
}
