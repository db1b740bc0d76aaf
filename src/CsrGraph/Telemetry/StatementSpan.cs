using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CsrGraph.Telemetry;

/// <summary>One statement that a store puts to its database, as it is told of: a span below the one that is current, and a measurement.</summary>
public readonly struct StatementSpan
{
    private static readonly Histogram<double> Durations =
        Tracing.Meter.CreateHistogram<double>("db.client.operation.duration", "s", "How long a statement took, as who put it saw it.");

    private readonly TimeProvider? time;
    private readonly DateTimeOffset at;
    private readonly long started;
    private readonly Activity? open;

    private StatementSpan(TimeProvider time, Activity? open = null) => (this.time, this.open, at, started) = (time, open, time.GetUtcNow(), time.GetTimestamp());

    /// <summary>True where somebody wants to know of it.</summary>
    public bool IsTold => time is not null;

    /// <summary>Begins one; where nobody wants to know, nothing comes of it.</summary>
    public static StatementSpan Start(TimeProvider time) => IsWanted ? new StatementSpan(time) : default;

    /// <summary>The same, and what is told of until it has ended is told of as part of it; for who has one statement under way and no other.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="text">The statement.</param>
    public static StatementSpan Open(TimeProvider time, string text) => !IsWanted ? default
        : new StatementSpan(time, Activity.Current is null ? null : Tracing.Source.StartActivity(OperationOf(text), ActivityKind.Client));

    /// <summary>Ends it.</summary>
    /// <param name="system">What <c>db.system.name</c> says.</param>
    /// <param name="text">The statement, of which the word that it begins with is told.</param>
    /// <param name="rows">How many rows it gave; null where that is not known.</param>
    /// <param name="error">What <c>error.type</c> says; null where it went well.</param>
    public void End(string system, string text, long? rows = null, string? error = null)
    {
        if (time is null) return;
        var (took, operation) = (time.GetElapsedTime(started), OperationOf(text));
        Durations.Record(took.TotalSeconds, new TagList { { "db.system.name", system }, { "db.operation.name", operation }, { "error.type", error } });

        // A span of a question alone; who polls or loads has none.
        if ((open ?? Late(operation)) is not { } span) return;
        span.SetTag("db.system.name", system).SetTag("db.operation.name", operation).SetTag("db.response.returned_rows", rows).SetTag("error.type", error);
        if (error is not null) span.SetStatus(ActivityStatusCode.Error);
        span.SetEndTime((at + took).UtcDateTime);
        span.Stop();
    }

    private static bool IsWanted => Durations.Enabled || (Activity.Current is not null && Tracing.Source.HasListeners());

    // Statements whose rows are read by turns end by turns too, so that none of them can be the current one meanwhile.
    private Activity? Late(string operation) =>
        Activity.Current is null ? null : Tracing.Source.CreateActivity(operation, ActivityKind.Client)?.SetStartTime(at.UtcDateTime).Start();

    // Statements of files have a remark before them.
    private static string OperationOf(string statement)
    {
        var text = statement.AsSpan().TrimStart();
        while (text.StartsWith("--") || text.StartsWith("//"))
        {
            var end = text.IndexOf('\n');
            text = end < 0 ? default : text[(end + 1)..].TrimStart();
        }

        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length])) length++;
        return text[..length].ToString().ToUpperInvariant();
    }
}
