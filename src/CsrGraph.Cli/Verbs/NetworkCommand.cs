using System.CommandLine;
using CsrGraph.Cli.Output;
using CsrGraph.Cli.Stores;
using CsrGraph.Query.Networks;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph network</c>: what lies around an entity.</summary>
internal static class NetworkCommand
{
    private const string Question =
        """
        query ($around: [ID!]!, $depth: Int!, $limit: Int!, $relationTypes: [RelationType!], $validAt: Date, $knownAt: KnownAt) {
          asOf(validAt: $validAt, knownAt: $knownAt) {
            network(around: $around, depth: $depth, limit: $limit, relationTypes: $relationTypes) {
              nodes { entity { id kind name } degree shown distance }
              edges { relation from { id } to { id } certainty claims { id } evidence { quote document { id } } }
              truncated { relationType shown total }
            }
          }
        }
        """;

    public static Verb Create(Invocation invocation)
    {
        var around = new Argument<string[]>("X") { Description = "One or more: an id (org:tencent), or any name, pinyin or initials", Arity = ArgumentArity.OneOrMore };
        var depth = new Option<int>("--depth") { Description = "How many steps away: 1 to 3", HelpName = "N", DefaultValueFactory = _ => 1 };
        var limit = new Option<int>("--limit") { Description = "At most so many entities: 1 to 2000", HelpName = "N", DefaultValueFactory = _ => 300 };
        var by = VerbOptions.RelationTypes();
        var look = new LookOptions();
        var store = VerbOptions.Store(invocation);
        return new Verb("network", "Shows what lies around entities: who is linked to them, ring by ring, and what is left out.")
        {
            Arguments = { around },
            Options = { depth, limit, by, look.ValidAt, look.KnownAt, look.Format, store.Store, store.Neo4jFile },
            Examples = ["csrgraph network 腾讯", "csrgraph network 腾讯 优酷 --depth 2 --limit 50 --format json"],
            ExitCodes =
            [
                (ExitCode.BadInput, "nothing, or more than one, is called so; or the question is too large"),
                (ExitCode.Unavailable, "the store cannot be reached"),
            ],
        }.Does(async (parsed, cancellation) =>
        {
            await using var opened = await store.OpenAsync(parsed, StoreNeed.Existing, cancellation);
            var asOf = await look.AsOfAsync(parsed, opened, cancellation);
            var names = NamedEntities.OfEntities(opened.Store, invocation.Vocabulary, asOf);
            var ids = new List<string>();
            foreach (var text in parsed.GetRequiredValue(around)) ids.Add((await names.FindAsync(text, cancellation)).Id.Value);
            var types = VerbOptions.RelationTypesOf(parsed, by);
            var question = new NetworkQuestion(ids) { Depth = parsed.GetRequiredValue(depth), Limit = parsed.GetRequiredValue(limit), RelationTypes = types };
            if (look.IsJson(parsed))
            {
                return await new ApiAnswers(invocation, opened.Store).WriteAsync(
                    Question, "network", asOf, new { around = ids, depth = question.Depth, limit = question.Limit, relationTypes = types }, cancellation);
            }

            var answer = await Walks.AskAsync(meter => NetworkWalk.FindAsync(opened.Store, asOf, invocation.Vocabulary, question, meter, cancellation), invocation);
            new NetworkTable(invocation).Write(answer);
            return ExitCode.Done;
        });
    }
}
