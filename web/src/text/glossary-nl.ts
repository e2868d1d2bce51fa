import type { Glossary } from "./glossary.ts";

/** The words of the field in Dutch, for readers. */
export const glossaryNl: Glossary = {
  aggregation: {
    word: "aggregatie",
    also: ["optelling naar een groter gebied"],
    text: "Cijfers van kleine gebieden samenvoegen tot het cijfer van een groter gebied. Aantallen tellen op. Percentages en gemiddelden worden gewogen: een grote gemeente telt meer mee dan een kleine.",
  },
  area: { word: "gebied", text: "Een plaats waarvoor er cijfers zijn: een gemeente, een provincie, een politiezone." },
  "area-level": {
    word: "gebiedsniveau",
    also: ["niveau", "soort gebied"],
    text: "Een soort gebieden: gemeenten, provincies, gewesten. Een cijfer bestaat op sommige niveaus wel en op andere niet.",
  },
  "at-a-glance": {
    word: "vogelvlucht",
    text: "De pagina die van één gebied de kerncijfers toont naast een ander gebied: sterke punten, aandachtspunten en wat veranderde.",
  },
  benchmark: {
    word: "vergelijkingsgebied",
    also: ["benchmark", "referentie"],
    text: "Het gebied of de groep waar je een cijfer naast legt, bijvoorbeeld het Vlaams Gewest of gelijkende gemeenten.",
  },
  "box-plot": {
    word: "boxplot",
    text: "Een tekening van de spreiding. De doos bevat de middelste helft van de gebieden, het streepje erin is de mediaan. Punten buiten de snorharen liggen ver van de rest.",
  },
  break: {
    word: "breuk in de reeks",
    text: "Een moment waarop de indeling of de manier van meten veranderde. Cijfers van ervoor en erna kun je niet zomaar vergelijken.",
  },
  "centre-cities": {
    word: "centrumsteden",
    text: "Dertien Vlaamse steden die veel diensten leveren aan de streek eromheen. Op deze site kan dat een groep zijn om mee te vergelijken.",
  },
  class: {
    word: "klasse",
    also: ["kaartklasse"],
    text: "Een stuk van de schaal met één kleur op de kaart, bijvoorbeeld van 10 tot 20 %. De legende zegt hoeveel gebieden erin vallen.",
  },
  "confidence-interval": {
    word: "betrouwbaarheidsinterval",
    also: ["marge", "foutenmarge"],
    text: "Bij een enquête antwoordt niet iedereen. Het interval zegt tussen welke waarden het echte cijfer waarschijnlijk ligt. Op deze site is dat gewoonlijk een interval van 95 %.",
  },
  "core-figure": {
    word: "kerncijfer",
    text: "Een cijfer dat de site koos om een gebied in het kort te tonen. Elk thema heeft er enkele.",
  },
  count: {
    word: "aantal",
    text: "Een telling: inwoners, woningen, ongevallen. Een groot gebied heeft meestal een groter aantal. Vergelijk daarom liever een aandeel of een aantal per 1.000 inwoners.",
  },
  cube: {
    word: "kubus",
    text: "Een onderwerp dat ook uitgesplitst is, bijvoorbeeld inwoners naar leeftijd en geslacht. In de databank kies je zelf welke uitsplitsing je ziet.",
  },
  "data-bank": {
    word: "databank",
    text: "Het deel van de site waar je zelf onderwerpen, gebieden en periodes kiest en ze als tabel, grafiek of kaart toont.",
  },
  derived: {
    word: "berekend onderwerp",
    text: "Een cijfer dat met een formule uit andere cijfers gemaakt is, zoals inwoners per km². Op de pagina van het onderwerp staat de formule in woorden.",
  },
  dimension: {
    word: "dimensie",
    also: ["uitsplitsing"],
    text: "Waarnaar een kubus uitgesplitst is: leeftijd, geslacht, nationaliteit.",
  },
  "drilling-down": {
    word: "dieper gaan",
    also: ["afdalen"],
    text: "Van een gebied naar de kleinere gebieden erin kijken, bijvoorbeeld van een provincie naar wat erin ligt.",
  },
  embedding: {
    word: "insluiten",
    also: ["embedden"],
    text: "Een grafiek of kaart van deze site op je eigen website zetten. Ze volgt vanzelf de nieuwste cijfers.",
  },
  estimate: {
    word: "geschat cijfer",
    text: "Een cijfer dat niet geteld maar berekend is, omdat er geen telling was. Je herkent het aan het teken ≈ of aan de uitleg eronder.",
  },
  flow: {
    word: "stroom",
    text: "Een cijfer van het ene gebied naar het andere, zoals verhuizingen of woon-werkverkeer. Het saldo is wat binnenkomt min wat weggaat.",
  },
  footnote: { word: "voetnoot", text: "Een opmerking die je bij een cijfer moet lezen, bijvoorbeeld over een andere manier van meten." },
  forecast: {
    word: "prognose",
    also: ["vooruitzicht"],
    text: "Een verwachting voor een periode die nog moet komen. Het is geen meting. In een grafiek is dat deel van de lijn onderbroken.",
  },
  formula: { word: "formule", text: "De berekening achter een berekend onderwerp, in woorden op de pagina van dat onderwerp." },
  growth: {
    word: "groei",
    text: "Hoeveel procent een cijfer hoger of lager is dan in een eerdere periode. Van 200 naar 210 is een groei van 5 %.",
  },
  hidden: {
    word: "verborgen cijfer",
    also: ["onthulling", "onderdrukt cijfer"],
    text: "Een cijfer dat bestaat maar niet getoond wordt, meestal omdat het over zo weinig mensen gaat dat je ze kunt herkennen. Er staat een x. Het is geen nul.",
  },
  index: {
    word: "index",
    text: "Een cijfer als percentage van een beginperiode, die 100 is. Een index van 112 is 12 % hoger dan toen.",
  },
  indicator: {
    word: "onderwerp",
    also: ["indicator"],
    text: "Eén gemeten ding met één eenheid, zoals de mediaanprijs van een huis in euro. Elk onderwerp heeft een eigen pagina.",
  },
  "json-stat": { word: "JSON-stat", text: "Een open bestandsvorm voor statistiek, voor wie de cijfers met een programma leest." },
  licence: { word: "licentie", text: "Wat je met de cijfers mag doen. Ze staat bij elk onderwerp, naast de bron." },
  mean: {
    word: "gemiddelde",
    text: "Alles opgeteld en gedeeld door hoeveel het er zijn. Enkele heel hoge waarden trekken het omhoog. Het cijfer van een groter gebied is niet het gemiddelde van de cijfers van zijn gemeenten.",
  },
  median: {
    word: "mediaan",
    text: "De middelste waarde: de helft ligt eronder, de helft erboven. Uitschieters hebben er weinig invloed op. Medianen van gemeenten kun je niet optellen.",
  },
  member: { word: "item", text: "Eén klasse van een dimensie, zoals vrouwen of 0 tot 4 jaar." },
  merger: {
    word: "herindeling",
    also: ["fusie"],
    text: "Gemeenten die samengaan, of grenzen die veranderen. Oudere cijfers worden opgeteld voor de gemeente van nu waar dat kan.",
  },
  "moving-average": {
    word: "voortschrijdend gemiddelde",
    text: "Het gemiddelde van enkele periodes na elkaar, telkens één periode verder. Toevallige pieken vallen zo minder op.",
  },
  neighbours: { word: "buren", text: "Gebieden die een grens delen met het gebied dat je koos." },
  "not-available": {
    word: "niet beschikbaar",
    also: ["n.b."],
    text: "Het cijfer kan hier niet berekend worden, zoals een mediaan voor gemeenten die samengingen.",
  },
  "own-group": {
    word: "eigen groep",
    text: "Gebieden die je zelf samenneemt onder een naam, zoals een streek. De site rekent het cijfer van de hele groep uit waar dat kan.",
  },
  "percentage-point": {
    word: "procentpunt",
    text: "Het verschil tussen twee percentages. Van 4 % naar 5 % is 1 procentpunt meer, maar 25 % meer.",
  },
  period: {
    word: "periode",
    text: "De tijd waarover een cijfer gaat: een jaar, een schooljaar, een kwartaal, een maand. Er staat altijd bij welke.",
  },
  privacy: {
    word: "privacy",
    also: ["statistische beveiliging"],
    text: "Kleine aantallen worden verborgen, en ook andere cijfers waarmee je ze kunt terugrekenen. Daarom staat er soms een x bij een cijfer dat zelf niet klein is.",
  },
  provisional: {
    word: "voorlopig",
    text: "Een cijfer dat de bron nog kan bijstellen. In een tabel staat het woord erbij, in een grafiek is het lichter.",
  },
  quartile: {
    word: "kwartiel",
    text: "Zet alle gebieden van laag naar hoog en verdeel ze in vier gelijke delen. De grenzen zijn de kwartielen; het tweede is de mediaan.",
  },
  rank: {
    word: "rang",
    also: ["plaats in de rij"],
    text: "De hoeveelste een gebied is onder de gebieden van zijn niveau. Gelijke cijfers delen hun plaats. Plaats 1 is het hoogste, of het laagste waar laag gunstig is: het staat erbij.",
  },
  rate: {
    word: "verhoudingscijfer",
    also: ["per 1.000 inwoners"],
    text: "Een aantal gedeeld door een ander aantal, zoals diefstallen per 1.000 inwoners. Zo kun je grote en kleine gebieden vergelijken.",
  },
  rating: {
    word: "waardering",
    text: "Of een hoog cijfer gunstig is, ongunstig of geen van beide. De eigenaar van het cijfer legt dat vast. Zonder waardering geeft de site geen oordeel.",
  },
  register: {
    word: "register",
    text: "Een lijst die een overheid bijhoudt, zoals het Rijksregister. Zo'n cijfer telt iedereen; er is geen foutenmarge van een steekproef.",
  },
  release: {
    word: "publicatie",
    text: "Alle cijfers van de site op één moment, met een nummer. Een link met dat nummer toont altijd dezelfde cijfers.",
  },
  respondents: { word: "respondenten", text: "De mensen die een enquête invulden. Met minder respondenten is een cijfer minder zeker." },
  rounding: {
    word: "afronding",
    text: "Een cijfer wordt getoond met een vast aantal cijfers na de komma. Er wordt gerekend met het volledige getal, dus afgeronde delen tellen soms net niet op tot het totaal.",
  },
  sample: {
    word: "steekproef",
    text: "Een deel van de mensen dat gevraagd wordt in plaats van iedereen. Door toeval wijkt de uitkomst wat af; de marge zegt hoeveel.",
  },
  "scatter-plot": {
    word: "spreidingsdiagram",
    text: "Een grafiek met een punt per gebied: het ene onderwerp naar rechts, het andere naar boven. Je ziet of ze samen hoog of laag zijn, niet waardoor.",
  },
  share: { word: "aandeel", text: "Een deel van een geheel, in procent. Bijvoorbeeld: welk deel van de inwoners 65 jaar of ouder is." },
  "similar-areas": {
    word: "gelijkende gemeenten",
    also: ["gelijkende gebieden"],
    text: "Gemeenten die volgens enkele cijfers het meest op de jouwe lijken. De site zegt welke cijfers, en hoe groot de afstand is.",
  },
  source: { word: "bron", text: "Wie het cijfer maakte. De bron staat onder elke grafiek." },
  "standard-deviation": {
    word: "standaardafwijking",
    also: ["spreiding"],
    text: "Een maat voor hoe ver gebieden uit elkaar liggen. Is ze klein, dan lijken de gebieden op elkaar.",
  },
  strength: {
    word: "sterk punt, aandachtspunt",
    text: "Een cijfer dat duidelijk aan de gunstige kant ligt is een sterk punt, aan de ongunstige kant een aandachtspunt. Achter “Waarom?” staat de regel met de getallen.",
  },
  survey: {
    word: "enquête",
    also: ["survey", "bevraging"],
    text: "Een bevraging van een steekproef. Het cijfer is een schatting met een marge. Een verschil telt pas als de toets het aantoont.",
  },
  test: {
    word: "toets",
    also: ["significant verschil"],
    text: "Een berekening die zegt of een verschil tussen twee enquêtecijfers groter is dan toeval kan verklaren. Zo niet, dan staat er: geen duidelijk verschil.",
  },
  theme: {
    word: "thema",
    text: "Een map met onderwerpen die bij elkaar horen, zoals wonen of mobiliteit. Een onderwerp kan in meer dan één thema staan.",
  },
  unit: { word: "eenheid", text: "Waarin een cijfer geteld wordt: personen, euro, procent." },
  workspace: {
    word: "werkruimte",
    text: "Alles wat je in de databank open hebt staan: je tabbladen in hun volgorde. Je kunt ze bewaren en delen.",
  },
  "z-score": {
    word: "z-score",
    also: ["afstand in standaardafwijkingen"],
    text: "Hoe ver een cijfer van het gemiddelde van alle gebieden ligt, gemeten in standaardafwijkingen. 0 is gemiddeld, +1 is hoger, −1 is lager. Zo kun je onderwerpen met verschillende eenheden naast elkaar leggen.",
  },
};
