using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>A page of relations that only names the far entities.</summary>
/// <param name="Part">The request.</param>
/// <param name="Anchor">Its anchor.</param>
/// <param name="Fars">The ids.</param>
internal readonly record struct NamedPage(int Part, int Anchor, PageCut<string> Fars)
{
    /// <summary>The page with the headings of all that it names.</summary>
    public RelationPage With(IReadOnlyDictionary<string, Entity> headings) => new(
        [.. Fars.Rows.Select(id => new RelationRow(null, default, headings[id], Position.None))], Fars.HasNext, Fars.HasPrevious, null, null);
}
