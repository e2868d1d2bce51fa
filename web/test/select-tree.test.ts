import { describe, expect, it } from "vitest";
import { highlight } from "../src/databank/select/fold.ts";
import { keepGroups, readGroups, withGroup } from "../src/databank/select/groups-kept.ts";
import { codesInBox } from "../src/databank/select/map-shapes.ts";
import { recognise } from "../src/databank/select/names.ts";
import { openTree, pathOf } from "../src/databank/select/tree-index.ts";
import { moveFor, rowForTyped, siblingsOf } from "../src/databank/select/tree-keys.ts";
import { between, revealed, rowsOf, topsOf } from "../src/databank/select/tree-rows.ts";
import { searchTree } from "../src/databank/select/tree-search.ts";
import { view } from "./select-world.ts";

const tree = openTree(view, "nl");
const shown = (opened: ReadonlyMap<number, boolean>, typed = ""): string[] =>
  rowsOf(tree, opened, searchTree(tree, typed)).map((row) => `${row.level} ${row.position}/${row.size} ${tree.labelOf(row.at)}`);

describe("the rows of the tree", () => {
  it("are the themes at first, with their place among their siblings", () => {
    expect(shown(new Map())).toEqual(["1 1/2 Bevolking", "1 2/2 Economie"]);
  });

  it("stand under what is open, with level, position and size", () => {
    expect(
      shown(
        new Map([
          [0, true],
          [2, true],
        ]),
      ),
    ).toEqual([
      "1 1/2 Bevolking",
      "2 1/2 Inwoners",
      "2 2/2 Leeftijd",
      "3 1/2 Bevolking naar leeftijd",
      "3 2/2 Leerlingen naar geslacht",
      "1 2/2 Economie",
    ]);
  });

  it("are opened down to a place that is shown", () => {
    expect([...revealed(tree, new Map(), 4)]).toEqual([
      [2, true],
      [0, true],
    ]);
    expect(pathOf(tree, 4)).toEqual(["Bevolking", "Leeftijd"]);
  });

  it("are counted once for an indicator with two places", () => {
    expect(tree.countBelow(0)).toBe(3);
    expect(tree.placesOf("INWONERS")).toEqual([1, 7]);
  });

  it("are found by height, whatever the height of each", () => {
    const rows = rowsOf(tree, new Map([[0, true]]), undefined);
    const tops = topsOf(rows, { folder: 10, item: 30 });
    expect([...tops]).toEqual([0, 10, 40, 50, 60]);
    expect(between(tops, 10, 41)).toEqual([1, 3]);
    expect(between(tops, 39, 40)).toEqual([1, 2]);
    expect(between(tops, 60, 99)).toEqual([4, 4]);
  });
});

describe("searching in the tree", () => {
  it("finds aliases whatever capitals and accents, and keeps what stands above", () => {
    expect(shown(new Map(), "EEN buurt")).toEqual(["1 1/1 Economie", "2 1/1 Bewoners van één buurt"]);
  });

  it("finds an indicator under its own name too where it has an alias, and by its code", () => {
    expect(searchTree(tree, "inwoners")).toMatchObject({ indicators: 1, themes: 0 });
    expect(shown(new Map(), "inwoners")).toHaveLength(4);
    expect(searchTree(tree, "kubus")?.indicators).toBe(1);
  });

  it("lets the themes above answer for a word, but not for all of them", () => {
    expect(shown(new Map(), "leeftijd geslacht")).toEqual(["1 1/1 Bevolking", "2 1/1 Leeftijd", "3 1/1 Leerlingen naar geslacht"]);
    expect(searchTree(tree, "economie")).toMatchObject({ indicators: 0, themes: 1 });
  });

  it("leaves what stands in a theme that was found behind its arrow", () => {
    expect(shown(new Map(), "economie")).toEqual(["1 1/1 Economie"]);
    expect(shown(new Map([[5, true]]), "economie")).toHaveLength(5);
  });

  it("says nothing where nothing was typed, and finds nothing where nothing is", () => {
    expect(searchTree(tree, "  ")).toBeUndefined();
    expect(searchTree(tree, "qqxx")).toMatchObject({ indicators: 0, themes: 0 });
  });

  it("marks what was found, in the text as it is written", () => {
    const marked = highlight("Ééngezin in Één huis", ["een"]).filter((each) => each.hit);
    expect(marked.map((each) => each.text)).toEqual(["Één", "Één"]);
    expect(highlight("Straßen", ["en"]).map((each) => each.text)).toEqual(["Straß", "en"]);
  });
});

