using System.Runtime.InteropServices;
using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Neo4j.Compiling;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>
/// Reads what most questions ask: the first relations of entities, of which no more is wanted than who is at the other end. In the plain form such
/// requests for the same anchors look at each anchor once, and an answer is a list of texts: headings, or the nodes alone where most headings are known.
/// </summary>
internal sealed class FirstPages
{
    private readonly Headings headings;
    private readonly IReadOnlyList<RelationRequest> requests;
    private readonly AsOf asOf;
    private readonly int[][] groups;
    private readonly bool[] isNamed;
    private readonly List<(int Request, int Anchor, int First, int Count, bool HasNext)> pages = [];
    private readonly List<long> nodes = [];
    private readonly List<(int Request, long? Node, Entity Heading)> brought = [];
    private readonly (int Rows, int Unknown)[] counts;
    private NodeHeadings? known;
    private bool isUnreadable;

    public FirstPages(Headings headings, IReadOnlyList<RelationRequest> requests, AsOf asOf)
    {
        (this.headings, this.requests, this.asOf) = (headings, requests, asOf);
        groups =
        [
            .. Enumerable.Range(0, requests.Count).Where(i => Answers(requests[i])).GroupBy(i => requests[i].Anchors, SameAnchors.Instance).Select(g => g.ToArray()),
        ];
        isNamed = [.. requests.Select(headings.AreWorthNaming)];
        counts = new (int, int)[requests.Count];
    }

    /// <summary>True where a request is answered here.</summary>
    public static bool Answers(RelationRequest request) =>
        request is { Of: RelationAnchors.Entities, Far: null, WantsTotals: false, WantsPlaces: false, WantsClaims: false, FarParts: EntityParts.Heading }
        && request is { Aggregates: AggregateParts.None, Page: { FromEnd: false, After: null, Before: null, Limit: > 0 }, Anchors.Count: > 0 }
        && request.Sort.All(t => t.By is SortBy.When or SortBy.Rank);

    /// <summary>Nodes are not named any more: a node was not that of an entity.</summary>
    public void InFull() => Array.Clear(isNamed);

    /// <summary>The parts of a question in the plain form, a row for each anchor.</summary>
    /// <param name="first">The number of the first part.</param>
    /// <param name="question">The question.</param>
    public IEnumerable<string> Compile(int first, Question question)
    {
        known = headings.At(asOf);
        if (known is null) InFull();
        return groups.Select((group, i) => Compile(group, first + i, question));
    }

    /// <summary>Begins an attempt.</summary>
    public void Begin()
    {
        pages.Clear();
        nodes.Clear();
        brought.Clear();
        Array.Clear(counts);
        isUnreadable = false;
    }

    /// <summary>Takes the answer for an anchor.</summary>
    public void Read(int part, int anchor, ref Utf8JsonReader answer, RelationPage[][] into)
    {
        foreach (var request in groups[part])
        {
            answer.Read();
            if (isNamed[request]) ReadNodes(request, anchor, ref answer);
            else into[request][anchor] = ReadHeadings(request, ref answer);
        }

        answer.End();
    }

    /// <summary>Puts the headings of nodes into their pages.</summary>
    /// <returns>False where one is not that of an entity which stands.</returns>
    public async Task<bool> CompleteAsync(RelationPage[][] into, CancellationToken cancellation)
    {
        if (isUnreadable || (pages.Count > 0 && !headings.AreStill(known!))) return false;
        var found = new Entity?[nodes.Count];
        known?.Find(asOf.Head, CollectionsMarshal.AsSpan(nodes), found);
        var missing = Missing(found);
        if (missing.Count > 0)
        {
            var read = await headings.ReadAsync(known!, missing, asOf, cancellation);
            for (var i = 0; i < found.Length; i++)
            {
                if (found[i] is null && !read.TryGetValue(nodes[i], out found[i])) return false;
            }
        }

        foreach (var (request, anchor, first, count, hasNext) in pages)
        {
            var rows = new RelationRow[count];
            for (var i = 0; i < count; i++) rows[i] = Row(found[first + i]!);
            into[request][anchor] = new RelationPage(rows, hasNext, false, null, null);
        }

        foreach (var (request, node, heading) in brought)
        {
            var isNew = node is not { } number || known!.Add(asOf.Head, number, heading);
            counts[request] = (counts[request].Rows + 1, counts[request].Unknown + (isNew ? 1 : 0));
        }

        for (var i = 0; i < counts.Length; i++) headings.Count(requests[i], counts[i].Rows, counts[i].Unknown);
        return true;
    }

