using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Neo4j.Compiling;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>
/// The columns that an entity is read from: its heading as one text, since Neo4j spends more on each value of an answer than on what is in it, and
/// its record where that is asked for.
/// </summary>
internal static class EntityColumns
{
    // Neither ids nor terms of the vocabulary hold one, and JSON does not outside of what it escapes. The name, which may, comes last.
    private const char Between = '\t';

    /// <summary>The columns, of an entity's node and its standing version.</summary>
    public static string Of(string node, string row, EntityParts parts, Question question)
    {
        var heading = $"{node}.id + '\\t' + {EntityConditions.Kind(row, question)} + '\\t' + coalesce({row}.category, '') + '\\t' + coalesce({row}.dateCode, '')";
        return parts == EntityParts.Heading ? $"{heading} + '\\t' + {row}.name" : $"{heading}, {row}.body";
    }

    /// <summary>A heading after the text that names its node.</summary>
    public static string NamedHeading(string name, string node, string row, Question question) =>
        $"{name} + '\\t' + {Of(node, row, EntityParts.Heading, question)}";

    /// <summary>Reads the next columns of a row.</summary>
    public static Entity Read(ref Utf8JsonReader row, EntityParts parts)
    {
        if (parts == EntityParts.Heading) return ReadHeading(row.NextText()!);
        var (id, kind, category, date, _) = Cut(row.NextText()!);
        return RecordCode.DecodeEntity(row.NextBytes().Span, id, kind, category, date);
    }

    /// <summary>Reads a heading.</summary>
    public static Entity ReadHeading(ReadOnlySpan<char> heading)
    {
        var (id, kind, category, date, name) = Cut(heading);
        return Entity.Heading(id, kind, category, name, date);
    }

    /// <summary>Reads a heading that comes after the text that names its node.</summary>
    public static Entity ReadNamedHeading(string text, out ReadOnlySpan<char> name)
    {
        var end = text.IndexOf(Between, StringComparison.Ordinal);
        name = text.AsSpan(0, end);
        return ReadHeading(text.AsSpan(end + 1));
    }

    private static (EntityId Id, string Kind, string? Category, PartialDate? Date, string Name) Cut(ReadOnlySpan<char> heading)
    {
        Span<Range> parts = stackalloc Range[5];
        var count = heading.Split(parts, Between);
        var category = heading[parts[2]];
        var date = heading[parts[3]];
        return (
            new EntityId(heading[parts[0]].ToString()),
            heading[parts[1]].ToString(),
            category.IsEmpty ? null : category.ToString(),
            date.IsEmpty ? null : PartialDateCode.Decode(date.ToString()),
            count == 5 ? heading[parts[4]].ToString() : "");
    }
}
