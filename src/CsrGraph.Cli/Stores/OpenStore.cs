using CsrGraph.Store;

namespace CsrGraph.Cli.Stores;

/// <summary>A store that a verb has opened, and closes.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private const string Neo4j = "neo4j";

    private readonly string? throwaway;

    private OpenStore(IGraphStore store, string? throwaway) => (Store, this.throwaway) = (store, throwaway);

    public IGraphStore Store { get; }

    /// <summary>Opens the store that an option names.</summary>
    /// <exception cref="WrongUsageException">It names a store that this version does not have.</exception>
    /// <exception cref="StoreUnavailableException">It is not there, or cannot be opened.</exception>
    public static async Task<OpenStore> OpenAsync(string path, StoreNeed need, CancellationToken cancellation)
    {
        if (path == Neo4j) throw new WrongUsageException("a Neo4j store is not available in this version; name a file, such as --store data/csrgraph.db");
        if (need == StoreNeed.Made || File.Exists(path)) return new OpenStore(await OpenFileAsync(path, cancellation), null);
        if (need == StoreNeed.Existing) throw new StoreUnavailableException($"there is no store at {path}; 'csrgraph load --store {path}' makes one of the seed folder");
        var folder = Directory.CreateTempSubdirectory("csrgraph-").FullName;
        return new OpenStore(await OpenFileAsync(Path.Combine(folder, "empty.db"), cancellation), folder);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (throwaway is not null) Directory.Delete(throwaway, recursive: true);
    }

    private static Task<IGraphStore> OpenFileAsync(string path, CancellationToken cancellation) => throw new WrongUsageException(path + cancellation);
}
