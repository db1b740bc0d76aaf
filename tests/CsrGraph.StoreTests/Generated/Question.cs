using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated;

/// <summary>An answer written down, and whether there was anything in it.</summary>
internal readonly record struct Answer(string Text, bool IsEmpty);

/// <summary>A question that can be put to any store.</summary>
internal abstract record Question
{
    /// <summary>What it asks for, in a word or two.</summary>
    public abstract string Asked { get; }

    /// <summary>The question with its pages' places, found by asking a store without pages; what that tells about the question is told on.</summary>
    public virtual Task<Question> WithPlacesAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation) => Task.FromResult(this);

    /// <summary>Puts it to a store, and tells what its answer has to say about the question.</summary>
    public abstract Task<Answer> AskAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation);

    protected static Answer Written<T>(IEnumerable<T> answers, Func<T, string> text, Func<T, bool> isEmpty)
    {
        var list = answers.ToList();
        return new Answer(string.Join("\n--\n", list.Select(text)), list.All(isEmpty));
    }
}
