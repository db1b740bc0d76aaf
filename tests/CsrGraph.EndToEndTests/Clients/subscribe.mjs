// graphql-sse listens to change-sets until it has seen one.   usage: subscribe.mjs URL AFTER LAST
import { createClient } from 'graphql-sse';

const [, , url, after, last] = process.argv;
const client = createClient({ url });
const query = 'subscription ($after: Int) { changeSetApplied(after: $after) { number message added { totalCount } } }';
const told = client.iterate({ query, variables: { after: Number(after) } });
for await (const { data, errors } of told) {
  if (errors) throw new Error(JSON.stringify(errors));
  console.log(JSON.stringify(data.changeSetApplied));
  if (data.changeSetApplied.number === Number(last)) break;
}

// A question comes to its end by itself.
const answers = [];
for await (const answer of client.iterate({ query: '{ statistics { changeSets } }' })) answers.push(answer);
console.log(JSON.stringify(answers));
