import fc from "fast-check";
import { expect, test } from "vitest";
import { suggest } from "../../src/query/suggest.ts";

test("nearest first, ties in their own order", () => {
  expect(suggest("inwonrs", ["woningen", "inwoners", "inwoner", "INWONRS"])).toEqual(["INWONRS", "inwoners", "inwoner"]);
  expect(suggest("ab", ["ax", "xb", "cd"])).toEqual(["ax", "xb"]);
});

test("a swap of neighbours counts once", () => {
  expect(suggest("ivn", ["inv", "abc"])).toEqual(["inv"]);
});

test("what goes on comes after what is misspelt", () => {
  expect(suggest("bevolk", ["bevolking_totaal", "bevolg"])).toEqual(["bevolg", "bevolking_totaal"]);
  expect(suggest("be", ["bevolking"])).toEqual([]);
});

test("nothing near, nothing said; never more than asked, never twice", () => {
  expect(suggest("", ["a"])).toEqual([]);
  expect(suggest("inwoners", ["fietspaden", "leegstand"])).toEqual([]);
  expect(suggest("aab", ["aaa", "aac", "aad", "aae"], 2)).toEqual(["aaa", "aac"]);
  expect(suggest("aab", ["aaa", "aaa"])).toEqual(["aaa"]);
});

test("one change in a word of three letters or more is always found", () => {
  const letters = fc.array(fc.constantFrom(..."abcde_1"), { minLength: 3, maxLength: 12 }).map((each) => each.join(""));
  fc.assert(
    fc.property(letters, fc.nat(), fc.constantFrom("x", ""), (word, at, by) => {
      const place = at % word.length;
      expect(suggest(word.slice(0, place) + by + word.slice(place + 1), [word])).toEqual([word]);
    }),
  );
});
