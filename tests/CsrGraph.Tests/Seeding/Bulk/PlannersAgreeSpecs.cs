using System.Globalization;
using CsCheck;
using CsrGraph.InMemory;
using CsrGraph.Model;
using CsrGraph.Seeding;
using CsrGraph.Seeding.Bulk;
using CsrGraph.Seeding.Changes;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.Seeding.Bulk;

/// <summary>Folder after folder is loaded by the two planners into two stores; they say the same all the time.</summary>
public class PlannersAgreeSpecs
{
    private static readonly VocabularyDefinition Terms = VocabularyDefinition.Load();
    private static readonly string[] Organisations = ["org:a", "org:b", "org:c"];
    private static readonly string[] Events = ["event:e", "event:f"];
    private static readonly string[] Dates = ["2020", "2021-03", "2021-03-04", "2019/2021"];

    private static readonly Gen<string?> DateTexts = Gen.OneOf<string?>(null, Dates[0], Dates[1], Dates[2], Dates[3]);

    private static readonly Gen<Claim> Claims = Gen.OneOf(
        Gen.Select(Gen.OneOf(Organisations), Gen.OneOf(Events), Gen.OneOf("GUIDED", "HOSTED"), When(), (o, e, type, when) =>
            new Claim(ClaimKind.Relation, type, new(o), new(e), Qualifiers.None, when)),
        Gen.Select(Gen.OneOf(Organisations), Gen.OneOf(Organisations), Gen.OneOf(Events), (o, b, e) =>
            new Claim(ClaimKind.Relation, "ATTENDED", new(o), new(e), Qualifiers.Of((QualifierName.OnBehalfOf, b)), null)),
        Gen.Select(Gen.OneOf(Events), Gen.OneOf(Dates), Gen.Bool, (e, date, inferred) => new Claim(
            ClaimKind.Statement, StatementType.Attribute, new(e), null, Qualifiers.Of((QualifierName.Attribute, "HELD")), PartialDate.Of(date, reason: inferred ? "so" : null))),
        Gen.Select(Gen.OneOf(Organisations), Gen.OneOf("FORMER", "CURRENT"), (o, state) => new Claim(
            ClaimKind.Relation, "HOLDS_POSITION", new("person:p"), new(o), Qualifiers.Of((QualifierName.Title, "院长"), (QualifierName.State, state)), null)),
        Gen.OneOf(Organisations).Select(o => new Claim(ClaimKind.Statement, "ACTIVITY", new(o), null, Qualifiers.Of((QualifierName.Text, "宣传"), (QualifierName.Status, "DONE")), null)));

    private static readonly Gen<SeedDocument?> Documents = Gen.Select(
        Claims.Array[0, 8], Gen.Int[1, 3].Array[8], DateTexts, Gen.Bool, (claims, starts, published, isThere) => isThere
            ? new SeedDocument(Record(published), [.. claims.DistinctBy(c => c.Id).Select((c, i) => new SeedClaim(c, Evidence(starts[i]), 1))])
            : null);

    private static readonly Gen<(SeedGraph Graph, bool Prune)> Folders = Gen.Select(
        Documents.Array[4], Gen.OneOf("甲", "甲公司"), Gen.Bool, Gen.Bool, (documents, name, hasSpare, prune) => (Graph(documents, name, hasSpare), prune));

    [Fact]
    public async Task Whatever_is_loaded_after_whatever() => await Folders.Array[1, 4].SampleAsync(
        async folders =>
        {
            await using var one = new InMemoryStore();
            await using var other = new InMemoryStore();
            foreach (var (graph, prune) in folders)
            {
                using var copy = new BulkCopy(BulkCopy.Of(graph));
                var plain = await new LoadPlanner(one, Terms).PlanAsync(copy.Read().Graph!, prune, CancellationToken.None);
                using var seed = BulkSeed.Read(copy.Folder, Terms, new SeedOptions(), new BulkOptions(copy.Folder, SortBytes: 300), cancellation: CancellationToken.None);
                using var bulk = await new BulkPlanner(other, Terms).PlanAsync(seed, prune, cancellation: CancellationToken.None);

                Assert.Equal(plain.Problems.Select(p => p.What), bulk.Problems.Select(p => p.What));
                Assert.Equal(plain.IsEmpty, bulk.IsEmpty);
                if (plain.IsEmpty) continue;
                await one.ApplyAsync(Next(plain.Head), plain.Changes.ToAsyncEnumerable(), CancellationToken.None);
                await other.ApplyAsync(Next(bulk.Head), bulk.ChangesAsync(), CancellationToken.None);
                Assert.Equal(Tally(plain.Changes), bulk.Tally.ToString());
                Assert.Equal(await StateAsync(one, plain.Head + 1), await StateAsync(other, plain.Head + 1));
                Assert.Empty(Directory.EnumerateFiles(copy.Folder, "*.tmp"));
            }
        },
        iter: 150);

