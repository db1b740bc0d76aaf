using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;
using static CsrGraph.StoreTests.Harness.Make;

namespace CsrGraph.StoreTests;

public sealed class SearchSpecs
{
    private static readonly string[] Kinds = ["ORGANISATION", "PERSON"];

    [Theory, EveryStore]
    public Task A_full_name_that_reads_just_so_comes_before_longer_ones(string store) => Finds(
        store, "北京大学", ("org:pku", "北京大学", SearchReason.Exact), ("org:pku-press", "北京大学出版社", SearchReason.Prefix));

    [Theory, EveryStore]
    public Task A_short_name_that_reads_just_so(string store) => Finds(store, "北大", ("org:pku", "北大", SearchReason.ShortName));

    [Theory, EveryStore]
    public Task A_short_name_that_several_share_finds_them_by_id(string store) => Finds(
        store, "专委会", ("org:board-a", "专委会", SearchReason.ShortName), ("org:board-b", "专委会", SearchReason.ShortName));

    [Theory, EveryStore]
    public Task A_full_name_that_identifies_nobody_is_no_exact_match(string store) => Finds(store, "委员会", ("org:board-a", "委员会", SearchReason.Prefix));

    [Theory, EveryStore]
    public Task A_part_from_within_a_name(string store) => Finds(store, "大学出版", ("org:pku-press", "北京大学出版社", SearchReason.Substring));

    [Theory, EveryStore]
    public Task One_character_finds_names_that_hold_it(string store) => Finds(
        store, "出", ("org:pku-press", "北京大学出版社", SearchReason.Substring));

    [Theory, EveryStore]
    public Task Pinyin_whole_or_begun(string store) => Finds(store, "wangm", ("person:wang-ming", "王明", SearchReason.Pinyin));

    [Theory, EveryStore]
    public Task Initials_whole_or_begun(string store) => Finds(
        store, "bjdx", ("org:pku", "北京大学", SearchReason.Initials), ("org:pku-press", "北京大学出版社", SearchReason.Initials));

    [Theory, EveryStore]
    public Task Every_reading_of_a_surname_is_found(string store) => Finds(store, "shanyun", ("person:shan-yun", "单云", SearchReason.Pinyin));

    [Theory, EveryStore]
    public Task Traditional_characters_find_simplified_names(string store) => Finds(
        store, "北京大學", ("org:pku", "北京大学", SearchReason.Exact), ("org:pku-press", "北京大学出版社", SearchReason.Prefix));

    [Theory, EveryStore]
    public Task Case_width_spaces_and_quotation_marks_are_ignored(string store) => Finds(
        store, " 《ＡＣＭＥ》 co", ("org:acme", "“Acme” Co.", SearchReason.Exact));

    [Theory, EveryStore]
    public Task A_name_in_letters_and_digits_by_its_beginning(string store) => Finds(store, "36", ("org:s360", "360集团", SearchReason.Prefix));

    [Theory, EveryStore]
    public Task An_entity_comes_once_with_its_best_name(string store) => Finds(
        store, "acmeco", ("org:acme", "“Acme” Co.", SearchReason.Exact));

    [Theory, EveryStore]
    public Task What_matches_nothing_finds_nothing(string store) => Finds(store, "不存在的名");

    [Theory, EveryStore]
    public Task Signs_alone_find_nothing(string store) => Finds(store, " 《》-- ");

    [Theory, EveryStore]
    public Task Words_that_query_languages_know_are_names_like_others(string store) => Finds(store, "OR NOT", ("org:ornot", "Or Not", SearchReason.Exact));

    [Theory, EveryStore]
    public async Task Kinds_not_asked_for_are_left_out(string store)
    {
        await using var graph = await NamesAsync(store);
        Assert.Empty((await graph.SearchAsync(new SearchRequest("北京大学", ["PERSON"], PageRequest.All))).Rows);
    }

