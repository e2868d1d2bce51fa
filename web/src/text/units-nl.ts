const irregular: Readonly<Record<string, string>> = {
  inwoners: "inwoner",
  personen: "persoon",
  mensen: "mens",
  kinderen: "kind",
  vrouwen: "vrouw",
  mannen: "man",
  huishoudens: "huishouden",
  gezinnen: "gezin",
  woningen: "woning",
  woongelegenheden: "woongelegenheid",
  gebouwen: "gebouw",
  misdrijven: "misdrijf",
  ongevallen: "ongeval",
  slachtoffers: "slachtoffer",
  overlijdens: "overlijden",
  geboorten: "geboorte",
  vestigingen: "vestiging",
  bedrijven: "bedrijf",
  ondernemingen: "onderneming",
  boerderijen: "boerderij",
  zorgboerderijen: "zorgboerderij",
  leerlingen: "leerling",
  pendelaars: "pendelaar",
  verhuizers: "verhuizer",
  werkzoekenden: "werkzoekende",
  werknemers: "werknemer",
  zelfstandigen: "zelfstandige",
  klanten: "klant",
  verkopen: "verkoop",
  vergunningen: "vergunning",
  voertuigen: "voertuig",
  aangiften: "aangifte",
  jaarinkomens: "jaarinkomen",
  jobs: "job",
  banen: "baan",
  bezoekers: "bezoeker",
  brandinterventies: "brandinterventie",
  plaatsen: "plaats",
  bedden: "bed",
  scholen: "school",
  bomen: "boom",
  punten: "punt",
  dagen: "dag",
  weken: "week",
  maanden: "maand",
  minuten: "minuut",
};

/** Units that Dutch leaves as they are after any number. */
const fixed =
  /^(euro|frank|hectare|are|jaar|uur|kilo|kilogram|ton|liter|meter|kilometer|procent|[kmgt]?w(h)?|[gt]j|ha|m|m²|km|km²|kg|%|‰)$/i;

/** The Dutch unit for exactly one: *inwoner*, *euro per aangifte*; undefined where it is not known. */
export function singularDutch(unit: string): string | undefined {
  const [head = "", rest = ""] = unit.split(/ (per .*)/s);
  const one = fixed.test(head) ? head : irregular[head.toLowerCase()];
  if (one === undefined) return undefined;
  return rest === "" ? one : `${one} ${rest}`;
}
