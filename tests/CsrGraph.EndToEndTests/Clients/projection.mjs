// What graphology finds in the graphs of a file: betweenness of each node, the modularity of the partition that is given, and that of its own Louvain.
import { readFileSync } from 'node:fs';
import graphology from 'graphology';
import betweenness from 'graphology-metrics/centrality/betweenness.js';
import modularity from 'graphology-metrics/graph/modularity.js';
import { countConnectedComponents } from 'graphology-components';
import louvain from 'graphology-communities-louvain';

const { UndirectedGraph } = graphology;

// The same each time; Mulberry32.
function seeded(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const answers = JSON.parse(readFileSync(process.argv[2], 'utf8')).map(({ nodes, edges, communities }) => {
  const graph = new UndirectedGraph();
  for (let node = 0; node < nodes; node++) graph.addNode(node, { community: communities[node] });
  for (const [a, b, weight] of edges) graph.addEdge(a, b, { weight });
  const between = betweenness(graph, { getEdgeWeight: null, normalized: true });
  const found = [1, 2, 3].map(seed => louvain.detailed(graph, { rng: seeded(seed) }).modularity);
  return {
    betweenness: Array.from({ length: nodes }, (_, node) => between[node]),
    modularity: modularity(graph, { getNodeCommunity: 'community' }),
    louvain: Math.max(...found),
    components: countConnectedComponents(graph),
  };
});
console.log(JSON.stringify(answers));
