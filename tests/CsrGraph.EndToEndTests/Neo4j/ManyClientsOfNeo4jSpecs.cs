using Xunit;

namespace CsrGraph.EndToEndTests.Neo4j;

[Collection(Neo4jDefinition.Name)]
public sealed class ManyClientsOfNeo4jSpecs(SeedsInNeo4j seeds)
{
    [Fact]
    public async Task Sixty_four_clients_get_the_same_answers_as_one_and_the_server_does_not_grow()
    {
        Neo4jServer.Need();
        await using var serving = await Serving.StartAsync(seeds.Csrgraph, "--seed", Csrgraph.Seeds, "--store", "neo4j");
        await ManyClients.AssertServedAsync(serving);
    }
}
