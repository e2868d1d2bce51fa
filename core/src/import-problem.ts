import type { Text } from "./model/text.ts";

/** How heavy: an error or an unanswered question stops the import, a remark does not. */
export type Weight = "error" | "question" | "remark";

/** One thing that an import can have to say: what is the matter, and what to do. `{name}` is filled from the details. */
export type ImportProblem = { readonly weight: Weight; readonly message: Text; readonly mend: Text };
