using CsrGraph.Store;
using CsrGraph.Text;

namespace CsrGraph.Sqlite.Writing;

/// <summary>A change with all that can be computed of it without looking at the store, so that another thread can do that.</summary>
/// <param name="Change">The change.</param>
/// <param name="Body">An added entity's or claim's record, else empty.</param>
/// <param name="SortKey">An added entity's, else empty.</param>
/// <param name="Names">What an added entity's names are found by, in their order; else empty.</param>
internal sealed record PreparedChange(Change Change, byte[] Body, byte[] SortKey, IReadOnlyList<SearchKeys> Names)
{
    public static PreparedChange Of(Change change)
    {
        switch (change)
        {
            case Change.EntityAdded(var entity):
                return new PreparedChange(
                    change, RecordCode.EncodeEntity(entity), NameSortKey.Of(entity.Name), [.. entity.Names.Select(n => SearchKeys.Of(n.Text))]);
            case Change.ClaimAdded(var claim, _):
                // An id is computed when it is first asked for, and remembered.
                _ = claim.Id;
                return new PreparedChange(change, RecordCode.EncodeClaim(claim), [], []);
            default:
                return new PreparedChange(change, [], [], []);
        }
    }
}
