using CsrGraph.Model;
using CsrGraph.Query.Projecting;
using CsrGraph.Query.Walks;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Projections;

/// <summary>Computes a projection for an export.</summary>
internal sealed class ProjectionOpening(IGraphStore store, VocabularyDefinition vocabulary, AsOf asOf, string scratch)
{
    private const int Page = 2000;

    /// <exception cref="ExportRefusedException">The question has no answer, or too large a one.</exception>
    public async Task<ProjectedGraph> OpenAsync(ExportRequest request, ExportSnapshot snapshot, CancellationToken cancellation)
    {
        var question = request.Projection! with { Filter = request.Filter?.Condition, OverFilter = request.OverFilter?.Condition };
        try
        {
            var meter = new RowMeter(request.MaxRows);
            var projection = await ProjectionReading.AnswerAsync(store, asOf, vocabulary, question, request.MaxPairs, meter, cancellation);
            var entities = await EntitiesAsync([.. projection.Agents, .. projection.Warnings.Select(w => w.Initiative).Distinct()], cancellation);
            return new ProjectedGraph(snapshot, question, vocabulary.RelationType(question.Role), projection, entities)
            {
                Scratch = scratch,
                Filter = request.Filter?.Words,
                OverFilter = request.OverFilter?.Words,
            };
        }
        catch (BadQuestionException e)
        {
            throw new ExportRefusedException($"{e.Message}; {ProjectionWords.Hint(question, vocabulary)}");
        }
        catch (TooManyPairsException e)
        {
            throw new ExportRefusedException(e.Message);
        }
        catch (TooManyRowsException e)
        {
            throw new ExportRefusedException($"the projection takes {e.Asked} rows or more; it may take {e.Allowed}: choose fewer by 'filter' or 'overFilter'");
        }
    }

    private async Task<IReadOnlyDictionary<string, Entity>> EntitiesAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var entities = new Dictionary<string, Entity>(ids.Count, StringComparer.Ordinal);
        foreach (var page in ids.Chunk(Page))
        {
            foreach (var entity in await store.EntitiesAsync(page, asOf, cancellation)) entities.TryAdd(entity!.Id.Value, entity);
        }

        return entities;
    }
}
