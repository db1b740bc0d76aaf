using CsrGraph.GraphQL.Limits;
using CsrGraph.GraphQL.Resolving;
using CsrGraph.Query.Projecting;
using CsrGraph.Query.Walks;
using CsrGraph.Vocabulary;
using GraphQL;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The root's field <c>projection</c>: who does something together.</summary>
internal sealed class ProjectionFields(LeafTypes leaves, KindTypes kinds, VocabularyDefinition vocabulary, FilterTypes filters, ProjectionTypes types, ApiOptions options)
{
    /// <summary>What a projection costs: it reads and computes much.</summary>
    public const int Price = 20_000;

    /// <summary>The field's name.</summary>
    public const string Field = "projection";

    /// <summary>Adds the field.</summary>
    public void AddTo(ObjectGraphType query)
    {
        var role = leaves.Enum("ProjectionRole", "What agents can be found to do together (共同行为): the relation types whose subjects are agents.");
        foreach (var type in ProjectionQuestion.RolesOf(vocabulary)) role.Add(type.Id, type.Id, LeafTypes.Words(type.Label, type.Description));
        var agents = filters.Of(kinds.Interface(KindDefinition.Agent), vocabulary.KindsOf(KindDefinition.Agent));
        var over = filters.Of(kinds.Entity, vocabulary.EntityKinds);
        new FieldSpec(
            Field,
            types.Projection,
            "Who does it together (二部图投影): those who stand in a relation to the same things, an edge between each two that share one. Relations that the texts leave open do not count.",
            context => Ask(context, agents, over),
            new ArgumentSpec("role", role.Required(), "The relation."),
            new ArgumentSpec("of", leaves.EntityKind.Required(), "The kind of those who take part: a subject of the relation."),
            new ArgumentSpec("over", leaves.EntityKind.Required(), "The kind of what they take part in: an object of the relation."),
            new ArgumentSpec("filter", agents, "Only those who satisfy this."),
            new ArgumentSpec("overFilter", over, "Only what satisfies this."),
            new ArgumentSpec("minWeight", leaves.Int.Required(), "Only edges of at least so many shared things.", 1),
            new ArgumentSpec("first", leaves.Int.Required(), "At most so many nodes: 0 to 100. All are computed, whatever is shown.", ArgumentReading.DefaultPage))
        {
            Price = Price,
        }.AddTo(query);
    }

    private object Ask(IResolveFieldContext context, FilterType<Store.EntityFilter> agents, FilterType<Store.EntityFilter> over)
    {
        var scope = ((Root)context.Source!).Scope;
        var first = context.First();
        var question = new ProjectionQuestion((string)context.Value("role")!, (string)context.Value("of")!, (string)context.Value("over")!)
        {
            Filter = context.Value("filter") is { } ofAgents ? agents.Read(ofAgents) : null,
            OverFilter = context.Value("overFilter") is { } ofOver ? over.Read(ofOver) : null,
            MinWeight = (int)context.Value("minWeight")!,
            Parts = PartsOf(context),
        };
        return scope.Walk(
            Field,
            async (store, meter, cancellation) =>
            {
                try
                {
                    return await ProjectionReading.AnswerAsync(store, scope.AsOf, vocabulary, question, options.MaxPairs, meter, cancellation);
                }
                catch (TooManyPairsException e)
                {
                    throw ApiError.Exceeds(new Limit("pairs", e.Allowed, e.Asked), e.Message, e);
                }
                catch (TooManyRowsException e)
                {
                    throw ApiError.Exceeds(
                        new Limit("projectionRows", e.Allowed, e.Asked),
                        $"the projection takes {e.Asked} rows or more; it may take {e.Allowed}: choose fewer by 'filter' or 'overFilter'",
                        e);
                }
            },
            projection => new ProjectionAt(projection, vocabulary.RelationType(question.Role), first, scope),
            new RowMeter(options.MaxProjectionRows));
    }

    private static ProjectionParts PartsOf(IResolveFieldContext context)
    {
        var parts = ProjectionParts.None;
        foreach (var (field, definition) in SelectedFields.Below(context, context.FieldDefinition, context.FieldAst))
        {
            parts |= field.Name.StringValue switch
            {
                "communities" or "communityCount" or "modularity" => ProjectionParts.Communities,
                "warnings" or "partialRosters" => ProjectionParts.Warnings,
                "betweennessSample" => ProjectionParts.Betweenness,
                "nodes" => SelectedFields.Below(context, definition!, field).Aggregate(ProjectionParts.None, (some, f) => some | f.Field.Name.StringValue switch
                {
                    "betweenness" => ProjectionParts.Betweenness,
                    "community" => ProjectionParts.Communities,
                    _ => ProjectionParts.None,
                }),
                _ => ProjectionParts.None,
            };
        }

        return parts;
    }
}

/// <summary>A projection with what is read below it.</summary>
internal sealed record ProjectionAt(Projection Projection, RelationType Role, int First, Scope Scope);
