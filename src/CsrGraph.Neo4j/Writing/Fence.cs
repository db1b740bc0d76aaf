using System.Text.Json;
using System.Threading.Channels;
using CsrGraph.Neo4j.Wire;

namespace CsrGraph.Neo4j.Writing;

/// <summary>
/// Runs statements that write, each only while its writer's ticket is good. A statement locks a lane's node until it is committed, and whoever takes
/// the lease, or begins to sweep, locks all lanes to give out another ticket: so he waits for what is still under way, and nothing comes after.
/// </summary>
internal sealed class Fence
{
    /// <summary>How many statements can be under way; two requests at once are as many as a server of two cores makes use of.</summary>
    public const int Lanes = 2;

    // The lock comes first: what is read after it nobody else changes. A ticket that is good no more divides by zero, which undoes the transaction.
    private const string Held =
        "MATCH (lane:CsrGraph {id: $lane}) SET lane.used = 0 WITH lane SET lane.used = 1 / CASE WHEN lane.ticket = $ticket THEN 1 ELSE 0 END WITH lane ";

    private const string IsHeld = "MATCH (s:CsrGraph {id: 'store', ticket: $ticket}) RETURN s.id";

    private static readonly string[] LaneIds = [.. Enumerable.Range(0, Lanes).Select(n => $"lane:{n}")];

    private readonly Neo4jClient client;
    private readonly Channel<string> free = Channel.CreateUnbounded<string>();

    public Fence(Neo4jClient client, long ticket)
    {
        (this.client, Ticket) = (client, ticket);
        foreach (var lane in LaneIds) free.Writer.TryWrite(lane);
    }

    /// <summary>Greater than every one before.</summary>
    public long Ticket { get; }

    /// <summary>Runs a statement of <c>cypher/queries</c>.</summary>
    /// <exception cref="Store.StoreBusyException">Another ticket was given out; nothing was done.</exception>
    /// <exception cref="CommitUnknownException">The answer was lost.</exception>
    public async Task<List<JsonElement>> RunAsync(string statement, Action<Utf8JsonWriter> parameters, CancellationToken cancellation)
    {
        var lane = await free.Reader.ReadAsync(cancellation);
        try
        {
            return await client.WriteRowsAsync(new Cypher(Held + Queries.Named(statement), Write), cancellation);
        }
        catch (Neo4jException e) when (IsDivision(e))
        {
            if (await IsHeldAsync(cancellation)) throw;
            throw Lease.TakenOver();
        }
        finally
        {
            free.Writer.TryWrite(lane);
        }

        void Write(Utf8JsonWriter json)
        {
            json.WriteString("lane", lane);
            json.WriteNumber("ticket", Ticket);
            parameters(json);
        }
    }

    /// <summary>The same for a statement that says what is to be: where an answer was lost it is run again.</summary>
    public Task<List<JsonElement>> RunRepeatableAsync(string statement, Action<Utf8JsonWriter> parameters, CancellationToken cancellation) =>
        UntilKnownAsync(() => RunAsync(statement, parameters, cancellation), cancellation);

    /// <summary>Runs what does no harm when it is done twice, again where its answer was lost.</summary>
    public static async Task<T> UntilKnownAsync<T>(Func<Task<T>> run, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await run();
            }
            catch (CommitUnknownException) when (!cancellation.IsCancellationRequested)
            {
                // Done or not. Where Neo4j stays away, the next attempt says so.
            }
        }
    }

    /// <summary>Writes the lanes' ids as a parameter.</summary>
    public static void WriteLanes(Utf8JsonWriter json)
    {
        json.WriteStartArray("lanes");
        foreach (var lane in LaneIds) json.WriteStringValue(lane);
        json.WriteEndArray();
    }

    /// <summary>Reads.</summary>
    public Task<List<JsonElement>> AskAsync(Cypher cypher, CancellationToken cancellation) => client.RowsAsync(cypher, cancellation);

    /// <summary>True for what a statement fails by where something that it counts on is not so.</summary>
    public static bool IsDivision(Neo4jException exception) => exception.Code == "Neo.ClientError.Statement.ArithmeticError";

    private async Task<bool> IsHeldAsync(CancellationToken cancellation) =>
        (await client.RowsAsync(new Cypher(IsHeld, json => json.WriteNumber("ticket", Ticket)), cancellation)).Count > 0;
}
