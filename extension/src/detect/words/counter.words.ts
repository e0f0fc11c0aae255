import { AEGIS, KEYCLOAK } from './sources.ts';
import type { WordList } from './word-list.ts';

const OF_KEYCLOAK: Readonly<Record<string, string>> = {
  mul: 'hotp',
  ar: 'العداد|على عداد',
  az: 'saygac*',
  ca: 'comptador',
  cs: 'na pocitadle|pocitadlo',
  da: 'tællerbaseret*',
  de: 'zahlerbasiert*|zahler basiert*',
  el: 'μετρητης',
  en: 'counter based|based on a counter',
  es: 'contador',
  eu: 'kontadore*',
  fa: 'شمارنده',
  fi: 'laskuripohjai*',
  fr: 'base* sur un compteur|base* sur le compteur',
  hr: 'brojacki temelj*|brojac',
  hu: 'szamlalo*',
  id: 'pencacah',
  it: 'contatore',
  ja: 'カウンタ',
  ko: '카운터',
  pl: 'licznik*',
  pt: 'contador',
  ro: 'pe contor|pe un contor',
  ru: 'счетчик*',
  sk: 'na pocitadle|pocitadlo',
  sl: 'stevno osnovan*|stevec',
  sv: 'raknarbaserad*|raknarbaserat',
  tr: 'sayac*',
  uk: 'лічильник*',
  vi: 'bo dem',
  zh: '计数器|計數器|基於次數|基于次数',
};

/** That codes are counted (RFC 4226) and not made for a time; a counter by its name where that word is rarely said of other things. */
export const COUNTER_WORDS: readonly WordList[] = [
  ...Object.entries(OF_KEYCLOAK).map(([language, words]): WordList => ({
    meaning: 'counter',
    language,
    source: KEYCLOAK,
    words,
  })),
  { meaning: 'counter', language: 'hi', source: AEGIS, words: 'काउंटर' },
];
