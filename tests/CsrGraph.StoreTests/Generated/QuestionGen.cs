using CsCheck;
using CsrGraph.Store;
using CsrGraph.Text;
using CsrGraph.Vocabulary;

namespace CsrGraph.StoreTests.Generated;

/// <summary>Makes questions about a world, and the states that they are put to.</summary>
internal static class QuestionGen
{
    /// <summary>Shapes of questions with the state that each is put to.</summary>
    public static Gen<Gen<(Question Question, AsOf AsOf)>> Of(World world)
    {
        var filters = new EntityFilterGen(world);
        var kinds = Kinds(world);
        var claims = new ClaimQuestionGen(world, filters);
        return Gen.Frequency(
            (5, Put(Shape.Of(Entities(world)))),
            (3, Put(Shape.Of(Entities(world)), States.OftenEmpty)),
            (28, Put(Find(filters, kinds))),
            (26, Put(claims.Relations())),
            (18, Put(claims.Claims())),
            (8, Put(claims.Evidence())),
            (16, Put(Search(world, kinds))),
            (8, Put(Shape.Of(Shape.Some(Enum.GetValues<CountOf>(), 1, 9).Select(Question (of) => new CountQuestion(of))), States.OftenEmpty)),
            (24, Put(Paged(new GroupGen(world, filters).Any(kinds), (requests, page) => new GroupQuestion(requests, page)))),
            (10, Put(Shape.Of(ChangeSets()))),
            (7, Put(Shape.Of(Gen.Int[0, World.States].Select(Question (after) => new ChangesQuestion(after))))));
    }

    // Often those that have a category or properties.
    private static Gen<IReadOnlyList<string>> Kinds(World world)
    {
        string[] all = [.. world.Entities.Select(e => e.First.Kind)];
        string[] rich = [.. all.Where(kind => kind is KindDefinition.Document or "ORGANISATION")];
        return Gen.Select(Shape.Some(all, 1, 3), Shape.Some(rich, 1, 1), Gen.Int[0, 3], (some, one, which) => (IReadOnlyList<string>)(which switch
        {
            0 => [.. some.Union(one)],
            1 => one,
            _ => some,
        }));
    }

    private static Gen<Gen<(Question, AsOf)>> Put(Gen<Gen<Question>> question, Gen<Gen<AsOf>>? states = null) =>
        Gen.Select(question, states ?? States.Any, (q, s) => Gen.Select(q, s));

    private static Gen<Question> Entities(World world)
    {
        var former = world.Entities.SelectMany(e => e.First.Formerly.Concat(e.Second.Formerly)).Select(f => f.Value);
        return Gen.Select(
            Shape.Some([.. world.Entities.Select(e => e.First.Id.Value), "org:nobody", "nonsense"], 0, 5),
            Shape.Some([.. former, "org:old"], 0, 3),
            Question (own, merged) => new EntitiesQuestion([.. own, .. merged]));
    }

    private static Gen<Gen<Question>> Find(EntityFilterGen filters, Gen<IReadOnlyList<string>> kinds)
    {
        var request =
            from some in kinds
            from filter in Shape.Maybe(90, filters.Filters(some))
            from sort in Sorts.OfEntities(filters, some)
            from total in Gen.Bool
            from parts in Gen.Frequency((3, EntityParts.Record), (1, EntityParts.Heading))
            from places in Gen.Frequency((3, true), (1, false))
            from aggregates in GroupGen.Aggregates
            select filter.Select(f => new FindRequest
            {
                Kinds = some,
                Filter = f,
                Sort = sort,
                Page = PageRequest.All,
                WantsTotal = total,
                Parts = parts,
                WantsPlaces = places,
                Aggregates = aggregates,
            });
        return Paged(request, (requests, page) => new FindQuestion(requests, page));
    }

    private static Gen<Gen<Question>> Search(World world, Gen<IReadOnlyList<string>> kinds)
    {
        var request =
            from some in kinds
            from total in Gen.Bool
            from aggregates in GroupGen.Aggregates
            select Searched(world, some).Select(t => new SearchRequest(t, some, PageRequest.All, total, aggregates));
        return Paged(request, (requests, page) => new SearchQuestion(requests, page));
    }

    /// <summary>Shapes of questions of one request, now and then two; the first one is paged.</summary>
    public static Gen<Gen<Question>> Paged<T>(Gen<Gen<T>> request, Func<IReadOnlyList<T>, PageDraft, Question> question) =>
        from count in Gen.Frequency((3, 1), (2, 2))
        from requests in request.Several(count, count)
        from page in PageDraft.Any
        select Gen.Select(requests, page, question);

    private static Gen<Question> ChangeSets()
    {
        var number = Gen.Int[0, World.States + 2].Select(n => (long?)n);
        var moment = Gen.Int[-1, 6 * World.States].Select(n => (DateTimeOffset?)World.Begin.AddHours(n * 5));
        var never = Gen.Const((long?)null);
        var request = Gen.Select(
            Gen.Int[0, World.States + 2],
            Gen.Frequency((2, never), (1, number)),
            Gen.Frequency((1, never), (1, number)),
            Gen.Frequency((1, Gen.Const((DateTimeOffset?)null)), (1, moment)),
            (limit, only, upTo, at) => new ChangeSetRequest(limit, only, upTo, at));
        return request.List[1, 5].Select(Question (requests) => new ChangeSetQuestion(requests));
    }

    // Whole names, parts of them, their pinyin and initials, and in other cases and widths.
    private static Gen<string> Searched(World world, IReadOnlyList<string> kinds)
    {
        var all = world.Entities.Where(e => kinds.Contains(e.First.Kind)).SelectMany(e => e.First.Names.Concat(e.Second.Names)).ToArray();
        var names = all.Select(n => n.Text).ToArray();
        var shorts = all.Where(n => n.Type == "SHORT").Select(n => n.Text).DefaultIfEmpty("nobody").ToArray();
        var keys = names.Select(SearchKeys.Of).ToArray();
        return Gen.Frequency(
            (2, Shape.Pick(names)),
            (3, Shape.Pick(shorts)),
            (3, Texts.Part(names)),
            (1, Texts.Part(names).Select(text => text.ToUpperInvariant() + " ")),
            (2, Shape.Pick(keys.SelectMany(k => k.Pinyin).Where(p => p.Length > 0).ToArray()).SelectMany(Beginning)),
            (4, Shape.Pick(keys.SelectMany(k => k.Initials).Where(i => i.Length > 0).ToArray()).SelectMany(Beginning)),
            (1, Gen.OneOf("", " 《》", "網絡", "責任", "０", "AND \"x", "不在")));
    }

    private static Gen<string> Beginning(string text) => Gen.Int[Math.Min(2, text.Length), text.Length].Select(length => text[..length])
        .Where(part => !char.IsHighSurrogate(part[^1]));
}
