import { existsSync, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { formCodes } from "../src/presentations/forms.ts";
import { guardOf, isAllowed } from "../src/presentations/guarded.ts";
import { presentations } from "../src/presentations/index.ts";
import type { Presentation, Setting, Subject } from "../src/presentations/presentation.ts";
import { formName } from "../src/text/forms.ts";
import { voiceOf } from "../src/text/voice.ts";
import { casesWith, subjectOf } from "./form-cubes.ts";

const secret = 918273645;
const cases = Object.entries(casesWith(secret));
/** The same answers with something else under the hidden cells. */
const others = casesWith(55.5);
/** Forms that draw what no case holds. */
const composed = ["triptych", "strip"];
const elsewhere = ["flow-map", "flow-matrix"];

const draw = (form: Presentation, subject: Subject): string => renderToStaticMarkup(form.draw(subject));
const named = (code: string): Presentation => {
  const found = presentations.find((each) => each.code === code);
  if (!found) throw new Error(code);
  return found;
};
const given = (name: string, change: Partial<Subject> = {}): Subject => {
  const found = cases.find(([each]) => each === name)?.[1];
  if (!found) throw new Error(name);
  return subjectOf(found, change);
};

function valuesOf(setting: Setting): readonly string[] {
  if (setting.kind === "flag") return ["1", ""];
  if (setting.kind === "number") return [String(setting.min), String(setting.max)];
  if (setting.kind === "numbers") return [];
  const codes = setting.options.map((each) => each.value);
  return [...new Set([...codes.slice(0, 2), codes.at(-1) ?? ""])];
}

it("no form is listed twice, and each is known to the guard-rails and has its name in both languages", () => {
  const codes = presentations.map((each) => each.code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(Object.keys(guardOf).sort()).toEqual([...formCodes].sort());
  for (const code of formCodes) for (const language of ["nl", "en"] as const) expect(formName(code, voiceOf(language))).not.toBe("");
});

describe.each(presentations)("$code", (form) => {
  it.each(cases)("%s: never throws, says what it shows, gives nothing hidden away", (name, each) => {
    const subject = subjectOf(each);
    const [telling, html] = [form.tell(subject), draw(form, subject)];
    const text = JSON.stringify(telling) + html;
    expect(text).not.toMatch(/918.?273.?645|9182736/);
    const other = others[name];
    if (other) expect(draw(form, subjectOf(other))).toBe(html);
    if (!form.suits(subject)) return;
    expect(telling.title.length).toBeGreaterThan(3);
    expect(telling.subtitle.length).toBeGreaterThan(3);
    expect(telling.alt.length).toBeGreaterThan(form.code === "table" ? 3 : 20);
    expect(text).not.toMatch(/NaN|Infinity|undefined|\[object/);
    expect(html).not.toMatch(/\sstyle=/);
    if (form.code === "table") return;
    expect(html).toMatch(/role="img"/);
    const alt = telling.alt
      .replaceAll("&", "&amp;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#x27;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;");
    // What is made of several drawings says of each what it shows.
    if (composed.includes(form.code)) expect(html).not.toMatch(/role="img"(?! aria-label="[^"])/);
    else expect(html).toContain(`aria-label="${alt}"`);
    expect(form.tell({ ...subject, voice: voiceOf("en") }).alt).not.toBe(telling.alt);
  });

  it("is not offered where there is nothing to draw", () => {
    if (form.code === "table") return;
    for (const name of ["nothing", "all hidden", "no cells"]) expect([name, form.suits(given(name))]).toEqual([name, false]);
  });

  it("keeps what is set, and is as it was where a setting is unknown or impossible", { timeout: 60_000 }, () => {
    for (const [name, each] of cases) {
      const subject = subjectOf(each);
      if (!form.suits(subject)) continue;
      const wrong = {
        nonsense: "1",
        rows: "<b>",
        sort: "'",
        period: "1812",
        parts: "-3",
        against: "?",
        "at-area": "0",
        measure: "x",
        panels: "veel",
      };
      expect([name, draw(form, { ...subject, settings: wrong })]).toEqual([name, draw(form, subject)]);
      for (const setting of form.settings?.(subject) ?? []) {
        for (const value of valuesOf(setting)) {
          const set = { ...subject, settings: { [setting.code]: value } };
          const after = form.settings?.(set).find((one) => one.code === setting.code);
          if (after) expect([name, setting.code, after.value]).toEqual([name, setting.code, value]);
          expect(draw(form, set)).not.toMatch(/NaN|Infinity/);
        }
      }
    }
  });

  it("has its page of documentation, and looks as it did", async () => {
    const page = new URL(`../../docs/presentations/${form.code}.md`, import.meta.url);
    expect(existsSync(page)).toBe(true);
    expect(readFileSync(page, "utf8")).toMatch(/^# /);
    const found = cases.find(([, each]) => form.suits(subjectOf(each)));
    if (!found && elsewhere.includes(form.code)) return;
    expect(found).toBeDefined();
    if (!found) return;
    const html = draw(form, subjectOf(found[1])).replaceAll("><", ">\n<");
    await expect(`${html}\n`).toMatchFileSnapshot(`golden/forms/${form.code}.html`);
  });
});

describe("forms are offered where they make sense", () => {
  const offered = (name: string): readonly string[] => presentations.filter((each) => each.suits(given(name))).map((each) => each.code);

  it("parts of a whole for numbers that add up, and not for percentages", () => {
    expect(offered("parts")).toEqual(expect.arrayContaining(["pie", "ring", "stacked-bar", "stacked-100"]));
    for (const code of ["pie", "ring", "stacked-bar", "stacked-100", "area"]) expect(offered("series")).not.toContain(code);
  });

  it("no whole where a part of it is hidden", () => {
    for (const code of ["pie", "ring", "stacked-bar", "stacked-100", "area"]) expect(offered("hidden parts")).not.toContain(code);
  });

  it("a pyramid for two sides, a profile for several topics, dots for survey figures", () => {
    expect(offered("two dimensions")).toContain("pyramid");
    expect(offered("parts over time")).not.toContain("pyramid");
    expect(offered("profile")).toEqual(expect.arrayContaining(["profile-bar", "profile-wheel", "radar", "heat-map"]));
    expect(offered("series")).not.toContain("profile-bar");
    expect(offered("survey")).toContain("dot-interval");
    expect(offered("one period")).not.toContain("dot-interval");
  });

  it("never against the guard-rails where the whole answer is drawn", () => {
    for (const [, each] of cases) {
      const subject = subjectOf(each);
      for (const code of ["heat-map", "profile-bar", "profile-wheel"] as const) {
        if (named(code).suits(subject)) expect(isAllowed(subject, code)).toBe(true);
      }
    }
  });
});

describe("what is drawn", () => {
  const wideOf = (html: string): string => html.split('class="chart form narrow"')[0] ?? "";
  const widths = (html: string, className: string): readonly number[] =>
    [...wideOf(html).matchAll(new RegExp(`<rect class="${className}" x="[\\d.]+" y="[\\d.]+" width="([\\d.]+)"`, "g"))].map((each) =>
      Number(each[1]),
    );

  it("stacks parts to their shares: 10, 17.5 and 25 of 52.5 are 19, 33 and 48 %", () => {
    const html = draw(named("stacked-100"), given("parts"));
    const parts = [0, 1, 2].flatMap((kind) => widths(html, `f${kind}`));
    const total = parts.reduce((sum, each) => sum + each, 0);
    expect(parts.map((each) => Math.round((100 * each) / total))).toEqual([19, 33, 48]);
    expect(html).toMatch(/>19\s%</);
    expect(html).toMatch(/>48\s%</);
  });

  it("draws bars from zero: a figure twice as high is twice as long, and one below zero lies left", () => {
    const html = wideOf(draw(named("bar-beside"), given("negative")));
    const zero = Number(/class="zero" d="M([\d.]+)/.exec(html)?.[1]);
    const bars = [...html.matchAll(/<rect class="(?:t-mine|f-front)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map((each) => [
      Number(each[1]),
      Number(each[2]),
    ]);
    expect(bars.length).toBeGreaterThan(2);
    for (const [x = 0, width = 0] of bars) expect(Math.min(Math.abs(x - zero), Math.abs(x + width - zero))).toBeLessThan(0.3);
  });

  it("measures a profile in standard deviations, and as an index where that was set", () => {
    const bars = draw(named("profile-bar"), given("profile"));
    expect(bars).toMatch(/standaardafwijkingen/);
    expect(draw(named("profile-bar"), given("profile", { settings: { measure: "index" } }))).toMatch(/index/);
    expect(bars).toMatch(/p-worse|p-better/);
    // Every figure of the benchmark is higher than that of the town: each bar lies left of where they would be equal.
    const mark = Number(/class="benchmark-line" d="M([\d.]+)/.exec(wideOf(bars))?.[1]);
    const found = [...wideOf(bars).matchAll(/<rect class="p-\w+" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)];
    expect(found.length).toBe(5);
    for (const each of found) expect(Math.abs(Number(each[1]) + Number(each[2]) - mark)).toBeLessThan(0.3);
  });

  it("says hidden in a word, and hatches it", () => {
    const html = draw(named("grouped-bar"), given("hidden"));
    expect(html).toContain("-hidden)");
    expect(html).toMatch(/verborgen (om privacyredenen|door de bron)/);
  });

  it("puts two units on two axes", () => {
    const html = draw(named("line"), given("several units"));
    expect(html).toContain('class="second"');
    expect(html).toContain("→ Inkomen");
  });

  it("draws an excerpt of many areas and says so", () => {
    const html = draw(named("bar-beside"), given("many areas"));
    expect(html).toMatch(/van de 300 staan hier/);
    expect(html).toMatch(/data-a="10002"/);
  });

  it("puts every figure of any cube in its table", () => {
    for (const name of ["three dimensions", "several indicators", "parts over time", "two dimensions"]) {
      const subject = given(name);
      const cells = draw(named("table"), subject).match(/<td/g)?.length ?? 0;
      expect([name, cells]).toEqual([name, subject.cube.values.length]);
    }
  });

  it("stands as columns where that was set", () => {
    const lying = draw(named("stacked-bar"), given("parts over time"));
    const standing = draw(named("stacked-bar"), given("parts over time", { settings: { direction: "up" } }));
    expect(standing).not.toBe(lying);
  });
});
