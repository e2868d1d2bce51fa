import type { AccessibilityWords } from "./accessibility.ts";

/** The statement in Dutch. */
export const accessibilityNl: AccessibilityWords = {
  title: "Toegankelijkheidsverklaring",
  lead: (organisation) =>
    `${organisation} wil dat iedereen deze cijfers kan vinden, lezen en gebruiken, ook wie niet goed ziet, geen muis gebruikt of moeilijk leest.`,
  law: [
    "Het ",
    "Bestuursdecreet van 7 december 2018",
    " vraagt dat van elke overheidswebsite (artikel II.16). Het zet ",
    "Europese richtlijn 2016/2102",
    " om. Deze verklaring volgt het Europese model (uitvoeringsbesluit 2018/1523).",
  ],
  scopeTitle: "Waarvoor deze verklaring geldt",
  scope: (site) =>
    `Voor alle pagina's van ${site}: de leespagina's, de databank, de figuren die andere sites overnemen, en de downloads die deze site zelf maakt.`,
  statusTitle: "In welke mate de site voldoet",
  status: {
    unknown: "Voor deze versie van de site zijn geen testresultaten bewaard. Daarom zeggen we niet dat ze voldoet.",
    partial: "Deze site voldoet gedeeltelijk aan de norm. Wat nog niet in orde is, staat hieronder.",
    full: "Deze site voldoet volledig aan de norm, voor zover onze tests dat kunnen vaststellen. Wat ze niet kunnen vaststellen, staat hieronder.",
  },
  norm: "De norm is EN 301 549, die voor websites verwijst naar WCAG 2.1, niveau AA. We testen strenger: tegen WCAG 2.2, niveau AA.",
  wrongTitle: "Wat niet toegankelijk is",
  wrongNone: "De tests vonden niets dat tegen de norm ingaat.",
  wrongSome: "De tests vonden dit:",
  wrong: {},
  outside: "Dit valt buiten onze tests of buiten de wet:",
  outsideList: [
    "Kaarten van andere diensten die je als achtergrond kunt kiezen. Ze hebben geen beschrijving. De wet zondert kaarten uit; de cijfers op de kaart staan ook in een tabel.",
    "Pagina's van andere sites waarnaar we verwijzen of die onze figuren overnemen.",
    "Teksten en beelden die de beheerder van de site zelf toevoegt na de tests.",
  ],
  preparedTitle: "Hoe we deze verklaring opstelden",
  prepared: (day) =>
    `Opgesteld op ${day}, na een test door de makers van de site zelf. De resultaten hieronder schrijft de test zelf; niemand past ze met de hand aan.`,
  how: ({ opened, widths, looks, browser }, number) =>
    `${number(opened)} pagina's en figuren zijn geopend in ${browser}, op schermen van ${widths.join(", ")} pixels breed (de helft van 1280 is hetzelfde als 200 % vergroten), in ${looks.length} weergaven: licht, donker, sterk contrast en de kleuren van het toestel.`,
  rules: ({ rules, axe }, number) =>
    `Op elk daarvan zijn ${number(rules)} regels nagegaan met axe ${axe}. Daarbovenop: niets schuift opzij buiten het scherm, alles wat je kunt aanklikken is minstens 24 pixels groot, en je ziet altijd waar het toetsenbord staat.`,
  seen: "Elke grafiek en kaart heeft een zin die zegt wat er te zien is, en een tabel met dezelfde cijfers.",
  keyboard:
    "Vijf taken zijn met alleen het toetsenbord uitgevoerd, en wat een schermlezer daarbij te lezen krijgt is nagekeken: een gemeente in vogelvlucht, onderwerpen verkennen, een tabel en een kaart in de databank, en een cijfer downloaden en citeren.",
  notByPeople:
    "Wat niet gebeurd is: een test met mensen die een schermlezer, vergrotingssoftware of spraakbediening gebruiken, en een doorlichting door een onafhankelijk bureau. Programma's vinden niet alle drempels. Merk je er een, laat het ons weten.",
  undecided: (rules) => `Over deze regels kon het programma niet overal zelf beslissen: ${rules}.`,
  tested: "Wat getest is",
  pagesTitle: "Soorten pagina's",
  formsTitle: "Vormen van figuren",
  feedbackTitle: "Een drempel melden",
  feedback: (organisation) =>
    `Kun je iets niet lezen of gebruiken, of heb je cijfers nodig in een andere vorm? Laat het ${organisation} weten.`,
  write: "Schrijf naar",
  noMailbox: "Deze site heeft nog geen adres om naar te schrijven. Richt je tot de organisatie die haar uitgeeft.",
  answer: "Zeg op welke pagina het was en met welk toestel of hulpmiddel. Dan kunnen we het nadoen.",
  enforceTitle: "Niet tevreden met het antwoord?",
  enforce: (organisation) => `Krijg je geen antwoord van ${organisation}, of helpt het je niet verder, dan kun je met je klacht naar de`,
  ombudsman: "Vlaamse Ombudsdienst",
  pages: {
    home: "startpagina",
    releases: "publicaties",
    about: "uitleg bij de cijfers",
    methods: "rekenregels",
    method: "één rekenregel",
    theme: "thema",
    indicator: "onderwerp",
    area: "gebied",
    search: "zoeken",
    glance: "gebied in vogelvlucht",
    explore: "verkennen",
    databank: "databank",
    workspace: "gedeelde werkruimte",
    embed: "figuur in een andere site",
    code: "code bij een figuur",
    news: "nieuws",
    calendar: "kalender",
    glossary: "begrippen",
    accessibility: "deze verklaring",
    api: "Open data en API",
    errors: "fouten van de API",
    article: "artikel",
    manual: "handleiding",
  },
};
