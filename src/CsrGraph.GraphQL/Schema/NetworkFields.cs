using CsrGraph.GraphQL.Pricing;
using CsrGraph.GraphQL.Resolving;
using CsrGraph.Model;
using CsrGraph.Query.Networks;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using GraphQL;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The root's field <c>network</c>: what lies around some entities.</summary>
internal sealed class NetworkFields(
    TypeRegistry registry, LeafTypes leaves, KindTypes kinds, VocabularyDefinition vocabulary, SourceTypes sources, IGraphType claim)
{
    /// <summary>Adds the field.</summary>
    public void AddTo(ObjectGraphType query) => new FieldSpec(
        "network",
        Network(),
        "What lies around some entities (关系网): who is linked to them, ring by ring. Who stays where there are too many: near before far, then the higher degree, then the id.",
        Ask,
        new ArgumentSpec("around", leaves.Id.RequiredMany(), "The ids of the entities in the middle."),
        new ArgumentSpec("depth", leaves.Int.Required(), "How many steps away: 1 to 3.", 1),
        new ArgumentSpec("relationTypes", leaves.RelationType.Many(), "Only these relations; all where nothing is said. Proposed identities are never followed."),
        new ArgumentSpec("kinds", leaves.EntityKind.Many(), "Only entities of these kinds, those in the middle apart; all where nothing is said."),
        new ArgumentSpec("limit", leaves.Int.Required(), "At most so many nodes: 1 to 2000.", 300),
        new ArgumentSpec("minDegree", leaves.Int, "Only entities of this degree or a higher one, those in the middle apart.")).AddTo(query);

    private object Ask(IResolveFieldContext context)
    {
        var scope = ((Root)context.Source!).Scope;
        var question = new NetworkQuestion(context.Texts("around")!)
        {
            Depth = (int)context.Value("depth")!,
            RelationTypes = context.Texts("relationTypes"),
            Kinds = context.Texts("kinds"),
            Limit = (int)context.Value("limit")!,
            MinDegree = context.Value("minDegree") as int?,
        };
        return scope.Walk(
            "network", (store, meter, cancellation) => NetworkWalk.FindAsync(store, scope.AsOf, vocabulary, question, meter, cancellation), answer => new NetworkAt(answer, scope));
    }

    private ObjectGraphType Network()
    {
        var node = registry.Object("NetworkNode", "An entity of a network.", type =>
        {
            FieldSpec.Of<NodeAt>("entity", kinds.Entity.Required(), "Which.", n => new EntityAt(n.Node.Entity, n.Scope)).AddTo(type);
            FieldSpec.Of<NodeAt>(
                "degree", leaves.Int.Required(), "How many entities it is linked to by the relations asked for, each counted once for each type and direction.",
                n => n.Node.Degree).AddTo(type);
            FieldSpec.Of<NodeAt>("shown", leaves.Int.Required(), "How many of those links are edges here.", n => n.Node.Shown).AddTo(type);
            FieldSpec.Of<NodeAt>("distance", leaves.Int.Required(), "How many steps it is from the middle.", n => n.Node.Distance).AddTo(type);
        });
        var edge = registry.Object("NetworkEdge", "A relation between two entities, with all claims that say so.", FillEdge);
        var truncation = registry.Object("Truncation", "A relation type of which not all is shown.", type =>
        {
            FieldSpec.Of<Truncation>("relationType", leaves.RelationType.Required(), "The type.", t => t.Type).AddTo(type);
            FieldSpec.Of<Truncation>("shown", leaves.Int.Required(), "How many edges of it are shown.", t => t.Shown).AddTo(type);
            FieldSpec.Of<Truncation>("total", leaves.Int.Required(), "How many there are at the nodes that are less than 'depth' away from the middle.", t => t.Total).AddTo(type);
        });
        return registry.Object("Network", "What lies around some entities.", type =>
        {
            FieldSpec.Of<NetworkAt>(
                "nodes", node.RequiredMany(), "The nearest first, then those of the highest degree, then by id; those in the middle among them.",
                n => n.Answer.Nodes.Select(o => new NodeAt(o, n.Scope)).ToArray()).AddTo(type);
            FieldSpec.Of<NetworkAt>(
                "edges", edge.RequiredMany(),
                "One for each relation type from one node to another; at least one of the two is less than 'depth' away from the middle. By subject, object and type.",
                n => n.Answer.Edges.Select(e => new RelatedAt(e, n.Scope)).ToArray()).AddTo(type);
            FieldSpec.Of<NetworkAt>("truncated", truncation.RequiredMany(), "What is left out; empty where nothing is.", n => n.Answer.Truncated).AddTo(type);
        }).Sized();
    }

    private void FillEdge(ObjectGraphType type)
    {
        FieldSpec.Of<RelatedAt>("relation", leaves.RelationType.Required(), "The relation.", e => e.Edge.Type).AddTo(type);
        FieldSpec.Of<RelatedAt>("from", kinds.Entity.Required(), "Its subject.", e => new EntityAt(e.Edge.From, e.Scope)).AddTo(type);
        FieldSpec.Of<RelatedAt>("to", kinds.Entity.Required(), "Its object.", e => new EntityAt(e.Edge.To, e.Scope)).AddTo(type);
        FieldSpec.Asking<RelatedAt>("certainty", leaves.Term("CERTAINTY").Required(), "UNCERTAIN where no claim is certain.", e => Claims(e, claims =>
            claims.Any(c => c.Claim.Qualifiers[QualifierName.Certainty] is null or "CERTAIN") ? "CERTAIN" : "UNCERTAIN")).AddTo(type);
        FieldSpec.Of<RelatedAt>("claims", claim.RequiredMany(), "The claims that say so, by id.", e => Claims(e, claims => claims)).AddTo(type);
        new FieldSpec("evidence", sources.Evidence.Many(), "The words that bear it, claim by claim.", context =>
        {
            var (source, first) = ((RelatedAt)context.Source!, context.First(otherwise: SourceTypes.DefaultEvidence));
            return new Together(
                [.. source.Edge.Claims.Select(c => source.Scope.Evidence(c, first, rows => rows))],
                all => all.SelectMany(rows => (IReadOnlyList<EvidenceRow>)rows!).Take(first).Select(r => new EvidenceAt(r.Evidence, r.Document, source.Scope)).ToArray());
        }, sources.FirstArgument(SourceTypes.DefaultEvidence)).AddTo(type);
    }

    private static Together Claims(RelatedAt edge, Func<IReadOnlyList<ClaimAt>, object?> then) => new Together(
        [.. edge.Edge.Claims.Select(id => edge.Scope.Claims(ById, id.ToString(), page => new ClaimAt(page.Rows[0].Claim, edge.Scope, page.Rows[0])))],
        claims => then([.. claims.Cast<ClaimAt>()]));

    private static readonly Shape<ClaimRequest> ById = new("node", new ClaimRequest { By = ClaimsBy.Id, Page = PageRequest.All });

    private sealed record NetworkAt(NetworkAnswer Answer, Scope Scope);

    private sealed record NodeAt(NetworkNode Node, Scope Scope);

    private sealed record RelatedAt(NetworkEdge Edge, Scope Scope);
}
