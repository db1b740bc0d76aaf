using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CsrGraph.Neo4j.Wire;

/// <summary>Speaks Neo4j's HTTP Query API; the only place that knows the wire.</summary>
internal sealed class Neo4jClient : IDisposable
{
    private readonly HttpClient http;
    private readonly Uri endpoint;

    public Neo4jClient(Neo4jOptions options)
    {
        http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        endpoint = new Uri(options.Address, $"/db/{options.Database}/query/v2");
        if (options.Username is not { } user) return;
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{options.Password}"));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
    }

    /// <summary>Runs one statement in a transaction of its own; its rows count only once the task has ended well.</summary>
    public Task RunAsync(Cypher cypher, AccessMode mode, RowHandler? onRow, CancellationToken cancellation) =>
        SendAsync(endpoint, cypher, mode, onRow, cancellation);

    /// <summary>Begins a transaction of several statements.</summary>
    public async Task<Neo4jTransaction> BeginAsync(AccessMode mode, CancellationToken cancellation)
    {
        var begun = await SendAsync(new Uri(endpoint + "/tx"), default, mode, null, cancellation);
        return new Neo4jTransaction(this, begun ?? throw new InvalidOperationException("Neo4j gave the transaction no id"));
    }

    public void Dispose() => http.Dispose();

    internal Task RunInAsync(string transaction, Cypher cypher, RowHandler? onRow, CancellationToken cancellation) =>
        SendAsync(new Uri($"{endpoint}/tx/{transaction}"), cypher, null, onRow, cancellation);

    internal Task CommitAsync(string transaction, CancellationToken cancellation) =>
        SendAsync(new Uri($"{endpoint}/tx/{transaction}/commit"), default, null, null, cancellation);

    internal async Task RollBackAsync(string transaction, CancellationToken cancellation)
    {
        using var answer = await http.DeleteAsync(new Uri($"{endpoint}/tx/{transaction}"), cancellation);
    }

    private async Task<string?> SendAsync(Uri address, Cypher cypher, AccessMode? mode, RowHandler? onRow, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(Body(cypher, mode)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await http.SendAsync(request, cancellation);
        return Read(await answer.Content.ReadAsByteArrayAsync(cancellation), onRow);
    }

    private static byte[] Body(Cypher cypher, AccessMode? mode)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (cypher.Text is not null) json.WriteString("statement", cypher.Text);
            if (cypher.Parameters is not null)
            {
                json.WriteStartObject("parameters");
                cypher.Parameters(json);
                json.WriteEndObject();
            }

            if (mode is not null) json.WriteString("accessMode", mode == AccessMode.Read ? "READ" : "WRITE");
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static string? Read(byte[] body, RowHandler? onRow)
    {
        string? transaction = null;
        var reader = new Utf8JsonReader(body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("errors")) Throw(ref reader);
            else if (reader.ValueTextEquals("transaction")) transaction = Id(ref reader);
            else if (reader.ValueTextEquals("data")) ReadRows(ref reader, onRow);
            else reader.Skip();
        }

        return transaction;
    }

    private static void ReadRows(ref Utf8JsonReader reader, RowHandler? onRow)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals("values"))
            {
                reader.Skip();
                continue;
            }

            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            {
                var row = reader;
                onRow?.Invoke(ref row);
                reader.Skip();
            }
        }
    }

    private static string? Id(ref Utf8JsonReader reader)
    {
        reader.Read();
        using var transaction = JsonDocument.ParseValue(ref reader);
        return transaction.RootElement.TryGetProperty("id", out var id) ? id.GetString() : null;
    }

    private static void Throw(ref Utf8JsonReader reader)
    {
        reader.Read();
        using var errors = JsonDocument.ParseValue(ref reader);
        var first = errors.RootElement[0];
        throw new Neo4jException(first.GetProperty("code").GetString()!, first.GetProperty("message").GetString()!);
    }
}
