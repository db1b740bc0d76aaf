using CsrGraph.Query.Projecting;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Web;

/// <summary>The graph, for what is sent as files: exports and feeds.</summary>
/// <param name="Store">Where it is; not owned.</param>
/// <param name="Vocabulary">What it holds.</param>
/// <param name="ReadFilter">Reads the filters of projections.</param>
/// <param name="Scratch">A folder with room for about twice what an export takes; nothing stays there.</param>
public sealed record ServedGraph(IGraphStore Store, VocabularyDefinition Vocabulary, ReadProjectionFilter ReadFilter, string Scratch)
{
    /// <summary>The most pairs of a projection.</summary>
    public long MaxPairs { get; init; } = ProjectionQuestion.MostPairs;

    /// <summary>The most rows that a projection reads.</summary>
    public long MaxProjectionRows { get; init; } = ProjectionQuestion.MostRows;
}
