import { createElement, useState } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { quickMarkup, staticMarkup } from "../src/static-markup.ts";
import { formatNumber } from "../src/text/voice.ts";

const nothing = null;

const cases = {
  text: <p title={'"a" & <b>'}>{["‘é’ & <b> \"c\" 'd' → − ", 0, -1.5, true, false, null, undefined, <b key="x">x</b>]}</p>,
  booleans: (
    <details open hidden={false} aria-hidden data-open={false} data-none="" draggable={false} spellCheck>
      <summary>s</summary>
    </details>
  ),
  numbers: (
    <table>
      <tbody>
        <tr>
          <td colSpan={2} rowSpan={0} />
          <td colSpan={0} data-n={0} />
        </tr>
      </tbody>
    </table>
  ),
  drawing: (
    <svg viewBox="0 0 1 1" className="a b" aria-label="x" focusable="false" preserveAspectRatio="none">
      <path d="M0 0" strokeWidth={2} strokeDasharray="2 1" fillOpacity={0} markerEnd="url(#a)" clipPath="url(#b)" vectorEffect="none" />
      <text x={0} y="0.5" textAnchor="middle" dominantBaseline="central" fontSize={12} transform="rotate(1)">
        1
      </text>
      <pattern id="p" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" />
      <use xlinkHref="#p" />
    </svg>
  ),
  form: (
    <form method="get" className="f" action="/x?a=1&b=2" data-follow="">
      <label htmlFor="i">l</label>
      <input defaultValue="5 < 6" type="text" id="i" name="q" autoComplete="off" required maxLength={3} size={3} readOnly={false} />
      <input type="checkbox" name="c" value="" checked readOnly />
      <input type="radio" defaultChecked={false} name="r" value={0} disabled />
      <button name="b" value="1" type="submit" disabled={false} formNoValidate>
        b
      </button>
      <select name="s" defaultValue="2" multiple={false}>
        <optgroup label="g &">
          <option value="1">een</option>
          <option value={2} lang="nl" disabled>
            twee
          </option>
          <option>2</option>
        </optgroup>
      </select>
      <select defaultValue="">
        <option value="">-</option>
        <option value="x" hidden>
          x
        </option>
      </select>
      <output htmlFor="i" />
    </form>
  ),
  links: (
    <>
      <pre className="code">{"a\n < b"}</pre>
      <noscript>
        <p>zonder</p>
      </noscript>
      <a href="/a?b=c&d" hrefLang="en" download rel="noreferrer" target="_blank">
        a
      </a>
      <a href="#m" download="x.csv">
        {nothing}
      </a>
      <br />
      <hr className="x" />
      <time dateTime="2024-01-01">1</time>
    </>
  ),
};

test.each(Object.entries(cases))("%s is written to the byte as React writes it, without React", (_, node) => {
  expect(quickMarkup(node)).toBe(renderToStaticMarkup(node));
  // What was learned the first time holds the second.
  expect(quickMarkup(node)).toBe(renderToStaticMarkup(node));
});

function Counting() {
  const [count] = useState(3);
  return <i>{count}</i>;
}

const left = {
  script: createElement("a", { href: "\tjavascript:alert(1)" }, "x"),
  empty: createElement("a", { href: "" }, "x"),
  style: <i style={{ color: "red" }}>x</i>,
  raw: createElement("i", { ["dangerously" + "SetInnerHTML"]: { __html: "<b>x</b>" } }),
  state: <Counting />,
  custom: createElement("peil-figure", { className: "x" }),
  several: (
    <select multiple defaultValue={["1", "2"]}>
      <option value="1">1</option>
    </select>
  ),
  pre: <pre>{"\nx"}</pre>,
  area: <textarea defaultValue="x" />,
};

test.each(Object.entries(left))("what is not known is left to React: %s", (_, node) => {
  expect(quickMarkup(node)).toBeUndefined();
  expect(staticMarkup(node)).toBe(renderToStaticMarkup(node));
});

test("an error of a component comes through", () => {
  const Broken = (): never => {
    throw new RangeError("broken");
  };
  expect(() => staticMarkup(<Broken />)).toThrow(new RangeError("broken"));
});

test("numbers are written as the system writes them", () => {
  const locales = { nl: "nl-BE", en: "en-GB", fr: "fr-BE" } as const;
  const hard = [0, -0, 0.5, 1.5, 2.5, -2.5, 1.005, 1.45, 0.045, 999.95, 999_999.5, 1e9, 1e21, 1e-7, 123456.789, Number.POSITIVE_INFINITY];
  let seed = 1;
  const chance = (): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const drawn = Array.from({ length: 1500 }, (_, at) => Math.round(chance() * 10 ** (at % 12)) / 10 ** (at % 7));
  const wrong: unknown[] = [];
  for (const language of ["nl", "en", "fr"] as const)
    for (const decimals of [0, 1, 2, 4]) {
      const format = new Intl.NumberFormat(locales[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
      for (const value of [...hard, ...drawn, ...drawn.map((each) => -each)]) {
        const text = format.format(value);
        const expected = (/^-[0.,\s]*$/.test(text) ? text.slice(1) : text).replace("-", "−");
        const got = formatNumber(value, decimals, language);
        if (got !== expected) wrong.push({ value, decimals, language, expected, got });
      }
    }
  expect(wrong).toEqual([]);
});
