import { inflateSync } from "node:zlib";
import type { PrintedDocument } from "@peil/core/api-print.ts";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPrinter, type Printer } from "../src/documents/printer.ts";
import { openTestSite, plainRender, type TestSite } from "./site.ts";

const picture = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100" viewBox="0 0 300 100"><rect width="150" height="100" fill="#00606e"/><text x="160" y="50" font-family="Source Sans 3">één</text></svg>',
  width: 300,
  height: 100,
  alt: "Een balk die de helft vult.",
};

const document: PrintedDocument = {
  language: "nl",
  title: "Peilstad in vogelvlucht #let x = 1",
  subtitle: "Naast het Peilgewest",
  description: "Kerncijfers van Peilstad.",
  author: "Peil",
  at: "2026-01-15T11:00:00.000Z",
  foot: "Peil · publicatie abcd",
  page: "Bladzijde {page} van {pages}",
  name: "scan-gemeente-10001",
  blocks: [
    { kind: "text", text: "Wat *hier* staat is tekst: $x$ @y <bruto> & #panic().", size: "lead" },
    {
      kind: "columns",
      columns: [
        [
          { kind: "heading", level: 1, text: "Sterk" },
          { kind: "list", items: ["een", "twee"] },
        ],
        [
          { kind: "heading", level: 1, text: "Aandacht" },
          { kind: "picture", caption: "Klein", picture },
        ],
      ],
    },
    { kind: "contents", title: "Inhoud" },
    { kind: "heading", level: 1, text: "Cijfers" },
    { kind: "heading", level: 2, text: "Werk" },
    {
      kind: "table",
      columns: [
        { head: "Onderwerp", width: 3 },
        { head: "Peilstad", width: 1, numeric: true },
      ],
      rows: [
        ["Jobratio <x>", "131,2"],
        ["Leefloners", "x"],
      ],
    },
  ],
};

/** The bytes of a PDF as text, with what is compressed in it unpacked behind. */
function readable(pdf: Buffer): string {
  const text = pdf.toString("latin1");
  const unpacked = [...text.matchAll(/stream\r?\n/g)].map((each) => {
    try {
      return inflateSync(pdf.subarray((each.index ?? 0) + each[0].length), { finishFlush: 2 }).toString("latin1");
    } catch {
      return "";
    }
  });
  return text + unpacked.join("\n");
}

let printer: Printer;
beforeAll(() => {
  printer = openPrinter();
});
afterAll(() => printer.close());

describe("a document as PDF", () => {
  test("says that it is PDF/UA-1, has a title, a language and tags, and a text for every picture", async () => {
    const pdf = readable(await printer.print({ kind: "pdf", document }));
    expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
    expect(pdf).toContain("/StructTreeRoot");
    expect(pdf).toContain("/Lang (nl-BE)");
    expect(pdf).toContain("Peilstad in vogelvlucht #let x = 1");
    expect(pdf).toMatch(/\/DisplayDocTitle true/);
    expect(pdf).toContain("/Alt (Een balk die de helft vult.)");
    for (const tag of ["/S /H1", "/S /H2", "/S /Table", "/S /TH", "/S /TD", "/S /TOC", "/S /L", "/S /Figure", "/S /Caption"])
      expect(pdf.includes(tag), tag).toBe(true);
    expect(pdf.match(/\/S \/TH\b/g)).toHaveLength(2);
    expect(pdf.match(/\/S \/TR\b/g)).toHaveLength(3);
    expect(pdf).toContain("/Outlines");
  });

  test("is the same to the byte a second time", async () => {
    const [first, second] = await Promise.all([1, 2].map(() => printer.print({ kind: "pdf", document })));
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  });

  test("what cannot be set says why, and the next document is printed", async () => {
    const bad: PrintedDocument = { ...document, blocks: [{ kind: "picture", caption: "x", picture: { ...picture, svg: "<geen>" } }] };
    await expect(printer.print({ kind: "pdf", document: bad })).rejects.toThrow(/cannot be set/);
    expect((await printer.print({ kind: "pdf", document })).subarray(0, 5).toString()).toBe("%PDF-");
  });
});

