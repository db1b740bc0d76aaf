using System.Runtime.InteropServices;
using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Neo4j.Compiling;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>
/// Reads what most questions ask: the first relations of entities, of which no more is wanted than who is at the other end. In the plain form a list is
/// one expression over its anchor, and its rows are texts: headings, or the nodes alone where most headings are known. A list may bring along what will
/// be asked of its far ends.
/// </summary>
internal sealed class FarLists(Headings headings)
{
    // Stands for a node whose number is not told.
    private const long None = -1;

    // Of a far end that has more relations than this, nothing is read ahead: where several rows lead to it, it would be gone through for each.
    private const long MostAhead = 1_000;

    // Neo4j plans each list for some 30 ms when a text is new; a statement with more of them than this has nothing read along.
    private const int MostLists = 16;

    private readonly List<FarList> lists = [];
    private readonly List<long> nodes = [];
    private readonly List<(FarList List, Entity? Brought)> ends = [];
    private Entity?[] headingOf = [];
    private int made;
    private NodeHeadings? known;
    private bool mayName = true;
    private bool isUnreadable;

    /// <summary>True where a request is answered by such a list, whatever its anchors.</summary>
    public static bool Answers(RelationRequest request) =>
        request is { Of: RelationAnchors.Entities, Far: null, WantsTotals: false, WantsPlaces: false, WantsClaims: false, FarParts: EntityParts.Heading }
        && request is { Aggregates: AggregateParts.None, Page: { FromEnd: false, After: null, Before: null, Limit: > 0 } }
        && request.Sort.All(t => t.By is SortBy.When or SortBy.Rank);

    /// <summary>A list to be read, with what is worth reading along.</summary>
    /// <param name="request">One that is answered here.</param>
    /// <param name="anchors">Of how many anchors it will be read, about.</param>
    public FarList Add(RelationRequest request, double anchors)
    {
        made++;
        var far = anchors * headings.RowsOfOne(request.Relation);
        var list = new FarList(request, anchors, headings.AreWorthFollowing(request.Relation) ? Ahead(request.Ahead, far) : []);
        lists.Add(list);
        return list;
    }

    /// <summary>The lists of what is read along of each of so many rows.</summary>
    public IReadOnlyList<(string Key, FarList List)> Ahead(IReadOnlyList<RelationAhead> ahead, double rows) =>
        [.. ahead.Where(a => Answers(a.Request) && made < MostLists).Select(a => (a.Key, Add(a.Request, rows)))];

    /// <summary>
    /// Asks, and finds the headings of all that was taken; once more without named nodes, where a node was not that of an entity which stands.
    /// </summary>
    public async Task ReadAsync(
        ConsistentReads reads, AsOf asOf, Func<Question, IEnumerable<string>> parts, Func<AnswerHandler> begin, CancellationToken cancellation)
    {
        await reads.ReadAsync(asOf, false, parts, begin, cancellation);
        if (await CompleteAsync(asOf, cancellation)) return;
        mayName = false;
        await reads.ReadAsync(asOf, false, parts, begin, cancellation);
        await CompleteAsync(asOf, cancellation);
    }

    /// <summary>Begins a question about this state, in the plain form.</summary>
    public void Begin(AsOf asOf)
    {
        known = headings.At(asOf);
        if (known is not null && mayName) headings.Name(lists);
        else lists.ForEach(l => l.IsNamed = false);
    }

    /// <summary>The list of an anchor, as an expression.</summary>
    /// <param name="list">The list.</param>
    /// <param name="anchor">The anchor's variable.</param>
    /// <param name="question">The question.</param>
    public string Compile(FarList list, string anchor, Question question)
    {
        var (request, x, f) = (list.Request, question.Name("x"), question.Name("f"));

        // An entity of ours is at the other end of each relationship that has a head; whether it is, is seen when its heading is read.
        var pattern = question.Pattern(request.Relation, anchor, x, f, list.IsNamed ? "" : ":CsrGraph:Entity");
        var edge = ClaimConditions.Of(request.Edge, ClaimPlaces.OfRelationship(x, question.Value(request.Relation.Type)), question);
        var order = (Orders.OfRelations(request.Sort, x, f, f, question) with { Id = $"{x}.claimId" }).Named(question);
        var far = list.IsNamed ? "" : $"AND {Question.Stands(f)} ";
        var end = list.IsNamed ? known!.Number(f, question) : known?.Named(f, f, question) ?? EntityColumns.Of(f, f, EntityParts.Heading, question);
        string[] ahead = [.. list.Ahead.Select(a => OfSome(a.List, f, question))];
        var row = ahead.Length == 0 ? end : $"[{end}, {string.Join(", ", ahead)}]";
        return $"COLLECT {{ MATCH {pattern} WHERE {question.HoldsRelation(x)} AND {edge} {far}WITH {f}, {order.Variables} "
            + $"ORDER BY {order.By(false)} LIMIT {question.Value((long)request.Page.Limit + 1)} RETURN {row} }}";
    }

