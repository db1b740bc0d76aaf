using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;

namespace CsrGraph.StoreTests.Sqlite;

/// <summary>What the file of an older schema holds: the sample, and change-sets that retract, rename, redate and reorder.</summary>
internal static class OldGraph
{
    private static readonly Entity Renamed = Sample.Alpha with { Names = [Make.Full("Omega 中国公司"), Make.Short("中企")] };

    public static IReadOnlyList<IReadOnlyList<Change>> ChangeSets { get; } =
    [
        [.. Sample.Changes],
        [
            .. Sample.Retracting("alpha signed green"),
            new Change.EntityRetracted(Sample.Alpha),
            new Change.EntityAdded(Renamed),
            new Change.EntityAdded(Make.Pledge("pledge:red", "Red")),
        ],
        [
            .. Sample.Adding("alpha signed green"),
            new Change.ClaimReordered(Sample.Id("beta signed green"), Make.Order(1, "2017-01-01")),
            new Change.EntityRedated(new EntityId("event:fair"), PartialDate.Of("2022-05", "May")),
        ],
        [.. Sample.Retracting("li spoke"), new Change.ClaimReordered(Sample.Id("beta signed green"), Make.Order(2))],
    ];
}
