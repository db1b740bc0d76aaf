using CsrGraph.Model;
using CsrGraph.Seeding.Checking;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>Reads a date: <c>2024-11-12</c>, or text, date, the reason where it was inferred, and time.</summary>
internal static class DateReader
{
    /// <summary>The date, or null after a report.</summary>
    /// <param name="node">The date.</param>
    /// <param name="context">What the folder's readers share.</param>
    /// <param name="text">The document's text, which must print the date; null where it is not at hand.</param>
    public static PartialDate? Read(YamlNode node, SeedContext context, SourceText? text)
    {
        try
        {
            return node is YamlMapping mapping ? Mapping(mapping, context, text) : node.Text() is { } date ? Printed(node, PartialDate.Of(date), text) : null;
        }
        catch (FormatException exception)
        {
            ProblemList.Refuse(node, exception);
            return null;
        }
    }

    private static PartialDate? Mapping(YamlMapping mapping, SeedContext context, SourceText? text)
    {
        var words = mapping.Optional("text") is { } wordsNode ? SeedContext.Words(wordsNode, Roster.MaxRaw, "the printed date") : null;
        var dateNode = mapping.Optional("date");
        var date = dateNode?.Text();
        var reason = mapping.OptionalText("inferred");
        var time = context.OptionalTerm(mapping, "time", "TIME_OF_DAY");
        mapping.RefuseOtherKeys();
        if (dateNode is not null && date is null) return null;
        TimeOfDay? timeOfDay = time is null ? null : Enum.Parse<TimeOfDay>(time, ignoreCase: true);
        try
        {
            return Printed(dateNode ?? mapping, PartialDate.Of(date, words, reason, timeOfDay), text);
        }
        catch (FormatException exception)
        {
            ProblemList.Refuse(dateNode ?? mapping, exception);
            return null;
        }
    }

    private static PartialDate? Printed(YamlNode node, PartialDate date, SourceText? text)
    {
        if (PrintedDate.Disagreement(date) is { } what)
        {
            node.Refuse(what, "mend the date, or say in 'inferred' how it was found");
            return null;
        }

        if (text is null || (date.Text is null && date.IsInferred) || PrintedDate.Forms(date).Any(form => text.Folded.Contains(form, StringComparison.Ordinal))) return date;
        node.Refuse($"the text does not print '{date}'", "write { text: …, date: …, inferred: … } with the words as printed and how the date was found");
        return null;
    }
}
