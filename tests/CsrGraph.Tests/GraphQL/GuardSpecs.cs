using System.Globalization;
using System.Text.Json.Nodes;
using CsrGraph.GraphQL;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>A question over a limit is told which, what it allows and what was asked; one at the limit passes.</summary>
public sealed class GuardSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    private static readonly string Aliases = string.Concat(Enumerable.Range(0, 4).Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i}:__typename ")));

    public static TheoryData<string, long, string, string> Over => new()
    {
        { "tokens", 6, "{ a b c d e }", "{ __typename a: __typename }" },
        { "selectionDepth", 3, "{ events { nodes { ... { id } } } }", "{ events { nodes { id } } }" },
        { "selectionDepth", 3, "{ events { nodes { ...A } } } fragment A on Event { id }", "{ events { ...A } } fragment A on EventsConnection { totalCount }" },
        { "fields", 3, "{ ...A ...A } fragment A on Query { __typename events { totalCount } }", "{ ...A } fragment A on Query { __typename events { totalCount } }" },
        { "comparisons", 10, "{ __typename __typename __typename __typename }", "{ __typename __typename }" },
        { "aliases", 3, $"{{ {Aliases} }}", "{ a: __typename b: __typename c: __typename }" },
        { "directives", 2, "{ __typename @include(if: true) @include(if: true) @skip(if: false) }", "{ __typename @include(if: true) @skip(if: false) }" },
        { "inputObjects", 2, "{ events(filter: { not: { not: {} } }) { totalCount } }", "{ events(filter: { not: {} }) { totalCount } }" },
        { "listItems", 2, "{ nodes(ids: [\"a\", \"b\", \"c\"]) { id } }", "{ nodes(ids: [\"a\", \"b\"]) { id } }" },
        { "cost", 21, "{ events(first: 21) { nodes { id } } }", "{ events(first: 20) { nodes { id } } }" },
        { "introspection", 8, "{ __schema { types { name } } }", "{ __schema { queryType { name } } }" },
        { "rows", 1, "{ events { nodes { id } } }", "{ events(first: 1) { nodes { id } } }" },
    };

    [Theory]
    [MemberData(nameof(Over))]
    public async Task A_question_over_a_limit_is_told_which_and_how_far_and_one_at_it_passes(string limit, long allowed, string over, string at)
    {
        using var ask = With(limit, (int)allowed);

        var refused = await ask.AnswerAsync(over);
        var passed = await ask.AnswerAsync(at);

        Assert.Null(refused["data"]);
        var extensions = Assert.Single(refused["errors"]!.AsArray())!["extensions"]!;
        Assert.Equal((ErrorCode.LimitExceeded, limit, allowed), ((string)extensions["code"]!, (string)extensions["limit"]!, (long)extensions["allowed"]!));
        Assert.True((long)extensions["asked"]! > allowed);
        Assert.True(passed["errors"] is null, passed.ToJsonString());
    }

    [Fact]
    public async Task A_number_of_many_digits_is_refused_before_it_is_read()
    {
        var answer = await small.Ask.AnswerAsync($"{{ events(first: {new string('9', 1_000)}) {{ totalCount }} }}");

        Assert.Equal("digits", (string)answer["errors"]![0]!["extensions"]!["limit"]!);
    }

    [Fact]
    public async Task Input_objects_and_lists_in_variables_count_as_those_in_the_document()
    {
        const string Query = "query ($f: EventFilter) { events(filter: $f) { totalCount } }";
        using var few = With("inputObjects", 2);
        using var brief = With("listItems", 2);

        var objects = await few.AnswerAsync(Query, new { f = new { not = new { not = new { } } } });
        var items = await brief.AnswerAsync(Query, new { f = new { name = new { @in = "a b c".Split(' ') } } });

        Assert.Equal(("inputObjects", 3L), Limit(objects));
        Assert.Equal(("listItems", 3L), Limit(items));
    }

    [Theory]
    [InlineData("query ($v: Event = 3) { events { totalCount } }")]
    [InlineData("{\r__typename ?}")]
    [InlineData("{\r\"\"\"a\rb\"\"\"\r?}")]
    public async Task A_document_that_a_fuzzer_found_to_be_our_fault_is_the_callers(string query)
    {
        var codes = (await small.Ask.AnswerAsync(query)).Texts("errors.extensions.code");

        Assert.All(codes, code => Assert.True(code is ErrorCode.ValidationFailed or ErrorCode.ParseFailed, code));
    }

    [Fact]
    public async Task A_question_that_takes_too_long_is_ended_and_told_so()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var store = new FaultyStore(small.Store) { Before = (_, _) => time.Advance(TimeSpan.FromSeconds(11)) };
        using var ask = new Asking(new GraphQLApi(VocabularyDefinition.Load(), store, new ApiOptions { Time = time }));

        var answer = await ask.AnswerAsync("{ events { nodes { guidedBy { nodes { id } } } } }");

        Assert.Null(answer["data"]);
        Assert.Equal(("seconds", null), Limit(answer));
    }

    private static (string Name, long? Asked) Limit(JsonNode answer)
    {
        var extensions = Assert.Single(answer["errors"]!.AsArray())!["extensions"]!;
        return ((string)extensions["limit"]!, (long?)extensions["asked"]);
    }

    private Asking With(string limit, int allowed)
    {
        var usual = new ApiOptions();
        return new Asking(new GraphQLApi(VocabularyDefinition.Load(), small.Store, limit switch
        {
            "tokens" => usual with { MaxTokens = allowed },
            "selectionDepth" => usual with { MaxSelectionDepth = allowed },
            "fields" => usual with { MaxFields = allowed },
            "comparisons" => usual with { MaxComparisons = allowed },
            "aliases" => usual with { MaxAliases = allowed },
            "directives" => usual with { MaxDirectives = allowed },
            "inputObjects" => usual with { MaxInputObjects = allowed },
            "listItems" => usual with { MaxListItems = allowed },
            "cost" => usual with { MaxCost = allowed },
            "introspection" => usual with { MaxIntrospection = allowed },
            _ => usual with { MaxRows = allowed },
        }));
    }
}
