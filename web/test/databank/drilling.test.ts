import { describe, expect, it } from "vitest";
import { levelBelow } from "../../src/databank/drilling.ts";

const level = (alias: string, count: number, within?: readonly string[]) => ({
  ...{ alias, count, name: { nl: alias }, plural: { nl: alias } },
  ...(within === undefined ? {} : { within }),
});
const levels = [
  level("gewest", 3, []),
  level("provincie", 6, ["gewest"]),
  level("provincie2024", 6, ["gewest"]),
  level("regio", 15, ["provincie", "gewest"]),
  level("arrondiss2018", 23, ["provincie"]),
  level("arrondiss", 22, ["provincie", "gewest"]),
  level("gemeente", 285, ["arrondiss", "provincie", "gewest"]),
];

describe("looking within an area", () => {
  it("goes to the next finer level that lies in it, of today first", () => {
    expect(levelBelow("provincie", levels, levels)).toBe("arrondiss");
    expect(levelBelow("arrondiss", levels, levels)).toBe("gemeente");
    expect(levelBelow("gemeente", levels, levels)).toBeUndefined();
  });

  it("goes to a level of another time where there is no other, and nowhere that does not lie in it", () => {
    const without = levels.filter((each) => !["arrondiss", "gemeente", "regio"].includes(each.alias));
    expect(levelBelow("provincie", without, levels)).toBe("arrondiss2018");
    expect(levelBelow("regio", levels, levels)).toBeUndefined();
  });

  it("goes to the finest level of today where nobody knows what lies in what", () => {
    const plain = levels.map(({ alias, count }) => level(alias, count));
    expect(levelBelow("provincie", plain, undefined)).toBe("gemeente");
    expect(levelBelow("gemeente", plain, plain)).toBeUndefined();
    expect(levelBelow("elders", plain, plain)).toBeUndefined();
  });
});
