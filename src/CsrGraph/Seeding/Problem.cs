namespace CsrGraph.Seeding;

/// <summary>Something that is wrong with an input, for the one who can mend it.</summary>
/// <param name="File">The file, relative to the folder that was read where it is inside.</param>
/// <param name="Line">From 1 on; null where the file as a whole is meant.</param>
/// <param name="Column">From 1 on; null where the line as a whole is meant.</param>
/// <param name="What">What is wrong.</param>
/// <param name="ToDo">What to do about it.</param>
public sealed record Problem(string File, int? Line, int? Column, string What, string ToDo)
{
    /// <summary><c>file:line:column: what is wrong; what to do</c>.</summary>
    public override string ToString() =>
        File + (Line is null ? "" : $":{Line}") + (Column is null ? "" : $":{Column}") + $": {What}; {ToDo}";
}
