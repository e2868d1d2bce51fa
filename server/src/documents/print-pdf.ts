import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { PrintedBlock, PrintedDocument } from "@peil/core/api-print.ts";
import { fontBlobs } from "./fonts.ts";

/** The compiler reads nothing from this folder: every file that it sees is given to it. */
const workspace = import.meta.dirname;
/** Results of the compiler that later documents may use again, in documents. */
const remembered = 5;

let opened: NodeCompiler | undefined;

function compiler(): NodeCompiler {
  opened ??= NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fontBlobs() }] });
  return opened;
}

type Filed = { readonly block: unknown; readonly files: ReadonlyMap<string, string> };

/** A block in which every picture is a file; the file's text is kept beside it. */
function filed(block: PrintedBlock, at: string): Filed {
  if (block.kind === "picture") {
    const file = `/picture-${at}.svg`;
    const { svg, ...picture } = block.picture;
    return { block: { ...block, picture, file }, files: new Map([[file, svg]]) };
  }
  if (block.kind !== "columns") return { block, files: new Map() };
  const columns = block.columns.map((column, c) => column.map((each, i) => filed(each, `${at}-${c}-${i}`)));
  const files = columns.flat().flatMap((each) => [...each.files]);
  return { block: { ...block, columns: columns.map((column) => column.map((each) => each.block)) }, files: new Map(files) };
}

/**
 * A document as tagged PDF (PDF/UA-1). Blocks its thread while it works.
 * @throws with what the compiler says, where it cannot be set
 */
export function printPdf(document: PrintedDocument): Buffer {
  const typst = compiler();
  const parts = document.blocks.map((each, index) => filed(each, String(index)));
  const data = { ...document, blocks: parts.map((each) => each.block) };
  typst.resetShadow();
  typst.mapShadow(join(workspace, "document.json"), Buffer.from(JSON.stringify(data)));
  for (const [file, svg] of parts.flatMap((each) => [...each.files])) typst.mapShadow(join(workspace, file), Buffer.from(svg));
  const made = typst.compile({ mainFileContent: readFileSync(join(workspace, "document.typ"), "utf8") });
  const set = made.result;
  if (set === null) {
    const wrong = made.takeDiagnostics();
    throw new Error(`the document cannot be set: ${wrong ? JSON.stringify(typst.fetchDiagnostics(wrong)) : "unknown"}`);
  }
  const moment = Math.floor(new Date(document.at).getTime() / 1000);
  const pdf = typst.pdf(set, { pdfStandard: "ua-1", creationTimestamp: Number.isFinite(moment) ? moment : 0 });
  typst.evictCache(remembered);
  return pdf;
}
