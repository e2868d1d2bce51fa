import { describe, expect, it } from "vitest";
import { render } from "../src/entry-server.tsx";
import { lastResults, type Results, statusOf } from "../src/pages/accessibility-results.ts";
import { formCodes } from "../src/presentations/forms.ts";
import { accessibilityEn } from "../src/text/accessibility-en.ts";
import { accessibilityNl } from "../src/text/accessibility-nl.ts";
import { read } from "./data.ts";

const results = lastResults();

describe("the results that the statement is made of", () => {
  it("are kept, and name every kind of page and every form", () => {
    const missing = (all: readonly string[], tested: readonly string[] = []) => all.filter((each) => !tested.includes(each));
    expect(missing(Object.keys(accessibilityNl.pages), results?.pages)).toEqual([]);
    expect(missing(formCodes, results?.forms)).toEqual([]);
    expect(results?.opened).toBeGreaterThan(40);
  });

  it("hold nothing that is broken and that the statement does not explain, in both languages", () => {
    for (const words of [accessibilityNl, accessibilityEn]) {
      const unexplained = (results?.violations ?? []).filter((each) => words.wrong[each.rule] === undefined);
      expect(unexplained).toEqual([]);
    }
  });

  it("decide the status: in part as soon as one rule is broken, nothing at all without results", () => {
    const clean = { ...(results as Results), violations: [] };
    expect(statusOf(clean)).toBe("full");
    expect(statusOf({ ...clean, violations: [{ rule: "color-contrast", where: ["home"] }] })).toBe("partial");
    expect(statusOf(undefined)).toBe("unknown");
  });
});

describe("the statement", () => {
  it.each([
    ["/toegankelijkheid", accessibilityNl],
    ["/en/accessibility", accessibilityEn],
  ] as const)("at %s says what the law asks", async (address, words) => {
    const { html: escaped, status } = await render(address, read);
    const html = escaped.replaceAll("&#x27;", "'");
    expect(status).toBe(200);
    for (const title of ["scopeTitle", "statusTitle", "wrongTitle", "preparedTitle", "feedbackTitle", "enforceTitle"] as const)
      expect(html).toContain(`<h2>${words[title]}</h2>`);
    expect(html).toContain('href="mailto:cijfers@example.org"');
    expect(html).toContain("https://www.vlaamseombudsdienst.be/");
    expect(html).toContain(words.notByPeople);
    expect(html).toContain(words.status[statusOf(results)]);
    expect(html).not.toMatch(/undefined|NaN|\[object/);
  });
});
