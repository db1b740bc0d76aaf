using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The filters of claims: of any claim, and of each relation type.</summary>
internal sealed class ClaimFilterTypes(TypeRegistry registry, LeafTypes leaves, OperandTypes operands, VocabularyDefinition vocabulary)
{
    private const string Certain = "CERTAIN";

    private static readonly FilterLogic<ClaimFilter> Logic = FilterLogic.Claims;

    private static readonly Dictionary<string, ClaimKind> Kinds = Enum.GetValues<ClaimKind>().ToDictionary(k => LeafTypes.Capitals(k.ToString()));

    /// <summary>Conditions on any claim.</summary>
    public FilterType<ClaimFilter> OfClaim() => registry.GetOrAdd(
        "ClaimFilter",
        () => new FilterType<ClaimFilter>(Logic) { Name = "ClaimFilter", Description = "Conditions on a claim; every one given must hold." },
        filter =>
        {
            filter.Joining();
            filter.Condition("kind", operands.Enum(leaves.Term("CLAIM_KIND")), "What sort of claim it is.", value =>
                Logic.Among(value, kinds => new ClaimFilter.KindIn([.. kinds.Select(k => Kinds[k])])));
            filter.Condition("type", operands.Id, "Its type: GUIDED, SIGNED, a roster's role, QUOTATION …", value =>
                Logic.Among(value, types => new ClaimFilter.TypeIn(types)));
            filter.Condition("subject", operands.Id, "The id of its subject.", value => Logic.Among(value, ids => new ClaimFilter.SubjectIn(ids)));
            filter.Condition("object", operands.Id, "The id of its object.", value => Logic.Among(value, ids => new ClaimFilter.ObjectIn(ids)));
            Day(filter);
            Text(filter, QualifierName.Title, "The whole capacity as printed.");
            Text(filter, QualifierName.Text, "What a statement says.");
            Text(filter, QualifierName.Measure, "The counted noun of a figure.");
            Term(filter, QualifierName.Attribute, "ATTRIBUTE", "Which attribute it states.");
            Term(filter, QualifierName.Status, "ACTIVITY_STATUS", "Whether an activity was done, goes on or is planned.");
            Term(filter, QualifierName.Certainty, "CERTAINTY", "Whether the text leaves it open.");
        });

    /// <summary>Conditions on a relation of one type.</summary>
    public FilterType<ClaimFilter> OfRelation(RelationType type)
    {
        var name = $"{string.Concat(type.Id.Split('_').Select(w => w[..1] + w[1..].ToLowerInvariant()))}RelationFilter";
        return registry.GetOrAdd(
            name,
            () => new FilterType<ClaimFilter>(Logic) { Name = name, Description = $"Conditions on a relation of the type {type.Id} ({type.Label.Zh})." },
            filter =>
            {
                filter.Joining();
                Day(filter);
                foreach (var qualifier in vocabulary.QualifiersOf(type)) Qualifier(filter, qualifier);
            });
    }

    private void Day(FilterType<ClaimFilter> filter) => filter.Condition(
        "when", operands.Date, "The first day on which it may hold: its own, else the initiative's, else the document's.", value =>
            Logic.Days(value, (from, to) => new ClaimFilter.FromDayWithin(from, to), new ClaimFilter.FromDayMissing()));

    private void Qualifier(FilterType<ClaimFilter> filter, QualifierDefinition qualifier)
    {
        var words = LeafTypes.Words(qualifier.Label, qualifier.Description);
        switch (qualifier.Type)
        {
            case QualifierType.Text:
                Text(filter, qualifier.Name, words);
                break;
            case QualifierType.Term:
                Term(filter, qualifier.Name, qualifier.Terms!, words);
                break;
            case QualifierType.Boolean:
                filter.Condition(qualifier.Name, operands.Flag, words, value => Logic.Operators(value, (_, wanted) =>
                    Logic.Missing(new ClaimFilter.QualifierMissing(qualifier.Name), !(bool)wanted)));
                break;
            case QualifierType.Entity:
                filter.Condition(qualifier.Name, operands.Id, words, value => Among(qualifier.Name, value));
                break;
            case QualifierType.Integer:
                filter.Condition(qualifier.Name, operands.Number, words, value => Among(qualifier.Name, value));
                break;
            default:
                // A date is kept as one text and cannot be compared as days; 'when' is what filters by day.
                break;
        }
    }

    private void Text(FilterType<ClaimFilter> filter, string name, string description) => filter.Condition(name, operands.Text, description, value =>
        Logic.Text(value, (comparison, text) => new ClaimFilter.QualifierText(name, comparison, text), new ClaimFilter.QualifierMissing(name)));

    // What is certain does not say so.
    private void Term(FilterType<ClaimFilter> filter, string name, string list, string description) => filter.Condition(
        name, operands.Enum(leaves.Term(list)), description, value => Logic.Among(value, terms => name == QualifierName.Certainty && terms.Contains(Certain)
            ? new ClaimFilter.Any([new ClaimFilter.QualifierIn(name, terms), new ClaimFilter.QualifierMissing(name)])
            : new ClaimFilter.QualifierIn(name, terms)));

    private static ClaimFilter Among(string name, object value) => Logic.Among(value, values => new ClaimFilter.QualifierIn(name, values));
}
