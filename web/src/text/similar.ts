/** What the section of similar areas says in Dutch. */
export const similarNl = {
  title: (plural: string) => `Gelijkende ${plural}`,
  by: "Gelijkend in",
  /** The only figure of a comparison. */
  one: (name: string, other: string, own: string) => `${name}: ${other}, tegenover ${own} hier.`,
  closest: (name: string, other: string, own: string) => `Het dichtst bij elkaar: ${name} (${other}, tegenover ${own} hier).`,
  farthest: (name: string, other: string, own: string) => `Het verst uit elkaar: ${name} (${other}, tegenover ${own} hier).`,
  distance: (distance: string) => `afstand ${distance}`,
  compare: (plural: string) => `Zet deze ${plural} ernaast`,
  among: (n: string, plural: string, region: string) => `Gezocht onder ${n} andere ${plural}${region === "" ? "" : ` in ${region}`}.`,
  leftOut: (n: number) => (n === 1 ? "1 mist een cijfer en telt niet mee." : `${n} missen een cijfer en tellen niet mee.`),
  periods: (periods: string) => `Cijfers van ${periods}.`,
  missing: (names: string) => `Zonder ${names}: daarvoor is hier geen cijfer.`,
  nothing: "Voor dit gebied zijn te weinig cijfers bekend om gelijkende te zoeken.",
  how: "Elk cijfer telt in standaardafwijkingen, zodat eenheden geen rol spelen; een afstand van 0 is gelijk.",
};

/** What the section of similar areas says in English. */
export const similarEn: typeof similarNl = {
  title: (plural) => `Similar ${plural}`,
  by: "Similar in",
  one: (name, other, own) => `${name}: ${other}, against ${own} here.`,
  closest: (name, other, own) => `Closest together: ${name} (${other}, against ${own} here).`,
  farthest: (name, other, own) => `Farthest apart: ${name} (${other}, against ${own} here).`,
  distance: (distance) => `distance ${distance}`,
  compare: (plural) => `Set these ${plural} beside it`,
  among: (n, plural, region) => `Found among ${n} other ${plural}${region === "" ? "" : ` in ${region}`}.`,
  leftOut: (n) => (n === 1 ? "1 misses a figure and does not count." : `${n} miss a figure and do not count.`),
  periods: (periods) => `Figures of ${periods}.`,
  missing: (names) => `Without ${names}: there is no figure for it here.`,
  nothing: "Too few figures are known of this area to find similar ones.",
  how: "Each figure counts in standard deviations, so that units do not matter; a distance of 0 is equal.",
};
