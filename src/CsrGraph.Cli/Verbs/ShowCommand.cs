using System.CommandLine;
using CsrGraph.Cli.Output;
using CsrGraph.Cli.Stores;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph show</c>: an entity, or a document, with all that is said of it.</summary>
internal static class ShowCommand
{
    public static Verb Create(Invocation invocation)
    {
        var wanted = new Argument<string>("ID|NAME") { Description = "An id (org:tencent, or a document's), or any name, pinyin or initials" };
        var store = VerbOptions.Store(invocation);
        return new Verb("show", "Shows an entity with its names, its claims, and who says so in which words; or a document with what it says.")
        {
            Arguments = { wanted },
            Options = { store.Store, store.Neo4jFile },
            Examples = ["csrgraph show org:tencent", "csrgraph show 腾讯"],
            ExitCodes = [(ExitCode.BadInput, "nothing, or more than one, is called so"), (ExitCode.Unavailable, "the store cannot be reached")],
        }.Does(async (parsed, cancellation) =>
        {
            await using var opened = await store.OpenAsync(parsed, StoreNeed.Existing, cancellation);
            var sheets = await EntitySheets.AtHeadAsync(opened.Store, invocation.Vocabulary, cancellation);
            var text = parsed.GetRequiredValue(wanted);
            var found = await sheets.FindAsync(text, cancellation);
            if (found.Count == 0) throw new BadInputException($"nothing is called '{text}'");
            if (found.Count == 1)
            {
                await sheets.WriteAsync(found[0], invocation.Out, cancellation);
                return ExitCode.Done;
            }

            invocation.Error.WriteLine($"'{text}' may be any of these; say which by its id:");
            foreach (var entity in found) invocation.Error.WriteLine($"  {entity.Id}  {entity.Name}");
            return ExitCode.BadInput;
        });
    }
}
