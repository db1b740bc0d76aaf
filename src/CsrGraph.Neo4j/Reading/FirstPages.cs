using System.Text.Json;
using CsrGraph.Neo4j.Compiling;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>Reads the requests of a call that <see cref="FarLists"/> answer: those for the same anchors look at each anchor once, and come as one row.</summary>
internal sealed class FirstPages
{
    private readonly IReadOnlyList<RelationRequest> requests;
    private readonly FarList?[] listOf;
    private readonly int[][] groups;
    private readonly List<(int Request, int Anchor, FarPage Page)> taken = [];

    public FirstPages(Headings headings, IReadOnlyList<RelationRequest> requests)
    {
        Lists = new FarLists(headings);
        this.requests = requests;
        listOf = [.. requests.Select(r => Answers(r) ? Lists.Add(r, r.Anchors.Count) : null)];
        groups =
        [
            .. Enumerable.Range(0, requests.Count).Where(i => listOf[i] is not null).GroupBy(i => requests[i].Anchors, SameAnchors.Instance).Select(g => g.ToArray()),
        ];
    }

    /// <summary>True where a request is answered here.</summary>
    public static bool Answers(RelationRequest request) => request.Anchors.Count > 0 && FarLists.Answers(request);

    /// <summary>What they are read by.</summary>
    public FarLists Lists { get; }

    /// <summary>The parts of a question in the plain form, a row for each anchor.</summary>
    /// <param name="first">The number of the first part.</param>
    /// <param name="asOf">The state asked.</param>
    /// <param name="question">The question.</param>
    public IEnumerable<string> Compile(int first, AsOf asOf, Question question)
    {
        Lists.Begin(asOf);
        return groups.Select((group, i) => Compile(group, first + i, question));
    }

    /// <summary>Begins an attempt.</summary>
    public void Begin()
    {
        Lists.Clear();
        taken.Clear();
    }

    /// <summary>Takes the answer for an anchor.</summary>
    public void Read(int part, int anchor, ref Utf8JsonReader answer)
    {
        foreach (var request in groups[part])
        {
            answer.Read();
            taken.Add((request, anchor, Lists.Read(listOf[request]!, ref answer)));
        }

        answer.End();
    }

    /// <summary>Puts what was taken into its places, once all headings are there.</summary>
    public void PutInto(RelationPage[][] pages)
    {
        foreach (var (request, anchor, page) in taken) pages[request][anchor] = Lists.Page(page);
    }

    private string Compile(int[] group, int part, Question question)
    {
        var anchors = question.List(requests[group[0]].Anchors);
        return $"UNWIND range(0, size({anchors}) - 1) AS i WITH i, {anchors}[i] AS id MATCH (a:CsrGraph:Entity {{id: id}}) "
            + $"RETURN {part} AS q, i AS i, [{string.Join(", ", group.Select(i => Lists.Compile(listOf[i]!, "a", question)))}] AS r";
    }

    private sealed class SameAnchors : IEqualityComparer<IReadOnlyList<string>>
    {
        public static readonly SameAnchors Instance = new();

        public bool Equals(IReadOnlyList<string>? x, IReadOnlyList<string>? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.SequenceEqual(y));

        public int GetHashCode(IReadOnlyList<string> anchors) => HashCode.Combine(anchors.Count, anchors[0], anchors[^1]);
    }
}
