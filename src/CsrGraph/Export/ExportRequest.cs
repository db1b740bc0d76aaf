using System.Globalization;
using CsrGraph.Export.Projections;
using CsrGraph.Model;
using CsrGraph.Query.Projecting;
using CsrGraph.Store;

namespace CsrGraph.Export;

/// <summary>Which part of the graph is exported, and in which state.</summary>
public sealed record ExportRequest
{
    /// <summary>Only what touches these entities: their claims, and the relations among those that they lead to. Empty for the whole graph.</summary>
    public IReadOnlyList<EntityId> Around { get; init; } = [];

    /// <summary>Only claims that may have held on this day; null for all.</summary>
    public DateOnly? ValidAt { get; init; }

    /// <summary>Only what was known then; null for the head.</summary>
    public KnownAt? KnownAt { get; init; }

    /// <summary>Who does something together, instead of the claims; null for these.</summary>
    public ProjectionQuestion? Projection { get; init; }

    /// <summary>A condition on those who take part in what is projected, or null.</summary>
    public AskedFilter? Filter { get; init; }

    /// <summary>A condition on what they take part in, or null.</summary>
    public AskedFilter? OverFilter { get; init; }

    /// <summary>The most pairs of a projection.</summary>
    public long MaxPairs { get; init; } = ProjectionQuestion.MostPairs;

    /// <summary>The most rows that a projection reads.</summary>
    public long MaxRows { get; init; } = ProjectionQuestion.MostRows;

    /// <summary>Reads what was asked for in words.</summary>
    /// <param name="around">The entities' ids; several may stand in one, separated by commas.</param>
    /// <param name="validAt">A day, <c>2018-08-27</c>; null for any.</param>
    /// <param name="knownAt">A change-set's number or a moment; null for the head.</param>
    /// <param name="projection"><c>SIGNED:ORGANISATION:PLEDGE</c>: the relation, the kind of those who take part, the kind of what; null for the claims.</param>
    /// <param name="minWeight">Only edges of a projection of at least so many; null for all.</param>
    /// <exception cref="FormatException">One of them is none; the message says which.</exception>
    public static ExportRequest Read(IEnumerable<string> around, string? validAt, string? knownAt, string? projection = null, string? minWeight = null) => new()
    {
        Projection = ProjectionWords.Read(projection, minWeight),
        Around = [.. around.SelectMany(ReadIds).Distinct()],
        ValidAt = validAt is null ? null : ReadDay(validAt),
        KnownAt = knownAt is null ? null : ReadKnownAt(knownAt),
    };

    private static IEnumerable<EntityId> ReadIds(string text)
    {
        // Nobody means the whole graph by what names nobody.
        return text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } ids
            ? ids.Select(id => new EntityId(id))
            : throw new FormatException("'around' names nobody: give an id at least, such as org:tencent, or leave it out for the whole graph");
    }

    private static DateOnly ReadDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new FormatException($"'{text}' is no day: write it as 2018-08-27");

    private static KnownAt ReadKnownAt(string text) => Store.KnownAt.TryRead(text, out var knownAt)
        ? knownAt
        : throw new FormatException($"'{text}' is neither a change-set's number nor a moment such as 2025-01-20T09:30:00Z");
}
