using System.CommandLine;
using System.Globalization;
using CsrGraph.Cli.Stores;
using CsrGraph.Store;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph changes</c>: the history of a store.</summary>
internal static class ChangesCommand
{
    public static Verb Create(Invocation invocation)
    {
        var number = new Argument<long?>("NUMBER") { Description = "One change-set, as sentences", Arity = ArgumentArity.ZeroOrOne };
        var store = VerbOptions.Store(invocation);
        return new Verb("changes", "Lists the change-sets, the latest first; with a number, says what that one added (+), retracted (-) and changed (~).")
        {
            Arguments = { number },
            Options = { store.Store, store.Neo4jFile },
            Examples = ["csrgraph changes", "csrgraph changes 1"],
            ExitCodes = [(ExitCode.BadInput, "there is no such change-set"), (ExitCode.Unavailable, "the store cannot be reached")],
        }.Does(async (parsed, cancellation) =>
        {
            await using var opened = await store.OpenAsync(parsed, StoreNeed.Existing, cancellation);
            var wanted = parsed.GetValue(number);
            var sets = (await opened.Store.ChangeSetsAsync([new ChangeSetRequest(int.MaxValue, wanted)], cancellation))[0];
            if (wanted is not null && sets.Count == 0) throw new BadInputException($"there is no change-set {wanted}");
            foreach (var set in sets) invocation.Out.WriteLine(Line(set));
            if (sets.Count == 0) invocation.Out.WriteLine("nothing has been loaded yet");
            if (wanted is { } one) await new StoreChanges(invocation, opened.Store).SayAsync(one, cancellation);
            return ExitCode.Done;
        });
    }

    private static string Line(ChangeSet set) =>
        string.Create(CultureInfo.InvariantCulture, $"{set.Number,4}  {set.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z  +{set.Added} -{set.Retracted}  {set.Author}: {set.Message}");
}
