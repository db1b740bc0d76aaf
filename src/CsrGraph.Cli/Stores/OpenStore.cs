using CsrGraph.Neo4j;
using CsrGraph.Sqlite;
using CsrGraph.Store;

namespace CsrGraph.Cli.Stores;

/// <summary>A store that a verb has opened, and closes.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    /// <summary>What <c>--store</c> says for a Neo4j.</summary>
    public const string Neo4j = "neo4j";

    private readonly Func<CancellationToken, Task> check;
    private readonly string? throwaway;

    private OpenStore(IGraphStore store, Func<CancellationToken, Task> check, string? throwaway = null)
    {
        (Store, this.check, this.throwaway) = (store, check, throwaway);
    }

    public IGraphStore Store { get; }

    /// <summary>The store as a file; null where it is a Neo4j.</summary>
    public SqliteGraphStore? File => Store as SqliteGraphStore;

    /// <summary>The store as a Neo4j; null where it is a file.</summary>
    public Neo4jGraphStore? Database => Store as Neo4jGraphStore;

    /// <summary>Opens the store that an option names.</summary>
    /// <param name="name">The file, or <see cref="Neo4j"/>.</param>
    /// <param name="need">What is needed of a file.</param>
    /// <param name="neo4jFile">The file of a Neo4j's settings; null for the environment.</param>
    /// <param name="variable">Gives the value of an environment variable, or null.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="WrongUsageException">A Neo4j is asked for, and a setting of it is missing or wrong.</exception>
    /// <exception cref="StoreUnavailableException">It is not there, or cannot be opened.</exception>
    public static Task<OpenStore> OpenAsync(
        string name, StoreNeed need, string? neo4jFile, Func<string, string?> variable, CancellationToken cancellation) =>
        name == Neo4j ? Neo4jAsync(neo4jFile, variable, cancellation) : FileAsync(name, need, cancellation);

    private static async Task<OpenStore> FileAsync(string path, StoreNeed need, CancellationToken cancellation)
    {
        if (need == StoreNeed.Made || System.IO.File.Exists(path)) return Of(await SqliteGraphStore.OpenAsync(path, cancellation), null);
        if (need == StoreNeed.Existing) throw new StoreUnavailableException($"there is no store at {path}; 'csrgraph load --store {path}' makes one of the seed folder");
        var folder = Directory.CreateTempSubdirectory("csrgraph-").FullName;
        return Of(await SqliteGraphStore.OpenAsync(Path.Combine(folder, "empty.db"), cancellation), folder);
    }

    private static async Task<OpenStore> Neo4jAsync(string? file, Func<string, string?> variable, CancellationToken cancellation)
    {
        try
        {
            var store = await Neo4jGraphStore.OpenAsync(file is null ? Neo4jSettings.FromEnvironment(variable) : Neo4jSettings.FromFile(file), cancellation);
            return new OpenStore(store, store.CheckAsync);
        }
        catch (Neo4jSettingsException e)
        {
            throw new WrongUsageException(e.Message);
        }
    }

    /// <summary>The number of the last change-set, 0 where there is none; sees as well whether the store is still there.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<long> HeadAsync(CancellationToken cancellation)
    {
        await check(cancellation);
        return await Store.HeadAsync(cancellation);
    }

    /// <summary>Goes through everything that the store keeps.</summary>
    /// <returns>What is wrong, a sentence each.</returns>
    public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellation) =>
        File?.IntegrityCheckAsync(cancellation) ?? Database!.IntegrityCheckAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (throwaway is not null) Directory.Delete(throwaway, recursive: true);
    }

    private static OpenStore Of(SqliteGraphStore store, string? throwaway) => new(store, store.CheckAsync, throwaway);
}
