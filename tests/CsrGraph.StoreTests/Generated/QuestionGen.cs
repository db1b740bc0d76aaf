using System.Globalization;
using CsCheck;
using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Text;

namespace CsrGraph.StoreTests.Generated;

/// <summary>Makes questions about a world, and the states that they are put to.</summary>
internal static class QuestionGen
{
    private static readonly Gen<PageDraft> Pages = Gen.Select(
        Gen.Frequency((3, Gen.Int[1, 4]), (2, Gen.Const(int.MaxValue)), (1, Gen.Const(0))), Place(), Place(), Gen.Frequency((2, false), (1, true)),
        (limit, after, before, fromEnd) => new PageDraft(limit, after, before, fromEnd));

    private static readonly Gen<AsOf> States = Gen.Select(
        Gen.Frequency((4, Gen.Const((long)World.States)), (4, Gen.Int[0, World.States].Select(head => (long)head))),
        Gen.Frequency(
            (2, Gen.Const((DateOnly?)null)),
            (1, Gen.Select(Gen.Int[0, 3], Gen.Int[-1, 400], (at, off) => (DateOnly?)DateOnly.FromDayNumber(Days.All[at] + off)))),
        (head, day) => new AsOf(head, day));

    /// <summary>Questions with the state that each is put to.</summary>
    public static Gen<(Question Question, AsOf AsOf)> Of(World world)
    {
        var filters = new FilterGen(world);
        var ids = world.Entities.Select(e => e.First.Id.Value).ToArray();
        var former = world.Entities.SelectMany(e => e.First.Formerly).Select(f => f.Value);
        var anyIds = Gen.OneOf([.. ids, .. former, "org:nobody", "nonsense"]).List[0, 6].Select(Distinct);
        var kinds = Gen.OneOf(world.Entities.Select(e => e.First.Kind).Distinct().ToArray()).List[1, 4].Select(Distinct);
        var claims = Gen.OneOf(world.Claims.Select(c => c.Claim.Id).ToArray());

        var find = Gen.Select(kinds, FilterGen.Maybe(filters.Entity), Sort(EntitySort(filters)), Gen.Bool, Pages, (some, filter, sort, total, page) =>
            new FindQuestion(new FindRequest { Kinds = some, Filter = filter, Sort = sort, Page = PageRequest.All, WantsTotal = total }, page));

        var search = Gen.Select(Searched(world), kinds, Gen.Bool, Pages, (text, some, total, page) =>
            new SearchQuestion(new SearchRequest(text, some, PageRequest.All, total), page));

        var evidence = Gen.Select(
            claims.List[0, 8], Gen.Int[0, 4], (some, first) => new EvidenceQuestion([.. some.Distinct()], first == 0 ? int.MaxValue : first - 1));

        var question = Gen.Frequency<Question>(
            (1, anyIds.Select(some => new EntitiesQuestion(some))),
            (6, find),
            (6, Relations(world, filters, ids)),
            (4, Claims(world, filters, ids)),
            (2, evidence),
            (4, search),
            (1, Gen.Enum<CountOf>().Select(of => new CountQuestion(of))),
            (1, ChangeSets()),
            (1, Gen.Int[0, World.States].Select(after => new ChangesQuestion(after))));
        return Gen.Select(question, States);
    }

    private static Gen<RelationQuestion> Relations(World world, FilterGen filters, string[] ids)
    {
        var rosters = world.Claims.Where(c => c.Claim.Kind == ClaimKind.Roster).Select(c => c.Claim.Id.ToString()).Append("nonsense").ToArray();
        var request = Gen.Select(
            Gen.Frequency((4, RelationAnchors.Entities), (1, RelationAnchors.Rosters), (1, RelationAnchors.DocumentsOf)),
            filters.Relations,
            Gen.OneOf(world.Claims.Where(c => c.Claim.Kind == ClaimKind.Relation).Select(c => c.Claim).ToArray()).List[1, 4],
            Gen.OneOf(ids).List[0, 3],
            Gen.OneOf(rosters).List[0, 3],
            FilterGen.Maybe(filters.Entity),
            FilterGen.Maybe(filters.Claim),
            Gen.Select(Sort(RelationSort(filters)), Gen.Bool),
            (of, key, near, some, counted, far, edge, how) => new RelationRequest
            {
                Of = of,
                Anchors = Distinct(of == RelationAnchors.Rosters ? counted : [.. some, .. near.SelectMany(c => new[] { c.Subject.Value, c.Object!.Value.Value })]),
                Relation = of == RelationAnchors.Entities ? key : key with { Type = near[0].Type },
                Far = far,
                Edge = of == RelationAnchors.DocumentsOf ? null : edge,
                Sort = how.Item1,
                Page = PageRequest.All,
                WantsTotals = how.Item2,
            });
        return Gen.Select(request, request, Pages, (one, other, page) => new RelationQuestion(one, other, page));
    }

