namespace CsrGraph.Neo4j.Wire;

/// <summary>A transaction of several statements; disposing of it rolls back what was not committed.</summary>
internal sealed class Neo4jTransaction(Neo4jClient client, string id) : IAsyncDisposable
{
    private bool isOver;

    public Task RunAsync(Cypher cypher, RowHandler? onRow, CancellationToken cancellation) => client.RunInAsync(id, cypher, onRow, cancellation);

    public async Task CommitAsync(CancellationToken cancellation)
    {
        await client.CommitAsync(id, cancellation);
        isOver = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (isOver) return;
        isOver = true;
        await client.RollBackAsync(id, CancellationToken.None);
    }
}
