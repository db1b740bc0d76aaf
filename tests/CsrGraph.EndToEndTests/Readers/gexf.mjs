// graphology reads the GEXF.   usage: gexf.mjs FILE
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import graphology from 'graphology';
import gexf from 'graphology-gexf';

const text = readFileSync(process.argv[2], 'utf8');
const graph = gexf.parse(graphology.MultiGraph, text);
const colours = new Map();
graph.forEachNode((id, { label, color, kind }) => {
  assert.ok(label && kind && color, id);
  assert.equal(colours.get(kind) ?? color, color);
  colours.set(kind, color);
});
assert.equal(new Set(colours.values()).size, colours.size);
graph.forEachEdge((id, { weight, relation }) => assert.ok(weight >= 1 && relation, id));
console.log(`${graph.order} nodes, ${graph.size} edges`);
