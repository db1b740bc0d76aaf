using Microsoft.Data.Sqlite;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary><c>check --store</c> goes through a store instead of a folder.</summary>
public sealed class StoreCheckSpecs : IDisposable
{
    private readonly Csrgraph csrgraph = new();

    public void Dispose() => csrgraph.Dispose();

    [Theory]
    [InlineData("--store")]
    [InlineData("--store", "data/csrgraph.db")]
    public async Task A_store_that_is_whole_has_no_faults(params string[] options)
    {
        await LoadAsync();

        var check = await csrgraph.RunAsync(["check", .. options]);

        Assert.Equal(0, check.ExitCode);
        Assert.Equal("data/csrgraph.db: change-set 1, no faults\n", check.StandardOutput);
    }

    [Fact]
    public async Task What_was_changed_behind_its_back_is_named_and_ends_with_1()
    {
        await LoadAsync();
        Execute("UPDATE counted SET number = number + 1 WHERE of = 0");

        var check = await csrgraph.RunAsync("check", "--store");

        Assert.Equal(1, check.ExitCode);
        Assert.NotEmpty(check.StandardOutput);
        Assert.Contains("data/csrgraph.db: ", check.StandardError, StringComparison.Ordinal);
        Assert.Contains("csrgraph backup", check.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_damaged_pages_is_named_damaged()
    {
        await LoadAsync();
        Execute("PRAGMA journal_mode = DELETE");
        await using (var file = File.OpenWrite(csrgraph.At("data", "csrgraph.db")))
        {
            file.Seek(20 * 4096, SeekOrigin.Begin);
            await file.WriteAsync(new byte[40 * 4096], TestContext.Current.CancellationToken);
        }

        var check = await csrgraph.RunAsync("check", "--store");

        Assert.True(check.ExitCode is 1 or 3, $"{check.ExitCode}: {check.StandardError}");
        Assert.DoesNotContain("   at ", check.StandardError, StringComparison.Ordinal);
        Assert.NotEmpty(check.StandardError);
    }

    [Fact]
    public async Task Without_a_store_it_ends_with_3_and_makes_none()
    {
        Assert.Equal(3, (await csrgraph.RunAsync("check", "--store")).ExitCode);
        Assert.False(Directory.Exists(csrgraph.At("data")));
    }

    [Theory]
    [InlineData("check", "seed", "--store")]
    [InlineData("check", "--store", "--write-spans")]
    [InlineData("check", "--store", "--sources", "texts")]
    public async Task It_is_either_a_folder_or_a_store(params string[] arguments)
    {
        await LoadAsync();

        Assert.Equal(2, (await csrgraph.RunAsync(arguments)).ExitCode);
    }

    private async Task LoadAsync()
    {
        csrgraph.CopySeeds();
        Assert.Equal(0, (await csrgraph.RunAsync("load")).ExitCode);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={csrgraph.At("data", "csrgraph.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
