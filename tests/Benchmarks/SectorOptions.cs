using System.CommandLine;

namespace CsrGraph.Benchmarks;

/// <summary>Options that several verbs have.</summary>
internal static class SectorOptions
{
    public static Option<string> Sqlite() => new("--sqlite")
    {
        Description = "The store's file; filled where it is empty",
        DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "csrgraph-benchmark.db"),
    };

    public static (Option<int> Events, Option<int> Organisations) Size() => (
        new Option<int>("--events") { Description = "The sector's events", DefaultValueFactory = _ => 20_000 },
        new Option<int>("--organisations") { Description = "The sector's organisations", DefaultValueFactory = _ => 100_000 });

    public static Option<string> Neo4j() => new("--neo4j")
    {
        Description = "The HTTP address of an empty Neo4j, or of one that holds the same sector; its password in NEO4J_PASSWORD",
    };

    public static Option<int> Rounds() => new("--rounds") { Description = "How often each is asked", DefaultValueFactory = _ => 500 };

    public static Option<int> WarmUp() => new("--warm-up")
    {
        Description = "How often each is asked before that: a thousand questions until a Neo4j's compiler has seen them, and until we have met most of what lists name",
        DefaultValueFactory = _ => 1_000,
    };
}
