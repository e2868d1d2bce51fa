import type { ReactElement } from "react";
import { formName } from "../text/forms.ts";
import { onMapWords } from "../text/on-map.ts";
import { bar } from "./bar.tsx";
import { line } from "./line.tsx";
import { subjectsOf } from "./many.ts";
import { map } from "./map.tsx";
import type { Presentation, Subject } from "./presentation.ts";
import { RankingTable } from "./ranking-table.tsx";
import { memberAxes } from "./reading.ts";

const charts: readonly Presentation[] = [bar, line];

/** The subject of one indicator, and the chart beside its map: as the reader set it, else the first that suits. */
function partsOf(given: Subject): { readonly subject: Subject; readonly chart: Presentation } | undefined {
  const [subject, ...more] = subjectsOf(given);
  if (!subject || more.length > 0 || memberAxes(subject.cube).length > 0) return undefined;
  const fit = charts.filter((each) => each.suits(subject));
  const chart = fit.find((each) => each.code === given.settings?.["chart"]) ?? fit[0];
  return chart && map.suits(subject) ? { subject, chart } : undefined;
}

function Drawn({ subject: given }: { readonly subject: Subject }): ReactElement | null {
  const parts = partsOf(given);
  if (!parts) return null;
  const { subject, chart } = parts;
  return (
    <div className="triptych">
      <div className="of-map">{map.draw(subject)}</div>
      <div className="of-chart">{chart.draw(subject)}</div>
      <div className="of-table">
        <RankingTable subject={subject} withBeside />
      </div>
    </div>
  );
}

/** Map, chart and table of one figure beside each other. Each names its areas, so that what is chosen in one shows in all. */
export const triptych: Presentation<"triptych"> = {
  code: "triptych",
  suits: (subject) => partsOf(subject) !== undefined,
  tell(subject) {
    const parts = partsOf(subject);
    if (!parts) return { title: "", subtitle: "", alt: "" };
    const [ofMap, ofChart] = [map.tell(parts.subject), parts.chart.tell(parts.subject)];
    return { ...ofMap, alt: onMapWords(subject.voice).triptychAlt(`${ofMap.alt} ${ofChart.alt}`) };
  },
  draw: (subject) => <Drawn subject={subject} />,
  settings(subject) {
    const parts = partsOf(subject);
    if (!parts) return [];
    const options = charts
      .filter((each) => each.suits(parts.subject))
      .map(({ code }) => ({ value: code, label: formName(code, subject.voice) }));
    return [{ code: "chart", label: onMapWords(subject.voice).chart, value: parts.chart.code, kind: "choice", options }];
  },
};
