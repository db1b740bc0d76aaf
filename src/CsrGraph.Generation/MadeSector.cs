using CsrGraph.Generation.Changes;
using CsrGraph.Generation.Stories;
using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Generation;

/// <summary>
/// A made-up sector of any size that looks like a real one: bodies with Chinese names, a few hubs and a long tail, series with editions, rosters
/// partly named, sources that differ. The same size and seed give the same sector on every machine; everything is made while it is read, and what is held
/// grows with the entities alone. Every document says that it is made up.
/// </summary>
public sealed class MadeSector(SectorSize size)
{
    private readonly Sector sector = new(size);

    /// <summary>How large it is.</summary>
    public SectorSize Size => size;

    /// <summary>Every entity as a seed folder has it, documents not counted: exactly <see cref="SectorSize.Entities"/>.</summary>
    public IEnumerable<Entity> Entities() => sector.Fixed().Concat(Enumerable.Range(0, sector.Plan.Stories).SelectMany(sector.Belonging));

    /// <summary>
    /// Every source with its claims, in the order of their stories; <see cref="SectorSize.Claims"/> different claims in all of them, in either
    /// edition.
    /// </summary>
    public IEnumerable<MadeDocument> Documents(Edition edition = Edition.First) =>
        Enumerable.Range(0, sector.Plan.Stories).SelectMany(story => StoryTeller.Tell(sector, story, edition));

    /// <summary>
    /// What brings a store from nothing to an edition: entities, then each claim directly followed by its evidence. It is what a load of the same
    /// folder comes to. Claims come story by story, so they are not sorted by id.
    /// </summary>
    public IEnumerable<Change> Changes(VocabularyDefinition vocabulary, Edition edition = Edition.First)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return new SectorChanges(sector, vocabulary).All(edition);
    }

    /// <summary>What brings a store from the first edition to the corrected one.</summary>
    public IEnumerable<Change> Corrections(VocabularyDefinition vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return new SectorChanges(sector, vocabulary).Corrections();
    }
}
