namespace CsrGraph.GraphQL;

/// <summary>
/// Answers that come one after the other: one of a question, one for each event of a subscription. A subscription counts as a listener until this
/// is disposed of.
/// </summary>
public sealed class ApiAnswers : IDisposable
{
    private readonly IDisposable? place;

    internal ApiAnswers(IAsyncEnumerable<ApiAnswer> answers, IDisposable? place) => (Answers, this.place) = (answers, place);

    /// <summary>
    /// The answers, to be gone through once; each is to be disposed of. None is made before it is asked for, so that who reads slowly keeps nothing
    /// but a number here.
    /// </summary>
    public IAsyncEnumerable<ApiAnswer> Answers { get; }

    /// <summary>One answer and no more.</summary>
    public static ApiAnswers Of(ApiAnswer answer) => new(Single(answer), null);

    /// <inheritdoc/>
    public void Dispose() => place?.Dispose();

    private static async IAsyncEnumerable<ApiAnswer> Single(ApiAnswer answer)
    {
        await Task.CompletedTask;
        yield return answer;
    }
}
