using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Tests.GraphQL;

/// <summary>Writes a small graph by hand, as the changes of one change-set.</summary>
internal sealed class GraphBuilder
{
    public const string DefaultDocument = "doc-a";

    private readonly Dictionary<string, PartialDate?> dates = [];
    private readonly List<Change> retracted = [];
    private readonly List<Change> entities = [];
    private readonly List<Change> claims = [];
    private readonly List<Change> evidence = [];
    private int rank;

    /// <summary>The last claim that was added.</summary>
    public Claim Last { get; private set; } = null!;

    public GraphBuilder Entity(string id, string kind, string name, string? category = null, string? date = null, string? formerly = null, string? english = null)
    {
        var day = date is null ? null : PartialDate.Of(date);
        dates[id] = day;
        List<Name> names = [new Name(name, "zh-Hans", "FULL", true, null, null)];
        if (english is not null) names.Add(new Name(english, "en", "TRANSLATION", true, null, null));
        entities.Add(new Change.EntityAdded(new Entity(new EntityId(id), kind, category, names, formerly is null ? [] : [new EntityId(formerly)], Qualifiers.None, day)));
        return this;
    }

    public GraphBuilder Document(string id, string title, string? published = null, params (string Name, string? Value)[] properties)
    {
        entities.Add(new Change.EntityAdded(new Entity(
            new EntityId(id), "DOCUMENT", null, [new Name(title, "zh-Hans", "FULL", true, null, null)], [], Qualifiers.Of(properties),
            published is null ? null : PartialDate.Of(published))));
        return this;
    }

    public GraphBuilder Relation(string type, string subject, string target, params (string Name, string? Value)[] qualifiers) => Add(
        new Claim(ClaimKind.Relation, type, new EntityId(subject), new EntityId(target), Qualifiers.Of(qualifiers), null), dates.GetValueOrDefault(target));

    public GraphBuilder Add(Claim claim, PartialDate? dated = null, string document = DefaultDocument, ClaimId? roster = null)
    {
        var day = (claim.When ?? dated)?.Earliest?.DayNumber;
        claims.Add(new Change.ClaimAdded(claim, new ClaimOrder(day, null, ++rank)));
        evidence.Add(new Change.EvidenceAdded(claim.Id, new Evidence(new EntityId(document), $"引文{rank}", new Span(rank, rank + 3), Grade.Verbatim, null, roster)));
        Last = claim;
        return this;
    }

    public GraphBuilder Retract(Claim claim)
    {
        retracted.Add(new Change.ClaimRetracted(claim));
        return this;
    }

    public Task<ChangeSet> ApplyAsync(IGraphStore store, long expectedHead = 0, DateTimeOffset? at = null)
    {
        if (expectedHead == 0 && !entities.OfType<Change.EntityAdded>().Any(e => e.Entity.Id.Value == DefaultDocument)) Document(DefaultDocument, "报道");
        Change[] all = [.. retracted, .. entities, .. claims, .. evidence];
        return store.ApplyAsync(
            new NewChangeSet(expectedHead, at ?? new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), "curator", "by hand", null), all.ToAsyncEnumerable(), default);
    }
}
