using CsrGraph.GraphQL;
using CsrGraph.InMemory;
using CsrGraph.Seeding;
using CsrGraph.Seeding.Changes;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>The API over the repository's seeds, kept in memory; made once.</summary>
public sealed class SeededApi : IAsyncLifetime
{
    internal CountingStore Store { get; } = new(new InMemoryStore());

    internal Asking Ask { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var vocabulary = VocabularyDefinition.Load();
        var reading = SeedFolder.Read(Path.Combine(SharedFiles.RepositoryRoot(), "seed"), vocabulary);
        Assert.Empty(reading.Problems);
        var plan = await new LoadPlanner(Store, vocabulary).PlanAsync(reading.Graph!, false, default);
        Assert.Empty(plan.Problems);
        var moment = new DateTimeOffset(2025, 1, 20, 9, 0, 0, TimeSpan.Zero);
        await Store.ApplyAsync(new NewChangeSet(0, moment, "test", "the seeds", reading.Graph!.Hash), plan.Changes.ToAsyncEnumerable(), default);
        Ask = new Asking(new GraphQLApi(vocabulary, Store));
    }

    public async ValueTask DisposeAsync()
    {
        Ask?.Dispose();
        await Store.DisposeAsync();
    }
}
