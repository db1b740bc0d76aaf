using System.Globalization;
using CsrGraph.Generation.Cast;
using CsrGraph.Generation.Chances;
using CsrGraph.Generation.Words;

namespace CsrGraph.Generation.Agenda;

/// <summary>The events of a sector and the series that they are editions of.</summary>
internal sealed class Occasions
{
    private const int FirstYear = 2012;
    private const int LastYear = 2024;
    private const string Numerals = "零一二三四五六七八九十";

    private readonly Places places;
    private readonly (int Series, int Edition, int Year, int Place, int Topic, int Form)[] events;
    private readonly (int Place, int Topic, int Form)[] series;

    public Occasions(SectorPlan plan, Places places, int seed)
    {
        this.places = places;
        var chance = Chance.Of(seed, ChanceOf.Agenda, 0);
        (int, int, int) Choice() => (chance.Skewed(places.Count), chance.Below(NameWords.Topics.Count), chance.Below(StoryWords.SeriesForms.Count));
        series = [.. Enumerable.Range(0, plan.Series).Select(_ => Choice())];
        events = new (int, int, int, int, int, int)[plan.Stories];
        var (place, next) = (0, 0);
        while (place < events.Length)
        {
            // Some are no edition of anything, and so are all once no series is left.
            if (next == series.Length || (next > 0 && chance.Percent(40)))
            {
                var (at, topic, form) = Choice();
                events[place++] = (-1, 0, chance.Between(FirstYear, LastYear), at, topic, form);
                continue;
            }

            var first = FirstYear + chance.Skewed(LastYear - FirstYear + 1);
            var editions = Math.Min(1 + chance.Below(LastYear - first + 1), events.Length - place);
            for (var edition = 1; edition <= editions; edition++)
            {
                events[place++] = (next, edition, first + edition - 1, series[next].Place, series[next].Topic, series[next].Form);
            }

            next++;
        }
    }

    /// <summary>The event of a story.</summary>
    public Occasion this[int story]
    {
        get
        {
            var (number, edition, year, place, topic, form) = events[story];
            var id = MadeId.Of("event", story);
            if (number < 0)
            {
                var alone = new Party(id, Year(year) + places.Short(place) + NameWords.Topics[topic] + StoryWords.EventForms[form]);
                return new Occasion(alone, null, 0, year, places[place], NameWords.Topics[topic]);
            }

            var whole = Series(number);
            var called = new Party(id, $"{Year(year)}(第{Ordinal(edition)}届){whole.Full}", $"第{Ordinal(edition)}届{whole.Full}");
            return new Occasion(called, whole, edition, year, places[place], NameWords.Topics[topic]);
        }
    }

    /// <summary>The series of a number.</summary>
    public Party Series(int number)
    {
        var (place, topic, form) = series[number];
        return new Party(MadeId.Of("series", number), places.Short(place) + NameWords.Topics[topic] + StoryWords.SeriesForms[form]);
    }

    /// <summary>An edition's number as it is printed, up to 19.</summary>
    public static string Ordinal(int number) => number <= 10 ? Numerals[number].ToString() : "十" + Numerals[number - 10];

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
