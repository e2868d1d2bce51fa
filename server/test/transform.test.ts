import { type Status, statusNames } from "@peil/core/model/status.ts";
import { memberSplitter, parseSelection } from "@peil/core/query/address.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer } from "../src/answer.ts";
import type { Release } from "../src/release.ts";
import { openTestSite, type TestSite } from "./site.ts";

let site: TestSite;
let release: Release;
beforeAll(async () => {
  site = await openTestSite();
  release = site.releases.current();
}, 60_000);
afterAll(() => site.close());

const read = (question: string) => answer(release, parseSelection(question, { splitMember: memberSplitter(release.catalogue) }));

/** Figures to four decimals, or the names of states, of all cells. */
async function ask(question: string): Promise<string> {
  const cube = await read(question);
  return Array.from(cube.values, (value, at) => {
    const state = cube.status[at] as Status;
    return state === 0 ? String(Number(value.toFixed(4))) : statusNames[state];
  }).join(", ");
}

const inwoners = "indicator=inwoners&level=gemeente2024&period=2024";
const werkloosheid = "indicator=werkloosheid&level=gemeente2024&period=2024";

/** By hand from the figures of the invented region: 1100, 2000, 3300, 4000, 5500, 6000 inhabitants in 2024; 1000 … 6000 in 2023. */
const answers: readonly (readonly [question: string, answer: string])[] = [
  [`${inwoners}&transform=change:2023`, "100, 0, 300, 0, 500, 0"],
  [`${inwoners}&transform=growth:2023`, "10, 0, 10, 0, 10, 0"],
  [`${inwoners}&transform=index:2023`, "110, 100, 110, 100, 110, 100"],
  [`${inwoners},2023&area=01001,02001&transform=index:first`, "100, 110, 100, 110"],
  [`${inwoners},2023&area=01001&transform=growth:previous`, "empty, 10"],
  [`${inwoners}&area=01001&compare=land:L&transform=growth:2023`, "10, 4.2857"],
  [`${inwoners}&area=none&group=G:gemeente2024:01001,02001&transform=growth:2023`, "10"],
  [`${inwoners}&transform=share:column`, "5.0228, 9.1324, 15.0685, 18.2648, 25.1142, 27.3973"],
  [`${inwoners}&compare=land:L&area=01001,01002&transform=share:column`, "35.4839, 64.5161, not-applicable"],
  [`${inwoners}&area=01001,01002&compare=gemeente2024:02001&transform=share:column`, "35.4839, 64.5161, not-applicable"],
  [`${inwoners}&transform=share:parent:provincie2024`, "35.4839, 64.5161, 45.2055, 54.7945, 47.8261, 52.1739"],
  [`${werkloosheid}&area=01001&transform=share:column`, "not-available"],
  ["indicator=bevolking&level=gemeente2024&period=2024&area=02001&by=geslacht&transform=share:row", "42.8571, 57.1429"],
  // 30, 40, 40, 50 of 160.
  ["indicator=bevolking&level=gemeente2024&period=2024&area=02001,02002&by=geslacht&transform=share:table", "18.75, 25, 25, 31.25"],
  ["indicator=geboorten&level=gemeente2024&period=2024&transform=per:inwoners:1000", "11.8182, 12.5, 11.2121, 12.25, 11.0909, 12.1667"],
  // Of zero inhabitants nothing follows; a hidden denominator hides.
  [`${inwoners}&area=01001,01002,03002&transform=per:misdrijven:1`, "110, hidden, empty"],
  [`${inwoners}&transform=rank`, "6, 5, 4, 3, 2, 1"],
  // Lower is better, and 5 stands there twice: 1-2-3-4-4-6.
  [`${werkloosheid}&transform=rank`, "6, 4, 3, 4, 2, 1"],
  [`${werkloosheid}&area=02002&compare=land:L&transform=rank`, "4, not-applicable"],
  ["indicator=misdrijven&level=gemeente2024&period=2024&transform=rank", "2, hidden, not-applicable, unknown, empty, 1"],
  [`${inwoners}&transform=z-score`, "-1.4556, -0.9418, -0.1998, 0.1998, 1.056, 1.3414"],
  [`${werkloosheid}&transform=z-score`, "3.0413, 0.7925, 0.3427, 0.7925, -0.5569, -1.0066"],
  [`${werkloosheid}&area=01001&transform=z-score`, "3.0413"],
  [`${werkloosheid}&area=01001,03002&compare=land:L&transform=difference`, "6.7619, -2.2381, 0"],
  [`${werkloosheid}&area=01001,03002&compare=land:L&transform=ratio`, "3.0882, 0.3088, 1"],
  // 3.2381 in the country, 6.6667 in the province: first all differences from the one, then from the other.
  [`${werkloosheid}&area=01001&compare=land:L,provincie2024:01&transform=difference`, "6.7619, 0, 3.4286, 3.3333, -3.4286, 0"],
  [
    "indicator=geboorten&level=gemeente2024&area=01001&period=2024M01,2024M02,2024M03,2024M12&transform=moving-average:3",
    "empty, 1.3333, 1, empty",
  ],
  ["indicator=geboorten&level=gemeente2024&area=01001&period=2024M01,2024M02,2024M03&transform=moving-average:2", "empty, 1.5, 1"],
  // In order: growth of the rate is not the rate of the growth.
  ["indicator=geboorten&level=gemeente2024&area=01001,01002&period=2024&transform=per:inwoners:1000,rank", "4, 1"],
  [`${inwoners}&area=01001&transform=growth:2023,rank`, "1"],
];

