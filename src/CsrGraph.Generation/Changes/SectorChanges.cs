using CsrGraph.Generation.Stories;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Generation.Changes;

/// <summary>
/// A sector as the changes of a store. Stories are told twice, once for their documents and dates and once for their claims, so that none is kept.
/// </summary>
internal sealed class SectorChanges(Sector sector, VocabularyDefinition vocabulary)
{
    public IEnumerable<Change> All(Edition edition)
    {
        foreach (var entity in sector.Fixed()) yield return new Change.EntityAdded(entity);
        for (var number = 0; number < sector.Plan.Stories; number++)
        {
            var story = Tell(number, edition);
            foreach (var entity in sector.Belonging(number)) yield return new Change.EntityAdded(entity with { Date = story.DateOf(entity.Id) });
            foreach (var document in story.Documents) yield return new Change.EntityAdded(document);
        }

        for (var number = 0; number < sector.Plan.Stories; number++)
        {
            foreach (var change in Tell(number, edition).Added(_ => true)) yield return change;
        }
    }

    public IEnumerable<Change> Corrections()
    {
        var stories = Enumerable.Range(0, sector.Plan.Stories).Where(Story.Corrected);
        foreach (var change in stories.SelectMany(number => Of(number, (old, now) => old.EvidenceRetracted(c => !now.Holds(c))))) yield return change;
        foreach (var change in stories.SelectMany(number => Of(number, (old, now) => old.Retracted(c => !now.Holds(c))))) yield return change;
        foreach (var change in stories.SelectMany(number => Of(number, (old, now) => now.Added(c => !old.Holds(c))))) yield return change;
    }

    private IEnumerable<Change> Of(int number, Func<StoryChanges, StoryChanges, IEnumerable<Change>> difference) =>
        difference(Tell(number, Edition.First), Tell(number, Edition.Corrected));

    private StoryChanges Tell(int number, Edition edition) => new(StoryTeller.Tell(sector, number, edition), vocabulary);
}
