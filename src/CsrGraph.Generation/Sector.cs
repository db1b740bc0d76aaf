using CsrGraph.Generation.Agenda;
using CsrGraph.Generation.Cast;
using CsrGraph.Generation.Chances;
using CsrGraph.Generation.Words;
using CsrGraph.Model;

namespace CsrGraph.Generation;

/// <summary>What all stories of a sector share: who there is, and how large each story is.</summary>
internal sealed class Sector
{
    private const string Organisation = "ORGANISATION";

    private readonly long[] claimsBefore;

    public Sector(SectorSize size)
    {
        Seed = size.Seed;
        Plan = new SectorPlan(size);
        Places = new Places(Plan, Seed);
        Organisations = new Organisations(Plan, Places, Seed);
        People = new People(Plan, Organisations, Seed);
        Occasions = new Occasions(Plan, Places, Seed);
        Outcomes = new Outcomes(Plan, Occasions, Seed);
        claimsBefore = Shares(size, Plan.Stories);
    }

    public int Seed { get; }

    public SectorPlan Plan { get; }

    public Places Places { get; }

    public Organisations Organisations { get; }

    public People People { get; }

    public Occasions Occasions { get; }

    public Outcomes Outcomes { get; }

    /// <summary>An unnamed collective of one of the institutes.</summary>
    public Party Groups(int number)
    {
        var institutes = Organisations.Pools[Shapes.Institute];
        return new Party(MadeId.Of("group", number), institutes[number % institutes.Count].Full + "课题组");
    }

    /// <summary>The entities that belong to no story: places and series.</summary>
    public IEnumerable<Entity> Fixed() =>
    [
        .. Enumerable.Range(0, Places.Count).Select(i => Places[i].ToEntity("PLACE")),
        .. Enumerable.Range(0, Plan.Series).Select(i => Occasions.Series(i).ToEntity("EVENT_SERIES")),
    ];

    /// <summary>The entities that belong to a story; all stories' and <see cref="Fixed"/> are all that there are.</summary>
    public IEnumerable<Entity> Belonging(int story) =>
    [
        .. Organisations.Pools.SelectMany(pool => Plan.Share(pool.Count, story).Numbers.Select(i => pool[i].ToEntity(Organisation, pool.Shape.Category))),
        .. Plan.Share(Departments.Count, story).Numbers.Select(i => Departments[i].ToEntity(Organisation, Departments.Category(i))),
        .. Plan.Share(Plan.Groups, story).Numbers.Select(i => Groups(i).ToEntity("GROUP")),
        .. Plan.Share(People.Count, story).Numbers.Select(i => People[i].ToEntity("PERSON")),
        Occasions[story].Event.ToEntity("EVENT"),
        .. Outcomes.All(story).Select(o => o.Party.ToEntity(o.Kind)),
    ];

    /// <summary>How many claims a story has; all of them together have as many as the sector.</summary>
    public int ClaimsOf(int story) => (int)(claimsBefore[story + 1] - claimsBefore[story]);

    private Departments Departments => Organisations.Departments;

    // A few events are told far more than the others: by weights whose distribution has a long tail.
    private static long[] Shares(SectorSize size, int stories)
    {
        var chance = Chance.Of(size.Seed, ChanceOf.Story, -1);
        var weights = new double[stories];
        var before = new long[stories + 1];
        var all = 0.0;
        for (var i = 0; i < stories; i++) all += weights[i] = chance.Weight();
        var sum = 0.0;
        for (var i = 0; i < stories; i++)
        {
            sum += weights[i];
            before[i + 1] = i == stories - 1 ? size.Claims : Math.Min(size.Claims, (long)(size.Claims * (sum / all)));
        }

        return before;
    }
}
