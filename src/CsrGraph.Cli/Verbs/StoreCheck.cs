using CsrGraph.Cli.Output;
using CsrGraph.Cli.Stores;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph check --store</c>: goes through all that a store keeps and names what is broken in it.</summary>
internal static class StoreCheck
{
    public static async Task<int> RunAsync(Invocation invocation, string name, string? neo4jFile, CancellationToken cancellation)
    {
        await using var opened = await OpenStore.OpenAsync(name, StoreNeed.Existing, neo4jFile, invocation.Variable, cancellation);
        var faults = await new Progress(invocation).WhileAsync($"going through {name}", () => opened.FaultsAsync(cancellation));
        foreach (var fault in faults) invocation.Out.WriteLine(fault);
        if (faults.Count > 0)
        {
            var wayOut = opened.File is null ? "" : "; put a copy back that 'csrgraph backup' made, or load the seeds anew";
            invocation.Error.WriteLine($"{name}: {Counted.Of(faults.Count, "fault")}{wayOut}");
            return ExitCode.BadInput;
        }

        invocation.Out.WriteLine($"{name}: change-set {await opened.HeadAsync(cancellation)}, no faults");
        return ExitCode.Done;
    }
}
