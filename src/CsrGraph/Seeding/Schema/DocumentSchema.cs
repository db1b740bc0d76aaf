using System.Text.Json.Nodes;
using CsrGraph.Seeding.Reading;
using CsrGraph.Vocabulary;

namespace CsrGraph.Seeding.Schema;

/// <summary>The schema of a document.yaml.</summary>
internal static class DocumentSchema
{
    public static JsonObject Of(VocabularyDefinition vocabulary) => Of(vocabulary, [], []);

    /// <summary>The schema of a line of documents.ndjson, which has the document's id.</summary>
    public static JsonObject OfLine(VocabularyDefinition vocabulary) => Of(vocabulary, ["id"], [("id", Shape.Document())]);

    private static JsonObject Of(VocabularyDefinition vocabulary, IEnumerable<string> required, IEnumerable<(string, JsonNode)> more)
    {
        var schema = Shape.Mapping(
            null,
            [.. required, "title", "language", "licence", "sha256", "assertions"],
            [.. more, ("title", Shape.Words(DocumentFileReader.MaxTitle)),
            ("language", Shape.Pattern("^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$")),
            ("publisher", Shape.Id(vocabulary, vocabulary.KindsOf(KindDefinition.Agent).Select(k => k.Id))),
            ("published", Shape.Reference("date")),
            ("retrieved", Shape.Pattern(@"^\d{4}-\d{2}-\d{2}$")),
            ("column", Shape.Id(vocabulary, ["COLUMN"])),
            ("copiedFrom", Shape.Document()),
            ("url", Shape.Pattern("^https?://")),
            ("licence", Shape.Words()),
            ("sha256", Shape.Pattern("^[0-9a-f]{64}$")),
            ("assertions", Shape.Mapping(null, ["claims", "entities"], ("claims", Shape.Number(0)), ("entities", Shape.Number(0))))]);
        schema["$defs"] = Shape.Definitions(vocabulary);
        return schema;
    }
}
