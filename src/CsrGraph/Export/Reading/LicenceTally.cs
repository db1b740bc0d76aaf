using CsrGraph.Model;

namespace CsrGraph.Export.Reading;

/// <summary>Gathers what may be done with documents.</summary>
internal sealed class LicenceTally
{
    private readonly SortedDictionary<string, List<EntityId>> documents = new(StringComparer.Ordinal);

    /// <summary>The notes so far, in ordinal order, each with its documents by id.</summary>
    public IReadOnlyList<LicenceNote> Notes => [.. documents.Select(d => new LicenceNote(d.Key, [.. d.Value.Order()]))];

    /// <summary>Takes in a document; an entity has no licence.</summary>
    public void Add(Entity entity)
    {
        if (entity.Properties[DocumentProperty.Licence] is not { } licence) return;
        if (!documents.TryGetValue(licence, out var its)) documents.Add(licence, its = []);
        its.Add(entity.Id);
    }
}
