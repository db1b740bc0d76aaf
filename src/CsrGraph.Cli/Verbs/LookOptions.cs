using System.CommandLine;
using System.Globalization;
using CsrGraph.Cli.Stores;
using CsrGraph.Store;

namespace CsrGraph.Cli.Verbs;

/// <summary>The options of verbs that show a part of the graph: in which form, and as of when.</summary>
internal sealed class LookOptions
{
    public const string Text = "text";
    public const string Json = "json";

    public LookOptions() => Format.AcceptOnlyFromAmong(Text, Json);

    public Option<string> Format { get; } = new("--format") { Description = "How to print it: tables for people, or JSON for programs, as the API answers", DefaultValueFactory = _ => Text };

    public Option<string?> ValidAt { get; } = new("--valid-at") { Description = "Only what may have held on this day, such as 2018-08-27", HelpName = "DAY" };

    public Option<long?> KnownAt { get; } = new("--known-at") { Description = "Only what the change-sets up to this number say", HelpName = "NUMBER" };

    /// <summary>True where programs read it.</summary>
    public bool IsJson(ParseResult parsed) => parsed.GetRequiredValue(Format) == Json;

    /// <summary>The state that is asked for.</summary>
    /// <exception cref="WrongUsageException">It is no day, or no change-set.</exception>
    public async Task<AsOf> AsOfAsync(ParseResult parsed, OpenStore opened, CancellationToken cancellation)
    {
        var head = await opened.Store.HeadAsync(cancellation);
        if (parsed.GetValue(KnownAt) is { } known)
        {
            if (Store.KnownAt.Refusal(known, head) is { } refusal) throw new WrongUsageException(refusal);
            head = known;
        }

        return new AsOf(head, Day(parsed.GetValue(ValidAt)));
    }

    private static DateOnly? Day(string? given)
    {
        if (given is null) return null;
        return DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new WrongUsageException($"'{given}' is not a day such as 2018-08-27");
    }
}
