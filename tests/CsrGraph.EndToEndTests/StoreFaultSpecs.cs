using Microsoft.Data.Sqlite;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>Stores that cannot be used: each ends with 3, says which file and why, and nothing is lost.</summary>
public sealed class StoreFaultSpecs : IDisposable
{
    private readonly Csrgraph csrgraph = new();

    private string StorePath => csrgraph.At("data", "csrgraph.db");

    public void Dispose() => csrgraph.Dispose();

    [Theory]
    [InlineData("changes")]
    [InlineData("changes", "1")]
    [InlineData("rollback", "1")]
    [InlineData("show", "org:tencent")]
    [InlineData("query", "{ events { totalCount } }")]
    public async Task A_store_that_is_not_there_is_not_made_by_reading(params string[] arguments)
    {
        var result = await csrgraph.RunAsync(arguments);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("there is no store at data/csrgraph.db; 'csrgraph load", result.StandardError, StringComparison.Ordinal);
        Assert.False(Directory.Exists(csrgraph.At("data")));
    }

    [Fact]
    public async Task A_diff_without_a_store_shows_all_that_a_load_would_add_and_leaves_none()
    {
        var result = await csrgraph.RunAsync("diff", Csrgraph.Seeds);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("+ org:tencent 腾讯", result.StandardOutput, StringComparison.Ordinal);
        Assert.False(Directory.Exists(csrgraph.At("data")));
    }

    [Theory]
    [InlineData("load")]
    [InlineData("serve", "--urls", "http://127.0.0.1:0")]
    public async Task A_file_that_is_not_SQLites_is_refused_and_kept(string verb, params string[] arguments)
    {
        csrgraph.CopySeeds();
        var bytes = Enumerable.Range(0, 8192).Select(i => (byte)(i * 7)).ToArray();
        Directory.CreateDirectory(csrgraph.At("data"));
        await File.WriteAllBytesAsync(StorePath, bytes, TestContext.Current.CancellationToken);

        await ExpectUnavailableAsync("data/csrgraph.db", [verb, .. arguments]);

        Assert.Equal(bytes, await File.ReadAllBytesAsync(StorePath, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_store_of_a_newer_schema_is_refused()
    {
        csrgraph.CopySeeds();
        await LoadAsync();
        Execute("PRAGMA user_version = 99");

        await ExpectUnavailableAsync("newer", "changes");
        await ExpectUnavailableAsync("newer", "load");
    }

    [Fact]
    public async Task A_store_that_another_process_writes_to_is_refused_after_5_s_and_read_meanwhile()
    {
        csrgraph.CopySeeds();
        await LoadAsync();
        await File.AppendAllTextAsync(csrgraph.At("seed", "entities", "companies.yaml"), "- { id: org:new-firm, category: COMPANY, names: [新公司] }\n", TestContext.Current.CancellationToken);

        using (var other = Open())
        {
            using var begin = other.CreateCommand();
            begin.CommandText = "BEGIN IMMEDIATE";
            begin.ExecuteNonQuery();
            Assert.Equal(0, (await csrgraph.RunAsync("changes")).ExitCode);
            await ExpectUnavailableAsync("data/csrgraph.db", "load");
        }

        Assert.Single((await csrgraph.RunAsync("changes")).StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(0, (await csrgraph.RunAsync("load")).ExitCode);
    }

    [Fact]
    public async Task A_disk_that_is_full_loads_nothing_and_the_same_load_works_once_there_is_room()
    {
        csrgraph.CopySeeds();

        var full = await csrgraph.RunWithoutRoomAsync(200, "load");

        Assert.True(full.ExitCode == 3, $"{full.ExitCode}: {full.StandardError}");
        Assert.Contains("data/csrgraph.db", full.StandardError, StringComparison.Ordinal);
        Assert.Contains("nothing has been loaded yet", (await csrgraph.RunAsync("changes")).StandardOutput, StringComparison.Ordinal);
        await LoadAsync();
    }

    private async Task LoadAsync() => Assert.Equal(0, (await csrgraph.RunAsync("load")).ExitCode);

    private async Task ExpectUnavailableAsync(string said, params string[] arguments)
    {
        var result = await csrgraph.RunAsync(arguments);
        Assert.True(result.ExitCode == 3, $"{result.ExitCode}: {result.StandardError}");
        Assert.Contains(said, result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.StandardError, StringComparison.Ordinal);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
