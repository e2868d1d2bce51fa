import type { Glossary } from "./glossary.ts";

/** The words of the field in English, for readers. */
export const glossaryEn: Glossary = {
  aggregation: {
    word: "aggregation",
    also: ["adding up to a larger area"],
    text: "Putting the figures of small areas together into the figure of a larger one. Counts add up. Percentages and means are weighted: a large municipality counts for more than a small one.",
  },
  area: { word: "area", text: "A place that has figures: a municipality, a province, a police zone." },
  "area-level": {
    word: "area level",
    also: ["level", "kind of area"],
    text: "A kind of area: municipalities, provinces, regions. A figure exists on some levels and not on others.",
  },
  "at-a-glance": {
    word: "at a glance",
    text: "The page that shows the core figures of one area beside another: strengths, points of attention and what changed.",
  },
  benchmark: {
    word: "benchmark",
    also: ["comparison area"],
    text: "The area or group that you hold a figure against, for instance the Flemish Region or similar municipalities.",
  },
  "box-plot": {
    word: "box plot",
    text: "A drawing of the spread. The box holds the middle half of the areas, the line in it is the median. Dots beyond the whiskers lie far from the rest.",
  },
  break: {
    word: "break in the series",
    text: "A moment at which the division or the way of measuring changed. Figures from before and after cannot simply be compared.",
  },
  "centre-cities": {
    word: "centre cities",
    text: "Thirteen Flemish cities with many services for the region around them. On this site they can be a group to compare with.",
  },
  class: {
    word: "class",
    also: ["map class"],
    text: "A part of the scale with one colour on the map, for instance from 10 to 20%. The legend says how many areas are in it.",
  },
  "confidence-interval": {
    word: "confidence interval",
    also: ["margin", "margin of error"],
    text: "Not everybody answers a survey. The interval says between which values the true figure probably lies. On this site that is usually an interval of 95%.",
  },
  "core-figure": { word: "core figure", text: "A figure that the site chose to show an area in short. Each theme has a few." },
  count: {
    word: "count",
    text: "A number of things: inhabitants, homes, accidents. A large area mostly has a larger count. So rather compare a share, or a number per 1,000 inhabitants.",
  },
  cube: {
    word: "cube",
    text: "A topic that is broken down as well, for instance inhabitants by age and sex. In the data bank you choose which breakdown you see.",
  },
  "data-bank": {
    word: "data bank",
    text: "The part of the site where you choose topics, areas and periods yourself and show them as a table, chart or map.",
  },
  derived: {
    word: "derived topic",
    text: "A figure that a formula makes from other figures, such as inhabitants per km². The page of the topic gives the formula in words.",
  },
  dimension: { word: "dimension", also: ["breakdown"], text: "By what a cube is broken down: age, sex, nationality." },
  "drilling-down": {
    word: "going deeper",
    also: ["drilling down"],
    text: "Looking from an area at the smaller areas within it, for instance from a province at what lies in it.",
  },
  embedding: {
    word: "embedding",
    text: "Putting a chart or map of this site on a website of your own. It follows the newest figures by itself.",
  },
  estimate: {
    word: "estimate",
    text: "A figure that is not counted but computed, because there was no count. You know it by the sign ≈ or by the note below it.",
  },
  flow: {
    word: "flow",
    text: "A figure from one area to another, such as removals or commuting. The balance is what comes in minus what goes out.",
  },
  footnote: { word: "footnote", text: "A remark to be read with a figure, for instance about another way of measuring." },
  forecast: {
    word: "forecast",
    text: "An expectation for a period that is still to come. It is not a measurement. In a chart that part of the line is broken.",
  },
  formula: { word: "formula", text: "The computation behind a derived topic, in words on the page of that topic." },
  growth: {
    word: "growth",
    text: "By how many per cent a figure is higher or lower than in an earlier period. From 200 to 210 is a growth of 5%.",
  },
  hidden: {
    word: "hidden figure",
    also: ["disclosure", "suppressed figure"],
    text: "A figure that exists but is not shown, mostly because it is about so few people that they could be recognised. It is shown as x. It is not a zero.",
  },
  index: { word: "index", text: "A figure as a percentage of a first period, which is 100. An index of 112 is 12% higher than then." },
  indicator: {
    word: "topic",
    also: ["indicator"],
    text: "One measured thing with one unit, such as the median price of a house in euro. Each topic has a page of its own.",
  },
  "json-stat": { word: "JSON-stat", text: "An open file format for statistics, for who reads the figures with a program." },
  licence: { word: "licence", text: "What you may do with the figures. It stands with each topic, beside the source." },
  mean: {
    word: "mean",
    also: ["average"],
    text: "Everything added up and divided by how many there are. A few very high values pull it up. The figure of a larger area is not the mean of the figures of its municipalities.",
  },
  median: {
    word: "median",
    text: "The middle value: half lies below it, half above. Extremes hardly matter to it. Medians of municipalities cannot be added up.",
  },
  member: { word: "item", also: ["member"], text: "One class of a dimension, such as women or 0 to 4 years." },
  merger: {
    word: "merger",
    text: "Municipalities that become one, or borders that change. Older figures are added up for the municipality of today where that is possible.",
  },
  "moving-average": {
    word: "moving average",
    text: "The mean of a few periods in a row, each time one period on. So chance peaks stand out less.",
  },
  neighbours: { word: "neighbours", text: "Areas that share a border with the area you chose." },
  "not-available": {
    word: "not available",
    also: ["n/a"],
    text: "The figure cannot be computed here, such as a median for municipalities that merged.",
  },
  "own-group": {
    word: "own group",
    text: "Areas that you take together yourself under a name, such as a coast. The site works out the figure of the whole group where that is possible.",
  },
  "percentage-point": {
    word: "percentage point",
    text: "The difference between two percentages. From 4% to 5% is 1 percentage point more, but 25% more.",
  },
  period: {
    word: "period",
    text: "The time that a figure is about: a year, a school year, a quarter, a month. It always stands beside the figure.",
  },
  privacy: {
    word: "privacy",
    also: ["disclosure control"],
    text: "Small counts are hidden, and so are other figures from which they could be worked out. That is why x may stand for a figure that is not small itself.",
  },
  provisional: {
    word: "provisional",
    text: "A figure that the source may still revise. In a table the word stands beside it, in a chart it is lighter.",
  },
  quartile: {
    word: "quartile",
    text: "Put all areas from low to high and divide them into four equal parts. The bounds are the quartiles; the second is the median.",
  },
  rank: {
    word: "rank",
    also: ["place"],
    text: "The position of an area among the areas of its level. Equal figures share a place. Place 1 is the highest, or the lowest where low is good: it says which.",
  },
  rate: {
    word: "rate",
    also: ["per 1,000 inhabitants"],
    text: "A count divided by another count, such as thefts per 1,000 inhabitants. So large and small areas can be compared.",
  },
  rating: {
    word: "rating",
    text: "Whether a high figure is good, bad or neither. The owner of the figure decides. Without a rating the site does not judge.",
  },
  register: {
    word: "register",
    text: "A list that a government keeps, such as the population register. Such a figure counts everybody; it has no margin of a sample.",
  },
  release: {
    word: "release",
    also: ["publication"],
    text: "All figures of the site at one moment, under a number. A link with that number always shows the same figures.",
  },
  respondents: { word: "respondents", text: "The people who answered a survey. With fewer respondents a figure is less certain." },
  rounding: {
    word: "rounding",
    text: "A figure is shown with a fixed number of decimals. Computing uses the full number, so rounded parts sometimes do not quite add up to the total.",
  },
  sample: {
    word: "sample",
    text: "A part of the people, who are asked instead of everybody. By chance the outcome differs a little; the margin says how much.",
  },
  "scatter-plot": {
    word: "scatter plot",
    text: "A chart with a dot for each area: one topic to the right, the other upwards. You see whether they are high or low together, not why.",
  },
  share: { word: "share", text: "A part of a whole, in per cent. For instance: what part of the inhabitants is 65 or older." },
  "similar-areas": {
    word: "similar municipalities",
    also: ["similar areas"],
    text: "Municipalities that by some figures look most like yours. The site says which figures, and how large the distance is.",
  },
  source: { word: "source", text: "Who made the figure. The source stands below each chart." },
  "standard-deviation": {
    word: "standard deviation",
    also: ["spread"],
    text: "A measure of how far areas lie apart. Where it is small, the areas are much alike.",
  },
  strength: {
    word: "strength, point of attention",
    text: "A figure that is clearly on the good side is a strength, on the bad side a point of attention. Behind “Why?” stands the rule with the numbers.",
  },
  survey: {
    word: "survey",
    text: "Questions asked of a sample. The figure is an estimate with a margin. A difference counts only where the test finds it.",
  },
  test: {
    word: "test",
    also: ["significant difference"],
    text: "A computation that says whether a difference between two survey figures is larger than chance can explain. If not, it says: no clear difference.",
  },
  theme: {
    word: "theme",
    text: "A folder with topics that belong together, such as housing or mobility. A topic can stand in more than one theme.",
  },
  unit: { word: "unit", text: "In what a figure is counted: persons, euro, per cent." },
  workspace: {
    word: "workspace",
    text: "Everything that you have open in the data bank: your tabs in their order. You can keep and share them.",
  },
  "z-score": {
    word: "z-score",
    also: ["distance in standard deviations"],
    text: "How far a figure lies from the mean of all areas, measured in standard deviations. 0 is average, +1 is higher, −1 is lower. So topics with different units can be laid side by side.",
  },
};
