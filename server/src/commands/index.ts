import type { Command } from "./command.ts";
import { disclosureCommand } from "./disclosure.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { keyCommand } from "./key.ts";
import { mcpCommand } from "./mcp.ts";
import { publishCommand } from "./publish.ts";
import { releasesCommand } from "./releases.ts";
import { rollbackCommand } from "./rollback.ts";
import { serveCommand } from "./serve.ts";
import { startCommand } from "./start.ts";
import { undoCommand } from "./undo.ts";
import { visitsCommand } from "./visits.ts";

/** Every command of `peil`, in the order in which the help lists them. */
export const commands: readonly Command[] = [
  startCommand,
  serveCommand,
  importCommand,
  exportCommand,
  publishCommand,
  rollbackCommand,
  releasesCommand,
  undoCommand,
  disclosureCommand,
  visitsCommand,
  keyCommand,
  mcpCommand,
];
