using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

public sealed class GroupSpecs
{
    private static readonly GroupKey Kind = new(GroupBy.Kind);
    private static readonly GroupKey Category = new(GroupBy.Category);
    private static readonly GroupKey Year = new(GroupBy.Year);
    private static readonly GroupKey Month = new(GroupBy.Month);
    private static readonly GroupKey Type = new(GroupBy.RelationType);
    private static readonly GroupKey Publisher = new(GroupBy.Publisher);

    [Theory, EveryStore]
    public async Task Entities_by_category_the_largest_group_first_and_those_without_one_together(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal([("COMPANY", 2), ("ASSOCIATION", 1), ("-", 1)], await graph.GroupsAsync(Entities(["ORGANISATION"], Category)));
    }

    [Theory, EveryStore]
    public async Task A_year_or_a_month_is_that_which_a_whole_date_lies_in(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal([("-", 2), ("2023", 1), ("2024", 1)], await graph.GroupsAsync(Entities(["EVENT"], Year)));
        Assert.Equal([("2018", 1), ("-", 1)], await graph.GroupsAsync(Entities(["PLEDGE"], Year)));
        Assert.Equal([("-", 2)], await graph.GroupsAsync(Entities(["PLEDGE"], Month)));
        Assert.Equal([("2018-03", 1), ("2024-11", 1), ("-", 1)], await graph.GroupsAsync(Entities(["DOCUMENT"], Month)));
    }

    [Theory, EveryStore]
    public async Task What_has_several_values_is_in_a_group_for_each(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal(
            [("ATTENDED", 3), ("SIGNED", 3), ("SAME_AS", 2), ("GUIDED", 1), ("HOLDS_POSITION", 1)], await graph.GroupsAsync(Entities(["ORGANISATION"], Type)));
        var far = new GroupKey(GroupBy.Far, new RelationKey("ATTENDED", RelationEnd.Subject));
        Assert.Equal(
            [("event:forum", 3), ("event:fair", 1), ("event:summit", 1), ("-", 1)], await graph.GroupsAsync(Entities(["ORGANISATION"], far)));
    }

    [Theory, EveryStore]
    public async Task A_publisher_is_a_documents_own_and_of_others_that_of_what_speaks_of_them(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal([("org:beta", 1), ("org:gamma", 1), ("-", 1)], await graph.GroupsAsync(Entities(["DOCUMENT"], Publisher)));
        Assert.Equal([("-", 2)], await graph.GroupsAsync(Entities(["PLEDGE"], Publisher)));
        Assert.Equal([("org:beta", 2), ("org:gamma", 2), ("-", 1)], await graph.GroupsAsync(Entities(["EVENT"], Publisher)));
        Assert.Equal([("org:gamma", 12), ("org:beta", 4), ("-", 4)], await graph.GroupsAsync(Claims(Publisher)));
    }

    [Theory, EveryStore]
    public async Task Claims_by_one_key_and_by_two(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal([("Relation", 15), ("Credit", 1), ("Figure", 1), ("Roster", 1)], await graph.GroupsAsync(Claims(Kind)));
        Assert.Equal([("ATTENDED", 1), ("SAME_AS", 1), ("-", 1)], await graph.GroupsAsync(Claims(Type) with { Filter = new ClaimFilter.FromDayMissing() }));
        Assert.Equal(
            [("ATTENDED,COMPANY", 5), ("ATTENDED,-", 1)],
            await graph.GroupsAsync(Claims(Type, Category) with { Filter = new ClaimFilter.TypeIn(["ATTENDED"]) }));
        Assert.Equal([("2018,SIGNED", 3), ("2018,-", 1)], (await graph.GroupsAsync(Claims(Year, Type))).Where(g => g.Id.StartsWith("2018", StringComparison.Ordinal)));
    }

    [Theory, EveryStore]
    public async Task Only_groups_that_are_large_enough_and_a_filter_chooses_what_is_counted(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal([("COMPANY", 2)], await graph.GroupsAsync(Entities(["ORGANISATION"], Category) with { AtLeast = 2 }));
        var signed = new EntityFilter.Related(new RelationKey("SIGNED", RelationEnd.Subject), false, null, null);
        Assert.Equal([("COMPANY", 2), ("ASSOCIATION", 1)], await graph.GroupsAsync(Entities(["ORGANISATION"], Category) with { Filter = signed }));
        Assert.Empty(await graph.GroupsAsync(Entities(["PLACE"], Kind)));
    }

