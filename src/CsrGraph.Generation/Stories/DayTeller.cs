using System.Globalization;
using CsrGraph.Model;

namespace CsrGraph.Generation.Stories;

/// <summary>Tells when and where the event was held, and which edition of what it is.</summary>
internal sealed class DayTeller(Story story)
{
    private const string YearInName = "the year is that of the event's name";

    /// <summary>When the event was held.</summary>
    public DateOnly Day { get; } = new(story.Occasion.Year, story.Chance.Between(3, 11), story.Chance.Between(1, 28));

    /// <summary>Begins a report.</summary>
    /// <param name="article">The report.</param>
    /// <param name="day">The day that it gives.</param>
    public void Tell(Article article, DateOnly day)
    {
        var (occasion, chance) = (story.Occasion, story.Chance);
        var style = chance.Below(20);
        var (words, date) = style switch
        {
            0 => ("近日", PartialDate.Of(Year(day), "近日", "only the year in the event's name")),
            < 9 => ($"{day.Month}月{day.Day}日", PartialDate.Of(Text(day), $"{day.Month}月{day.Day}日", YearInName)),
            _ => ($"{day.Year}年{day.Month}月{day.Day}日", PartialDate.Of(Text(day))),
        };
        story.State(article, StatementType.Attribute, occasion.Event, article.Quote(words), Qualifiers.Of((QualifierName.Attribute, "HELD")), date);
        article.Say("，");
        var name = article.Quote(occasion.Event.Full);
        if (occasion.Series is { } series)
        {
            var edition = Qualifiers.Of(("number", Text(occasion.Edition)), ("year", Year(day)));
            story.Relate(article, "EDITION_OF", occasion.Event, series, name, edition);
            var printed = $"第{Agenda.Occasions.Ordinal(occasion.Edition)}届";
            var attribute = Qualifiers.Of((QualifierName.Attribute, "EDITION"), (QualifierName.Text, printed));
            story.State(article, StatementType.Attribute, occasion.Event, name, attribute);
        }

        story.Relate(article, "HELD_IN", occasion.Event, occasion.Place, article.Quote($"在{occasion.Place.Full}举行"));
        article.Say("。");
    }

    /// <summary>A date as it is written in a claim.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Year(DateOnly day) => Text(day.Year);
}
