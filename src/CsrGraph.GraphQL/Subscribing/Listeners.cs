using System.Diagnostics.Metrics;
using CsrGraph.GraphQL.Limits;
using CsrGraph.Telemetry;

namespace CsrGraph.GraphQL.Subscribing;

/// <summary>Who listens now, at most so many.</summary>
internal sealed class Listeners(int most)
{
    private static readonly UpDownCounter<int> Listening =
        Tracing.Meter.CreateUpDownCounter<int>("csrgraph.listeners", "{listener}", "Subscriptions that are listened to.");

    private readonly Lock sync = new();
    private readonly HashSet<Listener> all = [];

    /// <summary>Lets one more listen, until it is disposed of.</summary>
    /// <exception cref="ApiError">There are as many as may be.</exception>
    public Listener Enter(Subscription subscription)
    {
        var listener = new Listener(this, subscription);
        lock (sync)
        {
            ApiError.Require(
                "listeners", all.Count + 1, most,
                static (_, allowed) => $"{allowed} listen already, which is as many as may; try again later");
            all.Add(listener);
        }

        Listening.Add(1);

        return listener;
    }

    /// <summary>All that anybody now listens for by its id.</summary>
    public HashSet<string> Wanted()
    {
        lock (sync) return [.. all.SelectMany(l => l.Subscription.About)];
    }

    internal void Leave(Listener listener)
    {
        lock (sync)
        {
            if (!all.Remove(listener)) return;
        }

        Listening.Add(-1);
    }
}

/// <summary>Somebody who listens.</summary>
internal sealed class Listener(Listeners among, Subscription subscription) : IDisposable
{
    public Subscription Subscription => subscription;

    public void Dispose() => among.Leave(this);
}
