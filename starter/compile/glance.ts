import type { GlanceSet } from "../../core/src/model/site.ts";

const of = (theme: string, ...indicators: readonly string[]): GlanceSet => ({ theme, indicators });

/**
 * The core set of a municipality at a glance: of each theme what has recent figures for nearly all municipalities and can be held
 * against other areas; figures that are rated first. Shares and figures per inhabitant, so that size plays no part.
 */
export const glance: readonly GlanceSet[] = [
  of("demografie", "inwoners_alle", "groei_inwoners_5j", "aandeel_0_17", "aandeel_65plus", "aandeel_alleenwonend", "huishoudgrootte"),
  of("armoede", "aandeel_achterstand", "aandeel_achterstand_woning", "aandeel_lage_inkomens", "inkomen_mediaan", "inkomensverschil"),
  of("economie", "inkomen_inwoner", "inkomen_aangifte", "overleving_5j", "starters_1000", "groei_vestigingen"),
  of("werk", "doorstroom_arbeid", "aandeel_18_64"),
  of(
    "wonen-en-woonomgeving",
    "huisprijs_in_inkomens",
    "huisprijs",
    "flatprijs",
    "groei_huisprijs_5j",
    "aandeel_flats",
    "vergunde_woningen_1000",
  ),
  of("integratie", "aandeel_niet_belg", "aandeel_niet_belg_kinderen"),
  of(
    "samenleven",
    "criminaliteit_1000",
    "woninginbraak_1000",
    "fietsdiefstal_1000",
    "geweld_buiten_gezin_1000",
    "geweld_gezin_1000",
    "vandalisme_1000",
  ),
  of("mobiliteit", "verkeersslachtoffers_10000", "letselongevallen_10000", "aandeel_ernstig", "aandeel_fietsongevallen"),
  of("onderwijs-en-vorming", "kleuters_per_100", "lager_per_100", "groei_leerlingen_lager", "investeringen_onderwijs_inw"),
  of("zorg-en-gezondheid", "aandeel_80plus", "investeringen_zorg_inw", "zorgboerderijen_10000"),
  of("cultuur-en-vrije-tijd", "aandeel_wijkgroen", "aandeel_recreatie_grond", "investeringen_cultuur_inw"),
  of("klimaat-milieu-natuur", "aandeel_buurtgroen", "aandeel_bos", "elektriciteit_per_klant", "gas_per_klant", "energie_inwoner"),
  of("ruimte", "aandeel_bebouwd", "aandeel_open_ruimte", "bevolkingsdichtheid", "woningdichtheid"),
  of("lokaal-bestuur", "investeringen_inw", "gemeentebelasting_inw", "aandeel_investeringen_mobiliteit", "investeringen_bestuur_inw"),
];
