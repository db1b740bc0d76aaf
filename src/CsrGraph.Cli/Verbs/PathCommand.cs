using System.CommandLine;
using CsrGraph.Cli.Output;
using CsrGraph.Cli.Stores;
using CsrGraph.Query;
using CsrGraph.Query.Paths;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph path</c>: how two entities are connected.</summary>
internal static class PathCommand
{
    private const string Question =
        """
        query ($from: ID!, $to: ID!, $maxLength: Int!, $first: Int!, $relationTypes: [RelationType!], $uncertain: Boolean!, $validAt: Date, $knownAt: KnownAt) {
          asOf(validAt: $validAt, knownAt: $knownAt) {
            paths(from: $from, to: $to, maxLength: $maxLength, first: $first, relationTypes: $relationTypes, uncertain: $uncertain) {
              found length count because searched { entities relations } notEntered { entity { id name } degree }
              paths {
                length sentence
                hops { relation forward from { id name } to { id name } when { text } certainty claim { id } evidence { quote document { id name: title publisher { name } } } }
              }
            }
          }
        }
        """;

    public static Verb Create(Invocation invocation)
    {
        var from = new Argument<string>("A") { Description = "An id (org:tencent), or any name, pinyin or initials" };
        var to = new Argument<string>("B") { Description = "The same of the other" };
        var longest = new Option<int>("--max-length") { Description = "The longest path that is looked for, in relations: 1 to 6", HelpName = "N", DefaultValueFactory = _ => 4 };
        var first = new Option<int>("--first") { Description = "At most so many paths: 0 to 100", HelpName = "N", DefaultValueFactory = _ => 10 };
        var by = VerbOptions.RelationTypes();
        var uncertain = new Option<bool>("--uncertain") { Description = "Also by what the texts leave open" };
        var look = new LookOptions();
        var store = VerbOptions.Store(invocation);
        return new Verb("path", "Shows how two entities are connected: the shortest paths, each step with the words that bear it.")
        {
            Arguments = { from, to },
            Options = { longest, first, by, uncertain, look.ValidAt, look.KnownAt, look.Format, store.Store, store.Neo4jFile },
            Examples = ["csrgraph path 阿里巴巴集团 沪江教育", "csrgraph path 优酷 贝壳找房 --max-length 2 --format json"],
            ExitCodes =
            [
                (ExitCode.Done, "done, also where there is no path"),
                (ExitCode.BadInput, "nothing, or more than one, is called so; or the question is too large"),
                (ExitCode.Unavailable, "the store cannot be reached"),
            ],
        }.Does(async (parsed, cancellation) =>
        {
            await using var opened = await store.OpenAsync(parsed, StoreNeed.Existing, cancellation);
            var asOf = await look.AsOfAsync(parsed, opened, cancellation);
            var names = NamedEntities.OfEntities(opened.Store, invocation.Vocabulary, asOf);
            var (one, other) = (await names.FindAsync(parsed.GetRequiredValue(from), cancellation), await names.FindAsync(parsed.GetRequiredValue(to), cancellation));
            var types = VerbOptions.RelationTypesOf(parsed, by);
            var question = new PathQuestion(one.Id.Value, other.Id.Value)
            {
                MaxLength = parsed.GetRequiredValue(longest),
                First = parsed.GetRequiredValue(first),
                RelationTypes = types,
                IsUncertain = parsed.GetRequiredValue(uncertain),
            };
            if (look.IsJson(parsed))
            {
                return await new ApiAnswers(invocation, opened.Store).WriteAsync(Question, "paths", asOf, new
                {
                    from = question.From,
                    to = question.To,
                    maxLength = question.MaxLength,
                    first = question.First,
                    relationTypes = types,
                    uncertain = question.IsUncertain,
                }, cancellation);
            }

            var answer = await Walks.AskAsync(meter => PathSearch.FindAsync(opened.Store, asOf, invocation.Vocabulary, question, meter, cancellation), invocation);
            var evidence = await EvidenceOf.ReadAsync(opened.Store, answer.Paths.SelectMany(p => p.Hops).Select(h => h.Claim.Id), asOf, cancellation);
            invocation.Out.WriteLine(PathWords.Because(answer, Tongue.En));
            new PathTable(invocation).Write(answer, evidence);
            return ExitCode.Done;
        });
    }
}
