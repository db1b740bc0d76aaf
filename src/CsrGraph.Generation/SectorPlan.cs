namespace CsrGraph.Generation;

/// <summary>
/// How many there are of each kind. Every event has a story of its own, which tells that event, its share of every other kind and nothing of another
/// story's share; so one story can be made without the others.
/// </summary>
internal sealed class SectorPlan
{
    private const int ClaimsAStory = 100;

    public SectorPlan(SectorSize size)
    {
        Stories = Math.Clamp(size.Claims / ClaimsAStory, 1, size.Entities / 8);
        Series = Of(15);
        (Pledges, Reports, Standards, Programmes) = (Of(50), Of(30), Of(6), Of(20));
        (Cases, Campaigns, Columns) = (Of(40), Of(8), Of(3));
        Places = Math.Clamp(size.Entities / 50, 2, 100);
        var agents = size.Entities - Stories - Series - Pledges - Reports - Standards - Programmes - Cases - Campaigns - Columns - Places;
        Groups = Math.Max(1, agents / 200);
        People = agents / 4;
        Organisations = agents - Groups - People;
    }

    /// <summary>How many stories there are, and events.</summary>
    public int Stories { get; }

    public int Series { get; }

    public int Pledges { get; }

    public int Reports { get; }

    public int Standards { get; }

    public int Programmes { get; }

    public int Cases { get; }

    public int Campaigns { get; }

    public int Columns { get; }

    public int Places { get; }

    public int Groups { get; }

    public int People { get; }

    public int Organisations { get; }

    /// <summary>The part of so many things that belongs to one story.</summary>
    public Slice Share(int count, int story) => new((int)((long)count * story / Stories), (int)((long)count * (story + 1) / Stories));

    private int Of(int percent) => Math.Max(1, (int)((long)Stories * percent / 100));
}

/// <summary>The numbers from <see cref="From"/> up to and without <see cref="Until"/>.</summary>
internal readonly record struct Slice(int From, int Until)
{
    public int Count => Until - From;

    public IEnumerable<int> Numbers => Enumerable.Range(From, Count);
}
