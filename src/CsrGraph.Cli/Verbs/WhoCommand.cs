using System.CommandLine;
using CsrGraph.Cli.Output;
using CsrGraph.Cli.Stores;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph who</c>: an entity at a glance.</summary>
internal static class WhoCommand
{
    public static Verb Create(Invocation invocation)
    {
        var wanted = new Argument<string>("X") { Description = "An id (org:tencent), or any name, pinyin or initials" };
        var first = new Option<int>("--first") { Description = "At most so many of each relation: 0 to 100", HelpName = "N", DefaultValueFactory = _ => 10 };
        var look = new LookOptions();
        var store = VerbOptions.Store(invocation);
        return new Verb("who", "Shows who or what an entity is: its names, and with whom it stands in which relation, as a tree. 'show' adds every claim with its words.")
        {
            Arguments = { wanted },
            Options = { first, look.ValidAt, look.KnownAt, look.Format, store.Store, store.Neo4jFile },
            Examples = ["csrgraph who 腾讯", "csrgraph who person:wang-jianchao --format json"],
            ExitCodes = [(ExitCode.BadInput, "nothing, or more than one, is called so"), (ExitCode.Unavailable, "the store cannot be reached")],
        }.Does(async (parsed, cancellation) =>
        {
            if (parsed.GetRequiredValue(first) is < 0 or > 100) throw new WrongUsageException("--first must be from 0 to 100");
            await using var opened = await store.OpenAsync(parsed, StoreNeed.Existing, cancellation);
            var asOf = await look.AsOfAsync(parsed, opened, cancellation);
            var entity = await NamedEntities.OfEntities(opened.Store, invocation.Vocabulary, asOf).FindAsync(parsed.GetRequiredValue(wanted), cancellation);
            if (entity.Id.IsDocument) throw new BadInputException($"'{entity.Id}' is a document; 'csrgraph show {entity.Id}' shows it");
            var profile = await Profile.ReadAsync(opened.Store, asOf, invocation.Vocabulary, entity, parsed.GetRequiredValue(first), cancellation);
            if (look.IsJson(parsed)) invocation.Out.WriteLine(PrettyJson.Of(ProfileJson.Of(profile)));
            else invocation.Draw(new ProfileTree(invocation.Vocabulary).Of(profile));
            return ExitCode.Done;
        });
    }
}
