using CsrGraph.Store;
using CsrGraph.Telemetry;

namespace CsrGraph.Neo4j.Wire;

/// <summary>The requests of the Query API, each put once: what they send, and what is kept of their answers.</summary>
internal sealed class QueryEndpoint : IAsyncDisposable, IDisposable
{
    // It finds the statements by a parameter that nothing reads; a comment in their text would have each planned anew.
    private const string Terminate =
        $"SHOW TRANSACTIONS YIELD transactionId AS id, parameters WHERE parameters.{RequestBody.Marker} IN $requests "
        + "TERMINATE TRANSACTIONS id YIELD message RETURN message";

    // What OpenTelemetry calls it.
    private const string System = "neo4j";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Neo4jOptions options;
    private readonly HttpExchange exchange;
    private readonly string client = Guid.NewGuid().ToString("N");
    private readonly AbandonedStatements abandoned;
    private Uri query;
    private long requests;

    public QueryEndpoint(Neo4jOptions options)
    {
        this.options = options;
        exchange = new HttpExchange(options);
        abandoned = new AbandonedStatements(EndAsync);
        query = Discovery.Endpoint(options, Discovery.DefaultQuery);
    }

    public Bookmarks Bookmarks { get; } = new();

    public async Task<Neo4jServer> DiscoverAsync(CancellationToken cancellation)
    {
        var server = await Discovery.AskAsync(exchange, options, cancellation);
        query = Discovery.Endpoint(options, server.Query);
        return server;
    }

    public async Task<ResultSummary> RunAsync(Cypher cypher, AccessMode mode, TimeSpan limit, RowHandler? onRow, CancellationToken cancellation)
    {
        var sent = Bookmarks.Current;
        var head = new RequestHead { Mode = mode, Bookmarks = sent, Limit = limit, Marker = NextMarker() };
        var summary = await FollowAsync(query, cypher, head, onRow, cancellation);
        if (mode == AccessMode.Write) Bookmarks.Written(sent, summary.Bookmarks);
        return summary;
    }

    /// <summary>Begins a transaction, with its first statement or none.</summary>
    public async Task<ResultSummary> BeginAsync(AccessMode mode, TimeSpan limit, Cypher cypher, RowHandler? onRow, CancellationToken cancellation)
    {
        var marker = cypher.Text is null ? null : NextMarker();
        var head = new RequestHead { Mode = mode, Bookmarks = Bookmarks.Current, Limit = limit, Marker = marker };
        var begun = await FollowAsync(Address("/tx"), cypher, head, onRow, cancellation);
        return begun.Transaction is null ? throw new ForeignAnswerException("it begins a transaction without an id") : begun;
    }

    public Task<ResultSummary> RunInAsync(ResultSummary begun, Cypher cypher, RowHandler? onRow, CancellationToken cancellation) =>
        SendAsync(Address($"/tx/{begun.Transaction}"), cypher, new RequestHead { Marker = NextMarker() }, begun.Affinity, onRow, cancellation);

    /// <summary>Runs a last statement, which writes nothing, and ends the transaction.</summary>
    public Task<ResultSummary> RunLastAsync(ResultSummary begun, Cypher cypher, RowHandler? onRow, CancellationToken cancellation) =>
        SendAsync(Address($"/tx/{begun.Transaction}/commit"), cypher, new RequestHead { Marker = NextMarker() }, begun.Affinity, onRow, cancellation);

    public async Task<ResultSummary> CommitAsync(ResultSummary begun, CancellationToken cancellation)
    {
        var sent = Bookmarks.Current;
        var summary = await SendAsync(Address($"/tx/{begun.Transaction}/commit"), default, new RequestHead(), begun.Affinity, null, cancellation);
        Bookmarks.Written(sent, summary.Bookmarks);
        return summary;
    }

    /// <summary>Rolls a transaction back. An error is no news: Neo4j does so by itself where nobody goes on for a minute.</summary>
    public async Task EndAsync(ResultSummary begun)
    {
        using var patience = new CancellationTokenSource(Patience, options.Clock);
        try
        {
            // Neo4j refuses to roll back under a statement that still runs.
            await abandoned.Ended.WaitAsync(patience.Token);
            await exchange.DeleteAsync(Address($"/tx/{begun.Transaction}"), begun.Affinity, patience.Token);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            // Who ends it has another error in hand, or asks for nothing more.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await abandoned.Ended;
        Dispose();
    }

    public void Dispose() => exchange.Dispose();

    private async Task<ResultSummary> FollowAsync(Uri address, Cypher cypher, RequestHead head, RowHandler? onRow, CancellationToken cancellation)
    {
        try
        {
            return await SendAsync(address, cypher, head, null, onRow, cancellation);
        }
        catch (Neo4jException e) when (ErrorCodes.IsStaleBookmark(e))
        {
            Bookmarks.Forget();
            throw;
        }
    }

    private async Task<ResultSummary> SendAsync(
        Uri address, Cypher cypher, RequestHead head, string? affinity, RowHandler? onRow, CancellationToken cancellation)
    {
        var text = cypher.Text ?? "TRANSACTION";
        var span = StatementSpan.Open(options.Clock, text);
        try
        {
            var summary = await exchange.PostAsync(address, cypher, head, affinity, onRow, cancellation);
            span.End(System, text);
            return summary;
        }
        catch (Exception e)
        {
            span.End(System, text, error: (e as Neo4jException)?.Code ?? e.GetType().Name);
            if (head.Marker is not null && e is not (Neo4jException or HttpRequestException or CutAnswerException)) abandoned.Add(head.Marker);
            throw;
        }
    }

    private async Task EndAsync(IReadOnlyList<string> markers)
    {
        using var patience = new CancellationTokenSource(Patience, options.Clock);
        var cypher = new Cypher(Terminate, json =>
        {
            json.WriteStartArray("requests");
            foreach (var marker in markers) json.WriteStringValue(marker);
            json.WriteEndArray();
        });
        try
        {
            await exchange.PostAsync(query, cypher, new RequestHead { Mode = AccessMode.Read }, null, null, patience.Token);
        }
        catch (Exception e) when (e is Neo4jException or OperationCanceledException or ObjectDisposedException
            || Fault.Of(e, options) is StoreUnavailableException)
        {
            // Nobody waits for it any more; where it cannot be ended, it ends by itself, or by db.transaction.timeout.
        }
    }

    private string NextMarker() => $"{client}-{Interlocked.Increment(ref requests)}";

    private Uri Address(string rest) => new(query + rest);
}
