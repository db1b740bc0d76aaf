using Xunit;

namespace CsrGraph.EndToEndTests;

public sealed class ManyClientsSpecs
{
    [Fact]
    public async Task Sixty_four_clients_get_the_same_answers_as_one_and_the_server_does_not_grow()
    {
        using var csrgraph = new Csrgraph();
        await using var serving = await Serving.StartAsync(csrgraph, "--seed", Csrgraph.Seeds);
        await ManyClients.AssertServedAsync(serving);
    }
}
