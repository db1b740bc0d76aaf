using System.Globalization;
using CsrGraph.Sqlite;
using CsrGraph.Store;
using CsrGraph.StoreTests.Generated;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Sqlite;

/// <summary>Files that were written with an older schema, beside a new one that the same change-sets were applied to.</summary>
public sealed class OldSchemaSpecs : IAsyncLifetime
{
    private readonly StoreFolder folder = new();
    private SqliteGraphStore? opened;
    private GraphUnderTest fresh = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        fresh = await GraphUnderTest.EmptyAsync(TestedStores.InMemory);
        foreach (var changes in OldGraph.ChangeSets) await fresh.ApplyAsync([.. changes]);
    }

    public async ValueTask DisposeAsync()
    {
        if (opened is not null) await opened.DisposeAsync();
        await fresh.DisposeAsync();
        folder.Dispose();
    }

    [Theory, MemberData(nameof(Files))]
    public async Task It_opens_and_is_whole(string file)
    {
        var old = await OpenAsync(file);
        Assert.Equal(OldGraph.ChangeSets.Count, await StoreFolder.HeadAsync(old));
        Assert.Empty(await old.IntegrityCheckAsync(Cancellation));
    }

    [Theory, MemberData(nameof(Files))]
    public async Task Each_difference_between_two_of_its_states_is_the_same(string file)
    {
        var old = await OpenAsync(file);
        for (var after = 0; after <= fresh.Head; after++)
        {
            for (var upTo = after; upTo <= fresh.Head; upTo++)
            {
                Assert.Equal(await ChangesAsync(fresh.Store, after, upTo), await ChangesAsync(old, after, upTo));
            }
        }
    }

    [Theory, MemberData(nameof(Files))]
    public async Task Every_state_of_it_is_counted_searched_and_read_as_that_of_a_new_one(string file)
    {
        var old = await OpenAsync(file);
        for (var head = 0; head <= fresh.Head; head++)
        {
            Assert.Equal(await AnswersAsync(fresh.Store, new AsOf(head)), await AnswersAsync(old, new AsOf(head)));
        }
    }

    [Theory, MemberData(nameof(Files))]
    public async Task It_goes_on_from_where_it_was(string file)
    {
        var old = await OpenAsync(file);
        Change[] changes = [.. Sample.Adding("li spoke"), .. Sample.Retracting("alpha attended fair")];
        await fresh.ApplyAsync(changes);
        await StoreFolder.ApplyAsync(old, changes, OldGraph.ChangeSets.Count);
        Assert.Equal(await AnswersAsync(fresh.Store, fresh.Now), await AnswersAsync(old, fresh.Now));
        Assert.Empty(await old.IntegrityCheckAsync(Cancellation));
    }

    // The second came with counts and other names, the fourth with other names.
    public static TheoryData<string> Files => ["schema-001.sqlite", "schema-003.sqlite"];

    private async Task<SqliteGraphStore> OpenAsync(string file)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Sqlite", "Files", file), folder.File);
        return opened = await folder.OpenAsync();
    }

    private static async Task<IEnumerable<string>> ChangesAsync(IGraphStore store, long after, long upTo) =>
        await store.ChangesAsync(after, upTo, Cancellation).Select(Transcript.Of).ToListAsync(Cancellation);

    private static async Task<string> AnswersAsync(IGraphStore store, AsOf asOf)
    {
        string[] kinds = ["ORGANISATION", "PERSON", "EVENT", "PLEDGE", "DOCUMENT"];
        var lines = new List<string>();
        foreach (var of in Enum.GetValues<CountOf>())
        {
            lines.AddRange((await store.CountAsync([new CountRequest.Standing(of)], asOf, Cancellation))[0].Rows.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key[0]} {c.Number}")));
        }

        foreach (var text in (string[])["alpha", "omega", "公司", "中", "zhong", "gong", "red", "a1", "re"])
        {
            lines.AddRange((await store.SearchAsync([new SearchRequest(text, kinds, PageRequest.All, true)], asOf, Cancellation)).Select(Transcript.Of));
        }

        var all = new ClaimRequest { By = ClaimsBy.All, Page = PageRequest.All, WantsTotals = true };
        lines.AddRange((await store.ClaimsAsync([all, all with { WithRetracted = true }], asOf, Cancellation)).SelectMany(p => p).Select(Transcript.Of));
        var found = await store.FindAsync([new FindRequest { Kinds = kinds, Page = PageRequest.All }], asOf, Cancellation);
        lines.AddRange(found.Select(page => Transcript.Of(page, new FindRequest { Kinds = kinds, Page = PageRequest.All })));
        return string.Join('\n', lines);
    }
}
