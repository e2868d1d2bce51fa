import type { AreaRef } from "@peil/core/query/selection.ts";
import type { ReactElement } from "react";
import { axisOf } from "../presentations/reading.ts";
import type { ShownProps } from "./shown.tsx";

/** The areas that stand out, to take out again or to look within. */
export function Marked(props: ShownProps & { readonly onMark: (area: AreaRef) => void }): ReactElement | null {
  const { subject, site, onDrill, onMark, canDrill } = props;
  const { words, voice } = site;
  const members = axisOf(subject.cube, "area").members;
  const marked = (subject.mine ?? []).flatMap((ref) => {
    const found = members.find((each) => each.code === ref.code && (each.level === undefined || each.level === ref.level));
    return found === undefined ? [] : [{ ref, name: voice.say(found.label) }];
  });
  if (marked.length === 0) return null;
  return (
    <div className="bank-marked">
      <span>{words.show.marked}:</span>
      <ul className="chips own">
        {marked.map(({ ref, name }) => (
          <li key={`${ref.level}:${ref.code}`}>
            {name}
            {canDrill(ref) && (
              <button
                type="button"
                className="chip-button"
                onClick={() => onDrill(ref)}
                aria-label={words.show.drill(name)}
                title={words.show.drill(name)}
              >
                ↓
              </button>
            )}
            <button type="button" className="chip-button" onClick={() => onMark(ref)} aria-label={words.choose.remove(name)}>
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
