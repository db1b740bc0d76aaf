using GraphQL.DataLoader;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>Several asks of one level that make one value.</summary>
/// <param name="asks">What is asked; none of their answers asks in turn.</param>
/// <param name="then">Makes the value of the answers, in the order of the asks; may ask in turn, in the next level.</param>
internal sealed class Together(IReadOnlyList<IDataLoaderResult> asks, Func<IReadOnlyList<object?>, object?> then) : IDataLoaderResult
{
    public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default)
    {
        var answers = new object?[asks.Count];
        for (var i = 0; i < answers.Length; i++) answers[i] = await asks[i].GetResultAsync(cancellationToken);
        return then(answers);
    }
}
