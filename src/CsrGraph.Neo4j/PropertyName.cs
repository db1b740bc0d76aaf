namespace CsrGraph.Neo4j;

/// <summary>The properties that qualifiers and documents' metadata are kept as.</summary>
internal static class PropertyName
{
    private static readonly HashSet<string> Ours = new(StringComparer.Ordinal)
    {
        "id", "kind", "category", "name", "sort", "firstDay", "lastDay", "date", "dateCode", "body", "addedIn", "retractedIn", "since", "entity",
        "versionKind", "labels", "type", "subject", "object", "day", "until", "rank", "when", "claim", "claimId", "folded", "readings", "former",
    };

    /// <summary>The name itself, unless a property of ours has it already: <c>until</c>, a date as printed, is kept as <c>until_</c>.</summary>
    public static string Of(string name) => Ours.Contains(name) ? name + "_" : name;

    /// <summary>The same as it is written in a statement.</summary>
    public static string Quoted(string name) => $"`{Of(name).Replace("`", "``", StringComparison.Ordinal)}`";
}
