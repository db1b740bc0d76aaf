using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Cli.Stores;

/// <summary>Finds the entity, or the document, that somebody means by an id or a name.</summary>
internal sealed class NamedEntities(IGraphStore store, IReadOnlyList<string> kinds, AsOf asOf)
{
    private const int MaxCandidates = 10;

    /// <summary>Finds entities alone, no documents by a name.</summary>
    public static NamedEntities OfEntities(IGraphStore store, VocabularyDefinition vocabulary, AsOf asOf) =>
        new(store, [.. vocabulary.EntityKinds.Select(k => k.Id)], asOf);

    /// <summary>
    /// The one with that id, else the one that is called exactly so, else the only one that a search finds.
    /// </summary>
    /// <exception cref="BadInputException">Nothing is called so, or several are; the message names them.</exception>
    public async Task<Entity> FindAsync(string text, CancellationToken cancellation)
    {
        var found = await CandidatesAsync(text, cancellation);
        if (found.Count == 1) return found[0];
        if (found.Count == 0) throw new BadInputException($"nothing is called '{text}'");
        var which = found.Select(e => $"  {e.Id}  {e.Name}").Prepend($"'{text}' may be any of these; say which by its id:");
        throw new BadInputException(string.Join(Environment.NewLine, which));
    }

    private async Task<IReadOnlyList<Entity>> CandidatesAsync(string text, CancellationToken cancellation)
    {
        if (EntityId.TryParse(text, out var id) && (await store.EntitiesAsync([id.Value], asOf, cancellation))[0] is { } entity) return [entity];
        var hits = (await store.SearchAsync([new SearchRequest(text, kinds, new PageRequest(MaxCandidates))], asOf, cancellation))[0].Rows;
        var called = hits.Where(h => h.Reason is SearchReason.Exact or SearchReason.ShortName).ToList();
        return [.. (called.Count > 0 ? called : hits).Select(h => h.Entity)];
    }
}
