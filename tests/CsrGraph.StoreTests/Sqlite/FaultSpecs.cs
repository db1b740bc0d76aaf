using Microsoft.Data.Sqlite;
using Xunit;

namespace CsrGraph.StoreTests.Sqlite;

/// <summary>What breaks a rule of ours in a file that SQLite itself finds whole.</summary>
public sealed class FaultSpecs
{
    [Theory]
    [InlineData("UPDATE counted SET number = number + 1 WHERE of = 2", "the kept count 2 of 1 is 101, counted 100")]
    [InlineData("DELETE FROM counted WHERE of = 3 AND key = (SELECT id FROM node WHERE key = 'made-0')", "is missing, counted 100")]
    [InlineData("INSERT INTO counted VALUES (0, 99, 7)", "the kept count 0 of 99 is 7, counted nothing")]
    [InlineData("UPDATE relation_count SET fars = fars + 1 WHERE side = 0 AND key = 'org:made-3'", "the kept number of relations of org:made-3")]
    [InlineData("DELETE FROM evidence WHERE row >> 20 = 5", "stands without evidence")]
    [InlineData("UPDATE claim SET subject = 99999 WHERE row = 5", "names an entity that is not there")]
    [InlineData("UPDATE evidence SET document = 99999 WHERE row >> 20 = 5", "is of a document, that is not there")]
    [InlineData(
        "INSERT INTO claim SELECT 5000, number, id, type, subject, object, day, until, rank, body, 2, NULL, 2 FROM claim WHERE row = 5", "stands twice at once")]
    public async Task A_broken_rule_is_told(string harm, string told)
    {
        using var folder = new StoreFolder();
        await using (var whole = await folder.OpenAsync()) await StoreFolder.LoadAsync(whole, 100);
        await using (var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts stand in this file.
            command.CommandText = harm;
#pragma warning restore CA2100
            Assert.True(await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken) > 0);
        }

        await using var store = await folder.OpenAsync();
        var faults = await store.IntegrityCheckAsync(TestContext.Current.CancellationToken);
        Assert.Contains(faults, f => f.Contains(told, StringComparison.Ordinal));
    }
}
