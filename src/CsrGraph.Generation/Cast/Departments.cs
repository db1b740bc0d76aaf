using CsrGraph.Generation.Chances;
using CsrGraph.Generation.Words;

namespace CsrGraph.Generation.Cast;

/// <summary>Departments of regulators and of associations; each is an organisation, named by its whole and itself.</summary>
internal sealed class Departments
{
    private readonly IReadOnlyList<OrganisationPool> pools;
    private readonly int offset;
    private readonly (int Pool, int Whole, int Ending)[] departments;

    public Departments(IReadOnlyList<OrganisationPool> pools, int offset, int count, Chance chance)
    {
        (this.pools, this.offset) = (pools, offset);
        departments = new (int, int, int)[count];
        var taken = new HashSet<(int, int, int)>(count);
        for (var i = 0; i < count; i++)
        {
            for (var tries = 0; tries < 10; tries++)
            {
                var pool = chance.Percent(50) ? Shapes.Regulator : Shapes.Association;
                departments[i] = (pool, chance.Skewed(pools[pool].Count), chance.Below(Shape.Endings.Count));
                if (taken.Add(departments[i])) break;
            }
        }
    }

    public static Shape Shape => Shapes.All[Shapes.Department];

    public int Count => departments.Length;

    public Party this[int number]
    {
        get
        {
            var ending = Shape.Endings[departments[number].Ending];
            return new Party(MadeId.Of("org", offset + number), Whole(number).Full + ending, ending, IsShortMatchable: false);
        }
    }

    /// <summary>What a department is a part of.</summary>
    public Party Whole(int number) => pools[departments[number].Pool][departments[number].Whole];

    /// <summary>The category of a department, which is that of its whole.</summary>
    public string Category(int number) => pools[departments[number].Pool].Shape.Category;
}
