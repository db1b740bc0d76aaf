using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated;

/// <summary>An answer written down, and whether there was anything in it.</summary>
internal readonly record struct Answer(string Text, bool IsEmpty);

/// <summary>Which page: places are named by their number, and found in the answer without pages.</summary>
internal sealed record PageDraft(int Limit, int? After, int? Before, bool FromEnd)
{
    public PageRequest Among(IReadOnlyList<Position> places)
    {
        var after = After is { } a && places.Count > 0 ? places[a % places.Count] : null;
        var before = Before is { } b && places.Count > 0 ? places[b % places.Count] : null;
        return new PageRequest(Limit, after, before, FromEnd);
    }
}

/// <summary>A question that can be put to any store.</summary>
internal abstract record Question
{
    /// <summary>Counts what it asks.</summary>
    public abstract void Count(Tally tally);

    /// <summary>The question with its pages' places, found by asking a store without pages.</summary>
    public virtual Task<Question> WithPlacesAsync(IGraphStore store, AsOf asOf, CancellationToken cancellation) => Task.FromResult(this);

    public abstract Task<Answer> AskAsync(IGraphStore store, AsOf asOf, CancellationToken cancellation);

    protected static Answer Written<T>(IEnumerable<T> answers, Func<T, string> text, Func<T, bool> isEmpty)
    {
        var list = answers.ToList();
        return new Answer(string.Join("\n--\n", list.Select(text)), list.All(isEmpty));
    }
}
