import type { Cube } from "@peil/core/model/cube.ts";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { excerptOf } from "../src/presentations/bar.tsx";
import { bordersOf } from "../src/presentations/borders.ts";
import { presentations } from "../src/presentations/index.ts";
import type { Presentation, Subject } from "../src/presentations/presentation.ts";
import { rankedOf } from "../src/presentations/reading.ts";
import { voiceOf } from "../src/text/voice.ts";
import { areaAxis, borders, cubeOf, detailsOf, inhabitants, periodAxis, towns } from "./data.ts";

const all = towns.map((_, index) => index);
const series = cubeOf([areaAxis([0, 1], false), periodAxis(2010, 2024)], ([area = 0, period = 0]) => inhabitants(area, 2010 + period));
const everyone = cubeOf([areaAxis(all, false), periodAxis(2024, 2024)], ([area = 0]) => inhabitants(area, 2024));

function subject(cube: Cube, change: Partial<Subject> = {}): Subject {
  return {
    cube,
    measured: detailsOf(),
    voice: voiceOf("nl"),
    mine: [{ level: "gemeente", code: "10002" }],
    plural: { nl: "gemeenten" },
    borders,
    id: "t",
    ...change,
  };
}

function named(code: string): Presentation {
  const found = presentations.find((each) => each.code === code);
  if (!found) throw new Error(code);
  return found;
}

const draw = (code: string, given: Subject): string => renderToStaticMarkup(named(code).draw(given));

/** The forms of the reading pages; `forms.test.tsx` runs over all. */
const pageForms = presentations.filter((each) => ["line", "map", "bar", "table"].includes(each.code));

describe.each(pageForms)("$code", (presentation) => {
  const given = subject(presentation.code === "map" || presentation.code === "bar" ? everyone : series);

  it("suits its figures, says what it shows, and sets no style of its own", () => {
    expect(presentation.suits(given)).toBe(true);
    const telling = presentation.tell(given);
    for (const text of [telling.title, telling.subtitle, telling.alt]) expect(text.length).toBeGreaterThan(3);
    const html = renderToStaticMarkup(presentation.draw(given));
    expect(html).not.toMatch(/\sstyle=/);
    if (presentation.code !== "table") expect(html).toContain(`aria-label="${telling.alt}"`);
  });

  it("speaks the other language", () => {
    const telling = presentation.tell({ ...given, voice: voiceOf("en") });
    expect(telling.alt).not.toBe(presentation.tell(given).alt);
  });
});

it.each(["bar", "map"])("a %s with a hidden figure in it does not say what is highest of all", (code) => {
  expect(named(code).tell(subject(everyone, { mine: [] })).title).toMatch(
    /^Van wat getoond mag worden heeft .+ het hoogste cijfer, .+ het laagste$/,
  );
  const open = { ...everyone, status: everyone.status.map((state) => (state === 2 || state === 7 ? 1 : state)) };
  expect(named(code).tell(subject(open, { mine: [] })).title).not.toContain("getoond");
});

describe("several own areas", () => {
  const mine = ["10002", "10001"].map((code) => ({ level: "gemeente", code }));

  it("have lines that differ by more than their colour, each with its name and sign at the end", () => {
    const html = draw("line", subject(series, { mine }));
    expect(html).toContain('class="series mine"');
    expect(html).toContain('class="series mine own-1"');
    expect(html.match(/class="sign own-1"/g)?.length).toBe(2);
    expect(named("line").tell(subject(series, { mine })).title).toMatch(/^In 2024 telde Berkendam .*\sinwoners, Aardekerke [\d.]+$/);
  });

  it("never lend their name to the line of another area", () => {
    const cube = cubeOf([areaAxis([7]), periodAxis(2020, 2024)], ([area = 0]) => (area === 0 ? -6 : 1000));
    const title = named("line").tell(
      subject(cube, { mine: [{ level: "gemeente", code: "10008" }], measured: detailsOf({ dataType: "other" }) }),
    ).title;
    expect(title).toMatch(/^Tussen 2020 en 2024 bleef het cijfer in het Noordelijk Gewest/);
  });

  it("are all marked in the table, the bars and the map, and named in what the map says", () => {
    expect(draw("table", subject(series, { mine })).match(/<th scope="col" class="n mine"/g)?.length).toBe(2);
    expect(draw("bar", subject(everyone, { mine })).match(/class="row mine"/g)?.length).toBe(2);
    expect(draw("map", subject(everyone, { mine })).match(/class="own"/g)?.length).toBe(2);
    expect(named("map").tell(subject(everyone, { mine })).title).toMatch(
      /^Berkendam staat \d+de en Aardekerke \d+de van \d+ gemeenten, van hoog naar laag$/,
    );
  });
});

