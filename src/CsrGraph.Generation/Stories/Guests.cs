using CsrGraph.Generation.Cast;
using CsrGraph.Generation.Words;
using CsrGraph.Model;

namespace CsrGraph.Generation.Stories;

/// <summary>Who else takes part in one way: firms and others, hubs more often, nobody twice.</summary>
internal sealed class Guests(Story story)
{
    private readonly HashSet<EntityId> taken = [];
    private int inTurn;

    /// <summary>How many of them there are at most: not all of a sector sign one text.</summary>
    private int Most => story.Sector.Organisations.Pools[Shapes.Company].Count * 2 / 5;

    /// <summary>At most so many more.</summary>
    public IReadOnlyList<Party> Next(int count)
    {
        var guests = new List<Party>(count);
        while (guests.Count < count && Next() is { } guest) guests.Add(guest);
        return guests;
    }

    private Party? Next()
    {
        if (taken.Count >= Most) return null;
        var (organisations, chance) = (story.Sector.Organisations, story.Chance);
        for (var tries = 0; tries < 4; tries++)
        {
            var shape = chance.Below(10) switch { < 7 => Shapes.Company, 7 => Shapes.Platform, 8 => Shapes.Association, _ => Shapes.Media };
            var guest = organisations.Any(shape, chance);
            if (taken.Add(guest.Id)) return guest;
        }

        // Where most hubs are in, the others follow in turn, beginning with those that belong to this story.
        var companies = organisations.Pools[Shapes.Company];
        var first = story.Sector.Plan.Share(companies.Count, story.Number).From;
        while (true)
        {
            var guest = companies[(first + inTurn++) % companies.Count];
            if (taken.Add(guest.Id)) return guest;
        }
    }
}
