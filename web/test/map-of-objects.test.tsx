import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { bordersOf, holdsObjects } from "../src/presentations/borders.ts";
import { map } from "../src/presentations/map.tsx";
import type { Subject } from "../src/presentations/presentation.ts";
import { voiceOf } from "../src/text/voice.ts";
import { areaAxis, borders, cubeOf, detailsOf, inhabitants, periodAxis, towns } from "./data.ts";

const codes = [
  ...(areaAxis(
    towns.map((_, index) => index),
    false,
  ).members ?? []),
].map((each) => each.code);

/** A point in the middle of each of the twelve squares, in the same order. */
const points = JSON.stringify({
  type: "Topology",
  arcs: [],
  objects: {
    bib: {
      type: "GeometryCollection",
      geometries: codes.map((id, i) => ({ type: "Point", id, coordinates: [3.15 + (i % 6) * 0.3, 50.9 - Math.floor(i / 6) * 0.2] })),
    },
  },
});

const lines = JSON.stringify({
  type: "Topology",
  arcs: [
    [
      [3, 51],
      [3.3, 51],
    ],
    [
      [3.3, 51],
      [3.3, 50.8],
    ],
    [
      [3.6, 51],
      [3.9, 50.8],
    ],
  ],
  objects: {
    pad: {
      type: "GeometryCollection",
      geometries: [
        { type: "LineString", id: codes[0], arcs: [0, 1] },
        { type: "MultiLineString", id: codes[1], arcs: [[2], [-2]] },
      ],
    },
  },
});

function subject(change: Partial<Subject>): Subject {
  const axis = areaAxis(
    towns.map((_, index) => index),
    false,
  );
  return {
    cube: cubeOf([axis, periodAxis(2024, 2024)], ([area = 0]) => inhabitants(area, 2024)),
    measured: detailsOf(),
    voice: voiceOf("nl"),
    mine: [{ level: "gemeente", code: codes[1] ?? "" }],
    plural: { nl: "bibliotheken" },
    id: "t",
    ...change,
  };
}

const draw = (change: Partial<Subject>): string => renderToStaticMarkup(map.draw(subject(change)));

describe("a map of points", () => {
  it("draws each as a circle with the colour of its class, found in the table by its code, the reader's own with a ring", () => {
    const html = draw({ borders: points });
    expect(html.match(/<circle[^>]*data-a=/g)).toHaveLength(towns.length);
    for (const code of codes) expect(html).toContain(`data-a="${code}"`);
    expect(html).toMatch(/<circle class="k\d"/);
    expect(html).toContain('<circle class="own"');
    expect(html).not.toContain("<path");
  });
  it("lies on the outlines of areas, each point in its square", () => {
    const html = draw({ borders: points, under: borders });
    expect(html.match(/class="under"/g)).toHaveLength(towns.length);
    const drawn = bordersOf(points, borders);
    const boxes = drawn.under.map((each) => {
      const [x = 0, y = 0] = /^M(\d+) (\d+)/.exec(each.path)?.slice(1).map(Number) ?? [];
      return { x, y };
    });
    drawn.shapes.forEach((each, i) => {
      // The first corner of a square is its north-western one.
      expect(each.at?.[0]).toBeGreaterThan(boxes[i]?.x ?? 0);
      expect(each.at?.[1]).toBeGreaterThan(boxes[i]?.y ?? 0);
      const next = i % 6 < 5 ? (boxes[i + 1]?.x ?? 0) : drawn.width;
      expect(each.at?.[0]).toBeLessThan(next);
    });
  });
  it("is not offered for more than can be told apart", () => {
    const many = JSON.parse(points) as { objects: { bib: { geometries: { id: string }[] } } };
    const [first] = many.objects.bib.geometries;
    many.objects.bib.geometries.push(...Array.from({ length: 5000 }, (_, i) => ({ ...first, id: `X${i}` })));
    expect(map.suits(subject({ borders: points }))).toBe(true);
    expect(map.suits(subject({ borders: JSON.stringify(many) }))).toBe(false);
  });
  it("tells the same as any map, for those who do not see it", () => {
    const told = map.tell(subject({ borders: points, under: borders }));
    expect(draw({ borders: points, under: borders })).toContain(`aria-label="${told.alt}"`);
  });
});

describe("a map of lines", () => {
  it("draws each as an open path", () => {
    const html = draw({ borders: lines, under: borders });
    expect(html.match(/<path class="line k\d"[^>]*data-a=/g)).toHaveLength(2);
    for (const { path, kind } of bordersOf(lines, borders).shapes) {
      expect(kind).toBe("line");
      expect(path).toMatch(/^(M\d+ \d+l[-\d ]+)+$/);
    }
  });
});

it("knows objects from areas", () => {
  expect([borders, points, lines].map(holdsObjects)).toEqual([false, true, true]);
});
