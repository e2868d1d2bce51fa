import type { Frame } from "@peil/core/api.ts";
import type { Tab } from "@peil/core/documents/workspace.ts";
import { formatSelection } from "@peil/core/query/address.ts";
import { formatPageSelection } from "@peil/core/query/page-selection.ts";
import { hrefOf, shows } from "../address.ts";
import { axisOf } from "../presentations/reading.ts";
import { filesOf } from "../text/file-formats.ts";
import { periodName } from "../text/period.ts";
import type { Voice } from "../text/voice.ts";
import type { Figure } from "../widgets/figure-tools.tsx";
import { writeTab } from "./deep-link.ts";
import type { Answer } from "./subject.ts";

/** Areas that a sentence can name. */
const mostNamed = 6;

/** The drawing on its own, where the page of one indicator can say the whole question and draws this form. */
function embedOf({ selection, details }: Answer, form: string, voice: Voice): string | undefined {
  const [only, ...more] = details;
  const { release: _, flow, groups, memberGroups, transformations, interval, ...plain } = selection;
  const special = [flow, groups, memberGroups, transformations, interval].some((each) => each !== undefined);
  if (only === undefined || more.length > 0 || special || plain.by.length > 0 || !shows.some((each) => each === form)) return undefined;
  return hrefOf(voice.language, { page: "embed", code: only.code, query: `${formatPageSelection(plain)}&show=${form}` });
}

/** What of a tab can be taken along: exactly this choice, as it is shown. */
export function figureOfTab(tab: Tab, answer: Answer, form: string, frame: Frame, voice: Voice): Figure {
  const { cube, selection, details } = answer;
  const { release, ...free } = selection;
  const asked = formatSelection(selection);
  const at = (question: string): string =>
    hrefOf(voice.language, { page: "databank", query: writeTab({ ...tab, selection: question, show: form }) });
  const periods = axisOf(cube, "period").members;
  const [first, last] = [periods[0], periods.at(-1)].map((each) => (each ? periodName(each.code, voice) : ""));
  const areas = axisOf(cube, "area").members;
  const embed = embedOf(answer, form, voice);
  const prefix = voice.language === "nl" ? "" : `/${voice.language}`;
  return {
    code: details[0]?.code ?? "",
    name: voice.m.list(details.map((each) => voice.say(each.name))),
    source: voice.m.list(cube.sources.map((each) => voice.say(each.name))),
    areas: areas.length > mostNamed ? "" : areas.map((each) => voice.say(each.label)).join(", "),
    period: first === last ? (first ?? "") : `${first}–${last}`,
    newest: at(formatSelection(free)),
    fixed: at(formatSelection({ ...selection, release: release ?? frame.release.id })),
    ...(embed === undefined ? {} : { embed }),
    programs: hrefOf(voice.language, { page: "code", query: asked }),
    ...filesOf(`${prefix}/api/v1/data`, asked, voice),
    pictures: [],
    id: `tools-${tab.id}`,
  };
}
