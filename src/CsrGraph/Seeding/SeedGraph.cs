using CsrGraph.Model;

namespace CsrGraph.Seeding;

/// <summary>What a seed folder says, all of it checked.</summary>
/// <param name="Entities">Every entity of the folder, by id; documents are not among them.</param>
/// <param name="Documents">Every document of the folder, by id.</param>
/// <param name="Hash">The SHA-256 over the names and bytes of all its files, in lower-case hexadecimal digits.</param>
public sealed record SeedGraph(IReadOnlyList<Entity> Entities, IReadOnlyList<SeedDocument> Documents, string Hash);

/// <summary>A source and what it says.</summary>
/// <param name="Record">The document, of the kind DOCUMENT.</param>
/// <param name="Claims">In the order of the file.</param>
public sealed record SeedDocument(Entity Record, IReadOnlyList<SeedClaim> Claims);

/// <summary>A claim with the evidence that one document gives for it.</summary>
/// <param name="Claim">What it says.</param>
/// <param name="Evidence">At least one piece, all of the same document.</param>
/// <param name="Line">Where it stands in claims.yaml, from 1 on.</param>
public sealed record SeedClaim(Claim Claim, IReadOnlyList<Evidence> Evidence, int Line);
