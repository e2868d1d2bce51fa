import type { ExchangeTheme } from "../../core/src/model/exchange.ts";
import type { Pair } from "./define.ts";

/** An indicator in a place of the tree; with an alias where it needs another name there. */
type Item = string | readonly [code: string, alias: Pair];

type Folder = {
  readonly code: string;
  readonly name: Pair;
  readonly about: Pair;
  readonly items: readonly Item[];
  readonly folders?: readonly Folder[];
};

/** The fourteen themes of the Gemeente-Stadsmonitor; in each the most wanted figures first, rates before counts. */
const tree: readonly Folder[] = [
  {
    code: "armoede",
    name: ["Armoede", "Poverty"],
    about: [
      "Wie moet met weinig rondkomen, en wie raakt achterop met afbetalen.",
      "Who has to get by on little, and who falls behind on payments.",
    ],
    items: [
      "aandeel_achterstand",
      "aandeel_lage_inkomens",
      "aandeel_nulaangiften",
      "aandeel_achterstand_woning",
      ["inkomen_mediaan", ["Mediaan inkomen", "Median income"]],
      "inkomensverschil",
    ],
    folders: [
      {
        code: "armoede-aantallen",
        name: ["Aantallen", "Numbers"],
        about: ["De aantallen achter de percentages.", "The numbers behind the percentages."],
        items: [
          "kredietnemers_achterstand",
          "kredietnemers",
          "woonkredieten_achterstand",
          "woonkredieten",
          "aangiften_lt10k",
          "nulaangiften",
        ],
      },
    ],
  },
  {
    code: "cultuur-en-vrije-tijd",
    name: ["Cultuur en vrije tijd", "Culture and leisure"],
    about: ["Wat een gemeente overheeft voor cultuur, sport en vrije tijd.", "What a municipality spends on culture, sports and leisure."],
    items: ["investeringen_cultuur_inw", "aandeel_recreatie_grond", "aandeel_wijkgroen"],
  },
  {
    code: "demografie",
    name: ["Demografie", "Population"],
    about: [
      "Hoeveel mensen er wonen, hoe oud ze zijn en hoe ze samenleven.",
      "How many people live here, how old they are and how they live together.",
    ],
    items: ["inwoners_alle", "groei_inwoners_5j", "groei_inwoners", "bevolkingsdichtheid"],
    folders: [
      {
        code: "leeftijd",
        name: ["Leeftijd", "Age"],
        about: ["Jong en oud, en hun verhouding tot wie ertussen zit.", "Young and old, and their relation to those in between."],
        items: ["aandeel_65plus", "aandeel_0_17", "aandeel_80plus", "aandeel_18_64", "grijze_druk", "groene_druk", "interne_vergrijzing"],
      },
      {
        code: "huishoudens",
        name: ["Huishoudens", "Households"],
        about: ["Alleen, met twee of met meer, nu en later.", "Alone, with two or with more, now and later."],
        items: [
          "aandeel_alleenwonend",
          "huishoudgrootte",
          "groei_huishoudens_5j",
          "aandeel_grote_huishoudens",
          "huishoudens",
          "huishoudens_1p",
          "huishoudens_2p",
          "huishoudens_3p",
          "huishoudens_4p",
        ],
      },
      {
        code: "bevolking-in-detail",
        name: ["Bevolking in detail", "Population in detail"],
        about: [
          "Geslacht, burgerlijke staat, nationaliteit en de bronnen van het inwonertal.",
          "Sex, civil status, nationality and the sources of the number of inhabitants.",
        ],
        items: ["bevolking", "mannen_100_vrouwen", "aandeel_gehuwd", "aandeel_niet_belg", "inwoners", "inwoners_geschat"],
      },
    ],
  },
  {
    code: "economie",
    name: ["Economie", "Economy"],
    about: ["Inkomens, ondernemingen en boerderijen.", "Incomes, enterprises and farms."],
    items: ["inkomen_inwoner", "inkomen_mediaan", "inkomen_aangifte", "groei_vestigingen", "starters_1000"],
    folders: [
      {
        code: "inkomens",
        name: ["Inkomens", "Incomes"],
        about: ["Wat mensen aangeven en hoe het verdeeld is.", "What people declare and how it is spread."],
        items: [
          "groei_inkomen_5j",
          "aandeel_hoge_inkomens",
          "aandeel_lage_inkomens",
          "inkomensverschil",
          "inkomen_totaal",
          "aangiften",
          "aangiften_gt50k",
        ],
      },
      {
        code: "ondernemingen",
        name: ["Ondernemingen", "Enterprises"],
        about: ["Starten, blijven en groeien.", "Starting, staying and growing."],
        items: [
          "overleving_5j",
          "overleving_3j",
          "overleving_1j",
          "vestigingen",
          "starters",
          "starters_sector",
          "overlevers_1j",
          "overlevers_3j",
          "overlevers_5j",
          "investeringen_economie_inw",
        ],
      },
      {
        code: "landbouw",
        name: ["Landbouw", "Farming"],
        about: ["Boerderijen die rechtstreeks verkopen.", "Farms that sell directly."],
        items: ["hoeveproducenten_10000", "hoeveproducenten", "aandeel_landbouw"],
      },
    ],
  },
  {
    code: "integratie",
    name: ["Integratie", "Integration"],
    about: ["Inwoners met een andere nationaliteit.", "Inhabitants with another nationality."],
    items: ["aandeel_niet_belg", "aandeel_niet_belg_kinderen", "niet_belgen"],
  },
  {
    code: "klimaat-milieu-natuur",
    name: ["Klimaat, milieu en natuur", "Climate, environment and nature"],
    about: ["Energie, groen en natuur.", "Energy, green space and nature."],
    items: [
      "elektriciteit_per_klant",
      "gas_per_klant",
      "aandeel_buurtgroen",
      "aandeel_wijkgroen",
      "aandeel_bos",
      "investeringen_natuur_inw",
    ],
    folders: [
      {
        code: "energie",
        name: ["Energie", "Energy"],
        about: ["Elektriciteit en aardgas van het net.", "Electricity and natural gas from the grid."],
        items: [
          "energie_inwoner",
          "aandeel_gas",
          "elektriciteit_gezinnen",
          "elektriciteit_bedrijven",
          "gas_gezinnen",
          "gas_bedrijven",
          "elektriciteit_klanten",
          "gas_klanten",
        ],
      },
      {
        code: "natuur-en-groen",
        name: ["Natuur en groen", "Nature and green space"],
        about: ["Oppervlakten en aantallen achter de percentages.", "Surfaces and numbers behind the percentages."],
        items: ["bos", "buurtgroen_inwoners", "wijkgroen_inwoners"],
      },
    ],
  },
  {
    code: "lokaal-bestuur",
    name: ["Lokaal bestuur", "Local government"],
    about: ["Wat de gemeente investeert en wat inwoners haar betalen.", "What the municipality invests and what inhabitants pay to it."],
    items: [
      "investeringen_inw",
      "gemeentebelasting_inw",
      "aandeel_investeringen_mobiliteit",
      "investeringen_bestuur_inw",
      "investeringen_domein",
      "investeringen",
      "gemeentebelasting",
    ],
  },
  {
    code: "mobiliteit",
    name: ["Mobiliteit", "Mobility"],
    about: ["Veilig op de weg, en wat de gemeente eraan doet.", "Safety on the road, and what the municipality does about it."],
    items: [
      "verkeersslachtoffers_10000",
      "letselongevallen_10000",
      "aandeel_ernstig",
      "aandeel_fietsongevallen",
      "fietsdiefstal_1000",
      "investeringen_mobiliteit_inw",
    ],
    folders: [
      {
        code: "ongevallen",
        name: ["Aantallen", "Numbers"],
        about: ["Slachtoffers en ongevallen geteld.", "Casualties and accidents counted."],
        items: ["verkeersslachtoffers", "verkeersdoden", "zwaargewonden", "lichtgewonden", "letselongevallen", "letselongevallen_fiets"],
      },
    ],
  },
  {
    code: "onderwijs-en-vorming",
    name: ["Onderwijs en vorming", "Education"],
    about: [
      "Kinderen op school, en wat de gemeente in scholen investeert.",
      "Children at school, and what the municipality invests in schools.",
    ],
    items: [
      "lager_per_100",
      "kleuters_per_100",
      "investeringen_onderwijs_inw",
      "groei_leerlingen_lager",
      "leerlingen_lager",
      "leerlingen_kleuter",
      "leerlingen_kleuter_buitengewoon",
    ],
  },
  {
    code: "ruimte",
    name: ["Ruimte", "Space"],
    about: ["Hoe de grond gebruikt wordt.", "How the ground is used."],
    items: [
      "aandeel_bebouwd",
      "aandeel_open_ruimte",
      "bevolkingsdichtheid",
      "aandeel_landbouw",
      "aandeel_bos",
      "woningdichtheid",
      "bodemgebruik",
    ],
    folders: [
      {
        code: "oppervlakten",
        name: ["Oppervlakten", "Surfaces"],
        about: ["Grond van huizen en bedrijven, en oppervlakten in hectare.", "Land of houses and businesses, and surfaces in hectares."],
        items: ["aandeel_huizen_grond", "aandeel_bedrijfsgrond", "oppervlakte", "open_ruimte", "akker", "grasland", "bos"],
      },
    ],
  },
  {
    code: "samenleven",
    name: ["Samenleven", "Living together"],
    about: [
      "Veiligheid in de gemeente: misdrijven die de politie noteerde.",
      "Safety in the municipality: offences that the police recorded.",
    ],
    items: [
      "criminaliteit_1000",
      "woninginbraak_1000",
      "fietsdiefstal_1000",
      "geweld_buiten_gezin_1000",
      "geweld_gezin_1000",
      "vandalisme_1000",
      "investeringen_veiligheid_inw",
    ],
    folders: [
      {
        code: "andere-misdrijven",
        name: ["Andere misdrijven", "Other offences"],
        about: ["Diefstal, drugs en bedrog per 1.000 inwoners.", "Theft, drugs and fraud per 1,000 inhabitants."],
        items: ["diefstal_1000", "winkeldiefstal_1000", "drugs_1000", "bedrog_1000"],
      },
      {
        code: "misdrijven-aantallen",
        name: ["Aantallen", "Numbers"],
        about: ["Misdrijven geteld.", "Offences counted."],
        items: [
          "criminaliteit",
          "diefstal",
          "woninginbraak",
          "fietsdiefstal",
          "winkeldiefstal",
          "geweld_buiten_gezin",
          "geweld_gezin",
          "vandalisme",
          "drugs",
          "bedrog",
        ],
      },
    ],
  },
  {
    code: "werk",
    name: ["Werk", "Work"],
    about: ["Wie kan werken, en wie voor zichzelf begint.", "Who can work, and who starts a business."],
    items: ["doorstroom_arbeid", "aandeel_18_64", "starters_1000", "overleving_5j", "vestigingen"],
  },
  {
    code: "wonen-en-woonomgeving",
    name: ["Wonen en woonomgeving", "Housing and surroundings"],
    about: ["Wat wonen kost, wat er staat en wat erbij komt.", "What housing costs, what is there and what is being added."],
    items: [
      "huisprijs",
      "flatprijs",
      "groei_huisprijs_5j",
      "huisprijs_in_inkomens",
      "vergunde_woningen_1000",
      "aandeel_flats",
      "aandeel_buurtgroen",
    ],
    folders: [
      {
        code: "woningmarkt",
        name: ["Woningmarkt", "Housing market"],
        about: ["Prijzen en verkopen.", "Prices and sales."],
        items: [
          "huisprijs_rij",
          "huisprijs_open",
          "groei_flatprijs_5j",
          "verkopen_1000",
          "aandeel_verkochte_flats",
          "verkopen_huizen",
          "verkopen_flats",
        ],
      },
      {
        code: "bouwen",
        name: ["Bouwen en verbouwen", "Building and renovating"],
        about: ["Vergunningen voor nieuwe gebouwen en renovaties.", "Permits for new buildings and renovations."],
        items: [
          "aandeel_vergunde_flats",
          "vergunde_renovaties_1000",
          "vergunde_woningen",
          "vergunde_flats",
          "vergunde_huizen",
          "vergunde_renovaties",
          "vergunde_woongebouwen",
          "vergunde_bedrijfsgebouwen",
        ],
      },
      {
        code: "gebouwen",
        name: ["Gebouwen en woningen", "Buildings and dwellings"],
        about: ["Wat er staat: hoe oud en van welk type.", "What is there: how old and of what type."],
        items: [
          "aandeel_gebouwen_voor1946",
          "aandeel_gebouwen_na2001",
          "aandeel_open_bebouwing",
          "woningdichtheid",
          "gebouwenpark",
          "woningpark",
          "woongelegenheden",
          "gebouwen",
          "investeringen_wonen_inw",
        ],
      },
    ],
  },
  {
    code: "zorg-en-gezondheid",
    name: ["Zorg en gezondheid", "Care and health"],
    about: ["Wie zorg nodig kan hebben, en wat er voor zorg gebeurt.", "Who may need care, and what is done for it."],
    items: ["investeringen_zorg_inw", "aandeel_80plus", "zorgboerderijen_10000", "zorgboerderijen"],
  },
];

function item(each: Item): ExchangeTheme {
  if (typeof each === "string") return { indicator: each };
  const [code, [nl, en]] = each;
  return { indicator: code, alias: { nl, en } };
}

function folder({ code, name, about, items, folders = [] }: Folder): ExchangeTheme {
  return {
    folder: code,
    name: { nl: name[0], en: name[1] },
    description: { nl: about[0], en: about[1] },
    children: [...items.map(item), ...folders.map(folder)],
  };
}

/** The theme tree of the starter content. */
export const themes: readonly ExchangeTheme[] = tree.map(folder);
