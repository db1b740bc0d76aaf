using CsrGraph.Model;
using CsrGraph.Sqlite;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Sqlite;

/// <summary>A hundred anchors of which one is a hub: its relations are read to the page's end and no further.</summary>
public sealed class HubSpecs(HubStore made) : IClassFixture<HubStore>
{
    /// <summary>A row that is read takes several steps of SQLite's machine, so this bounds the rows all the more.</summary>
    private const long MostSteps = 5_000;

    private static readonly DateOnly Middle = DateOnly.FromDayNumber(HubStore.FirstDay + 40);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_first_of_each() => BoundAsync(new AsOf(2), Ask());

    [Fact]
    public Task The_first_of_each_with_totals() => BoundAsync(new AsOf(2), Ask() with { WantsTotals = true });

    [Fact]
    public Task The_first_of_each_at_an_earlier_head() => BoundAsync(new AsOf(1), Ask());

    [Fact]
    public Task The_first_of_each_on_a_day() => BoundAsync(new AsOf(2, Middle), Ask());

    [Fact]
    public Task The_first_of_each_on_a_day_before_all_of_them() => BoundAsync(new AsOf(2, new DateOnly(1999, 1, 1)), Ask(), rows: 0);

    [Fact]
    public Task Those_after_a_place() => BoundAsync(new AsOf(2), Ask(after: HubStore.Place(40)));

    [Fact]
    public Task The_last_of_each() => BoundAsync(new AsOf(2), Ask() with { Page = new PageRequest(10, FromEnd: true) });

    private static RelationRequest Ask(Position? after = null) => new()
    {
        Anchors = [],
        Relation = new RelationKey("ATTENDED", RelationEnd.Object),
        Page = new PageRequest(10, after),
    };

    private async Task BoundAsync(AsOf asOf, RelationRequest request, int rows = 10)
    {
        var with = await StepsAsync(asOf, request, 0);
        var without = await StepsAsync(asOf, request, HubStore.Events - 1);
        Assert.Equal(rows, with.Rows);
        Assert.InRange(with.Steps - without.Steps, long.MinValue, MostSteps);
    }

    /// <summary>Asks for 99 ordinary anchors and this one.</summary>
    private async Task<(int Rows, long Steps)> StepsAsync(AsOf asOf, RelationRequest request, int anchor)
    {
        made.Work.Clear();
        string[] anchors = [HubStore.Event(anchor), .. Enumerable.Range(1, 99).Select(HubStore.Event)];
        var pages = (await made.Store.RelationsAsync([request with { Anchors = anchors }], asOf, Cancellation))[0];
        return (pages[0].Rows.Count, made.Work.Sum(w => w.Steps));
    }
}

/// <summary>Events of 30 relations each, but the first, which has 500 000 where more time is given and a tenth of that else.</summary>
public sealed class HubStore : IAsyncLifetime
{
    public const int Events = 101;
    public const int FirstDay = 738_000;

    private static readonly int Hub = Environment.GetEnvironmentVariable("CSRGRAPH_FULL") == "1" ? 500_000 : 50_000;

    private readonly StoreFolder folder = new();

    public SqliteGraphStore Store { get; private set; } = null!;

    public List<StatementWork> Work { get; } = [];

    public static string Event(int number) => $"event:e{number}";

    /// <summary>A place in the order of every event's relations.</summary>
    public static Position Place(int day) => new([(long)FirstDay + day, 0L], new ClaimId(0).ToString());

    public async ValueTask InitializeAsync()
    {
        Store = await folder.OpenAsync(o => o with { OnStatement = Work.Add, Readers = 1 });
        await StoreFolder.ApplyAsync(Store, Changes());
        await StoreFolder.ApplyAsync(Store, [new Change.EntityAdded(Make.Person("person:later", "Later"))], head: 1);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        folder.Dispose();
    }

    private static IEnumerable<Change> Changes()
    {
        for (var i = 0; i < 1_000; i++) yield return new Change.EntityAdded(Make.Organisation($"org:o{i}", null, Make.Full($"O{i}")));
        for (var i = 0; i < Events; i++) yield return new Change.EntityAdded(Make.Event(Event(i), $"E{i}"));
        yield return new Change.EntityAdded(Make.Document("doc", "Doc", null));
        for (var i = 0; i < Hub + (30 * (Events - 1)); i++)
        {
            var claim = Make.Relation($"org:o{i % 1_000}", "ATTENDED", Event(i < Hub ? 0 : 1 + ((i - Hub) / 30)), ("title", $"{i}"));
            yield return new Change.ClaimAdded(claim, new ClaimOrder(FirstDay + (i < Hub ? i % 90 : i % 30 * 3), null, i % 7));
            yield return new Change.EvidenceAdded(claim.Id, Make.Words("doc", i));
        }
    }
}
