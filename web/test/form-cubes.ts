import type { Cube, CubeAxis, CubeMember } from "@peil/core/model/cube.ts";
import type { Measured, Subject } from "../src/presentations/presentation.ts";
import { voiceOf } from "../src/text/voice.ts";
import { areaAxis, borders, detailsOf, periodAxis, towns } from "./data.ts";

/** A figure, or a state; of a state `under` is what stands behind it and may never show. */
export type Given = number | { readonly status: number; readonly under?: number };

/** A cube from a function of positions. */
export function cubeFrom(axes: readonly CubeAxis[], figure: (at: readonly number[]) => Given, extra: Partial<Cube> = {}): Cube {
  const size = axes.reduce((n, axis) => n * axis.members.length, 1);
  const values = new Float64Array(size);
  const status = new Uint8Array(size);
  for (let cell = 0; cell < size; cell++) {
    let rest = cell;
    const at: number[] = [];
    for (const axis of axes.toReversed()) {
      at.unshift(rest % axis.members.length);
      rest = Math.floor(rest / axis.members.length);
    }
    const found = figure(at);
    status[cell] = typeof found === "number" ? 0 : found.status;
    values[cell] = typeof found === "number" ? found : (found.under ?? Number.NaN);
  }
  return { axes, values, status, notes: [], release: "r1", sources: [], ...extra };
}

/** An axis of members. */
export function memberAxis(code: string, names: readonly string[]): CubeAxis {
  return {
    code,
    label: { nl: code, en: `${code} (en)` },
    role: "member",
    members: names.map((name) => ({ code: name, label: { nl: name, en: `${name} en` } })),
  };
}

function indicatorAxisOf(all: readonly Measured[]): CubeAxis {
  const members: readonly CubeMember[] = all.map((each) => ({
    code: each.code,
    label: each.name,
    unit: each.unit,
    decimals: each.decimals,
  }));
  return { code: "indicator", label: { nl: "Onderwerp", en: "Indicator" }, role: "indicator", members };
}

function shareOf(code: string, change: Partial<Measured> = {}): Measured {
  return {
    ...detailsOf({
      code,
      name: { nl: `Aandeel ${code}`, en: `Share of ${code}` },
      unit: { nl: "%" },
      dataType: "percentage",
      decimals: 1,
      breaks: [],
      provisional: [],
    }),
    ...change,
  };
}

const shares = ["een", "twee", "drie", "vier"].map((code, at) => shareOf(code, { rating: at % 2 === 0 ? "higher" : "lower" }));
const euro = detailsOf({ code: "inkomen", name: { nl: "Inkomen", en: "Income" }, unit: { nl: "euro" }, dataType: "mean", decimals: 0 });
const score = detailsOf({ code: "saldo", name: { nl: "Saldo", en: "Balance" }, dataType: "other", decimals: 1 });
const share = shareOf("ouderen");
const all = towns.map((_, index) => index);
const sexes = memberAxis("geslacht", ["mannen", "vrouwen"]);
const ages = memberAxis("leeftijd", ["0-17", "18-34", "35-49", "50-64", "65+"]);
const years = periodAxis(2019, 2024);
const nasty = `"Zeer <lange> naam & 'aanhalingstekens' van een gemeente met veel deelgemeenten aan het water`;

function many(count: number): CubeAxis {
  const members = Array.from({ length: count }, (_, at) => ({
    code: String(10001 + at),
    level: "gemeente",
    label: { nl: `Gemeente ${at + 1}` },
  }));
  return { code: "area", label: { nl: "Gebied", en: "Area" }, role: "area", members };
}

function nastyAxis(): CubeAxis {
  const axis = areaAxis([0, 1, 2]);
  return { ...axis, members: axis.members.map((each, at) => ({ ...each, label: { nl: `${nasty} ${at}`, en: `${nasty} ${at} (en)` } })) };
}

/** Made of the positions, so that no two cells are alike. */
const plain = (at: readonly number[]): number => 10 + at.reduce((sum, each, axis) => sum + each * (axis * 3 + 1.5), 0);

function survey(): Cube {
  const cube = cubeFrom([areaAxis([0, 1, 2, 3]), periodAxis(2024, 2024)], plain);
  const lower = cube.values.map((each) => each - 2);
  const upper = cube.values.map((each) => each + 2);
  return { ...cube, uncertainty: { lower, upper, respondents: cube.values.map(() => 400), level: 95, method: "wilson" } };
}

type Case = { readonly cube: Cube; readonly measured?: Measured; readonly indicators?: readonly Measured[] };

