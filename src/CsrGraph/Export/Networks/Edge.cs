using CsrGraph.Export.Reading;
using CsrGraph.Model;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Networks;

/// <summary>A relation as a network has it.</summary>
/// <param name="Id">The claim's id.</param>
/// <param name="Source">The subject.</param>
/// <param name="Target">The object.</param>
/// <param name="Type">The relation type.</param>
/// <param name="IsDirected">False where the ends may change places.</param>
/// <param name="Weight">How many documents say so.</param>
/// <param name="From">The first day that it may hold on, <c>2018-08-27</c>; null where none is known.</param>
/// <param name="Until">The last one; null where none is known.</param>
/// <param name="Title">The capacity, as printed.</param>
/// <param name="Certainty">UNCERTAIN where the text leaves it open; else null.</param>
internal readonly record struct Edge(
    string Id, string Source, string Target, string Type, bool IsDirected, int Weight, string? From, string? Until, string? Title, string? Certainty)
{
    /// <summary>The edge that a claim is; null where it is no relation.</summary>
    public static Edge? Of(ExportRow.Said said, VocabularyDefinition vocabulary)
    {
        var (claim, order, evidence) = said;
        if (claim.Kind != ClaimKind.Relation) return null;
        return new Edge(
            claim.Id.ToString(),
            claim.Subject.Value,
            claim.Object!.Value.Value,
            claim.Type,
            !vocabulary.RelationType(claim.Type).IsSymmetric,
            Documents(evidence),
            SnapshotJson.Day(order.FromDay),
            SnapshotJson.Day(order.UntilDay),
            claim.Qualifiers[QualifierName.Title],
            claim.Qualifiers[QualifierName.Certainty]);
    }

    // Evidence comes by document.
    private static int Documents(IReadOnlyList<Evidence> evidence)
    {
        var count = 1;
        for (var i = 1; i < evidence.Count; i++)
        {
            if (evidence[i].Document != evidence[i - 1].Document) count++;
        }

        return count;
    }
}
