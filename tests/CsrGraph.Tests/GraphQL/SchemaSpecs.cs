using System.Text.Json.Nodes;
using CsrGraph.GraphQL;
using CsrGraph.InMemory;
using CsrGraph.Vocabulary;
using Snapshooter.Xunit3;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>The schema follows the vocabulary and explains itself.</summary>
public sealed class SchemaSpecs
{
    private const string Introspection = """
        { __schema { types { name description kind
            fields(includeDeprecated: true) { name description args { name description } }
            inputFields { name description } enumValues { name description } } } }
        """;

    [Fact]
    public void The_schema_is_as_it_was_agreed() => Snapshot.Match(GraphQLApi.PrintSchema(VocabularyDefinition.Load()));

    [Fact]
    public async Task Every_type_field_argument_and_enum_value_is_described()
    {
        var bare = new List<string>();
        foreach (var type in (await TypesAsync(VocabularyDefinition.Load())).Where(t => !((string)t!["name"]!).StartsWith("__", StringComparison.Ordinal)))
        {
            var name = (string)type!["name"]!;
            Look(type, name);
            foreach (var member in Members(type, "fields").Concat(Members(type, "inputFields")).Concat(Members(type, "enumValues")))
            {
                Look(member, $"{name}.{member!["name"]}");
                foreach (var argument in Members(member, "args")) Look(argument, $"{name}.{member["name"]}({argument!["name"]})");
            }
        }

        Assert.Empty(bare);

        void Look(JsonNode? node, string what)
        {
            if (string.IsNullOrWhiteSpace((string?)node!["description"])) bare.Add(what);
        }
    }

    [Fact]
    public async Task No_field_promises_what_is_not_there_yet()
    {
        var query = (await TypesAsync(VocabularyDefinition.Load())).Single(t => (string)t!["name"]! == "Query");
        Assert.Empty(query.Texts("fields.name").Intersect(["projection"]));
    }

    [Fact]
    public async Task A_relation_type_added_to_a_copy_of_the_vocabulary_has_its_fields_with_descriptions_and_answers()
    {
        var vocabulary = WithMentored();
        await using var store = new InMemoryStore();
        var graph = new GraphBuilder();
        graph.Entity("org:mentor", "ORGANISATION", "导师").Entity("org:pupil", "ORGANISATION", "学徒");
        graph.Relation("MENTORED", "org:mentor", "org:pupil", ("topic", "环保"));
        await graph.ApplyAsync(store);
        using var ask = new Asking(new GraphQLApi(vocabulary, store));

        var data = await ask.DataAsync(
            "{ organisations(filter: { mentored: { some: { edge: { topic: { eq: \"环保\" } } } } }, sort: [{ mentored: { count: DESC } }]) { nodes { name mentored { edges { topic node { name mentoredBy { totalCount } } } } } } }");
        Assert.Equal(["导师"], data.Texts("organisations.nodes.name"));
        Assert.Equal(["学徒"], data.Texts("organisations.nodes.mentored.edges.node.name"));
        Assert.Equal(["环保"], data.Texts("organisations.nodes.mentored.edges.topic"));
        var described = await ask.DataAsync("{ __type(name: \"Organisation\") { fields { name description } } }");
        var field = described["__type"]!["fields"]!.AsArray().Single(f => (string)f!["name"]! == "mentored")!;
        Assert.Contains("辅导", (string)field["description"]!, StringComparison.Ordinal);
    }

    private static VocabularyDefinition WithMentored() => VocabularyDefinition.Read([.. VocabularyDefinition.EmbeddedFiles().Select(f =>
        f.Path.EndsWith("between-agents.yaml", StringComparison.Ordinal) ? f with { Yaml = f.Yaml + Mentored } : f)]);

    private const string Mentored = """

        - id: MENTORED
          subjects: [ORGANISATION]
          objects: [ORGANISATION]
          field: mentored
          inverseField: mentoredBy
          label: { zh: 辅导, en: mentored }
          inverseLabel: { zh: 辅导方, en: mentored by }
          sentence: { zh: "{subject}辅导了{object}", en: "{subject} mentored {object}" }
          description: The organisation mentored the other (辅导).
          qualifiers:
            - name: topic
              type: text
              label: { zh: 主题, en: topic }
              description: What it was about (主题).
        """;

    private static async Task<JsonArray> TypesAsync(VocabularyDefinition vocabulary)
    {
        using var ask = new Asking(Make(vocabulary));
        return (await ask.DataAsync(Introspection))["__schema"]!["types"]!.AsArray();
    }

    private static JsonArray Members(JsonNode? type, string list) => type![list]?.AsArray() ?? [];

    private static GraphQLApi Make(VocabularyDefinition vocabulary) => new(vocabulary, new InMemoryStore());
}
