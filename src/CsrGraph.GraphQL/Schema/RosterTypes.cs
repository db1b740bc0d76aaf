using CsrGraph.GraphQL.Resolving;
using CsrGraph.Model;
using CsrGraph.Store;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>Rosters: who took part in one role, how many, and whether all are named.</summary>
internal sealed class RosterTypes
{
    private readonly LeafTypes leaves;
    private readonly KindTypes kinds;
    private readonly SourceTypes sources;
    private readonly ObjectGraphType roster;

    public RosterTypes(TypeRegistry registry, LeafTypes leaves, KindTypes kinds, SourceTypes sources, IGraphType claim)
    {
        (this.leaves, this.kinds, this.sources) = (leaves, kinds, sources);
        var stated = registry.Object("StatedCount", "How many a roster's words state (数量).", FillStated);
        var named = registry.Object("NamedMembers", "The members that the roster's own words name (具名成员).", FillNamed);
        roster = registry.Object("Roster", "Who took part in an initiative in one role, as far as one source's words go (名单).", type =>
        {
            Add(type, "role", leaves.Role.Required(), "The relation that its members stand in.", r => r.Roster.Role);
            Add(type, "stated", stated.Required(), "What its words state.", r => r.Roster);
            new FieldSpec("named", named, "The members that its own words name.", context => context.Source).AddTo(type);
            FieldSpec.Asking<RosterAt>(
                "unnamed", leaves.Int, "How many are not named: stated less named where the words state an exact number, else null.", Unnamed).AddTo(type);
            Add(type, "closure", leaves.Term("CLOSURE").Required(), "Whether its words name all its members.", r => r.Roster.Closure);
            Add(type, "description", leaves.Text, "Who is counted, in the curator's words.", r => r.Roster.Description);
            Add(type, "unit", leaves.Text, "What is counted (家, 名).", r => r.Roster.Unit);
            Add(type, "initiative", kinds.Interface(Vocabulary.KindDefinition.Initiative), "What they took part in.", r => r.Scope.Entity(r.Claim.Subject.Value));
            Add(type, "claim", claim.Required(), "The claim.", r => new ClaimAt(r.Claim, r.Scope));
            sources.EvidenceField<RosterAt>(r => (r.Claim, r.Scope)).AddTo(type);
        });
    }

    /// <summary>The fields <c>rosters</c> and <c>roster</c> of an initiative.</summary>
    public IEnumerable<FieldSpec> Fields =>
    [
        new FieldSpec("rosters", roster.Many(), "Its rosters, as printed.", context =>
        {
            var (source, first) = ((EntityAt)context.Source!, context.First());
            return Ask(source, $"rosters {first}", OfKind, first, rows => rows.Select(r => At(r, source.Scope)).ToArray());
        }, sources.FirstArgument(ArgumentReading.DefaultPage)).Lightly(),
        new FieldSpec("roster", roster, "Its roster of one role: null where there is none, the latest document's where there are several.", context =>
        {
            var (source, role) = ((EntityAt)context.Source!, (string)context.Value("role")!);
            var filter = new ClaimFilter.All([OfKind, new ClaimFilter.TypeIn([role])]);
            return Ask(source, $"roster {role}", filter, int.MaxValue, rows => rows.Count > 1 ? Latest(rows, source.Scope) : rows.Count == 0 ? null : At(rows[0], source.Scope));
        }, new ArgumentSpec("role", leaves.Role.Required(), "The relation that its members stand in.")).Lightly(),
    ];

    /// <summary>Rosters among claims.</summary>
    public static ClaimFilter OfKind { get; } = new ClaimFilter.KindIn([ClaimKind.Roster]);

    /// <summary>Asks how many members a roster names.</summary>
    public static IDataLoaderResult Named(Claim roster, Scope scope, int first, Wants wants, Func<RelationPage, object?> then) => scope.Relations(
        new Shape<RelationRequest>($"members {roster.Type} {first} {(int)wants}", new RelationRequest
        {
            Of = RelationAnchors.Rosters,
            Anchors = [],
            Relation = new RelationKey(roster.Type, RelationEnd.Object),
            Sort = SortTerm.Printed,
            Page = new PageRequest(first),
            WantsTotals = wants.HasFlag(Wants.Totals),
            FarParts = wants.Parts(),
            WantsClaims = false,
            WantsPlaces = false,
        }),
        roster.Id.ToString(),
        then);

