using CsrGraph.GraphQL.Limits;
using CsrGraph.GraphQL.Resolving;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using GraphQL;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The root's groupings: one beside each plural, <c>organisationsGroupedBy</c>, and <c>claimsGroupedBy</c>.</summary>
internal sealed class GroupFields(
    TypeRegistry registry,
    LeafTypes leaves,
    KindTypes kinds,
    VocabularyDefinition vocabulary,
    FilterTypes filters,
    ClaimFilterTypes claimFilters,
    SortTypes sorts,
    ConnectionTypes connections,
    GroupTypes groups,
    IGraphType claim)
{
    /// <summary>What a grouping costs: it goes through all that it groups.</summary>
    public const int Price = 1_000;

    private const int MostKeys = 2;

    // Of a group's members the store looks at no relation.
    private static readonly RelationKey Unseen = new("", RelationEnd.Either);

    /// <summary>Adds the fields.</summary>
    public void AddTo(ObjectGraphType query)
    {
        foreach (var kind in vocabulary.Kinds) Entities(kind.Plural, kinds.Of(kind.Id), [kind]).AddTo(query);
        Entities("entities", kinds.Entity, vocabulary.EntityKinds).AddTo(query);
        Claims().AddTo(query);
    }

    private FieldSpec Entities(string plural, IGraphType node, IReadOnlyList<KindDefinition> over)
    {
        string[] among = [.. over.Select(k => k.Id)];
        var (filter, sort) = (filters.Of(node, over), sorts.Of(node, over));
        var members = new FieldSpec(
            "members",
            connections.Of(plural, node, $"what stands under '{plural}'"),
            "What is in it, by name. A cursor is of one group's members.",
            context => Members(context, sort, SortTerm.Entities),
            [new ArgumentSpec("sort", sort.Many(), "The order, by its first term first."), .. connections.Arguments]);
        return Grouped(plural, groups.OfEntities(over), members, filter, context => new CountRequest.Entities
        {
            Kinds = among,
            Filter = context.Value("filter") is { } given ? filter.Read(given) : null,
            By = [],
            Page = PageRequest.All,
        });
    }

    private FieldSpec Claims()
    {
        var (filter, sort) = (claimFilters.OfClaim(), sorts.OfClaims());
        var members = new FieldSpec(
            "members",
            connections.Of("claims", claim, "claims"),
            "What is in it, by day. A cursor is of one group's members.",
            context => Members(context, sort, SortTerm.Claims),
            [new ArgumentSpec("sort", sort.Many(), "The order, by its first term first."), .. connections.Arguments]);
        return Grouped("claims", groups.OfClaims(), members, filter, context => new CountRequest.Claims
        {
            Filter = context.Value("filter") is { } given ? filter.Read(given) : null,
            By = [],
            Page = PageRequest.All,
        });
    }

    private FieldSpec Grouped(
        string plural, IReadOnlyList<GroupOption> options, FieldSpec members, IGraphType filter, Func<IResolveFieldContext, CountRequest.Grouped> request)
    {
        var root = FilterTypes.Pascal(plural);
        var by = groups.By(root, options);
        return new FieldSpec(
            $"{plural}GroupedBy",
            connections.OfGroups($"{root}GroupedBy", groups.Group(root, options, members)),
            $"How many there are under '{plural}' with the same values of one or two keys, the most first. What has several values of a key is in a group for each.",
            context => Resolve(context, plural, request),
            [
                new ArgumentSpec("by", by.RequiredMany(), "One or two keys."),
                new ArgumentSpec("filter", filter, "Only what satisfies this."),
                new ArgumentSpec("having", Having(), "Only groups that satisfy this."),
                new ArgumentSpec("sort", Sort().Many(), "The order of the groups, by its first term first; the largest first where nothing is said."),
                .. connections.Arguments,
            ])
        {
            Price = Price,
        };
    }

    private static object Resolve(IResolveFieldContext context, string plural, Func<IResolveFieldContext, CountRequest.Grouped> request)
    {
        var scope = ((Root)context.Source!).Scope;
        var keys = ((IEnumerable<object>)context.Value("by")!).Cast<GroupOption>().Select(o => o.Key).ToArray();
        if (keys.Length == 0) throw ApiError.Input("'by' is empty: groups, and what 'having' says of them, take one or two keys");
        if (keys.Length > MostKeys) throw ApiError.Input($"'by' has {keys.Length} keys; it may have {MostKeys}");
        if (keys.Distinct().Count() < keys.Length) throw ApiError.Input("'by' names one key twice");
        var asked = Paging.Read(context, scope, $"groups of {plural}", Selection.WantsOf(context, scope.Request));
        var question = $"{plural}|{ArgumentReading.Canonical(context.Arguments, "first", "last", "after", "before", "having", "sort")}";
        var grouped = request(context) with
        {
            By = keys,
            AtLeast = AtLeast(context),
            Sort = SortOf(context),
            Page = asked.Page,
            WantsTotal = asked.WantsTotals,
        };
        return asked.Scope.Count(new Shape<CountRequest>(asked.Key, grouped), page => new ConnectionAt(
            [.. page.Rows.Select(g => new EdgeAt(new GroupAt(g, grouped, question, asked.Scope), g.Position.Id, g.Position, asked.Question, asked.Scope))],
            page.HasNext,
            page.HasPrevious,
            page.Total));
    }

    private static object Members(IResolveFieldContext context, SortType sort, IReadOnlyList<SortTerm> order)
    {
        var source = (GroupAt)context.Source!;
        var wants = Selection.WantsOf(context, source.Scope.Request);
        var asked = Paging.Read(context, source.Scope, $"members {source.Question} {source.Group.Position.Id}", wants);
        var key = $"{source.Question}|{ArgumentReading.Canonical(context.Arguments)}|{asked.Page.Limit}|{(int)wants}";
        var terms = sort.Read(context.Value("sort"), order);
        return source.Request switch
        {
            CountRequest.Entities entities => asked.Scope.Relations(
                new Shape<RelationRequest>(key, new RelationRequest
                {
                    Of = RelationAnchors.Group,
                    Group = entities,
                    Anchors = [],
                    Relation = Unseen,
                    Sort = terms,
                    Page = asked.Page,
                    WantsTotals = asked.WantsTotals,
                    Aggregates = wants.Aggregates(),
                    FarParts = wants.Parts(),
                }),
                source.Group.Position.Id,
                page => RelationFields.Connect(page, asked)),
            CountRequest.Claims claims => asked.Scope.Claims(
                new Shape<ClaimRequest>(key, new ClaimRequest
                {
                    By = ClaimsBy.Group,
                    Group = claims,
                    Sort = terms,
                    Page = asked.Page,
                    WantsTotals = asked.WantsTotals,
                    Aggregates = wants.Aggregates(),
                }),
                source.Group.Position.Id,
                page => ClaimFields.Connect(page, asked)),
            _ => throw new InvalidOperationException($"nobody groups {source.Request}"),
        };
    }

    private InputObjectGraphType Having() => registry.GetOrAdd(
        "Having",
        () => new InputObjectGraphType { Name = "Having", Description = "A condition on groups." },
        having => having.AddField(new FieldType
        {
            Name = "count",
            Description = "How many there are in it.",
            ResolvedType = registry.GetOrAdd(
                "HavingCount",
                () => new InputObjectGraphType { Name = "HavingCount", Description = "A condition on how many there are in a group." },
                count => count.AddField(new FieldType { Name = "gte", Description = "At least so many.", ResolvedType = leaves.Int.Required() })),
        }));

    private InputObjectGraphType Sort() => registry.GetOrAdd(
        "GroupedBySort",
        () => new InputObjectGraphType { Name = "GroupedBySort", Description = "One term of the order of groups: exactly one field." },
        sort =>
        {
            sort.AddField(new FieldType { Name = "count", Description = "By how many there are in it.", ResolvedType = leaves.Direction });
            sort.AddField(new FieldType
            {
                Name = "key", Description = "By the values of the keys, one after the other: terms, years and ids by their text; null last.", ResolvedType = leaves.Direction,
            });
        });

    private static long AtLeast(IResolveFieldContext context)
    {
        if (context.Value("having") is not IDictionary<string, object?> having || !having.TryGetValue("count", out var count)) return 1;
        var least = (int)((IDictionary<string, object?>)FilterLogic.Given("count", count))["gte"]!;
        return least >= 0 ? least : throw ApiError.Input($"'gte' is {least}; a group has at least one member");
    }

    private static IReadOnlyList<GroupSort> SortOf(IResolveFieldContext context)
    {
        if (context.Value("sort") is not System.Collections.IEnumerable list) return GroupSort.Largest;
        GroupSort[] terms = [.. list.Cast<IDictionary<string, object?>>().Select(Term)];
        return terms.Length == 0 ? GroupSort.Largest : terms.Any(t => !t.ByNumber) ? terms : [.. terms, new GroupSort(false, false)];
    }

    private static GroupSort Term(IDictionary<string, object?> term)
    {
        if (term.Count != 1) throw ApiError.Input("each item of 'sort' names one field: [{ count: DESC }, { key: ASC }]");
        var (name, direction) = term.First();
        return new GroupSort(name == "count", (bool)(direction ?? throw ApiError.Input($"the sort direction of '{name}' is null")));
    }
}
