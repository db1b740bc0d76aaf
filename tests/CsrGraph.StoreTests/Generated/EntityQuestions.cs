using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated;

internal sealed record EntitiesQuestion(IReadOnlyList<string> Ids) : Question
{
    public override string Asked => "entities";

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation)
    {
        var entities = await store.EntitiesAsync(Ids, asOf, cancellation);
        foreach (var (id, entity) in Ids.Zip(entities))
        {
            facts.Add(id.Contains(":old", StringComparison.Ordinal) ? Operators.ByFormerId : Operators.ByOwnId, entity is not null);
        }

        return Written(entities, Transcript.Of, e => e is null);
    }
}

internal sealed record FindQuestion(IReadOnlyList<FindRequest> Requests, PageDraft Page) : Question
{
    public override string Asked => "find";

    public override async Task<Question> WithPlacesAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation)
    {
        var places = (await store.FindAsync([Requests[0] with { WantsPlaces = true }], asOf, cancellation))[0].Rows.Select(r => r.Position).ToList();
        facts.AddOrder(Requests[0].Sort, places);
        return this with { Requests = [Requests[0] with { Page = Page.Among(places) }, .. Requests.Skip(1)] };
    }

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation)
    {
        var pages = await store.FindAsync(Requests, asOf, cancellation);
        facts.Add(Operators.Together, Requests.Count > 1);
        foreach (var (request, page) in Requests.Zip(pages))
        {
            facts.AddPage(request.Page, page.Rows.Count, page.HasNext, page.HasPrevious, (int)(page.Total ?? 0));
            facts.AddTotal(request.WantsTotal, page.Total, page.Rows.Count);
            facts.AddAggregate(request.Aggregates, page.Aggregate);
            facts.Add(Operators.Headings, request.Parts == EntityParts.Heading);
            facts.Add(Operators.WithoutPlaces, !request.WantsPlaces);
        }

        return Written(pages.Zip(Requests), p => Transcript.Of(p.First, p.Second), p => p.First.Rows.Count == 0);
    }
}

internal sealed record SearchQuestion(IReadOnlyList<SearchRequest> Requests, PageDraft Page) : Question
{
    public override string Asked => "search";

    public override async Task<Question> WithPlacesAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation)
    {
        var rows = (await store.SearchAsync([Requests[0]], asOf, cancellation))[0].Rows;
        foreach (var reason in Enum.GetValues<SearchReason>()) facts.Add(Operators.Some(reason), rows.Any(r => r.Reason == reason));
        var first = Page.Among([.. rows.Select(r => r.Position)]);
        return this with { Requests = [Requests[0] with { Page = first }, .. Requests.Skip(1)] };
    }

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation)
    {
        var pages = await store.SearchAsync(Requests, asOf, cancellation);
        facts.Add(Operators.Together, Requests.Count > 1);
        foreach (var (request, page) in Requests.Zip(pages))
        {
            facts.AddPage(request.Page, page.Rows.Count, page.HasNext, page.HasPrevious, (int)(page.Total ?? 0));
            facts.AddTotal(request.WantsTotal, page.Total, page.Rows.Count);
            facts.AddAggregate(request.Aggregates, page.Aggregate);
        }

        return Written(pages, Transcript.Of, p => p.Rows.Count == 0);
    }
}
