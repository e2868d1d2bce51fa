import type { ExchangeHead } from "../../core/src/model/exchange.ts";
import { similarity } from "./similarity.ts";

/** The head of the exchange folder: what the site says about itself. */
export const head: ExchangeHead = {
  format: "peil-exchange",
  version: 1,
  site: {
    name: { nl: "Peil Vlaanderen", en: "Peil Flanders" },
    motto: {
      nl: "Hoe staat je gemeente ervoor? Cijfers over Vlaanderen en Brussel, vergeleken en uitgelegd.",
      en: "How is your municipality doing? Figures about Flanders and Brussels, compared and explained.",
    },
    homeLevel: "gemeente",
    benchmarkLevels: ["provincie", "gewest"],
    benchmark: { level: "gewest", area: "2000" },
    similarity,
    style: "default",
  },
};
