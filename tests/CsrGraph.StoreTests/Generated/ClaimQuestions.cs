using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated;

internal sealed record RelationQuestion(IReadOnlyList<RelationRequest> Requests, PageDraft Page) : Question
{
    public override string Asked => "relations";

    public override async Task<Question> WithPlacesAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation)
    {
        var pages = (await store.RelationsAsync([Requests[0] with { WantsPlaces = true }], asOf, cancellation))[0];
        foreach (var page in pages) facts.AddOrder(Requests[0].Sort, [.. page.Rows.Select(r => r.Position)]);
        var first = Page.Among([.. pages.SelectMany(p => p.Rows).Select(r => r.Position)]);
        return this with { Requests = [Requests[0] with { Page = first }, .. Requests.Skip(1)] };
    }

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation)
    {
        var answers = await store.RelationsAsync(Requests, asOf, cancellation);
        facts.Add(Operators.Together, Requests.Count > 1);
        foreach (var (request, pages) in Requests.Zip(answers))
        {
            var isSome = pages.Any(p => p.Rows.Count > 0);
            facts.Add(Operators.Some(request.Of), isSome);
            if (request.Of == RelationAnchors.Entities) facts.Add(Operators.Some(request.Relation.Anchor), isSome);
            facts.Add(Operators.Headings, request.FarParts == EntityParts.Heading);
            facts.Add(Operators.WithoutClaims, !request.WantsClaims);
            facts.Add(Operators.WithoutPlaces, !request.WantsPlaces);
            foreach (var page in pages)
            {
                facts.AddPage(request.Page, page.Rows.Count, page.HasNext, page.HasPrevious, (int)(page.EdgeTotal ?? 0));
                facts.AddTotal(request.WantsTotals, page.Total, page.Rows.Count);
                facts.AddAggregate(request.Aggregates, page.Aggregate);
            }
        }

        var all = answers.Zip(Requests, (pages, request) => pages.Select(page => (Page: page, Request: request))).SelectMany(pages => pages);
        return Written(all, p => Transcript.Of(p.Page, p.Request), p => p.Page.Rows.Count == 0);
    }
}

internal sealed record ClaimQuestion(IReadOnlyList<ClaimRequest> Requests, PageDraft Page) : Question
{
    public override string Asked => "claims";

    public override async Task<Question> WithPlacesAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation)
    {
        var pages = (await store.ClaimsAsync([Requests[0]], asOf, cancellation))[0];
        foreach (var page in pages) facts.AddOrder(Requests[0].Sort, [.. page.Rows.Select(r => r.Position)]);
        var first = Page.Among([.. pages.SelectMany(p => p.Rows).Select(r => r.Position)]);
        return this with { Requests = [Requests[0] with { Page = first }, .. Requests.Skip(1)] };
    }

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation)
    {
        var answers = await store.ClaimsAsync(Requests, asOf, cancellation);
        facts.Add(Operators.Together, Requests.Count > 1);
        foreach (var (request, pages) in Requests.Zip(answers))
        {
            facts.Add(Operators.Some(request.By), pages.Any(p => p.Rows.Count > 0));
            if (request.WithRetracted) facts.Add(Operators.WithRetracted, pages.Any(p => p.Rows.Any(r => r.RetractedIn is not null)));
            foreach (var page in pages)
            {
                facts.AddPage(request.Page, page.Rows.Count, page.HasNext, page.HasPrevious, (int)(page.Total ?? 0));
                facts.AddTotal(request.WantsTotals, page.Total, page.Rows.Count);
                facts.AddAggregate(request.Aggregates, page.Aggregate);
            }
        }

        return Written(answers.SelectMany(pages => pages), Transcript.Of, p => p.Rows.Count == 0);
    }
}

internal sealed record EvidenceQuestion(IReadOnlyList<EvidenceRequest> Requests) : Question
{
    public override string Asked => "evidence";

    public override async Task<Question> WithPlacesAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation)
    {
        var all = await store.EvidenceAsync([.. Requests.Select(r => r with { First = int.MaxValue })], asOf, cancellation);
        foreach (var (request, claims) in Requests.Zip(all)) facts.Add(Operators.EvidenceIsCut, claims.Any(pieces => pieces.Count > request.First));
        return this;
    }

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation) => Written(
        (await store.EvidenceAsync(Requests, asOf, cancellation)).SelectMany(claims => claims),
        rows => string.Join('\n', rows.Select(r => $"{Transcript.Of(r.Evidence)} {Transcript.Of(r.Document)}")),
        rows => rows.Count == 0);
}
