using CsrGraph.GraphQL;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>Who does something together.</summary>
public sealed class ProjectionSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    private static readonly string[] Counts = ["nodeCount", "edgeCount", "initiativeCount", "communityCount", "components", "partialRosters"];

    [Fact]
    public async Task Who_signs_with_whom_comes_with_what_is_shared_and_what_is_missing()
    {
        var data = await small.Ask.DataAsync(
            """
            {
              projection(role: SIGNED, of: ORGANISATION, over: PLEDGE) {
                nodeCount edgeCount initiativeCount communityCount density modularity components partialRosters betweennessSample
                nodes { entity { name } degree weightedDegree betweenness community }
                edges { a { id } b { id } weight newman jaccard expected probability initiatives { name } }
                communities { id size members { id } }
                warnings { initiative { id } stated named sentence zh: sentence(lang: ZH) }
              }
            }
            """);
        var projection = data["projection"]!;
        Assert.Equal([2, 1, 2, 1, 1, 1], Counts.Select(n => (int)projection[n]!));
        Assert.Equal((1.0, 0.0, null), ((double)projection["density"]!, (double)projection["modularity"]!, projection["betweennessSample"]));
        Assert.Equal(["爱奇艺", "腾讯"], projection.Texts("nodes.entity.name"));
        Assert.Equal(["org:iqiyi", "org:tencent"], projection.Texts("edges.a.id").Concat(projection.Texts("edges.b.id")));
        Assert.Equal(["封闭公约"], projection.Texts("edges.initiatives.name"));
        Assert.Equal((1, 1.0, 0.5, 1.0, 1.0), Numbers(projection["edges"]![0]!));
        Assert.Equal(["org:iqiyi", "org:tencent"], projection.Texts("communities.members.id"));
        Assert.Equal(["3 signed, 1 named: 2 firms and up to 3 pairs are missing here"], projection.Texts("warnings.sentence"));
        Assert.Equal(["签署者3家，具名1家：此处缺2家，至多3对"], projection.Texts("warnings.zh"));

        static (int, double, double, double, double) Numbers(System.Text.Json.Nodes.JsonNode edge) =>
            ((int)edge["weight"]!, (double)edge["newman"]!, (double)edge["jaccard"]!, (double)edge["expected"]!, (double)edge["probability"]!);
    }

    [Fact]
    public async Task It_follows_filters_and_as_of_and_does_not_count_what_is_uncertain()
    {
        var data = await small.Ask.DataAsync(
            """
            {
              now: projection(role: ATTENDED, of: ORGANISATION, over: EVENT) { edges { initiatives { id } } }
              some: projection(role: ATTENDED, of: ORGANISATION, over: EVENT, overFilter: { date: { to: "2020-01-01" } }) { nodeCount edgeCount }
              one: projection(role: ATTENDED, of: ORGANISATION, over: EVENT, filter: { id: { eq: "org:iqiyi" } }) { nodeCount edgeCount }
              few: projection(role: ATTENDED, of: ORGANISATION, over: EVENT, minWeight: 2) { nodeCount edgeCount }
              guides: projection(role: GUIDED, of: ORGANISATION, over: EVENT) { nodes { entity { id } } }
              posts: projection(role: HOLDS_POSITION, of: PERSON, over: ORGANISATION) { nodeCount }
              asOf(knownAt: 1) { projection(role: ATTENDED, of: ORGANISATION, over: EVENT) { edges { initiatives { id } } } }
            }
            """);
        Assert.Equal(["event:expo"], data.Texts("now.edges.initiatives.id"));
        Assert.Equal(["event:forum"], data.Texts("asOf.projection.edges.initiatives.id"));
        Assert.Equal((1, 0), ((int)data["some"]!["nodeCount"]!, (int)data["some"]!["edgeCount"]!));
        Assert.Equal((1, 0), ((int)data["one"]!["nodeCount"]!, (int)data["one"]!["edgeCount"]!));
        Assert.Equal((2, 0), ((int)data["few"]!["nodeCount"]!, (int)data["few"]!["edgeCount"]!));
        Assert.Equal(["org:nrta"], data.Texts("guides.nodes.entity.id"));
        Assert.Equal(1, (int)data["posts"]!["nodeCount"]!);
    }

    [Theory]
    [InlineData("role: SIGNED, of: EVENT, over: PLEDGE", "'of' is EVENT, and the subject of SIGNED is ORGANISATION or PERSON or GROUP")]
    [InlineData("role: SIGNED, of: ORGANISATION, over: EVENT", "'over' is EVENT, and the object of SIGNED is PLEDGE")]
    [InlineData("role: SIGNED, of: ORGANISATION, over: PLEDGE, minWeight: 0", "'minWeight' is 0; it must be 1 or more")]
    [InlineData("role: SIGNED, of: ORGANISATION, over: PLEDGE, first: 101", "'first' is 101; it must be from 0 to 100")]
    public async Task What_does_not_fit_is_refused(string arguments, string message) =>
        Assert.Equal((ErrorCode.BadUserInput, message), await small.Ask.ErrorAsync($"{{ projection({arguments}) {{ edgeCount }} }}"));

    [Theory]
    [InlineData("role: SAME_AS, of: ORGANISATION, over: ORGANISATION")]
    [InlineData("role: EATEN, of: ORGANISATION, over: PLEDGE")]
    [InlineData("role: SIGNED, of: ORGANISATION")]
    public async Task A_role_that_is_none_does_not_fit_the_schema(string arguments) =>
        Assert.Equal(ErrorCode.ValidationFailed, (await small.Ask.ErrorAsync($"{{ projection({arguments}) {{ edgeCount }} }}")).Code);

    [Fact]
    public async Task More_pairs_or_rows_than_are_computed_are_refused_with_their_number()
    {
        const string Query = "{ projection(role: SIGNED, of: ORGANISATION, over: PLEDGE) { edgeCount } }";
        Assert.Equal(
            (ErrorCode.LimitExceeded, "the projection has 1 pairs or more; it may have 0: choose fewer by 'filter' or 'overFilter'"),
            await AskAsync(new ApiOptions { MaxPairs = 0 }));
        Assert.Equal(
            (ErrorCode.LimitExceeded, "the projection takes 3 rows or more; it may take 2: choose fewer by 'filter' or 'overFilter'"),
            await AskAsync(new ApiOptions { MaxProjectionRows = 2 }));

        async Task<(string, string)> AskAsync(ApiOptions options)
        {
            using var api = new GraphQLApi(VocabularyDefinition.Load(), small.Store, options);
            using var ask = new Asking(api);
            return await ask.ErrorAsync(Query);
        }
    }
}
