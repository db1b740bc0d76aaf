using CsrGraph.GraphQL.Pricing;
using CsrGraph.GraphQL.Resolving;
using CsrGraph.Model;
using CsrGraph.Query;
using CsrGraph.Query.Paths;
using CsrGraph.Vocabulary;
using GraphQL;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The root's field <c>paths</c>: how two entities are connected.</summary>
internal sealed class PathFields(
    TypeRegistry registry, LeafTypes leaves, KindTypes kinds, VocabularyDefinition vocabulary, SourceTypes sources, ClaimTypes claims, IGraphType claim)
{
    private const string Paths = "paths";

    private readonly PathWords words = new(new ClaimSentences(vocabulary));

    /// <summary>Adds the field.</summary>
    public void AddTo(ObjectGraphType query) => new FieldSpec(
        Paths,
        Answer(),
        "How two entities are connected: the shortest paths from one to the other, a relation a step (路径). That there is none so short is an answer too.",
        Ask,
        new ArgumentSpec("from", leaves.Id.Required(), "The id of the entity where the paths begin; a merged one is what it became."),
        new ArgumentSpec("to", leaves.Id.Required(), "The id of the entity where they end."),
        new ArgumentSpec("maxLength", leaves.Int.Required(), "The longest path that is looked for, in relations: 1 to 6.", 4),
        new ArgumentSpec("relationTypes", leaves.RelationType.Many(), "Only by these relations; by all where nothing is said."),
        new ArgumentSpec("kinds", leaves.EntityKind.Many(), "Only through entities of these kinds, the two ends apart; through all where nothing is said."),
        new ArgumentSpec("hubLimit", leaves.Int.Required(), "An entity of a higher degree is named, and not walked through unless it is an end: 1 to 10000.", 200),
        new ArgumentSpec("first", leaves.Int.Required(), "At most so many paths: 0 to 100.", 10),
        new ArgumentSpec("uncertain", leaves.Boolean.Required(), "True walks relations that the texts leave open, too. Proposed identities are never walked.", false)).AddTo(query);

    private object Ask(IResolveFieldContext context)
    {
        var scope = ((Root)context.Source!).Scope;
        var first = ArgumentReading.Checked("first", (int)context.Value("first")!);
        var isListed = SelectedFields.Below(context, context.FieldDefinition, context.FieldAst).Any(f => f.Field.Name.Value == Paths);
        var question = new PathQuestion(FilterLogic.AsText(context.Value("from")!), FilterLogic.AsText(context.Value("to")!))
        {
            MaxLength = (int)context.Value("maxLength")!,
            RelationTypes = context.Texts("relationTypes"),
            Kinds = context.Texts("kinds"),
            HubLimit = (int)context.Value("hubLimit")!,
            First = isListed ? first : 0,
            IsUncertain = (bool)context.Value("uncertain")!,
        };
        return scope.Walk(
            Paths, (store, meter, cancellation) => PathSearch.FindAsync(store, scope.AsOf, vocabulary, question, meter, cancellation), answer => new PathsAt(answer, scope));
    }

    private ObjectGraphType Answer()
    {
        var hop = registry.Object("Hop", "One relation of a path.", FillHop);
        var path = registry.Object("Path", "A path from one entity to another.", type =>
        {
            FieldSpec.Of<PathAt>("length", leaves.Int.Required(), "How many relations it has.", p => p.Path.Hops.Count).AddTo(type);
            new FieldSpec("sentence", leaves.Text.Required(), "The path as a chain of sentences.", context =>
            {
                var source = (PathAt)context.Source!;
                return words.Say(source.Path, source.Answer, (Tongue)context.Value("lang")!);
            }, claims.SentenceLanguage).AddTo(type);
            FieldSpec.Of<PathAt>("hops", hop.RequiredMany(), "Its relations, in its order.", p => p.Path.Hops.Select(h => new HopAt(h, p.Scope)).ToArray()).AddTo(type);
        });
        var searched = registry.Object("Searched", "What a search looked at.", type =>
        {
            FieldSpec.Of<PathAnswer>("entities", leaves.Int.Required(), "How many entities were reached, the ends among them.", a => a.Entities).AddTo(type);
            FieldSpec.Of<PathAnswer>("relations", leaves.Int.Required(), "How many relations were read.", a => a.Relations).AddTo(type);
        });
        var hub = registry.Object("Hub", "An entity of so many relations that nothing is concluded from it.", type =>
        {
            FieldSpec.Of<HubAt>("entity", kinds.Entity.Required(), "Which.", h => new EntityAt(h.Hub.Entity, h.Scope)).AddTo(type);
            FieldSpec.Of<HubAt>(
                "degree", leaves.Int.Required(), "How many entities it is linked to by the relations asked for, each counted once for each type and direction.",
                h => h.Hub.Degree).AddTo(type);
        });
        return registry.Object("PathsAnswer", "How two entities are connected, with the reason.", type =>
        {
            Add(type, "found", leaves.Boolean.Required(), "Whether there is a path.", a => a.Answer.Length is not null);
            Add(type, "length", leaves.Int, "How many relations the shortest paths have; null where there is none.", a => a.Answer.Length);
            Add(type, "count", leaves.Int.Required(), "How many shortest paths there are, at most 2147483647.", a => (int)Math.Min(a.Answer.Count, int.MaxValue));
            new FieldSpec("because", leaves.Text.Required(), "One sentence.", context =>
                PathWords.Because(((PathsAt)context.Source!).Answer, (Tongue)context.Value("lang")!), claims.SentenceLanguage).AddTo(type);
            Add(type, Paths, path.RequiredMany(), "The shortest paths, ordered by their first hop, then by the second and so on; hops by the id that they lead to, then by type.", a =>
                a.Answer.Paths.Select(p => new PathAt(p, a.Answer, a.Scope)).ToArray());
            Add(type, "searched", searched.Required(), "What the search looked at.", a => a.Answer);
            new FieldSpec("notEntered", hub.RequiredMany(), "The hubs that were reached and not walked through, the largest first.", context =>
            {
                var (source, first) = ((PathsAt)context.Source!, context.First());
                return source.Answer.NotEntered.Take(first).Select(h => new HubAt(h, source.Scope)).ToArray();
            }, sources.FirstArgument(ArgumentReading.DefaultPage)).AddTo(type);
            Add(type, "notEnteredCount", leaves.Int.Required(), "How many such hubs there are.", a => a.Answer.NotEnteredCount);
        }).Sized();
    }

    private void FillHop(ObjectGraphType type)
    {
        FieldSpec.Of<HopAt>("relation", leaves.RelationType.Required(), "The relation.", h => h.Hop.Claim.Type).AddTo(type);
        FieldSpec.Of<HopAt>("forward", leaves.Boolean.Required(), "True where 'from' is the relation's subject, false where it is its object.", h => h.Hop.IsForward).AddTo(type);
        FieldSpec.Of<HopAt>("from", kinds.Entity.Required(), "Where the path comes from.", h => new EntityAt(h.Hop.From, h.Scope)).AddTo(type);
        FieldSpec.Of<HopAt>("to", kinds.Entity.Required(), "Where it goes to.", h => new EntityAt(h.Hop.To, h.Scope)).AddTo(type);
        FieldSpec.Of<HopAt>("when", sources.PartialDate, "The date that the text gives the relation by itself.", h => h.Hop.Claim.When).AddTo(type);
        FieldSpec.Of<HopAt>(
            "certainty", leaves.Term("CERTAINTY").Required(), "Whether the text settles it.", h => h.Hop.Claim.Qualifiers[QualifierName.Certainty] ?? "CERTAIN").AddTo(type);
        FieldSpec.Of<HopAt>(
            "claim", claim.Required(), "The claim that says so; of several a certain one, then the first by day and place.", h => new ClaimAt(h.Hop.Claim, h.Scope)).AddTo(type);
        sources.EvidenceField<HopAt>(h => (h.Hop.Claim, h.Scope)).AddTo(type);
    }

    private static void Add(ObjectGraphType type, string name, IGraphType of, string description, Func<PathsAt, object?> read) =>
        FieldSpec.Of(name, of, description, read).AddTo(type);

    private sealed record PathsAt(PathAnswer Answer, Scope Scope);

    private sealed record PathAt(FoundPath Path, PathAnswer Answer, Scope Scope);

    private sealed record HopAt(Hop Hop, Scope Scope);

    private sealed record HubAt(Hub Hub, Scope Scope);
}