    [Theory, EveryStore]
    public async Task Hits_are_paged_both_ways_and_counted(string store)
    {
        await using var graph = await NamesAsync(store);
        var all = await graph.SearchAsync(new SearchRequest("a", Kinds, PageRequest.All, WantsTotal: true));
        Assert.Equal(["org:a-b", "org:aa", "org:acme", "org:abc"], all.Rows.Select(r => r.Entity.Id.Value));
        Assert.Equal(4, all.Total);
        Assert.Equal([(long)SearchReason.Prefix, 2L], all.Rows[0].Position.Values);

        var second = await graph.SearchAsync(new SearchRequest("a", Kinds, new PageRequest(2, After: all.Rows[0].Position), WantsTotal: true));
        Assert.Equal(["org:aa", "org:acme"], second.Rows.Select(r => r.Entity.Id.Value));
        Assert.Equal((true, true, 4), (second.HasNext, second.HasPrevious, second.Total));

        var first = await graph.SearchAsync(new SearchRequest("a", Kinds, new PageRequest(1, Before: all.Rows[2].Position, FromEnd: true)));
        Assert.Equal(["org:aa"], first.Rows.Select(r => r.Entity.Id.Value));
        Assert.Equal((true, true, null), (first.HasNext, first.HasPrevious, first.Total));
    }

    [Theory, EveryStore]
    public async Task Names_are_those_that_stood_at_the_head(string store)
    {
        await using var graph = await NamesAsync(store);
        var given = Assert.IsType<Entity>(await graph.EntityAsync("person:wang-ming"));
        await graph.ApplyAsync(new Change.EntityRetracted(given), new Change.EntityAdded(given with { Names = [Full("李四")] }));
        Assert.Empty((await graph.SearchAsync(new SearchRequest("王明", Kinds, PageRequest.All))).Rows);
        Assert.Single((await graph.SearchAsync(new SearchRequest("李四", Kinds, PageRequest.All))).Rows);
        Assert.Empty((await graph.SearchAsync(new SearchRequest("李四", Kinds, PageRequest.All), new AsOf(1))).Rows);
        Assert.Equal("王明", Assert.Single((await graph.SearchAsync(new SearchRequest("wangming", Kinds, PageRequest.All), new AsOf(1))).Rows).MatchedName);
    }

    private static async Task<GraphUnderTest> NamesAsync(string store)
    {
        var graph = await GraphUnderTest.EmptyAsync(store);
        Entity[] entities =
        [
            Organisation("org:pku", "UNIVERSITY", Full("北京大学"), Short("北大")),
            Organisation("org:pku-press", "COMPANY", Full("北京大学出版社")),
            Organisation("org:board-a", "OTHER", Full("委员会", isMatchable: false), Short("专委会", isMatchable: false)),
            Organisation("org:board-b", "OTHER", Full("某工作组"), Short("专委会", isMatchable: false)),
            Organisation("org:acme", "COMPANY", Full("“Acme” Co."), Full("Acme Co Limited"), Full("Co Acme Co")),
            Organisation("org:s360", "COMPANY", Full("360集团")),
            Organisation("org:ornot", "COMPANY", Full("Or Not")),
            Organisation("org:aa", "COMPANY", Full("AA")),
            Organisation("org:a-b", "COMPANY", Full("A-B")),
            Organisation("org:abc", "COMPANY", Full("Zabc")),
            Person("person:wang-ming", "王明"),
            Person("person:shan-yun", "单云"),
        ];
        await graph.ApplyAsync([.. entities.Select(e => new Change.EntityAdded(e))]);
        return graph;
    }

    private static async Task Finds(string store, string text, params (string Id, string Name, SearchReason Reason)[] hits)
    {
        await using var graph = await NamesAsync(store);
        var page = await graph.SearchAsync(new SearchRequest(text, Kinds, PageRequest.All, WantsTotal: true));
        Assert.Equal(hits, page.Rows.Select(r => (r.Entity.Id.Value, r.MatchedName, r.Reason)));
        Assert.Equal(hits.Length, page.Total);
    }
}
