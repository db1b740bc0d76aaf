using CsrGraph.Model;
using CsrGraph.Seeding;
using CsrGraph.Seeding.Changes;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.Seeding.Changes;

/// <summary>A seed folder in the making, and a store to load it into.</summary>
internal sealed class Folder
{
    private readonly Dictionary<EntityId, Entity> entities = [];
    private readonly Dictionary<EntityId, SeedDocument> documents = [];

    public static VocabularyDefinition Terms { get; } = VocabularyDefinition.Load();

    public SeedGraph Graph => new([.. entities.Values.OrderBy(e => e.Id)], [.. documents.Values.OrderBy(d => d.Record.Id)], "hash");

    public Folder Entity(string id, string name)
    {
        var kind = Terms.KindOfId(id)!.Id;
        entities[new(id)] = new Entity(new(id), kind, kind == "ORGANISATION" ? "COMPANY" : null, [Name(name)], [], Qualifiers.None, null);
        return this;
    }

    public Folder Without(string id)
    {
        if (!entities.Remove(new(id))) documents.Remove(new(id));
        return this;
    }

    public Folder Document(string id, string? published, params SeedClaim[] claims)
    {
        var date = published is null ? null : PartialDate.Of(published);
        var properties = Qualifiers.Of((DocumentProperty.Published, date is null ? null : PartialDateCode.Encode(date)));
        documents[new(id)] = new SeedDocument(new Entity(new(id), "DOCUMENT", null, [Name(id)], [], properties, date), claims);
        return this;
    }

    public static SeedClaim Says(string document, int start, Claim claim, ClaimId? roster = null) =>
        new(claim, [new Evidence(new(document), "字", new Span(start, start + 1), Grade.Verbatim, null, roster)], 1);

    public static Claim Relation(string type, string subject, string end, string? when = null, params (string, string?)[] qualifiers) =>
        new(ClaimKind.Relation, type, new(subject), new(end), Qualifiers.Of(qualifiers), when is null ? null : PartialDate.Of(when));

    public static Claim Held(string id, string date, string? reason = null) => new(
        ClaimKind.Statement, StatementType.Attribute, new(id), null, Qualifiers.Of((QualifierName.Attribute, "HELD")), PartialDate.Of(date, reason: reason));

    public async Task<ChangePlan> PlanAsync(IGraphStore store, bool prune = false) =>
        await new LoadPlanner(store, Terms).PlanAsync(Graph, prune, TestContext.Current.CancellationToken);

    public async Task<ChangeSet?> LoadAsync(IGraphStore store, bool prune = false) => await ApplyAsync(store, await PlanAsync(store, prune));

    public static async Task<ChangeSet?> RollBackAsync(IGraphStore store, long number) =>
        await ApplyAsync(store, (await new RollbackPlanner(store, Terms).PlanAsync(number, TestContext.Current.CancellationToken))!);

    public static async Task<List<string>> StandingAsync(IGraphStore store, long head, long after = 0)
    {
        var lines = new List<string>();
        await foreach (var change in store.ChangesAsync(after, head, TestContext.Current.CancellationToken))
        {
            lines.Add(change switch
            {
                Change.EntityAdded a => $"+ {a.Entity.Id} {a.Entity.Name}",
                Change.EntityRetracted r => $"- {r.Entity.Id} {r.Entity.Name}",
                Change.ClaimAdded a => $"+ {Short(a.Claim)}",
                Change.ClaimRetracted r => $"- {Short(r.Claim)}",
                Change.EvidenceAdded a => $"+ {a.Evidence.Document} {a.Evidence.Span}",
                Change.EvidenceRetracted r => $"- {r.Evidence.Document} {r.Evidence.Span}",
                _ => "derived",
            });
        }

        return lines;
    }

    public static async Task<ClaimRow> RowAsync(IGraphStore store, Claim claim, long head) => Assert.Single(Assert.Single((await store.ClaimsAsync(
        [new ClaimRequest { By = ClaimsBy.Id, Anchors = [claim.Id.ToString()], Page = PageRequest.All }], new AsOf(head), TestContext.Current.CancellationToken))[0]).Rows);

    private static string Short(Claim claim) => $"{claim.Subject} {claim.Type} {claim.Object}";

    private static Name Name(string text) => new(text, "zh-Hans", "FULL", true, null, null);

    private static async Task<ChangeSet?> ApplyAsync(IGraphStore store, ChangePlan plan)
    {
        Assert.Empty(plan.Problems);
        if (plan.IsEmpty) return null;
        return await store.ApplyAsync(
            new NewChangeSet(plan.Head, DateTimeOffset.UnixEpoch, "test", "test", "hash"), plan.Changes.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
    }
}
