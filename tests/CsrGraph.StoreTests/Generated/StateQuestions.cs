using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated;

internal sealed record CountQuestion(IReadOnlyList<CountOf> Of) : Question
{
    public override string Asked => "count";

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation)
    {
        var counts = await store.CountAsync([.. Of.Select(of => new CountRequest.Standing(of))], asOf, cancellation);
        foreach (var (of, some) in Of.Zip(counts)) facts.Add(Operators.Some(of), some.Rows.Count > 0);
        return Written(counts, Transcript.Of, some => some.Rows.Count == 0);
    }
}

internal sealed record GroupQuestion(IReadOnlyList<CountRequest.Grouped> Requests, PageDraft Page) : Question
{
    public override string Asked => "groups";

    public override async Task<Question> WithPlacesAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation)
    {
        var request = Requests[0];
        var places = (await store.CountAsync([request], asOf, cancellation))[0].Rows.Select(g => g.Position).ToList();
        if (request.AtLeast > 1)
        {
            var all = (await store.CountAsync([request with { AtLeast = 1 }], asOf, cancellation))[0].Rows.Count;
            facts.Add(Operators.SmallGroups, places.Count < all);
        }

        return this with { Requests = [request with { Page = Page.Among(places) }, .. Requests.Skip(1)] };
    }

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation)
    {
        var pages = await store.CountAsync(Requests, asOf, cancellation);
        facts.Add(Operators.Together, Requests.Count > 1);
        foreach (var (request, page) in Requests.Zip(pages))
        {
            facts.AddPage(request.Page, page.Rows.Count, page.HasNext, page.HasPrevious, (int)(page.Total ?? 0));
            facts.AddTotal(request.WantsTotal, page.Total, page.Rows.Count);
            facts.Add(Operators.TwoKeys, request.By.Count > 1);
            for (var i = 0; i < request.By.Count; i++)
            {
                foreach (var group in page.Rows) facts.Add(Operators.Grouped(request is CountRequest.Claims, request.By[i].By), group.Key[i] is not null);
            }
        }

        return Written(pages, Transcript.Of, p => p.Rows.Count == 0);
    }
}

internal sealed record ChangeSetQuestion(IReadOnlyList<ChangeSetRequest> Requests) : Question
{
    public override string Asked => "change-sets";

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation)
    {
        var answers = await store.ChangeSetsAsync(Requests, cancellation);
        foreach (var (request, sets) in Requests.Zip(answers))
        {
            if (request.Number is not null) facts.Add(Operators.ChangeSetNumber, sets.Count > 0);
            else if (request is { UpTo: { } number, Limit: > 0 }) facts.Add(Operators.ChangeSetUpTo, number < World.States);
            if (request.At is { } at) facts.Add(Operators.ChangeSetAt, at < World.Begin.AddDays(World.States - 1));
            if (request is { Number: null, UpTo: null, At: null }) facts.Add(Operators.ChangeSetsAreCut, request.Limit < World.States);
        }

        return Written(answers, sets => string.Join('\n', sets), sets => sets.Count == 0);
    }
}

internal sealed record ChangesQuestion(long After) : Question
{
    public override string Asked => "changes";

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation)
    {
        var changes = await store.ChangesAsync(Math.Min(After, asOf.Head), asOf.Head, cancellation).ToListAsync(cancellation);
        foreach (var type in Operators.Changes) facts.Add(Operators.Changed(type.Name), changes.Exists(c => c.GetType() == type));
        return new Answer(string.Join('\n', changes.Select(Transcript.Of)), changes.Count == 0);
    }
}
