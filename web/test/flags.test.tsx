import { type Cube, cellFlag } from "@peil/core/model/cube.ts";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { presentations } from "../src/presentations/index.ts";
import { plainOf, spokenOf } from "../src/presentations/parts.tsx";
import type { Subject } from "../src/presentations/presentation.ts";
import { voiceOf } from "../src/text/voice.ts";
import { areaAxis, borders, cubeOf, detailsOf, periodAxis } from "./data.ts";

const measured = detailsOf({ provisional: [], breaks: [] });
const plain = cubeOf([areaAxis([0, 1], false), periodAxis(2020, 2022)], ([area = 0, period = 0]) => 1000 * (area + 1) + period);
// The first area's figure of 2021 is estimated, the second one's of 2022 a partial sum.
const flagged: Cube = { ...plain, flags: Uint8Array.of(0, cellFlag.estimated, 0, 0, 0, cellFlag.partial) };

function draw(code: string, cube: Cube, language: "nl" | "en" = "nl"): string {
  const mine = [{ level: "gemeente", code: "10001" }];
  const subject: Subject = { cube, measured, voice: voiceOf(language), mine, plural: { nl: "gemeenten" }, borders, id: "t" };
  return renderToStaticMarkup(presentations.find((each) => each.code === code)?.draw(subject) as ReactElement);
}

describe("estimated and partial figures", () => {
  it("carry a sign in the table, words for who does not see it, and a legend", () => {
    const html = draw("table", flagged);
    expect(html).toMatch(/1\.001<small class="mark" title="geschat"><span aria-hidden="true"> ≈<\/span><span class="unseen"> \(geschat\)/);
    expect(html.match(/title="deelsom: er ontbreken gebieden"/g)?.length).toBe(1);
    expect(html).toContain("<dd>geschat</dd>");
    expect(html).toContain("<dd>deelsom: er ontbreken gebieden</dd>");
    expect(draw("table", flagged, "en")).toContain("<dd>partial sum: areas are missing</dd>");
  });

  it("leave a table without them as it was", () => {
    expect(draw("table", plain)).not.toMatch(/flagged|≈|class="signs"/);
  });

  it("have a stretch of their own in a line", () => {
    expect(draw("line", flagged)).toContain('class="estimated"');
    expect(draw("line", plain)).not.toContain('class="estimated"');
  });

  it("are said where a figure stands in a sentence", () => {
    const voice = voiceOf("nl");
    expect(plainOf({ value: 12, status: 0, flags: 3 }, 0, voice)).toBe("12 ≈ ⁺");
    expect(spokenOf({ value: 12, status: 0, flags: cellFlag.estimated }, measured, voice)).toMatch(/^12\s.*\(geschat\)$/);
    expect(spokenOf({ value: 12, status: 0 }, measured, voice)).not.toContain("(");
  });
});