/** Awkward and plain answers, by name; `secret` is what stands under cells that are hidden. */
export function casesWith(secret: number): Readonly<Record<string, Case>> {
  const hidden = (status: number): Given => ({ status, under: secret });
  const counts = detailsOf();
  return {
    series: { cube: cubeFrom([areaAxis([0, 1, 2]), years], plain), measured: share },
    "one period": { cube: cubeFrom([areaAxis(all), periodAxis(2024, 2024)], plain), measured: share },
    "one area": { cube: cubeFrom([areaAxis([1], false), years], plain), measured: share },
    counts: { cube: cubeFrom([areaAxis([0, 1, 2], false), years], plain), measured: counts },
    parts: {
      cube: cubeFrom([areaAxis([1], false), periodAxis(2023, 2023), memberAxis("soort", ["huur", "koop", "ander"])], plain),
      measured: counts,
    },
    "parts over time": { cube: cubeFrom([areaAxis([0, 1]), years, ages], plain), measured: counts },
    "two dimensions": { cube: cubeFrom([areaAxis([1]), periodAxis(2023, 2023), ages, sexes], plain), measured: counts },
    "three dimensions": {
      cube: cubeFrom([areaAxis([0, 1]), periodAxis(2022, 2023), ages, sexes, memberAxis("soort", ["a", "b"])], plain),
      measured: counts,
    },
    hidden: {
      cube: cubeFrom([areaAxis([0, 1, 2]), years], (at) =>
        ((at[0] ?? 0) + (at[1] ?? 0)) % 3 === 0 ? hidden((at[1] ?? 0) % 2 ? 7 : 2) : plain(at),
      ),
      measured: share,
    },
    "hidden areas": {
      cube: cubeFrom([areaAxis(all), periodAxis(2024, 2024)], (at) => (at[0] === 1 || at[0] === 5 ? hidden(7) : plain(at))),
      measured: share,
    },
    "hidden parts": { cube: cubeFrom([areaAxis([0, 1]), years, ages], (at) => (at[2] === 2 ? hidden(7) : plain(at))), measured: counts },
    "hidden dimensions": {
      cube: cubeFrom([areaAxis([1]), periodAxis(2023, 2023), ages, sexes], (at) => (at[2] === 1 ? hidden(2) : plain(at))),
      measured: counts,
    },
    states: {
      cube: cubeFrom([areaAxis(all), years], (at) => ((at[0] ?? 0) % 7 === 0 ? plain(at) : { status: (at[0] ?? 0) % 7 })),
      measured: share,
    },
    nothing: { cube: cubeFrom([areaAxis([0, 1]), years], () => ({ status: 1 })), measured: share },
    "all hidden": { cube: cubeFrom([areaAxis([0, 1]), years, ages], () => hidden(7)), measured: counts },
    "no cells": { cube: cubeFrom([areaAxis([0, 1]), { ...years, members: [] }], plain), measured: share },
    "single cell": { cube: cubeFrom([areaAxis([1], false), periodAxis(2024, 2024)], plain), measured: share },
    negative: { cube: cubeFrom([areaAxis([0, 1, 2]), years], (at) => plain(at) - 20), measured: score },
    zero: { cube: cubeFrom([areaAxis([0, 1, 2]), years, ages], () => 0), measured: counts },
    huge: { cube: cubeFrom([areaAxis([0, 1, 2]), years], (at) => plain(at) * 1e14), measured: counts },
    tiny: { cube: cubeFrom([areaAxis([0, 1, 2]), years], (at) => plain(at) * 1e-9), measured: score },
    names: {
      cube: cubeFrom([nastyAxis(), years, memberAxis("soort", [nasty, `${nasty} twee`])], plain),
      measured: { ...counts, name: { nl: nasty, en: `${nasty} (en)` } },
    },
    "many areas": { cube: cubeFrom([many(300), years], plain), measured: share },
    "several indicators": { cube: cubeFrom([indicatorAxisOf(shares), areaAxis([0, 1, 2]), years], plain), indicators: shares },
    "several units": { cube: cubeFrom([indicatorAxisOf([share, euro]), areaAxis([0, 1]), years], plain), indicators: [share, euro] },
    profile: {
      cube: cubeFrom([indicatorAxisOf([...shares, euro]), areaAxis(all), years], (at) => plain(at) + (((at[0] ?? 0) * (at[1] ?? 0)) % 5)),
      indicators: [...shares, euro],
    },
    "hidden in a profile": {
      cube: cubeFrom([indicatorAxisOf([...shares, euro]), areaAxis(all), years], (at) =>
        at[0] === 1 || (at[0] === 2 && at[1] === 3) ? hidden(7) : plain(at),
      ),
      indicators: [...shares, euro],
    },
    relation: {
      cube: cubeFrom([indicatorAxisOf([share, euro, counts]), areaAxis(all), years], (at) =>
        at[1] === 4 ? hidden(7) : plain(at) + (((at[1] ?? 0) * 37) % 11) + (at[0] === 2 ? 4000 : 0),
      ),
      indicators: [share, euro, counts],
    },
    survey: { cube: survey(), measured: shareOf("tevreden", { kind: "survey", measure: { ...share.measure, kind: "survey" } }) },
  };
}

/** A case as a subject, for a reader of one town. */
export function subjectOf({ cube, measured, indicators }: Case, change: Partial<Subject> = {}): Subject {
  const [first] = indicators ?? [];
  return {
    cube,
    measured: measured ?? first ?? detailsOf(),
    ...(indicators ? { indicators } : {}),
    voice: voiceOf("nl"),
    mine: [{ level: "gemeente", code: "10002" }],
    plural: { nl: "gemeenten", en: "municipalities" },
    borders,
    id: "t",
    ...change,
  };
}
