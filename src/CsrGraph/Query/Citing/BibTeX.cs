using System.Globalization;
using System.Text;
using CsrGraph.Model;

namespace CsrGraph.Query.Citing;

/// <summary>Writes citations as BibTeX.</summary>
internal static class BibTeX
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static string Write(Citation citation)
    {
        var entry = new StringBuilder("@misc{").Append(citation.Id);

        // Names in braces are taken whole: nobody is to guess which part of one is the family's.
        Add("author", citation.Authors.Count == 0 ? null : string.Join(" and ", citation.Authors.Select(a => $"{{{Escaped(a)}}}")));
        Add("title", $"{{{Escaped(citation.Title)}}}");
        Add("publisher", citation.Publisher is { } publisher ? Escaped(publisher) : null);
        AddDate(citation.Issued);
        Add("howpublished", citation.Type == CitedType.Document ? null : Escaped(CitationText.State(citation)));
        Add("url", citation.Url);
        Add("urldate", citation.Retrieved);
        Add("note", citation.Notes.Count == 0 ? null : Escaped(string.Join("; ", citation.Notes)));
        return entry.Append("\n}\n").ToString();

        void Add(string name, string? value)
        {
            if (value is not null) entry.Append(CultureInfo.InvariantCulture, $",\n  {name} = {{{value}}}");
        }

        void AddDate(PartialDate? date)
        {
            if (date?.Earliest is not { } first) return;
            entry.Append(CultureInfo.InvariantCulture, $",\n  year = {{{first.Year}}}");
            if (date.Precision is DatePrecision.Month or DatePrecision.Day) entry.Append(CultureInfo.InvariantCulture, $",\n  month = {Months[first.Month - 1]}");
            if (date.Precision == DatePrecision.Day) entry.Append(CultureInfo.InvariantCulture, $",\n  day = {{{first.Day}}}");
        }
    }


    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' => escaped.Append("\\textbackslash{}"),
                '~' => escaped.Append("\\textasciitilde{}"),
                '^' => escaped.Append("\\textasciicircum{}"),
                '&' or '%' or '$' or '#' or '_' or '{' or '}' => escaped.Append('\\').Append(c),
                < ' ' => escaped.Append(' '),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
