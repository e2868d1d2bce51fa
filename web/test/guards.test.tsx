import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { render } from "../src/entry-server.tsx";
import { Cautions, Refused } from "../src/pages/guard-notes.tsx";
import { line } from "../src/presentations/line.tsx";
import { map } from "../src/presentations/map.tsx";
import type { Subject } from "../src/presentations/presentation.ts";
import { voiceOf } from "../src/text/voice.ts";
import { areaAxis, borders, cubeOf, detailsOf, periodAxis, read, towns } from "./data.ts";

const voice = voiceOf("nl");
const measured = detailsOf({ provisional: [] });
const everyone = cubeOf([areaAxis([...towns.keys()], false), periodAxis(2024, 2024)], ([area = 0]) => 100 + area);
const series = cubeOf([areaAxis([0], false), periodAxis(2020, 2024)], ([, period = 0]) => 100 + period);
const subject = (change: Partial<Subject>): Subject => ({
  cube: everyone,
  measured,
  voice,
  plural: { nl: "gemeenten" },
  borders,
  id: "t",
  ...change,
});

describe("the guard-rails on a page", () => {
  it("decide which ways suit", () => {
    expect(line.suits(subject({ cube: series }))).toBe(true);
    const timeless = { ...measured, measure: { ...measured.measure, periodType: "independent" as const } };
    expect(line.suits(subject({ cube: series, measured: timeless }))).toBe(false);
    expect(map.suits(subject({}))).toBe(true);
    const words = { ...measured, measure: { ...measured.measure, dataType: "label" as const } };
    expect(line.suits(subject({ cube: series, measured: words }))).toBe(false);
  });

  it("say what must be said with a map of a count, in the language of the page", async () => {
    expect(renderToStaticMarkup(<Cautions subject={subject({})} code="map" voice={voice} />)).toContain(
      "De grootte van het gebied telt mee",
    );
    const share = { ...measured, measure: { ...measured.measure, dataType: "percentage" as const } };
    expect(renderToStaticMarkup(<Cautions subject={subject({ measured: share })} code="map" voice={voice} />)).toBe("");
    expect((await render("/en/indicator/inwoners", read)).html).toContain("The size of the area matters");
    expect((await render("/en/indicator/ouderen", read)).html).not.toContain("The size of the area matters");
  });

  it("say that regions differ where they do", () => {
    const share = { ...measured, measure: { ...measured.measure, dataType: "percentage" as const } };
    const html = (regions: number): string =>
      renderToStaticMarkup(<Cautions subject={subject({ measured: share, around: { regions } })} code="map" voice={voice} />);
    expect([html(1), html(2).includes("verschillende gewesten")]).toEqual(["", true]);
  });

  it("say why a way is not offered, and nothing of what is", () => {
    const html = renderToStaticMarkup(
      <Refused
        ways={[
          { show: "line", subject: subject({}) },
          { show: "map", subject: subject({}) },
        ]}
        voice={voice}
      />,
    );
    expect(html).toContain("Er is maar één periode");
    expect(html).toContain("<dt>Lijn</dt>");
    expect(html).not.toContain("<dt>Kaart</dt>");
    expect(renderToStaticMarkup(<Refused ways={[{ show: "map", subject: subject({}) }]} voice={voice} />)).toBe("");
  });
});

describe("similar areas on the page of an area", () => {
  it("say in what they are closest and farthest, by weight apart", async () => {
    const { html } = await render("/area/gemeente/10004", read);
    expect(html).toContain("Gelijkende gemeenten");
    expect(html).toContain(
      "Het dichtst bij elkaar: Inwoners (30.000\u00a0inwoners, tegenover 34.000 hier). Het verst uit elkaar: Ouderen (24\u00a0%, tegenover 21 hier).",
    );
    expect(html).toContain("Inwoners: 50.000\u00a0inwoners, tegenover 34.000 hier.");
    expect(html).toContain(
      "Gezocht onder 10 andere gemeenten in het Noordelijk Gewest. 1 mist een cijfer en telt niet mee. Cijfers van 2024.",
    );
  });

  it("lead to other ways, and to all of them beside the area", async () => {
    const { html } = await render("/en/area/gemeente/10004?compare=gemeente:10002&similar=leeftijd", read);
    expect(html).toContain('href="/en/area/gemeente/10004?compare=gemeente:10002&amp;similar=grootte#similar-areas"');
    expect(html).toMatch(/aria-current="true" lang="nl">leeftijden/);
    expect(html).toContain('href="/en/area/gemeente/10004?compare=gemeente:10003%2Cgemeente:10005&amp;similar=leeftijd"');
    expect(html).toContain("Similar municipalities");
  });
});
