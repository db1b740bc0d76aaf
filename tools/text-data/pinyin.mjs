// The usual reading of each Han character, its further common ones, and phrases that settle which.
import { further, notInNames, phrases as ownPhrases } from './names.mjs';
import { plain, sorted } from './unihan.mjs';

/** A further reading counts as common from this share of a character's uses (kHanyuPinlu's corpus). */
const commonShare = 0.015;
const dictionaries = ['dict2', 'dict3', 'dict4', 'dict5'];

export async function makePinyin(load, unihan) {
  const read = name => load(`pinyin-pro/dist/esm/data/${name}.mjs`);
  const readings = await readCharacters(load, unihan);
  const surnames = (await read('surname')).default;
  const defaults = new Map(), variants = new Map();
  for (const [character, list] of readings) {
    defaults.set(list[0], (defaults.get(list[0]) ?? []).concat(character));
    const common = list.slice(1).filter(reading => isCommon(character, unihan.get(character), reading));
    if (further[character] && further[character] !== list[0]) common.push(further[character]);
    const surname = surnames[character] ? plain(surnames[character]) : list[0];
    if (common.length > 0 || surname !== list[0]) variants.set(character, [[...new Set(common)].join(' '), surname === list[0] ? '' : surname]);
  }
  const known = new Map(Object.entries(ownPhrases));
  for (const file of dictionaries)
    for (const [phrase, value] of Object.entries((await read(file)).default))
      if (!known.has(phrase)) known.set(phrase, value.split(' ').map(plain).join(' '));
  const phrases = [...known].filter(([phrase, value]) => {
    const syllables = value.split(' '), characters = [...phrase];
    return syllables.length === characters.length && characters.some((c, i) => variants.has(c) || readings.get(c)?.[0] !== syllables[i]);
  });
  phrases.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    defaults: sorted(defaults),
    variants: [...variants].sort(([a], [b]) => a.codePointAt(0) - b.codePointAt(0)).map(([c, columns]) => [c, ...columns]),
    phrases,
  };
}

async function readCharacters(load, unihan) {
  const { default: DICT1 } = await load('pinyin-pro/dist/esm/data/dict1.mjs');
  const readings = new Map();
  for (const [character, entry] of unihan) {
    const value = DICT1?.get?.(character);
    const ranked = [...entry.frequency].sort((a, b) => b[1] - a[1]).map(([syllable]) => syllable);
    const list = [...(value ? value.split(' ').map(plain) : []), entry.mandarin, ...ranked].filter(Boolean);
    if (list.length > 0) readings.set(character, [...new Set(list)]);
  }
  return readings;
}

function isCommon(character, entry, reading) {
  if (notInNames.has(`${character} ${reading}`) || !/[aeiouv]/.test(reading)) return false;
  const total = [...entry.frequency.values()].reduce((sum, count) => sum + count, 0);
  return total > 0 && (entry.frequency.get(reading) ?? 0) / total >= commonShare;
}
