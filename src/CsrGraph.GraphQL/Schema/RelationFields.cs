using System.Globalization;
using CsrGraph.GraphQL.Resolving;
using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using GraphQL;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The fields that relation types give to kinds: one connection for each type and side.</summary>
internal sealed class RelationFields(
    LeafTypes leaves,
    KindTypes kinds,
    VocabularyDefinition vocabulary,
    FilterTypes filters,
    SortTypes sorts,
    ConnectionTypes connections,
    SourceTypes sources,
    IGraphType claim)
{
    private readonly Dictionary<string, FieldSpec> fields = new(StringComparer.Ordinal);

    /// <summary>The fields of a kind.</summary>
    public IEnumerable<FieldSpec> Of(KindDefinition kind) => vocabulary.FieldsOf(kind.Id).Select(Of);

    /// <summary>The fields that all these kinds have.</summary>
    public IEnumerable<FieldSpec> Common(IReadOnlyList<KindDefinition> over) => over
        .Select(k => vocabulary.FieldsOf(k.Id))
        .Aggregate((IEnumerable<RelationField> all, IEnumerable<RelationField> next) => all.IntersectBy(next.Select(f => f.Field), f => f.Field))
        .Select(Of);

    private FieldSpec Of(RelationField field)
    {
        if (fields.TryGetValue(field.Field, out var known)) return known;
        var label = FilterTypes.LabelOf(field);
        var (node, _) = kinds.Narrowest(field.FarKinds);
        var (filter, sort, key) = (filters.Of(field), sorts.Of(field), FilterTypes.Key(field));
        var type = connections.Of(field.Field, node, $"what stands under '{field.Field}' ({label.Zh})", [.. EdgeFields(field.Type)]);
        var spec = new FieldSpec(
            field.Field,
            type,
            LeafTypes.Words(label, $"{FilterTypes.Pascal(label.En)}. {field.Type.Description}"),
            context => Resolve(context, key, filter, sort),
            connections.FilteredArguments(filter, sort)).Lightly() with
        {
            Ahead = (context, scope) => Asked(context, scope, key, filter, sort) is var asked && asked.Paging.Scope == scope ? asked.Shape : null,
        };
        fields.Add(field.Field, spec);
        return spec;
    }

    private static object? Resolve(IResolveFieldContext context, RelationKey key, RelationFilterType filter, SortType sort)
    {
        var source = (EntityAt)context.Source!;
        var memo = context as IFieldMemo;
        if (memo?.Memo is not AskedRelations asked || asked.Scope != source.Scope) asked = Asked(context, source.Scope, key, filter, sort);
        if (memo is not null) memo.Memo = asked;
        if (source.Ahead?.Page(asked.Shape.Key) is not { } page || asked.Paging.Scope != source.Scope)
        {
            return asked.Paging.Scope.Relations(asked.Shape, source.Entity.Id.Value, asked.Connect);
        }

        source.Scope.Request.Had.Add(page.Rows.Count);
        return asked.Connect(page);
    }

    private static AskedRelations Asked(IResolveFieldContext context, Scope scope, RelationKey key, RelationFilterType filter, SortType sort)
    {
        var request = scope.Request;
        return request.ShapeOf(context.FieldDefinition, context.FieldAst, scope.AsOf, () =>
        {
            var wants = Selection.WantsOf(context, request);
            var asked = Paging.Read(context, scope, $"relations {key.Type} {key.Anchor}", wants);
            var (far, edge) = filter.Read(context.Value("filter"));
            return new AskedRelations(scope, asked, new Shape<RelationRequest>(asked.Key, new RelationRequest
            {
                Anchors = [],
                Relation = key,
                Far = far,
                Edge = edge,
                Sort = sort.Read(context.Value("sort"), SortTerm.Claims),
                Page = asked.Page,
                WantsTotals = asked.WantsTotals,
                Aggregates = wants.Aggregates(),
                FarParts = wants.Parts(),
                WantsClaims = wants.HasFlag(Wants.Claims),
                WantsPlaces = wants.HasFlag(Wants.Places),
                Ahead = LookingAhead.Of(context, asked.Scope),
            }));
        });
    }

    /// <summary>A page of relations as a connection.</summary>
    public static ConnectionAt Connect(RelationPage page, Paging paging) => new RelationsAt(page, paging);

    // What a field asks of every object in the same way.
    private sealed class AskedRelations(Scope scope, Paging paging, Shape<RelationRequest> shape)
    {
        public Scope Scope => scope;

        public Paging Paging => paging;

        public Shape<RelationRequest> Shape => shape;

        public Func<RelationPage, object?> Connect { get; } = page => RelationFields.Connect(page, paging);
    }

    private IEnumerable<FieldSpec> EdgeFields(RelationType type)
    {
        yield return FieldSpec.Of<EdgeAt>("claim", claim.Required(), "The claim that says so.", e => new ClaimAt(e.Claim!, e.Scope));
        yield return FieldSpec.Of<EdgeAt>("when", sources.PartialDate, "The date that the text gives the relation by itself.", e => e.Claim!.When);
        foreach (var qualifier in vocabulary.QualifiersOf(type)) yield return Qualifier(qualifier);
        yield return sources.EvidenceField<EdgeAt>(e => (e.Claim!, e.Scope));
    }

    private FieldSpec Qualifier(QualifierDefinition qualifier)
    {
        var name = qualifier.Name;
        var words = LeafTypes.Words(qualifier.Label, qualifier.Description);
        return qualifier.Type switch
        {
            QualifierType.Boolean => Read(leaves.Boolean.Required(), value => value is not null),
            QualifierType.Integer => Read(leaves.Int, value => value is null ? null : int.Parse(value, CultureInfo.InvariantCulture)),
            QualifierType.Date => Read(sources.PartialDate, value => value is null ? null : PartialDateCode.Decode(value)),
            QualifierType.Term when name == QualifierName.Certainty => Read(leaves.Term(qualifier.Terms!).Required(), value => value ?? "CERTAIN"),
            QualifierType.Term => Read(leaves.Term(qualifier.Terms!), value => value),
            QualifierType.Entity => FieldSpec.Of<EdgeAt>(
                name, kinds.Narrowest(qualifier.Kinds).Type, words, e => e.Scope.Entity(e.Claim!.Qualifiers[name])),
            _ => Read(leaves.Text, value => value),
        };

        FieldSpec Read(IGraphType type, Func<string?, object?> read) => FieldSpec.Of<EdgeAt>(name, type, words, e => read(e.Claim!.Qualifiers[name]));
    }
}
