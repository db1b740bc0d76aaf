using CsrGraph.GraphQL;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph schema</c>: prints the schema of the API.</summary>
internal static class SchemaCommand
{
    public static Verb Create(Session session) => new Verb("schema", "Prints the GraphQL schema (SDL): every type, field and argument with its description.")
    {
        Examples = ["csrgraph schema > schema.graphql"],
    }.Does((_, _) =>
    {
        session.Out.Write(GraphQLApi.PrintSchema(session.Vocabulary));
        return Task.FromResult(ExitCode.Done);
    });
}
