namespace CsrGraph.Neo4j.Wire;

/// <summary>
/// Neo4j goes on with a statement whose connection was closed. So what was cancelled, or is late, is ended there as well: in the background, one
/// request at a time, for all that have come together meanwhile.
/// </summary>
internal sealed class AbandonedStatements(Func<IReadOnlyList<string>, Task> terminate)
{
    private readonly Lock gate = new();
    private List<string> markers = [];
    private bool isRunning;
    private Task ending = Task.CompletedTask;

    /// <summary>Ends once those so far are done with.</summary>
    public Task Ended
    {
        get
        {
            lock (gate) return ending;
        }
    }

    public void Add(string marker)
    {
        lock (gate)
        {
            markers.Add(marker);
            if (isRunning) return;
            isRunning = true;
            ending = Task.Run(EndAsync);
        }
    }

    private async Task EndAsync()
    {
        while (Take() is { } some) await terminate(some);
    }

    private List<string>? Take()
    {
        lock (gate)
        {
            isRunning = markers.Count > 0;
            if (!isRunning) return null;
            var some = markers;
            markers = [];
            return some;
        }
    }
}
