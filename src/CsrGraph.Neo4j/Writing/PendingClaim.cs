using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Writing;

/// <summary>A piece of evidence with the number that it is told apart by.</summary>
internal readonly record struct NumberedEvidence(Evidence Evidence, long Row)
{
    /// <summary>Document, quote, start, end, grade, note, roster, row.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStringValue(Evidence.Document.Value);
        json.Value(Evidence.Quote);
        json.Value(Evidence.Span?.Start);
        json.Value(Evidence.Span?.End);
        json.WriteStringValue(Evidence.Grade.ToString().ToUpperInvariant());
        json.Value(Evidence.Note);
        json.Value(Evidence.Roster?.ToString());
        json.WriteNumberValue(Row);
    }
}

/// <summary>A claim that is added, with the evidence that came right after it.</summary>
internal sealed record PendingClaim(Claim Claim, ClaimOrder Order)
{
    public List<NumberedEvidence> Evidence { get; } = [];

    public bool IsRelation => Claim.Kind == ClaimKind.Relation;

    /// <summary>How many nodes it needs besides its subject's (and a relation's object's).</summary>
    public int Pieces => Evidence.Count + (IsRelation || Claim.Object is null ? 0 : 1);

    /// <summary>Every node that it needs.</summary>
    public IEnumerable<string> Ends
    {
        get
        {
            yield return Claim.Subject.Value;
            if (Claim.Object is { } other) yield return other.Value;
            foreach (var (evidence, _) in Evidence) yield return evidence.Document.Value;
        }
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStringValue(Claim.Id.ToString());
        json.WriteStringValue(Claim.Type);
        json.WriteStringValue(Claim.Subject.Value);
        json.Value(Claim.Object?.Value);
        json.Order(Order);
        json.WriteStringValue(RecordCode.EncodeClaim(Claim));
        json.Value(IsRelation ? Claim.When?.ToString() : Claim.Kind.ToString());
        json.Readable(Claim.Qualifiers);
        json.WriteStartArray();
        foreach (var piece in Evidence)
        {
            json.WriteStartArray();
            piece.Write(json);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
