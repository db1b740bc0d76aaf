import { ask } from './ask.mjs';

// The names of all organisations, in one page.
export async function allNames(url) {
  const { organisations } = await ask(url, '{ organisations(first: 100) { nodes { name } pageInfo { hasNextPage } } }');
  if (organisations.pageInfo.hasNextPage) throw new Error('there are more organisations than one page holds');
  return organisations.nodes.map(o => o.name);
}
