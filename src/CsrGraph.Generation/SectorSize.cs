using System.Globalization;

namespace CsrGraph.Generation;

/// <summary>How large a made sector is, and which of all those of its size.</summary>
public sealed record SectorSize
{
    /// <summary>The least number of entities: below it there is not one of each kind.</summary>
    public const int LeastEntities = 100;

    /// <summary>The greatest number of entities.</summary>
    public const int MostEntities = 5_000_000;

    /// <summary>The least number of claims: one event is told in so many.</summary>
    public const int LeastClaims = 100;

    /// <summary>The greatest number of claims.</summary>
    public const int MostClaims = 100_000_000;

    /// <summary>How many claims there may be for each entity.</summary>
    public const int MostClaimsAnEntity = 200;

    /// <exception cref="ArgumentException">It is out of bounds; the message says which.</exception>
    public SectorSize(int entities, int claims, int seed)
    {
        if (Refusal(entities, claims) is { } refusal) throw new ArgumentException(refusal);
        (Entities, Claims, Seed) = (entities, claims, seed);
    }

    /// <summary>How many entities there are, documents not counted.</summary>
    public int Entities { get; }

    /// <summary>How many claims stand, each counted once however many documents bear it.</summary>
    public int Claims { get; }

    /// <summary>The same seed gives the same sector.</summary>
    public int Seed { get; }

    /// <summary>What is wrong with a size, or null.</summary>
    public static string? Refusal(int entities, int claims)
    {
        if (entities is < LeastEntities or > MostEntities) return Out("entities", entities, LeastEntities, MostEntities);
        if (claims is < LeastClaims or > MostClaims) return Out("claims", claims, LeastClaims, MostClaims);
        return claims <= (long)entities * MostClaimsAnEntity
            ? null
            : string.Create(
                CultureInfo.InvariantCulture, $"{claims} claims are more than {MostClaimsAnEntity} for each of {entities} entities; ask for more entities");
    }

    private static string Out(string what, int number, int least, int most) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {what}: there are from {least} to {most}");
}
