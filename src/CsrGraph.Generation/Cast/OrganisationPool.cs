using CsrGraph.Generation.Chances;
using CsrGraph.Generation.Words;

namespace CsrGraph.Generation.Cast;

/// <summary>The choices that a name is made of. Names are put together when they are asked for, so that a sector is small in memory.</summary>
internal readonly record struct NameParts(int Place, int District, int First, int Second, int Field, int Ending);

/// <summary>All organisations of one sort. The first are the hubs, for they are chosen by <see cref="Chance.Skewed"/>.</summary>
/// <param name="shape">The sort.</param>
/// <param name="offset">The number of its first organisation.</param>
/// <param name="names">What their names are made of.</param>
/// <param name="places">The places.</param>
internal sealed class OrganisationPool(Shape shape, int offset, NameParts[] names, Places places)
{
    public Shape Shape => shape;

    public int Count => names.Length;

    public int Offset => offset;

    /// <summary>Where an organisation is.</summary>
    public int PlaceOf(int number) => names[number].Place;

    /// <summary>The organisation of a number in this pool.</summary>
    public Party this[int number]
    {
        get
        {
            var parts = names[number];
            var full = string.Concat(shape.Pattern.Select(part => Part(part, parts)));
            var shortened = shape.Pattern == "PTFE" ? Part('T', parts) + shape.Fields[parts.Field][..2] : null;
            return new Party(MadeId.Of("org", offset + number), full, shortened);
        }
    }

    /// <summary>Makes the names of a pool, no two alike as long as there are others.</summary>
    public static OrganisationPool Make(Shape shape, int offset, int count, Places places, Chance chance)
    {
        var names = new NameParts[count];
        var taken = new HashSet<NameParts>(count);
        for (var i = 0; i < count; i++)
        {
            for (var tries = 0; tries < 10; tries++)
            {
                names[i] = Parts(shape, places, chance);
                if (taken.Add(names[i])) break;
            }
        }

        return new OrganisationPool(shape, offset, names, places);
    }

    private static NameParts Parts(Shape shape, Places places, Chance chance)
    {
        bool Has(char part) => shape.Pattern.Contains(part, StringComparison.Ordinal);
        var field = shape.Fields.Count == 0 ? 0 : chance.Below(shape.Fields.Count);
        return new NameParts(
            chance.Skewed(places.Count),
            Has('D') && chance.Percent(60) ? chance.Between(1, NameWords.Districts.Count) : 0,
            Has('T') ? chance.Below(NameWords.First.Count) : 0,
            Has('T') ? chance.Below(NameWords.Second.Count) : 0,
            field,
            chance.Below(shape.Endings.Count));
    }

    private string Part(char part, NameParts parts) => part switch
    {
        'P' => places.Full(parts.Place),
        'D' => Places.District(parts.District),
        'T' => NameWords.First[parts.First] + NameWords.Second[parts.Second],
        'F' => shape.Fields[parts.Field],
        'E' => shape.Endings[parts.Ending],
        _ => throw new InvalidOperationException($"no name has a part '{part}'"),
    };
}
