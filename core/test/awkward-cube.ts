import type { Cube, CubeAxis } from "../src/model/cube.ts";

const texts = ["laag", '=HYPERLINK("http://x";"y")', "twee\r\nregels", "漢字 én ŵ 🦊", "tab\there", "; , \"quoted\" 'single'"];

const indicator: CubeAxis = {
  code: "indicator",
  label: { nl: "Onderwerp", en: "Indicator" },
  role: "indicator",
  members: [
    {
      code: "inwoners",
      label: { nl: "Inwoners; „alle”\nsamen", en: "Inhabitants; “all”\ntogether" },
      unit: { nl: "personen", en: "persons" },
      decimals: 0,
      source: "statbel",
    },
    { code: "soort-wijk", label: { nl: "@Soort\twijk", en: "@Kind of\tquarter" }, source: "bevraging" },
    {
      code: "groei_5j",
      label: { nl: "+Groei, in %", en: "+Growth, in %" },
      unit: { nl: "%" },
      decimals: 2,
      source: "statbel",
    },
  ],
};
const area: CubeAxis = {
  code: "area",
  label: { nl: "Gebied", en: "Area" },
  role: "area",
  members: [
    { code: "44021", label: { nl: "Gent" }, level: "gemeente" },
    { code: "44021", label: { nl: "Gent" }, level: "gemeente2024" },
    { code: "01", label: { nl: "Straßen-Ẅŵ 漢 🦊" }, level: "gemeente" },
    { code: "99991", label: { nl: "=cmd|' /C calc'!A0" }, level: "gemeente", pseudo: true },
    { code: "2000", label: { nl: 'Vlaams\r\n"Gewest" <&>', en: 'Flemish\r\n"Region" <&>' }, level: "gewest", compare: true },
  ],
};
const period: CubeAxis = {
  code: "period",
  label: { nl: "Periode", en: "Period" },
  role: "period",
  members: [
    { code: "2023", label: { nl: "2023" } },
    { code: "2024", label: { nl: "2024" }, provisional: true },
    { code: "2030", label: { nl: "2030" }, forecast: true, provisional: true },
  ],
};
/** Two levels of one dimension whose members have the same codes, and a dimension of which one member is asked. */
const ages = ["leeftijd5", "leeftijd10"].map(
  (code, at): CubeAxis => ({
    code,
    label: { nl: `Leeftijd per ${(at + 1) * 5} jaar`, en: `Age by ${(at + 1) * 5} years` },
    role: "member",
    members: [
      { code: "1", label: { nl: `0-${at * 5 + 4} jaar`, en: `0-${at * 5 + 4} years` } },
      { code: "2", label: { nl: `-vanaf ${at * 5 + 5}`, en: `-from ${at * 5 + 5}` } },
    ],
  }),
);
const sex: CubeAxis = {
  code: "status",
  label: { nl: "Geslacht", en: "Sex" },
  role: "member",
  members: [{ code: "t", label: { nl: "totaal" } }],
};

const figures = [1e-9, 1e15, -0, 0.1 + 0.2, 1 / 3, -12.5, 123456789012, 0, 265086, -1e-7, 2e21];
/** What stands in the cells, over and over: figures and every other state. */
const states = [0, 0, 1, 0, 2, 3, 0, 4, 5, 0, 6, 7, 0];
const size = 3 * 5 * 3 * 2 * 2;
const statesOf = Uint8Array.from({ length: size }, (_, cell) => states[cell % states.length] ?? 0);
const isText = (cell: number): boolean => cell >= size / 3 && cell < (2 * size) / 3;
const hasFigure = (cell: number): boolean => statesOf[cell] === 0 && !isText(cell);
const perCell = (read: (cell: number) => number): Float64Array => Float64Array.from({ length: size }, (_, cell) => read(cell));
const where = (has: boolean, value: number): number => (has ? value : Number.NaN);

/**
 * Everything that is hard on a format in one cube: every state, figures very small and very large, a text indicator between indicators
 * of numbers, areas of two divisions with the same code, two levels of a dimension with the same codes, an axis with one member,
 * provisional and forecast periods, flags, intervals, and labels that break a careless writer.
 */
export const awkwardCube: Cube = {
  axes: [indicator, area, period, ...ages, sex],
  values: perCell((cell) => {
    if (statesOf[cell] === 5) return (cell % 4) + 1;
    return hasFigure(cell) ? (figures[cell % figures.length] as number) : Number.NaN;
  }),
  status: statesOf,
  texts: Array.from({ length: size }, (_, cell) => (isText(cell) && statesOf[cell] === 0 ? texts[cell % texts.length] : undefined)),
  flags: Uint8Array.from({ length: size }, (_, cell) => (hasFigure(cell) ? cell % 8 : 0)),
  uncertainty: {
    lower: perCell((cell) => where(hasFigure(cell) && cell % 3 === 0, cell - 0.5)),
    upper: perCell((cell) => where(hasFigure(cell) && cell % 3 === 0, cell + 0.25)),
    respondents: perCell((cell) => where(hasFigure(cell) && cell % 3 === 0, cell + 30)),
    level: 95,
    method: "wilson",
  },
  notes: [
    {
      kind: "footnote",
      text: { nl: 'Toestand op 1 januari; zie "de nota".\nTweede regel.', en: "State on 1 January." },
      indicator: "inwoners",
    },
    { kind: "break", text: { nl: "In 2024 fuseerden gemeenten.", en: "Municipalities merged in 2024." } },
  ],
  release: "a1b2c3",
  sources: [
    { code: "statbel", name: { nl: "Statbel; „Rijksregister”" }, licence: "CC BY 4.0", url: "https://statbel.fgov.be" },
    { code: "bevraging", name: { nl: "=Bevraging", en: "=Survey" } },
  ],
};

/** What may never be read in a file. */
export const poison = { value: 31415926535, bound: 27182818284, text: "GEHEIM" } as const;

/** The same cube with figures behind its states, as if one that is kept back had come along: no byte of a file may change by them. */
export function poisoned(cube: Cube): Cube {
  const isHidden = (cell: number): boolean => cube.status[cell] === 2 || cube.status[cell] === 7;
  const { uncertainty } = cube;
  const bounds = (of: Float64Array): Float64Array => of.map((each, cell) => (isHidden(cell) ? poison.bound : each));
  return {
    ...cube,
    values: cube.values.map((each, cell) => (cube.status[cell] === 0 || cube.status[cell] === 5 ? each : poison.value)),
    ...(cube.texts && { texts: cube.texts.map((each, cell) => (isHidden(cell) ? poison.text : each)) }),
    ...(uncertainty && {
      uncertainty: {
        ...uncertainty,
        lower: bounds(uncertainty.lower),
        upper: bounds(uncertainty.upper),
        respondents: bounds(uncertainty.respondents),
      },
    }),
  };
}
