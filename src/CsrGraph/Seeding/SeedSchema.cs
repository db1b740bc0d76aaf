using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsrGraph.Seeding.Schema;
using CsrGraph.Vocabulary;

namespace CsrGraph.Seeding;

/// <summary>
/// JSON Schemas (draft 2020-12) of the three kinds of seed file, and of a line of their bulk form, made from the vocabulary, so that an editor completes keys, types and terms.
/// They describe shapes; what only the whole folder tells (unknown ids, spans, rosters) is for <see cref="SeedFolder"/>.
/// </summary>
public static class SeedSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schemas' file names with their texts, each ending in a line break.</summary>
    public static IReadOnlyDictionary<string, string> Files(VocabularyDefinition vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["entities.schema.json"] = Text("A file of entities", EntitySchema.Of(vocabulary)),
            ["document.schema.json"] = Text("A document.yaml", DocumentSchema.Of(vocabulary)),
            ["claims.schema.json"] = Text("A claims.yaml", ClaimSchema.Of(vocabulary)),
            ["entity-line.schema.json"] = Text("A line of entities.ndjson", EntitySchema.OfLine(vocabulary)),
            ["document-line.schema.json"] = Text("A line of documents.ndjson", DocumentSchema.OfLine(vocabulary)),
            ["claim-line.schema.json"] = Text("A line of claims.ndjson", ClaimSchema.OfLine(vocabulary)),
        };
    }

    private static string Text(string title, JsonObject schema)
    {
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", title);
        return schema.ToJsonString(Indented) + "\n";
    }
}
