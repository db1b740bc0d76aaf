using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated;

internal sealed record CountQuestion(IReadOnlyList<CountOf> Of) : Question
{
    public override string Asked => "count";

    public override async Task<Answer> AskAsync(IGraphStore store, AsOf asOf, Facts facts, CancellationToken cancellation)
    {
        var counts = await store.CountAsync(Of, asOf, cancellation);
        foreach (var (of, some) in Of.Zip(counts)) facts.Add(Operators.Some(of), some.Count > 0);
        return Written(counts, some => string.Join('\n', some.Select(c => $"{c.Key} {c.Number}")), some => some.Count == 0);
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
