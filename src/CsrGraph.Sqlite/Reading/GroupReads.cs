using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Reads how many there are of each sort.</summary>
internal static class GroupReads
{
    public static Page<Group> Read(Connection reader, CountRequest request, AsOf asOf) => request switch
    {
        CountRequest.Standing(var of) => new Page<Group>([.. CountReads.Read(reader, of, asOf)], false, false, null),
        CountRequest.Grouped grouped => Read(reader, grouped, asOf),
        _ => throw new ArgumentException($"nobody counts {request}", nameof(request)),
    };

    private static Page<Group> Read(Connection reader, CountRequest.Grouped request, AsOf asOf)
    {
        var question = Question.Of(reader, asOf);
        var statement = reader[GroupPlan.Of(request, question)];
        for (var i = 0; i < question.Values.Count; i++) statement.Bind(i + 1, question.Values[i]);
        var groups = new List<Group>();
        var (total, before, after) = (0L, false, false);
        while (statement.Step())
        {
            (total, before, after) = (statement.Long(0), statement.Long(1) == 1, statement.Long(2) == 1);
            if (!statement.IsNull(3)) groups.Add(GroupSort.Place(request, [.. request.By.Select((_, i) => statement.TextOrNull(4 + i))], statement.Long(3)));
        }

        var page = request.Page;
        var isShort = groups.Count > page.Limit;
        if (isShort) groups.RemoveAt(page.Limit);
        if (page.FromEnd) groups.Reverse();
        return new Page<Group>(
            groups, after || (isShort && !page.FromEnd), before || (isShort && page.FromEnd), request.WantsTotal ? total : null);
    }
}
