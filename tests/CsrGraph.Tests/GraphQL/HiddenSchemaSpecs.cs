using System.Text;
using System.Text.RegularExpressions;
using CsrGraph.GraphQL;
using CsrGraph.Vocabulary;
using GraphQLParser;
using GraphQLParser.AST;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>With introspection off the schema cannot be asked for, nor guessed from what errors say.</summary>
public sealed partial class HiddenSchemaSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    private const int Probes = 1_000;

    [Theory]
    [InlineData("{ __schema { types { name } } }")]
    [InlineData("{ ...A } fragment A on Query { __type(name: \"Event\") { name } }")]
    [InlineData("query ($n: String!) { __type(name: $n) { name } }")]
    public async Task The_schema_cannot_be_asked_for(string query)
    {
        using var ask = Hidden();

        Assert.Equal(ErrorCode.IntrospectionOff, (await ask.ErrorAsync(query, new { n = "Event" })).Code);
    }

    [Fact]
    public async Task What_a_client_knows_is_answered_as_ever()
    {
        using var ask = Hidden();

        Assert.Equal("Event", (string)(await ask.DataAsync("{ event(id: \"event:forum\") { __typename } }"))["event"]!["__typename"]!);
    }

    [Fact]
    public async Task A_thousand_names_that_nearly_exist_are_answered_without_one_that_does()
    {
        using var ask = Hidden();
        var known = Names(ask.Api.PrintSchema());
        var random = new Random(7);
        string[] names = [.. known];
        var leaks = new List<string>();
        for (var i = 0; i < Probes; i++)
        {
            var query = Probe(NearMiss(names[random.Next(names.Length)], random), i);
            var answer = Encoding.UTF8.GetString((await ask.SendAsync(query, new { v = new { nobodi = 1 } })).Json.Span);
            var own = Word().Matches(query).Select(m => m.Value).ToHashSet();
            leaks.AddRange(Word().Matches(answer).Select(m => m.Value).Where(w => known.Contains(w) && !own.Contains(w) && !Ours.Contains(w)).Select(w => $"{w} in {answer} to {query}"));
        }

        Assert.Empty(leaks);
    }

    // Words of the error shape and of our own sentences that are names of the schema too.
    private static readonly HashSet<string> Ours = ["message", "locations", "line", "column", "extensions", "code", "path", "document", "section", "type", "name", "of", "value", "data", "errors", "not"];

    private static string Probe(string name, int way) => (way % 9) switch
    {
        0 => $"{{ {name} }}",
        1 => $"{{ {name} {{ id }} }}",
        2 => $"{{ events {{ nodes {{ {name} }} }} }}",
        3 => $"{{ ... on {name} {{ id }} }}",
        4 => $"{{ events({name}: 1) {{ totalCount }} }}",
        5 => $"{{ organisations(filter: {{ category: {{ eq: {name} }} }}) {{ totalCount }} }}",
        6 => $"{{ events(filter: {{ {name}: {{}} }}) {{ totalCount }} }}",
        7 => $"query ($v: {name}) {{ events(filter: $v) {{ totalCount }} }}",
        _ => $"query ($v: EventFilter) {{ events(filter: $v) {{ nodes {{ {name} @{name} }} }} }}",
    };

    private static string NearMiss(string name, Random random)
    {
        var at = random.Next(name.Length);
        var other = (char)('a' + random.Next(26));
        return random.Next(3) switch
        {
            0 => name[..at] + other + name[at..],
            1 when name.Length > 3 => name.Remove(Math.Max(at, 1), at == 0 ? 1 : Math.Min(1, name.Length - at)),
            _ => name + other,
        };
    }

    private static HashSet<string> Names(string schema)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in Parser.Parse(schema).Definitions.OfType<GraphQLTypeDefinition>())
        {
            names.Add(type.Name.StringValue);
            names.UnionWith(type switch
            {
                GraphQLObjectTypeDefinition { Fields: { } fields } => fields.Select(f => f.Name.StringValue),
                GraphQLInterfaceTypeDefinition { Fields: { } fields } => fields.Select(f => f.Name.StringValue),
                GraphQLInputObjectTypeDefinition { Fields: { } fields } => fields.Select(f => f.Name.StringValue),
                GraphQLEnumTypeDefinition { Values: { } values } => values.Select(v => v.Name.StringValue),
                _ => [],
            });
        }

        return names;
    }

    private Asking Hidden() => new(new GraphQLApi(VocabularyDefinition.Load(), small.Store, new ApiOptions { HasIntrospection = false }));

    [GeneratedRegex("[_A-Za-z][_0-9A-Za-z]*")]
    private static partial Regex Word();
}
