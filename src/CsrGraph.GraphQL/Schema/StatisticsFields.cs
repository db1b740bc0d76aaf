using CsrGraph.GraphQL.Resolving;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The root's field that tells how much there is.</summary>
internal sealed class StatisticsFields(TypeRegistry registry, LeafTypes leaves)
{
    /// <summary>Adds the field.</summary>
    public void AddTo(ObjectGraphType query)
    {
        var count = registry.Object("Count", "How many there are of one sort.", type =>
        {
            FieldSpec.Of<Group>("key", leaves.Text.Required(), "The sort: a kind, a type, or a document's id.", c => c.Key[0]).AddTo(type);
            FieldSpec.Of<Group>("count", leaves.Int.Required(), "How many.", c => c.Number).AddTo(type);
        });
        var statistics = registry.Object("Statistics", "How much stands now (统计).", type =>
        {
            Number(type, "entities", CountOf.EntitiesByKind, "How many entities.", kind => kind != KindDefinition.Document);
            Number(type, "documents", CountOf.EntitiesByKind, "How many documents.", kind => kind == KindDefinition.Document);
            Number(type, "claims", CountOf.ClaimsByKind, "How many claims.", _ => true);
            FieldSpec.Of<Root>("changeSets", leaves.Int.Required(), "How many change-sets.", r => r.Scope.AsOf.Head).AddTo(type);
            Numbers(type, "entitiesByKind", CountOf.EntitiesByKind, "Entities and documents by kind.");
            Numbers(type, "claimsByKind", CountOf.ClaimsByKind, "Claims by kind.");
            Numbers(type, "relationsByType", CountOf.RelationsByType, "Relations by relation type.");
            Numbers(type, "claimsByDocument", CountOf.ClaimsByDocument, "Claims by the document that bears them.");
        });
        new FieldSpec("statistics", statistics.Required(), "How much there is (统计).", context => context.Source).AddTo(query);

        void Number(ObjectGraphType type, string name, CountOf what, string description, Func<string?, bool> counts) => FieldSpec.Asking<Root>(
            name, leaves.Int, description, r => r.Scope.Count(Standing(what), found => found.Rows.Where(c => counts(c.Key[0])).Sum(c => c.Number))).AddTo(type);

        void Numbers(ObjectGraphType type, string name, CountOf what, string description) => FieldSpec.Of<Root>(
            name, count.Many(), description, r => r.Scope.Count(Standing(what), found => found.Rows)).AddTo(type);

        static Shape<CountRequest> Standing(CountOf what) => new(what.ToString(), new CountRequest.Standing(what));
    }
}
