import { describe, expect, test } from "vitest";
import { parseAddress } from "../src/address.ts";
import { snippets } from "../src/code/index.ts";
import { type Asked, oneLine, plainAddress } from "../src/code/snippet.ts";
import type { Around } from "../src/page.ts";
import { codePage } from "../src/pages/code.tsx";
import { staticMarkup } from "../src/static-markup.ts";
import { voiceOf } from "../src/text/voice.ts";

const file = (extension: string): string =>
  plainAddress(
    `https://peil.example/api/v1/data.${extension}?indicator=inwoners&level=gemeente&area=01001,44021&period=last:5&compare=gewest:2000`,
  );
const asked: Asked = { title: 'Inwoners & "meer" – Peil', file };
/** Everything that could end a text, a comment or a command. */
const odd: Asked = {
  title: "a\nb\r\u2028c */ -- ''' ''' `$(x)` \" \\ #(lf) %n",
  file: (extension) =>
    plainAddress(
      `https://peil.example/api/v1/data.${extension}?group=Kust 'n "zee":gemeente:1&area=a\\b,$(id),\`x\`,#(lf),€,%2C\n!*()<>|;^`,
    ),
};

describe("programs beside a figure", () => {
  for (const snippet of snippets) {
    test(`${snippet.name} is as written`, async () => {
      await expect(`${snippet.write(asked)}\n`).toMatchFileSnapshot(`golden/code-${snippet.name}.txt`);
    });

    test(`${snippet.name} cannot be ended by what it quotes`, () => {
      const lines = snippet.write(odd).split(/[\n\r\u2028\u2029]/);
      expect(lines).toHaveLength(snippet.write(asked).split("\n").length);
      // Only the first line, a comment, holds what somebody else wrote as it is.
      const [comment = "", ...rest] = lines;
      expect(comment).toMatch(/^(#|\/\/) a b c /);
      const [, address = ""] = /"(https:[^"]*)"/.exec(rest.join("\n")) ?? [];
      expect(address).toMatch(/^[\w\-.~:/?&=,%@+[\]]+$/);
      expect(rest.join("\n").split("https:")).toHaveLength(2);
    });
  }

  test("a plain address asks the same", () => {
    const given = 'https://peil.example/x?group=Kust \'n "zee"&area=a\\b,$(id),€,a%2Cb,😀';
    const plain = plainAddress(given);
    expect(new URL(plain).searchParams.get("group")).toBe('Kust \'n "zee"');
    expect(new URL(plain).searchParams.get("area")).toBe("a\\b,$(id),€,a,b,😀");
    expect(plainAddress(plain)).toBe(plain);
    expect(oneLine(" a\t\n b\u0000c ")).toBe("a b c");
  });
});

describe("the page of programs", () => {
  const around = (address: string): Around => {
    const { language, place } = parseAddress(address);
    const read = async (name: string) => {
      if (name === "details") return [{ code: "inwoners", name: { nl: "Inwoners", en: "Inhabitants" } }];
      return { around: {}, indicators: [] };
    };
    const site = { name: { nl: "Peil" }, motto: { nl: "" }, style: "default", origin: "https://peil.example" };
    return {
      voice: voiceOf(language),
      frame: { site, release: { id: "abcdef01", at: "2026-01-15T11:00:00Z" } },
      place,
      read,
      was: undefined,
    } as Around;
  };
  const draw = async (address: string): Promise<string> => {
    const here = around(address);
    return staticMarkup((await codePage(here, here.place as never)).body);
  };

  test("gives whole addresses of the question as it is asked, and a way to keep this release", async () => {
    const html = await draw("/en/code?indicator=inwoners&level=gemeente&area=44021&mtm_campaign=x");
    expect(html).toContain("https://peil.example/en/api/v1/data.csv?indicator=inwoners&amp;level=gemeente&amp;area=44021&quot;");
    expect(html).not.toContain("mtm_campaign");
    expect(html).toContain('href="/en/code?indicator=inwoners&amp;level=gemeente&amp;area=44021&amp;release=abcdef01"');
    const fixed = await draw("/code?indicator=inwoners&level=gemeente&release=abcdef01");
    expect(fixed).toContain("data.json?indicator=inwoners&amp;level=gemeente&amp;release=abcdef01&quot;");
  });

  test("says what is wrong with a question", async () => {
    await expect(draw("/code?level=gemeente")).rejects.toMatchObject({ code: "selection-invalid" });
  });
});
