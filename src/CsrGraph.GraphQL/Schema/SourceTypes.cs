using CsrGraph.GraphQL.Resolving;
using CsrGraph.Model;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>How it is known: dates, evidence and names.</summary>
internal sealed class SourceTypes
{
    private readonly LeafTypes leaves;

    public SourceTypes(TypeRegistry registry, LeafTypes leaves, IGraphType document)
    {
        this.leaves = leaves;
        PartialDate = registry.Object("PartialDate", "A date as far as it is known, never rounded (日期).", FillDate);
        Evidence = registry.Object("Evidence", "The words of a document that bear a claim (证据).", type => FillEvidence(type, document));
        Name = registry.Object("Name", "A name of an entity (名称).", type =>
        {
            FieldSpec.Of<NameAt>("text", leaves.Text.Required(), "As it is written.", n => n.Name.Text).AddTo(type);
            FieldSpec.Of<NameAt>("language", leaves.Text.Required(), "A BCP 47 tag.", n => n.Name.Language).AddTo(type);
            FieldSpec.Of<NameAt>("type", leaves.Term("NAME_TYPE").Required(), "What sort of name it is.", n => n.Name.Type).AddTo(type);
            FieldSpec.Of<NameAt>("matchable", leaves.Boolean.Required(), "False for a name that several bodies share.", n => n.Name.IsMatchable).AddTo(type);
            FieldSpec.Of<NameAt>("inferred", leaves.Text, "Why the curator completed it; null where it is printed.", n => n.Name.Inferred).AddTo(type);
            FieldSpec.Of<NameAt>(
                "evidence", Evidence!, "The words that bear it.", n => n.Name.Evidence is { } e ? new EvidenceAt(e, null, n.Scope) : null).AddTo(type);
        });
    }

    public ObjectGraphType PartialDate { get; }

    public ObjectGraphType Evidence { get; }

    public ObjectGraphType Name { get; }

    /// <summary>The field <c>evidence</c> of what has a claim.</summary>
    public FieldSpec EvidenceField<TSource>(Func<TSource, (Claim Claim, Scope Scope)> of) => new(
        "evidence",
        Evidence.Many(),
        "The words that bear it, by document, then by place.",
        context =>
        {
            var (claim, scope) = of((TSource)context.Source!);
            return EvidenceOf(scope, claim.Id, context.First(otherwise: DefaultEvidence));
        },
        FirstArgument(DefaultEvidence));

    /// <summary>Asks for a claim's evidence.</summary>
    public static object EvidenceOf(Scope scope, ClaimId claim, int first) => scope.Evidence(
        claim, first, rows => rows.Select(r => new EvidenceAt(r.Evidence, r.Document, scope)).ToArray());

    /// <summary>How many pieces of evidence come where nothing is said.</summary>
    public const int DefaultEvidence = 3;

    /// <summary>The argument <c>first</c> of a plain list.</summary>
    public ArgumentSpec FirstArgument(int otherwise) => new("first", leaves.Int, "At most so many: 0 to 100.", otherwise);

    private void FillDate(ObjectGraphType type)
    {
        FieldSpec.Of<PartialDate>("text", leaves.Text.Required(), "The words as printed (8月26日晚), else the date as written here (2024-08-26).", d => d.ToString()).AddTo(type);
        FieldSpec.Of<PartialDate>("earliest", leaves.Date, "The first day that it may mean; null where nobody can place it.", d => d.Earliest).AddTo(type);
        FieldSpec.Of<PartialDate>("latest", leaves.Date, "The last day that it may mean; null where nobody can place it.", d => d.Latest).AddTo(type);
        FieldSpec.Of<PartialDate>(
            "precision", leaves.Term("DATE_PRECISION").Required(), "How exactly it is known.", d => LeafTypes.Capitals(d.Precision.ToString())).AddTo(type);
        FieldSpec.Of<PartialDate>("inferred", leaves.Boolean.Required(), "True where the printed words alone do not give it.", d => d.IsInferred).AddTo(type);
        FieldSpec.Of<PartialDate>("reason", leaves.Text, "How it was inferred.", d => d.Reason).AddTo(type);
        FieldSpec.Of<PartialDate>(
            "timeOfDay", leaves.Term("TIME_OF_DAY"), "The part of the day that the text names.", d => d.Time is { } t ? LeafTypes.Capitals(t.ToString()) : null).AddTo(type);
    }

    private void FillEvidence(ObjectGraphType type, IGraphType document)
    {
        FieldSpec.Of<EvidenceAt>(
            "document", document, "The document.", e => e.Document is { } row ? new EntityAt(row, e.Scope) : e.Scope.Entity(e.Evidence.Document.Value)).AddTo(type);
        FieldSpec.Of<EvidenceAt>(
            "quote", leaves.Text, "The words, normalised, at most 24 characters; null where only a curator's note bears it.", e => e.Evidence.Quote).AddTo(type);
        FieldSpec.Of<EvidenceAt>("start", leaves.Int, "Where they begin in the raw text, in UTF-16 units.", e => e.Evidence.Span?.Start).AddTo(type);
        FieldSpec.Of<EvidenceAt>("end", leaves.Int, "The unit after their last.", e => e.Evidence.Span?.End).AddTo(type);
        FieldSpec.Of<EvidenceAt>(
            "grade", leaves.Term("GRADE").Required(), "How closely they bear it.", e => LeafTypes.Capitals(e.Evidence.Grade.ToString())).AddTo(type);
        FieldSpec.Of<EvidenceAt>("note", leaves.Text, "The curator's note.", e => e.Evidence.Note).AddTo(type);
    }
}
