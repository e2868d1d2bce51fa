import type { ExchangeDimension } from "../../core/src/model/exchange.ts";
import { others } from "./dimensions-other.ts";
import { type Member, member, simple } from "./members.ts";

/** Members of a classification of age by so many years. */
function classes(width: number): readonly Member[] {
  const out: Member[] = [];
  for (let from = 0; from < 100; from += width) {
    const to = from + width - 1;
    out.push(member(`${from}tot${to}`, `${from}–${to} jaar`, `${from}–${to} years`));
  }
  return [...out, member("100plus", "100 jaar en ouder", "100 years and over")];
}

function single(age: number): Member {
  if (age === 100) return member("100", "100 jaar en ouder", "100 years and over");
  return member(String(age), `${age} jaar`, age === 1 ? "1 year" : `${age} years`);
}

const ages = Array.from({ length: 101 }, (_, age) => age);
const classOf = (age: number, width: number): string => {
  const from = Math.floor(age / width) * width;
  return age >= 100 ? "100plus" : `${from}tot${from + width - 1}`;
};
const groupOf = (age: number): string => (age < 18 ? "0tot17" : age < 65 ? "18tot64" : age < 80 ? "65tot79" : "80plus");

const age: ExchangeDimension = {
  code: "leeftijd",
  name: { nl: "Leeftijd", en: "Age" },
  levels: [
    { code: "leeftijd1", name: { nl: "Leeftijd per jaar", en: "Age by one year" }, members: ages.map(single) },
    { code: "leeftijd5", name: { nl: "Leeftijd per 5 jaar", en: "Age by five years" }, members: classes(5) },
    { code: "leeftijd10", name: { nl: "Leeftijd per 10 jaar", en: "Age by ten years" }, members: classes(10) },
    {
      code: "leeftijdgroep",
      name: { nl: "Leeftijdsgroep", en: "Age group" },
      members: [
        member("0tot17", "0–17 jaar", "0–17 years"),
        member("18tot64", "18–64 jaar", "18–64 years"),
        member("65tot79", "65–79 jaar", "65–79 years"),
        member("80plus", "80 jaar en ouder", "80 years and over"),
      ],
    },
  ],
  aggregation: [
    { child: "leeftijd1", parent: "leeftijd5", links: ages.map((each) => [String(each), classOf(each, 5)] as const) },
    {
      child: "leeftijd5",
      parent: "leeftijd10",
      links: classes(5).map(({ code }) => [code, code === "100plus" ? code : classOf(Number.parseInt(code, 10), 10)] as const),
    },
    { child: "leeftijd1", parent: "leeftijdgroep", links: ages.map((each) => [String(each), groupOf(each)] as const) },
  ],
};

const people: readonly ExchangeDimension[] = [
  age,
  simple("geslacht", "Geslacht", "Sex", [member("M", "Mannen", "Men"), member("F", "Vrouwen", "Women")]),
  simple("nationaliteit", "Nationaliteit", "Nationality", [
    member("BEL", "Belgen", "Belgians"),
    member("ETR", "Niet-Belgen", "Non-Belgians"),
  ]),
  simple("burgerlijke_staat", "Burgerlijke staat", "Civil status", [
    member("10", "Ongehuwd", "Never married"),
    member("20", "Gehuwd", "Married"),
    member("30", "Weduwe of weduwnaar", "Widowed"),
    member("40", "Gescheiden", "Divorced"),
  ]),
];

/** All dimensions of the starter content. */
export const dimensions: readonly ExchangeDimension[] = [...people, ...others];
