// jsonld expands the JSON-LD and makes RDF of it, and nothing is fetched.   usage: jsonld.mjs FILE
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';

const document = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const documentLoader = url => { throw new Error(`${url} would be fetched`); };
const [whole] = await jsonld.expand(document, { documentLoader, safe: true });
const graph = whole['@graph'];
const of = (node, type) => node['@type']?.includes(type);
const prov = 'http://www.w3.org/ns/prov#';
const claims = graph.filter(node => of(node, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement'));
const sources = new Set(graph.filter(node => of(node, 'urn:csrgraph:term:DOCUMENT')).map(node => node['@id']));
const described = new Set(graph.filter(node => node['https://schema.org/name'] || node['https://schema.org/headline']).map(node => node['@id']));
let pieces = 0;
for (const claim of claims) {
  for (const piece of claim[`${prov}wasDerivedFrom`]) {
    assert.ok(sources.has(piece[`${prov}hadPrimarySource`][0]['@id']), claim['@id']);
    pieces++;
  }
  for (const end of ['subject', 'object']) {
    for (const { '@id': id } of claim[`http://www.w3.org/1999/02/22-rdf-syntax-ns#${end}`] ?? []) assert.ok(described.has(id), id);
  }
}
const quads = await jsonld.toRDF(document, { documentLoader, safe: true });
assert.ok(quads.length > claims.length * 5);
console.log(`${described.size - sources.size} entities, ${sources.size} documents, ${claims.length} claims, ${pieces} pieces of evidence`);
