using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsrGraph.Seeding;
using CsrGraph.Vocabulary;
using CsrGraph.Yaml;
using Json.Schema;
using Xunit;

namespace CsrGraph.Tests.Seeding;

public class SeedSchemaSpecs
{
    private static readonly IReadOnlyDictionary<string, string> Made = SeedSchema.Files(VocabularyDefinition.Load());
    private static readonly Dictionary<string, JsonSchema> Schemas =
        Made.ToDictionary(f => f.Key, f => JsonSchema.FromText(f.Value, new BuildOptions { SchemaRegistry = new SchemaRegistry() }));

    public static TheoryData<string> Files => [.. SeedCopy.Files];

    public static TheoryData<string> SchemaFiles => [.. Made.Keys];

    [Theory]
    [MemberData(nameof(SchemaFiles))]
    public void The_schema_in_the_folder_is_the_one_that_the_vocabulary_makes(string file)
    {
        var path = Path.Combine(SeedCopy.Folder, "schema", file);
        if (Environment.GetEnvironmentVariable("CSRGRAPH_WRITE_SCHEMAS") == "1") File.WriteAllText(path, Made[file]);
        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == Made[file],
            $"seed/schema/{file} is out of date: run this test with the environment variable CSRGRAPH_WRITE_SCHEMAS=1, which writes it");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_seed_file_follows_its_schema(string file) => Assert.Empty(Errors(file, SeedCopy.Text(file)));

    [Theory]
    [InlineData("claims", "- { GUIDED: [org:a, event:b], quote: 甲, span: 1-2 }", true)]
    [InlineData("claims", "- { GUIDED: [event:b, org:a], quote: 甲, span: 1-2 }", false)]
    [InlineData("claims", "- { GUIDET: [org:a, event:b], quote: 甲, span: 1-2 }", false)]
    [InlineData("claims", "- { GUIDED: [org:a, event:b], quote: 甲, span: 1-2, act: SPEECH }", false)]
    [InlineData("claims", "- { SPOKE_AT: [person:a, event:b], quote: 甲, span: 1-2 }", false)]
    [InlineData("claims", "- { GUIDED: [org:a, event:b], quote: 甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊, span: 1-2 }", false)]
    [InlineData("claims", "- { ATTRIBUTE: event:b, attribute: HELD, when: 2018, quote: 甲, span: 1-2 }", true)]
    [InlineData("claims", "- { ATTRIBUTE: event:b, attribute: HELD, when: May, quote: 甲, span: 1-2 }", false)]
    [InlineData("entities", "- { id: org:a, category: COMPANY, names: [甲] }", true)]
    [InlineData("entities", "- { id: firm:a, names: [甲] }", false)]
    [InlineData("entities", "- { id: org:a, category: FIRM, names: [甲] }", false)]
    [InlineData("entities", "- { id: org:a, category: COMPANY, names: [] }", false)]
    [InlineData("document", "title: 甲", false)]
    public void A_schema_tells_good_from_bad(string schema, string yaml, bool good) => Assert.Equal(good, Errors($"{schema}.yaml", yaml).Count == 0);

    private static List<string> Errors(string file, string yaml)
    {
        var name = file.StartsWith("entities", StringComparison.Ordinal) ? "entities" : Path.GetFileNameWithoutExtension(file);
        var node = YamlFile.Read(file, yaml, problem => Assert.Fail(problem.ToString()))!;
        var result = Schemas[$"{name}.schema.json"].Evaluate(JsonSerializer.SerializeToElement(Json(node)), new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? [] : [.. (result.Details ?? []).Where(d => d.Errors is not null).Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}"), "invalid"];
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(e => KeyValuePair.Create(e.Key.Value, Json(e.Value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Nodes.Select(Json)]),
        YamlScalar { IsPlain: true, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalar { IsPlain: true } number when long.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => JsonValue.Create(value),
        YamlScalar scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };
}
