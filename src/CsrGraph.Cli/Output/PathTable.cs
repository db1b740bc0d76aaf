using System.Globalization;
using CsrGraph.Model;
using CsrGraph.Query.Paths;
using CsrGraph.Store;

namespace CsrGraph.Cli.Output;

/// <summary>Draws paths as a table, a row a step, and names the hubs that were not walked through.</summary>
internal sealed class PathTable(Invocation invocation)
{
    private const int ShownHubs = 5;

    public void Write(PathAnswer answer, IReadOnlyDictionary<ClaimId, EvidenceRow> evidence)
    {
        if (answer.Paths.Any(p => p.Hops.Count > 0))
        {
            var table = Drawing.Table("", "from", "relation", "to", "words");
            foreach (var (path, number) in answer.Paths.Select((p, i) => (p, (i + 1).ToString(CultureInfo.InvariantCulture)))) Add(table, path, number, evidence);
            invocation.Draw(table);
        }

        if (answer.Count > answer.Paths.Count) invocation.Out.WriteLine($"and {Counted.Of(answer.Count - answer.Paths.Count, "more path")}");
        foreach (var hub in answer.NotEntered.Take(ShownHubs)) invocation.Out.WriteLine($"not walked through: {hub.Entity.Name} ({hub.Entity.Id}), {Counted.Of(hub.Degree, "link")}");
        if (answer.NotEnteredCount > ShownHubs) invocation.Out.WriteLine($"and {Counted.Of(answer.NotEnteredCount - ShownHubs, "more hub")}");
    }

    private void Add(Spectre.Console.Table table, FoundPath path, string number, IReadOnlyDictionary<ClaimId, EvidenceRow> evidence)
    {
        for (var i = 0; i < path.Hops.Count; i++)
        {
            var hop = path.Hops[i];
            table.Add(i == 0 ? number : "", i == 0 ? hop.From.Name : "", Relation(hop), hop.To.Name, EvidenceOf.Words(evidence.GetValueOrDefault(hop.Claim.Id)));
        }
    }

    private string Relation(Hop hop)
    {
        var label = invocation.Vocabulary.RelationType(hop.Claim.Type).Label.En;
        var open = hop.Claim.Qualifiers[QualifierName.Certainty] == "UNCERTAIN" ? "?" : "";
        return hop.IsForward ? $"{label}{open} →" : $"← {label}{open}";
    }
}
