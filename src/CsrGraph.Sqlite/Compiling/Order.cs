using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Compiling;

/// <summary>What rows are sorted by: the terms, then the id.</summary>
/// <param name="Terms">Each with its expression.</param>
/// <param name="Id">The expression of the row's id.</param>
/// <param name="IdIsClaim">True where ids are claims', kept as 16 bytes.</param>
internal sealed record Order(IReadOnlyList<OrderTerm> Terms, string Id, bool IdIsClaim)
{
    /// <summary>The terms' values and the id, as columns.</summary>
    public string Columns => string.Join(", ", [.. Terms.Select(t => t.Column), Id]);

    /// <summary>The ORDER BY list; <paramref name="reversed"/> begins at the end.</summary>
    public string By(bool reversed) => string.Join(", ", [.. Terms.Select(t => t.By(reversed)), reversed ? Id + " DESC" : Id]);

    /// <summary>The same of columns that are named c0, c1 and so on.</summary>
    public string Named(bool reversed) => (this with
    {
        Terms = [.. Terms.Select((t, i) => t with { Expression = $"c{i}" })],
        Id = $"c{Terms.Count}",
    }).By(reversed);

    /// <summary>That a row comes after a place, or before it.</summary>
    public string Beyond(Position place, bool after, Question question) => Compare(place, after, question) is var (than, columns, values)
        ? $"({columns}) {than} ({values})"
        : BeyondEach(place, after, question);

    /// <summary>The opposite.</summary>
    public string NotBeyond(Position place, bool after, Question question) => Compare(place, after, question) is var (than, columns, values)
        ? $"({columns}) {(than == '>' ? "<=" : ">=")} ({values})"
        : $"NOT {BeyondEach(place, after, question)}";

    /// <summary>A comparison of rows, which is what an index can begin at; null where missing values or mixed directions forbid it.</summary>
    private (char Than, string Columns, string Values)? Compare(Position place, bool after, Question question)
    {
        if (!Terms.All(t => t is { IsDescending: false, MayBeNull: false })) return null;
        Check(place);
        var values = Terms.Select((t, i) => t.Parameter(place.Values[i], question)).Append(question.Value(IdValue(place.Id)));
        return (after ? '>' : '<', string.Join(", ", [.. Terms.Select(t => t.Expression), Id]), string.Join(", ", values));
    }

    /// <summary>
    /// That a row comes no later than that of which <c>k</c> has the columns <see cref="Ends"/>, where there is one; null where missing values or
    /// directions forbid to compare rows as an index does.
    /// </summary>
    public string? Last => Terms.All(t => t is { IsDescending: false, MayBeNull: false })
        ? $"({string.Join(", ", [.. Terms.Select(t => t.Expression), Id])}) <= ({string.Join(", ", Enumerable.Range(0, Terms.Count + 1).Select(i => $"k.c{i}"))})"
        : null;

    /// <summary>The order's values of the row of a table by this name, as columns c0, c1 and so on; beyond all others where there is no such row.</summary>
    public string Ends(string name) => string.Join(
        ", ",
        Terms.Select(t => t.Expression).Append(Id).Select((c, i) => $"ifnull({name}{c[c.IndexOf('.', StringComparison.Ordinal)..]}, 9223372036854775807) AS c{i}"));

    private void Check(Position place)
    {
        if (place.Values.Count != Terms.Count) throw new ArgumentException($"the place has {place.Values.Count} values, and the order {Terms.Count} terms", nameof(place));
    }

    private string BeyondEach(Position place, bool after, Question question)
    {
        Check(place);
        var values = Terms.Select((t, i) => t.Parameter(place.Values[i], question)).ToArray();
        var id = question.Value(IdValue(place.Id));
        var than = after ? '>' : '<';

        var alternatives = new List<string>();
        var equal = "";
        for (var i = 0; i < Terms.Count; i++)
        {
            if (Terms[i].Beyond(values[i], place.Values[i] is null, after) is { } beyond) alternatives.Add($"({equal}{beyond})");
            equal += $"{Terms[i].Expression} IS {values[i]} AND ";
        }

        return $"({string.Join(" OR ", alternatives.Append($"({equal}{Id} {than} {id})"))})";
    }

    private object IdValue(string id)
    {
        if (!IdIsClaim) return id;
        return ClaimId.TryParse(id, out var claim) ? claim.ToBytes() : throw new ArgumentException($"'{id}' is no claim's place", nameof(id));
    }
}

/// <summary>One term of an order.</summary>
/// <param name="Expression">What is compared.</param>
/// <param name="Column">What the position holds: the same, but NULL where the expression has a value that stands for a missing one.</param>
/// <param name="IsDescending">True for the largest first.</param>
/// <param name="MayBeNull">True where NULL stands for a missing value; it comes last in both directions.</param>
internal sealed record OrderTerm(string Expression, string Column, bool IsDescending, bool MayBeNull)
{
    /// <summary>A term whose value is never missing.</summary>
    public static OrderTerm Present(string expression, bool descending) => new(expression, expression, descending, false);

    /// <summary>A term whose value may be NULL.</summary>
    public static OrderTerm Nullable(string expression, bool descending) => new(expression, expression, descending, true);

    /// <summary>A claim's first day: upwards as the index has it, downwards with the missing ones moved to the end.</summary>
    public static OrderTerm Day(string day, bool descending)
    {
        var column = $"nullif({day}, {Reading.Columns.NoDay})";
        return descending ? Nullable(column, true) : new OrderTerm(day, column, false, false);
    }

    public string By(bool reversed)
    {
        var direction = IsDescending != reversed ? " DESC" : "";
        return MayBeNull ? $"{Expression}{direction} NULLS {(reversed ? "FIRST" : "LAST")}" : Expression + direction;
    }

    public string Parameter(object? value, Question question) => question.Value(value switch
    {
        null when !MayBeNull => Reading.Columns.NoDay,
        int number => (long)number,
        _ => value,
    });

    /// <summary>That the value lies beyond another; null where nothing does.</summary>
    public string? Beyond(string value, bool isMissing, bool after)
    {
        var than = after != IsDescending ? '>' : '<';
        if (!MayBeNull) return $"{Expression} {than} {value}";
        if (isMissing) return after ? null : $"{Expression} IS NOT NULL";
        return after ? $"({Expression} {than} {value} OR {Expression} IS NULL)" : $"({Expression} {than} {value}) IS TRUE";
    }
}
