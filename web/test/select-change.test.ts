import { formatSelection, parseSelection } from "@peil/core/query/address.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addIndicator,
  bestLevel,
  changeParts,
  chooseAreas,
  chooseIndicators,
  chooseLevel,
  removeIndicator,
  settle,
} from "../src/databank/select/change.ts";
import { dimensionsOf, withDimension } from "../src/databank/select/change-cells.ts";
import { flowChoices } from "../src/databank/select/change-flow.ts";
import { judged } from "../src/databank/select/change-transformations.ts";
import { knownOf, plain, view } from "./select-world.ts";

const known = knownOf();
const share = { kind: "share", of: "column" } as const;

describe("choosing indicators", () => {
  it("begins with all areas of the level that readers know, beside the benchmark", () => {
    expect(chooseIndicators(known, undefined, ["inwoners"])).toEqual({ selection: plain, notices: [] });
  });

  it("without figures on the level moves to the best level and says so", () => {
    const { selection, notices } = chooseIndicators(known, { ...plain, areas: { kind: "list", codes: ["44021"] } }, ["inkomen"]);
    expect(selection).toMatchObject({ level: "gewest", areas: { kind: "all" } });
    expect(notices).toEqual([{ kind: "level-moved", from: "gemeente", to: "gewest" }, { kind: "areas-dropped" }]);
  });

  it("does not speak of a move where nothing was chosen before", () => {
    expect(chooseIndicators(known, undefined, ["inkomen"]).notices).toEqual([]);
  });

  it("moves to the level that all of them have, or says who has none", () => {
    expect(addIndicator(known, plain, "inkomen").selection).toMatchObject({ indicators: ["inwoners", "inkomen"], level: "gewest" });
    expect(chooseLevel(known, { ...plain, indicators: ["inwoners", "inkomen"] }, "gemeente").notices).toEqual([
      { kind: "level-partly", level: "gemeente", codes: ["inkomen"] },
    ]);
  });

  it("refuses one without any figures, and says so", () => {
    expect(addIndicator(known, plain, "leeg")).toEqual({ selection: plain, notices: [{ kind: "no-figures", code: "leeg" }] });
    expect(addIndicator(known, undefined, "leeg").selection).toBeUndefined();
  });

  it("leaves nothing chosen once the last one is left out", () => {
    expect(removeIndicator(known, plain, "INWONERS").selection).toBeUndefined();
    expect(removeIndicator(known, { ...plain, indicators: ["inwoners", "kubus"] }, "inwoners").selection?.indicators).toEqual(["kubus"]);
  });

  it("prefers the present level, then the one that readers know", () => {
    expect(bestLevel(known.tree, ["inwoners"], "provincie")).toBe("provincie");
    expect(bestLevel(known.tree, ["inwoners"], "sector")).toBe("gemeente");
  });
});

describe("choosing areas", () => {
  it("keeps areas within another where the new level lies in it too", () => {
    const within = { ...plain, areas: { kind: "within", parent: { level: "gewest", code: "2000" } } } as const;
    expect(chooseLevel(known, within, "provincie")).toMatchObject({ selection: { areas: within.areas }, notices: [] });
    const inProvince = { ...plain, areas: { kind: "within", parent: { level: "provincie", code: "4" } } } as const;
    expect(chooseLevel(known, inProvince, "provincie").selection?.areas).toEqual({ kind: "all" });
  });

  it("drops named areas of another level: a code alone proves nothing", () => {
    const { selection, notices } = chooseLevel(known, { ...plain, areas: { kind: "list", codes: ["1"] } }, "provincie");
    expect(selection?.areas).toEqual({ kind: "all" });
    expect(notices).toEqual([{ kind: "areas-dropped" }]);
  });

  it("takes a list without areas as all, and an area once", () => {
    expect(chooseAreas(known, plain, { kind: "list", codes: [] }).selection?.areas).toEqual({ kind: "all" });
    expect(chooseAreas(known, plain, { kind: "list", codes: ["1", "1", "2"] }).selection?.areas).toEqual({
      kind: "list",
      codes: ["1", "2"],
    });
  });

  it("drops a saved group that the site does not have", () => {
    const groups = [
      { saved: "kust", show: "total" },
      { saved: "weg", show: "total" },
    ] as const;
    const { selection, notices } = changeParts(known, plain, { groups });
    expect(selection?.groups).toEqual([groups[0]]);
    expect(notices).toEqual([{ kind: "groups-dropped" }]);
  });
});

