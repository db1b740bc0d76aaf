using CsrGraph.Store;

namespace CsrGraph.Neo4j.Compiling;

/// <summary>One term of an order.</summary>
/// <param name="Expression">What is compared, of the row's variables.</param>
/// <param name="Name">The variable that it is kept as.</param>
/// <param name="IsDescending">True for the largest first.</param>
/// <param name="MayBeMissing">True where null stands for a missing value; it comes last in both directions.</param>
internal sealed record OrderTerm(string Expression, string Name, bool IsDescending, bool MayBeMissing);

/// <summary>What rows are sorted by: some terms, then the row's id, which breaks ties.</summary>
internal sealed record Order(IReadOnlyList<OrderTerm> Terms, string Id)
{
    /// <summary>The variable that the id is kept as.</summary>
    public string Key { get; init; } = "key";

    /// <summary>The same order with variables that nothing else in a question has.</summary>
    public Order Named(Question question) =>
        this with { Terms = [.. Terms.Select(t => t with { Name = question.Name("s") })], Key = question.Name("key") };

    /// <summary>The terms' values and the id as variables, for a WITH.</summary>
    public string Variables => string.Join(", ", [.. Terms.Select(t => $"{t.Expression} AS {t.Name}"), $"{Id} AS {Key}"]);

    /// <summary>Those variables, for a list.</summary>
    public string Values => string.Join(", ", [.. Terms.Select(t => t.Name), Key]);

    /// <summary>The ORDER BY list over the variables; reversed begins at the end.</summary>
    public string By(bool reversed) => string.Join(", ", [.. Terms.Select(t => By(t, reversed)), reversed ? $"{Key} DESC" : Key]);

    /// <summary>That a row comes after a place, or before it; over the variables.</summary>
    public string Beyond(Position place, bool after, Question question)
    {
        if (place.Values.Count != Terms.Count) throw new ArgumentException($"the place has {place.Values.Count} values, and the order {Terms.Count} terms", nameof(place));
        var alternatives = new List<string>();
        var equal = "";
        for (var i = 0; i < Terms.Count; i++)
        {
            var (term, value) = (Terms[i], place.Values[i]);
            var parameter = value is null ? null : question.Value(value);
            if (Beyond(term, parameter, after) is { } beyond) alternatives.Add($"({equal}{beyond})");
            equal += parameter is null ? $"{term.Name} IS NULL AND " : $"{term.Name} = {parameter} AND ";
        }

        alternatives.Add($"({equal}{Key} {(after ? '>' : '<')} {question.Value(place.Id)})");
        return ClaimConditions.Present($"({string.Join(" OR ", alternatives)})");
    }

    private static string By(OrderTerm term, bool reversed)
    {
        var isDescending = term.IsDescending != reversed;
        // Upwards, null comes last by itself; downwards it comes first.
        if (!term.MayBeMissing || isDescending == reversed) return isDescending ? $"{term.Name} DESC" : term.Name;
        return isDescending ? $"{term.Name} IS NULL, {term.Name} DESC" : $"{term.Name} IS NOT NULL, {term.Name}";
    }

    private static string? Beyond(OrderTerm term, string? value, bool after)
    {
        var than = after != term.IsDescending ? '>' : '<';
        if (value is null) return after ? null : $"{term.Name} IS NOT NULL";
        return after && term.MayBeMissing ? $"(coalesce({term.Name} {than} {value}, false) OR {term.Name} IS NULL)" : $"{term.Name} {than} {value}";
    }
}
