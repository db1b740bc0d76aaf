// Apollo Client fetches page after page with its own pagination.   usage: apollo.mjs URL
import assert from 'node:assert/strict';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { allNames } from './allNames.mjs';

const [, , url] = process.argv;
const client = new ApolloClient({
  link: new HttpLink({ uri: url }),
  cache: new InMemoryCache({ typePolicies: { Query: { fields: { organisations: relayStylePagination(['filter', 'sort']) } } } }),
});
const query = gql`
  query Organisations($after: String) {
    organisations(first: 7, after: $after) { edges { cursor node { id name } } pageInfo { hasNextPage endCursor hasPreviousPage startCursor } }
  }
`;
const watched = client.watchQuery({ query });
let answer = (await watched.refetch()).data;
let pages = 1;
while (answer.organisations.pageInfo.hasNextPage) {
  await watched.fetchMore({ variables: { after: answer.organisations.pageInfo.endCursor } });
  answer = client.readQuery({ query });
  pages++;
}
assert.ok(pages > 2);
assert.deepEqual(answer.organisations.edges.map(e => e.node.name), await allNames(url));
console.log(`${answer.organisations.edges.length} organisations came in ${pages} pages`);
client.stop();