describe("transformations", () => {
  for (const [question, wanted] of answers) test(question, async () => expect(await ask(question)).toBe(wanted));

  test("say what was done, in names, units and notes", async () => {
    const cube = await read(`${werkloosheid}&area=01001&compare=land:L,provincie2024:01&transform=difference`);
    expect(cube.axes[0]?.members.map((each) => [each.code, each.label.nl, each.unit?.nl])).toEqual([
      ["werkloosheid:land:L", "Werkloosheidsgraad, verschil met Merenland", "procentpunt"],
      ["werkloosheid:provincie2024:01", "Werkloosheidsgraad, verschil met Noordmeer", "procentpunt"],
    ]);
    expect(cube.notes).toContainEqual({
      kind: "transformation",
      text: { nl: "Het verschil met Merenland, Noordmeer.", en: "The difference from Lakeland, North Mere." },
    });
    const ranked = await read(`${werkloosheid}&transform=rank`);
    expect(ranked.axes[0]?.members[0]).toMatchObject({
      label: { nl: "Werkloosheidsgraad, plaats (1 is het laagste cijfer)" },
      decimals: 0,
    });
    const rate = await read("indicator=geboorten&level=gemeente2024&period=2024&transform=per:inwoners:1000");
    expect(rate.axes[0]?.members[0]?.unit?.nl).toBe("aantal per 1000 inwoners");
  });

  test("nothing to compare with is an error that says what to do", async () => {
    await expect(read(`${inwoners}&transform=ratio`)).rejects.toMatchObject({ code: "transformation-unfit" });
    await expect(read(`${inwoners}&transform=per:niets:1000`)).rejects.toMatchObject({ code: "indicator-unknown" });
    await expect(read(`${inwoners}&transform=share:parent:niets`)).rejects.toMatchObject({ code: "level-unknown" });
  });

  test("an estimate or a partial sum stays marked through a share", async () => {
    const shares = await read(`${inwoners}&transform=share:column`);
    expect(shares.flags).toBeUndefined();
    const sum = (values: Float64Array): number => values.reduce((total, each) => total + each, 0);
    expect(sum(shares.values)).toBeCloseTo(100, 9);
    const table = await read(
      "indicator=bevolking&level=gemeente2024&period=2024&area=01002,02001,02002&by=leeftijd5,geslacht&transform=share:table",
    );
    expect(sum(table.values)).toBeCloseTo(100, 9);
  });
});

describe("members taken together", () => {
  const bevolking = "indicator=bevolking&level=gemeente2024&period=2024&area=02001";
  const members = async (question: string) => (await read(question)).axes[3]?.members.map((each) => each.code).join(" ");
  test("stand in the place of their members, or beside them", async () => {
    const total = `${bevolking}&by=leeftijd5&member-group=Alle:leeftijd5_0004,leeftijd5_0509`;
    expect(await ask(total)).toBe("70");
    expect(await members(total)).toBe("group:Alle");
    const both = `${bevolking}&by=leeftijd1&member=leeftijd1_0,leeftijd1_1,leeftijd1_2&member-group=Jong:both:leeftijd1_0,leeftijd1_1`;
    expect(await members(both)).toBe("0 1 2 group:Jong");
    expect(await ask(both)).toBe("7, 7, 7, 14");
    expect(await ask(both.replace("both:", ""))).toBe("7, 14");
  });
  test("cross with other dimensions, other groups, areas and shares", async () => {
    const crossed = `${bevolking}&by=leeftijd5,geslacht&member-group=Jong:both:leeftijd5_0004&member-group=Allen:both:geslacht_M,geslacht_V`;
    // 0004, 0509 and the group by men, women and both.
    expect(await ask(crossed)).toBe("15, 20, 35, 15, 20, 35, 15, 20, 35");
    const grouped =
      "indicator=bevolking&level=gemeente2024&period=2024&area=none&group=G:gemeente2024:02001,02002&by=leeftijd1&member=leeftijd1_2&member-group=Jong:leeftijd1_0,leeftijd1_1";
    expect(await ask(grouped)).toBe("16, 32");
    // What stands beside its parts counts once: 15 + 20 is 35.
    expect(await ask(`${bevolking}&by=geslacht&member-group=Allen:both:geslacht_M,geslacht_V&transform=share:row`)).toBe(
      "42.8571, 57.1429, 100",
    );
  });
  test("need their classification as an axis", async () => {
    await expect(read(`${bevolking}&member-group=Jong:leeftijd1_0`)).rejects.toMatchObject({ code: "selection-invalid" });
  });
});
