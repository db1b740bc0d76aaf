using CsrGraph.GraphQL;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>Entities, documents and claims say what is known of them, and by whom.</summary>
public sealed class EntitySpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    [Fact]
    public async Task An_id_leads_to_its_entity_an_unknown_one_to_nothing_and_a_merged_one_to_what_it_became()
    {
        var data = await small.Ask.DataAsync(
            "{ a: organisation(id: \"org:tencent\") { name } b: organisation(id: \"org:nobody\") { name } c: organisation(id: \"org:qiyi\") { id formerIds } d: organisation(id: \"不是 id\") { name } e: document(id: \"doc-a\") { title } }");
        Assert.Equal("腾讯", (string)data["a"]!["name"]!);
        Assert.Null(data["b"]);
        Assert.Equal("org:iqiyi", (string)data["c"]!["id"]!);
        Assert.Equal(["org:qiyi"], data.Texts("c.formerIds"));
        Assert.Null(data["d"]);
        Assert.Equal("论坛报道", (string)data["e"]!["title"]!);
    }

    [Theory]
    [InlineData("{ event(id: \"org:tencent\") { name } }", "'org:tencent' is of the kind ORGANISATION, not EVENT")]
    [InlineData("{ organisation(id: \"doc-a\") { name } }", "'doc-a' is of the kind DOCUMENT, not ORGANISATION")]
    [InlineData("{ document(id: \"org:tencent\") { title } }", "not DOCUMENT")]
    [InlineData("{ signed(agent: \"org:nobody\", pledge: \"pledge:open\") { answer } }", "there is no 'org:nobody'")]
    [InlineData("{ signed(agent: \"event:forum\", pledge: \"pledge:open\") { answer } }", "not an agent")]
    [InlineData("{ signed(agent: \"org:tencent\", pledge: \"event:forum\") { answer } }", "not a pledge")]
    [InlineData("{ signed(agent: \"谁\", pledge: \"event:forum\") { answer } }", "is not an id")]
    public async Task An_id_of_the_wrong_kind_is_an_error(string query, string message)
    {
        var (code, said) = await small.Ask.ErrorAsync(query);
        Assert.Equal(ErrorCode.BadUserInput, code);
        Assert.Contains(message, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_are_entities_documents_and_claims()
    {
        var claim = (await small.Ask.DataAsync("{ claims(first: 1) { nodes { id } } }")).Texts("claims.nodes.id")[0];
        var data = await small.Ask.DataAsync(
            "query ($ids: [ID!]!, $claim: ID!) { nodes(ids: $ids) { __typename id } node(id: $claim) { ... on Claim { evidence { quote } } } }",
            new { ids = new[] { "org:qiyi", "doc-b", "nothing:here", claim!, "??" }, claim });
        Assert.Equal(["Organisation", "Document", null, "Claim", null], data["nodes"]!.AsArray().Select(n => (string?)n?["__typename"]));
        Assert.NotEmpty(data.Texts("node.evidence.quote"));
    }

    [Fact]
    public async Task A_name_falls_back_to_the_one_there_is()
    {
        var data = await small.Ask.DataAsync("{ a: organisation(id: \"org:nrta\") { name(lang: EN) zh: name(lang: ZH) names { text language type matchable } } b: organisation(id: \"org:assoc\") { name(lang: EN) } }");
        Assert.Equal("NRTA", (string)data["a"]!["name"]!);
        Assert.Equal("广电总局", (string)data["a"]!["zh"]!);
        Assert.Equal(["zh-Hans", "en"], data.Texts("a.names.language"));
        Assert.Equal("网络协会", (string)data["b"]!["name"]!);
    }

    [Fact]
    public async Task An_edge_says_as_what_for_whom_and_how_certainly()
    {
        var data = await small.Ask.DataAsync(
            "{ event(id: \"event:forum\") { speakers { edges { act title onBehalfOf { name __typename } topic { name } jointly certainty } } guidedBy { edges { jointly certainty evidence { grade quote start end document { title publisher { name } published { text precision } } } } } } expo: event(id: \"event:expo\") { guidedBy { edges { certainty title } } } }");
        Assert.Equal(["SPEECH", "ADDRESS", "ADDRESS"], data.Texts("event.speakers.edges.act"));
        Assert.Equal(["广电总局", null, null], data.Texts("event.speakers.edges.onBehalfOf.name"));
        Assert.Equal([null, null, "开放倡议"], data.Texts("event.speakers.edges.topic.name"));
        Assert.Equal(["true"], data.Texts("event.guidedBy.edges.jointly"));
        Assert.Equal(["CERTAIN"], data.Texts("event.guidedBy.edges.certainty"));
        Assert.Equal(["UNCERTAIN"], data.Texts("expo.guidedBy.edges.certainty"));
        Assert.Equal(["VERBATIM"], data.Texts("event.guidedBy.edges.evidence.grade"));
        Assert.Equal(["网络协会"], data.Texts("event.guidedBy.edges.evidence.document.publisher.name"));
        Assert.Equal(["DAY"], data.Texts("event.guidedBy.edges.evidence.document.published.precision"));
    }

    [Fact]
    public async Task Figures_statements_and_dates_are_read_as_what_they_are()
    {
        var data = await small.Ask.DataAsync(
            "{ event(id: \"event:forum\") { figures { measure printed value min max unit qualifier asOf { precision } about { name } claim { sentence } } dates { attribute date { text earliest latest precision inferred reason timeOfDay } evidence { quote } } date { text } } person(id: \"person:wang\") { quotations { verb text paraphrase number at { name } about { name } onBehalfOf { name } } } expo: event(id: \"event:expo\") { lifeState date { text earliest latest precision } } }");
        var figure = data["event"]!["figures"]![0]!;
        Assert.Equal((200, null, null), ((double)figure["min"]!, (double?)figure["max"], (double?)figure["value"]));
        Assert.Equal("MORE_THAN", (string)figure["qualifier"]!);
        Assert.Equal("北京", (string)figure["about"]!["name"]!);
        Assert.Equal("责任论坛: 北京, 参会人数 200余人 (2018)", (string)figure["claim"]!["sentence"]!);
        var date = data["event"]!["dates"]![0]!["date"]!;
        Assert.Equal("8月26日晚", (string)date["text"]!);
        Assert.Equal("2018-08-26", (string)date["earliest"]!);
        Assert.Equal("EVENING", (string)date["timeOfDay"]!);
        Assert.True((bool)date["inferred"]!);
        var quotation = data["person"]!["quotations"]![0]!;
        Assert.Equal(("强调", "担当", "责任论坛", "开放倡议"), ((string)quotation["verb"]!, (string)quotation["text"]!, (string)quotation["at"]!["name"]!, (string)quotation["about"]!["name"]!));
        Assert.Null(quotation["onBehalfOf"]);
        Assert.Equal("PLANNED", (string)data["expo"]!["lifeState"]!);
        Assert.Equal("2024-12-31", (string)data["expo"]!["date"]!["latest"]!);
    }

    [Fact]
    public async Task A_document_tells_where_it_comes_from_and_what_it_bears()
    {
        var data = await small.Ask.DataAsync(
            "{ document(id: \"doc-a\") { title retrieved language credits { role agent { name } printed } claims(first: 2, filter: { type: { in: [\"GUIDED\", \"HOSTED\"] } }) { totalCount nodes { type } } } b: document(id: \"doc-b\") { publisher { name } published { text } copiedFrom { title } claims { nodes { type qualifiers { name value } } } } event(id: \"event:expo\") { documents { totalCount nodes { id } } } }");
        Assert.Equal(["REPORTER", "PHOTO"], data.Texts("document.credits.role"));
        Assert.Equal(["李梅", null], data.Texts("document.credits.agent.name"));
        Assert.Equal("2025-01-20", (string)data["document"]!["retrieved"]!);
        Assert.Equal(["GUIDED", "GUIDED"], data.Texts("document.claims.nodes.type"));
        Assert.Null(data["b"]!["publisher"]);
        Assert.Equal("论坛报道", (string)data["b"]!["copiedFrom"]!["title"]!);
        Assert.Equal(["attribute", "text"], data.Texts("b.claims.nodes.qualifiers.name"));
        Assert.Equal(["doc-b", "doc-a"], data.Texts("event.documents.nodes.id"));
        Assert.Equal(2, (int)data["event"]!["documents"]!["totalCount"]!);
    }

    [Fact]
    public async Task A_credit_has_its_document_in_the_place_of_a_subject()
    {
        var data = await small.Ask.DataAsync("{ claims(filter: { kind: { eq: CREDIT } }) { nodes { kind subject { name } document { title } object { name } sentence } } }");
        Assert.Equal([null, null], data.Texts("claims.nodes.subject"));
        Assert.Equal(["论坛报道", "论坛报道"], data.Texts("claims.nodes.document.title"));
        Assert.Contains("论坛报道: reporter 李梅", data.Texts("claims.nodes.sentence"));
    }

    [Fact]
    public async Task A_search_says_which_name_matched_and_why()
    {
        var data = await small.Ask.DataAsync("{ search(text: \"tencent\", first: 1) { edges { matchedName reason score node { name } } } events: search(text: \"责任\", kinds: [PLEDGE]) { totalCount } }");
        Assert.Equal("Tencent", (string)data["search"]!["edges"]![0]!["matchedName"]!);
        Assert.Equal("EXACT", (string)data["search"]!["edges"]![0]!["reason"]!);
        Assert.Equal(1, (double)data["search"]!["edges"]![0]!["score"]!);
        Assert.Equal(0, (int)data["events"]!["totalCount"]!);
    }

    [Fact]
    public async Task Statistics_count_what_stands_in_one_call()
    {
        small.Store.Reset();
        var data = await small.Ask.DataAsync("{ statistics { entities documents claims changeSets entitiesByKind { key count } relationsByType { key count } } vocabulary { kinds { id typeName } relationTypes { id qualifiers { name } } termLists { id terms { id } } } }");
        var statistics = data["statistics"]!;
        Assert.Equal((14, 2, 2), ((int)statistics["entities"]!, (int)statistics["documents"]!, (int)statistics["changeSets"]!));
        Assert.Contains("ATTENDED", statistics.Texts("relationsByType.key"));
        Assert.Contains("GUIDED", data.Texts("vocabulary.relationTypes.id"));
        Assert.Equal(1, small.Store.Reads);
    }
}
