using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated;

internal sealed record EntitiesQuestion(IReadOnlyList<string> Ids) : Question
{
    public override void Count(Tally tally) => tally.Count("asked entities");

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, CancellationToken cancellation) =>
        Written(await store.EntitiesAsync(Ids, asOf, cancellation), Transcript.Of, e => e is null);
}

internal sealed record FindQuestion(FindRequest Request, PageDraft Page) : Question
{
    public override void Count(Tally tally)
    {
        tally.Count("asked find");
        tally.Count(Request.Filter);
        tally.Count(Request.Sort);
    }

    public override async Task<Question> WithPlacesAsync(IGraphStore store, AsOf asOf, CancellationToken cancellation)
    {
        var all = await store.FindAsync([Request], asOf, cancellation);
        return this with { Request = Request with { Page = Page.Among([.. all[0].Rows.Select(r => r.Position)]) } };
    }

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, CancellationToken cancellation)
    {
        var whole = Written(await store.FindAsync([Request, Request with { Page = PageRequest.All }], asOf, cancellation), Transcript.Of, p => p.Rows.Count == 0);
        var lean = await store.FindAsync([Request with { Parts = EntityParts.Heading }], asOf, cancellation);
        return whole with { Text = $"{whole.Text}\n--\n{Transcript.LeanOf(lean[0])}" };
    }
}

internal sealed record RelationQuestion(RelationRequest Request, RelationRequest Other, PageDraft Page) : Question
{
    public override void Count(Tally tally)
    {
        tally.Count($"asked relations of {Request.Of}");
        tally.Count(Request.Far);
        tally.Count(Request.Edge);
        tally.Count(Request.Sort);
    }

    public override async Task<Question> WithPlacesAsync(IGraphStore store, AsOf asOf, CancellationToken cancellation)
    {
        var all = await store.RelationsAsync([Request], asOf, cancellation);
        return this with { Request = Request with { Page = Page.Among([.. all[0].SelectMany(p => p.Rows).Select(r => r.Position)]) } };
    }

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, CancellationToken cancellation)
    {
        // The same without claims and with headings alone has ways of its own through a store.
        var lean = Request with { FarParts = EntityParts.Heading, WantsClaims = false };
        var answers = await store.RelationsAsync([Request, Other, lean], asOf, cancellation);
        var whole = Written(answers.SkipLast(1).SelectMany(a => a), Transcript.Of, p => p.Rows.Count == 0);
        return whole with { Text = $"{whole.Text}\n--\n{Written(answers[^1], Transcript.LeanOf, p => p.Rows.Count == 0).Text}" };
    }
}

internal sealed record ClaimQuestion(ClaimRequest Request, PageDraft Page) : Question
{
    public override void Count(Tally tally)
    {
        tally.Count($"asked claims by {Request.By}");
        if (Request.WithRetracted) tally.Count("asked claims with retracted");
        tally.Count(Request.Filter);
        tally.Count(Request.Sort);
    }

    public override async Task<Question> WithPlacesAsync(IGraphStore store, AsOf asOf, CancellationToken cancellation)
    {
        var all = await store.ClaimsAsync([Request], asOf, cancellation);
        return this with { Request = Request with { Page = Page.Among([.. all[0].SelectMany(p => p.Rows).Select(r => r.Position)]) } };
    }

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, CancellationToken cancellation) =>
        Written((await store.ClaimsAsync([Request], asOf, cancellation))[0], Transcript.Of, p => p.Rows.Count == 0);
}

internal sealed record EvidenceQuestion(IReadOnlyList<ClaimId> Claims, int First) : Question
{
    public override void Count(Tally tally) => tally.Count("asked evidence");

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, CancellationToken cancellation) => Written(
        (await store.EvidenceAsync([new EvidenceRequest(Claims, First)], asOf, cancellation))[0],
        rows => string.Join('\n', rows.Select(r => $"{Transcript.Of(r.Evidence)} {Transcript.Of(r.Document)}")),
        rows => rows.Count == 0);
}

internal sealed record SearchQuestion(SearchRequest Request, PageDraft Page) : Question
{
    public override void Count(Tally tally) => tally.Count("asked search");

    public override async Task<Question> WithPlacesAsync(IGraphStore store, AsOf asOf, CancellationToken cancellation)
    {
        var all = await store.SearchAsync([Request], asOf, cancellation);
        return this with { Request = Request with { Page = Page.Among([.. all[0].Rows.Select(r => r.Position)]) } };
    }

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, CancellationToken cancellation) =>
        Written(await store.SearchAsync([Request, Request with { Page = PageRequest.All }], asOf, cancellation), Transcript.Of, p => p.Rows.Count == 0);
}

internal sealed record CountQuestion(CountOf Of) : Question
{
    public override void Count(Tally tally) => tally.Count($"asked count {Of}");

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, CancellationToken cancellation) =>
        Written((await store.CountAsync([Of], asOf, cancellation))[0], c => $"{c.Key} {c.Number}", _ => false);
}

internal sealed record ChangeSetQuestion(ChangeSetRequest Request) : Question
{
    public override void Count(Tally tally) => tally.Count("asked change-sets");

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, CancellationToken cancellation) =>
        Written((await store.ChangeSetsAsync([Request], cancellation))[0], c => c.ToString(), _ => false);
}

internal sealed record ChangesQuestion(long After) : Question
{
    public override void Count(Tally tally) => tally.Count("asked changes");

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, CancellationToken cancellation) =>
        Written(await store.ChangesAsync(Math.Min(After, asOf.Head), asOf.Head, cancellation).ToListAsync(cancellation), Transcript.Of, _ => false);
}
