using System.Text;
using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Neo4j.Compiling;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>The columns that an entity is read from.</summary>
internal static class EntityColumns
{
    /// <summary>How many they are, of a record.</summary>
    public const int Count = 6;

    /// <summary>The columns, of an entity's node and its standing version.</summary>
    public static string Of(string node, string row, EntityParts parts, Question question)
    {
        var heading = $"{node}.id, {EntityConditions.Kind(row, question)}, {row}.category, {row}.dateCode, {row}.name";
        return parts == EntityParts.Heading ? heading : $"{heading}, {row}.body";
    }

    /// <summary>Reads them.</summary>
    public static Entity Read(JsonElement row, int column, EntityParts parts)
    {
        var id = new EntityId(row[column].GetString()!);
        var kind = row[column + 1].GetString()!;
        var category = row[column + 2].GetString();
        var date = row[column + 3].GetString() is { } code ? PartialDateCode.Decode(code) : null;
        return parts == EntityParts.Heading
            ? new Entity(id, kind, category, [new Name(row[column + 4].GetString()!, "", "", true, null, null)], [], Qualifiers.None, date)
            : RecordCode.DecodeEntity(Encoding.UTF8.GetBytes(row[column + 5].GetString()!), id, kind, category, date);
    }
}