describe("members of cubes", () => {
  const cube: Selection = {
    ...plain,
    indicators: ["kubus"],
    by: ["leeftijd5", "mv"],
    members: [
      { level: "leeftijd5", code: "0-4" },
      { level: "mv", code: "v" },
    ],
  };

  it("stay where the other cube has them, and go where it does not", () => {
    const { selection, notices } = chooseIndicators(known, cube, ["anders"]);
    expect(selection).toMatchObject({ by: ["mv"], members: [{ level: "mv", code: "v" }] });
    expect(notices).toEqual([
      { kind: "axes-dropped", levels: ["leeftijd5"] },
      { kind: "members-dropped", members: [{ level: "leeftijd5", code: "0-4" }] },
    ]);
  });

  it("go with the last cube", () => {
    expect(chooseIndicators(known, cube, ["inwoners"]).selection).toMatchObject({ by: [], members: [] });
  });

  it("are offered for what all chosen cubes share", () => {
    expect(dimensionsOf(known, { ...cube, indicators: ["kubus", "anders"] }).map((each) => each.code)).toEqual(["geslacht"]);
  });

  it("hold one level of a dimension as axis", () => {
    expect(changeParts(known, { ...cube, members: [] }, { by: ["leeftijd5", "grof", "mv"] }).selection?.by).toEqual(["leeftijd5", "mv"]);
  });

  it("become axes where figures have no total", () => {
    const shares = knownOf({ kubus: { dataType: "percentage" } });
    const { selection, notices } = chooseIndicators(shares, plain, ["kubus"]);
    expect(selection?.by).toEqual(["leeftijd5", "mv"]);
    expect(notices).toEqual([{ kind: "axes-added", levels: ["leeftijd5", "mv"] }]);
    const one = { ...plain, indicators: ["kubus"], by: ["leeftijd5"], members: [{ level: "mv", code: "v" }] };
    expect(settle(shares, one).selection?.by).toEqual(["leeftijd5"]);
  });

  it("of one dimension change without touching another; its group goes with its axis", () => {
    const [age] = dimensionsOf(known, cube);
    if (age === undefined) throw new Error("no dimension");
    const group = {
      name: "Jong",
      members: [
        { level: "leeftijd5", code: "0-4" },
        { level: "leeftijd5", code: "5-9" },
      ],
      show: "both",
    } as const;
    const grouped = changeParts(known, cube, withDimension(cube, age, { axis: "leeftijd5", members: [], groups: [group] })).selection;
    expect(grouped).toMatchObject({ by: ["leeftijd5", "mv"], members: [{ level: "mv", code: "v" }], memberGroups: [group] });
    if (grouped === undefined) throw new Error("nothing chosen");
    const total = changeParts(known, grouped, withDimension(grouped, age, { axis: undefined, members: [], groups: [group] })).selection;
    expect(total?.by).toEqual(["mv"]);
    expect(total).not.toHaveProperty("memberGroups", expect.anything());
  });
});

describe("periods, flows and computations", () => {
  it("drops periods without figures; without any left the newest are asked", () => {
    const some = changeParts(known, plain, { periods: { kind: "list", codes: ["2024", "1850"] } });
    expect(some).toMatchObject({ selection: { periods: { kind: "list", codes: ["2024"] } }, notices: [{ kind: "periods-dropped" }] });
    expect(changeParts(known, plain, { periods: { kind: "list", codes: ["1850"] } }).selection?.periods).toEqual({ kind: "recent" });
    expect(changeParts(known, plain, { periods: { kind: "last", count: 3, level: "month" } }).selection?.periods).toEqual({
      kind: "last",
      count: 3,
    });
  });

  it("keeps a partner that the flow has in that direction, and only among flows", () => {
    const out: Selection = {
      ...plain,
      indicators: ["pendel"],
      flow: { side: "out", partner: { level: "provincie", areas: undefined }, top: 5 },
    };
    expect(settle(known, out)).toEqual({ selection: out, notices: [] });
    expect(changeParts(known, out, { flow: { side: "in", partner: { level: "provincie", areas: undefined } } })).toMatchObject({
      selection: { flow: { side: "in" } },
      notices: [{ kind: "partner-dropped" }],
    });
    expect(addIndicator(known, out, "inwoners").selection?.flow).toEqual({ side: "out" });
    expect(chooseIndicators(known, out, ["inwoners"]).selection).not.toHaveProperty("flow");
    expect(flowChoices(known.tree, { ...out, indicators: ["pendel", "inwoners"] })?.partners).toEqual([]);
  });

  it("drops a computation that the guard-rails refuse, and says which", () => {
    const against: Selection = { ...plain, transformations: [{ kind: "difference" }, share] };
    expect(settle(known, against)).toEqual({ selection: against, notices: [] });
    const { selection, notices } = changeParts(known, against, { compare: [] });
    expect(selection?.transformations).toEqual([share]);
    expect(notices).toEqual([{ kind: "transformation-dropped", code: "difference" }]);
    expect(judged(known, plain)?.transformations.find((each) => each.code === "rank")?.verdict).not.toBe("no");
  });
});

describe("every change", () => {
  const codes = view.indicators.map((each) => each.code);
  const levels = view.levels.map((each) => each.alias);
  const choice = fc.record({
    indicators: fc.subarray(codes, { minLength: 1 }),
    level: fc.constantFrom(...levels),
    areas: fc.constantFrom<Selection["areas"][]>(
      { kind: "all" },
      { kind: "list", codes: ["1", "2"] },
      { kind: "within", parent: { level: "provincie", code: "4" } },
      { kind: "alike", level: "refreg", of: { level: "gemeente", code: "1" } },
    ),
    by: fc.subarray(["leeftijd5", "grof", "mv", "niets"]),
    flow: fc.option(
      fc.record({ side: fc.constantFrom("out" as const, "in" as const, "net" as const), top: fc.integer({ min: 1, max: 9 }) }),
      { nil: undefined },
    ),
  });

  it("gives a choice that stays as it is when it is made valid again, and survives its address", () => {
    fc.assert(
      fc.property(choice, ({ flow, ...parts }) => {
        const { selection } = chooseIndicators(known, { ...plain, ...parts, ...(flow === undefined ? {} : { flow }) }, parts.indicators);
        if (selection === undefined) return;
        expect(settle(known, selection).selection).toEqual(selection);
        expect(selection.indicators.some((code) => known.tree.coverageOf(code).some((each) => each.level === selection.level))).toBe(true);
        expect(parseSelection(formatSelection(selection))).toEqual(selection);
      }),
    );
  });
});
