/** Customary English names of places; whoever is not here keeps the Dutch name in English. */
const english: Readonly<Record<string, string>> = {
  Antwerpen: "Antwerp",
  Brugge: "Bruges",
  Brussel: "Brussels",
  Gent: "Ghent",
  Ieper: "Ypres",
  Oostende: "Ostend",
  Elsene: "Ixelles",
  Oudergem: "Auderghem",
  Schaarbeek: "Schaerbeek",
  "Sint-Agatha-Berchem": "Berchem-Sainte-Agathe",
  "Sint-Jans-Molenbeek": "Molenbeek-Saint-Jean",
  "Sint-Joost-ten-Node": "Saint-Josse-ten-Noode",
  "Sint-Lambrechts-Woluwe": "Woluwe-Saint-Lambert",
  "Sint-Pieters-Woluwe": "Woluwe-Saint-Pierre",
  Ukkel: "Uccle",
  "Watermaal-Bosvoorde": "Watermael-Boitsfort",
  "Brussels Hoofdstedelijk Gewest": "Brussels-Capital Region",
  "Vlaams Gewest": "Flemish Region",
  "Vlaams-Brabant": "Flemish Brabant",
  "West-Vlaanderen": "West Flanders",
  "Oost-Vlaanderen": "East Flanders",
  "Regio Antwerpen": "Antwerp region",
  "Regio Brugge": "Bruges region",
  "Regio Gent": "Ghent region",
  "Oost-Brabant": "East Brabant",
  "Zuid-West-Vlaanderen": "South-West Flanders",
  Middenkust: "Central Coast",
  "Vlaamse Ardennen": "Flemish Ardennes",
  "Vlaamse Rand": "Flemish Periphery of Brussels",
  "Niet te lokaliseren": "Location unknown",
  "Niet te lokaliseren - Brussel": "Location unknown within Brussels",
  "Niet te lokaliseren - Vlaanderen": "Location unknown within Flanders",
  "Provincie onbekend (Vlaanderen)": "Province unknown (Flanders)",
  "Buiten Vlaanderen en Brussel": "Outside Flanders and Brussels",
};

/** English names that hold for the Brussels municipality only: Flanders has namesakes. */
const inBrussels: Readonly<Record<string, string>> = { Vorst: "Forest", "Sint-Gillis": "Saint-Gilles" };

/** How a kind of area is told from its namesakes, by the mark that the source uses. */
const marks: Readonly<Record<string, readonly [nl: string, en: string]>> = {
  "Prov.": ["provincie", "province"],
  "Arr.": ["arrondissement", "arrondissement"],
  "Verv.": ["vervoerregio", "transport region"],
  "Dg.": ["deelgemeente", "sub-municipality"],
};

function translated(name: string, code: string): string {
  return (/^21\d\d\d/.test(code) ? inBrussels[name] : undefined) ?? english[name] ?? name;
}

/** The Dutch and English name of an area, from the name in the source. English is empty where it is the same. */
export function namesOf(name: string, code: string): { readonly nl: string; readonly en: string } {
  const unknown = / - niet te lokaliseren$/.exec(name);
  if (unknown) {
    const place = name.slice(0, unknown.index);
    return { nl: `${place}: niet te lokaliseren`, en: `${translated(place, code)}: location unknown` };
  }
  const marked = /^(.*) \((Prov\.|Arr\.|Verv\.|Dg\.)\)$/.exec(name);
  const place = marked?.[1];
  const mark = marks[marked?.[2] ?? ""];
  if (place !== undefined && mark) {
    const nl = `${place} (${mark[0]})`;
    const en = `${translated(place, code)} (${mark[1]})`;
    return { nl, en: en === nl ? "" : en };
  }
  const within = /^(.*) \((.*)\)$/.exec(name);
  if (within?.[1] !== undefined && within[2] !== undefined && english[name] === undefined) {
    const en = `${within[1]} (${translated(within[2], code)})`;
    return { nl: name, en: en === name ? "" : en };
  }
  const nl = name.charAt(0).toUpperCase() + name.slice(1);
  const en = translated(nl, code);
  return { nl, en: en === nl ? "" : en };
}
