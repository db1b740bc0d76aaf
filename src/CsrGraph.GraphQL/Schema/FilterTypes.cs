using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The filters of entities, documents and relations, made of the vocabulary.</summary>
internal sealed class FilterTypes(
    TypeRegistry registry, LeafTypes leaves, OperandTypes operands, KindTypes kinds, VocabularyDefinition vocabulary, ClaimFilterTypes claims)
{
    /// <summary>The closed list of what sort of body an organisation is.</summary>
    public const string CategoryList = "CATEGORY";

    private static readonly FilterLogic<EntityFilter> Logic = FilterLogic.Entities;

    /// <summary>The filter over a kind, or over an interface: it has the union of its kinds' fields.</summary>
    public FilterType<EntityFilter> Of(IGraphType type, IReadOnlyList<KindDefinition> over) => registry.GetOrAdd(
        $"{type.Name}Filter",
        () => new FilterType<EntityFilter>(Logic) { Name = $"{type.Name}Filter", Description = $"Conditions on a {type.Name}; every one given must hold." },
        filter => Fill(filter, over));

    /// <summary>The filter of a relation's connection: the far entity's fields, and the relation's own under <c>edge</c>.</summary>
    public RelationFilterType Of(RelationField field)
    {
        var name = $"{Pascal(field.Field)}Filter";
        var (type, over) = kinds.Narrowest(field.FarKinds);
        var (far, edge) = (Of(type, over), claims.OfRelation(field.Type));
        return registry.GetOrAdd(
            name,
            () => new RelationFilterType(far, edge) { Name = name, Description = $"Conditions on what stands under '{field.Field}', and on the relation." },
            filter => filter.Fill("Conditions on the relation itself."));
    }

    /// <summary>A name of a type that is named after a field.</summary>
    public static string Pascal(string field) => char.ToUpperInvariant(field[0]) + field[1..];

    /// <summary>A field's relation, seen from the entity that has the field.</summary>
    public static RelationKey Key(RelationField field) => new(
        field.Type.Id, field.Type.IsSymmetric ? RelationEnd.Either : field.Outgoing ? RelationEnd.Subject : RelationEnd.Object);

    private void Fill(FilterType<EntityFilter> filter, IReadOnlyList<KindDefinition> over)
    {
        filter.Joining();
        filter.Condition("id", operands.Id, "Its id.", value => Logic.Among(value, ids => new EntityFilter.IdIn(ids)));
        if (over.Any(k => k.Id == KindDefinition.Document))
        {
            Document(filter);
            return;
        }

        filter.Condition("name", operands.Text, "The name that is shown.", value => Logic.Text(
            value, (comparison, text) => new EntityFilter.NameText(comparison, text), new EntityFilter.Any([])));
        if (over.Count > 1)
        {
            filter.Condition("kind", operands.Enum(leaves.EntityKind), "Its kind.", value => Logic.Among(value, k => new EntityFilter.KindIn(k)));
        }

        if (over.Any(HasCategory))
        {
            filter.Condition("category", operands.Enum(leaves.Term(CategoryList)), "What sort of body an organisation is (机构类别).", value =>
                Logic.Among(value, c => new EntityFilter.CategoryIn(c)));
        }

        if (over.Any(k => k.Interface == KindDefinition.Initiative)) Date(filter, "date", "The best supported date of an initiative.");
        foreach (var field in over.SelectMany(k => vocabulary.FieldsOf(k.Id)).DistinctBy(f => f.Field)) Relation(filter, field);
    }

    /// <summary>True of the kind that has a category.</summary>
    public static bool HasCategory(KindDefinition kind) => kind.Id == "ORGANISATION";

    private void Relation(FilterType<EntityFilter> filter, RelationField field)
    {
        var conditions = Of(field);
        var name = $"{Pascal(field.Field)}Condition";
        var condition = registry.GetOrAdd(
            name,
            () => new InputObjectGraphType { Name = name, Description = $"What holds of the relations under '{field.Field}'." },
            type =>
            {
                type.AddField(new FieldType { Name = "some", Description = "At least one is recorded that satisfies this.", ResolvedType = conditions });
                type.AddField(new FieldType { Name = "none", Description = "None is recorded that satisfies this.", ResolvedType = conditions });
            });
        var key = Key(field);
        filter.Condition(field.Field, condition, $"The relations under '{field.Field}' ({LabelOf(field).Zh}).", value => Logic.Operators(value, (some, given) =>
        {
            var (far, edge) = conditions.Read(given);
            return new EntityFilter.Related(key, some == "none", far, edge);
        }));
    }

    /// <summary>What a relation is called from the side that has the field.</summary>
    public static Label LabelOf(RelationField field) => field.Outgoing ? field.Type.Label : field.Type.InverseLabel;

    private void Document(FilterType<EntityFilter> filter)
    {
        filter.Condition("title", operands.Text, "Its title.", value => Logic.Text(
            value, (comparison, text) => new EntityFilter.NameText(comparison, text), new EntityFilter.Any([])));
        Date(filter, "published", "The day of publication.");
        Property("url", DocumentProperty.Url, "Its address.");
        Property("language", DocumentProperty.Language, "The language of the raw text, a BCP 47 tag.");
        Property("licence", DocumentProperty.Licence, "What may be done with it.");
        Property("sha256", DocumentProperty.Sha256, "The SHA-256 of the raw text.");
        Among("publisher", DocumentProperty.Publisher, "The id of who published it.");
        Among("column", DocumentProperty.Column, "The id of the column that it stood in.");
        Among("copiedFrom", DocumentProperty.CopiedFrom, "The id of the document that it was copied from.");

        void Property(string name, string property, string description) => filter.Condition(name, operands.Text, description, value => Logic.Text(
            value, (comparison, text) => new EntityFilter.PropertyText(property, comparison, text), new EntityFilter.Missing(property)));

        void Among(string name, string property, string description) => filter.Condition(name, operands.Id, description, value =>
            Logic.Among(value, ids => new EntityFilter.PropertyIn(property, ids)));
    }

    private void Date(FilterType<EntityFilter> filter, string name, string description) => filter.Condition(name, operands.Date, description, value =>
        Logic.Days(value, (from, to) => new EntityFilter.DateOverlaps(from, to), new EntityFilter.Missing("date")));
}
