using CsrGraph.Model;
using CsrGraph.Neo4j;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Neo4j;

public sealed class ReadWhileWritingSpecs
{
    private const int Events = 300;
    private const string Store = "MATCH (s:CsrGraph {id: 'store'})";
    private const string FirstEvent = "MATCH (e:CsrGraph {id: 'event:e0'})";

    private static readonly FindRequest First =
        new() { Kinds = ["EVENT"], Sort = [new SortTerm(SortBy.Name, false)], Page = new PageRequest(5), WantsTotal = true };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_reads_while_a_change_set_is_written_and_settled_sees_the_state_of_his_head_and_nothing_else()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using var writer = await OneDatabase.OpenAsync();
        await using var reader = await Neo4jGraphStore.OpenAsync(Neo4jDatabase.Options! with { CommandDeadline = TimeSpan.FromMinutes(2) }, Cancellation);
        await OneDatabase.ApplyAsync(writer, Enumerable.Range(0, Events).Select(Event));
        var expected = await AskAsync(reader, 1);
        var reading = true;
        var readers = Enumerable.Range(0, 2).Select(i => ReadAsync(1 + (i % 2))).ToList();
        for (var round = 0; round < 2; round++)
        {
            var head = await writer.HeadAsync(Cancellation);
            var date = PartialDate.Of($"201{round}");
            await OneDatabase.ApplyAsync(writer, Enumerable.Range(0, Events).Select(i => new Change.EntityRedated(new EntityId($"event:e{i}"), date)), head);
        }

        reading = false;
        await Task.WhenAll(readers);

        // Names stay, so that each head has the same first page.
        async Task ReadAsync(long head)
        {
            while (reading) Assert.Equal(expected, await AskAsync(reader, head));
        }
    }

    [Fact]
    public async Task A_row_that_was_read_half_moved_is_asked_for_again()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using var relay = new StatementRelay(Neo4jDatabase.Options!.Address);
        await using var reader = await OneDatabase.OpenAsync(relay);
        await OneDatabase.ApplyAsync(reader, Enumerable.Range(0, 3).Select(Event));
        var expected = await AskAsync(reader, 1, EntityParts.Heading);

        await database.WriteAsync($"{Store} SET s.settling = 2 WITH s {FirstEvent} SET e.kept = e.name REMOVE e.name");
        relay.Meanwhile = () => database.WriteAsync($"{Store} REMOVE s.settling WITH s {FirstEvent} SET e.name = e.kept REMOVE e.kept");
        Assert.Equal(expected, await AskAsync(reader, 1, EntityParts.Heading));
        Assert.Null(relay.Meanwhile);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_although_nothing_is_moved_is_an_error()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using var relay = new StatementRelay(Neo4jDatabase.Options!.Address);
        await using var reader = await OneDatabase.OpenAsync(relay);
        await OneDatabase.ApplyAsync(reader, Enumerable.Range(0, 3).Select(Event));
        await AskAsync(reader, 1, EntityParts.Heading);
        await database.WriteAsync($"{FirstEvent} REMOVE e.name");
        relay.Take();

        await Assert.ThrowsAsync<FormatException>(() => AskAsync(reader, 1, EntityParts.Heading));
        Assert.Single(relay.Take());
    }

    private static Change Event(int number) => new Change.EntityAdded(
        new Entity(new EntityId($"event:e{number}"), "EVENT", null, [Make.Full($"Event {number:000}")], [], Qualifiers.None, null));

    private static async Task<string> AskAsync(Neo4jGraphStore store, long head, EntityParts parts = EntityParts.Record)
    {
        var page = (await store.FindAsync([First with { Parts = parts }], new AsOf(head), Cancellation))[0];
        return $"{page.Total}: {string.Join(", ", page.Rows.Select(r => r.Entity.Id))}";
    }
}
