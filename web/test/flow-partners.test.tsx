import type { FlowView, IndicatorView } from "@peil/core/api.ts";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { FlowPartners } from "../src/pages/flow-partners.tsx";
import type { Story } from "../src/pages/story.ts";
import { voiceOf } from "../src/text/voice.ts";
import { areaAxis, cubeOf, detailsOf, periodAxis } from "./data.ts";

/** Commuters to one town from three others; the last is hidden. */
function story(side: FlowView["side"], language: "nl" | "en" = "nl"): Story {
  const partner = { code: "partner", label: { nl: "Ander gebied" }, role: "member" as const, members: areaAxis([1, 2, 3], false).members };
  const plain = cubeOf([areaAxis([0], false), periodAxis(2024, 2024), partner], ([, , at = 0]) => [1200, 300, -1][at] ?? 0);
  const status = Uint8Array.from([0, 0, 2]);
  const note = { kind: "footnote" as const, text: { nl: "De 12 andere gebieden samen: 90.", en: "The 12 other areas together: 90." } };
  const cube = { ...plain, status, notes: [note] };
  const selection = {
    indicators: ["pendel"],
    level: "gemeente",
    areas: { kind: "list" as const, codes: ["10001"] },
    compare: [],
    periods: { kind: "all" as const },
    by: [],
    members: [],
    pseudo: false,
  };
  const level = { alias: "gemeente", name: { nl: "gemeente" }, plural: { nl: "gemeenten" }, count: 3 };
  const flow: FlowView = { side, sides: ["out", "in", "net", "gross"], kind: "directed", level, cube, selection };
  const details = {
    ...detailsOf({ dataType: "count", unit: { nl: "pendelaars", en: "commuters" }, decimals: 0 }),
    code: "pendel",
    name: { nl: "Pendelaars", en: "Commuters" },
  };
  return { view: { details, selection, flow } as unknown as IndicatorView, voice: voiceOf(language), show: undefined } as unknown as Story;
}

describe("partners of a flow", () => {
  it("stand in a table with bars, the largest in a sentence, the rest in a remark", () => {
    const html = renderToStaticMarkup(<FlowPartners story={story("in")} />);
    expect(html).toMatch(/Het meest van [^:<]+: 1\.200\spendelaars\./);
    expect(html.match(/<svg class="bar"/g)).toHaveLength(2);
    expect(html).toContain("De 12 andere gebieden samen: 90.");
    expect(html).toContain("<caption>Pendelaars, inkomend, 2024 (pendelaars)</caption>");
    expect(html).toContain('class="n hidden"');
  });

  it("offer the other sides as links that keep the rest of the question", () => {
    const html = renderToStaticMarkup(<FlowPartners story={story("in", "en")} />);
    expect(html).toMatch(/<a href="\/en\/indicator\/pendel\?[^"]*area=10001[^"]*flow=net[^"]*">Net<\/a>/);
    expect(html).toMatch(/aria-current="true">Incoming</);
  });

  it("are not there for other indicators", () => {
    const { view, ...rest } = story("in");
    expect(renderToStaticMarkup(<FlowPartners story={{ ...rest, view: { ...view, flow: undefined } as unknown as IndicatorView }} />)).toBe(
      "",
    );
  });
});