    private static Gen<ClaimQuestion> Claims(World world, FilterGen filters, string[] ids)
    {
        var claimIds = world.Claims.Select(c => c.Claim.Id.ToString()).Append("nonsense").ToArray();
        var documents = ids.Where(id => !id.Contains(':', StringComparison.Ordinal)).ToArray();
        return Gen.Enum<ClaimsBy>().SelectMany(by => Gen.Select(
            Gen.OneOf(by switch
            {
                ClaimsBy.Id => claimIds,
                ClaimsBy.Document => documents,
                ClaimsBy.AddedIn or ClaimsBy.RetractedIn => [.. Enumerable.Range(0, World.States + 2).Select(n => n.ToString(CultureInfo.InvariantCulture))],
                _ => ids,
            }).List[by == ClaimsBy.All ? 0 : 1, by == ClaimsBy.All ? 0 : 6],
            FilterGen.Maybe(filters.Claim),
            Sort(Term(SortBy.When, SortBy.Rank)),
            Gen.Bool,
            Gen.Frequency((2, false), (1, true)),
            Pages,
            (anchors, filter, sort, totals, withRetracted, page) => new ClaimQuestion(
                new ClaimRequest
                {
                    By = by,
                    Anchors = Distinct(anchors),
                    Filter = filter,
                    Sort = sort,
                    Page = PageRequest.All,
                    WantsTotals = totals,
                    WithRetracted = withRetracted,
                },
                page)));
    }

    private static Gen<ChangeSetQuestion> ChangeSets() => Gen.Select(
        Gen.Int[0, 7],
        Gen.Int[0, 12],
        Gen.Int[0, 12],
        (limit, number, upTo) => new ChangeSetQuestion(
            new ChangeSetRequest(limit, number > World.States + 1 ? null : number, upTo > World.States + 1 ? null : upTo)));

    // Parts of names, their pinyin and initials, and in other cases and widths.
    private static Gen<string> Searched(World world)
    {
        var names = world.Entities.SelectMany(e => e.First.Names.Concat(e.Second.Names)).Select(n => n.Text).ToArray();
        var keys = names.Select(SearchKeys.Of).ToArray();
        return Gen.OneOf(
            Gen.OneOf(names),
            FilterGen.Part(names),
            FilterGen.Part(names).Select(text => text.ToUpperInvariant() + " "),
            Gen.OneOf(keys.SelectMany(k => k.Pinyin).Where(p => p.Length > 0).ToArray()).SelectMany(Beginning),
            Gen.OneOf(keys.SelectMany(k => k.Initials).Where(i => i.Length > 0).ToArray()).SelectMany(Beginning),
            Gen.OneOf("", " 《》", "網絡", "責任", "０", "AND \"x", "不在"));
    }

    private static Gen<string> Beginning(string text) => Gen.Int[1, text.Length].Select(length => text[..length]).Where(part => !char.IsHighSurrogate(part[^1]));

    private static Gen<SortTerm> EntitySort(FilterGen filters) => Gen.Frequency<SortTerm>((2, Term(SortBy.Name, SortBy.Date)), (1, CountTerm(filters)));

    private static Gen<SortTerm> RelationSort(FilterGen filters) =>
        Gen.Frequency<SortTerm>((4, Term(SortBy.Name, SortBy.Date, SortBy.When, SortBy.Rank)), (1, CountTerm(filters)));

    private static Gen<SortTerm> Term(params SortBy[] by) => Gen.Select(Gen.OneOf(by), Gen.Bool, (one, descending) => new SortTerm(one, descending));

    private static Gen<SortTerm> CountTerm(FilterGen filters) =>
        Gen.Select(Gen.Bool, filters.Relations, (descending, key) => new SortTerm(SortBy.RelationCount, descending, key));

    private static Gen<IReadOnlyList<SortTerm>> Sort(Gen<SortTerm> term) => term.List[0, 3].Select(terms => (IReadOnlyList<SortTerm>)terms);

    private static Gen<int?> Place() => Gen.Frequency((2, Gen.Const((int?)null)), (1, Gen.Int[0, 30].Select(place => (int?)place)));

    private static IReadOnlyList<string> Distinct(IEnumerable<string> some) => [.. some.Distinct()];
}
