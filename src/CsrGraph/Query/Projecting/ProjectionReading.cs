using CsrGraph.Model;
using CsrGraph.Query.Walks;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Query.Projecting;

/// <summary>Reads who takes part in what, and projects it.</summary>
public static class ProjectionReading
{
    private const int BatchSize = 500;

    // What a text leaves open is no reason to say that two did something together.
    private static readonly ClaimFilter Certain = new ClaimFilter.Not(new ClaimFilter.QualifierIn(QualifierName.Certainty, ["UNCERTAIN"]));

    /// <summary>Answers a question; relations that the texts leave open do not count.</summary>
    /// <param name="store">Where it is read.</param>
    /// <param name="asOf">The state.</param>
    /// <param name="vocabulary">What there can be.</param>
    /// <param name="question">The question.</param>
    /// <param name="mostPairs">How many pairs there may be, added up over the initiatives.</param>
    /// <param name="meter">Counts what is read.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="BadQuestionException">The question has no answer.</exception>
    /// <exception cref="TooManyPairsException">There are too many pairs.</exception>
    /// <exception cref="TooManyRowsException">There is too much to read.</exception>
    public static async Task<Projection> AnswerAsync(
        IGraphStore store, AsOf asOf, VocabularyDefinition vocabulary, ProjectionQuestion question, long mostPairs, RowMeter meter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(meter);
        question.Check(vocabulary);
        var over = await OverAsync(store, asOf, question, meter, cancellation);
        var taking = new Taking(vocabulary, question, Certain, mostPairs);
        foreach (var batch in over.Chunk(BatchSize)) await taking.ReadAsync(store, asOf, batch, meter, cancellation);
        var warnings = new List<PartialRoster>();
        foreach (var batch in question.Parts.HasFlag(ProjectionParts.Warnings) ? over.Chunk(BatchSize) : [])
        {
            warnings.AddRange(await PartialAsync(store, asOf, question.Role, batch, meter, cancellation));
        }

        return await Task.Run(() => taking.Project(warnings, cancellation), cancellation);
    }

    // What they may take part in, by id.
    private static async Task<string[]> OverAsync(IGraphStore store, AsOf asOf, ProjectionQuestion question, RowMeter meter, CancellationToken cancellation)
    {
        var request = new FindRequest
        {
            Kinds = [question.Over],
            Filter = question.OverFilter,
            Page = PageRequest.All,
            Parts = EntityParts.Heading,
            WantsPlaces = false,
        };
        var found = (await store.FindAsync([request], asOf, cancellation))[0].Rows;
        meter.Add(found.Count);
        return [.. found.Select(r => r.Entity.Id.Value).Order(StringComparer.Ordinal)];
    }

    private static async Task<IEnumerable<PartialRoster>> PartialAsync(
        IGraphStore store, AsOf asOf, string role, string[] initiatives, RowMeter meter, CancellationToken cancellation)
    {
        var ofRole = new ClaimFilter.All([new ClaimFilter.KindIn([ClaimKind.Roster]), new ClaimFilter.TypeIn([role])]);
        var pages = (await store.ClaimsAsync(
            [new ClaimRequest { By = ClaimsBy.Subject, Anchors = initiatives, Filter = ofRole, Sort = SortTerm.Printed, Page = PageRequest.All }], asOf, cancellation))[0];
        Claim[] rosters = [.. pages.SelectMany(p => p.Rows).Select(r => r.Claim)];
        meter.Add(rosters.Length);
        if (rosters.Length == 0) return [];
        var named = (await store.RelationsAsync(
            [
                new RelationRequest
                {
                    Of = RelationAnchors.Rosters,
                    Anchors = [.. rosters.Select(r => r.Id.ToString())],
                    Relation = new RelationKey(role, RelationEnd.Object),
                    Page = new PageRequest(0),
                    WantsTotals = true,
                },
            ],
            asOf,
            cancellation))[0];
        return rosters.Zip(named, (roster, page) => new CountedRoster(roster, page.Total!.Value)).Where(r => !r.NamesAll).Select(r => new PartialRoster(r));
    }
}
