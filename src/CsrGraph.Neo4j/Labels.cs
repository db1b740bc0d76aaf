using System.Globalization;

namespace CsrGraph.Neo4j;

/// <summary>Kinds, categories, relation types and claims' ids as labels, relationship types and properties.</summary>
internal static class Labels
{
    /// <summary>What a relationship is called once it has ended.</summary>
    public const string Retracted = "RETRACTED_";

    /// <summary>The id of a relationship's claim, which the relationship has without its prefix.</summary>
    public static string ClaimId(string relationship) => $"'claim:' + {relationship}.claimId";

    /// <summary>A kind or category as a label: <c>EVENT_SERIES</c> is <c>EventSeries</c>.</summary>
    public static string Of(string term) =>
        string.Concat(term.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + w[1..].ToLower(CultureInfo.InvariantCulture)));

    /// <summary>A relation type as it is written in a statement. It comes from a vocabulary; anything else would be a way in.</summary>
    public static string Type(string type) => type.Length > 0 && type.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')
        ? $"`{type}`"
        : throw new ArgumentException($"'{type}' is no relation type", nameof(type));
}
