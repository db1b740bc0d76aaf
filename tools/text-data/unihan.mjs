// Readings of Han characters from Unihan, with tones as digits: lián is lian2, a neutral tone 5.
const marks = { '\u0304': '1', '\u0301': '2', '\u030C': '3', '\u0300': '4' };

/** A syllable with tone marks as letters and a digit, e.g. lǜ is lv4. */
export function toned(syllable) {
  let letters = '', tone = '5';
  for (const c of syllable.normalize('NFD')) {
    if (marks[c]) tone = marks[c];
    else if (c === '\u0308') letters = letters.replace(/u$/, 'v');
    else if (c !== '\u0302') letters += c;
  }
  return letters.replace('ɡ', 'g').replace('ɑ', 'a') + tone;
}

/** The same without its tone. */
export const plain = syllable => toned(syllable).slice(0, -1);

/** Map from character to { all: Set of toned syllables, mandarin, frequency: Map of plain syllable to count }. */
export function readUnihan(text) {
  const characters = new Map();
  for (const line of text.split('\n')) {
    if (!line.startsWith('U+')) continue;
    const [code, field, value] = line.split('\t');
    const syllables = parse(field, value);
    if (!syllables) continue;
    const character = String.fromCodePoint(parseInt(code.slice(2), 16));
    const entry = characters.get(character) ?? { all: new Set(), mandarin: null, frequency: new Map() };
    characters.set(character, entry);
    for (const [syllable, count] of syllables) {
      entry.all.add(toned(syllable));
      if (field === 'kMandarin') entry.mandarin ??= plain(syllable);
      if (count) entry.frequency.set(plain(syllable), (entry.frequency.get(plain(syllable)) ?? 0) + count);
    }
  }
  return characters;
}

function parse(field, value) {
  switch (field) {
    case 'kMandarin': return value.split(' ').map(s => [s]);
    case 'kHanyuPinlu': return value.split(' ').map(s => [s.replace(/\(.*/, ''), Number(/\((\d+)\)/.exec(s)[1])]);
    case 'kHanyuPinyin':
    case 'kXHC1983':
    case 'kTGHZ2013': return value.split(' ').flatMap(s => s.split(':')[1].split(',')).map(s => [s]);
    default: return null;
  }
}

/** Rows of (toned syllable, characters), both in order. */
export function tonedTable(unihan) {
  const rows = new Map();
  for (const [character, { all }] of unihan)
    for (const syllable of all) rows.set(syllable, (rows.get(syllable) ?? []).concat(character));
  return sorted(rows);
}

/** Rows of a map from a syllable to its characters, both in code point order. */
export const sorted = rows => [...rows].sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([key, characters]) => [key, characters.sort((a, b) => a.codePointAt(0) - b.codePointAt(0)).join('')]);
