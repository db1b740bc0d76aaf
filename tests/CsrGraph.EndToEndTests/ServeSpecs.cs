using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Xunit;

namespace CsrGraph.EndToEndTests;

public sealed class ServeSpecs : IDisposable
{
    private readonly Csrgraph csrgraph = new();

    public void Dispose() => csrgraph.Dispose();

    [Fact]
    public async Task An_empty_store_is_filled_and_said_so_and_Ctrl_C_ends_it_with_130()
    {
        await using var serving = await Serving.StartAsync(csrgraph, "--seed", Csrgraph.Seeds);

        Assert.Single(serving.Lines, l => l.Contains("was empty; loaded", StringComparison.Ordinal));
        Assert.Equal("""{"status":"ok","changeSet":1}""", await serving.Client.GetStringAsync("healthz", TestContext.Current.CancellationToken));
        Assert.Equal(130, await serving.EndAsync("INT"));
        Assert.Contains(serving.Lines, l => l.Contains("curl", StringComparison.Ordinal));
        Assert.DoesNotContain(serving.Lines, l => l.Contains("is not what was loaded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_that_holds_something_else_is_served_as_it_is_and_the_difference_is_said_once()
    {
        csrgraph.CopySeeds();
        Assert.Equal(0, (await csrgraph.RunAsync("load")).ExitCode);
        await File.AppendAllTextAsync(csrgraph.At("seed", "entities", "companies.yaml"), "# another remark\n", TestContext.Current.CancellationToken);

        await using var serving = await Serving.StartAsync(csrgraph);

        Assert.Equal(0, await serving.EndAsync("TERM"));
        Assert.Single(serving.Lines, l => l.StartsWith("data/csrgraph.db: change-set 1", StringComparison.Ordinal));
        Assert.Single(serving.Lines, l => l.Contains("csrgraph diff seed --store data/csrgraph.db", StringComparison.Ordinal));
        Assert.Single((await csrgraph.RunAsync("changes")).StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_running_server_answers_from_a_new_load_within_two_seconds()
    {
        csrgraph.CopySeeds();
        await using var serving = await Serving.StartAsync(csrgraph);
        await File.AppendAllTextAsync(csrgraph.At("seed", "entities", "companies.yaml"), "- { id: org:new-firm, category: COMPANY, names: [新公司] }\n", TestContext.Current.CancellationToken);
        const string Question = "{ organisation(id: \"org:new-firm\") { name } }";
        var before = await serving.AskAsync(Question);

        Assert.Equal(0, (await csrgraph.RunAsync("load")).ExitCode);
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        var after = await serving.AskAsync(Question);

        Assert.Equal(JsonValueKind.Null, before.GetProperty("data").GetProperty("organisation").ValueKind);
        Assert.Equal("新公司", after.GetProperty("data").GetProperty("organisation").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_port_in_use_ends_with_3_and_the_way_out()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var result = await csrgraph.RunAsync("serve", "--seed", Csrgraph.Seeds, "--urls", $"http://127.0.0.1:{port}");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("another process has the port", result.StandardError, StringComparison.Ordinal);
        Assert.Contains("--urls", result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_taken_away_turns_questions_and_readiness_to_503_with_the_reason_while_the_process_is_alive()
    {
        await using var serving = await Serving.StartAsync(csrgraph, "--seed", Csrgraph.Seeds);
        File.Delete(csrgraph.At("data", "csrgraph.db"));

        foreach (var path in new[] { "health/ready", "healthz", "graphql?query=%7Bevents%7BtotalCount%7D%7D" })
        {
            using var response = await serving.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Contains("removed", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Equal("""{"status":"ok"}""", await serving.Client.GetStringAsync("health/live", TestContext.Current.CancellationToken));
    }
}
