using CsrGraph.Conformance;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>The level strategy answers as another implementation of the specification does.</summary>
public sealed class ConformanceSpecs
{
    [Fact]
    public async Task Every_case_of_the_shared_files_is_answered_as_expected()
    {
        var folder = Environment.GetEnvironmentVariable("CSRGRAPH_CONFORMANCE") is { Length: > 0 } named ? named : SharedFiles.Path("conformance");
        var reports = await ConformanceRun.OfAsync(folder, TestContext.Current.CancellationToken);
        Assert.NotEmpty(reports);
        Assert.All(reports, r => Assert.True(r.Agreed == r.Cases, $"{r.Name}: {r.Agreed} of {r.Cases}\n{string.Join("\n", r.First)}"));
    }
}
