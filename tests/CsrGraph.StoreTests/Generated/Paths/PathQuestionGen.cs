using CsCheck;
using CsrGraph.Model;
using CsrGraph.Query.Paths;
using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated.Paths;

/// <summary>Makes questions for paths about a world, and the states that they are put to.</summary>
internal static class PathQuestionGen
{
    public static Gen<(PathQuestion Question, AsOf AsOf)> Of(World world)
    {
        var relations = world.Claims.Select(c => c.Claim).Where(c => c.Kind == ClaimKind.Relation).ToList();
        string[] types = [.. relations.Select(c => c.Type).Where(t => t != "SAME_AS").Distinct()];
        string[] kinds = [.. world.Entities.Select(e => e.First.Kind).Where(k => k != "DOCUMENT").Distinct()];
        string[] ids = [.. world.Entities.Where(e => e.First.Kind != "DOCUMENT").Select(e => e.First.Id.Value)];
        var others = relations.SelectMany(c => new[] { (At: c.Subject.Value, To: c.Object!.Value.Value), (At: c.Object.Value.Value, To: c.Subject.Value) })
            .ToLookup(e => e.At, e => e.To);
        var ends = Gen.Select(
            Gen.Frequency((1, Shape.Pick(ids)), (4, Shape.Pick(others.Select(o => o.Key).ToArray()))),
            Shape.Pick(ids),
            Gen.Frequency((1, Gen.Const(new List<int>())), (3, Gen.Int[0, 1_000].List[1, 5])),
            (from, any, turns) => (From: from, To: turns.Count == 0 ? any : turns.Aggregate(from, (at, turn) => others[at].ElementAtOrDefault(turn % Math.Max(1, others[at].Count())) ?? at)));
        var question =
            from pair in ends
            from maxLength in Gen.Int[1, PathQuestion.LongestPath]
            from onlyTypes in Shape.Maybe(15, Shape.Of(Shape.Some(types, 2, 6))).SelectMany(t => t)
            from onlyKinds in Shape.Maybe(15, Shape.Of(Shape.Some(kinds, 2, 6))).SelectMany(k => k)
            from hubLimit in Gen.Frequency((2, Gen.Int[1, 8]), (1, Gen.Const(200)))
            from first in Gen.Int[0, 12]
            from uncertain in Gen.Frequency((2, false), (1, true))
            select new PathQuestion(pair.From, pair.To)
            {
                MaxLength = maxLength,
                RelationTypes = onlyTypes,
                Kinds = onlyKinds,
                HubLimit = hubLimit,
                First = first,
                IsUncertain = uncertain,
            };
        return Gen.Select(question, States.Any.SelectMany(s => s));
    }
}
