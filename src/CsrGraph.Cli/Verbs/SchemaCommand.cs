using CsrGraph.GraphQL;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph schema</c>: prints the schema of the API.</summary>
internal static class SchemaCommand
{
    public static Verb Create(Invocation invocation) => new Verb("schema", "Prints the GraphQL schema (SDL): every type, field and argument with its description.")
    {
        Examples = ["csrgraph schema > schema.graphql"],
    }.Does((_, _) =>
    {
        invocation.Out.Write(GraphQLApi.PrintSchema(invocation.Vocabulary));
        return Task.FromResult(ExitCode.Done);
    });
}
