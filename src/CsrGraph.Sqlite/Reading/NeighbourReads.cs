using System.Text.Json;
using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>
/// Reads whom entities are linked to, those of the highest degree first. All neighbours are gone through as nodes; names are looked up of those alone that
/// come into question.
/// </summary>
internal sealed class NeighbourReads(Connection reader, DegreeMemory memory, RelationRequest request, AsOf asOf)
{
    private readonly Dictionary<long, long> degrees = [];

    public IReadOnlyList<RelationPage> Read()
    {
        var fars = Fars();
        ReadDegrees(fars.SelectMany(f => f));
        var chosen = Array.ConvertAll(fars, Highest);
        var keys = Keys(chosen.SelectMany(c => c));
        return [.. chosen.Select(c => RelationPage.OfLinks([], []) with
        {
            Neighbours =
            [
                .. c.Select(node => new Neighbour(keys[node], degrees[node])).OrderByDescending(n => n.Degree).ThenBy(n => n.Id, StringComparer.Ordinal)
                    .Take(request.Page.Limit),
            ],
        })];
    }

    // Each once, though there may be several links to it: to tell them apart here costs less than in a statement.
    private long[][] Fars()
    {
        var question = Question.Of(reader, asOf);
        var from = LinkReads.From(request, question);
        var text = $"WITH k AS MATERIALIZED ({ClaimAnchor.Nodes}) "
            + string.Join(" UNION ALL ", LinkReads.Ends.Select(end => $"SELECT k.i, {end.Far} FROM k CROSS JOIN {from(end)}"));
        var found = new HashSet<long>[request.Anchors.Count];
        for (var i = 0; i < found.Length; i++) found[i] = [];
        var row = LinkReads.Bind(reader[text], question, JsonSerializer.Serialize(request.Anchors));
        while (row.Step()) found[row.Long(0)].Add(row.Long(1));
        return Array.ConvertAll(found, f => f.ToArray());
    }

    private void ReadDegrees(IEnumerable<long> nodes)
    {
        var question = Question.Of(reader, asOf);
        var types = LinkReads.Types(request, question);
        var known = question.IsHead && asOf.Head > 0 ? memory.At(asOf.Head, string.Join(' ', request.Types.Order(StringComparer.Ordinal))) : null;
        foreach (var node in nodes) degrees[node] = known?.Find(node) ?? -1;
        long[] unknown = [.. degrees.Where(d => d.Value < 0).Select(d => d.Key).Order()];
        if (unknown.Length == 0) return;
        var anchors = $"SELECT value AS node FROM json_each({Question.Anchors})";
        var text = question.IsHead
            ? $"SELECT k.node, a.fars FROM ({anchors}) k CROSS JOIN {LinkReads.Counts(types)}"
            : string.Join(" UNION ALL ", LinkReads.Ends.Select(end => $"SELECT k.node, count(DISTINCT {end.Far}) FROM ({anchors}) k CROSS JOIN claim a "
                + $"INDEXED BY {end.Index} WHERE {end.Anchor} = k.node AND {types} AND {question.Holds("a")} GROUP BY k.node, a.type"));
        foreach (var node in unknown) degrees[node] = 0;
        var row = LinkReads.Bind(reader[text], question, JsonSerializer.Serialize(unknown));
        while (row.Step()) degrees[row.Long(0)] += row.Long(1);
        foreach (var node in unknown) known?.Add(node, degrees[node]);
    }

    // As many as are wanted, and whoever is level with the last of them.
    private long[] Highest(long[] fars)
    {
        if (fars.Length <= request.Page.Limit) return fars;
        if (request.Page.Limit == 0) return [];
        long[] sorted = [.. fars.Select(f => degrees[f]).OrderDescending()];
        var least = sorted[request.Page.Limit - 1];
        return [.. fars.Where(f => degrees[f] >= least)];
    }

    private Dictionary<long, string> Keys(IEnumerable<long> nodes)
    {
        var found = new Dictionary<long, string>();
        var row = reader["SELECT id, key FROM node WHERE id IN (SELECT value FROM json_each(?1))"].Bind(1, JsonSerializer.Serialize(nodes.Distinct()));
        while (row.Step()) found[row.Long(0)] = row.Text(1);
        return found;
    }
}
