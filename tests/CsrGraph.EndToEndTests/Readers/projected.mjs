// Reads a projection back, whichever of three formats it is in.   usage: projected.mjs FILE.gexf | FILE.graphml | FOLDER of CSV
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import graphology from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';

const [, , path] = process.argv;
const node = (id, { label, degree, weightedDegree, betweenness, community }) => ({ id, label, degree, weightedDegree, betweenness, community });
const edge = (a, b, { weight, newman, jaccard, expected, probability, initiatives }) =>
  ({ a, b, weight, newman, jaccard, expected, probability, initiatives: initiatives.split(' ') });

function ofGraph(graph) {
  return { nodes: graph.mapNodes(node), edges: graph.mapEdges((_, attributes, a, b) => edge(a, b, attributes)) };
}

function ofTables() {
  // Columns begin with capitals; a number is what reads as one.
  const lower = name => name[0].toLowerCase() + name.slice(1);
  const cast = (cell, { header }) => (header || cell === '' || Number.isNaN(Number(cell)) ? cell : Number(cell));
  const read = name => parse(readFileSync(join(path, name), 'utf8'), { columns: header => header.map(lower), cast });
  return {
    nodes: read('nodes.csv').map(row => node(row.id, row)),
    edges: read('edges.csv').map(row => edge(row.source, row.target, row)),
  };
}

const text = path.endsWith('ml') || path.endsWith('gexf') ? readFileSync(path, 'utf8') : null;
console.log(JSON.stringify(
  path.endsWith('.gexf') ? ofGraph(gexf.parse(graphology.UndirectedGraph, text))
    : path.endsWith('.graphml') ? ofGraph(graphml.parse(graphology.UndirectedGraph, text))
    : ofTables()));