    private static NewChangeSet Next(long head) => new(head, DateTimeOffset.UnixEpoch, "test", "test", "hash");

    private static string Tally(IEnumerable<Change> changes)
    {
        var tally = new ChangeTally();
        foreach (var change in changes) tally.Add(change);
        return tally.ToString();
    }

    private static async Task<List<string>> StateAsync(InMemoryStore store, long head)
    {
        var lines = new List<string>();
        await foreach (var change in store.ChangesAsync(0, head, CancellationToken.None)) lines.Add(Line(change));
        var all = new ClaimRequest { By = ClaimsBy.All, Page = PageRequest.All };
        lines.AddRange((await store.ClaimsAsync([all], new AsOf(head), CancellationToken.None))[0][0].Rows.Select(r => $"{r.Claim.Id} {r.Order} {r.AddedIn}"));
        return lines;
    }

    private static string Line(Change change) => change switch
    {
        Change.EntityAdded(var e) => $"{e.Id} {e.Name} {e.Date} {string.Join(' ', e.Properties)}",
        Change.ClaimAdded(var c, var order) => $"{c.Id} {order}",
        Change.EvidenceAdded(var c, var e) => $"{c} {e}",
        _ => throw new InvalidOperationException($"nothing is retracted from nothing: {change}"),
    };

    private static SeedGraph Graph(SeedDocument?[] documents, string name, bool hasSpare)
    {
        var entities = new List<Entity> { Entity("person:p", "某人"), Entity("org:a", name), Entity("org:b", "乙"), Entity("org:c", "丙") };
        entities.AddRange(Events.Select(e => Entity(e, name + "论坛" + e[^1])));
        if (hasSpare) entities.Add(Entity("org:spare", "多余"));
        var named = documents.Select((d, i) => d is null ? null : Named(d, string.Create(CultureInfo.InvariantCulture, $"doc-{i}"))).OfType<SeedDocument>().ToList();

        // An entity that no document of this folder names may be gone from it.
        var used = named.SelectMany(d => d.Claims).SelectMany(c => new[] { c.Claim.Subject.Value, c.Claim.Object?.Value, c.Claim.Qualifiers[QualifierName.OnBehalfOf] }).ToHashSet();
        entities.RemoveAll(e => e.Id.Value == "org:c" && !used.Contains("org:c"));
        return new SeedGraph(entities, named, "hash");
    }

    private static SeedDocument Named(SeedDocument document, string id) => new(
        document.Record with { Id = new(id), Properties = Qualifiers.Of([.. document.Record.Properties.Select(p => (p.Key, (string?)p.Value)), ("sha256", new string(id[^1], 64))]) },
        [.. document.Claims.Select(c => c with { Evidence = [.. c.Evidence.Select(e => new Evidence(new(id), e.Quote, e.Span, e.Grade, e.Note, null))] })]);

    private static Entity Record(string? published) => new(
        new("doc"),
        "DOCUMENT",
        null,
        [new Name("报道", "zh-Hans", "FULL", true, null, null)],
        [],
        Qualifiers.Of(("language", "zh-Hans"), ("licence", "Made up."), ("published", published is null ? null : PartialDateCode.Encode(PartialDate.Of(published)))),
        null);

    private static Entity Entity(string id, string name)
    {
        var kind = Terms.KindOfId(id)!.Id;
        return new Entity(new(id), kind, kind == "ORGANISATION" ? "COMPANY" : null, [new Name(name, "zh-Hans", "FULL", true, null, null)], [], Qualifiers.None, null);
    }

    private static Evidence[] Evidence(int start) => [new Evidence(new("doc"), "字", new Span(start, start + 1), Grade.Inferred, "so", null)];

    private static Gen<PartialDate?> When() => DateTexts.Select(d => d is null ? null : PartialDate.Of(d));
}
