using System.Globalization;

namespace CsrGraph.Benchmarks.Http;

internal sealed record Organisation(string Id, string Name, string Category);

internal sealed record Pledge(string Id, string Name, Organisation[] Signatories);

internal sealed record Event(string Id, string Name, string Date, Organisation[] GuidedBy, Organisation[] HostedBy, Pledge[] Pledges);

/// <summary>A hundred events, each with three guides, three hosts and a pledge with twenty signatories.</summary>
internal sealed class EventData
{
    private const int Count = 100;

    private readonly Event[] events;

    public EventData()
    {
        Organisations = [.. Enumerable.Range(0, 2_000).Select(i => new Organisation(Text($"org:{i}"), Text($"组织名称 {i}"), i % 2 == 1 ? "COMPANY" : "REGULATOR"))];
        events = [.. Enumerable.Range(0, Count).Select(i => new Event(
            Text($"event:{i}"),
            Text($"活动名称 {i}"),
            "2018-11-12",
            Take(i + 1, 3),
            Take(i + 500, 3),
            [new Pledge(Text($"pledge:{i}"), Text($"倡议 {i}"), Take(i + 1_000, 20))]))];
    }

    public Organisation[] Organisations { get; }

    /// <summary>The first so many events.</summary>
    public Event[] Events(int first) => first >= events.Length ? events : events[..Math.Max(0, first)];

    private Organisation[] Take(int seed, int count) =>
        [.. Enumerable.Range(0, count).Select(k => Organisations[((seed * 7_919L) + (k * 104_729L)) % Organisations.Length])];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
