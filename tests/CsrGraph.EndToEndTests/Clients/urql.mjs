// urql fetches page after page with its cache's own pagination.   usage: urql.mjs URL
import assert from 'node:assert/strict';
import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { allNames } from './allNames.mjs';

const [, , url] = process.argv;
const cache = cacheExchange({ resolvers: { Query: { organisations: relayPagination() } } });
const client = new Client({ url, exchanges: [cache, fetchExchange], preferGetMethod: false });
const query = gql`
  query Organisations($after: String) {
    organisations(first: 7, after: $after) { edges { cursor node { id name } } pageInfo { hasNextPage endCursor hasPreviousPage startCursor } }
  }
`;
let [after, pages, organisations] = [undefined, 0, undefined];
do {
  const { data, error } = await client.query(query, { after }).toPromise();
  if (error) throw error;
  organisations = data.organisations;
  after = organisations.pageInfo.endCursor;
  pages++;
} while (organisations.pageInfo.hasNextPage);
assert.ok(pages > 2);
assert.deepEqual(organisations.edges.map(e => e.node.name), await allNames(url));
console.log(`${organisations.edges.length} organisations came in ${pages} pages`);
