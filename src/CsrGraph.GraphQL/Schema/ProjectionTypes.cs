using CsrGraph.GraphQL.Pricing;
using CsrGraph.GraphQL.Resolving;
using CsrGraph.Query;
using CsrGraph.Query.Projecting;
using CsrGraph.Vocabulary;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The types of a projection.</summary>
internal sealed class ProjectionTypes
{
    private readonly LeafTypes leaves;
    private readonly KindTypes kinds;
    private readonly SourceTypes sources;
    private readonly ClaimTypes claims;

    public ProjectionTypes(TypeRegistry registry, LeafTypes leaves, KindTypes kinds, SourceTypes sources, ClaimTypes claims)
    {
        (this.leaves, this.kinds, this.sources, this.claims) = (leaves, kinds, sources, claims);
        var node = registry.Object("ProjectionNode", "One who takes part.", FillNode);
        var edge = registry.Object("ProjectionEdge", "Two who take part in the same.", FillEdge);
        var community = registry.Object("ProjectionCommunity", "A group of nodes with more edges among them than their degrees alone would bring.", FillCommunity);
        var warning = registry.Object("ProjectionWarning", "A roster that does not name all who took part: whoever is missing is missing with every pair.", FillWarning);
        Projection = registry.Object("Projection", "Who does something together.", type =>
        {
            Add<ProjectionAt>(type, "nodes", node.RequiredMany(), "Those who take part, by weighted degree, the greatest first; so many as the projection's 'first'.", p =>
                p.Projection.Nodes(p.First).Select(n => new NodeAt(n, p.Scope)).ToArray());
            Add<ProjectionAt>(type, "nodeCount", leaves.Int.Required(), "How many take part.", p => p.Projection.Agents.Count);
            First(type, "edges", edge.RequiredMany(), "The edges by weight, the greatest first, then by the ids of their ends.", (p, first) =>
                p.Projection.EdgesOf(first).Select(e => new EdgeOfAt(e, p.Scope)).ToArray());
            Add<ProjectionAt>(type, "edgeCount", leaves.Int.Required(), "How many edges there are.", p => p.Projection.Edges);
            Add<ProjectionAt>(type, "initiativeCount", leaves.Int.Required(), "How many things somebody takes part in; by chance each is as likely as another.", p =>
                p.Projection.Initiatives.Count);
            First(type, "communities", community.RequiredMany(), "The communities, the largest first; found by modularity, always the same for the same graph.", (p, first) =>
                p.Projection.CommunitiesOf(first).Select(c => new CommunityAt(c, p.Scope)).ToArray());
            Add<ProjectionAt>(type, "communityCount", leaves.Int.Required(), "How many communities there are.", p => p.Projection.Communities!.Count);
            Add<ProjectionAt>(type, "modularity", leaves.Float, "How far weights lie within communities: their share less what degrees alone would bring. Null where there are no edges.", p =>
                p.Projection.Modularity);
            Add<ProjectionAt>(type, "density", leaves.Float, "The share of all pairs that are edges; null where there are no two nodes.", p => p.Projection.Density);
            Add<ProjectionAt>(type, "components", leaves.Int.Required(), "How many parts there are that no edge leads out of.", p => p.Projection.Components);
            Add<ProjectionAt>(type, "betweennessSample", leaves.Int, "From how many nodes the betweenness is estimated; null where it is exact.", p =>
                p.Projection.Betweenness!.Sample);
            First(type, "warnings", warning.RequiredMany(), "The rosters that do not name all who took part, the most pairs missing first.", (p, first) =>
                p.Projection.Warnings.Take(first).Select(w => new WarningAt(w, p.Role, p.Scope)).ToArray());
            Add<ProjectionAt>(type, "partialRosters", leaves.Int.Required(), "How many such rosters there are.", p => p.Projection.Warnings.Count);
        }).Sized();
    }

    /// <summary>The type of a projection.</summary>
    public ObjectGraphType Projection { get; }

    private void FillNode(ObjectGraphType type)
    {
        Add<NodeAt>(type, "entity", kinds.Interface(KindDefinition.Agent), "Who.", n => n.Scope.Entity(n.Node.Id));
        Add<NodeAt>(type, "degree", leaves.Int.Required(), "With how many others they share something.", n => n.Node.Degree);
        Add<NodeAt>(type, "weightedDegree", leaves.Int.Required(), "How many things they share, added up over those others.", n => n.Node.WeightedDegree);
        Add<NodeAt>(type, "betweenness", leaves.Float.Required(), "On what share of the shortest paths between others they lie, from 0 to 1, all edges alike.", n =>
            n.Node.Betweenness);
        Add<NodeAt>(type, "community", leaves.Int.Required(), "The id of their community.", n => n.Node.Community);
    }

