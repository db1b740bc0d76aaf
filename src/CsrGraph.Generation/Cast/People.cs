using CsrGraph.Generation.Chances;
using CsrGraph.Generation.Words;
using BogusName = Bogus.DataSets.Name;

namespace CsrGraph.Generation.Cast;

/// <summary>A person with the post that sources print.</summary>
internal sealed record Speaker(Party Person, Party Organisation, string Post)
{
    /// <summary>The whole capacity as printed.</summary>
    public string Title => Organisation.Full + Post;
}

/// <summary>The people of a sector. Names that several share are usual here as they are elsewhere.</summary>
internal sealed class People
{
    private readonly Organisations organisations;
    private readonly (string Family, string Given, short Pool, short Post, int Organisation)[] people;

    public People(SectorPlan plan, Organisations organisations, int seed)
    {
        this.organisations = organisations;
        people = new (string, string, short, short, int)[plan.People];
        var chance = Chance.Of(seed, ChanceOf.People, 0);
        var names = new BogusName("zh_CN") { Random = chance.Randomizer };
        for (var i = 0; i < people.Length; i++)
        {
            var given = chance.Percent(30) ? names.FirstName() : Given(chance);
            var pool = Pool(chance);
            var organisation = chance.Skewed(pool == Shapes.Department ? organisations.Departments.Count : organisations.Pools[pool].Count);
            people[i] = (names.LastName(), given, (short)pool, (short)chance.Below(Shapes.All[pool].Posts.Count), organisation);
        }
    }

    public int Count => people.Length;

    /// <summary>The person of a number.</summary>
    public Party this[int number] => new(MadeId.Of("person", number), people[number].Family + people[number].Given);

    /// <summary>The person of a number with the post.</summary>
    public Speaker Speaker(int number)
    {
        var (_, _, pool, post, organisation) = people[number];
        var party = pool == Shapes.Department ? organisations.Departments[organisation] : organisations.Pools[pool][organisation];
        return new Speaker(this[number], party, Shapes.All[pool].Posts[post]);
    }

    private static string Given(Chance chance) => chance.Of(NameWords.GivenFirst) + (chance.Percent(75) ? chance.Of(NameWords.GivenSecond) : "");

    private static int Pool(Chance chance) => chance.Below(100) switch
    {
        < 40 => Shapes.Company,
        < 60 => Shapes.Association,
        < 70 => Shapes.Regulator,
        < 78 => Shapes.Institute,
        < 86 => Shapes.Media,
        < 94 => Shapes.Department,
        _ => Shapes.Government,
    };
}
