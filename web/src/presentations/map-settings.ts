import { classMethods } from "@peil/core/statistics/classification.ts";
import { mapWords } from "../text/map.ts";
import { periodName } from "../text/period.ts";
import { mapSettingsOf, momentOf } from "./map-classes.ts";
import type { Setting, Subject } from "./presentation.ts";
import { axisOf } from "./reading.ts";
import { schemes } from "./schemes.ts";

/** What can be set of a map. */
export function settingsOfMap(subject: Subject): readonly Setting[] {
  const { voice, settings = {} } = subject;
  const words = mapWords(voice);
  const read = mapSettingsOf(subject);
  const flag = (code: "reverse" | "exact" | "labels"): Setting => ({
    kind: "flag",
    code,
    label: words.setting[code],
    value: read[code] ? "1" : "",
  });
  return [
    ...momentSetting(subject),
    {
      kind: "choice",
      code: "method",
      label: words.setting.method,
      value: read.method,
      options: classMethods.map((value) => ({ value, label: words.method[value] })),
    },
    { kind: "number", code: "classes", label: words.setting.classes, value: String(read.count), min: 2, max: 9 },
    { kind: "numbers", code: "breaks", label: words.setting.breaks, value: settings.breaks ?? "" },
    { kind: "numbers", code: "around", label: words.setting.around, value: settings.around ?? "" },
    {
      kind: "choice",
      code: "scheme",
      label: words.setting.scheme,
      value: read.scheme,
      options: schemes.map((value) => ({ value, label: words.scheme[value] })),
    },
    flag("reverse"),
    flag("exact"),
    flag("labels"),
  ];
}

/** The moment that the map shows, and whether each moment has classes of its own; nothing where there is one moment only. */
function momentSetting(subject: Subject): readonly Setting[] {
  const { voice, cube } = subject;
  const words = mapWords(voice);
  const periods = axisOf(cube, "period").members;
  if (periods.length < 2) return [];
  const options = periods.map(({ code }) => ({ value: code, label: periodName(code, voice) }));
  return [
    { kind: "moment", code: "moment", label: words.setting.moment, value: periods[momentOf(subject)]?.code ?? "", options },
    {
      kind: "choice",
      code: "over",
      label: words.setting.over,
      value: mapSettingsOf(subject).own ? "moment" : "all",
      options: [
        { value: "all", label: words.over.all },
        { value: "moment", label: words.over.moment },
      ],
    },
  ];
}
