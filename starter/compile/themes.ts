import type { ExchangeTheme } from "../../core/src/model/exchange.ts";
import { topics } from "./topics/all.ts";
export const themes: readonly ExchangeTheme[] = [{ folder: "demografie", name: { nl: "Demografie", en: "Population" }, children: topics.map((t) => ({ indicator: t.indicator.code })) }];
