using System.Globalization;
using CsrGraph.StoreTests.Harness;

namespace CsrGraph.StoreTests.Generated;

/// <summary>How many questions are asked, and how many of them have one shape.</summary>
internal sealed record DifferentialSize(int Questions, int QuestionsOfAShape)
{
    /// <summary>As CSRGRAPH_QUESTIONS says; else many with CSRGRAPH_SOAK, and more with CSRGRAPH_FULL than without.</summary>
    public static DifferentialSize Of(string store, int many, int ofAWorld)
    {
        // Each shape is planned by Neo4j anew, which takes a tenth of a second or more. Questions of one shape show that a plan serves other values too.
        var ofAShape = store == TestedStores.Neo4j ? 8 : 1;
        if (Variable("CSRGRAPH_QUESTIONS") is { } number) return new(int.Parse(number, CultureInfo.InvariantCulture), ofAShape);
        if (Variable("CSRGRAPH_SOAK") is not null) return new(many, ofAShape);
        var isFull = Variable("CSRGRAPH_FULL") is not null;
        if (store != TestedStores.Neo4j) return new(isFull ? many : 3_000, ofAShape);
        return isFull ? new(3 * ofAWorld, 1) : new(ofAWorld, ofAShape);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
