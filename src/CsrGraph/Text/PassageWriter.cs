using System.Text;

namespace CsrGraph.Text;

/// <summary>Writes the next state of a <see cref="Passage"/>, keeping the raw range of every unit.</summary>
internal sealed class PassageWriter(Passage source)
{
    private readonly StringBuilder text = new(source.Text.Length);
    private readonly List<int> starts = new(source.Text.Length);
    private readonly List<int> ends = new(source.Text.Length);

    /// <summary>Copies the units [from, to) of the source.</summary>
    public void Copy(int from, int to)
    {
        text.Append(source.Text, from, to - from);
        starts.AddRange(source.Starts[from..to]);
        ends.AddRange(source.Ends[from..to]);
    }

    /// <summary>Writes <paramref name="replacement"/> for the source's units [from, to): unit by unit where the lengths agree.</summary>
    public void Replace(int from, int to, string replacement)
    {
        text.Append(replacement);
        var aligned = replacement.Length == to - from;
        for (var i = 0; i < replacement.Length; i++)
        {
            starts.Add(source.Starts[aligned ? from + i : from]);
            ends.Add(source.Ends[aligned ? from + i : to - 1]);
        }
    }

    /// <summary>Lets the unit written last stand for the source's units before <paramref name="to"/> as well.</summary>
    public void Extend(int to)
    {
        var end = source.Ends[to - 1];
        var start = starts[^1];
        for (var i = ends.Count - 1; i >= 0 && starts[i] == start; i--)
        {
            ends[i] = end;
        }
    }

    public Passage ToPassage() => new(text.ToString(), [.. starts], [.. ends]);
}
