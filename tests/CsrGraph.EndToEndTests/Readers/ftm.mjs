// Every line is an entity of the FollowTheMoney model, with its properties, and the ends of links are of the right schema.   usage: ftm.mjs FILE
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Model, defaultModel } = require('@alephdata/followthemoney');
const model = new Model(defaultModel);
const lines = readFileSync(process.argv[2], 'utf8').trim().split('\n').map(line => JSON.parse(line));
const schemata = new Map(lines.map(line => [line.id, line.schema]));
assert.equal(schemata.size, lines.length);
const counts = {};
for (const line of lines) {
  const entity = model.getEntity(line);
  counts[line.schema] = (counts[line.schema] ?? 0) + 1;
  for (const name of entity.schema.required ?? []) assert.ok(line.properties[name]?.length, `${line.id} has no ${name}`);
  for (const [name, values] of Object.entries(line.properties)) {
    const property = entity.schema.getProperty(name);
    assert.ok(property && !property.stub, `${line.schema} has no ${name}`);
    for (const value of values) {
      if (property.type.name === 'entity') assert.ok(model.getSchema(schemata.get(value)).isA(property.range ?? 'Thing'), `${line.id}: ${name} is ${value}`);
      if (property.type.name === 'date') assert.match(value, /^\d{4}(-\d\d(-\d\d)?)?$/);
    }
  }
}
assert.equal(lines.at(-1).schema, 'Note');
console.log(JSON.stringify({ counts, note: lines.at(-1).properties.description }));
