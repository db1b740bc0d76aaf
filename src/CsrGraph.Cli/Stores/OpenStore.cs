using CsrGraph.Sqlite;
using CsrGraph.Store;

namespace CsrGraph.Cli.Stores;

/// <summary>A store that a verb has opened, and closes.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    public const string Neo4j = "neo4j";

    private readonly SqliteGraphStore file;
    private readonly string? throwaway;

    private OpenStore(SqliteGraphStore file, string? throwaway) => (this.file, this.throwaway) = (file, throwaway);

    public IGraphStore Store => file;

    /// <summary>Opens the store that an option names.</summary>
    /// <exception cref="WrongUsageException">It names a store that this version does not have.</exception>
    /// <exception cref="StoreUnavailableException">It is not there, or cannot be opened.</exception>
    public static async Task<OpenStore> OpenAsync(string path, StoreNeed need, CancellationToken cancellation)
    {
        if (path == Neo4j) throw new WrongUsageException("a Neo4j store is not available in this version; name a file, such as --store data/csrgraph.db");
        if (need == StoreNeed.Made || File.Exists(path)) return new OpenStore(await SqliteGraphStore.OpenAsync(path, cancellation), null);
        if (need == StoreNeed.Existing) throw new StoreUnavailableException($"there is no store at {path}; 'csrgraph load --store {path}' makes one of the seed folder");
        var folder = Directory.CreateTempSubdirectory("csrgraph-").FullName;
        return new OpenStore(await SqliteGraphStore.OpenAsync(Path.Combine(folder, "empty.db"), cancellation), folder);
    }

    /// <summary>The number of the last change-set, 0 where there is none; sees as well whether the file is still there.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<long> HeadAsync(CancellationToken cancellation)
    {
        await file.CheckAsync(cancellation);
        return await file.HeadAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await file.DisposeAsync();
        if (throwaway is not null) Directory.Delete(throwaway, recursive: true);
    }

}
