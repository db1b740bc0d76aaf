import { graphql } from 'relay-runtime';

export const fragment = graphql`
  fragment Organisations_query on Query
  @refetchable(queryName: "OrganisationsPaginationQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) {
    organisations(first: $count, after: $cursor) @connection(key: "Organisations_organisations") {
      edges {
        node {
          name
          ...Organisations_signed
        }
      }
    }
  }
`;

export const signed = graphql`
  fragment Organisations_signed on Organisation
  @refetchable(queryName: "OrganisationsSignedQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 5 }, cursor: { type: "String" }) {
    id
    signed(first: $count, after: $cursor) @connection(key: "Organisations_signed") {
      edges {
        title
        node {
          id
          name
        }
      }
    }
  }
`;

export const query = graphql`
  query OrganisationsQuery {
    ...Organisations_query
  }
`;
