import type { ExchangeHead } from "../../core/src/model/exchange.ts";
import type { OpenData, SavedGroup } from "../../core/src/model/site.ts";
import { glance } from "./glance.ts";
import { similarity } from "./similarity.ts";

/** The thirteen centre cities by the Flemish decree on the city fund, by their codes of 2025. */
const centreCities: SavedGroup = {
  code: "centrumsteden",
  name: { nl: "Centrumsteden", en: "Centre cities" },
  areas: [
    "41002", // Aalst
    "11002", // Antwerpen
    "31005", // Brugge
    "71016", // Genk
    "44021", // Gent
    "71072", // Hasselt
    "34022", // Kortrijk
    "24062", // Leuven
    "12025", // Mechelen
    "35013", // Oostende
    "36015", // Roeselare
    "46021", // Sint-Niklaas
    "13040", // Turnhout
  ].map((code) => ({ level: "gemeente", code })),
};

/** What the themes are called in Europe, and where the figures are about. */
const openData: OpenData = {
  spatial: ["http://publications.europa.eu/resource/authority/country/BEL"],
  themes: [
    { theme: "armoede", dataTheme: "SOCI" },
    { theme: "cultuur-en-vrije-tijd", dataTheme: "EDUC" },
    { theme: "demografie", dataTheme: "SOCI" },
    { theme: "economie", dataTheme: "ECON" },
    { theme: "landbouw", dataTheme: "AGRI" },
    { theme: "integratie", dataTheme: "SOCI" },
    { theme: "klimaat-milieu-natuur", dataTheme: "ENVI" },
    { theme: "energie", dataTheme: "ENER" },
    { theme: "lokaal-bestuur", dataTheme: "GOVE" },
    { theme: "mobiliteit", dataTheme: "TRAN" },
    { theme: "onderwijs-en-vorming", dataTheme: "EDUC" },
    { theme: "ruimte", dataTheme: "REGI" },
    { theme: "samenleven", dataTheme: "JUST" },
    { theme: "werk", dataTheme: "ECON" },
    { theme: "wonen-en-woonomgeving", dataTheme: "REGI" },
    { theme: "zorg-en-gezondheid", dataTheme: "HEAL" },
  ],
};

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
    groups: [centreCities],
    glance,
    openData,
    style: "default",
  },
};
