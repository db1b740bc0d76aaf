namespace CsrGraph.Neo4j.Settings;

/// <summary>Reads <c>NEO4J_URI</c>: an HTTP address as it is written, Aura's Bolt address as the HTTP address that goes with it.</summary>
internal static class Neo4jAddress
{
    private const string Aura = ".databases.neo4j.io";

    public static Uri Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            throw new Neo4jSettingsException("NEO4J_URI is no address: write Neo4j's HTTP address, such as http://localhost:7474");
        if (uri.UserInfo.Length > 0)
            throw new Neo4jSettingsException("NEO4J_URI holds a user or a password: take them out and set NEO4J_USERNAME and NEO4J_PASSWORD");
        if (uri.Scheme is "http" or "https") return Plain(uri);
        return uri.Scheme is "neo4j+s" or "bolt+s" && uri.Host.EndsWith(Aura, StringComparison.OrdinalIgnoreCase)
            ? new Uri($"https://{uri.Host}")
            : throw new Neo4jSettingsException(Refusal(uri));
    }

    private static Uri Plain(Uri uri) => uri.Query.Length + uri.Fragment.Length == 0
        ? uri
        : throw new Neo4jSettingsException("NEO4J_URI holds a ? or a #: write the address alone; the database is NEO4J_DATABASE");

    private static string Refusal(Uri uri) => uri.Scheme switch
    {
        "bolt" or "neo4j" => $"NEO4J_URI is a Bolt address, and CsrGraph speaks Neo4j's HTTP: write http://{uri.Host}:7474, or https://{uri.Host}:7473",
        "bolt+s" or "neo4j+s" => $"NEO4J_URI is a Bolt address, and CsrGraph speaks Neo4j's HTTP: write https://{uri.Host}:7473",
        "bolt+ssc" or "neo4j+ssc" =>
            $"NEO4J_URI is a Bolt address, and CsrGraph speaks Neo4j's HTTP: write https://{uri.Host}:7473, and name the certificate by NEO4J_CA",
        _ => $"NEO4J_URI begins with {uri.Scheme}: write Neo4j's HTTP address, such as http://localhost:7474",
    };
}
