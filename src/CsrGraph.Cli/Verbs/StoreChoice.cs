using System.CommandLine;
using CsrGraph.Cli.Settings;
using CsrGraph.Cli.Stores;
using CsrGraph.Store;

namespace CsrGraph.Cli.Verbs;

/// <summary>The options by which a verb is told its store.</summary>
internal sealed class StoreChoice(Invocation invocation)
{
    /// <summary>The file, or <c>neo4j</c>.</summary>
    public Option<string> Store { get; } = new("--store")
    {
        Description = "The file that holds the graph, or neo4j",
        HelpName = "PATH",
        DefaultValueFactory = _ => invocation.Settings[Setting.Store],
    };

    /// <summary>Where a Neo4j's address and credentials are.</summary>
    public Option<string?> Neo4jFile { get; } = new("--neo4j-env")
    {
        Description = "With --store neo4j: the file of its address and credentials, such as Aura's; else the environment's NEO4J_URI and friends",
        HelpName = "FILE",
        DefaultValueFactory = _ => invocation.Settings[Setting.Neo4jFile] is { Length: > 0 } file ? file : null,
    };

    /// <summary>What the store is called in messages.</summary>
    public string Name(ParseResult parsed) => parsed.GetRequiredValue(Store);

    /// <summary>Opens it.</summary>
    /// <exception cref="WrongUsageException">A Neo4j is asked for, and not said where it is.</exception>
    /// <exception cref="StoreUnavailableException">It is not there, cannot be opened, or holds what the vocabulary lacks.</exception>
    public async Task<OpenStore> OpenAsync(ParseResult parsed, StoreNeed need, CancellationToken cancellation)
    {
        var opened = await OpenStore.OpenAsync(Name(parsed), need, parsed.GetValue(Neo4jFile), invocation.Variable, cancellation);
        try
        {
            if (await opened.Store.UnknownToAsync(invocation.Vocabulary, cancellation) is not { Count: > 0 } unknown) return opened;
            throw new StoreUnavailableException(
                $"{Name(parsed)} holds what this version's vocabulary lacks: {string.Join("; ", unknown)}. Use the version that loaded it, or add them to the vocabulary");
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }
}
