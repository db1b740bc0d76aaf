// GraphQL Code Generator makes types of the schema and of our questions without a warning, and they compile.   usage: codegen.mjs URL FOLDER
import assert from 'node:assert/strict';
import { readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { generate } from '@graphql-codegen/cli';

const [, , url, folder] = process.argv;
const here = import.meta.dirname;
const questions = join(here, '../../../src/CsrGraph.Web/Ide/Tabs');
const warnings = [];
for (const name of ['warn', 'error']) console[name] = (...words) => warnings.push(words.join(' '));
process.emitWarning = warning => warnings.push(String(warning));

const config = { strictScalars: true, scalars: scalars(), useTypeImports: true };
await generate({
  cwd: here,
  schema: url,
  documents: join(questions, '*.graphql'),
  silent: true,
  generates: {
    [join(folder, 'schema.ts')]: { plugins: ['typescript'], config },
    [join(folder, 'operations.ts')]: { plugins: ['typescript-operations', 'typed-document-node'], config },
  },
}, true);
assert.deepEqual(warnings, []);

writeFileSync(join(folder, 'use.ts'), `
import { print } from 'graphql';
import { WhoGuidedWhichEventDocument, type WhoGuidedWhichEventQuery } from './operations';
import type { Organisation } from './schema';
export const names = (answer: WhoGuidedWhichEventQuery): (string | undefined)[] =>
  answer.events?.nodes.flatMap(e => e.guidedBy?.edges.map(g => g.node.name) ?? []) ?? [];
export const idOf = (organisation: Organisation): string => organisation.id;
export const text: string = print(WhoGuidedWhichEventDocument);
`);
symlinkSync(join(here, 'node_modules'), join(folder, 'node_modules'));
const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2022', join(folder, 'use.ts')];
execFileSync(process.execPath, [join(here, 'node_modules/typescript/bin/tsc'), ...options], { stdio: 'inherit' });
console.log(`${readdirSync(questions).length} documents are typed`);

// What each scalar of ours is in JSON.
function scalars() {
  return { Date: 'string', DateTime: 'string', KnownAt: 'string | number' };
}
