import { flow, type Pair, rate, type Topic, unit } from "../define.ts";
import { series } from "../tables.ts";

type Crime = {
  readonly code: string;
  readonly column: string;
  readonly name: Pair;
  readonly about: Pair;
  readonly words: Pair;
};

const crimes: readonly Crime[] = [
  {
    code: "criminaliteit",
    column: "v2801_vh_totcrim",
    name: ["Geregistreerde misdrijven", "Registered crime"],
    about: ["misdrijven die de politie in een jaar noteerde", "offences that the police recorded in a year"],
    words: ["criminaliteit misdaad politie veiligheid", "crime offences police safety"],
  },
  {
    code: "diefstal",
    column: "v2801_vh_ds_tot",
    name: ["Diefstal en afpersing", "Theft and extortion"],
    about: ["diefstallen en afpersingen die de politie in een jaar noteerde", "thefts and extortions that the police recorded in a year"],
    words: ["stelen criminaliteit politie", "stealing crime police"],
  },
  {
    code: "woninginbraak",
    column: "v2801_vh_ds_woning",
    name: ["Woninginbraken", "House burglaries"],
    about: ["inbraken in woningen die de politie in een jaar noteerde", "burglaries of houses that the police recorded in a year"],
    words: ["inbraak diefstal huis criminaliteit", "burglary theft home crime"],
  },
  {
    code: "fietsdiefstal",
    column: "v2801_vh_ds_fiets",
    name: ["Fietsdiefstallen", "Bicycle thefts"],
    about: ["gestolen fietsen die bij de politie bekend zijn", "stolen bicycles known to the police"],
    words: ["fiets gestolen criminaliteit", "bike stolen crime"],
  },
  {
    code: "geweld_buiten_gezin",
    column: "v2801_vh_opzslauit",
    name: ["Slagen en verwondingen buiten het gezin", "Assault outside the family"],
    about: [
      "gevallen van opzettelijke slagen en verwondingen buiten het gezin die de politie in een jaar noteerde",
      "cases of intentional assault outside the family that the police recorded in a year",
    ],
    words: ["geweld vechten agressie criminaliteit", "violence fighting aggression crime"],
  },
  {
    code: "geweld_gezin",
    column: "v2801_vh_ifg_fys",
    name: ["Lichamelijk geweld in het gezin", "Physical violence in the family"],
    about: [
      "gevallen van lichamelijk geweld binnen het gezin die de politie in een jaar noteerde",
      "cases of physical violence inside the family that the police recorded in a year",
    ],
    words: ["intrafamiliaal geweld partnergeweld huiselijk", "domestic violence partner"],
  },
  {
    code: "vandalisme",
    column: "v2801_vh_scha_eig",
    name: ["Beschadiging van eigendom", "Damage to property"],
    about: [
      "beschadigingen van eigendom die de politie in een jaar noteerde",
      "cases of damage to property that the police recorded in a year",
    ],
    words: ["vandalisme vernieling criminaliteit", "vandalism destruction crime"],
  },
  {
    code: "drugs",
    column: "v2801_vh_dr_tot",
    name: ["Drugsmisdrijven", "Drug offences"],
    about: ["drugsmisdrijven die de politie in een jaar noteerde", "drug offences that the police recorded in a year"],
    words: ["drugs criminaliteit", "drugs crime"],
  },
  {
    code: "bedrog",
    column: "v2801_vh_bedr_tot",
    name: ["Bedrog", "Fraud"],
    about: [
      "gevallen van bedrog, zoals oplichting, die de politie in een jaar noteerde",
      "cases of fraud, such as swindles, that the police recorded in a year",
    ],
    words: ["oplichting fraude criminaliteit", "swindle scam crime"],
  },
  {
    code: "winkeldiefstal",
    column: "v2801_vh_ds_winkel",
    name: ["Winkeldiefstallen", "Shoplifting"],
    about: ["winkeldiefstallen die de politie in een jaar noteerde", "cases of shoplifting that the police recorded in a year"],
    words: ["winkel diefstal criminaliteit", "shop theft crime"],
  },
];

const note: Pair = [
  "Het cijfer van een provincie telt ook feiten mee waarvan de gemeente niet bekend is.",
  "The figure of a province includes offences of which the municipality is not known.",
];

function counted(crime: Crime): Topic {
  return flow(
    {
      code: crime.code,
      name: crime.name,
      unit: unit.number,
      about: [`Aantal ${crime.about[0]}.`, `Number of ${crime.about[1]}.`],
      words: crime.words,
      note,
      source: "politie_criminaliteit",
      rating: "lower",
    },
    series("crime", crime.column),
  );
}

function perThousand(crime: Crime): Topic {
  return rate({
    code: `${crime.code}_1000`,
    name: [`${crime.name[0]} per 1.000 inwoners`, `${crime.name[1]} per 1,000 inhabitants`],
    unit: unit.thousand,
    about: [
      `Aantal ${crime.about[0]}, per 1.000 inwoners op 1 januari van dat jaar.`,
      `Number of ${crime.about[1]}, per 1,000 inhabitants on 1 January of that year.`,
    ],
    words: crime.words,
    source: "politie_criminaliteit",
    rating: "lower",
    factor: 1000,
    decimals: crime.code === "criminaliteit" || crime.code === "diefstal" ? 1 : 2,
    formula: `1000 * ${crime.code} / inwoners_alle`,
  });
}

/** What the police record. */
export const safety: readonly Topic[] = [...crimes.map(perThousand), ...crimes.map(counted)];
