// OpenCC's tw2s: normalise compatibility ideographs, then segment by phrase, undo Taiwan's variants, simplify.
const chain = [
  ['compatibility', ['CJK_Compatibility_Ideographs']],
  ['variant', ['TWVariantsRevPhrases', 'TWVariantsRev']],
  ['simplify', ['TSPhrases', 'TSCharacters']],
];

/** Taiwan's 么 is 幺, but it is also how 麼 is simplified: undone, it would turn 怎么 that a phrase does not cover into 怎幺. */
const spoils = (step, from) => step === 'variant' && from === '么';

/** Rows of (step, from, to). Where OpenCC would spoil its own output, the output is added as a phrase that stays. */
export async function makeSimplifying(load) {
  const rows = [];
  for (const [step, names] of chain) {
    const table = new Map();
    for (const name of names) {
      const dictionary = (await load(`opencc-js/dist/esm-lib/dict/${name}.js`)).default;
      for (const pair of dictionary.split('|')) {
        const [from, to] = pair.split(' ');
        if (!table.has(from) && !spoils(step, from)) table.set(from, to);
      }
    }
    for (const [from, to] of table) rows.push([step, from, to]);
  }
  const { ConverterBuilder } = await load('opencc-js/dist/esm-lib/core.js');
  const preset = await load('opencc-js/dist/esm-lib/preset/t2cn.js');
  const tw2s = ConverterBuilder(preset)({ from: 'tw', to: 'cn' });
  const known = new Set(rows.filter(([step]) => step === 'simplify').map(([, from]) => from));
  for (const [, from] of [...rows]) {
    const once = tw2s(from);
    if (tw2s(once) === once || known.has(once)) continue;
    known.add(once);
    rows.push(['simplify', once, once]);
    if (rows.filter(([step, key]) => step === 'variant' && key === once).length === 0) rows.push(['variant', once, once]);
  }
  return rows;
}
