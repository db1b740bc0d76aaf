using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>Answers along with the rows what is asked ahead of them, but for every third row; it asks the other store for it.</summary>
public sealed class ReadAheadStore(IGraphStore inner) : PassingStore(inner)
{
    private int read;

    /// <inheritdoc/>
    public override bool ReadsAhead => true;

    /// <summary>How many pages were read ahead.</summary>
    public int Read => Volatile.Read(ref read);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Page<EntityRow>>> FindAsync(IReadOnlyList<FindRequest> requests, AsOf asOf, CancellationToken cancellation)
    {
        var pages = (await base.FindAsync(requests, asOf, cancellation)).ToArray();
        for (var i = 0; i < pages.Length; i++)
        {
            pages[i] = pages[i] with { Ahead = await AheadAsync(requests[i].Ahead, [.. pages[i].Rows.Select(r => r.Entity.Id.Value)], asOf, cancellation) };
        }

        return pages;
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<IReadOnlyList<RelationPage>>> RelationsAsync(
        IReadOnlyList<RelationRequest> requests, AsOf asOf, CancellationToken cancellation)
    {
        var answers = (await base.RelationsAsync(requests, asOf, cancellation)).Select(a => a.ToArray()).ToArray();
        for (var i = 0; i < answers.Length; i++)
        {
            for (var anchor = 0; anchor < answers[i].Length; anchor++)
            {
                var page = answers[i][anchor];
                answers[i][anchor] = page with { Ahead = await AheadAsync(requests[i].Ahead, [.. page.Rows.Select(r => r.Far.Id.Value)], asOf, cancellation) };
            }
        }

        return answers;
    }

    private async Task<AheadPages[]> AheadAsync(IReadOnlyList<RelationAhead> ahead, string[] rows, AsOf asOf, CancellationToken cancellation)
    {
        var pages = new AheadPages[ahead.Count];
        for (var i = 0; i < pages.Length; i++)
        {
            var found = new RelationPage?[rows.Length];
            for (var row = 0; row < rows.Length; row++)
            {
                if (row % 3 == 2) continue;
                found[row] = (await RelationsAsync([ahead[i].Request with { Anchors = [rows[row]] }], asOf, cancellation))[0][0];
                Interlocked.Increment(ref read);
            }

            pages[i] = new AheadPages(ahead[i].Key, found);
        }

        return pages;
    }
}
