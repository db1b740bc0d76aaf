// What would break a client of the last release has to be named in the change log: Type.field, or the type.   usage: breaking.mjs OLD_SDL NEW_SDL CHANGELOG
// At a release, `breaking.mjs --release NEW_SDL OLD_SDL` keeps the new one, without its descriptions, as what clients know.
import { readFileSync, writeFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, parse, print, visit } from 'graphql';

if (process.argv[2] === '--release') {
  const bare = visit(parse(readFileSync(process.argv[3], 'utf8')), { enter: node => (node.description ? { ...node, description: undefined } : undefined) });
  writeFileSync(process.argv[4], print(bare) + '\n');
  process.exit(0);
}

const [, , before, after, log] = process.argv;
const [left, right, text] = [before, after, log].map(file => readFileSync(file, 'utf8'));
const unreleased = text.split(/^## /m)[1] ?? '';
const changes = left === right ? [] : await diff(buildSchema(left), buildSchema(right));
const breaking = changes.filter(c => c.criticality.level === CriticalityLevel.Breaking);
const silent = breaking.filter(c => !unreleased.includes(c.path ?? c.message));
for (const change of silent) console.error(`${change.path}: ${change.message}`);
if (silent.length > 0) {
  console.error(`${silent.length} changes would break clients. Take them back, or name each (as ${silent[0].path}) under Unreleased in CHANGELOG.md`);
  process.exit(1);
}
console.log(`${changes.length} changes since the last release, ${breaking.length} of them break clients and are named`);
