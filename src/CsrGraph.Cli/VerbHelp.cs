using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;

namespace CsrGraph.Cli;

/// <summary>The usual help, then the verb's examples and exit codes.</summary>
internal sealed class VerbHelp(HelpAction usual) : SynchronousCommandLineAction
{
    private static readonly (int Code, string Meaning)[] OfEveryVerb =
    [
        (ExitCode.Done, "done"),
        (ExitCode.WrongUsage, "the command or a setting is wrong"),
        (ExitCode.Fault, "a fault of csrgraph; what it prints says how to report it"),
        (ExitCode.Interrupted, "ended by Ctrl-C (143: by SIGTERM)"),
    ];

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        usual.MaxWidth = 110;
        var result = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is Verb verb) Write(verb, parseResult.InvocationConfiguration.Output);
        return result;
    }

    private static void Write(Verb verb, TextWriter output)
    {
        output.WriteLine(verb.Examples.Count == 1 ? "Example:" : "Examples:");
        foreach (var example in verb.Examples) output.WriteLine("  " + example);
        output.WriteLine();
        output.WriteLine("Exit codes:");
        var own = verb.ExitCodes.Select(c => c.Code).ToHashSet();
        foreach (var (code, meaning) in OfEveryVerb.Where(c => !own.Contains(c.Code)).Concat(verb.ExitCodes).OrderBy(c => c.Code))
        {
            output.WriteLine($"  {code.ToString(CultureInfo.InvariantCulture),-3}  {meaning}");
        }

        output.WriteLine();
    }
}
