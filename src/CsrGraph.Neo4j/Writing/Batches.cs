using System.Globalization;
using System.Text.Json;
using CsrGraph.Neo4j.Wire;

namespace CsrGraph.Neo4j.Writing;

/// <summary>
/// Sends rows in batches, a transaction each. A batch leaves a node of its own in its transaction, by which it is known whether it was applied where
/// the answer was lost, so that none is applied twice. Where Neo4j has no memory for one, its halves are sent.
/// </summary>
internal sealed class Batches(Fence fence, long changeSet)
{
    private const string Exists = "MATCH (b:CsrGraph {id: $batch}) RETURN b.id";

    private long last;

    /// <summary>True once Neo4j had no memory for a whole one.</summary>
    public bool HaveBeenHalved { get; private set; }

    /// <summary>Sends a statement that ends by making the batch's node, and that fails where it has not found all that its rows name.</summary>
    /// <exception cref="MissingEndsException">It has not.</exception>
    public Task SendAsync<T>(
        string statement, IReadOnlyList<T> rows, Action<Utf8JsonWriter, T> write, Func<T, int> pieces, CancellationToken cancellation) =>
        HalvingAsync(rows, part => OnceAsync(statement, part, write, pieces, cancellation));

    /// <summary>Sends a statement that may be applied twice, since it says what is to be.</summary>
    public Task SendAsync<T>(string statement, IReadOnlyList<T> rows, Action<Utf8JsonWriter, T> write, CancellationToken cancellation) =>
        HalvingAsync(rows, part => fence.RunRepeatableAsync(
            statement, json => { json.WriteNumber("number", changeSet); json.Rows(part, write); }, cancellation));

    /// <summary>Sends a statement that takes ids and may be applied twice.</summary>
    public Task SendAsync(string statement, IReadOnlyList<string> ids, CancellationToken cancellation) => HalvingAsync(ids, part => fence.RunRepeatableAsync(
        statement, json => { WriteIds(json, part); json.WriteNumber("number", changeSet); }, cancellation));

    /// <summary>Asks something of ids.</summary>
    public Task<List<JsonElement>> AskAsync(string statement, IReadOnlyList<string> ids, CancellationToken cancellation) => fence.AskAsync(
        new Cypher(Queries.Named(statement), json => { WriteIds(json, ids); json.WriteNumber("number", changeSet); }), cancellation);

    private static void WriteIds(Utf8JsonWriter json, IReadOnlyList<string> ids)
    {
        json.WriteStartArray("ids");
        foreach (var id in ids) json.WriteStringValue(id);
        json.WriteEndArray();
    }

    private async Task HalvingAsync<T>(IReadOnlyList<T> rows, Func<IReadOnlyList<T>, Task> send)
    {
        if (rows.Count == 0) return;
        try
        {
            await send(rows);
        }
        catch (OutOfMemoryAtServerException) when (rows.Count > 1)
        {
            HaveBeenHalved = true;
            await HalvingAsync([.. rows.Take(rows.Count / 2)], send);
            await HalvingAsync([.. rows.Skip(rows.Count / 2)], send);
        }
    }

    private async Task OnceAsync<T>(
        string statement, IReadOnlyList<T> rows, Action<Utf8JsonWriter, T> write, Func<T, int> pieces, CancellationToken cancellation)
    {
        var batch = string.Create(CultureInfo.InvariantCulture, $"batch:{changeSet}:{Interlocked.Increment(ref last)}");
        while (true)
        {
            try
            {
                await fence.RunAsync(statement, Write, cancellation);
                return;
            }
            catch (CommitUnknownException)
            {
                if (await IsThereAsync(batch, cancellation)) return;
            }
            catch (Neo4jException e) when (e.Code == "Neo.ClientError.Schema.ConstraintValidationFailed")
            {
                // Either an attempt before this one was applied after all, or one of the rows is there already.
                if (await IsThereAsync(batch, cancellation)) return;
                throw Nonsense.StandsAlready(e.Message);
            }
            catch (Neo4jException e) when (Fence.IsDivision(e))
            {
                throw new MissingEndsException(e);
            }
        }

        void Write(Utf8JsonWriter json)
        {
            json.WriteString("batch", batch);
            json.WriteNumber("number", changeSet);
            json.WriteNumber("count", rows.Count);
            json.WriteNumber("pieces", rows.Sum(pieces));
            json.Rows(rows, write);
        }
    }

    private async Task<bool> IsThereAsync(string batch, CancellationToken cancellation) =>
        (await fence.AskAsync(new Cypher(Exists, json => json.WriteString("batch", batch)), cancellation)).Count > 0;
}

/// <summary>Claims name entities that have no node as yet.</summary>
internal sealed class MissingEndsException(Exception inner) : Exception("claims name entities that have no node as yet", inner);