test("a document as Word: language, headings, contents, a table with a head, a picture with its text", async () => {
  const files = unzipSync(await printer.print({ kind: "docx", document }));
  const part = (name: string): string => new TextDecoder().decode(files[name]);
  const body = part("word/document.xml");
  expect(part("word/styles.xml")).toContain('<w:lang w:val="nl-BE"/>');
  expect(part("docProps/core.xml")).toContain("<dc:title>Peilstad in vogelvlucht #let x = 1</dc:title>");
  expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(3);
  expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(1);
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(body).toContain('descr="Een balk die de helft vult."');
  expect(body).toContain("Jobratio &lt;x&gt;");
  expect(body).toMatch(/TOC [^<]*1-2/);
  expect(Object.keys(files).filter((each) => each.startsWith("word/media/") && each.endsWith(".png"))).toHaveLength(1);
});

test("a picture as PNG is as large as asked, and drawn", async () => {
  const png = await printer.print({ kind: "png", picture });
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([600, 200]);
});

describe("behind the door", () => {
  let site: TestSite;
  const asked: string[] = [];
  beforeAll(async () => {
    site = await openTestSite(plainRender, "warn", {
      printing: {
        printer,
        printed: async (address, read) => {
          asked.push(`${(await read("frame", {})).site.origin}${address}`);
          return address.includes("nergens") ? undefined : document;
        },
        picture: async (address) => (address.includes("nergens") ? undefined : { ...picture, name: `x-${address.length}` }),
      },
    });
  });
  afterAll(() => site.close());

  test("the scan of an area in both languages, with its question", async () => {
    const answer = await site.app.inject("/vogelvlucht/gemeente/10001.pdf?compare=gewest:1&since=3");
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "application/pdf"]);
    expect(answer.headers["content-disposition"]).toBe('inline; filename="scan-gemeente-10001.pdf"');
    expect(asked.at(-1)).toBe("https://cijfers.example/vogelvlucht/gemeente/10001?compare=gewest:1&since=3");
    const english = await site.app.inject("/en/glance/gemeente/10001.docx");
    expect(english.rawPayload.subarray(0, 2).toString()).toBe("PK");
    expect(asked.at(-1)).toBe("https://cijfers.example/en/glance/gemeente/10001");
  });

  test("is made once", async () => {
    const before = asked.length;
    await site.app.inject("/vogelvlucht/gemeente/10002.pdf");
    await site.app.inject("/vogelvlucht/gemeente/10002.pdf");
    expect(asked).toHaveLength(before + 1);
  });

  test("pictures, and what is nowhere", async () => {
    const svg = await site.app.inject("/indicator/inwoners.svg?show=line");
    expect([svg.statusCode, svg.headers["content-type"], svg.body]).toEqual([200, "image/svg+xml", picture.svg]);
    expect((await site.app.inject("/en/indicator/inwoners.png")).rawPayload.subarray(1, 4).toString()).toBe("PNG");
    for (const path of ["/indicator/nergens.svg", "/indicator/nergens.png", "/vogelvlucht/gemeente/nergens.pdf"])
      expect((await site.app.inject(path)).statusCode, path).toBe(404);
  });

  test("only what is made to be framed may be framed", async () => {
    const framed = await site.app.inject("/embed/inwoners?show=line");
    expect(framed.headers["content-security-policy"]).toMatch(/frame-ancestors \*/);
    expect(framed.headers["content-security-policy"]).toMatch(/default-src 'self'/);
    expect(framed.headers["x-frame-options"]).toBeUndefined();
    for (const path of ["/indicator/inwoners", "/indicator/inwoners?x=/embed/", "/embedded"]) {
      const page = await site.app.inject(path);
      expect(page.headers["content-security-policy"], path).toMatch(/frame-ancestors 'self'/);
      expect(page.headers["x-frame-options"], path).toBe("SAMEORIGIN");
    }
  });
});
