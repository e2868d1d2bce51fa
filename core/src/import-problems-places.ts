import type { ImportProblem } from "./import-problem.ts";

/** What an import can have to say of objects on the map: their coordinates, and the areas in which they lie. */
export const placeProblems = {
  "geojson-unreadable": {
    weight: "error",
    message: { nl: "Dit is geen leesbare GeoJSON ({what}).", en: "This is no readable GeoJSON ({what})." },
    mend: {
      nl: "Geef een FeatureCollection; elk feature heeft een code (id, of eigenschap “code”) en een punt of lijn.",
      en: "Give a FeatureCollection; every feature has a code (id, or property “code”) and a point or line.",
    },
  },
  "place-unreadable": {
    weight: "error",
    message: { nl: "“{text}” is geen coördinaat.", en: "“{text}” is not a coordinate." },
    mend: {
      nl: "Schrijf een getal zonder eenheid, of laat x en y allebei leeg.",
      en: "Write a number without a unit, or leave both x and y empty.",
    },
  },
  "place-shape": {
    weight: "error",
    message: {
      nl: "“{code}” heeft een vorm ({shape}) die niet op “{level}” hoort.",
      en: "“{code}” has a shape ({shape}) that does not belong on “{level}”.",
    },
    mend: {
      nl: "Op een puntniveau staan punten (Point), op een lijnniveau lijnen (LineString, MultiLineString).",
      en: "A point level holds points (Point), a line level lines (LineString, MultiLineString).",
    },
  },
  "place-system-unknown": {
    weight: "error",
    message: { nl: "“{text}” is geen coördinatenstelsel dat Peil kent.", en: "“{text}” is no coordinate system that Peil knows." },
    mend: {
      nl: "Schrijf 31370 (Lambert 72), 3812 (Lambert 2008) of 4326 (WGS84).",
      en: "Write 31370 (Lambert 72), 3812 (Lambert 2008) or 4326 (WGS84).",
    },
  },
  "place-swapped": {
    weight: "error",
    message: {
      nl: "De coördinaten van “{code}” ({x}; {y}) staan omgekeerd: andersom liggen ze in {system}.",
      en: "The coordinates of “{code}” ({x}; {y}) are the wrong way round: turned, they lie in {system}.",
    },
    mend: {
      nl: "Zet in x de oosterlengte (of oost), in y de noorderbreedte (of noord).",
      en: "Put the longitude (or easting) in x, the latitude (or northing) in y.",
    },
  },
  "place-abroad": {
    weight: "error",
    message: {
      nl: "De coördinaten van “{code}” ({x}; {y}) liggen in geen enkel stelsel in België.",
      en: "The coordinates of “{code}” ({x}; {y}) lie in Belgium in no system.",
    },
    mend: {
      nl: "Kijk de coördinaten na: Lambert 72, Lambert 2008 of graden WGS84.",
      en: "Check the coordinates: Lambert 72, Lambert 2008 or degrees WGS84.",
    },
  },
  "place-mixed": {
    weight: "error",
    message: {
      nl: "“{code}” lijkt in {system} te staan, terwijl het blad met {first} begint.",
      en: "“{code}” seems to be in {system}, while the sheet begins with {first}.",
    },
    mend: {
      nl: "Zet alle coördinaten in één stelsel, of voeg een kolom “EPSG” toe.",
      en: "Put all coordinates in one system, or add a column “EPSG”.",
    },
  },
  "place-differs": {
    weight: "error",
    message: {
      nl: "“{code}” staat er meer dan één keer, met een andere naam of plaats (eerst op rij {first}).",
      en: "“{code}” stands there more than once, with another name or place (first on row {first}).",
    },
    mend: {
      nl: "Een object heeft één plaats; geef een verhuisd object een nieuwe code.",
      en: "An object has one place; give an object that moved a new code.",
    },
  },
  "place-outside": {
    weight: "error",
    message: {
      nl: "“{name}” ({code}) ligt in geen enkel gebied van “{level}”.",
      en: "“{name}” ({code}) lies in no area of “{level}”.",
    },
    mend: {
      nl: "Verbeter de coördinaten, geef “{level}” een gebied 99991 voor wat nergens ligt, of houd het object buiten de tellingen met --skip-unknown.",
      en: "Mend the coordinates, give “{level}” an area 99991 for what lies nowhere, or keep the object out of the counts with --skip-unknown.",
    },
  },
  "place-skipped": {
    weight: "remark",
    message: {
      nl: "“{name}” ({code}) ligt in geen enkel gebied van “{level}” en telt daar niet mee.",
      en: "“{name}” ({code}) lies in no area of “{level}” and does not count there.",
    },
    mend: { nl: "", en: "" },
  },
  "place-to-unknown": {
    weight: "remark",
    message: {
      nl: "“{name}” ({code}) ligt in geen enkel gebied van “{level}” en telt mee in “{area}”.",
      en: "“{name}” ({code}) lies in no area of “{level}” and counts in “{area}”.",
    },
    mend: { nl: "", en: "" },
  },
  "place-partly": {
    weight: "remark",
    message: {
      nl: "{share} % van “{name}” ({code}) ligt buiten alle gebieden van “{level}”.",
      en: "{share} % of “{name}” ({code}) lies outside all areas of “{level}”.",
    },
    mend: { nl: "", en: "" },
  },
  "places-system": {
    weight: "remark",
    message: { nl: "De coördinaten zijn gelezen als {system}.", en: "The coordinates were read as {system}." },
    mend: { nl: "", en: "" },
  },
  "places-positioned": {
    weight: "remark",
    message: {
      nl: "{count} van de {total} objecten van “{level}” kregen hun gebied op “{target}”.",
      en: "{count} of the {total} objects of “{level}” got their area on “{target}”.",
    },
    mend: { nl: "", en: "" },
  },
  "places-without-borders": {
    weight: "remark",
    message: {
      nl: "Geen enkel dekkend gebiedsniveau heeft grenzen: de objecten van “{level}” tellen nergens mee.",
      en: "No covering area level has borders: the objects of “{level}” count nowhere.",
    },
    mend: { nl: "Breng de grenzen in en lees dit bestand dan opnieuw in.", en: "Bring in the borders and then import this file again." },
  },
  "places-on-areas": {
    weight: "remark",
    message: {
      nl: "Op “{level}” staan gebieden en geen objecten: de coördinaten zijn niet gebruikt.",
      en: "“{level}” holds areas and no objects: the coordinates were not used.",
    },
    mend: { nl: "", en: "" },
  },
} as const satisfies Readonly<Record<string, ImportProblem>>;
