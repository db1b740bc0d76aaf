using System.CommandLine;
using CsrGraph.Cli.Output;
using CsrGraph.Cli.Stores;
using CsrGraph.Store;

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
            var asOf = new AsOf(await opened.Store.HeadAsync(cancellation));
            var names = new NamedEntities(opened.Store, [.. invocation.Vocabulary.Kinds.Select(k => k.Id)], asOf);
            var found = await names.FindAsync(parsed.GetRequiredValue(wanted), cancellation);
            await new EntitySheets(opened.Store, invocation.Vocabulary, asOf).WriteAsync(found, invocation.Out, cancellation);
            return ExitCode.Done;
        });
    }
}
