using System.Text;
using CsrGraph.GraphQL;
using CsrGraph.InMemory;
using CsrGraph.Seeding;
using CsrGraph.Seeding.Changes;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Fuzz;

/// <summary>The API over seeds in memory. What is about to be asked is written to a file first, for the case that the process does not survive it.</summary>
internal sealed class Target : IDisposable
{
    private readonly FileStream last;
    private readonly GraphQLApi api;
    private Exception? fault;

    private Target(VocabularyDefinition vocabulary, InMemoryStore store, FileStream last)
    {
        this.last = last;
        api = new GraphQLApi(vocabulary, store, new ApiOptions { OnFault = (_, e) => fault = e });
        Schema = api.PrintSchema();
    }

    /// <summary>The schema in GraphQL's schema language.</summary>
    public string Schema { get; }

    /// <summary>What went wrong inside since this was last asked; null for nothing.</summary>
    public Exception? TakeFault() => Interlocked.Exchange(ref fault, null);

    public static async Task<Target> MakeAsync(string seeds, string lastFile)
    {
        var vocabulary = VocabularyDefinition.Load();
        var store = new InMemoryStore();
        var reading = SeedFolder.Read(seeds, vocabulary);
        var plan = await new LoadPlanner(store, vocabulary).PlanAsync(reading.Graph!, false, default);
        var moment = new DateTimeOffset(2025, 1, 20, 9, 0, 0, TimeSpan.Zero);
        await store.ApplyAsync(new NewChangeSet(0, moment, "fuzz", "the seeds", reading.Graph!.Hash), plan.Changes.ToAsyncEnumerable(), default);
        return new Target(vocabulary, store, new FileStream(lastFile, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0));
    }

    /// <summary>Asks.</summary>
    public Task<ApiAnswer> AskAsync(ApiRequest request)
    {
        last.SetLength(0);
        last.Write(Encoding.UTF8.GetBytes($"{request.Query}\n# {request.OperationName} {request.Variables}"));
        return api.AnswerAsync(request, default);
    }

    public void Dispose()
    {
        api.Dispose();
        last.Dispose();
    }
}
