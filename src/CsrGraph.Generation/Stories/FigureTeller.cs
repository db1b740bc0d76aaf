using System.Globalization;
using CsrGraph.Generation.Cast;
using CsrGraph.Generation.Words;
using CsrGraph.Model;

namespace CsrGraph.Generation.Stories;

/// <summary>Tells numbers.</summary>
internal sealed class FigureTeller(Story story)
{
    /// <summary>Tells one number of an entity and gives it, so that another source can tell it otherwise.</summary>
    public (string Measure, string Unit, int Number) Tell(Article article, Party subject)
    {
        var (measure, unit) = story.Chance.Of(StoryWords.Measures);
        var number = unit == "%" ? story.Chance.Between(10, 99) : 1 + story.Chance.Skewed(9000);
        Tell(article, subject, measure, unit, number);
        return (measure, unit, number);
    }

    /// <summary>Tells a given number.</summary>
    public void Tell(Article article, Party subject, string measure, string unit, int number)
    {
        var chance = story.Chance;
        var printed = (unit.Contains('亿', StringComparison.Ordinal) || unit == "%" ? Tenths(number) : Whole(number)) + unit;
        if (chance.Percent(12)) printed = "超过" + printed;
        PartialDate? asOf = null;
        if (chance.Percent(25))
        {
            var year = story.Occasion.Year - 1;
            asOf = PartialDate.Of(Whole(year) + "-12");
            article.Say($"截至{Whole(year)}年12月，");
        }

        EntityId? about = chance.Percent(20) ? story.Occasion.Place.Id : null;
        var claim = new Figure(subject.Id, measure, printed, PrintedQuantity.Parse(printed), about, asOf).ToClaim();
        story.Tell(article, claim, article.Quote($"{measure}达{printed}"), Grade.Verbatim);
        article.Say("。");
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Tenths(int number) => $"{Whole(number / 10)}.{Whole(number % 10)}";
}
