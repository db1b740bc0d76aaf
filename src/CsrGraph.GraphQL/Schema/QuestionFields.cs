using CsrGraph.GraphQL.Limits;
using CsrGraph.GraphQL.Resolving;
using CsrGraph.Model;
using CsrGraph.Query;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The root's questions that are no mere list: search, signed, asOf.</summary>
internal sealed class QuestionFields(
    TypeRegistry registry,
    LeafTypes leaves,
    KindTypes kinds,
    VocabularyDefinition vocabulary,
    ConnectionTypes connections,
    SourceTypes sources,
    ClaimTypes claims)
{
    /// <summary>Adds the fields.</summary>
    public void AddTo(ObjectGraphType query)
    {
        Search().AddTo(query);
        Signed().AddTo(query);
        new FieldSpec(
            "asOf",
            query,
            "The whole of this as it was known, or held, at another time. Not within itself.",
            AsOf,
            new ArgumentSpec("validAt", leaves.Date, "Only what may have held on this day; what has no known day always may."),
            new ArgumentSpec("knownAt", leaves.KnownAt, "Only what the change-sets up to this one say.")).AddTo(query);
    }

    private FieldSpec Search()
    {
        string[] every = [.. vocabulary.EntityKinds.Select(k => k.Id)];
        FieldSpec[] hit =
        [
            FieldSpec.Of<EdgeAt>("matchedName", leaves.Text.Required(), "The name that matched.", e => e.Hit!.MatchedName),
            FieldSpec.Of<EdgeAt>("reason", leaves.SearchReason.Required(), "Why it matched.", e => e.Hit!.Reason),
            FieldSpec.Of<EdgeAt>("score", leaves.Float.Required(), "How well it matched: 1 for EXACT, less for each reason after it.", e => Score(e.Hit!.Reason)),
        ];
        return new FieldSpec(
            "search",
            connections.Of("search", kinds.Entity, "entities found by name", hit),
            "Entities by any of their names, the best match first (搜索): simplified or traditional, pinyin or initials; brackets, quotation marks and spaces do not count.",
            context =>
            {
                var scope = ((Root)context.Source!).Scope;
                var wants = Selection.WantsOf(context, scope.Request);
                var asked = Paging.Read(context, scope, "search", wants);
                string[] among = context.Value("kinds") is { } given ? [.. FilterLogic.Texts(given).Distinct()] : every;
                if (among.Length == 0) among = every;
                var shape = new Shape<SearchRequest>(asked.Key, new SearchRequest(context.Text("text")!, among, asked.Page, asked.WantsTotals, wants.Aggregates()));
                return asked.Scope.Search(shape, page => new ConnectionAt(
                    [.. page.Rows.Select(r => new EdgeAt(
                        new EntityAt(r.Entity, asked.Scope), r.Entity.Id.Value, r.Position, asked.Question, asked.Scope, Hit: r))],
                    page.HasNext,
                    page.HasPrevious,
                    page.Total,
                    page.Aggregate));
            },
            [
                new ArgumentSpec("text", leaves.Text.Required(), "What to look for."),
                new ArgumentSpec("kinds", leaves.EntityKind.Many(), "Only these kinds; all where none is given."),
                .. connections.Arguments,
            ]);
    }

    private static double Score(SearchReason reason)
    {
        var reasons = Enum.GetValues<SearchReason>().Length;
        return (double)(reasons - (int)reason) / reasons;
    }

    private FieldSpec Signed()
    {
        var verdict = leaves.Enum("SignedVerdict", "Whether somebody signed (是否签署).");
        verdict.Add("YES", SignedVerdict.Yes, "A source names them as a signatory.");
        verdict.Add("NO", SignedVerdict.No, "A source names all who signed, and they are not among them.");
        verdict.Add("UNKNOWN", SignedVerdict.Unknown, "The sources leave it open.");
        var answer = registry.Object("SignedAnswer", "The answer to 'did they sign?', with its reason.", type =>
        {
            FieldSpec.Of<SignedAt>("answer", verdict.Required(), "YES, NO or UNKNOWN.", s => s.In(Tongue.En, vocabulary).Verdict).AddTo(type);
            new FieldSpec("because", leaves.Text.Required(), "One sentence; it names the roster where the answer rests on one.", context =>
                ((SignedAt)context.Source!).In((Tongue)context.Value("lang")!, vocabulary).Because, claims.SentenceLanguage).AddTo(type);
            new FieldSpec("evidence", sources.Evidence.Many(), "The words that bear the answer: of the signature, else of the rosters.", context =>
            {
                var (source, first) = ((SignedAt)context.Source!, context.First(otherwise: SourceTypes.DefaultEvidence));
                var bearers = source.In(Tongue.En, vocabulary).Bearers;
                if (bearers.Count == 0) return Array.Empty<object>();
                return new Together(
                    [.. bearers.Select(b => source.Scope.Evidence(b.Id, first, rows => rows))],
                    all => all.SelectMany(rows => (IReadOnlyList<EvidenceRow>)rows!).Take(first).Select(r => new EvidenceAt(r.Evidence, r.Document, source.Scope)).ToArray());
            }, sources.FirstArgument(SourceTypes.DefaultEvidence)).AddTo(type);
        });
        return new FieldSpec(
            "signed",
            answer,
            "Whether an agent signed a pledge (是否签署).",
            context => AskSigned(((Root)context.Source!).Scope, FilterLogic.AsText(context.Value("agent")!), FilterLogic.AsText(context.Value("pledge")!)),
            new ArgumentSpec("agent", leaves.Id.Required(), "The agent's id."),
            new ArgumentSpec("pledge", leaves.Id.Required(), "The pledge's id."));
    }

    private Together AskSigned(Scope scope, string agent, string pledge)
    {
        return new Together([Known(agent, k => k.Interface == KindDefinition.Agent, "an agent"), Known(pledge, k => k.Id == "PLEDGE", "a pledge")], found =>
        {
            var (who, what) = ((Entity)found[0]!, (Entity)found[1]!);
            var signed = new ClaimFilter.All(
                [new ClaimFilter.KindIn([ClaimKind.Relation]), new ClaimFilter.TypeIn([SignedAnswer.Role]), new ClaimFilter.ObjectIn([what.Id.Value])]);
            return new Together([Claims(who.Id, signed, $"signed {what.Id}"), Claims(what.Id, RosterTypes.OfKind, "rosters")], claimed =>
            {
                var (signatures, rosters) = ((IReadOnlyList<Claim>)claimed[0]!, (IReadOnlyList<Claim>)claimed[1]!);
                if (rosters.Count == 0 || signatures.Count > 0) return new SignedAt(who, what, signatures, [], scope);
                return new Together(
                    [.. rosters.Select(r => RosterTypes.Named(r, scope, 0, Wants.Totals, page => page.Total!.Value))],
                    named => new SignedAt(who, what, signatures, [.. rosters.Zip(named, (r, n) => new CountedRoster(r, (long)n!))], scope));
            });
        });

        IDataLoaderResult Known(string id, Func<KindDefinition, bool> fits, string what)
        {
            if (!EntityId.TryParse(id, out _)) throw ApiError.Input($"'{id}' is not an id: {EntityId.Rule}");
            return scope.Entity(id, entity =>
            {
                if (entity is null) throw ApiError.Input($"there is no '{id}'");
                return fits(vocabulary.Kind(entity.Kind)) ? entity : throw ApiError.Input($"'{id}' is of the kind {entity.Kind}, not {what}");
            });
        }

        IDataLoaderResult Claims(EntityId subject, ClaimFilter filter, string key) => scope.Claims(
            new Shape<ClaimRequest>(key, new ClaimRequest { By = ClaimsBy.Subject, Filter = filter, Sort = SortTerm.Printed, Page = PageRequest.All }),
            subject.Value,
            page => (IReadOnlyList<Claim>)[.. page.Rows.Select(r => r.Claim)]);
    }

    private static object AsOf(IResolveFieldContext context)
    {
        var scope = ((Root)context.Source!).Scope;
        if (scope.IsAsOf) throw ApiError.Input("'asOf' stands within 'asOf'; give both its arguments to one");
        var validAt = context.Value("validAt") as DateOnly?;
        return context.Value("knownAt") switch
        {
            null => At(scope.AsOf.Head),
            long number when KnownAt.Refusal(number, scope.AsOf.Head) is { } refusal => throw ApiError.Input(refusal),
            long number => At(number),
            var moment => scope.ChangeSets(
                new ChangeSetRequest(1, UpTo: scope.AsOf.Head, At: (DateTimeOffset)moment), found => At(found.Count == 0 ? 0 : found[0].Number)),
        };

        Root At(long head) => new(scope.Request) { Scope = scope with { AsOf = new AsOf(head, validAt), IsAsOf = true } };
    }

    private sealed record SignedAt(Entity Agent, Entity Pledge, IReadOnlyList<Claim> Signatures, IReadOnlyList<CountedRoster> Rosters, Scope Scope)
    {
        public SignedAnswer In(Tongue language, VocabularyDefinition vocabulary) => SignedAnswer.Of(Agent.Name, Pledge.Name, Signatures, Rosters, language, role =>
            vocabulary.TryRelationType(role, out var type) ? language == Tongue.En ? type.Label.En : type.Label.Zh : role);
    }
}
