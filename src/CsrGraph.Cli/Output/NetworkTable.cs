using System.Globalization;
using CsrGraph.Model;
using CsrGraph.Query.Networks;
using CsrGraph.Vocabulary;

namespace CsrGraph.Cli.Output;

/// <summary>Draws a network as a table of its entities, and says what is left out.</summary>
internal sealed class NetworkTable(Invocation invocation)
{
    public void Write(NetworkAnswer answer)
    {
        var nearer = answer.Nodes.ToDictionary(n => n.Entity.Id, n => n.Distance);
        var table = Drawing.Table("steps", "entity", "kind", "linked by", "links shown / all");
        foreach (var node in answer.Nodes)
        {
            table.Add(
                node.Distance.ToString(CultureInfo.InvariantCulture),
                node.Entity.Name,
                Kind(node.Entity.Kind),
                node.Distance == 0 ? "" : string.Join(", ", By(node, answer, nearer)),
                string.Create(CultureInfo.InvariantCulture, $"{node.Shown} / {node.Degree}"));
        }

        invocation.Draw(table);
        invocation.Out.WriteLine($"{Counted.Of(answer.Nodes.Count, "entity", "entities")}, {Counted.Of(answer.Edges.Count, "relation")}");
        foreach (var left in answer.Truncated) invocation.Out.WriteLine($"{Label(left.Type)}: {left.Shown} of {left.Total} shown");
    }

    // The relations by which it is linked to whoever is nearer.
    private IEnumerable<string> By(NetworkNode node, NetworkAnswer answer, Dictionary<EntityId, int> nearer) => answer.Edges
        .Where(e => (e.To.Id == node.Entity.Id && nearer[e.From.Id] < node.Distance) || (e.From.Id == node.Entity.Id && nearer[e.To.Id] < node.Distance))
        .Select(e => (e.From.Id == node.Entity.Id ? Type(e.Type).Label : Type(e.Type).InverseLabel).En)
        .Distinct();

    private RelationType Type(string id) => invocation.Vocabulary.RelationType(id);

    private string Label(string type) => Type(type).Label.En;

    private string Kind(string id) => invocation.Vocabulary.TryKind(id, out var kind) ? kind.Label.En : id;
}
