using CsCheck;

namespace CsrGraph.StoreTests.Generated.Paths;

/// <summary>Where the made questions of a run begin: in one place for all stores, so that each is asked the same.</summary>
internal static class WalkSeed
{
    private static readonly string First =
        Environment.GetEnvironmentVariable("CsCheck_Seed") is { Length: > 0 } given ? given : new PCG((uint)Random.Shared.Next()).ToString();

    /// <summary>Begins anew; as CsCheck_Seed says, where that is set.</summary>
    public static PCG Start() => PCG.Parse(First);
}