describe("the keys of the tree", () => {
  const rows = rowsOf(
    tree,
    new Map([
      [0, true],
      [2, true],
    ]),
    undefined,
  );

  it("move by row, to both ends and by a page, and stop there", () => {
    expect(moveFor("ArrowDown", rows, 0, 3)).toEqual({ kind: "go", row: 1 });
    expect(moveFor("ArrowUp", rows, 0, 3)).toEqual({ kind: "go", row: 0 });
    expect(moveFor("End", rows, 0, 3)).toEqual({ kind: "go", row: 5 });
    expect(moveFor("Home", rows, 4, 3)).toEqual({ kind: "go", row: 0 });
    expect(moveFor("PageDown", rows, 4, 3)).toEqual({ kind: "go", row: 5 });
  });

  it("open, go in, close and go to what stands above", () => {
    expect(moveFor("ArrowRight", rows, 5, 3)).toEqual({ kind: "open", row: 5 });
    expect(moveFor("ArrowRight", rows, 2, 3)).toEqual({ kind: "go", row: 3 });
    expect(moveFor("ArrowRight", rows, 1, 3)).toEqual({ kind: "go", row: 1 });
    expect(moveFor("ArrowLeft", rows, 4, 3)).toEqual({ kind: "go", row: 2 });
    expect(moveFor("ArrowLeft", rows, 2, 3)).toEqual({ kind: "close", row: 2 });
  });

  it("choose an indicator, open or close a theme, and open all siblings", () => {
    expect(moveFor(" ", rows, 1, 3)).toEqual({ kind: "choose", row: 1 });
    expect(moveFor("Enter", rows, 0, 3)).toEqual({ kind: "close", row: 0 });
    expect(moveFor("*", rows, 5, 3)).toEqual({ kind: "open-siblings", row: 5 });
    expect(siblingsOf(rows, 5).map((row) => row.at)).toEqual([0, 5]);
    expect(siblingsOf(rows, 1).map((row) => row.at)).toEqual([2]);
    expect(moveFor("x", rows, 1, 3)).toBeUndefined();
  });

  it("lead to the next row that begins with what is typed, round the tree", () => {
    expect(rowForTyped(rows, tree.labelOf, 0, "b")).toBe(3);
    expect(rowForTyped(rows, tree.labelOf, 3, "b")).toBe(0);
    expect(rowForTyped(rows, tree.labelOf, 2, "lee")).toBe(2);
    expect(rowForTyped(rows, tree.labelOf, 2, "leer")).toBe(4);
    expect(rowForTyped(rows, tree.labelOf, 0, "q")).toBeUndefined();
  });
});

describe("areas", () => {
  const choices = [
    { code: "44021", name: "Gent" },
    { code: "11002", name: "Antwerpen" },
    { code: "1", name: "Sint-Niklaas" },
    { code: "2", name: "Deinze, Nevele" },
  ];

  it("are recognised in a pasted list by name or code, and what is not is given back", () => {
    expect(recognise("gent; 11002\nsint niklaas\r\nDeinze, Nevele\nAtlantis, 99", choices)).toEqual({
      codes: ["44021", "11002", "1", "2"],
      unknown: ["Atlantis", "99"],
    });
  });

  it("lie in a rectangle where their middle does", () => {
    const box = (x0: number, x1: number) => ({ x0, x1, y0: 0, y1: 10 });
    const shapes = [
      { code: "in", box: box(0, 10) },
      { code: "out", box: box(8, 30) },
    ];
    expect(codesInBox(shapes, { x0: 0, y0: 0, x1: 12, y1: 12 })).toEqual(["in"]);
  });

  it("are kept as groups, under one name each; what is damaged counts as nothing", () => {
    let text = "";
    const drawer = {
      getItem: () => text,
      setItem(_: string, value: string) {
        text = value;
      },
    };
    const kust = { name: "Kust", areas: [{ level: "gemeente", code: "1" }] };
    expect(keepGroups(drawer, withGroup([], kust))).toBe(true);
    expect(readGroups(drawer)).toEqual([kust]);
    const renamed = withGroup(readGroups(drawer), { ...kust, name: "Zee" }, "Kust");
    expect(renamed.map((each) => each.name)).toEqual(["Zee"]);
    text = '[{"name": 1}, {"name": "x", "areas": [{"level": "a"}]}]';
    expect(readGroups(drawer)).toEqual([]);
    text = "{";
    expect(readGroups(drawer)).toEqual([]);
    expect(keepGroups(undefined, [])).toBe(false);
  });
});
