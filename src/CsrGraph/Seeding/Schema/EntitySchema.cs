using System.Text.Json.Nodes;
using CsrGraph.Vocabulary;

namespace CsrGraph.Seeding.Schema;

/// <summary>The schema of a file of entities.</summary>
internal static class EntitySchema
{
    /// <summary>The schema of a line of entities.ndjson.</summary>
    public static JsonObject OfLine(VocabularyDefinition vocabulary) => Shape.Item(Of(vocabulary));

    public static JsonObject Of(VocabularyDefinition vocabulary)
    {
        var evidence = Shape.Mapping(null, ["document", "quote"], [("document", Shape.Document()), .. Shape.Evidence()]);
        var name = Shape.Mapping(
            null,
            ["text"],
            ("text", Shape.Words()),
            ("type", Shape.Terms(vocabulary, "NAME_TYPE")),
            ("language", Shape.Pattern("^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$")),
            ("matchable", Shape.Boolean()),
            ("inferred", Shape.Words()),
            ("evidence", evidence));
        var id = Shape.Id(vocabulary, vocabulary.EntityKinds.Select(k => k.Id));
        var entity = Shape.Mapping(
            null,
            ["id", "names"],
            ("id", id),
            ("category", Shape.Terms(vocabulary, "CATEGORY")),
            ("formerly", Shape.List(id.DeepClone())),
            ("names", Shape.List(new JsonObject { ["anyOf"] = new JsonArray(Shape.Words(), name) }, 1)),
            ("note", Shape.Words(Reading.SeedContext.MaxOwnWords)));
        return new JsonObject { ["type"] = "array", ["items"] = entity, ["$defs"] = Shape.Definitions(vocabulary) };
    }
}
