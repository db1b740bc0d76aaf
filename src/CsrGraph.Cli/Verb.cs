using System.CommandLine;

namespace CsrGraph.Cli;

/// <summary>A command with what its help says beyond its options.</summary>
internal sealed class Verb(string name, string description) : Command(name, description)
{
    /// <summary>Command lines that work as they stand.</summary>
    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>The exit codes that it uses, beside those that every verb has.</summary>
    public IReadOnlyList<(int Code, string Meaning)> ExitCodes { get; init; } = [];

    /// <summary>What the verb does; its result is the exit code.</summary>
    public Verb Does(Func<ParseResult, CancellationToken, Task<int>> work)
    {
        SetAction(work);
        return this;
    }
}
