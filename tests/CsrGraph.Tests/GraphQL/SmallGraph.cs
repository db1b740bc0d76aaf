using CsrGraph.GraphQL;
using CsrGraph.InMemory;
using CsrGraph.Model;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>
/// A forum in 2018, an expo in 2024 and a meeting of no known date; three pledges: one with an open roster, one with a closed one, one that was only
/// launched. Change-set 2 moves iQiyi from the forum to the expo.
/// </summary>
public sealed class SmallGraph : IAsyncLifetime
{
    internal CountingStore Store { get; } = new(new InMemoryStore());

    internal Asking Ask { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var first = new GraphBuilder()
            .Document("doc-a", "论坛报道", "2018-08-27", (DocumentProperty.Publisher, "org:assoc"), (DocumentProperty.Language, "zh-Hans"), (DocumentProperty.Retrieved, "2025-01-20"))
            .Document("doc-b", "博览会报道", null, (DocumentProperty.CopiedFrom, "doc-a"))
            .Entity("org:nrta", "ORGANISATION", "广电总局", "REGULATOR", english: "NRTA")
            .Entity("org:tencent", "ORGANISATION", "腾讯", "COMPANY", english: "Tencent")
            .Entity("org:iqiyi", "ORGANISATION", "爱奇艺", "COMPANY", formerly: "org:qiyi")
            .Entity("org:assoc", "ORGANISATION", "网络协会", "ASSOCIATION")
            .Entity("org:plain", "ORGANISATION", "无类机构")
            .Entity("person:wang", "PERSON", "王波")
            .Entity("person:li", "PERSON", "李梅")
            .Entity("event:forum", "EVENT", "责任论坛", date: "2018-08-26")
            .Entity("event:expo", "EVENT", "视听博览会", date: "2024")
            .Entity("event:meeting", "EVENT", "座谈会")
            .Entity("pledge:open", "PLEDGE", "开放倡议", date: "2018-08-26")
            .Entity("pledge:closed", "PLEDGE", "封闭公约")
            .Entity("pledge:launched", "PLEDGE", "发布倡议")
            .Entity("place:beijing", "PLACE", "北京")
            .Relation("GUIDED", "org:nrta", "event:forum", (QualifierName.Jointly, "true"))
            .Relation("GUIDED", "org:assoc", "event:expo", (QualifierName.Title, "指导单位"), (QualifierName.Certainty, "UNCERTAIN"))
            .Relation("HOSTED", "org:assoc", "event:forum")
            .Relation("HOSTED", "org:tencent", "event:expo")
            .Relation("ATTENDED", "org:tencent", "event:forum")
            .Relation("ATTENDED", "org:tencent", "event:expo")
            .Relation("SPOKE_AT", "person:wang", "event:forum", ("act", "SPEECH"), (QualifierName.Title, "广电总局副局长"), (QualifierName.OnBehalfOf, "org:nrta"))
            .Relation("SPOKE_AT", "person:wang", "event:forum", ("act", "ADDRESS"), (QualifierName.Title, "副局长"))
            .Relation("SPOKE_AT", "person:li", "event:forum", ("act", "ADDRESS"), ("topic", "pledge:open"))
            .Relation("HOLDS_POSITION", "person:wang", "org:nrta", (QualifierName.Title, "副局长"), ("state", "CURRENT"))
            .Relation("HELD_IN", "event:forum", "place:beijing");
        var moved = first.Relation("ATTENDED", "org:iqiyi", "event:forum").Last;
        Rosters(first);
        first.Add(new Figure(new EntityId("event:forum"), "参会人数", "200余人", new PrintedQuantity(200, null, "MORE_THAN", "人"), new EntityId("place:beijing"), PartialDate.Of("2018")).ToClaim());
        first.Add(new Quotation(new EntityId("person:wang"), "强调", "担当", true, new EntityId("event:forum"), null, new EntityId("pledge:open"), 1).ToClaim());
        first.Add(new Claim(
            ClaimKind.Statement, "ATTRIBUTE", new EntityId("event:forum"), null, Qualifiers.Of((QualifierName.Attribute, "HELD")), PartialDate.Of("2018-08-26", "8月26日晚", "the year is in the name", TimeOfDay.Evening)));
        first.Add(new Claim(ClaimKind.Statement, "ATTRIBUTE", new EntityId("event:expo"), null, Qualifiers.Of((QualifierName.Attribute, "LIFE_STATE"), (QualifierName.Text, "PLANNED")), null), document: "doc-b");
        first.Add(new Claim(ClaimKind.Credit, "REPORTER", new EntityId("doc-a"), new EntityId("person:li"), Qualifiers.None, null));
        first.Add(new Claim(ClaimKind.Credit, "PHOTO", new EntityId("doc-a"), null, Qualifiers.Of((QualifierName.Printed, "主办方")), null));
        await first.ApplyAsync(Store);

        var second = new GraphBuilder().Retract(moved);
        second.Add(new Claim(ClaimKind.Relation, "ATTENDED", new EntityId("org:iqiyi"), new EntityId("event:expo"), Qualifiers.None, null), PartialDate.Of("2024"));
        await second.ApplyAsync(Store, 1, new DateTimeOffset(2025, 2, 1, 0, 0, 0, TimeSpan.Zero));
        Ask = new Asking(new GraphQLApi(VocabularyDefinition.Load(), Store));
    }

    public async ValueTask DisposeAsync()
    {
        Ask?.Dispose();
        await Store.DisposeAsync();
    }

    private static void Rosters(GraphBuilder graph)
    {
        var open = Roster("pledge:open", "SIGNED", "3家企业", new StatedCount(3, 3, "EXACT"), "OPEN");
        graph.Add(open);
        graph.Add(Signed("org:tencent", "pledge:open"), roster: open.Id);
        var closed = Roster("pledge:closed", "SIGNED", "腾讯和爱奇艺", new StatedCount(2, 2, "EXACT"), "CLOSED");
        graph.Add(closed);
        graph.Add(Signed("org:tencent", "pledge:closed"), roster: closed.Id);
        graph.Add(Signed("org:iqiyi", "pledge:closed"), roster: closed.Id);
        graph.Add(Roster("pledge:launched", "LAUNCHED", "60余名大V", new StatedCount(60, null, "MORE_THAN"), "UNKNOWN"));
    }

    private static Claim Roster(string pledge, string role, string raw, StatedCount stated, string closure) =>
        new Roster(new EntityId(pledge), role, raw, null, stated, "家", closure).ToClaim();

    private static Claim Signed(string agent, string pledge) =>
        new(ClaimKind.Relation, "SIGNED", new EntityId(agent), new EntityId(pledge), Qualifiers.None, null);
}
