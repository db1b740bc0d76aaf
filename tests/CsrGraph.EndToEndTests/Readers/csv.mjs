// csv-parse reads every file, and the edges fit the nodes.   usage: csv.mjs FOLDER
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const [, , folder] = process.argv;
const read = name => parse(readFileSync(join(folder, name), 'utf8'), { columns: true });
const files = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.csv'));
for (const row of files.flatMap(read)) {
  for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/);
}
const [nodes, edges, claims, evidence, documents] = ['nodes.csv', 'edges.csv', 'claims.csv', 'evidence.csv', 'documents.csv'].map(read);
const ids = new Set(nodes.map(n => n.Id));
assert.equal(ids.size, nodes.length);
for (const edge of edges) assert.ok(ids.has(edge.Source) && ids.has(edge.Target) && edge.Weight >= 1 && ['Directed', 'Undirected'].includes(edge.Type), edge.Id);
const known = new Set([...edges.map(e => e.Id), ...claims.map(c => c.Claim)]);
const sources = new Set(documents.map(d => d.Id));
for (const piece of evidence) assert.ok(known.has(piece.Claim) && sources.has(piece.Document), piece.Claim);
for (const document of documents) assert.notEqual(document.Licence, '');
const relations = files.filter(name => name.startsWith('relations')).flatMap(read);
assert.deepEqual(relations.map(r => r.Claim).sort(), edges.map(e => e.Id).sort());
assert.deepEqual(read('neo4j/nodes.csv').map(n => n['id:ID']), nodes.map(n => n.Id));
assert.deepEqual(read('neo4j/relationships.csv').map(r => [r[':START_ID'], r[':TYPE'], r[':END_ID']]), edges.map(e => [e.Source, e.Label, e.Target]));
console.log(`${nodes.length} nodes, ${edges.length} edges, ${claims.length} other claims, ${evidence.length} pieces of evidence, ${documents.length} documents`);
