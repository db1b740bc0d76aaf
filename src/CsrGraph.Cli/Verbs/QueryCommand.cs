using System.CommandLine;
using CsrGraph.Cli.Input;
using CsrGraph.Cli.Output;
using CsrGraph.Cli.Stores;
using CsrGraph.GraphQL;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph query</c>: asks a store in GraphQL, without a server.</summary>
internal static class QueryCommand
{
    public static Verb Create(Invocation invocation)
    {
        var query = new Argument<string>("QUERY") { Description = "The GraphQL document: its text, a file that holds it, or - for what is piped in" };
        var variables = new Option<string?>("--variables") { Description = "The variables: a JSON object, or a file that holds one", HelpName = JsonOption.HelpName };
        var store = VerbOptions.Store(invocation);
        return new Verb("query", "Asks in GraphQL and prints the answer as JSON.")
        {
            Arguments = { query },
            Options = { variables, store.Store, store.Neo4jFile },
            Examples =
            [
                "csrgraph query '{ pledges { nodes { name signatories { totalCount } } } }'",
                "csrgraph query question.graphql --variables '{\"text\": \"腾讯\"}'",
            ],
            ExitCodes =
            [
                (ExitCode.BadInput, "the answer has errors, or a file or the variables cannot be read"),
                (ExitCode.Unavailable, "the store cannot be reached"),
            ],
        }.Does(async (parsed, cancellation) =>
        {
            var text = await ReadQueryAsync(invocation, parsed.GetRequiredValue(query), cancellation);
            var given = await JsonOption.ReadAsync(parsed.GetValue(variables), variables.Name, cancellation);
            await using var opened = await store.OpenAsync(parsed, StoreNeed.Existing, cancellation);
            using var api = new GraphQLApi(
                invocation.Vocabulary, opened.Store, invocation.Settings.Limits with { OnFault = (id, fault) => invocation.Error.WriteLine($"{id}: {FaultReport.Of(fault)}") });
            var answer = await api.AnswerAsync(new ApiRequest(text, Variables: given), cancellation);
            invocation.Out.WriteLine(PrettyJson.Of(answer.Json));
            return answer.Code switch
            {
                null => ExitCode.Done,
                ErrorCode.Internal => ExitCode.Fault,
                _ => ExitCode.BadInput,
            };
        });
    }

    private static async Task<string> ReadQueryAsync(Invocation invocation, string given, CancellationToken cancellation)
    {
        if (given == "-") return await invocation.Terminal.In.ReadToEndAsync(cancellation);
        if (File.Exists(given)) return await InputFile.ReadAsync(given, cancellation);

        // Every document has braces; no name of a file that somebody means does.
        return given.Contains('{', StringComparison.Ordinal) ? given : throw new BadInputException($"'{given}' is neither a file nor a GraphQL document");
    }
}
