using CsCheck;
using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.StoreTests.Generated;

/// <summary>Makes worlds over the vocabulary: few names, days and qualifiers, so that much is alike and ties are common.</summary>
internal static class WorldGen
{
    private const int EntitiesOfAKind = 5;

    private static readonly VocabularyDefinition Vocabulary = VocabularyDefinition.Load();

    private static readonly Gen<string> Text = Gen.OneOf(
        "中国", "网络", "责任", "论坛", "北京", "重庆", "大学", "单", "Alpha", "beta", "360", "a%b_c", "O'Neil", "“绿”", "é", "😀", "Z");

    private static readonly Gen<string> NameText = Gen.Frequency((1, Text.List[1, 1]), (1, Text.List[1, 3])).Select(parts => string.Concat(parts));

    private static readonly Gen<PartialDate?> Date = Gen.OneOf(
        null, PartialDate.Of("2018"), PartialDate.Of("2018-05"), PartialDate.Of("2019-01-01"), PartialDate.Of("2018/2020-06"), PartialDate.Of(null, "近日"));

    private static readonly Gen<ClaimOrder> Order = Gen.Select(
        Gen.OneOf<int?>(null, Days.All[0], Days.All[1], Days.All[2], Days.All[3]),
        Gen.Frequency((3, Gen.Const((int?)null)), (1, Shape.Pick(Days.Lengths).Select(length => (int?)length))),
        Gen.Int[0, 6],
        (from, length, rank) => new ClaimOrder(from, length is null ? null : (from ?? Days.All[1]) + length, rank));

    private static readonly Gen<Name> Name = Gen.Select(
        NameText,
        Gen.OneOf("FULL", "SHORT", "TRANSLATION"),
        Gen.Frequency((4, true), (1, false)),
        (text, type, matchable) => new Name(text, "zh-Hans", type, matchable, null, null));

    public static Gen<World> World { get; } =
        from some in Gen.Shuffle(Vocabulary.RelationTypes.ToArray(), 5)
        let types = some.Append(Vocabulary.RelationTypes.First(t => t.IsSymmetric)).Distinct().ToArray()
        from world in Of(types, types)
        select world;

    /// <summary>Worlds of few kinds, in which most entities are connected.</summary>
    public static Gen<World> Dense { get; } =
        from types in Gen.Const(new[] { "SIGNED", "ATTENDED", "HOLDS_POSITION", "MEMBER_OF", "SPOKE_AT" }.Select(Vocabulary.RelationType).ToArray())
        from world in Of(types, [.. types, Vocabulary.RelationTypes.First(t => t.IsIdentity)])
        select world;

    private static Gen<World> Of(RelationType[] between, RelationType[] types) =>
        from entities in Entities(between)
        from claims in Claims(types, entities)
        from evidence in Evidence(claims, entities)
        select new World(entities, claims, evidence);

    public static bool IsSymmetric(string type) => Vocabulary.RelationType(type).IsSymmetric;

    private static Gen<List<int>> Picks(params (int, int)[] weights) => Gen.Frequency(weights).List[Generated.World.States, Generated.World.States];

    private static Gen<IReadOnlyList<EntityDraft>> Entities(RelationType[] types)
    {
        var kinds = types.SelectMany(t => t.SubjectKinds.Concat(t.ObjectKinds)).Append(KindDefinition.Document).Distinct().Select(Vocabulary.Kind);
        var drafts = kinds.SelectMany(kind => Enumerable.Range(0, EntitiesOfAKind).Select(i => Entity(kind, i)));
        return drafts.Aggregate(
            Gen.Const<IReadOnlyList<EntityDraft>>([]),
            (all, draft) => Gen.Select(all, draft, (some, one) => (IReadOnlyList<EntityDraft>)[.. some, one]));
    }

    private static Gen<EntityDraft> Entity(KindDefinition kind, int index)
    {
        var id = new EntityId(kind.Prefix is null ? $"doc-{index}" : $"{kind.Prefix}:e{index}");
        var isDated = kind.Interface == KindDefinition.Initiative || kind.Id == KindDefinition.Document;
        EntityId[] former = kind.Prefix is null ? [] : [new EntityId($"{kind.Prefix}:old{index}")];
        var version = Gen.Select(
            Name.List[1, 3],
            Gen.OneOf(null, "COMPANY", "MEDIA", "OTHER"),
            Gen.Frequency((3, false), (1, true)),
            Gen.OneOf(null, "zh", "en"),
            Gen.OneOf(null, "org:e0", "org:e1"),
            (names, category, isMerged, language, publisher) => new Entity(
                id,
                kind.Id,
                kind.Id == "ORGANISATION" ? category : null,
                names,
                isMerged ? former : [],
                kind.Id == KindDefinition.Document
                    ? Qualifiers.Of((DocumentProperty.Language, language), (DocumentProperty.Publisher, publisher))
                    : Qualifiers.None,
                null));
        return Gen.Select(version, version, Date, Date, Picks((1, 0), (6, 1), (3, 2), (3, 3)), (first, second, date, otherDate, picks) =>
        {
            var own = isDated ? date : null;
            return new EntityDraft(first with { Date = own }, second with { Date = own }, kind.Interface == KindDefinition.Initiative ? otherDate : own, picks);
        });
    }

