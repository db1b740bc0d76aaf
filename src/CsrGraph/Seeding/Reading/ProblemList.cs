using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>Collects what is wrong, each problem once.</summary>
internal sealed class ProblemList
{
    /// <summary>So many problems of files that may be of any size are enough: whoever mends them checks again.</summary>
    public const int Enough = 1_000;

    private readonly HashSet<Problem> problems = [];
    private readonly Lock gate = new();
    private volatile int count;

    public int Count => count;

    /// <summary>True where no more lines need to be read.</summary>
    public bool IsFull => count >= Enough;

    /// <summary>Adds a problem; any thread may.</summary>
    public void Add(Problem problem)
    {
        lock (gate)
        {
            if (problems.Add(problem)) count++;
        }
    }

    public void Add(string file, string what, string toDo) => Add(new Problem(file, null, null, what, toDo));

    /// <summary>Reports what a value of the model said of itself: <c>what is wrong: what to do</c>.</summary>
    public static void Refuse(YamlNode node, FormatException exception)
    {
        var parts = exception.Message.Split(": ", 2);
        node.Refuse(parts[0], parts.Length > 1 ? parts[1] : "mend it");
    }

    /// <summary>By file, line and column.</summary>
    public IReadOnlyList<Problem> InOrder() =>
        [.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line ?? 0).ThenBy(p => p.Column ?? 0).ThenBy(p => p.What, StringComparer.Ordinal)];
}
