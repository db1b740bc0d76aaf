using System.CommandLine;
using CsrGraph.Cli.Settings;

namespace CsrGraph.Cli.Verbs;

/// <summary>The options and arguments that several verbs have, each with the environment's value as its default.</summary>
internal static class VerbOptions
{
    public static StoreChoice Store(Invocation invocation) => new(invocation);

    public static Option<string> Seed(Invocation invocation) => new("--seed")
    {
        Description = "The seed folder",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => invocation.Settings[Setting.Seed],
    };

    public static Argument<string> Folder(Invocation invocation) => new("FOLDER")
    {
        Description = "The seed folder",
        DefaultValueFactory = _ => invocation.Settings[Setting.Seed],
    };

    public static Option<string?> Sources(Invocation invocation) => new("--sources")
    {
        Description = "The folder with the raw texts, under any names: with it every quote and span is proved",
        HelpName = "DIR",
        DefaultValueFactory = _ => invocation.Settings[Setting.Sources] is { Length: > 0 } folder ? folder : null,
    };

    public static Option<string[]> RelationTypes() => new("--by")
    {
        Description = "Only by these relation types, such as SIGNED",
        HelpName = "TYPE",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>The relation types that a walk follows; null for all, where none is named.</summary>
    public static string[]? RelationTypesOf(ParseResult parsed, Option<string[]> option) => parsed.GetValue(option) is { Length: > 0 } given ? given : null;

    // No default that the help would print: it would be another on every machine.
    public static Option<string?> Author() => new("--author") { Description = "Who does it; your user name where nothing is said", HelpName = "A" };

    public static Option<string?> Message() => new("--message") { Description = "What for", HelpName = "M" };

    public static string AuthorOf(Invocation invocation, string? given) =>
        !string.IsNullOrWhiteSpace(given) ? given : invocation.Settings[Setting.Author] is { Length: > 0 } author ? author : Environment.UserName;
}
