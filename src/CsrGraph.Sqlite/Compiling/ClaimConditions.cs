using System.Globalization;
using CsrGraph.Sqlite.Reading;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Compiling;

/// <summary>Compiles conditions on claims. Every one is 0 or 1, never NULL, so that NOT means what it says.</summary>
internal sealed class ClaimConditions(Question question)
{
    /// <summary>The condition on the row of <c>claim</c> that goes by this name.</summary>
    public string Of(ClaimFilter? filter, string claim) => filter switch
    {
        null => "1",
        ClaimFilter.All(var filters) => Join(filters.Select(f => Of(f, claim)), " AND ", "1"),
        ClaimFilter.Any(var filters) => Join(filters.Select(f => Of(f, claim)), " OR ", "0"),
        ClaimFilter.Not(var inner) => $"NOT {Of(inner, claim)}",
        ClaimFilter.KindIn(var kinds) => Types(claim, "kind", kinds.Select(k => ((int)k).ToString(CultureInfo.InvariantCulture))),
        ClaimFilter.TypeIn(var types) => Types(claim, "text", types),
        ClaimFilter.SubjectIn(var ids) => $"({claim}.subject IN {question.Nodes(ids)})",
        ClaimFilter.ObjectIn(var ids) => $"(({claim}.object IN {question.Nodes(ids)}) IS TRUE)",
        ClaimFilter.QualifierText(var name, var comparison, var value) => Text(question, Qualifier(claim, name), comparison, value),
        ClaimFilter.QualifierIn(var name, var values) => $"(({Qualifier(claim, name)} IN {question.List(values)}) IS TRUE)",
        ClaimFilter.QualifierMissing(var name) => $"({Qualifier(claim, name)} IS NULL)",
        ClaimFilter.FromDayWithin(var from, var to) =>
            $"({claim}.day >= {question.Value((long)(from?.DayNumber ?? 0))} AND {claim}.day <= {question.Value(to?.DayNumber ?? (Columns.NoDay - 1))})",
        ClaimFilter.FromDayMissing => $"({claim}.day = {Columns.NoDay})",
        _ => throw new ArgumentException($"there is no such filter: {filter}", nameof(filter)),
    };

    /// <summary>Conditions joined by a word, or what none of them means.</summary>
    public static string Join(IEnumerable<string> conditions, string word, string none)
    {
        var joined = string.Join(word, conditions);
        return joined.Length == 0 ? none : $"({joined})";
    }

    /// <summary>How a text compares; a missing one does not. INSTR compares character by character, as LIKE does not.</summary>
    public static string Text(Question question, string text, TextComparison comparison, string value) => comparison switch
    {
        TextComparison.Equal => $"(({text} = {question.Value(value)}) IS TRUE)",
        TextComparison.Contains => $"((instr({text}, {question.Value(value)}) > 0) IS TRUE)",
        TextComparison.StartsWith => $"((instr({text}, {question.Value(value)}) = 1) IS TRUE)",
        _ => throw new ArgumentException($"there is no such comparison: {comparison}", nameof(comparison)),
    };

    private string Types(string claim, string column, IEnumerable<string> values) =>
        $"({claim}.type IN (SELECT id FROM claim_type WHERE CAST({column} AS TEXT) IN {question.List(values)}))";

    private string Qualifier(string claim, string name) => $"({claim}.body ->> {question.Value($"$.q.\"{name}\"")})";
}
