import { curl } from "./curl.ts";
import { javascript } from "./javascript.ts";
import { powerQuery } from "./power-query.ts";
import { python } from "./python.ts";
import { r } from "./r.ts";
import type { Snippet } from "./snippet.ts";

/** The languages in which a page shows how its figures are fetched, in its order. */
export const snippets: readonly Snippet[] = [python, r, javascript, curl, powerQuery];
