import type { ExchangeSource } from "../../core/src/model/exchange.ts";
import type { Text } from "../../core/src/model/text.ts";

const statbel = {
  publisher: "Statbel",
  url: "https://statbel.fgov.be",
  licence: "Statbel open data licence",
} as const;

const rows: readonly (readonly [
  code: string,
  nl: string,
  en: string,
  referenceDate: string,
  publisher: { readonly publisher: string; readonly url: string; readonly licence?: string },
])[] = [
  ["statbel_bevolking", "Bevolking volgens het Rijksregister", "Population in the National Register", "1 januari / 1 January", statbel],
  ["statbel_inkomens", "Fiscale inkomens", "Fiscal incomes", "Inkomensjaren 2005–2019 / Income years 2005–2019", statbel],
  ["statbel_gebouwen", "Kadastrale statistiek van het gebouwenpark", "Land-register statistics of buildings", "2025", statbel],
  ["statbel_bodem", "Bodembezetting volgens het kadaster", "Land use in the land register", "1985–2015", statbel],
  [
    "statbel_vastgoed",
    "Verkoopprijzen van vastgoed",
    "Sale prices of real estate",
    "2010 tot het 3e kwartaal van 2025 / 2010 to the 3rd quarter of 2025",
    statbel,
  ],
  ["statbel_vergunningen", "Bouwvergunningen", "Building permits", "1996 – 2025-08", statbel],
  [
    "statbel_ondernemingen",
    "Ondernemingen en vestigingen",
    "Enterprises and local units",
    "Starters 2008–2023, vestigingen 2018Q4–2023Q4 / Start-ups 2008–2023, local units 2018Q4–2023Q4",
    statbel,
  ],
  [
    "politie_criminaliteit",
    "Geregistreerde criminaliteit",
    "Registered crime",
    "2008–2020",
    { publisher: "Federale Politie", url: "https://www.politie.be" },
  ],
  [
    "verkeersongevallen",
    "Verkeersongevallen met letsel",
    "Road accidents with injury",
    "2019–2020",
    { publisher: "Statbel en Federale Politie", url: "https://statbel.fgov.be" },
  ],
  [
    "vlaanderen_huishoudens",
    "Huishoudens en vooruitzichten",
    "Households and projections",
    "2010–2023, vooruitzicht 2024–2040 (mei 2024) / 2010–2023, projection 2024–2040 (May 2024)",
    { publisher: "Statistiek Vlaanderen", url: "https://www.vlaanderen.be/statistiek-vlaanderen" },
  ],
  [
    "abb_investeringen",
    "Rapportering over de beleids- en beheerscyclus",
    "Reporting on the policy and management cycle",
    "Plannen van 2014, 2020 en 2026 / Plans of 2014, 2020 and 2026",
    { publisher: "Agentschap Binnenlands Bestuur", url: "https://lokaalbestuur.vlaanderen.be" },
  ],
  [
    "fluvius_energie",
    "Energieverbruik per statistische sector",
    "Energy use by statistical sector",
    "2018–2021",
    { publisher: "Fluvius", url: "https://www.fluvius.be" },
  ],
  [
    "vito_landgebruik",
    "Landgebruiksbestand",
    "Land-use map",
    "2013, 2016",
    { publisher: "VITO en Departement Omgeving", url: "https://omgeving.vlaanderen.be" },
  ],
  ["vito_groen", "Groen in de buurt", "Green space nearby", "2013, 2016", { publisher: "VITO", url: "https://vito.be" }],
  [
    "landbouw_verbreding",
    "Hoeveproducenten en zorgboerderijen",
    "Farm-gate producers and care farms",
    "2009–2022",
    { publisher: "Departement Landbouw en Visserij en Steunpunt Groene Zorg", url: "https://landbouwcijfers.vlaanderen.be" },
  ],
  [
    "nbb_kredieten",
    "Centrale voor kredieten aan particulieren",
    "Central register of credits to private persons",
    "2020–2021",
    { publisher: "Nationale Bank van België", url: "https://www.nbb.be" },
  ],
  [
    "onderwijs_leerlingen",
    "Leerlingen naar plaats van de school",
    "Pupils by place of the school",
    "2010–2014",
    { publisher: "Vlaams Ministerie van Onderwijs en Vorming", url: "https://onderwijs.vlaanderen.be" },
  ],
];

/** Who made the figures. A licence stands only where the publisher's is known; the others are listed in decision 0004. */
export const sources: readonly ExchangeSource[] = rows.map(([code, nl, en, referenceDate, publisher]) => ({
  code,
  name: { nl, en },
  ...publisher,
  referenceDate: bothOf(referenceDate),
}));

/** `Dutch / English`, or what is the same in both. */
function bothOf(written: string): Text {
  const [nl = "", en = nl] = written.split(" / ");
  return { nl, en };
}
