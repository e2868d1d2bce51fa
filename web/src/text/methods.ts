/** What the pages about the rules say in Dutch. */
export const methodsNl = {
  title: "Zo zijn de cijfers berekend",
  intro: "Elke regel waarmee cijfers op deze site gemaakt, beschermd, vergeleken en getoond worden, met formule, voorbeeld en bron.",
  beside: "Zo is dit berekend",
  all: "Alle rekenregels",
  foot: "Rekenregels",
  otherLanguage: "Deze uitleg bestaat alleen in het Engels.",
  table: (title: string) => `Tabel bij ${title}`,
  groups: {
    figures: "Hoe cijfers gemaakt worden",
    privacy: "Wat er verborgen wordt, en hoe",
    surveys: "Cijfers uit enquêtes",
    comparing: "Vergelijken",
    showing: "Tonen en verwoorden",
  },
};

/** What the pages about the rules say in English. */
export const methodsEn: typeof methodsNl = {
  title: "How the figures are computed",
  intro: "Every rule by which figures on this site are made, protected, compared and shown, with its formula, an example and its source.",
  beside: "How this is computed",
  all: "All rules of computation",
  foot: "Rules of computation",
  otherLanguage: "This explanation exists in Dutch only.",
  table: (title) => `Table in ${title}`,
  groups: {
    figures: "How figures are made",
    privacy: "What is hidden, and how",
    surveys: "Figures from surveys",
    comparing: "Comparing",
    showing: "Showing and saying",
  },
};
