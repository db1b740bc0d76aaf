using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Cli.Output;

/// <summary>One relation of an entity, with the first of those at its other end.</summary>
/// <param name="Field">The relation, seen from the entity.</param>
/// <param name="Rows">The first.</param>
/// <param name="Total">How many distinct entities there are.</param>
internal sealed record ProfileRelation(RelationField Field, IReadOnlyList<RelationRow> Rows, long Total);

/// <summary>An entity at a glance.</summary>
/// <param name="Entity">Who.</param>
/// <param name="Relations">The relations that it stands in.</param>
internal sealed record Profile(Entity Entity, IReadOnlyList<ProfileRelation> Relations)
{
    /// <summary>Reads all its relations, the first so many of each: in which it stands, and then those alone, since a store may take long to plan many.</summary>
    public static async Task<Profile> ReadAsync(
        IGraphStore store, AsOf asOf, VocabularyDefinition vocabulary, Entity entity, int first, CancellationToken cancellation)
    {
        var types = vocabulary.FieldsOf(entity.Kind).Select(f => f.Type.Id).Distinct().ToList();
        var degrees = (await store.RelationsAsync([RelationRequest.Degrees([entity.Id.Value], types)], asOf, cancellation))[0][0].Degrees;
        var own = degrees.Where(d => d.Fars > 0).Select(d => d.Type).ToHashSet(StringComparer.Ordinal);
        var fields = vocabulary.FieldsOf(entity.Kind).Where(f => own.Contains(f.Type.Id)).ToList();
        RelationRequest[] requests =
        [
            .. fields.Select(f => new RelationRequest
            {
                Anchors = [entity.Id.Value],
                Relation = new RelationKey(f.Type.Id, f.Type.IsSymmetric ? RelationEnd.Either : f.Outgoing ? RelationEnd.Subject : RelationEnd.Object),
                Page = new PageRequest(first),
                WantsTotals = true,
                FarParts = EntityParts.Heading,
                WantsPlaces = false,
            }),
        ];
        var answers = await store.RelationsAsync(requests, asOf, cancellation);
        return new Profile(entity, [.. fields.Zip(answers, (f, pages) => new ProfileRelation(f, pages[0].Rows, pages[0].Total ?? 0)).Where(r => r.Total > 0)]);
    }
}
