import type { AccessibilityWords } from "./accessibility.ts";

/** The statement in English. */
export const accessibilityEn: AccessibilityWords = {
  title: "Accessibility statement",
  lead: (organisation) =>
    `${organisation} wants everybody to be able to find, read and use these figures, also those who do not see well, use no mouse or find reading hard.`,
  law: [
    "The Flemish ",
    "Governance Decree of 7 December 2018",
    " asks this of every public website (article II.16). It transposes ",
    "European Directive 2016/2102",
    ". This statement follows the European model (Implementing Decision 2018/1523).",
  ],
  scopeTitle: "What this statement is about",
  scope: (site) =>
    `All pages of ${site}: the reading pages, the data bank, the drawings that other sites take over, and the downloads that this site makes.`,
  statusTitle: "How far the site complies",
  status: {
    unknown: "No test results were kept for this version of the site. We therefore do not say that it complies.",
    partial: "This site complies with the standard in part. What is not in order yet stands below.",
    full: "This site complies with the standard in full, as far as our tests can establish. What they cannot establish stands below.",
  },
  norm: "The standard is EN 301 549, which for websites refers to WCAG 2.1, level AA. We test more strictly: against WCAG 2.2, level AA.",
  wrongTitle: "What is not accessible",
  wrongNone: "The tests found nothing that goes against the standard.",
  wrongSome: "The tests found this:",
  wrong: {},
  outside: "This is outside our tests or outside the law:",
  outsideList: [
    "Maps of other services that you can choose as a background. They have no description. The law exempts maps; the figures on the map also stand in a table.",
    "Pages of other sites to which we link or which take over our drawings.",
    "Texts and images that the manager of the site adds after the tests.",
  ],
  preparedTitle: "How we prepared this statement",
  prepared: (day) =>
    `Prepared on ${day}, after a test by the makers of the site themselves. The results below are written by the test; nobody changes them by hand.`,
  how: ({ opened, widths, looks, browser }, number) =>
    `${number(opened)} pages and drawings were opened in ${browser}, on screens ${widths.join(", ")} pixels wide (half of 1280 is the same as zooming to 200%), in ${looks.length} looks: light, dark, strong contrast and the colours of the device.`,
  rules: ({ rules, axe }, number) =>
    `On each of them ${number(rules)} rules were checked with axe ${axe}. Besides: nothing moves sideways off the screen, everything that you can click is at least 24 pixels large, and you always see where the keyboard is.`,
  seen: "Every chart and map has a sentence that says what there is to see, and a table with the same figures.",
  keyboard:
    "Five tasks were done with the keyboard alone, and what a screen reader is given to read was checked: a municipality at a glance, exploring topics, a table and a map in the data bank, and downloading and citing a figure.",
  notByPeople:
    "What was not done: a test with people who use a screen reader, magnification or voice control, and an audit by an independent agency. Programs do not find every barrier. If you meet one, let us know.",
  undecided: (rules) => `On these rules the program could not decide everywhere by itself: ${rules}.`,
  tested: "What was tested",
  pagesTitle: "Kinds of pages",
  formsTitle: "Forms of drawings",
  feedbackTitle: "Report a barrier",
  feedback: (organisation) =>
    `Is there something that you cannot read or use, or do you need figures in another form? Let ${organisation} know.`,
  write: "Write to",
  noMailbox: "This site has no address to write to yet. Turn to the organisation that publishes it.",
  answer: "Say on which page it was and with which device or aid. Then we can do the same.",
  enforceTitle: "Not satisfied with the answer?",
  enforce: (organisation) => `If ${organisation} does not answer, or the answer does not help, you can take your complaint to the`,
  ombudsman: "Flemish Ombudsman Service",
  pages: {
    home: "first page",
    releases: "releases",
    about: "about the figures",
    methods: "rules of computation",
    method: "one rule of computation",
    theme: "theme",
    indicator: "topic",
    area: "area",
    search: "search",
    glance: "area at a glance",
    explore: "exploring",
    databank: "data bank",
    workspace: "shared workspace",
    embed: "drawing in another site",
    code: "code beside a figure",
    news: "news",
    calendar: "calendar",
    glossary: "glossary",
    accessibility: "this statement",
    api: "Open data and API",
    errors: "errors of the API",
    article: "article",
    manual: "manual",
  },
};
