using System.Globalization;
using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Sqlite.Reading;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Compiling;

/// <summary>
/// The parameters of a question that is being compiled, and the conditions that every part of it needs. Identifiers come from this code alone;
/// whatever a caller wrote is a parameter.
/// </summary>
internal sealed class Question(AsOf asOf, bool isHead)
{
    /// <summary>The parameter that takes the anchors, a JSON array.</summary>
    public const string Anchors = "?3";

    private readonly List<object?> values = [asOf.Head, (long?)asOf.ValidAt?.DayNumber, null];
    private int aliases;

    /// <summary>True where the question is put to the head that the reader sees, without a day: then what is kept of counts answers.</summary>
    public bool IsHead => isHead;

    /// <summary>A question to what a reader sees.</summary>
    public static Question Of(Connection reader, AsOf asOf) => new(asOf, asOf.ValidAt is null && asOf.Head == reader.Head());

    /// <summary>The parameters' values: the head, the day of validity, the anchors (null as yet), then those of <see cref="Value"/>.</summary>
    public IReadOnlyList<object?> Values => values;

    /// <summary>A parameter with this value.</summary>
    public string Value(object? value)
    {
        values.Add(value);
        return "?" + values.Count.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The values of a list, as the right side of IN.</summary>
    public string List(IEnumerable<string> list) => $"(SELECT value FROM json_each({Value(JsonSerializer.Serialize(list))}))";

    /// <summary>The nodes of a list of ids, as the right side of IN.</summary>
    public string Nodes(IEnumerable<string> ids) => $"(SELECT id FROM node WHERE key IN {List(ids)})";

    /// <summary>The terms of a list of kinds or categories, as the right side of IN.</summary>
    public string Terms(IEnumerable<string> texts) => $"(SELECT id FROM term WHERE text IN {List(texts)})";

    /// <summary>A table's name in this question that no other has.</summary>
    public string Alias(string letter) => letter + (++aliases).ToString(CultureInfo.InvariantCulture);

    /// <summary>The row stands at the head. The plus keeps the planner from starting here: nearly every row stands.</summary>
    public static string Stands(string row) => $"+{row}.added_in <= ?1 AND ({row}.retracted_in > ?1 OR {row}.retracted_in IS NULL)";

    /// <summary>The pieces of evidence of a claim.</summary>
    public static string PiecesOf(string number, string evidence) => $"{evidence}.row BETWEEN {number} << 20 AND ({number} << 20) + 1048575";

    /// <summary>The rows of the claims that have standing evidence of this sort, as the right side of IN: the first row of each, and any later one.</summary>
    public static string RowsBorne(string evidence) =>
        $"(SELECT v.row >> 20 FROM evidence v WHERE {evidence} UNION ALL "
        + $"SELECT w.row FROM evidence v CROSS JOIN claim w ON w.number = v.row >> 20 AND w.number < w.row WHERE {evidence})";

    /// <summary>The claim stands at the head and may hold on the day of validity, where there is one.</summary>
    public string Holds(string claim) => asOf.ValidAt is null
        ? Stands(claim)
        : $"{Stands(claim)} AND (+{claim}.day <= ?2 OR +{claim}.day = {Columns.NoDay}) AND (+{claim}.until >= ?2 OR {claim}.until IS NULL)";

    /// <summary>
    /// The parts of claims <c>a</c> in their default order that may hold on the day of validity: those that begin by then, and those of no known day.
    /// Null where there is no such day, or another order.
    /// </summary>
    public IReadOnlyList<string>? ValidParts(IReadOnlyList<SortTerm> sort) => asOf.ValidAt is not null && sort is [{ By: SortBy.When, Descending: false }, ..]
        ? ["a.day <= ?2", $"a.day = {Columns.NoDay}"]
        : null;

    /// <summary>The number of a relation's type.</summary>
    public string Type(RelationKey key) => $"(SELECT id FROM claim_type WHERE kind = {(int)ClaimKind.Relation} AND text = {Value(key.Type)})";

    /// <summary>Whether the kept counts answer how many stand in this relation to an entity; from which side, if so.</summary>
    public int? Side(RelationKey key) => !isHead ? null : key.Anchor switch
    {
        RelationEnd.Subject => 0,
        RelationEnd.Object => 1,
        _ => null,
    };

    /// <summary>That a claim is this relation of an entity, and what the far end's node is.</summary>
    public (string Condition, string Far) Relation(RelationKey key, string anchor, string claim)
    {
        var type = $"{claim}.type = {Type(key)}";
        return key.Anchor switch
        {
            RelationEnd.Subject => ($"{claim}.subject = {anchor} AND {type}", $"{claim}.object"),
            RelationEnd.Object => ($"{claim}.object = {anchor} AND {type}", $"{claim}.subject"),
            RelationEnd.Either => (
                $"({claim}.subject = {anchor} OR {claim}.object = {anchor}) AND {type}",
                $"CASE WHEN {claim}.subject = {anchor} THEN {claim}.object ELSE {claim}.subject END"),
            _ => throw new ArgumentException($"a relation has no such end: {key.Anchor}", nameof(key)),
        };
    }
}
