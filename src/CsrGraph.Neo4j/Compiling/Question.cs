using System.Globalization;
using System.Text.Json;
using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Compiling;

/// <summary>
/// A question that is being compiled: its parameters, and the conditions that every part of it needs in one of the two forms. Identifiers come from
/// this code and the vocabulary alone; whatever a caller wrote is a parameter, so that questions of one shape are one text.
/// </summary>
/// <param name="asOf">The state asked.</param>
/// <param name="isHistory">False for the plain form, which tells the settled state alone.</param>
internal sealed class Question(AsOf asOf, bool isHistory)
{
    private readonly List<Action<Utf8JsonWriter>> values = [];
    private int names;

    /// <summary>A condition that always holds: as a parameter, since planners of Neo4j fail over some conditions that are literals.</summary>
    public const string Always = "$always";

    /// <summary>A condition that never holds.</summary>
    public const string Never = "$never";

    /// <summary>True where earlier versions and ended relationships are looked at as well.</summary>
    public bool IsHistory => isHistory;

    /// <summary>True where a day of validity is asked for.</summary>
    public bool HasDay => asOf.ValidAt is not null;

    /// <summary>A parameter with this value.</summary>
    public string Value(object? value) => Parameter((json, name) =>
    {
        json.WritePropertyName(name);
        if (value is null) json.WriteNullValue();
        else if (value is byte[] bytes) json.WriteStringValue(Convert.ToHexStringLower(bytes));
        else if (value is string text) json.WriteStringValue(text);
        else json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
    });

    /// <summary>A parameter with these texts.</summary>
    public string List(IEnumerable<string> texts) => Parameter((json, name) =>
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    });

    /// <summary>A variable's name in this question that no other has.</summary>
    public string Name(string letter) => letter + (++names).ToString(CultureInfo.InvariantCulture);

    /// <summary>The statement with its parameters.</summary>
    public Cypher Statement(string text) => new(text, json =>
    {
        json.WriteNumber("head", asOf.Head);
        json.WriteBoolean("always", true);
        json.WriteBoolean("never", false);
        if (asOf.ValidAt is { } day) json.WriteNumber("day", day.DayNumber);
        foreach (var write in values) write(json);
    });

    /// <summary>
    /// That a row (a node's or a relationship's) stands at the head. In one expression: Neo4j plans an OR as two scans one after the other, and a row that
    /// is given its end between them is in neither.
    /// </summary>
    /// <param name="row">The row's variable.</param>
    /// <param name="head">The head.</param>
    public static string Stands(string row, string head = "$head") => $"{row}.addedIn <= {head} AND coalesce({row}.retractedIn > {head}, true)";

    /// <summary>That a claim's row stands and may hold on the day of validity, where there is one.</summary>
    public string Holds(string row) => Stands(row) + OnDay(row);

    /// <summary>
    /// That a relation stands and may hold on the day of validity, where there is one. Where the plain form is asked, all typed relationships but those
    /// that a later change-set adds stand; to look for the end of each would be to read all of its properties.
    /// </summary>
    public string HoldsRelation(string relation) => isHistory ? Holds(relation) : $"{relation}.addedIn <= $head{OnDay(relation)}";

    /// <summary>A relation type as the types of a pattern.</summary>
    public string Types(string type) => isHistory ? $"{Labels.Type(type)}|{Labels.Type(Labels.Retracted + type)}" : Labels.Type(type);

    /// <summary>The types of relationships that words are.</summary>
    public string EvidenceTypes => isHistory ? "EVIDENCED_BY|RETRACTED_EVIDENCED_BY" : "EVIDENCED_BY";

    /// <summary>
    /// Clauses after which <paramref name="row"/> is the version of the entity at the node <paramref name="node"/> that stands; no row where none does.
    /// </summary>
    public string EntityAt(string node, string row) => isHistory
        ? $"CALL ({node}) {{ WITH {node} WHERE {Stands(node)} RETURN {node} AS {row} UNION ALL "
            + $"MATCH ({node})<-[:VERSION_OF]-({row}:CsrGraph:EntityVersion) WHERE {Stands(row)} RETURN {row} }} "
        : $"WITH *, {node} AS {row} WHERE {Stands(row)} ";

    /// <summary>Clauses after which <paramref name="row"/> is the row of the claim at the node <paramref name="node"/> that holds.</summary>
    public string ClaimAt(string node, string row) => isHistory
        ? $"CALL ({node}) {{ WITH {node} WHERE {Holds(node)} RETURN {node} AS {row} UNION ALL "
            + $"MATCH ({node})<-[:VERSION_OF]-({row}:CsrGraph:ClaimVersion) WHERE {Holds(row)} RETURN {row} }} "
        : $"WITH *, {node} AS {row} WHERE {Holds(row)} ";

    /// <summary>A pattern of the relations of a node, of which <paramref name="relation"/> goes to the node <paramref name="far"/>.</summary>
    public string Pattern(RelationKey key, string node, string relation, string far, string labels = ":CsrGraph:Entity")
    {
        var types = Types(key.Type);
        return key.Anchor switch
        {
            RelationEnd.Subject => $"({node})-[{relation}:{types}]->({far}{labels})",
            RelationEnd.Object => $"({node})<-[{relation}:{types}]-({far}{labels})",
            RelationEnd.Either => $"({node})-[{relation}:{types}]-({far}{labels})",
            _ => throw new ArgumentException($"a relation has no such end: {key.Anchor}", nameof(key)),
        };
    }

    private string OnDay(string row) =>
        HasDay ? $" AND coalesce({row}.day <= $day, true) AND coalesce({row}.until >= $day, true)" : "";

    private string Parameter(Action<Utf8JsonWriter, string> write)
    {
        var name = "p" + values.Count.ToString(CultureInfo.InvariantCulture);
        values.Add(json => write(json, name));
        return "$" + name;
    }
}
