namespace CsrGraph.Neo4j.Settings;

/// <summary>Reads a file of lines <c>NAME=value</c>, as Neo4j Aura hands out with a new instance.</summary>
internal static class CredentialFile
{
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in Lines(path))
        {
            number++;
            var text = line.Trim();
            if (text.Length == 0 || text[0] == '#') continue;
            if (text.StartsWith("export ", StringComparison.Ordinal)) text = text["export ".Length..].TrimStart();

            // The line itself is not shown: it may be a password that lost its name.
            var equals = text.IndexOf('=');
            if (equals < 1) throw new Neo4jSettingsException($"line {number} of '{path}' is no NAME=value: mend it, or begin it with #");
            values[text[..equals].TrimEnd()] = Unquoted(text[(equals + 1)..].TrimStart());
        }

        return values;
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Neo4jSettingsException($"the file of Neo4j's settings, '{path}', cannot be read: {e.Message}");
        }
    }

    private static string Unquoted(string value) =>
        value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1] : value;
}