    /// <summary>Begins an attempt.</summary>
    public void Clear()
    {
        nodes.Clear();
        ends.Clear();
        foreach (var list in lists) list.Counts.Clear();
        isUnreadable = false;
    }

    /// <summary>Takes a list; the reader stands at its first token, and is left at its last one.</summary>
    public FarPage Read(FarList list, ref Utf8JsonReader reader)
    {
        var (page, limit) = (new FarPage(list, ends.Count), list.Request.Page.Limit);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            page.HasNext = page.Count == limit;
            if (page.HasNext) reader.TrySkip();
            else ReadRow(page, ref reader);
        }

        list.Counts.Anchors++;
        list.Counts.Rows += page.Count;
        return page;
    }

    /// <summary>Takes the next columns of a row, which are lists.</summary>
    public FarPage?[] ReadAhead(IReadOnlyList<(string Key, FarList List)> ahead, ref Utf8JsonReader row)
    {
        var pages = new FarPage?[ahead.Count];
        for (var i = 0; i < pages.Length; i++)
        {
            row.Read();
            if (row.TokenType != JsonTokenType.Null) pages[i] = Read(ahead[i].List, ref row);
        }

        return pages;
    }

    /// <summary>A page that was taken, once all headings are there.</summary>
    public RelationPage Page(FarPage page)
    {
        var rows = new RelationRow[page.Count];
        for (var i = 0; i < rows.Length; i++) rows[i] = new RelationRow(null, default, headingOf[page.EndOf(i)]!, Position.None);
        return new RelationPage(rows, page.HasNext, false, null, null) { Ahead = Pages(page.List.Ahead, [.. page.Rows.Select(r => r.Ahead)]) };
    }

    /// <summary>What was read along of rows.</summary>
    /// <param name="ahead">What it was.</param>
    /// <param name="rows">Of each row, the pages.</param>
    public IReadOnlyList<AheadPages> Pages(IReadOnlyList<(string Key, FarList List)> ahead, IReadOnlyList<FarPage?[]> rows) =>
        [.. ahead.Select((a, i) => new AheadPages(a.Key, [.. rows.Select(r => r[i] is { } page ? Page(page) : null)]))];

    // False where a heading is not that of an entity which stands: then nothing of the answer counts.
    private async Task<bool> CompleteAsync(AsOf asOf, CancellationToken cancellation)
    {
        if (isUnreadable || (lists.Exists(l => l.IsNamed && l.Counts.Rows > 0) && !headings.AreStill(known!))) return false;
        headingOf = new Entity?[nodes.Count];
        known?.Find(asOf.Head, CollectionsMarshal.AsSpan(nodes), headingOf);
        var missing = new HashSet<long>();
        for (var i = 0; i < headingOf.Length; i++)
        {
            if (headingOf[i] is not null) continue;
            ends[i].List.Counts.Unknown++;
            if (ends[i].Brought is null) missing.Add(nodes[i]);
        }

        var read = missing.Count == 0 ? null : await headings.ReadAsync(known!, missing, asOf, cancellation);
        for (var i = 0; i < headingOf.Length; i++)
        {
            var wasKnown = headingOf[i] is not null;
            headingOf[i] = ends[i].Brought ?? headingOf[i] ?? read!.GetValueOrDefault(nodes[i]);
            if (headingOf[i] is not { } heading) return false;
            if (!wasKnown && nodes[i] != None && ends[i].Brought is not null) known!.Add(asOf.Head, nodes[i], heading);
            if (ends[i].List.Request.Ahead.Count > 0) ends[i].List.Counts.Ends.Add(heading.Id.Value);
        }

        foreach (var list in lists) headings.Count(list.Request.Relation, list.Counts);
        return true;
    }

    private void ReadRow(FarPage page, ref Utf8JsonReader reader)
    {
        page.Count++;
        if (page.List.Ahead.Count == 0)
        {
            ReadEnd(page.List, ref reader);
            return;
        }

        var end = ends.Count;
        reader.Read();
        ReadEnd(page.List, ref reader);
        page.Rows.Add((end, ReadAhead(page.List.Ahead, ref reader)));
        reader.End();
    }

    private void ReadEnd(FarList list, ref Utf8JsonReader reader)
    {
        if (list.IsNamed)
        {
            var isNode = reader.TokenType == JsonTokenType.Number;
            isUnreadable |= !isNode;
            nodes.Add(isNode ? reader.GetInt64() : None);
            ends.Add((list, null));
            return;
        }

        var (node, heading) = known is null ? (null, EntityColumns.ReadHeading(reader.GetString()!)) : NodeHeadings.Read(reader.GetString()!);
        nodes.Add(node ?? None);
        ends.Add((list, heading));
    }

    private string OfSome(FarList list, string anchor, Question question)
    {
        var relations = question.Pattern(list.Request.Relation, anchor, "", "", "");
        return $"CASE WHEN COUNT {{ {relations} }} <= {question.Value(MostAhead)} THEN {Compile(list, anchor, question)} END";
    }
}
