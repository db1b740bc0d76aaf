using CsrGraph.Store;
using Microsoft.Data.Sqlite;
using Xunit;

namespace CsrGraph.StoreTests.Sqlite;

public sealed class OpeningSpecs
{
    [Fact]
    public async Task A_missing_file_is_made_with_its_folder_and_holds_nothing()
    {
        using var folder = new StoreFolder();
        await using var store = await folder.OpenAsync(o => o with { Path = Path.Combine(folder.Root, "data", "new.db") });
        await store.CheckAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await StoreFolder.HeadAsync(store));
        Assert.Empty(await store.IntegrityCheckAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_was_applied_is_there_when_the_file_is_opened_again()
    {
        using var folder = new StoreFolder();
        await using (var store = await folder.OpenAsync()) await StoreFolder.LoadAsync(store, 100);
        await using var again = await folder.OpenAsync();
        Assert.Equal(100, await StoreFolder.ClaimsAsync(again, 1));
        Assert.Empty(await again.IntegrityCheckAsync(TestContext.Current.CancellationToken));
        Assert.False(File.Exists(folder.Note));
    }

    [Fact]
    public async Task A_file_that_is_not_SQLites_is_refused_and_left_as_it_is()
    {
        using var folder = new StoreFolder();
        var text = string.Concat(Enumerable.Repeat("These are minutes of a meeting.\n", 100));
        await File.WriteAllTextAsync(folder.File, text, TestContext.Current.CancellationToken);
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => folder.OpenAsync());
        Assert.Contains("is not a SQLite file", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(folder.File, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(folder.File, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Another_programs_SQLite_file_is_refused()
    {
        using var folder = new StoreFolder();
        Execute(folder.File, "CREATE TABLE bookmark (url TEXT)");
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => folder.OpenAsync());
        Assert.Contains("another program's", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(folder.File, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_schema_is_refused_with_both_versions()
    {
        using var folder = new StoreFolder();
        await using (await folder.OpenAsync())
        {
        }

        Execute(folder.File, "PRAGMA user_version = 99");
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => folder.OpenAsync());
        Assert.Contains("schema version 99, and this csrgraph knows 4 at most", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        using var folder = new StoreFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Root, "taken"), "", TestContext.Current.CancellationToken);
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => folder.OpenAsync(o => o with { Path = Path.Combine(folder.Root, "taken", "graph.db") }));
        Assert.Contains("taken", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_is_named()
    {
        using var folder = new StoreFolder();
        Directory.CreateDirectory(folder.File);
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => folder.OpenAsync());
        Assert.Contains("cannot be opened", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_removed_while_it_is_open_is_not_healthy()
    {
        using var folder = new StoreFolder();
        await using var store = await folder.OpenAsync();
        File.Delete(folder.File);
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CheckAsync(TestContext.Current.CancellationToken));
        Assert.Contains("was removed", refusal.Message, StringComparison.Ordinal);
    }

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts stand in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