    private static Gen<IReadOnlyList<ClaimDraft>> Claims(RelationType[] types, IReadOnlyList<EntityDraft> entities)
    {
        var relation = Gen.OneOf(types).SelectMany(type => Gen.Select(
            OneOf(entities, type.SubjectKinds),
            OneOf(entities, type.ObjectKinds),
            QualifiersOf(type),
            Gen.Frequency((5, Gen.Const((PartialDate?)null)), (1, Date)),
            (subject, other, qualifiers, when) => new Claim(ClaimKind.Relation, type.Id, subject, other, qualifiers, when)));
        var any = types.SelectMany(t => t.SubjectKinds).Distinct().ToList();
        var statement = Gen.Select(
            Gen.OneOf((ClaimKind.Figure, "FIGURE"), (ClaimKind.Statement, "ACTIVITY"), (ClaimKind.Statement, "QUOTATION")),
            OneOf(entities, any),
            Gen.Frequency((2, Gen.Const((EntityId?)null)), (1, OneOf(entities, any).Select(e => (EntityId?)e))),
            Gen.Int[1, 9],
            (kind, subject, other, number) => new Claim(kind.Item1, kind.Item2, subject, other, Qualifiers.Of((QualifierName.Number, $"{number}")), null));
        var stated = Gen.Select(Gen.Int[0, 99], Gen.Int[-9, 9], (min, more) => min == 0
            ? Qualifiers.None
            : Qualifiers.Of((QualifierName.Min, $"{min}"), (QualifierName.Max, more < 0 ? null : $"{min + more}")));
        var roster = Gen.Select(Gen.OneOf(types), stated).SelectMany((type, count) => OneOf(entities, type.ObjectKinds)
            .Select(of => new Claim(ClaimKind.Roster, type.Id, of, null, count, null)));
        var credit = Gen.Select(
            OneOf(entities, [KindDefinition.Document]),
            OneOf(entities, any),
            (document, who) => new Claim(ClaimKind.Credit, "AUTHOR", document, who, Qualifiers.None, null));
        var claim = Gen.Frequency<Claim>((12, relation), (2, statement), (2, roster), (1, credit));
        return Gen.Select(claim, Order, Order, Picks((2, 0), (5, 1), (2, 2)), (c, first, second, picks) => new ClaimDraft(c, first, second, picks))
            .List[60, 160].Select(drafts => (IReadOnlyList<ClaimDraft>)[.. drafts.DistinctBy(d => d.Claim.Id)]);
    }

    private static Gen<IReadOnlyList<EvidenceDraft>> Evidence(IReadOnlyList<ClaimDraft> claims, IReadOnlyList<EntityDraft> entities)
    {
        var rosters = claims.Where(c => c.Claim.Kind == ClaimKind.Roster).Select(c => (ClaimId?)c.Claim.Id).ToArray();
        return Gen.Select(
            Gen.OneOf(claims.ToArray()),
            OneOf(entities, [KindDefinition.Document]),
            Gen.Frequency((9, Gen.Int[0, 40].Select(start => (int?)start)), (1, Gen.Const((int?)null))),
            Gen.Frequency((2, Gen.Const((ClaimId?)null)), (1, Gen.OneOf(rosters.Append(null).ToArray()))),
            Gen.Frequency((3, true), (1, false)).List[Generated.World.States, Generated.World.States],
            (claim, document, start, roster, picks) => new EvidenceDraft(
                claim.Claim.Id,
                new Evidence(
                    document,
                    start is null ? null : "引文",
                    start is { } at ? new Span(at, at + 2) : null,
                    start is null ? Grade.Inferred : Grade.Alias,
                    start is null ? "a note" : null,
                    claim.Claim.Kind == ClaimKind.Relation ? roster : null),
                picks))
            .List[2 * claims.Count, 3 * claims.Count]

            // Pieces of one claim that begin together have no order among them.
            .Select(drafts => (IReadOnlyList<EvidenceDraft>)[.. drafts.DistinctBy(d => (d.Claim, d.Evidence.Document, d.Evidence.Span))]);
    }

    // The smaller of two, so that the first entities become hubs.
    private static Gen<EntityId> OneOf(IReadOnlyList<EntityDraft> entities, IReadOnlyList<string> kinds)
    {
        var ids = entities.Where(e => kinds.Contains(e.First.Kind)).Select(e => e.First.Id).ToArray();
        return Gen.Select(Gen.Int[0, ids.Length - 1], Gen.Int[0, ids.Length - 1], (a, b) => ids[Math.Min(a, b)]);
    }

    private static Gen<Qualifiers> QualifiersOf(RelationType type)
    {
        var pairs = Vocabulary.QualifiersOf(type).Take(5).Select(q => Gen.Frequency((2, Gen.Const((string?)null)), (1, Value(q)))
            .Select(value => new KeyValuePair<string, string?>(q.Name, value)));
        return pairs.Aggregate(Gen.Const<IReadOnlyList<KeyValuePair<string, string?>>>([]), (all, pair) =>
            Gen.Select(all, pair, (some, one) => (IReadOnlyList<KeyValuePair<string, string?>>)[.. some, one])).Select(Qualifiers.Of);
    }

    private static Gen<string?> Value(QualifierDefinition qualifier) => qualifier.Type switch
    {
        QualifierType.Boolean => Gen.Const<string?>("true"),
        QualifierType.Integer => Gen.Int[1, 3].Select(n => (string?)$"{n}"),
        QualifierType.Date => Date.Select(d => d is null ? null : PartialDateCode.Encode(d)),
        QualifierType.Entity => Gen.OneOf<string?>("org:e0", "org:e1"),
        QualifierType.Term => Gen.OneOf(Vocabulary.TermList(qualifier.Terms!).Terms.Take(3).Select(t => (string?)t.Id).ToArray()),
        _ => NameText.Select(text => (string?)text),
    };
}
