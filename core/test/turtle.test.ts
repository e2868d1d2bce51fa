import fc from "fast-check";
import { Parser, type Quad, type Quad_Object, Store } from "n3";
import { describe, expect, test } from "vitest";
import { cubeSlabs, headOf } from "../src/formats/cube-slabs.ts";
import type { FormatOptions } from "../src/formats/format.ts";
import { turtle } from "../src/formats/turtle.ts";
import type { Cube } from "../src/model/cube.ts";
import { emptyCube, flaggedCube, plainCube, surveyCube, textCube } from "./formats-sample.ts";

// The integrity constraints of the RDF Data Cube Vocabulary (https://www.w3.org/TR/vocab-data-cube/, section 11), on the graph as
// another program parses it.

const qb = "http://purl.org/linked-data/cube#";
const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const rdfs = "http://www.w3.org/2000/01/rdf-schema#";
const skos = "http://www.w3.org/2004/02/skos/core#";
const sdmx = "http://purl.org/linked-data/sdmx/2009/";
const address = 'https://cijfers.example/api/v1/data.ttl?indicator=inwoners&area="<x>"&b=a b';

async function textOf(cube: Cube, options: Partial<FormatOptions> = {}): Promise<string> {
  const chunks: Uint8Array[] = [];
  const all = { language: "nl", address, publisher: { agency: "PEIL", at: "2026-01-15T11:00:00.000Z" }, ...options } as const;
  for await (const chunk of turtle.write(headOf(cube), cubeSlabs(cube, 3), all)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function graphOf(cube: Cube, options?: Partial<FormatOptions>): Promise<Store> {
  return new Store(new Parser({ baseIRI: "https://elsewhere.example/x" }).parse(await textOf(cube, options)));
}

const subjects = (graph: Store, type: string): string[] => graph.getSubjects(`${rdf}type`, type, null).map((each) => each.value);
const objects = (graph: Store, subject: Quad["subject"] | string, property: string): Quad_Object[] =>
  graph.getObjects(subject, property, null);
const values = (graph: Store, subject: string, property: string): string[] => objects(graph, subject, property).map((each) => each.value);

/** What breaks a constraint, by its number. */
function broken(graph: Store): string[] {
  const out: string[] = [];
  const need = (ic: string, holds: boolean, about = ""): void => void (holds || out.push(`${ic} ${about}`));
  const observations = subjects(graph, `${qb}Observation`);
  const sets = subjects(graph, `${qb}DataSet`);
  for (const each of observations) need("IC-1", values(graph, each, `${qb}dataSet`).length === 1, each);
  for (const each of sets) need("IC-2", values(graph, each, `${qb}structure`).length === 1, each);
  const components = graph.getObjects(null, `${qb}component`, null);
  const properties = (kind: string): string[] =>
    components.flatMap((each) => graph.getObjects(each, qb + kind, null).map((one) => one.value));
  const dimensions = properties("dimension");
  need("IC-3", properties("measure").length > 0);
  for (const each of dimensions) {
    const ranges = values(graph, each, `${rdfs}range`);
    need("IC-4", ranges.length === 1, each);
    if (ranges.includes(`${skos}Concept`)) need("IC-5", values(graph, each, `${qb}codeList`).length === 1, each);
  }
  for (const each of components) {
    const required = graph.getObjects(each, `${qb}componentRequired`, null).map((one) => one.value);
    if (required.includes("false")) need("IC-6", graph.getObjects(each, `${qb}attribute`, null).length === 1);
  }
  const keys = new Set<string>();
  const required = components
    .filter((each) => graph.getObjects(each, `${qb}componentRequired`, null).some((one) => one.value === "true"))
    .flatMap((each) => graph.getObjects(each, `${qb}attribute`, null).map((one) => one.value));
  for (const each of observations) {
    const key = dimensions.map((dimension) => values(graph, each, dimension));
    need(
      "IC-11",
      key.every((found) => found.length === 1),
      each,
    );
    need("IC-12", !keys.has(JSON.stringify(key)), each);
    keys.add(JSON.stringify(key));
    for (const attribute of required) need("IC-13", values(graph, each, attribute).length > 0, each);
    for (const measure of properties("measure")) need("IC-14", values(graph, each, measure).length === 1, each);
    for (const dimension of dimensions) {
      const [list] = values(graph, dimension, `${qb}codeList`);
      const [value = ""] = values(graph, each, dimension);
      if (list === undefined) continue;
      need("IC-19", values(graph, value, `${skos}inScheme`).includes(list), value);
      need("IC-19", values(graph, value, `${rdf}type`).includes(`${skos}Concept`), value);
    }
  }
  return out;
}

describe("turtle", () => {
  test.each(Object.entries({ plainCube, textCube, emptyCube, surveyCube, flaggedCube }))(
    "%s holds the integrity constraints",
    async (_, cube) => {
      for (const options of [{}, { address: undefined }, { address: "/api/v1/data.ttl?x=1" }, { language: "en" }] as const) {
        expect(broken(await graphOf(cube, options as Partial<FormatOptions>))).toEqual([]);
      }
    },
  );

  test("the constraints are checked: a second structure, a lost dimension and a doubled observation are found", async () => {
    const text = await textOf(plainCube);
    const check = (changed: string): string[] => broken(new Store(new Parser().parse(changed))).map((each) => each.split(" ")[0] ?? "");
    expect(check(text.replace("qb:structure <#structure>", "qb:structure <#structure>, <#other>"))).toContain("IC-2");
    expect(check(text.replace(/\n {2}sdmx-dimension:refArea [^;]+;/, ""))).toContain("IC-11");
    expect(check(`${text}\n${/<#inwoners.*?\.\n/s.exec(text)?.[0].replace("<#inwoners", "<#twice") ?? ""}`)).toContain("IC-12");
    expect(check(text.replace(/skos:inScheme <#CL_REF_AREA>/, "skos:inScheme <#CL_other>"))).toContain("IC-19");
  });

  test("holds the figures, states, sources and the release under the addresses of the site", async () => {
    const graph = await graphOf(flaggedCube);
    const [set = ""] = subjects(graph, `${qb}DataSet`);
    expect(set).toBe(`${encodeURI(address)}#dataset`);
    expect(values(graph, set, "http://purl.org/dc/terms/source")).toContain("https://statbel.fgov.be");
    expect(values(graph, set, "http://purl.org/dc/terms/license")).toEqual(["CC BY 4.0"]);
    expect(values(graph, set, "http://purl.org/dc/terms/hasVersion")).toEqual(["a1b2c3"]);
    const of = (id: string): string => `${set.replace("#dataset", "")}#${id}`;
    const gent = of("inwoners/gemeente@44021/2023");
    expect(values(graph, gent, `${sdmx}dimension#refArea`)).toEqual(["https://cijfers.example/area/gemeente/44021"]);
    expect(values(graph, gent, `${sdmx}measure#obsValue`)).toEqual(["265086"]);
    expect(values(graph, gent, `${sdmx}attribute#obsStatus`)).toEqual([`${sdmx}code#obsStatus-E`]);
    const hidden = of("inwoners/gewest@2000/2024");
    expect(values(graph, hidden, `${sdmx}measure#obsValue`)).toEqual(["NaN"]);
    expect(values(graph, hidden, `${sdmx}attribute#obsStatus`)).toEqual([`${sdmx}code#obsStatus-Q`]);
    expect(subjects(graph, `${qb}Observation`)).toHaveLength(15);
  });

  test("any codes and names are parsed", async () => {
    const text = fc.string({ unit: "binary", minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(text, { minLength: 2, maxLength: 2 }), text, async ([one = "", two = ""], name) => {
        const member = { code: one, label: { nl: name } };
        const [indicator, , period] = plainCube.axes;
        const axes = [
          indicator,
          { code: "constructor", label: { nl: name }, role: "member" as const, members: [member, { ...member, code: two }] },
          period,
        ];
        const cube: Cube = {
          ...plainCube,
          axes: axes.flatMap((axis) => axis ?? []),
          values: new Float64Array(8).fill(1),
          status: new Uint8Array(8),
          notes: [{ kind: "footnote", text: { nl: name } }],
        };
        expect(broken(await graphOf(cube))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
