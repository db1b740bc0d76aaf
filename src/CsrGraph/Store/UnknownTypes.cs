using CsrGraph.Vocabulary;

namespace CsrGraph.Store;

/// <summary>Finds what a store holds and a vocabulary lacks; nothing of it could be shown.</summary>
public static class UnknownTypes
{
    /// <summary>A sentence for each kind of entity and each relation type that is in use and not in the vocabulary.</summary>
    public static async Task<IReadOnlyList<string>> UnknownToAsync(this IGraphStore store, VocabularyDefinition vocabulary, CancellationToken cancellation)
    {
        var asOf = new AsOf(await store.HeadAsync(cancellation));
        var counts = await store.CountAsync(
            [new CountRequest.Standing(CountOf.EntitiesByKind), new CountRequest.Standing(CountOf.RelationsByType)], asOf, cancellation);
        var kinds = vocabulary.Kinds.Select(k => k.Id).ToHashSet(StringComparer.Ordinal);
        var types = vocabulary.RelationTypes.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. counts[0].Rows.Where(c => !kinds.Contains(c.Key[0]!)).Select(c => $"the kind {c.Key[0]}, of {c.Number} {(c.Number == 1 ? "entity" : "entities")}"),
            .. counts[1].Rows.Where(c => !types.Contains(c.Key[0]!)).Select(c => $"the relation type {c.Key[0]}, of {c.Number} {(c.Number == 1 ? "claim" : "claims")}"),
        ];
    }
}
