// graphology reads the GraphML.   usage: graphml.mjs FILE
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import graphology from 'graphology';
import graphml from 'graphology-graphml';

const graph = graphml.parse(graphology.MultiGraph, readFileSync(process.argv[2], 'utf8'));
assert.match(graph.getAttribute('description'), /snapshot: head \d+/);
graph.forEachNode((id, { label, kind, color }) => assert.ok(label && kind && /^#[0-9a-f]{6}$/.test(color), id));
graph.forEachEdge((id, { weight, relation }) => assert.ok(weight >= 1 && relation, id));
console.log(`${graph.order} nodes, ${graph.size} edges`);
