import { cite } from "./cite.ts";
import { compare } from "./compare.ts";
import { explainMethod } from "./explain-method.ts";
import { findAreas } from "./find-areas.ts";
import { findIndicators } from "./find-indicators.ts";
import { getFigures } from "./get-figures.ts";
import type { Tool } from "./tool.ts";

/** Every tool that assistants are offered; `docs/mcp.md` describes each. */
export const tools: readonly Tool[] = [findIndicators, findAreas, getFigures, compare, explainMethod, cite];
