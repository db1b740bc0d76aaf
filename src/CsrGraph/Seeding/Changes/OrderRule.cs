using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Seeding.Changes;

/// <summary>Gives a claim its day and rank, by its own date, the dates of what it speaks of, and its documents.</summary>
internal sealed class OrderRule(VocabularyDefinition vocabulary)
{
    private const string Former = "FORMER";

    /// <summary>The initiatives that may date a claim. The object first: who takes part in an event does so on the event's day; what has no dated object takes the subject's.</summary>
    public IEnumerable<EntityId> Initiatives(Claim claim)
    {
        if (claim.Object is { } end && IsInitiative(end)) yield return end;
        if (IsInitiative(claim.Subject)) yield return claim.Subject;
    }

    /// <summary>The order of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="evidence">All its evidence; one piece at least.</param>
    /// <param name="daysOf">The days of an initiative or a document, null where nothing dates it.</param>
    public ClaimOrder Of(Claim claim, IReadOnlyCollection<Evidence> evidence, Func<EntityId, Days?> daysOf)
    {
        Days? document = null;
        var first = default(EntityId);
        var rank = int.MaxValue;
        foreach (var piece in evidence)
        {
            if (daysOf(piece.Document) is { } days && (document is not { } least || days.Earliest < least.Earliest || (days.Earliest == least.Earliest && days.Latest < least.Latest))) document = days;
            var sorts = rank == int.MaxValue ? -1 : piece.Document.CompareTo(first);
            var start = piece.Span?.Start ?? 0;
            if (sorts < 0) (first, rank) = (piece.Document, start);
            else if (sorts == 0) rank = Math.Min(rank, start);
        }

        var own = Days.Of(claim.When) ?? Qualifier(claim, QualifierName.From);
        // A happening holds from its day on; a state ends.
        var isState = claim.Kind == ClaimKind.Relation && vocabulary.RelationType(claim.Type).IsState;
        var until = Qualifier(claim, QualifierName.Until)?.Latest ?? (isState && claim.When?.Precision == DatePrecision.Interval ? claim.When.Latest : null);

        // A former post began on a day that nobody states and was over when the document was written.
        if (claim.Qualifiers[QualifierName.State] == Former) return new ClaimOrder(own?.Earliest.DayNumber, (until ?? document?.Latest)?.DayNumber, rank);
        var dated = own ?? Dated(claim, daysOf) ?? document;
        return new ClaimOrder(dated?.Earliest.DayNumber, until?.DayNumber, rank);
    }

    private Days? Dated(Claim claim, Func<EntityId, Days?> daysOf)
    {
        if (claim.Object is { } end && IsInitiative(end) && daysOf(end) is { } days) return days;
        return IsInitiative(claim.Subject) ? daysOf(claim.Subject) : null;
    }

    private bool IsInitiative(EntityId id) => !id.IsDocument && vocabulary.KindOfId(id.Value)?.Interface == KindDefinition.Initiative;

    private static Days? Qualifier(Claim claim, string name) => claim.Qualifiers[name] is { } code ? Days.Of(PartialDateCode.Decode(code)) : null;
}
