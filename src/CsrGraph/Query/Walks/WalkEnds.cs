using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Query.Walks;

/// <summary>Finds the entities that a walk begins or ends at.</summary>
internal static class WalkEnds
{
    /// <summary>The entities of these ids, a merged one as what it became.</summary>
    /// <exception cref="BadQuestionException">One is unknown, or no entity.</exception>
    public static async Task<IReadOnlyList<Entity>> ReadAsync(IGraphStore store, IReadOnlyList<string> ids, AsOf asOf, CancellationToken cancellation)
    {
        foreach (var id in ids)
        {
            if (!EntityId.TryParse(id, out _)) throw new BadQuestionException($"'{id}' is not an id: {EntityId.Rule}");
        }

        var found = await store.EntitiesAsync(ids, asOf, cancellation);
        return [.. found.Select((entity, i) => entity switch
        {
            null => throw new BadQuestionException($"there is no '{ids[i]}'"),
            { Kind: KindDefinition.Document } => throw new BadQuestionException($"'{ids[i]}' is a document; relations stand between entities"),
            _ => entity,
        })];
    }
}
