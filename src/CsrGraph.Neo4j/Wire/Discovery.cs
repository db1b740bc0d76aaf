using System.Globalization;
using System.Text.Json;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Wire;

/// <summary>A Neo4j that answers.</summary>
/// <param name="Version">Its version, such as 5.26.30 or 2025.01.0.</param>
/// <param name="Edition">community or enterprise.</param>
/// <param name="Query">The path of its Query API, with <c>{databaseName}</c>.</param>
internal sealed record Neo4jServer(string Version, string Edition, string Query);

/// <summary>Asks an address what it is; says what is missing where it is no Neo4j that can be used.</summary>
internal static class Discovery
{
    public const string DefaultQuery = "/db/{databaseName}/query/v2";

    public static async Task<Neo4jServer> AskAsync(HttpExchange exchange, Neo4jOptions options, CancellationToken cancellation)
    {
        var (status, body) = await exchange.GetAsync(new Uri(Prefix(options) + "/"), cancellation);
        using var document = Parse(body);
        if (document is null || Text(document, "neo4j_version") is not { } version)
            throw new ForeignAnswerException(status == 200 ? "no neo4j_version; its Bolt port is not meant, but its HTTP port" : $"HTTP {status}");
        if (!IsRecent(version))
        {
            throw new StoreUnavailableException(
                $"Neo4j {version} at {options.Address} is too old: CsrGraph needs Neo4j 5.26 or later, as before it there was no Query API to rely on");
        }

        var query = Text(document, "query") ?? throw new StoreUnavailableException(
            $"Neo4j {version} at {options.Address} has its Query API off: add QUERY_API_ENDPOINTS to server.http_enabled_modules in neo4j.conf, and restart it");
        return new Neo4jServer(version, Text(document, "neo4j_edition") ?? "", Path(query));
    }

    /// <summary>The Query API's address: below the address that was set, whatever address the server believes to have.</summary>
    public static Uri Endpoint(Neo4jOptions options, string query) =>
        new(Prefix(options) + query.Replace("{databaseName}", Uri.EscapeDataString(options.Database), StringComparison.Ordinal));

    private static string Prefix(Neo4jOptions options) => options.Address.GetLeftPart(UriPartial.Path).TrimEnd('/');

    private static string Path(string query)
    {
        var scheme = query.IndexOf("://", StringComparison.Ordinal);
        var path = query.IndexOf('/', scheme < 0 ? 0 : scheme + 3);
        return path < 0 ? DefaultQuery : query[path..];
    }

    /// <summary>Versions by the calendar (2025.01) are later than 5.26.</summary>
    private static bool IsRecent(string version)
    {
        var parts = version.Split('.', '-', '+');
        return int.TryParse(parts[0], CultureInfo.InvariantCulture, out var major)
            && (major > 5 || (major == 5 && parts.Length > 1 && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var minor) && minor >= 26));
    }

    private static JsonDocument? Parse(string body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            // Not Neo4j's: the caller says so.
            return null;
        }
    }

    private static string? Text(JsonDocument document, string name) =>
        document.RootElement.ValueKind == JsonValueKind.Object
        && document.RootElement.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
