using CsrGraph.Store;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>What a store has read ahead of the entity of one row.</summary>
internal sealed class AheadRow(IReadOnlyList<AheadPages> pages, int row)
{
    /// <summary>Of the row at this place; null where nothing was read ahead.</summary>
    public static AheadRow? Of(IReadOnlyList<AheadPages> pages, int row) => pages.Count == 0 ? null : new AheadRow(pages, row);

    /// <summary>The answer to what has this key; null where it is still to be asked.</summary>
    public RelationPage? Page(string key)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            if (string.Equals(pages[i].Key, key, StringComparison.Ordinal)) return pages[i].Pages[row];
        }

        return null;
    }
}
