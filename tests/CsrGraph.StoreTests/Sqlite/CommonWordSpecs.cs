using CsrGraph.Model;
using CsrGraph.Sqlite;
using CsrGraph.Store;
using CsrGraph.StoreTests.Generated;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Sqlite;

/// <summary>Names that share so much that the store goes through them in their order, beside the store in memory, which goes through all of them.</summary>
public sealed class CommonWordSpecs : IAsyncLifetime
{
    private static readonly string[] Kinds = ["ORGANISATION", "PERSON"];

    private readonly StoreFolder folder = new();
    private SqliteGraphStore store = null!;
    private GraphUnderTest expected = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await folder.OpenAsync();
        expected = await GraphUnderTest.EmptyAsync(TestedStores.InMemory);
        Change[] changes =
        [
            .. Enumerable.Range(0, 2_000).Select(i => new Change.EntityAdded(Organisation(i))),
            .. Enumerable.Range(0, 120).Select(i => new Change.EntityAdded(Person(i))),
        ];
        Change[] later = [.. Enumerable.Range(0, 50).SelectMany(i => new Change[]
        {
            new Change.EntityRetracted(Organisation(i * 7)),
            new Change.EntityAdded(Organisation(i * 7) with { Names = [Make.Full($"改名公司{i}")] }),
        })];
        await StoreFolder.ApplyAsync(store, changes);
        await StoreFolder.ApplyAsync(store, later, head: 1);
        await expected.ApplyAsync(changes);
        await expected.ApplyAsync(later);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await expected.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("公司")]
    [InlineData("中国")]
    [InlineData("中国网络")]
    [InlineData("网")]
    [InlineData("zhongguo")]
    [InlineData("zhongguowang")]
    [InlineData("zgw")]
    [InlineData("z")]
    [InlineData("1")]
    [InlineData("号1")]
    [InlineData("2号")]
    [InlineData("company")]
    [InlineData("pan")]
    [InlineData("改名")]
    public async Task Pages_of_hits_come_in_the_right_order(string text)
    {
        foreach (var head in (long[])[1, 2])
        {
            Position? after = null;
            for (var page = 0; page < 4; page++)
            {
                SearchRequest[] requests =
                [
                    new(text, Kinds, new PageRequest(7, after), WantsTotal: page == 0),
                    new(text, ["ORGANISATION"], new PageRequest(150, after)),
                    new(text, Kinds, new PageRequest(3, after)),
                    new(text, ["PERSON"], new PageRequest(3, after)),
                    new(text, Kinds, new PageRequest(5, null, after, FromEnd: true)),
                ];
                var right = await expected.Store.SearchAsync(requests, new AsOf(head), Cancellation);
                var given = await store.SearchAsync(requests, new AsOf(head), Cancellation);
                Assert.Equal(right.Select(Transcript.Of), given.Select(Transcript.Of));
                Assert.True(page > 0 || right[0].Rows.Count > 0 || (text == "改名" && head == 1), "nothing was found");
                if (right[0].Rows is not [.., var last]) break;
                after = page == 2 ? right[1].Rows[^1].Position : last.Position;
            }
        }
    }

    // Names that begin with a text are longer than the organisations' and come before short ones that hold it: enough names of one sort are none of these.
    private static Entity Person(int i) => Make.Person($"person:{i * 37 % 120}", (i % 4) switch
    {
        0 => $"中国网络第1号公司里的某位先生{i % 7}",
        1 => $"王中国{i % 5}",
        _ => $"王中国网络公司第2号{i % 5}",
    });

    private static Entity Organisation(int i) => Make.Organisation(
        $"org:{i * 7_919 % 2_000}",
        null,
        Make.Full((i % 4) switch
        {
            0 => $"中国网络{i % 30}号公司",
            1 => $"北京{(i % 3 == 0 ? "中国" : "")}网络公司{i % 50}",
            2 => $"第{i}号1公司",
            _ => $"Company {i % 40} 中国",
        }),
        Make.Short(i % 5 == 0 ? "公司" : $"中{i % 9}"));
}
