using System.Globalization;
using CsrGraph.GraphQL.Resolving;
using CsrGraph.Model;
using CsrGraph.Store;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>Claims of one sort read as what they are: figures, statements, credits.</summary>
internal sealed class ViewTypes
{
    private readonly LeafTypes leaves;
    private readonly KindTypes kinds;
    private readonly SourceTypes sources;

    public ViewTypes(TypeRegistry registry, LeafTypes leaves, KindTypes kinds, SourceTypes sources, ClaimTypes claims, IGraphType claim)
    {
        (this.leaves, this.kinds, this.sources) = (leaves, kinds, sources);
        Figure = View("Figure", "A number that a source gives, as printed and as a value (数据).", FillFigure);
        Attribute = View("Attribute", "A property of an entity: a theme, a purpose, a date (属性).", type =>
        {
            Add(type, "attribute", leaves.Term("ATTRIBUTE").Required(), "Which property.", c => c.Claim.Qualifiers[QualifierName.Attribute]);
            Text(type, leaves.Text);
            Add(type, "date", sources.PartialDate, "The date, of a property that is one.", c => c.Claim.When);
        });
        Activity = View("Activity", "What an entity does, did or plans (工作).", type =>
        {
            Text(type, leaves.Text.Required());
            Add(type, "status", leaves.Term("ACTIVITY_STATUS"), "Whether it was done, goes on or is planned.", c => c.Claim.Qualifiers[QualifierName.Status]);
        });
        Finding = View("Finding", "What a report finds or recommends, or what a pledge commits to (结论, 承诺).", type => Text(type, leaves.Text.Required()));
        Quotation = View("Quotation", "What somebody said (言论).", FillQuotation);
        Credit = View("Credit", "Who made a document (署名).", type =>
        {
            Add(type, "role", leaves.Term("CREDIT_ROLE").Required(), "What they did for it.", c => c.Claim.Type);
            Add(type, "agent", kinds.Interface(Vocabulary.KindDefinition.Agent), "Who; null where the text names nobody.", c => c.Scope.Entity(c.Claim.Object?.Value));
            Add(type, "printed", leaves.Text, "The printed words where nobody is named (主办方).", c => c.Claim.Qualifiers[QualifierName.Printed]);
        });

        ObjectGraphType View(string name, string description, Action<ObjectGraphType> fill) => registry.Object(name, description, type =>
        {
            fill(type);
            foreach (var field in claims.Bearing(claim)) field.AddTo(type);
        });
    }

    public ObjectGraphType Figure { get; }

    public ObjectGraphType Attribute { get; }

    public ObjectGraphType Activity { get; }

    public ObjectGraphType Finding { get; }

    public ObjectGraphType Quotation { get; }

    public ObjectGraphType Credit { get; }

    /// <summary>The filters by which an entity's claims of one sort are found.</summary>
    public static ClaimFilter Of(string statement) => new ClaimFilter.All(
        [new ClaimFilter.KindIn([statement == StatementType.Figure ? ClaimKind.Figure : ClaimKind.Statement]), new ClaimFilter.TypeIn([statement])]);

    /// <summary>The attributes that date an entity.</summary>
    public static ClaimFilter Dates { get; } = Attributes(StatementType.DateAttributes);

    /// <summary>Attributes of some sorts.</summary>
    public static ClaimFilter Attributes(IReadOnlyList<string> which) => new ClaimFilter.All(
        [new ClaimFilter.TypeIn([StatementType.Attribute]), new ClaimFilter.QualifierIn(QualifierName.Attribute, which)]);

    private void FillFigure(ObjectGraphType type)
    {
        Add(type, "measure", leaves.Text.Required(), "The counted noun as printed (网民规模).", c => Of(c).Measure);
        Add(type, "printed", leaves.Text.Required(), "The number with its unit as printed (10.92亿人).", c => Of(c).Printed);
        Add(type, "value", leaves.Float, "The number, where it is one: min where max is the same.", c => Of(c).Quantity is var q && q.Max == q.Min ? q.Min : null);
        Add(type, "min", leaves.Float.Required(), "The least that it may be.", c => Of(c).Quantity.Min);
        Add(type, "max", leaves.Float, "The greatest that it may be; null where that is open.", c => Of(c).Quantity.Max);
        Add(type, "unit", leaves.Text, "What is counted (人, 家, 个, %).", c => Of(c).Quantity.Unit);
        Add(type, "qualifier", leaves.Term("COUNT_KIND").Required(), "How the number is to be read.", c => Of(c).Quantity.Kind);
        Add(type, "asOf", sources.PartialDate, "The day for which it is given.", c => c.Claim.When);
        Add(type, "subject", kinds.Entity, "Who or what states it, or whose it is.", c => c.Scope.Entity(c.Claim.Subject.Value));
        Add(type, "about", kinds.Entity, "What it is about, where that is another.", c => c.Scope.Entity(c.Claim.Object?.Value));
    }

    private void FillQuotation(ObjectGraphType type)
    {
        Add(type, "speaker", kinds.Entity, "Who said it.", c => c.Scope.Entity(c.Claim.Subject.Value));
        Add(type, "verb", leaves.Text, "The verb as printed (强调).", c => c.Claim.Qualifiers[QualifierName.Verb]);
        Text(type, leaves.Text.Required());
        Add(type, "at", kinds.Interface(Vocabulary.KindDefinition.Initiative), "Where, if the text says so.", c => c.Scope.Entity(c.Claim.Object?.Value));
        Add(type, "onBehalfOf", kinds.Interface(Vocabulary.KindDefinition.Agent), "For whom, if the text says so.", c =>
            c.Scope.Entity(c.Claim.Qualifiers[QualifierName.OnBehalfOf]));
        Add(type, "about", kinds.Entity, "What it speaks about.", c => c.Scope.Entity(c.Claim.Qualifiers[QualifierName.About]));
    }

    private void Text(ObjectGraphType type, IGraphType text)
    {
        Add(type, "text", text, "What is said: at most 24 characters as printed, or a paraphrase.", c => c.Claim.Qualifiers[QualifierName.Text] ?? "");
        Add(type, "paraphrase", leaves.Boolean.Required(), "True where the text is the curator's.", c => c.Claim.Qualifiers[QualifierName.Paraphrase] is not null);
        Add(type, "number", leaves.Int, "Its place in a printed list.", c =>
            c.Claim.Qualifiers[QualifierName.Number] is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : null);
    }

    private static Figure Of(ClaimAt claim) => Model.Figure.Of(claim.Claim);

    private static void Add(ObjectGraphType type, string name, IGraphType of, string description, Func<ClaimAt, object?> read) =>
        FieldSpec.Of(name, of, description, read).AddTo(type);
}
