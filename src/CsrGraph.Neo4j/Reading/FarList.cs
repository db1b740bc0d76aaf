using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>The far ends of an anchor's relations, as a request asks for them; each may lead to lists in turn, which are read along.</summary>
/// <param name="request">The request.</param>
/// <param name="anchors">Of how many anchors it is read, about.</param>
/// <param name="ahead">What is read along of each far end, with its key.</param>
internal sealed class FarList(RelationRequest request, double anchors, IReadOnlyList<(string Key, FarList List)> ahead)
{
    public RelationRequest Request => request;

    public double Anchors => anchors;

    public IReadOnlyList<(string Key, FarList List)> Ahead => ahead;

    /// <summary>True where a row names a node, and its heading is remembered or read afterwards.</summary>
    public bool IsNamed { get; set; }

    /// <summary>What an answer has had of it so far.</summary>
    public FarCounts Counts { get; } = new();
}

/// <summary>What an answer has had of a list.</summary>
internal sealed class FarCounts
{
    public int Anchors { get; set; }

    public int Rows { get; set; }

    /// <summary>Rows whose heading was not known.</summary>
    public int Unknown { get; set; }

    /// <summary>The entities that the rows lead to, where somebody will ask of them.</summary>
    public HashSet<string> Ends { get; } = new(StringComparer.Ordinal);

    public void Clear()
    {
        (Anchors, Rows, Unknown) = (0, 0, 0);
        Ends.Clear();
    }
}

/// <summary>The rows of a list for one anchor, before their headings are there.</summary>
/// <param name="List">The list.</param>
/// <param name="First">The number of its first end; the others of a list that leads to none follow.</param>
internal sealed record FarPage(FarList List, int First)
{
    public int Count { get; set; }

    public bool HasNext { get; set; }

    /// <summary>Of a list that leads to others, its ends, and their pages, null for one that was left out.</summary>
    public List<(int End, FarPage?[] Ahead)> Rows { get; } = [];

    /// <summary>The number of a row's end.</summary>
    public int EndOf(int row) => List.Ahead.Count == 0 ? First + row : Rows[row].End;
}
