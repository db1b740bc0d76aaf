namespace CsrGraph.Yaml;

/// <summary>Something wrong in a YAML file, with its place and what to do about it.</summary>
/// <param name="File">The file as the reader was given it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record YamlProblem(string File, int Line, int Column, string Message)
{
    /// <summary>As compilers print it, so that editors can jump there: <c>file:line:column: message</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}
