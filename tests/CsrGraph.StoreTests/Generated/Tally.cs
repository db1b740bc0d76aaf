namespace CsrGraph.StoreTests.Generated;

/// <summary>How many questions put each operator to the test, one way and the other, so that a run says what it has looked at.</summary>
/// <param name="many">So many questions are a long run, in which each operator is to be put to the test often enough.</param>
/// <param name="each">How often that is, one way and the other.</param>
internal sealed class Tally(int many, int each)
{
    // So many of the cases are wanted at a time.
    private const int Least = 12;

    private readonly SortedDictionary<string, (int Yes, int No)> counts = new(StringComparer.Ordinal);

    private int little;

    public int Questions { get; private set; }

    /// <summary>Of those, how many had something in their answer.</summary>
    public int Answered { get; private set; }

    /// <summary>True where less than half of them had.</summary>
    public bool IsTooEmpty => Answered * 2 < Questions;

    /// <summary>True of a long run.</summary>
    public bool IsLong => Questions >= many;

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
    /// True where a question puts something to the test that is among what was put to it least, in a long run: that was not put to it often enough; and
    /// is not one more empty answer where half are empty already.
    /// </summary>
    public bool Wants(Facts facts, bool isEmpty)
    {
        if (isEmpty && IsTooEmpty) return false;
        var most = IsLong ? each - 1 : little;
        return facts.Seen.Any(f => Operators.IsNeeded(f.Operator) && Of(f.Operator, f.Way) <= most);
    }

    /// <summary>The operators that too few questions put to the test one of the two ways.</summary>
    public IReadOnlyList<string> Rare =>
    [
        .. Operators.All.Where(name => counts.GetValueOrDefault(name) is var (yes, no) && Math.Min(yes, no) < each)
            .Select(name => $"{name}: {counts.GetValueOrDefault(name)}"),
    ];

    public override string ToString() => string.Join(
        '\n',
        counts.Select(c => $"{c.Value.Yes,7} {c.Value.No,7} {c.Key}")
            .Prepend($"{Questions} questions, {Answered} with something in their answers; yes, no:"));

    private int Of(string name, bool way) => way ? counts.GetValueOrDefault(name).Yes : counts.GetValueOrDefault(name).No;
}
