using CsrGraph.Store;

namespace CsrGraph.Seeding.Changes;

/// <summary>Counts changes.</summary>
public sealed class ChangeTally
{
    private long claimsAdded;
    private long claimsRetracted;
    private long evidenceAdded;
    private long evidenceRetracted;
    private long entitiesAdded;
    private long entitiesRetracted;

    /// <summary>Counts one more.</summary>
    public void Add(Change change)
    {
        switch (change)
        {
            case Change.ClaimAdded:
                claimsAdded++;
                break;
            case Change.ClaimRetracted:
                claimsRetracted++;
                break;
            case Change.EvidenceAdded:
                evidenceAdded++;
                break;
            case Change.EvidenceRetracted:
                evidenceRetracted++;
                break;
            case Change.EntityAdded:
                entitiesAdded++;
                break;
            case Change.EntityRetracted:
                entitiesRetracted++;
                break;
            default:
                // What is only re-derived is not said.
                break;
        }
    }

    /// <summary>What the changes come to, in one line.</summary>
    public override string ToString() =>
        $"claims +{claimsAdded} -{claimsRetracted}, evidence +{evidenceAdded} -{evidenceRetracted}, entities and documents +{entitiesAdded} -{entitiesRetracted}";
}
