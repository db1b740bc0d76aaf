// Serves the made sector from Neo4j through @neo4j/graphql, on a free port of this machine.
//   node peer.mjs BOLT_ADDRESS        NEO4J_USERNAME, NEO4J_PASSWORD; prints "ready ADDRESS"
import { createServer } from "node:http";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { createYoga } from "graphql-yoga";
import neo4j from "neo4j-driver";

// Labels of its own: what csrgraph keeps in the same database has others.
const typeDefs = /* GraphQL */ `
  type Organisation @node(labels: ["PeerOrganisation"]) {
    id: ID!
    name: String!
  }
  type Pledge @node(labels: ["PeerPledge"]) {
    id: ID!
    name: String!
    signatories: [Organisation!]! @relationship(type: "PEER_SIGNED", direction: IN)
  }
  type Event @node(labels: ["PeerEvent"]) {
    id: ID!
    name: String!
    date: String
    guidedBy: [Organisation!]! @relationship(type: "PEER_GUIDED", direction: IN)
    hostedBy: [Organisation!]! @relationship(type: "PEER_HOSTED", direction: IN)
    releases: [Pledge!]! @relationship(type: "PEER_RELEASED_AT", direction: IN)
  }
`;

const { NEO4J_USERNAME: user = "neo4j", NEO4J_PASSWORD: password } = process.env;
const driver = neo4j.driver(process.argv[2], password ? neo4j.auth.basic(user, password) : undefined);
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const server = createServer(createYoga({ schema, logging: "error" }));
server.listen(0, "127.0.0.1", () => console.log(`ready http://127.0.0.1:${server.address().port}/graphql`));
process.on("SIGTERM", async () => {
  server.close();
  await driver.close();
  process.exit(0);
});
