using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Sqlite.Compiling;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>The anchors of a question, read from the parameter that holds them. An unknown one has no row.</summary>
internal static class ClaimAnchor
{
    /// <summary>Ids of entities or documents: the place <c>i</c> and the <c>node</c>.</summary>
    public const string Nodes = $"SELECT j.key AS i, n.id AS node FROM json_each({Question.Anchors}) j CROSS JOIN node n ON n.key = j.value";

    /// <summary>Ids of claims, as <see cref="Of"/> writes them: the place <c>i</c> and the <c>id</c> as bytes.</summary>
    public const string Ids = $"SELECT key AS i, unhex(value) AS id FROM json_each({Question.Anchors})";

    /// <summary>Numbers of change-sets: the place <c>i</c> and the <c>number</c>.</summary>
    public const string Numbers = $"SELECT key AS i, CAST(value AS INTEGER) AS number FROM json_each({Question.Anchors})";

    /// <summary>Groups, as <see cref="OfGroup"/> writes them: the place <c>i</c> and the values <c>k0</c> and <c>k1</c> of their keys.</summary>
    public static string Groups(int keys) =>
        $"SELECT key AS i, {string.Join(", ", Enumerable.Range(0, keys).Select(i => $"value ->> '$[{i}]' AS k{i}"))} FROM json_each({Question.Anchors})";

    /// <summary>That a row has the values of its anchor; begins with AND.</summary>
    public static string InGroup(IReadOnlyList<GroupColumn> keys) => string.Concat(keys.Select((k, i) => $" AND {k.Has($"k.k{i}")}"));

    /// <summary>A group's values as JSON.</summary>
    public static string OfGroup(string id, CountRequest.Grouped request) => JsonSerializer.Serialize(GroupId.Read(id, request.By.Count));

    /// <summary>One page, for no anchor.</summary>
    public const string None = "SELECT 0 AS i";

    /// <summary>A claim's id as hexadecimal digits; no digits, which no claim has, where it is none.</summary>
    public static string Of(string text) => ClaimId.TryParse(text, out var id) ? Convert.ToHexString(id.ToBytes()) : "";
}