    private void FillEdge(ObjectGraphType type)
    {
        Add<EdgeOfAt>(type, "a", kinds.Interface(KindDefinition.Agent), "The one, whose id comes first.", e => e.Scope.Entity(e.Edge.A));
        Add<EdgeOfAt>(type, "b", kinds.Interface(KindDefinition.Agent), "The other.", e => e.Scope.Entity(e.Edge.B));
        Add<EdgeOfAt>(type, "weight", leaves.Int.Required(), "How many things they share.", e => e.Edge.Weight);
        Add<EdgeOfAt>(type, "newman", leaves.Float.Required(), "Those, each counted as 1/(k-1) where k take part in it: two of three share more than two of three hundred.", e => e.Edge.Newman);
        Add<EdgeOfAt>(type, "jaccard", leaves.Float.Required(), "The share of shared ones among all that either takes part in.", e => e.Edge.Jaccard);
        Add<EdgeOfAt>(type, "expected", leaves.Float.Required(), "How many they would share by chance, given in how many each takes part.", e => e.Edge.Expected);
        Add<EdgeOfAt>(type, "probability", leaves.Float.Required(), "How probable at least so many are by chance (hypergeometric).", e => e.Edge.Probability);
        new FieldSpec("initiatives", kinds.Entity.RequiredMany(), "What they share, by id.", context =>
        {
            var source = (EdgeOfAt)context.Source!;
            string[] ids = [.. source.Edge.Initiatives.Take(context.First())];
            return new Together([.. ids.Select(id => source.Scope.Entity(id)!)], found => found.OfType<EntityAt>().ToArray());
        }, sources.FirstArgument(ArgumentReading.DefaultPage)).AddTo(type);
    }

    private void FillCommunity(ObjectGraphType type)
    {
        Add<CommunityAt>(type, "id", leaves.Int.Required(), "Its number, from 0, the largest first.", c => c.Community.Number);
        Add<CommunityAt>(type, "size", leaves.Int.Required(), "How many are in it.", c => c.Community.Members.Count);
        new FieldSpec("members", kinds.Interface(KindDefinition.Agent).RequiredMany(), "Who is in it, by weighted degree.", context =>
        {
            var source = (CommunityAt)context.Source!;
            string[] ids = [.. source.Community.Members.Take(context.First())];
            return new Together([.. ids.Select(id => source.Scope.Entity(id)!)], found => found.OfType<EntityAt>().ToArray());
        }, sources.FirstArgument(ArgumentReading.DefaultPage)).AddTo(type);
    }

    private void FillWarning(ObjectGraphType type)
    {
        Add<WarningAt>(type, "initiative", kinds.Entity, "What they took part in.", w => w.Scope.Entity(w.Warning.Initiative));
        Add<WarningAt>(type, "stated", leaves.Int, "How many took part at least, by the roster's words; null where they state none.", w => w.Warning.Stated);
        Add<WarningAt>(type, "named", leaves.Int.Required(), "How many they name.", w => w.Warning.Named);
        new FieldSpec("sentence", leaves.Text.Required(), "What that means for the projection.", context =>
        {
            var source = (WarningAt)context.Source!;
            return source.Warning.Sentence(source.Role, (Tongue)context.Value("lang")!);
        }, claims.SentenceLanguage).AddTo(type);
    }

    private void First(ObjectGraphType type, string name, IGraphType of, string description, Func<ProjectionAt, int, object?> read) =>
        new FieldSpec(name, of, description, context => read((ProjectionAt)context.Source!, context.First()), sources.FirstArgument(ArgumentReading.DefaultPage)).AddTo(type);

    private static void Add<T>(ObjectGraphType type, string name, IGraphType of, string description, Func<T, object?> read) =>
        FieldSpec.Of(name, of, description, read).AddTo(type);

    private sealed record NodeAt(ProjectedNode Node, Scope Scope);

    private sealed record EdgeOfAt(ProjectedEdge Edge, Scope Scope);

    private sealed record CommunityAt(ProjectedCommunity Community, Scope Scope);

    private sealed record WarningAt(PartialRoster Warning, RelationType Role, Scope Scope);
}
