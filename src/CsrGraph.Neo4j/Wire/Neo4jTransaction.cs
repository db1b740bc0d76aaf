namespace CsrGraph.Neo4j.Wire;

/// <summary>
/// A transaction of several statements, one after the other; disposing of it rolls back what was not committed. An error of a statement ends it: it
/// is not put again here, as only the whole could be (<see cref="Neo4jClient.ExecuteAsync"/>).
/// </summary>
internal sealed class Neo4jTransaction : IAsyncDisposable
{
    private readonly ResultSummary begun;
    private readonly QueryEndpoint endpoint;
    private readonly Attempts attempts;
    private readonly Neo4jOptions options;
    private bool isOver;

    public Neo4jTransaction(ResultSummary begun, QueryEndpoint endpoint, Attempts attempts, Neo4jOptions options) =>
        (this.begun, this.endpoint, this.attempts, this.options) = (begun, endpoint, attempts, options);

    /// <summary>Runs one statement; its rows count only once the task has ended well.</summary>
    public Task<ResultSummary> RunAsync(Cypher cypher, RowHandler? onRow, CancellationToken cancellation)
    {
        var trial = new Trial(cypher.Deadline ?? options.WriteDeadline, Trial.AsPart);
        return attempts.RunAsync(c => endpoint.RunInAsync(begun, cypher, onRow, c), trial, cancellation);
    }

    /// <summary>Makes it all count.</summary>
    /// <exception cref="CommitUnknownException">The answer was lost, so it counts as a whole or not at all.</exception>
    public async Task CommitAsync(CancellationToken cancellation)
    {
        var trial = new Trial(options.WriteDeadline, Trial.AsPart, IsCommit: true);
        await attempts.RunAsync(c => endpoint.CommitAsync(begun, c), trial, cancellation);
        isOver = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (isOver) return;
        isOver = true;
        await endpoint.EndAsync(begun);
    }
}
