import type { PrintedBlock, PrintedDocument, PrintedTable } from "@peil/core/api-print.ts";
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import { printPicture } from "./print-picture.ts";

/** A font that every word processor has or stands in for. */
const font = "Calibri";
/** Twips of the text: A4 between its margins. */
const room = 11906 - 2 * 964;
/** Points of a picture as wide as the text. */
const pictureWidth = 640;

const locales = { nl: "nl-BE", en: "en-GB", fr: "fr-BE" } as const;
const sizes = { lead: 28, small: 17, text: 22 } as const;
const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const rule = { style: BorderStyle.SINGLE, size: 4, color: "D5DBDE" } as const;
const strong = { style: BorderStyle.SINGLE, size: 6, color: "4C575E" } as const;

function headingOf(level: 1 | 2, words: string): Paragraph {
  return new Paragraph({ heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, keepNext: true, text: words });
}

/** One table; its first row is repeated on every page, and told to screen readers as a header. */
function tableOf(block: PrintedTable): readonly FileChild[] {
  const whole = block.columns.reduce((sum, each) => sum + each.width, 0);
  const widths = block.columns.map((each) => Math.round((each.width / whole) * room));
  const rowOf = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((cell, at) => cellOf(cell, at, isHead, block.columns[at]?.numeric === true, widths[at] ?? 0)),
    });
  const heads = block.columns.map((each) => each.head);
  return [
    new Table({
      width: { size: room, type: WidthType.DXA },
      columnWidths: widths,
      borders: { top: none, bottom: rule, left: none, right: none, insideHorizontal: rule, insideVertical: none },
      tableLook: { firstRow: true, firstColumn: true, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
      rows: [rowOf(heads, true), ...block.rows.map((row) => rowOf(row, false))],
    }),
    new Paragraph({ text: "", spacing: { after: 60 } }),
  ];
}

function cellOf(words: string, at: number, isHead: boolean, isNumber: boolean, width: number): TableCell {
  const own = at === 2 && !isHead;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 50, right: 50 },
    ...(isHead ? { borders: { bottom: strong } } : {}),
    children: [
      new Paragraph({
        alignment: isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
        spacing: { after: 0 },
        children: [new TextRun({ text: words, size: 17, bold: isHead || own, ...(own ? { color: "00606E" } : {}) })],
      }),
    ],
  });
}

function blockOf(block: PrintedBlock): readonly FileChild[] {
  switch (block.kind) {
    case "heading":
      return [headingOf(block.level, block.text)];
    case "text": {
      const size = sizes[block.size ?? "text"];
      return [new Paragraph({ spacing: { after: 100 }, children: [new TextRun({ text: block.text, size })] })];
    }
    case "list": {
      const size = sizes[block.size ?? "text"];
      return block.items.map(
        (text) =>
          new Paragraph({
            numbering: { reference: "points", level: 0 },
            spacing: { after: 60 },
            children: [new TextRun({ text, size })],
          }),
      );
    }
    case "break":
      return [new Paragraph({ children: [new PageBreak()] })];
    case "table":
      return tableOf(block);
    case "contents":
      return [
        new Paragraph({ style: "ContentsTitle", keepNext: true, text: block.title }),
        new TableOfContents(block.title, { hyperlink: true, headingStyleRange: "1-2", beginDirty: false }),
      ];
    case "columns":
      return block.columns.flatMap((column) => column.flatMap(blockOf));
    case "picture": {
      const { picture, caption } = block;
      const height = Math.round((picture.height / picture.width) * pictureWidth);
      const image = new ImageRun({
        type: "png",
        data: printPicture(picture),
        transformation: { width: pictureWidth, height },
        altText: { name: caption, title: caption, description: picture.alt },
      });
      return [new Paragraph({ style: "Caption", keepNext: true, text: caption }), new Paragraph({ children: [image] })];
    }
  }
}

function footerOf(document: PrintedDocument): Footer {
  const [before = "", between = "", after = ""] = document.page.split(/\{page\}|\{pages\}/);
  const small = { size: 16, color: "4C575E" } as const;
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: room }],
        children: [
          new TextRun({ ...small, text: `${document.foot}\t${before}` }),
          new TextRun({ ...small, children: [PageNumber.CURRENT] }),
          new TextRun({ ...small, text: between }),
          new TextRun({ ...small, children: [PageNumber.TOTAL_PAGES] }),
          new TextRun({ ...small, text: after }),
        ],
      }),
    ],
  });
}

const heading = (size: number, color: string, before: number) => ({
  run: { font, size, bold: true, color },
  paragraph: { spacing: { before, after: 80 }, keepNext: true },
});

/** A document as a Word file that can be edited: real headings, tables and contents, pictures with their alternatives. */
export async function printWord(document: PrintedDocument): Promise<Buffer> {
  const made = new Document({
    title: document.title,
    description: document.description,
    creator: document.author,
    lastModifiedBy: document.author,
    styles: {
      default: {
        document: { run: { font, size: sizes.text, color: "1B2226", language: { value: locales[document.language] } } },
        title: { run: { font, size: 48, bold: true }, paragraph: { spacing: { before: 120, after: 60 } } },
        heading1: heading(30, "00606E", 300),
        heading2: heading(24, "1B2226", 200),
      },
      paragraphStyles: [
        { id: "Caption", name: "caption", basedOn: "Normal", next: "Normal", run: { size: 18, color: "4C575E" } },
        { id: "Subtitle", name: "Subtitle", basedOn: "Normal", next: "Normal", run: { size: 22, color: "4C575E" } },
        { id: "ContentsTitle", name: "TOC Heading", basedOn: "Normal", next: "Normal", run: { size: 30, bold: true, color: "00606E" } },
      ],
    },
    numbering: {
      config: [
        {
          reference: "points",
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: "–",
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 280, hanging: 280 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1020, bottom: 1020, left: 964, right: 964 } } },
        footers: { default: footerOf(document) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: document.title }),
          new Paragraph({ style: "Subtitle", text: document.subtitle }),
          ...document.blocks.flatMap(blockOf),
        ],
      },
    ],
  });
  return Packer.toBuffer(made);
}
