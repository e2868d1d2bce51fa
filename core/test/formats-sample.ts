import type { Cube, CubeAxis } from "../src/model/cube.ts";

export { awkwardCube, poison, poisoned } from "./awkward-cube.ts";

const indicator: CubeAxis = {
  code: "indicator",
  label: { nl: "Onderwerp", en: "Indicator" },
  role: "indicator",
  members: [
    {
      code: "inwoners",
      label: { nl: "Aantal inwoners", en: "Number of inhabitants" },
      unit: { nl: "personen", en: "persons" },
      decimals: 0,
    },
    { code: "inkomen", label: { nl: "Inkomen, gemiddeld", en: "Income, mean" }, unit: { nl: "euro" }, decimals: 2 },
  ],
};
const area: CubeAxis = {
  code: "area",
  label: { nl: "Gebied", en: "Area" },
  role: "area",
  members: [
    { code: "44021", label: { nl: "Gent" }, level: "gemeente" },
    { code: "99991", label: { nl: '=gemeente "onbekend"' }, level: "gemeente", pseudo: true },
    { code: "44021", label: { nl: "Gent" }, level: "gemeente2024" },
    { code: "2000", label: { nl: "Vlaams Gewest", en: "Flemish Region" }, level: "gewest", compare: true },
  ],
};
const period: CubeAxis = {
  code: "period",
  label: { nl: "Periode", en: "Period" },
  role: "period",
  members: [
    { code: "2023", label: { nl: "2023" } },
    { code: "2024", label: { nl: "2024" }, provisional: true },
  ],
};
const status: CubeAxis = {
  code: "status",
  label: { nl: "Burgerlijke staat", en: "Marital status" },
  role: "member",
  members: [
    { code: "-1", label: { nl: "gehuwd; samenwonend", en: "married; cohabiting" } },
    { code: "'=1", label: { nl: "ongehuwd", en: "unmarried" } },
  ],
};

const rest = {
  notes: [{ kind: "footnote", text: { nl: "Toestand op 1 januari.", en: "State on 1 January." }, indicator: "inwoners" }] as const,
  release: "a1b2c3",
  sources: [
    { code: "statbel", name: { nl: "Statbel" }, licence: "CC BY 4.0", url: "https://statbel.fgov.be" },
    { code: "rijksregister", name: { nl: "Rijksregister; eigen bewerking", en: "National register; own computation" } },
  ],
};

/** Two indicators, areas of three levels, two periods: figures of every size and every state. */
export const plainCube: Cube = {
  axes: [indicator, area, period],
  values: Float64Array.of(
    ...[265086, 270473, Number.NaN, 0, -12.5, 0.333333333333, 6774807, Number.NaN],
    ...[1e21, 1.5e-7, Number.NaN, Number.NaN, 3, Number.NaN, Number.NaN, 123456789012],
  ),
  status: Uint8Array.of(0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 3, 4, 5, 6, 7, 0),
  ...rest,
};

/** The same, where some figures are estimated, partial sums, of few respondents, or several of these. */
export const flaggedCube: Cube = { ...plainCube, flags: Uint8Array.of(1, 2, 0, 3, 0, 4, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0) };

/** The same with intervals behind some of its figures. */
export const surveyCube: Cube = {
  ...plainCube,
  uncertainty: {
    lower: Float64Array.from(plainCube.values, (each, at) => (at % 4 === 0 ? each - 1.5 : Number.NaN)),
    upper: Float64Array.from(plainCube.values, (each, at) => (at % 4 === 0 ? each + 2.25 : Number.NaN)),
    respondents: Float64Array.from(plainCube.values, (_, at) => (at % 4 < 2 ? 30 + at : Number.NaN)),
    level: 99,
    method: "wilson",
  },
};

/** One indicator split by a dimension whose code is that of a column, with texts. */
export const textCube: Cube = {
  axes: [
    { ...indicator, members: indicator.members.slice(0, 1) },
    { ...area, members: area.members.slice(0, 2) },
    { ...period, members: period.members.slice(0, 1) },
    status,
  ],
  values: Float64Array.of(1, Number.NaN, Number.NaN, Number.NaN),
  status: Uint8Array.of(0, 0, 1, 2),
  texts: ["+laag", 'midden,\r\n"half"', undefined, undefined],
  ...rest,
};

/** Nothing chosen: an axis without members. */
export const emptyCube: Cube = {
  axes: [indicator, { ...area, members: [] }, period],
  values: new Float64Array(0),
  status: new Uint8Array(0),
  ...rest,
};
