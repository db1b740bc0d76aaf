using CsrGraph.Model;
using CsrGraph.Seeding;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Generation.Changes;

/// <summary>What one story comes to in a store: its claims with all their evidence, and the days that follow from them.</summary>
internal sealed class StoryChanges
{
    private const string Former = "FORMER";

    private readonly VocabularyDefinition vocabulary;
    private readonly Dictionary<ClaimId, int> places = [];
    private readonly List<(Claim Claim, List<Evidence> Evidence)> claims = [];
    private readonly Dictionary<EntityId, PartialDate?> dates = [];

    public StoryChanges(IReadOnlyList<MadeDocument> documents, VocabularyDefinition vocabulary)
    {
        this.vocabulary = vocabulary;
        Documents = [.. documents.Select(d => d.Seed.Record)];
        foreach (var said in documents.SelectMany(d => d.Seed.Claims)) Add(said);
        foreach (var document in Documents) dates.Add(document.Id, document.Date);
        foreach (var dated in claims.Where(c => IsDate(c.Claim)).GroupBy(c => c.Claim.Subject)) dates.Add(dated.Key, Best(dated));
    }

    public IReadOnlyList<Entity> Documents { get; }

    public IEnumerable<ClaimId> Claims => places.Keys;

    /// <summary>The best supported date of an entity that this story tells, or null.</summary>
    public PartialDate? DateOf(EntityId entity) => dates.GetValueOrDefault(entity);

    public bool Holds(ClaimId claim) => places.ContainsKey(claim);

    /// <summary>Claims in the order in which they are told, each before its evidence.</summary>
    public IEnumerable<Change> Added(Func<ClaimId, bool> wanted)
    {
        foreach (var (claim, evidence) in claims.Where(c => wanted(c.Claim.Id)))
        {
            yield return new Change.ClaimAdded(claim, OrderOf(claim, evidence));
            foreach (var piece in evidence) yield return new Change.EvidenceAdded(claim.Id, piece);
        }
    }

    /// <summary>The evidence of claims that are to go.</summary>
    public IEnumerable<Change> EvidenceRetracted(Func<ClaimId, bool> wanted) => claims
        .Where(c => wanted(c.Claim.Id)).SelectMany(c => c.Evidence.Select(piece => new Change.EvidenceRetracted(c.Claim.Id, piece)));

    /// <summary>Claims that are to go.</summary>
    public IEnumerable<Change> Retracted(Func<ClaimId, bool> wanted) =>
        claims.Where(c => wanted(c.Claim.Id)).Select(c => new Change.ClaimRetracted(c.Claim));

    private void Add(SeedClaim said)
    {
        if (places.TryAdd(said.Claim.Id, claims.Count)) claims.Add((said.Claim, [.. said.Evidence]));
        else claims[places[said.Claim.Id]].Evidence.AddRange(said.Evidence);
    }

    private static bool IsDate(Claim claim) => claim.Type == StatementType.Attribute && claim.When is not null
        && StatementType.DateAttributes.Contains(claim.Qualifiers[QualifierName.Attribute] ?? "");

    // As a load derives it: by the most documents, not inferred, the most exact, the earliest.
    private static PartialDate? Best(IEnumerable<(Claim Claim, List<Evidence> Evidence)> dated) => dated
        .OrderByDescending(c => c.Evidence.Select(e => e.Document).Distinct().Count())
        .ThenBy(c => c.Claim.When!.IsInferred)
        .ThenByDescending(c => c.Claim.When!.Precision)
        .ThenBy(c => c.Claim.When!.Earliest ?? DateOnly.MaxValue)
        .ThenBy(c => c.Claim.Id)
        .First().Claim.When;

    private ClaimOrder OrderOf(Claim claim, List<Evidence> evidence)
    {
        var document = evidence.Select(e => DateOf(e.Document)).Where(d => d is not null).MinBy(d => d!.Earliest);
        var own = claim.When?.Earliest is not null ? claim.When : Qualifier(claim, QualifierName.From);
        var until = Qualifier(claim, QualifierName.Until)?.Latest;
        var first = evidence.Min(e => e.Document);
        var rank = evidence.Where(e => e.Document == first).Min(e => e.Span?.Start ?? 0);
        var isFormer = claim.Qualifiers[QualifierName.State] == Former;
        if (isFormer) return new ClaimOrder(own?.Earliest?.DayNumber, (until ?? document?.Latest)?.DayNumber, rank);
        var dated = own ?? Initiatives(claim).Select(DateOf).FirstOrDefault(d => d?.Earliest is not null) ?? document;
        return new ClaimOrder(dated?.Earliest?.DayNumber, until?.DayNumber, rank);
    }

    private static PartialDate? Qualifier(Claim claim, string name) => claim.Qualifiers[name] is { } code ? PartialDateCode.Decode(code) : null;

    private IEnumerable<EntityId> Initiatives(Claim claim)
    {
        if (claim.Object is { } end && IsInitiative(end)) yield return end;
        if (IsInitiative(claim.Subject)) yield return claim.Subject;
    }

    private bool IsInitiative(EntityId id) => !id.IsDocument && vocabulary.KindOfId(id.Value)?.Interface == KindDefinition.Initiative;
}
