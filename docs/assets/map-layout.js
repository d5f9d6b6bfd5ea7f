/* Where the nodes of the map stand. A worker, so that no page waits for it; the same graph always gives the same places. */
importScripts("vendor/d3-map.min.js");

/* In: nodes [{r, heavy}], links [{source, target, weight}], aspect (width over height). Out: x and y of each node in turn. */
onmessage = ({ data: { id, nodes, links, aspect } }) => {
  const wide = Math.max(.5, Math.min(2, aspect)) ** 1.5;
  const pull = .05 * Math.min(1, Math.sqrt(150 / nodes.length));
  const large = nodes.length > 600;
  const ticks = large ? 100 : 260;
  const simulation = d3.forceSimulation(nodes)
    .force("charge", d3.forceManyBody().strength(n => (n.heavy ? -420 : -70)).theta(large ? 1.3 : .9).distanceMax(900))
    .force("link", d3.forceLink(links).distance(l => 46 + l.source.r + l.target.r).strength(l => l.weight))
    .force("x", d3.forceX().strength(pull / wide))
    .force("y", d3.forceY().strength(pull * wide))
    .alphaDecay(1 - Math.pow(.001, 1 / ticks))
    .stop();
  simulation.tick(ticks * .7);
  simulation.force("apart", d3.forceCollide(n => n.r + (n.heavy ? 16 : 5))).tick(ticks * .3);
  postMessage({ id, places: Float32Array.from(nodes.flatMap(n => [n.x, n.y])) });
};
