using GraphQL.DataLoader;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>An ask that many share one task of, so that whoever awaits a whole level needs no task for each.</summary>
internal interface ILevelAsk : IDataLoaderResult
{
    /// <summary>Ends the level that it was put down in; once the task is done, <see cref="Take"/> has the value.</summary>
    Task EndLevel(CancellationToken cancellation);

    /// <summary>The value.</summary>
    /// <exception cref="Exception">There is none.</exception>
    object? Take();
}
