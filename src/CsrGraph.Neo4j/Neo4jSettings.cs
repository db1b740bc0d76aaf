using CsrGraph.Neo4j.Settings;

namespace CsrGraph.Neo4j;

/// <summary>
/// Reads the settings that Neo4j's own credential files have: <c>NEO4J_URI</c>, <c>NEO4J_USERNAME</c> (<c>neo4j</c> by default),
/// <c>NEO4J_PASSWORD</c>, <c>NEO4J_DATABASE</c> (<c>neo4j</c> by default); beside them <c>NEO4J_TOKEN</c>, a bearer token instead of user and
/// password, and <c>NEO4J_CA</c>, a PEM file of a private authority. Empty counts as not set. Without password and token Neo4j is asked without
/// credentials.
/// </summary>
public static class Neo4jSettings
{
    /// <summary>The names of the settings, in the order in which people write them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE", "NEO4J_TOKEN", "NEO4J_CA"];

    /// <summary>Takes the settings from environment variables.</summary>
    /// <param name="variable">Reads one; null reads those of the process.</param>
    /// <exception cref="Neo4jSettingsException">One is missing or wrong; the message names it and says what to write.</exception>
    public static Neo4jOptions FromEnvironment(Func<string, string?>? variable = null) =>
        Read(variable ?? Environment.GetEnvironmentVariable, "the environment");

    /// <summary>
    /// Takes the settings from a file alone, whatever the environment says, so that one server's password is never sent to another one: lines
    /// <c>NAME=value</c>, the value plain or in quotes; empty lines, lines that begin with <c>#</c> and other names are passed over.
    /// </summary>
    /// <exception cref="Neo4jSettingsException">It cannot be read, or a setting is missing or wrong; the message says what to write.</exception>
    public static Neo4jOptions FromFile(string path)
    {
        var values = CredentialFile.Read(path);
        return Read(name => values.GetValueOrDefault(name), $"'{path}'");
    }

    private static Neo4jOptions Read(Func<string, string?> variable, string source)
    {
        var uri = Value("NEO4J_URI") ?? throw new Neo4jSettingsException(
            $"NEO4J_URI is not set in {source}: write Neo4j's HTTP address, such as NEO4J_URI=http://localhost:7474");
        var (user, password, token) = (Value("NEO4J_USERNAME"), Value("NEO4J_PASSWORD"), Value("NEO4J_TOKEN"));
        if (token is not null && password is not null)
            throw new Neo4jSettingsException($"NEO4J_TOKEN and NEO4J_PASSWORD are both set in {source}: keep one of them");
        if (user is not null && password is null && token is null)
            throw new Neo4jSettingsException($"NEO4J_USERNAME is set in {source}, but NEO4J_PASSWORD is not: set it, or neither of them");
        var authority = Value("NEO4J_CA");
        if (authority is not null && !File.Exists(authority))
            throw new Neo4jSettingsException($"NEO4J_CA in {source} names '{authority}', where no file is: name the authority's PEM file");
        return new Neo4jOptions(Neo4jAddress.Read(uri))
        {
            Username = password is null ? null : user ?? "neo4j",
            Password = password,
            Token = token,
            Database = Value("NEO4J_DATABASE") ?? "neo4j",
            AuthorityFile = authority,
        };

        // Not trimmed: a password may begin or end with a blank.
        string? Value(string name) => variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
    }
}
