using CsrGraph.Store;

namespace CsrGraph.Neo4j.Compiling;

/// <summary>Where the parts of a claim are found on a row.</summary>
/// <param name="Row">The relationship or the node that holds qualifiers and days.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Type">Its type.</param>
/// <param name="Subject">Its subject's id.</param>
/// <param name="Object">Its object's id.</param>
internal sealed record ClaimPlaces(string Row, string Kind, string Type, string Subject, string Object)
{
    /// <summary>Of a claim's node.</summary>
    public static ClaimPlaces OfNode(string row) => new(row, $"{row}.kind", $"{row}.type", $"{row}.subject", $"{row}.object");

    /// <summary>Of a typed relationship of this relation type.</summary>
    public static ClaimPlaces OfRelationship(string row, string type) => new(row, "'Relation'", type, $"startNode({row}).id", $"endNode({row}).id");
}

/// <summary>Compiles conditions on claims. Every one is true or false, never null, so that NOT means what it says.</summary>
internal static class ClaimConditions
{
    /// <summary>The condition on a claim.</summary>
    public static string Of(ClaimFilter? filter, ClaimPlaces claim, Question question) => filter switch
    {
        null => Question.Always,
        ClaimFilter.All(var filters) => Join(filters.Select(f => Of(f, claim, question)), " AND ", Question.Always),
        ClaimFilter.Any(var filters) => Join(filters.Select(f => Of(f, claim, question)), " OR ", Question.Never),
        ClaimFilter.Not(var inner) => $"NOT ({Of(inner, claim, question)})",
        ClaimFilter.KindIn(var kinds) => In(claim.Kind, kinds.Select(k => k.ToString()), question),
        ClaimFilter.TypeIn(var types) => In(claim.Type, types, question),
        ClaimFilter.SubjectIn(var ids) => In(claim.Subject, ids, question),
        ClaimFilter.ObjectIn(var ids) => In(claim.Object, ids, question),
        ClaimFilter.QualifierText(var name, var comparison, var value) => Text(Qualifier(claim, name), comparison, value, question),
        ClaimFilter.QualifierIn(var name, var values) => In(Qualifier(claim, name), values, question),
        ClaimFilter.QualifierMissing(var name) => $"{Qualifier(claim, name)} IS NULL",
        ClaimFilter.FromDayWithin(var from, var to) => Present(Within($"{claim.Row}.day", from, to, question)),
        ClaimFilter.FromDayMissing => $"{claim.Row}.day IS NULL",
        _ => throw new ArgumentException($"there is no such filter: {filter}", nameof(filter)),
    };

    /// <summary>Conditions joined by a word, or what none of them means.</summary>
    public static string Join(IEnumerable<string> conditions, string word, string none)
    {
        var joined = string.Join(word, conditions);
        return joined.Length == 0 ? none : $"({joined})";
    }

    /// <summary>That a value, which may be missing, is one of these.</summary>
    public static string In(string value, IEnumerable<string> values, Question question) => Present($"{value} IN {question.List(values)}");

    /// <summary>How a text compares; a missing one does not.</summary>
    public static string Text(string text, TextComparison comparison, string value, Question question) => Present(comparison switch
    {
        TextComparison.Equal => $"{text} = {question.Value(value)}",
        TextComparison.Contains => $"{text} CONTAINS {question.Value(value)}",
        TextComparison.StartsWith => $"{text} STARTS WITH {question.Value(value)}",
        _ => throw new ArgumentException($"there is no such comparison: {comparison}", nameof(comparison)),
    });

    /// <summary>A condition, false where it is null.</summary>
    public static string Present(string condition) => $"coalesce({condition}, false)";

    private static string Within(string day, DateOnly? from, DateOnly? to, Question question) =>
        $"{day} >= {question.Value((long)(from?.DayNumber ?? 0))} AND {day} <= {question.Value((long)(to?.DayNumber ?? int.MaxValue))}";

    private static string Qualifier(ClaimPlaces claim, string name) => $"{claim.Row}.{PropertyName.Quoted(name)}";
}
