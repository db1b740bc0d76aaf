// The reference implementation reads our introspection, with every option on, into the schema that is printed.   usage: introspection.mjs URL SDL_FILE
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema, validateSchema } from 'graphql';
import { ask } from './ask.mjs';

const [, , url, file] = process.argv;
const everything = { descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true };
const read = buildClientSchema(await ask(url, getIntrospectionQuery(everything)));
const printed = buildSchema(readFileSync(file, 'utf8'));

assert.deepEqual(validateSchema(read), []);
const [left, right] = [read, printed].map(schema => printSchema(lexicographicSortSchema(schema)).split('\n'));
const first = left.findIndex((line, i) => line !== right[i]);
assert.equal(first, -1, `line ${first + 1} is read as '${left[first]}' and printed as '${right[first]}'`);
assert.equal(left.length, right.length);
console.log(`${left.length} lines of schema are the same`);
