using CsrGraph.Seeding.Checking;

namespace CsrGraph.Seeding;

/// <summary>What a seed folder comes to, or all that is wrong with it.</summary>
/// <param name="Documents">How many documents it has.</param>
/// <param name="Claims">How many claims they make, each document's counted by itself.</param>
/// <param name="Entities">How many entities it has.</param>
/// <param name="Hash">As <see cref="SeedGraph.Hash"/>; empty where there are problems.</param>
/// <param name="Problems">Everything wrong, by file (ordinal), line and column.</param>
public sealed record SeedSummary(int Documents, long Claims, int Entities, string Hash, IReadOnlyList<Problem> Problems);

/// <summary>What is left of a folder whose documents were handed on; its entities are null where there are problems.</summary>
internal sealed record SeedStream(EntityRegistry? Entities, string Hash, int Documents, long Claims, IReadOnlyList<Problem> Problems)
{
    public SeedSummary Summary => new(Documents, Claims, Entities?.Count ?? 0, Hash, Problems);
}