describe("the table", () => {
  it("holds every figure of the cube", () => {
    const html = draw("table", subject(series));
    for (const value of series.values) expect(html).toContain(`>${voiceOf("nl").number(value)}<`);
  });

  it("says hidden and missing in words, and explains the signs below, only when used", () => {
    const html = draw(
      "table",
      subject(
        cubeOf([areaAxis([7, 9], false), periodAxis(2019, 2020)], ([area = 0, period = 0]) =>
          inhabitants(area === 0 ? 7 : 9, 2019 + period),
        ),
      ),
    );
    expect(html).toContain("verborgen om privacyredenen");
    expect(html).toContain('class="signs"');
    expect(draw("table", subject(series))).not.toContain('class="signs"');
  });

  it("says provisional in a word", () => {
    expect(draw("table", subject(series))).toContain("voorlopig");
  });
});

describe("the line", () => {
  it("names its lines at their ends, and describes each", () => {
    const html = draw("line", subject(series));
    expect(html).toContain(">Berkendam</text>");
    expect(named("line").tell(subject(series)).alt.replaceAll("\u00a0", " ")).toContain(
      "In 2024 telde Berkendam volgens voorlopige cijfers 12.899 inwoners, 11,2 % meer dan in 2010.",
    );
  });

  it("dashes what is provisional", () => {
    expect(draw("line", subject(series))).toContain('class="provisional"');
  });

  it("leaves out a count that would flatten the reader's own", () => {
    const cube = cubeOf([areaAxis([0]), periodAxis(2010, 2012)], ([area = 0]) => (area === 0 ? 9000 : 900000));
    expect(draw("line", subject(cube, { mine: [{ level: "gemeente", code: "10001" }] }))).not.toContain("Noordelijk");
  });

  it("is not offered for one period", () => {
    expect(named("line").suits(subject(everyone))).toBe(false);
  });
});

describe("the ranking", () => {
  it("gives equal figures one rank and skips the next", () => {
    const cube = cubeOf([areaAxis([0, 1, 2, 3], false), periodAxis(2024, 2024)], ([area = 0]) => [9, 7, 7, 1][area] ?? 0);
    expect(rankedOf(cube, 0).map((each) => each.position)).toEqual([1, 2, 2, 4]);
  });

  it("keeps the first, the last, and the reader's own with its neighbours", () => {
    const cube = cubeOf(
      [
        { ...areaAxis([], false), members: Array.from({ length: 40 }, (_, i) => ({ code: String(i), label: { nl: `A${i}` } })) },
        periodAxis(2024, 2024),
      ],
      ([area = 0]) => 100 - area,
    );
    const rows = excerptOf(rankedOf(cube, 0), [{ level: "gemeente", code: "20" }]);
    expect(rows.length).toBe(17);
    expect(rows.filter((each) => "skipped" in each)).toEqual([{ skipped: 13 }, { skipped: 12 }]);
  });
});

describe("the map", () => {
  it("draws each area once, the hidden one hatched, the reader's own with an outline", () => {
    const html = draw("map", subject(everyone));
    expect(html.match(/data-a=/g)?.length).toBe(towns.length);
    expect(html).toContain('class="hatched"');
    expect(html).toContain('class="own"');
    expect(html).toContain("1 gebied");
  });

  it("writes whole units and closes its shapes", () => {
    for (const { path } of bordersOf(borders).shapes) expect(path).toMatch(/^(M\d+ \d+l[-\d ]+z)+$/);
  });
});

describe("crossed dimensions", () => {
  const members = (codes: readonly string[]) => codes.map((code) => ({ code, label: { nl: code } }));
  const cube = cubeOf(
    [
      areaAxis([1], false),
      periodAxis(2024, 2024),
      { code: "leeftijd", label: { nl: "Leeftijd" }, role: "member", members: members(["jong", "oud"]) },
      { code: "geslacht", label: { nl: "Geslacht" }, role: "member", members: members(["V", "M"]) },
    ],
    ([, , row = 0, column = 0]) => (row === 1 && column === 1 ? -7 : 10 + row * 5 + column),
  );

  it("show the same figures as table and as bars", () => {
    const [table, bars] = [draw("table", subject(cube)), draw("bar", subject(cube))];
    for (const figure of ["10", "11", "15"]) {
      expect(table).toContain(`>${figure}<`);
      expect(bars).toContain(`>${figure}<`);
    }
    expect(table).toContain("verborgen om privacyredenen");
    expect(named("bar").tell(subject(cube)).title).toBe("Het hoogste cijfer in Berkendam: oud, V");
  });
});
