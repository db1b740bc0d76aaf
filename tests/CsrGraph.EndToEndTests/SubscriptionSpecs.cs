using System.Globalization;
using System.Text;
using CliWrap;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>Change-sets that another process loads are told over server-sent events.</summary>
public sealed class SubscriptionSpecs : IDisposable
{
    private const int Listeners = 500;
    private const int Readers = 50;

    private readonly Csrgraph csrgraph = new();
    private readonly string companies;

    public SubscriptionSpecs()
    {
        csrgraph.CopySeeds();
        companies = csrgraph.At("seed", "entities", "companies.yaml");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => csrgraph.Dispose();

    [Fact]
    public async Task A_graphql_sse_client_is_told_of_another_processs_load_within_two_seconds_and_resumes_without_gap_or_double()
    {
        await using var serving = await Serving.StartAsync(csrgraph);
        var lines = new LineList();
        var client = (await NpmClients.CommandAsync("subscribe.mjs", Address(serving), "0", "2"))
            .WithStandardOutputPipe(PipeTarget.ToDelegate(lines.Add)).ExecuteAsync(Cancellation);
        await lines.WaitForAsync("{\"number\":1,", client).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        await LoadAsync(2);
        await lines.WaitForAsync("{\"number\":2,", client).WaitAsync(TimeSpan.FromSeconds(2), Cancellation);
        await client;
        await LoadAsync(3);
        var resumed = await NpmClients.RunAsync("subscribe.mjs", Address(serving), "2", "3");

        Assert.Equal("""[{"data":{"statistics":{"changeSets":2}}}]""", lines[^1]);
        Assert.Equal(3, lines.Count);
        Assert.StartsWith("{\"number\":3,", resumed.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_hundred_listeners_are_each_told_once_in_memory_that_does_not_grow_though_most_never_read()
    {
        await using var serving = await Serving.StartAsync(csrgraph);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Listeners }) { BaseAddress = serving.Client.BaseAddress };
        var streams = new List<HttpResponseMessage>();
        for (var i = 0; i < Listeners; i++) streams.Add(await ListenAsync(client));
        var readers = new List<StreamReader>();
        foreach (var stream in streams.Take(Readers)) readers.Add(new StreamReader(await stream.Content.ReadAsStreamAsync(Cancellation), Encoding.UTF8));

        await ReadAsync(readers, 2);
        var before = Memory.Resident(serving.ProcessId);
        for (var number = 3; number <= 6; number++) await ReadAsync(readers, number);
        var after = Memory.Resident(serving.ProcessId);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{before >> 10} MB, then {after >> 10} MB"));
        Assert.True(after <= before * 1.2, $"from {before >> 10} to {after >> 10} MB");
        foreach (var reader in readers) reader.Dispose();
        foreach (var stream in streams) stream.Dispose();
    }

    private static string Address(Serving serving) => new Uri(serving.Client.BaseAddress!, "graphql").ToString();

    private static async Task<HttpResponseMessage> ListenAsync(HttpClient client)
    {
        const string Query = "subscription{changeSetApplied{number message added{totalCount nodes{id sentence}}}}";
        using var request = new HttpRequestMessage(HttpMethod.Get, "graphql?query=" + Uri.EscapeDataString(Query)) { Headers = { { "Accept", "text/event-stream" } } };
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        return response.EnsureSuccessStatusCode();
    }

    // Loads a change-set and sees that each who reads is told of it next.
    private async Task ReadAsync(IReadOnlyList<StreamReader> readers, int number)
    {
        await LoadAsync(number);
        foreach (var reader in readers)
        {
            string? line;
            do line = await reader.ReadLineAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
            while (line?.StartsWith("data: ", StringComparison.Ordinal) == false);
            Assert.StartsWith($"data: {{\"data\":{{\"changeSetApplied\":{{\"number\":{number},", line, StringComparison.Ordinal);
        }
    }

    private async Task LoadAsync(int number)
    {
        await File.AppendAllTextAsync(companies, $"- {{ id: org:new-{number}, category: COMPANY, names: [第{number}公司] }}\n", Cancellation);
        Assert.Equal(0, (await csrgraph.RunAsync("load")).ExitCode);
    }
}
