using CsrGraph.Seeding;

namespace CsrGraph.Vocabulary;

/// <summary>The vocabulary's files are wrong; who wrote them can mend them. The message lists every problem with file and line.</summary>
public sealed class VocabularyException : Exception
{
    internal VocabularyException(IReadOnlyList<Problem> problems)
        : base("The vocabulary cannot be read:" + Environment.NewLine + string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>Every problem, in the order of the files.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
