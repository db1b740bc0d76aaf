using CsrGraph.Model;
using CsrGraph.Query.Projecting;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Projections;

/// <summary>Who does something together, ready to be written.</summary>
/// <param name="Snapshot">The state.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Role">The relation.</param>
/// <param name="Projection">The answer.</param>
/// <param name="Entities">Who takes part, and the initiatives of the warnings, by id.</param>
internal sealed record ProjectedGraph(
    ExportSnapshot Snapshot, ProjectionQuestion Question, RelationType Role, Projection Projection, IReadOnlyDictionary<string, Entity> Entities)
{
    /// <summary>A folder for scratch files; nothing stays there.</summary>
    public required string Scratch { get; init; }

    /// <summary>The condition on those who take part, as it was asked for; null where there is none.</summary>
    public string? Filter { get; init; }

    /// <summary>The condition on what they take part in, as it was asked for; null where there is none.</summary>
    public string? OverFilter { get; init; }

    /// <summary>The nodes, by weighted degree, the greatest first.</summary>
    public IEnumerable<(ProjectedNode Node, Entity Entity)> Nodes => Projection.Nodes(Projection.Agents.Count).Select(n => (n, Entities[n.Id]));

    /// <summary>What a warning says.</summary>
    public string Warning(PartialRoster roster) => roster.Sentence(Role, Query.Tongue.En);

    /// <summary>What it shows, a line for each thing that is to be known.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var line in SnapshotText.Lines(Snapshot, [], withDocuments: true)) yield return line;
        yield return FormattableString.Invariant(
            $"projection: {ProjectionWords.Of(Question)}, who do it together; an edge for two that share at least {Question.MinWeight}; what the texts leave open does not count");
        if (Filter is not null) yield return $"filter: {Filter}";
        if (OverFilter is not null) yield return $"overFilter: {OverFilter}";
        yield return FormattableString.Invariant(
            $"{Projection.Agents.Count} nodes, {Projection.Edges} edges, {Projection.Initiatives.Count} initiatives, {Projection.Components} components, ")
            + FormattableString.Invariant($"density {Projection.Density ?? 0:0.######}, {Projection.Communities!.Count} communities, modularity {Projection.Modularity ?? 0:0.######}");
        if (Projection.Betweenness!.Sample is { } sample) yield return FormattableString.Invariant($"betweenness is estimated from a sample of {sample} nodes");
        foreach (var roster in Projection.Warnings) yield return $"partial roster of {roster.Initiative} ({Entities[roster.Initiative].Name}): {Warning(roster)}";
    }
}