    [Theory, EveryStore]
    public async Task Groups_are_sorted_by_number_or_key_and_paged_with_their_number(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var byKey = Claims(Type) with { Sort = [new GroupSort(false, true)], Page = new PageRequest(2), WantsTotal = true };
        var first = await PageAsync(byKey);
        Assert.Equal([("SPOKE_AT", 2), ("SIGNED", 3)], GraphUnderTest.Groups(first));
        Assert.Equal((true, false, 7L), (first.HasNext, first.HasPrevious, first.Total));
        var next = await PageAsync(byKey with { Page = new PageRequest(9, After: first.Rows[^1].Position) });
        Assert.Equal(["SAME_AS", "HOLDS_POSITION", "GUIDED", "ATTENDED", "-"], GraphUnderTest.Groups(next).Select(g => g.Id));
        Assert.Equal((false, true), (next.HasNext, next.HasPrevious));
        var last = await PageAsync(byKey with { Page = new PageRequest(1, FromEnd: true) });
        Assert.Equal([("-", 3)], GraphUnderTest.Groups(last));
        Assert.Equal((false, true), (last.HasNext, last.HasPrevious));
        var none = await PageAsync(byKey with { Page = new PageRequest(0) });
        Assert.Equal((0, 7L), (none.Rows.Count, none.Total));

        async Task<Page<Group>> PageAsync(CountRequest request) =>
            Assert.Single(await graph.Store.CountAsync([request], graph.Now, TestContext.Current.CancellationToken));
    }

    [Theory, EveryStore]
    public async Task Groups_follow_the_head_and_the_day(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync([.. Sample.Retracting("gamma guided forum")]);
        Assert.DoesNotContain(("GUIDED", 1L), await graph.GroupsAsync(Entities(["ORGANISATION"], Type)));
        Assert.Contains(("GUIDED", 1L), await graph.GroupsAsync(Entities(["ORGANISATION"], Type), new AsOf(1)));
        Assert.Equal([("SIGNED", 2)], (await graph.GroupsAsync(Claims(Type), new AsOf(2, Make.Day("2018-01-01")))).Where(g => g.Id == "SIGNED"));
    }

    [Theory, EveryStore]
    public async Task The_members_of_groups_are_pages_of_entities_and_of_claims(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var cancellation = TestContext.Current.CancellationToken;
        var entities = (await graph.Store.RelationsAsync(
            [
                new RelationRequest
                {
                    Of = RelationAnchors.Group,
                    Group = Entities(["ORGANISATION"], Category, Type),
                    Anchors = ["COMPANY\nATTENDED", "COMPANY\nNOTHING", "\nSAME_AS"],
                    Relation = new RelationKey("", RelationEnd.Either),
                    Sort = SortTerm.Entities,
                    Page = new PageRequest(1),
                    WantsTotals = true,
                },
            ],
            graph.Now,
            cancellation))[0];
        Assert.Equal(["org:alpha"], GraphUnderTest.FarIds(entities[0]));
        Assert.Equal((2L, true), (entities[0].Total, entities[0].HasNext));
        Assert.Empty(entities[1].Rows);
        Assert.Equal(["org:delta"], GraphUnderTest.FarIds(entities[2]));

        var claims = (await graph.Store.ClaimsAsync(
            [
                new ClaimRequest
                {
                    By = ClaimsBy.Group, Group = Claims(Publisher, Type), Anchors = ["org:beta\nATTENDED", "org:gamma\n"], Page = PageRequest.All,
                },
            ],
            graph.Now,
            cancellation))[0];
        Assert.Equal(["beta attended summit"], GraphUnderTest.Names(claims[0]));
        Assert.Equal(["credit of li", "alpha figure"], GraphUnderTest.Names(claims[1]));
    }

    private static CountRequest.Entities Entities(string[] kinds, params GroupKey[] by) => new() { Kinds = kinds, By = by, Page = PageRequest.All };

    private static CountRequest.Claims Claims(params GroupKey[] by) => new() { By = by, Page = PageRequest.All };
}
