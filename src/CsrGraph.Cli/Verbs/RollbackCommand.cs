using System.CommandLine;
using CsrGraph.Cli.Stores;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph rollback</c>: applies the inverse of a change-set.</summary>
internal static class RollbackCommand
{
    public static Verb Create(Invocation invocation)
    {
        var number = new Argument<long>("NUMBER") { Description = "The change-set to undo" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what it would change, and changes nothing" };
        var store = VerbOptions.Store(invocation);
        var author = VerbOptions.Author();
        var message = VerbOptions.Message();
        return new Verb("rollback", "Undoes a change-set by a new one that is its inverse; the history keeps both.")
        {
            Arguments = { number },
            Options = { dryRun, store.Store, store.Neo4jFile, author, message },
            Examples = ["csrgraph rollback 2 --dry-run", "csrgraph rollback 2 --message \"The wrong forum\""],
            ExitCodes =
            [
                (ExitCode.BadInput, "there is no such change-set, or a later one stands in the way; nothing was changed"),
                (ExitCode.Unavailable, "the store cannot be reached, or somebody else is loading; nothing was changed"),
            ],
        }.Does(async (parsed, cancellation) =>
        {
            var undone = parsed.GetRequiredValue(number);
            await using var opened = await store.OpenAsync(parsed, StoreNeed.Existing, cancellation);
            var changes = new StoreChanges(invocation, opened.Store);
            var plan = await changes.PlanRollbackAsync(undone, cancellation) ?? throw new BadInputException($"there is no change-set {undone}");
            if (!changes.IsPossible(plan)) return ExitCode.BadInput;
            if (plan.IsEmpty)
            {
                invocation.Out.WriteLine($"nothing to roll back: nothing of change-set {undone} stands any more");
                return ExitCode.Done;
            }

            if (parsed.GetValue(dryRun))
            {
                await changes.SayAsync(plan, cancellation);
                invocation.Out.WriteLine($"would be {StoreChanges.Summary(plan)}");
                return ExitCode.Done;
            }

            var applied = await changes.ApplyAsync(
                plan, VerbOptions.AuthorOf(invocation, parsed.GetValue(author)), parsed.GetValue(message) ?? $"rollback of change-set {undone}", null, cancellation);
            invocation.Out.WriteLine($"change-set {applied.Number}: {StoreChanges.Summary(plan)}");
            return ExitCode.Done;
        });
    }
}
