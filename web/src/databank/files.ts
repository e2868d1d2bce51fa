import type { Workspace } from "@peil/core/documents/workspace.ts";
import { parseWorkspace } from "@peil/core/documents/workspace.ts";

/** Gives the reader a text as a file. */
export function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The text of a saved workspace: the same shape as everywhere, with lines for who opens it. */
export function fileText(workspace: Workspace): string {
  return `${JSON.stringify(workspace, null, 2)}\n`;
}

/** A file that no workspace can be as large as. */
const largest = 4_000_000;

/** Reads a file that a reader opens. @throws `workspace-invalid`, `workspace-newer` */
export async function openFile(file: File): Promise<Workspace> {
  return parseWorkspace(file.size > largest ? file.name : await file.text());
}
