import type { Workspace } from "@peil/core/documents/workspace.ts";
import { tabLimit } from "@peil/core/documents/workspace.ts";
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from "react";
import type { DatabankWords } from "../text/databank.ts";
import type { Action } from "./workspace.ts";

type Props = {
  readonly workspace: Workspace;
  readonly words: DatabankWords;
  /** The name of a tab: its own, else what it shows. */
  readonly nameOf: (id: string) => string;
  readonly newId: () => string;
  readonly dispatch: (action: Action) => void;
  readonly onAdd: () => void;
  readonly onClose: (id: string) => void;
  readonly say: (text: string) => void;
};

/** The open tabs: switched, moved and closed by pointer and by keyboard; the rest stands in a menu beside them. */
export function TabStrip(props: Props): ReactElement {
  const { workspace, words, nameOf, dispatch, onAdd, onClose, say } = props;
  const { tabs, active } = workspace;
  const list = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<string>();
  const [renaming, setRenaming] = useState(false);
  const focusOn = useRef("");
  useEffect(() => {
    if (focusOn.current === "") return;
    list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(active)}"]`)?.focus();
    focusOn.current = "";
  });
  const go = (to: number): void => {
    const id = tabs[(to + tabs.length) % tabs.length]?.id;
    if (id === undefined) return;
    focusOn.current = id;
    dispatch({ kind: "activate", id });
  };
  const move = (id: string, to: number): void => {
    if (to < 0 || to >= tabs.length) return;
    dispatch({ kind: "move", id, to });
    focusOn.current = id;
    say(words.tabs.moved(nameOf(id), to + 1, tabs.length));
  };
  const onKey = (event: KeyboardEvent, id: string, at: number): void => {
    if (event.ctrlKey || event.metaKey) return;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowRight: () => (event.altKey ? move(id, at + 1) : go(at + 1)),
      ArrowLeft: () => (event.altKey ? move(id, at - 1) : go(at - 1)),
      Home: () => go(0),
      End: () => go(tabs.length - 1),
      F2: () => setRenaming(true),
      Delete: () => {
        focusOn.current = "next";
        onClose(id);
      },
      n: onAdd,
    };
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const drop = (to: number): void => {
    if (dragged !== undefined) move(dragged, to);
    setDragged(undefined);
  };
  return (
    <div className="bank-tabs" data-tour-of="3">
      <div role="tablist" aria-label={words.tabs.label} aria-description={words.tabs.help} ref={list}>
        {tabs.map(({ id }, at) => (
          <div
            role="tab"
            key={id}
            id={`tab-${id}`}
            data-id={id}
            aria-selected={id === active}
            aria-controls={id === active ? "bank-panel" : undefined}
            tabIndex={id === active ? 0 : -1}
            draggable
            data-dragged={id === dragged}
            onClick={() => dispatch({ kind: "activate", id })}
            onAuxClick={(event) => event.button === 1 && onClose(id)}
            onDoubleClick={() => setRenaming(true)}
            onKeyDown={(event) => onKey(event, id, at)}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = "move";
              setDragged(id);
            }}
            onDragOver={(event) => dragged !== undefined && event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              drop(at);
            }}
            onDragEnd={() => setDragged(undefined)}
          >
            <span className="name">{nameOf(id)}</span>
            {/* The Delete key and the menu do the same. */}
            <span
              className="close"
              aria-hidden="true"
              title={words.tabs.close(nameOf(id))}
              onClick={(event) => {
                event.stopPropagation();
                onClose(id);
              }}
            >
              ×
            </span>
          </div>
        ))}
      </div>
      <button
        type="button"
        className="quiet-button"
        onClick={onAdd}
        disabled={tabs.length >= tabLimit}
        aria-label={words.tabs.add}
        title={words.tabs.add}
      >
        +
      </button>
      {tabs.length > 0 && <TabMenu {...props} onRename={() => setRenaming(true)} onMove={move} />}
      {renaming && <Rename {...props} onDone={() => setRenaming(false)} />}
    </div>
  );
}

type MenuProps = Props & { readonly onRename: () => void; readonly onMove: (id: string, to: number) => void };

/** What can be done with the tab in front. */
function TabMenu({ workspace, words, nameOf, newId, dispatch, onClose, onRename, onMove }: MenuProps): ReactElement {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { tabs, active } = workspace;
  const at = tabs.findIndex((each) => each.id === active);
  const name = nameOf(active);
  const items: readonly (readonly [text: string, act: () => void, off?: boolean])[] = [
    [words.tabs.rename, onRename],
    [
      words.tabs.duplicate,
      () => dispatch({ kind: "duplicate", id: active, as: newId(), name: words.tabs.copyOf(name) }),
      tabs.length >= tabLimit,
    ],
    [words.tabs.left, () => onMove(active, at - 1), at === 0],
    [words.tabs.right, () => onMove(active, at + 1), at === tabs.length - 1],
    [words.tabs.closeThis, () => onClose(active)],
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: closes what stands open inside.
    <div
      className="bank-menu"
      ref={box}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        setOpen(false);
        box.current?.querySelector("button")?.focus();
      }}
    >
      <button type="button" className="quiet-button" aria-expanded={open} aria-label={words.tabs.menu(name)} onClick={() => setOpen(!open)}>
        ⋯
      </button>
      {open && (
        <ul>
          {items.map(([text, act, off]) => (
            <li key={text}>
              <button
                type="button"
                disabled={off}
                onClick={() => {
                  setOpen(false);
                  act();
                }}
              >
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Rename({ workspace, words, nameOf, dispatch, onDone }: Props & { readonly onDone: () => void }): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  const { active } = workspace;
  useEffect(() => field.current?.select(), []);
  const done = (name: string | undefined): void => {
    if (name !== undefined) dispatch({ kind: "rename", id: active, name });
    onDone();
    document.getElementById(`tab-${active}`)?.focus();
  };
  return (
    <form
      className="bank-rename"
      onSubmit={(event) => {
        event.preventDefault();
        done(field.current?.value);
      }}
    >
      <label htmlFor="bank-name">{words.tabs.renameLabel}</label>
      <input
        id="bank-name"
        ref={field}
        type="text"
        maxLength={120}
        defaultValue={nameOf(active)}
        onKeyDown={(event) => event.key === "Escape" && done(undefined)}
      />
      <button type="submit">OK</button>
    </form>
  );
}
