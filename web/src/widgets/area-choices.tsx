import type { IndicatorView } from "@peil/core/api.ts";
import { escapeItem } from "@peil/core/query/address-text.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import type { ReactElement } from "react";
import { indicatorHref, type Show } from "../address.ts";
import { langFor, Say } from "../presentations/parts.tsx";
import { axisOf } from "../presentations/reading.ts";
import type { Voice } from "../text/voice.ts";
import { AreaOptions, Select } from "./options.tsx";

type Props = { readonly view: IndicatorView; readonly voice: Voice; readonly show: Show | undefined };
type Named = { readonly level: string; readonly code: string };

const key = (area: Named): string => `${area.level}:${area.code}`;

function pluralOf(view: IndicatorView, voice: Voice): string {
  const level = view.choices.levels.find((each) => each.alias === view.selection.level);
  return level ? voice.say(level.plural) : "";
}

/** Something chosen, with a link that leaves it out . */
function Chip(props: Props & { readonly area: Named; readonly without: Selection }): ReactElement {
  const { view, voice, show, area, without } = props;
  const member = axisOf(view.cube, "area").members.find(
    (each) => each.code === area.code && (each.level === undefined || each.level === area.level),
  );
  const label = member?.label ?? view.choices.areas.find((each) => key(each) === key(area))?.name ?? { nl: area.code };
  return (
    <li>
      <span>
        <Say text={label} voice={voice} />
      </span>
      {without && (
        <a
          href={indicatorHref(voice.language, view.details.code, without, show)}
          aria-label={voice.m.choices.drop(voice.say(label))}
          lang={langFor(label, voice)}
          data-swap=""
        >
          ×
        </a>
      )}
    </li>
  );
}

/** The reader's own areas: one after the other is added by the list, and left out by its chip. */
export function AreaSelects(props: Props): ReactElement {
  const { view, voice } = props;
  const { choices, selection } = view;
  const { areas } = selection;
  const texts = voice.m.choices;
  const chosen = areas.kind === "list" ? areas.codes : [];
  const some = chosen.length > 0;
  const within = areas.kind === "within" ? key(areas.parent) : "";
  const without = (code: string): Selection => {
    const codes = chosen.filter((each) => each !== code);
    return { ...selection, areas: codes.length > 0 ? { kind: "list", codes } : { kind: "all" } };
  };
  return (
    <>
      {some && (
        <ul className="chips own" aria-label={texts.areasChosen}>
          {chosen.map((code) => (
            <Chip {...props} key={code} area={{ level: selection.level, code }} without={without(code)} />
          ))}
        </ul>
      )}
      {chosen.map((code) => (
        <input type="hidden" name="area" value={escapeItem(code)} key={code} />
      ))}
      <Select id="choice-area" name="area" label={some ? texts.areaMore : texts.areaOne} value="">
        <option value="">{some ? texts.addNothing : texts.all(pluralOf(view, voice))}</option>
        <AreaOptions
          areas={choices.areas.filter((each) => !each.pseudo && !chosen.includes(each.code))}
          voice={voice}
          value={(area) => escapeItem(area.code)}
        />
      </Select>
      {choices.within.length > 0 && !some && (
        <Select id="choice-within" name="within" label={texts.within} value={within}>
          <option value="">{texts.everywhere}</option>
          <AreaOptions areas={choices.within} voice={voice} value={key} />
        </Select>
      )}
    </>
  );
}

/** Another area to stand beside the reader's own. */
export function CompareSelect({ view, voice }: Props): ReactElement {
  const { selection, choices } = view;
  const own = selection.areas.kind === "list" ? selection.areas.codes.map((code) => key({ level: selection.level, code })) : [];
  const taken = new Set([...selection.compare.map(key), ...own]);
  const wide = choices.compare.filter((each) => !taken.has(key(each)) && each.level !== selection.level);
  const peers = choices.areas.filter((each) => !each.pseudo && !taken.has(key(each)));
  return (
    <Select id="choice-compare" name="compare" label={voice.m.choices.compare} value="">
      <option value="">{voice.m.choices.noCompare}</option>
      <AreaOptions areas={wide} voice={voice} value={key} />
      {peers.length > 0 && (
        <optgroup label={pluralOf(view, voice)}>
          <AreaOptions areas={peers} voice={voice} value={key} />
        </optgroup>
      )}
    </Select>
  );
}

/** What is compared with now, each with a link that leaves it out. */
export function Compared(props: Props): ReactElement | null {
  const { selection } = props.view;
  if (selection.compare.length === 0) return null;
  return (
    <ul className="chips" aria-label={props.voice.m.choices.chosen}>
      {selection.compare.map((ref) => (
        <Chip {...props} key={key(ref)} area={ref} without={{ ...selection, compare: selection.compare.filter((each) => each !== ref) }} />
      ))}
    </ul>
  );
}
