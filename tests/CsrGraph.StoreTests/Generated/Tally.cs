namespace CsrGraph.StoreTests.Generated;

/// <summary>How many questions put each operator to the test, one way and the other, so that a run says what it has looked at.</summary>
internal sealed class Tally
{
    // So many of the cases are wanted at a time.
    private const int Least = 12;

    private readonly SortedDictionary<string, (int Yes, int No)> counts = new(StringComparer.Ordinal);

    private int little;

    public int Questions { get; private set; }

    /// <summary>Of those, how many had something in their answer.</summary>
    public int Answered { get; private set; }

    /// <summary>Counts a question.</summary>
    public void Count(Facts facts, bool isEmpty)
    {
        Questions++;
        if (!isEmpty) Answered++;
        foreach (var (name, way) in facts.Seen)
        {
            var (yes, no) = counts.GetValueOrDefault(name);
            counts[name] = way ? (yes + 1, no) : (yes, no + 1);
        }

        little = Operators.All.SelectMany(name => new[] { Of(name, true), Of(name, false) }).Order().ElementAt(Least);
    }

    /// <summary>
    /// True where a question puts something to the test that is among what was put to it least, and is not one more empty answer where half are empty
    /// already.
    /// </summary>
    public bool Wants(Facts facts, bool isEmpty)
    {
        if (isEmpty && Answered * 2 < Questions) return false;
        return facts.Seen.Any(f => Operators.IsNeeded(f.Operator) && Of(f.Operator, f.Way) <= little);
    }

    /// <summary>The operators that fewer questions than that put to the test one of the two ways.</summary>
    public IReadOnlyList<string> Below(int least) =>
    [
        .. Operators.All.Where(name => counts.GetValueOrDefault(name) is var (yes, no) && Math.Min(yes, no) < least)
            .Select(name => $"{name}: {counts.GetValueOrDefault(name)}"),
    ];

    public override string ToString() => string.Join(
        '\n',
        counts.Select(c => $"{c.Value.Yes,7} {c.Value.No,7} {c.Key}")
            .Prepend($"{Questions} questions, {Answered} with something in their answers; yes, no:"));

    private int Of(string name, bool way) => way ? counts.GetValueOrDefault(name).Yes : counts.GetValueOrDefault(name).No;
}