    private static RelationRow Row(Entity far) => new(null, default, far, Position.None);

    private HashSet<long> Missing(Entity?[] found)
    {
        var missing = new HashSet<long>();
        foreach (var page in pages)
        {
            var unknown = 0;
            for (var i = page.First; i < page.First + page.Count; i++)
            {
                if (found[i] is not null) continue;
                unknown++;
                missing.Add(nodes[i]);
            }

            counts[page.Request] = (counts[page.Request].Rows + page.Count, counts[page.Request].Unknown + unknown);
        }

        return missing;
    }

    private void ReadNodes(int request, int anchor, ref Utf8JsonReader list)
    {
        var (first, limit, hasNext) = (nodes.Count, requests[request].Page.Limit, false);
        while (list.Read() && list.TokenType != JsonTokenType.EndArray)
        {
            hasNext = nodes.Count - first == limit;
            if (hasNext) continue;
            if (list.TokenType == JsonTokenType.Number) nodes.Add(list.GetInt64());
            else isUnreadable = true;
        }

        pages.Add((request, anchor, first, nodes.Count - first, hasNext));
    }

    private RelationPage ReadHeadings(int request, ref Utf8JsonReader list)
    {
        var (rows, limit, hasNext) = (new List<RelationRow>(), requests[request].Page.Limit, false);
        while (list.Read() && list.TokenType != JsonTokenType.EndArray)
        {
            hasNext = rows.Count == limit;
            if (!hasNext) rows.Add(Row(Heading(request, list.GetString()!)));
        }

        return new RelationPage(rows, hasNext, false, null, null);
    }

    private Entity Heading(int request, string named)
    {
        if (known is null) return EntityColumns.ReadHeading(named);
        var (node, heading) = NodeHeadings.Read(named);
        brought.Add((request, node, heading));
        return heading;
    }

    private string Compile(int[] group, int part, Question question)
    {
        var anchors = question.List(requests[group[0]].Anchors);
        return $"UNWIND range(0, size({anchors}) - 1) AS i WITH i, {anchors}[i] AS id MATCH (a:CsrGraph:Entity {{id: id}}) "
            + $"RETURN {part} AS q, i AS i, [{string.Join(", ", group.Select(i => List(requests[i], isNamed[i], question)))}] AS r";
    }

    private string List(RelationRequest request, bool isNamed, Question question)
    {
        // An entity of ours is at the other end of each relationship that has a head; whether it is, is seen when its heading is read.
        var pattern = question.Pattern(request.Relation, "a", "x", "f", isNamed ? "" : ":CsrGraph:Entity");
        var edge = ClaimConditions.Of(request.Edge, ClaimPlaces.OfRelationship("x", question.Value(request.Relation.Type)), question);
        var order = Orders.OfRelations(request.Sort, "x", "f", "f", question) with { Id = "x.claimId" };
        var far = isNamed ? "" : $"AND {Question.Stands("f")} ";
        var column = isNamed ? known!.Number("f", question) : known?.Named("f", "f", question) ?? EntityColumns.Of("f", "f", EntityParts.Heading, question);
        return $"COLLECT {{ MATCH {pattern} WHERE {question.HoldsRelation("x")} AND {edge} {far}WITH f, {order.Variables} "
            + $"ORDER BY {order.By(false)} LIMIT {question.Value((long)request.Page.Limit + 1)} RETURN {column} }}";
    }

    private sealed class SameAnchors : IEqualityComparer<IReadOnlyList<string>>
    {
        public static readonly SameAnchors Instance = new();

        public bool Equals(IReadOnlyList<string>? x, IReadOnlyList<string>? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.SequenceEqual(y));

        public int GetHashCode(IReadOnlyList<string> anchors) => HashCode.Combine(anchors.Count, anchors[0], anchors[^1]);
    }
}
