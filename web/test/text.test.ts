import { describe, expect, it } from "vitest";
import { en } from "../src/text/en.ts";
import { nl } from "../src/text/nl.ts";
import { periodAsNumber, periodName } from "../src/text/period.ts";
import { figure } from "../src/text/unit.ts";
import { voiceOf } from "../src/text/voice.ts";

function keysOf(value: unknown, path = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, each]) => keysOf(each, `${path}.${key}`));
}

function textsOf(value: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, `${path}.${key}`));
}

describe("messages", () => {
  it("exist in both languages, every one", () => {
    expect(keysOf(en)).toEqual(keysOf(nl));
  });

  it("are translated, except what is the same in both", () => {
    const same = new Set([".about.contactTitle", ".foot.contact", ".indicator.ratings.unknown"]);
    const dutch = new Map(textsOf(nl));
    const left = textsOf(en).filter(([key, text]) => dutch.get(key) === text && !same.has(key));
    expect(left).toEqual([]);
  });
});

describe("numbers and periods", () => {
  it("are written as the language does", () => {
    expect(voiceOf("nl").number(1234.5, 1)).toBe("1.234,5");
    expect(voiceOf("en").number(1234.5, 1)).toBe("1,234.5");
    expect(voiceOf("nl").number(-0.04, 1)).toBe("0,0");
    expect(voiceOf("nl").number(-3)).toBe("−3");
    expect(figure(23.4, { nl: "%" }, 1, voiceOf("nl"))).toBe("23,4\u00a0%");
    expect(figure(23.4, { nl: "%" }, 1, voiceOf("en"))).toBe("23.4%");
    expect(figure(12, { nl: "aantal", en: "number" }, 0, voiceOf("nl"))).toBe("12");
  });

  it("stand on a time axis", () => {
    expect(periodName("2024Q3", voiceOf("en"))).toBe("3rd quarter 2024");
    expect(periodAsNumber("2024M07")).toBe(2024.5);
    expect(periodAsNumber("onzin")).toBeUndefined();
  });
});
