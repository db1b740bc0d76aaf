using System.Text;
using System.Text.Json;
using CsrGraph.GraphQL;
using CsrGraph.InMemory;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>No question takes the process with it, and each that is refused is told why.</summary>
public sealed class LimitSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    [Theory]
    [InlineData("{ __schema { types { ...A ...A } } } fragment A on __Type { ofType { ...A ofType { ...A } } }", "'A' spreads itself")]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { asOf { ...A } }", "spreads itself")]
    [InlineData("{ statistics { claims } } fragment A on Query { ...A }", "'A' spreads itself")]
    public async Task A_circle_of_fragments_is_refused_before_any_rule_runs(string query, string message)
    {
        var (code, said) = await small.Ask.ErrorAsync(query);
        Assert.Equal(ErrorCode.ValidationFailed, code);
        Assert.Contains(message, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_chain_of_fragments_is_refused()
    {
        var query = new StringBuilder("{ ...F0 } ");
        for (var i = 0; i < 60; i++) query.Append(System.Globalization.CultureInfo.InvariantCulture, $"fragment F{i} on Query {{ ...F{i + 1} }} ");
        query.Append("fragment F60 on Query { statistics { claims } }");
        Assert.Equal(ErrorCode.LimitExceeded, (await small.Ask.ErrorAsync(query.ToString())).Code);
    }

    [Fact]
    public async Task Fragments_that_fan_out_are_refused()
    {
        var query = new StringBuilder("{ ...F0 } ");
        for (var i = 0; i < 30; i++) query.Append(System.Globalization.CultureInfo.InvariantCulture, $"fragment F{i} on Query {{ a: asOf {{ ...F{i + 1} }} b: asOf {{ ...F{i + 1} }} }} ");
        query.Append("fragment F30 on Query { statistics { claims } }");
        Assert.Equal(ErrorCode.LimitExceeded, (await small.Ask.ErrorAsync(query.ToString())).Code);
    }

    [Fact]
    public async Task A_document_of_too_many_tokens_is_refused_before_it_is_parsed()
    {
        var (code, message) = await small.Ask.ErrorAsync($"{{ {string.Join(' ', Enumerable.Repeat("a", 5_001))}");
        Assert.Equal(ErrorCode.LimitExceeded, code);
        Assert.Contains("5000 tokens", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(1_600)]
    public async Task A_document_that_is_nested_too_deep_is_refused(int depth)
    {
        var fields = string.Concat(Enumerable.Repeat("{ asOf ", depth)) + "{ __typename }" + new string('}', depth);
        Assert.Equal(ErrorCode.LimitExceeded, (await small.Ask.ErrorAsync(fields)).Code);
        var list = $"{{ organisations(filter: {string.Concat(Enumerable.Repeat("{ not: ", depth))}{{}}{new string('}', depth)}) {{ totalCount }} }}";
        Assert.Equal(ErrorCode.LimitExceeded, (await small.Ask.ErrorAsync(list)).Code);
    }

    [Fact]
    public async Task The_standard_introspection_passes()
    {
        var types = await small.Ask.DataAsync(StandardIntrospection);
        Assert.NotEmpty(types["__schema"]!["types"]!.AsArray());
    }

    [Fact]
    public async Task An_answer_of_too_many_bytes_becomes_an_error()
    {
        using var ask = new Asking(new GraphQLApi(VocabularyDefinition.Load(), new InMemoryStore(), new ApiOptions { MaxAnswerBytes = 1_000 }));
        Assert.Equal(ErrorCode.LimitExceeded, (await ask.ErrorAsync("{ vocabulary { relationTypes { description } } }")).Code);
    }

    [Theory]
    [InlineData("", ErrorCode.OperationResolutionFailure)]
    [InlineData("{", ErrorCode.ParseFailed)]
    [InlineData("{ a", ErrorCode.ParseFailed)]
    [InlineData("{ organisations(filter: { name: { eq: \"x } }) { totalCount } }", ErrorCode.ParseFailed)]
    [InlineData("{ nobody }", ErrorCode.ValidationFailed)]
    [InlineData("{ organisations { nodes } }", ErrorCode.ValidationFailed)]
    [InlineData("{ organisations(first: \"one\") { totalCount } }", ErrorCode.ValidationFailed)]
    [InlineData("{ organisations(filter: { category: { eq: NOBODY } }) { totalCount } }", ErrorCode.ValidationFailed)]
    [InlineData("query ($id: ID!) { event(id: $id) { name } }", ErrorCode.BadUserInput)]
    [InlineData("query A { statistics { claims } } query B { statistics { claims } }", ErrorCode.OperationResolutionFailure)]
    [InlineData("fragment A on Query { statistics { claims } }", ErrorCode.OperationResolutionFailure)]
    [InlineData("mutation { load }", ErrorCode.NotAQuery)]
    [InlineData("subscription { changeSetApplied { number } }", ErrorCode.NotAQuery)]
    public async Task What_is_wrong_with_a_document_is_told_by_code_and_nothing_is_executed(string query, string code)
    {
        small.Store.Reset();
        var answer = await small.Ask.SendAsync(query);
        Assert.Equal(code, answer.Code);
        Assert.False(answer.IsExecuted);
        Assert.Empty(small.Store.Calls);
        Assert.DoesNotContain("\"data\"", Encoding.UTF8.GetString(answer.Json.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{ \"id\": \"\\ud800\" }")]
    [InlineData("{ \"\\ud800\": 1 }")]
    [InlineData("{ \"id\": { \"a\": [1, \"\\udc00 \"] } }")]
    [InlineData("{ \"id\": 1, \"id\": 2 }")]
    public async Task Variables_that_cannot_be_taken_are_a_bad_request(string variables)
    {
        var answer = await small.Ask.Api.AnswerAsync(
            new ApiRequest("query ($id: ID!) { event(id: $id) { name } }", Variables: JsonSerializer.Deserialize<JsonElement>(variables)), TestContext.Current.CancellationToken);
        Assert.Equal(ErrorCode.BadRequest, answer.Code);
    }

    [Fact]
    public async Task A_number_of_endless_digits_is_a_bad_request()
    {
        var variables = JsonSerializer.Deserialize<JsonElement>($"{{ \"id\": {new string('9', 400_000)} }}");
        var answer = await small.Ask.Api.AnswerAsync(
            new ApiRequest("query ($id: ID!) { event(id: $id) { name } }", Variables: variables), TestContext.Current.CancellationToken);
        Assert.Equal(ErrorCode.BadRequest, answer.Code);
    }

    [Fact]
    public async Task An_answer_shows_twenty_errors_and_each_in_few_words()
    {
        var answer = await small.Ask.AnswerAsync($"{{ {string.Join(' ', Enumerable.Range(0, 50).Select(i => $"{new string('x', 600)}{i}"))} }}");
        var errors = answer["errors"]!.AsArray();
        Assert.Equal(20, errors.Count);
        Assert.All(errors, e => Assert.InRange(((string)e!["message"]!).Length, 1, 500));
    }

    [Fact]
    public async Task Descriptions_of_operations_and_variables_are_read_over()
    {
        const string Query = "\"\"\"\nWho it is\n\"\"\" query Q(\"whom\" $id: ID! = \"org:x\" \"how\" $l: Language) { organisation(id: $id) { ...N } } \"its name\" fragment N on Organisation { name(lang: $l) }";
        Assert.Equal("腾讯", (string)(await small.Ask.DataAsync(Query, new { id = "org:tencent" }))["organisation"]!["name"]!);
        var wrong = (await small.Ask.AnswerAsync("\"\"\"\nwords\n\"\"\"\nquery { nobody }"))["errors"]![0]!["locations"]![0]!;
        Assert.Equal((4, 9), ((int)wrong["line"]!, (int)wrong["column"]!));
    }

    [Fact]
    public async Task Chinese_stands_in_the_answer_as_itself()
    {
        var answer = await small.Ask.SendAsync("{ organisation(id: \"org:tencent\") { name } }");
        Assert.Equal("{\"data\":{\"organisation\":{\"name\":\"腾讯\"}}}", Encoding.UTF8.GetString(answer.Json.Span));
    }

    private const string StandardIntrospection = """
        query IntrospectionQuery { __schema { description queryType { name } mutationType { name } subscriptionType { name } types { ...FullType }
          directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } } } }
        fragment FullType on __Type { kind name description specifiedByURL
          fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }
        """;
}
