using System.Text.Encodings.Web;
using System.Text.Json;
using CsrGraph.Seeding;

namespace CsrGraph.Cli.Output;

/// <summary>How problems are printed.</summary>
internal static class ProblemReport
{
    public const string Text = "text";
    public const string GitHub = "github";
    public const string Json = "json";

    private static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>Writes problems.</summary>
    /// <param name="problems">In the order of the files.</param>
    /// <param name="format"><see cref="Text"/>, <see cref="GitHub"/> (workflow commands, which annotate a change) or <see cref="Json"/>.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IReadOnlyList<Problem> problems, string format, TextWriter output)
    {
        switch (format)
        {
            case Json:
                WriteJson(problems, output);
                break;
            case GitHub:
                foreach (var problem in problems) output.WriteLine(Annotation(problem));
                break;
            default:
                foreach (var problem in problems) output.WriteLine(problem);
                break;
        }
    }

    private static string Annotation(Problem problem)
    {
        var place = $"file={Property(problem.File)}";
        if (problem.Line is { } line) place += $",line={line}";
        if (problem.Column is { } column) place += $",col={column}";
        return $"::error {place}::{Data($"{problem.What}; {problem.ToDo}")}";
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static void WriteJson(IReadOnlyList<Problem> problems, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartArray();
            foreach (var problem in problems)
            {
                json.WriteStartObject();
                json.WriteString("file", problem.File);
                if (problem.Line is { } line) json.WriteNumber("line", line);
                if (problem.Column is { } column) json.WriteNumber("column", column);
                json.WriteString("what", problem.What);
                json.WriteString("toDo", problem.ToDo);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