    private static RosterAt At(ClaimRow row, Scope scope) => new(row.Claim, Roster.Of(row.Claim), scope);

    private static object Ask(EntityAt source, string key, ClaimFilter filter, int first, Func<IReadOnlyList<ClaimRow>, object?> then) => source.Scope.Claims(
        new Shape<ClaimRequest>(key, new ClaimRequest { By = ClaimsBy.Subject, Filter = filter, Sort = SortTerm.Printed, Page = new PageRequest(first) }),
        source.Entity.Id.Value,
        page => then(page.Rows));

    // By published, then by retrieved, then by id: the later one wins.
    private static Together Latest(IReadOnlyList<ClaimRow> rows, Scope scope) => new(
        [.. rows.Select(r => scope.Evidence(r.Claim.Id, int.MaxValue, evidence => evidence.Count == 0 ? null : evidence.Select(e => e.Document).Max(Order)))],
        documents =>
        {
            var latest = Enumerable.Range(0, rows.Count).MaxBy(i => documents[i] as Entity, Order);
            return At(rows[latest], scope);
        });

    private static readonly Comparer<Entity?> Order = Comparer<Entity?>.Create((a, b) =>
    {
        if (a is null || b is null) return (a is null ? 0 : 1) - (b is null ? 0 : 1);
        var published = Comparer<DateOnly?>.Default.Compare(a.Date?.Earliest, b.Date?.Earliest);
        if (published != 0) return published;
        var retrieved = string.CompareOrdinal(a.Properties[DocumentProperty.Retrieved], b.Properties[DocumentProperty.Retrieved]);
        return retrieved != 0 ? retrieved : a.Id.CompareTo(b.Id);
    });

    private static object? Unnamed(RosterAt source) => source.Roster.Unnamed(0) is null
        ? null
        : Named(source.Claim, source.Scope, 0, Wants.Totals, page => source.Roster.Unnamed((int)page.Total!.Value));

    private void FillStated(ObjectGraphType type)
    {
        FieldSpec.Of<Roster>("raw", leaves.Text.Required(), "The words that describe and count it, as printed.", r => r.Raw).AddTo(type);
        FieldSpec.Of<Roster>("min", leaves.Int, "The least number; null where none is stated.", r => r.Stated?.Min).AddTo(type);
        FieldSpec.Of<Roster>("max", leaves.Int, "The greatest number; null where it is open or none is stated.", r => r.Stated?.Max).AddTo(type);
        FieldSpec.Of<Roster>("kind", leaves.Term("COUNT_KIND"), "How the number is to be read; MORE_THAN 60 means 60 or more.", r => r.Stated?.Kind).AddTo(type);
    }

    private void FillNamed(ObjectGraphType type)
    {
        FieldSpec.Asking<RosterAt>("count", leaves.Int, "How many.", r => Named(r.Claim, r.Scope, 0, Wants.Totals, page => page.Total)).AddTo(type);
        new FieldSpec("nodes", kinds.Interface(Vocabulary.KindDefinition.Agent).Many(), "Who, as printed.", context =>
        {
            var source = (RosterAt)context.Source!;
            return Named(source.Claim, source.Scope, context.First(), Selection.WantsOfEntities(context, source.Scope.Request), page =>
                page.Rows.DistinctBy(r => r.Far.Id).Select(r => new EntityAt(r.Far, source.Scope)).ToArray());
        }, sources.FirstArgument(ArgumentReading.DefaultPage)).AddTo(type);
    }

    private static void Add(ObjectGraphType type, string name, IGraphType of, string description, Func<RosterAt, object?> read) =>
        FieldSpec.Of(name, of, description, read).AddTo(type);
}
