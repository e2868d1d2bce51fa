import { importFiles } from "../../src/imports/import.ts";
import { openWorkingCopy } from "../../src/working-copy.ts";

/** Imports a file and dies without warning at a step: what a power cut does. Run as a process of its own. */
const [folder = "", path = "", step = ""] = process.argv.slice(2);
const copy = await openWorkingCopy({ folder });
await importFiles([path], copy, { create: true }, (now) => {
  if (now !== step) return;
  // While the files of the load are being written, a little into it.
  if (step === "write") setTimeout(() => process.kill(process.pid, "SIGKILL"), 10);
  else process.kill(process.pid, "SIGKILL");
});
