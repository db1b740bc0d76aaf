namespace CsrGraph.Model;

/// <summary>A place in a raw text: UTF-16 code units, from <see cref="Start"/> up to and without <see cref="End"/>.</summary>
public readonly record struct Span
{
    /// <exception cref="FormatException">It is empty, reversed or negative.</exception>
    public Span(int start, int end)
    {
        if (start < 0 || end <= start) throw new FormatException($"the span {start}-{end} is empty, reversed or negative");
        (Start, End) = (start, end);
    }

    /// <summary>The first code unit.</summary>
    public int Start { get; }

    /// <summary>The code unit after the last.</summary>
    public int End { get; }

    /// <summary>True where the two share a code unit.</summary>
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <inheritdoc/>
    public override string ToString() => $"{Start}-{End}";
}
